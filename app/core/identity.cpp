#include "core/identity.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace zhengtu {

namespace {

void orThrow(bool done)
{
    if (!done) { throw std::runtime_error{"SHA-256 is not available"}; } // a broken installation, not bad input
}

/// The sum of bytes that come in pieces.
class Sum {
public:
    Sum() { orThrow(m_context && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1); }
    void add(std::string_view bytes) { orThrow(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()) == 1); }
    [[nodiscard]] std::string hex()
    {
        std::array<unsigned char, 32> digest{};
        unsigned int length = 0;
        orThrow(EVP_DigestFinal_ex(m_context.get(), digest.data(), &length) == 1 && length == digest.size());
        constexpr std::string_view digits = "0123456789abcdef";
        std::string hex;
        for (unsigned char const byte : digest) {
            hex.push_back(digits[byte >> 4U]);
            hex.push_back(digits[byte & 15U]);
        }
        return hex;
    }

private:
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> m_context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

} // namespace

std::string sha256(std::string_view bytes)
{
    Sum sum;
    sum.add(bytes);
    return sum.hex();
}

Result<FileSum> sumOfFile(std::filesystem::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) { return fail(ErrorCode::FileMissing, "cannot read " + path.string(), "Check the name and the right to read it."); }
    Sum sum;
    FileSum result;
    std::string piece(1 << 20, '\0');
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
        auto const bytes = static_cast<std::size_t>(file.gcount());
        sum.add(std::string_view{piece}.substr(0, bytes));
        result.bytes += bytes;
    }
    if (file.bad() || !file.eof()) { return fail(ErrorCode::Storage, "cannot read " + path.string() + " to its end"); }
    result.sha256 = sum.hex();
    return result;
}

std::string stableId(std::string_view prefix, std::string_view name)
{
    return std::string{prefix} + sha256(name).substr(0, 10);
}

} // namespace zhengtu
