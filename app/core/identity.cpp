#include "core/identity.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace zhengtu {

std::string sha256(std::string_view bytes)
{
    std::array<unsigned char, 32> digest{};
    unsigned int length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1 || length != digest.size()) {
        throw std::runtime_error{"SHA-256 is not available"}; // a broken installation, not bad input
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (unsigned char const byte : digest) {
        hex.push_back(digits[byte >> 4U]);
        hex.push_back(digits[byte & 15U]);
    }
    return hex;
}

std::string stableId(std::string_view prefix, std::string_view name)
{
    return std::string{prefix} + sha256(name).substr(0, 10);
}

} // namespace zhengtu
