#pragma once

#include "core/binary.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhengtu::place {

/// Finds which of many words begin at a position of a text. Words have at least two characters; shorter ones are ignored.
///
/// A bit table over the first two characters refuses nearly every position at the cost of one look; the rest walk a sorted
/// array one character at a time. So one pass over a text costs what the text is long, times the length of the longest word at
/// worst, whatever the number of words.
class WordIndex {
public:
    struct Hit {
        std::uint32_t length = 0; ///< in characters
        std::span<std::uint32_t const> values;
    };
    /// A word in a text of UTF-8: where it begins and ends, in bytes.
    struct Found {
        std::size_t begin = 0, end = 0;
        std::span<std::uint32_t const> values;
    };

    WordIndex() = default;
    explicit WordIndex(std::vector<std::pair<std::u32string, std::uint32_t>> words);

    /// All words that begin at `at`, shortest first, appended to `hits`.
    void at(std::u32string_view text, std::size_t at, std::vector<Hit>& hits) const;
    /// The longest word that begins at `at`; length 0 where there is none.
    [[nodiscard]] Hit longest(std::u32string_view text, std::size_t at) const;
    /// The values of exactly this word.
    [[nodiscard]] std::span<std::uint32_t const> find(std::u32string_view word) const;
    [[nodiscard]] std::size_t size() const noexcept { return m_words.size(); }

    /// Every word at every position of a text of UTF-8, those that overlap too, in the order of their beginnings, shortest first: one
    /// pass without a copy of the text. What is no UTF-8 is in no word and is stepped over byte by byte.
    void scan(std::string_view utf8, std::function<void(Found const&)> const& found) const;

    /// No value is greater; 0 where there are no words.
    [[nodiscard]] std::uint32_t largestValue() const noexcept;

    /// For the prepared file: the same words in the same tables. A broken file gives an index without words and a bad reader.
    void write(BinaryWriter& out) const;
    [[nodiscard]] static WordIndex read(BinaryReader& in);

private:
    struct Word {
        std::uint32_t offset = 0; ///< of its first character in m_pool
        std::uint32_t length = 0;
        std::uint32_t first = 0;  ///< its values: [first, first + count) of m_values
        std::uint32_t count = 0;
    };
    struct Bucket {
        std::uint64_t key = 0;
        std::uint32_t first = 0, last = 0;
    };

    [[nodiscard]] bool sound() const;
    [[nodiscard]] std::u32string_view text(Word const& word) const noexcept;
    [[nodiscard]] Bucket const* bucket(std::uint64_t key) const noexcept;
    [[nodiscard]] bool mayBegin(std::uint64_t key) const noexcept;
    template <class Next, class Visit> void walk(Bucket const& bucket, Next next, Visit visit) const;
    template <class Visit> void walkAt(std::u32string_view text, std::size_t at, Visit visit) const;

    std::vector<char32_t> m_pool;
    std::vector<Word> m_words;          ///< sorted, each once
    std::vector<std::uint32_t> m_values;
    std::vector<Bucket> m_table;        ///< open addressing by the first two characters
    std::vector<std::uint64_t> m_seen;  ///< bit table over the same key
};

} // namespace zhengtu::place
