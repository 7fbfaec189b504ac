#pragma once

#include <cstdint>

namespace zhengtu::analysis {

/// SplitMix64 (G. L. Steele et al., OOPSLA 2014): the same numbers on every machine, as the library's distributions are not.
class Random {
public:
    explicit Random(std::uint64_t seed) noexcept : m_state{seed} {}
    std::uint64_t operator()() noexcept { return mixed(m_state += 0x9e3779b97f4a7c15ULL); }

    /// Even below the limit to 1 part in 2^32 (D. Lemire, 2019); limit below 2^32.
    std::uint32_t below(std::uint32_t limit) noexcept { return static_cast<std::uint32_t>((((*this)() >> 32U) * limit) >> 32U); }

    static std::uint64_t mixed(std::uint64_t x) noexcept
    {
        x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31U);
    }

private:
    std::uint64_t m_state;
};

} // namespace zhengtu::analysis
