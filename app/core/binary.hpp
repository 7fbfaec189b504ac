#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// Values as bytes for files that only this build of the program reads back: in the machine's own order, without alignment.
namespace zhengtu {

/// A 64-bit checksum of bytes: tells damage and change, is no protection against malice. The same on every machine of one byte order.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes, std::uint64_t seed = 0) noexcept;

class BinaryWriter {
public:
    template <class T> void value(T const& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        m_bytes.append(reinterpret_cast<char const*>(&value), sizeof value);
    }
    void text(std::string_view text);
    void texts(std::span<std::string const> texts);
    /// Plain values one after the other. T must have no padding, or the same value would give different bytes.
    template <class T> void array(std::span<T const> values)
    {
        static_assert(std::is_trivially_copyable_v<T> && (std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>));
        value(static_cast<std::uint64_t>(values.size()));
        m_bytes.append(reinterpret_cast<char const*>(values.data()), values.size_bytes());
    }
    [[nodiscard]] std::string take() && { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

/// Reads what BinaryWriter wrote. A read past the end gives an empty value and makes the reader bad for good; sizes are checked
/// against what is left before anything is allocated, so broken bytes cost nothing but an answer.
class BinaryReader {
public:
    explicit BinaryReader(std::string_view bytes) : m_bytes{bytes} {}

    template <class T> T value()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T value{};
        if (auto const at = take(sizeof value); !at.empty()) { std::memcpy(&value, at.data(), sizeof value); }
        return value;
    }
    [[nodiscard]] std::string_view view();
    [[nodiscard]] std::string text() { return std::string{view()}; }
    [[nodiscard]] std::vector<std::string> texts();
    template <class T> std::vector<T> array()
    {
        auto const count = counted(sizeof(T));
        std::vector<T> values(count);
        if (auto const at = take(count * sizeof(T)); !at.empty()) { std::memcpy(values.data(), at.data(), at.size()); }
        return values;
    }
    /// How many things follow, each of at least `least` bytes; 0 where so many cannot be.
    [[nodiscard]] std::size_t counted(std::size_t least);

    [[nodiscard]] bool good() const noexcept { return m_good; }
    /// All was read, and nothing is left over.
    [[nodiscard]] bool complete() const noexcept { return m_good && m_bytes.empty(); }

private:
    [[nodiscard]] std::string_view take(std::size_t size);
    std::string_view m_bytes;
    bool m_good = true;
};

} // namespace zhengtu
