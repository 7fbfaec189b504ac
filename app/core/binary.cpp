#include "core/binary.hpp"

#include <bit>

namespace zhengtu {

namespace {

constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;

std::uint64_t stir(std::uint64_t state, std::uint64_t word) noexcept
{
    state = (state ^ word) * odd;
    return state ^ (state >> 29);
}

} // namespace

std::uint64_t checksum(std::string_view bytes, std::uint64_t seed) noexcept
{
    // Four lanes: a multiplication waits for the one before it, and four can be on their way at once.
    std::uint64_t lanes[4] = {seed ^ odd, seed + 1, ~seed, seed ^ bytes.size()};
    while (bytes.size() >= sizeof lanes) {
        std::uint64_t words[4];
        std::memcpy(words, bytes.data(), sizeof words);
        for (int i = 0; i < 4; ++i) { lanes[i] = stir(lanes[i], words[i]); }
        bytes.remove_prefix(sizeof words);
    }
    std::uint64_t sum = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
    for (auto const c : bytes) { sum = stir(sum, static_cast<unsigned char>(c)); }
    return stir(stir(sum, bytes.size()), odd);
}

void BinaryWriter::text(std::string_view text)
{
    value(static_cast<std::uint32_t>(text.size()));
    m_bytes.append(text);
}

void BinaryWriter::texts(std::span<std::string const> texts)
{
    value(static_cast<std::uint64_t>(texts.size()));
    for (auto const& one : texts) { text(one); }
}

std::string_view BinaryReader::take(std::size_t size)
{
    if (!m_good || size > m_bytes.size()) {
        m_good = false;
        m_bytes = {};
        return {};
    }
    auto const taken = m_bytes.substr(0, size);
    m_bytes.remove_prefix(size);
    return taken;
}

std::size_t BinaryReader::counted(std::size_t least)
{
    auto const count = value<std::uint64_t>();
    if (count > m_bytes.size() / least) {
        m_good = false;
        m_bytes = {};
        return 0;
    }
    return static_cast<std::size_t>(count);
}

std::string_view BinaryReader::view() { return take(value<std::uint32_t>()); }

std::vector<std::string> BinaryReader::texts()
{
    std::vector<std::string> all(counted(sizeof(std::uint32_t)));
    for (auto& one : all) { one = text(); }
    return all;
}

} // namespace zhengtu
