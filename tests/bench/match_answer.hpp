#pragma once

#include <cstdint>
#include <cstdio>

namespace zhengtu::bench {

/// All occurrences of all names in a text as three numbers that do not depend on the order in which they are found. Two matchers that
/// found the same [begin, end) in bytes have the same answer; others have the same one only by a chance of 2^-64.
struct Answer {
    std::uint64_t occurrences = 0;
    std::uint64_t bytes = 0;
    std::uint64_t hash = 0;

    void add(std::uint64_t begin, std::uint64_t end) noexcept
    {
        ++occurrences;
        bytes += end - begin;
        auto mixed = (begin * 0x9E3779B97F4A7C15ULL) ^ (end * 0xC2B2AE3D27D4EB4FULL);
        mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9ULL;
        hash += mixed ^ (mixed >> 32);
    }
    void print(double buildS) const
    {
        std::printf("%llu %llu %016llx %.4f\n", static_cast<unsigned long long>(occurrences), static_cast<unsigned long long>(bytes),
                    static_cast<unsigned long long>(hash), buildS);
    }
};

} // namespace zhengtu::bench
