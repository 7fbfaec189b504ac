#include "place/word_index.hpp"

#include <algorithm>
#include <bit>

namespace zhengtu::place {

namespace {

constexpr std::uint32_t bits = 1U << 17;

std::uint64_t keyOf(std::u32string_view text, std::size_t at) noexcept
{
    return (static_cast<std::uint64_t>(text[at]) << 32) | text[at + 1];
}

std::uint64_t mix(std::uint64_t key) noexcept { return (key * 0x9E3779B97F4A7C15ULL) >> 20; }

} // namespace

WordIndex::WordIndex(std::vector<std::pair<std::u32string, std::uint32_t>> words)
{
    std::erase_if(words, [](auto const& word) { return word.first.size() < 2; });
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (auto const& [text, value] : words) {
        if (m_words.empty() || this->text(m_words.back()) != text) {
            m_words.push_back({static_cast<std::uint32_t>(m_pool.size()), static_cast<std::uint32_t>(text.size()),
                               static_cast<std::uint32_t>(m_values.size()), 0});
            m_pool += text;
        }
        m_values.push_back(value);
        ++m_words.back().count;
    }
    m_table.resize(std::bit_ceil(m_words.size() * 2 + 2));
    m_seen.resize(bits / 64);
    for (std::uint32_t i = 0; i < m_words.size();) {
        auto const key = keyOf(this->text(m_words[i]), 0);
        auto last = i;
        while (last < m_words.size() && keyOf(this->text(m_words[last]), 0) == key) { ++last; }
        auto slot = mix(key) & (m_table.size() - 1);
        while (m_table[slot].key != 0) { slot = (slot + 1) & (m_table.size() - 1); }
        m_table[slot] = {key, i, last};
        m_seen[(mix(key) & (bits - 1)) / 64] |= 1ULL << (mix(key) % 64);
        i = last;
    }
}

std::u32string_view WordIndex::text(Word const& word) const noexcept
{
    return std::u32string_view{m_pool}.substr(word.offset, word.length);
}

WordIndex::Bucket const* WordIndex::bucket(std::uint64_t key) const noexcept
{
    if (m_words.empty() || ((m_seen[(mix(key) & (bits - 1)) / 64] >> (mix(key) % 64)) & 1U) == 0) { return nullptr; }
    auto slot = mix(key) & (m_table.size() - 1);
    while (m_table[slot].key != 0) {
        if (m_table[slot].key == key) { return &m_table[slot]; }
        slot = (slot + 1) & (m_table.size() - 1);
    }
    return nullptr;
}

template <class Visit> void WordIndex::walk(std::u32string_view text, std::size_t at, Visit visit) const
{
    if (at + 2 > text.size()) { return; }
    auto const* const range = bucket(keyOf(text, at));
    if (range == nullptr) { return; }
    auto first = m_words.begin() + range->first;
    auto last = m_words.begin() + range->last;
    for (std::uint32_t depth = 2;; ++depth) {
        // Sorted: among words that agree so far, the one that ends here comes first.
        if (first->length == depth) {
            visit(Hit{depth, std::span{m_values}.subspan(first->first, first->count)});
            ++first;
        }
        if (first == last || at + depth >= text.size()) { return; }
        auto const wanted = text[at + depth];
        auto const charAt = [&](Word const& word) { return m_pool[word.offset + depth]; };
        first = std::lower_bound(first, last, wanted, [&](Word const& word, char32_t c) { return charAt(word) < c; });
        last = std::upper_bound(first, last, wanted, [&](char32_t c, Word const& word) { return c < charAt(word); });
        if (first == last) { return; }
    }
}

void WordIndex::at(std::u32string_view text, std::size_t at, std::vector<Hit>& hits) const
{
    walk(text, at, [&](Hit hit) { hits.push_back(hit); });
}

WordIndex::Hit WordIndex::longest(std::u32string_view text, std::size_t at) const
{
    Hit best;
    walk(text, at, [&](Hit hit) { best = hit; });
    return best;
}

std::span<std::uint32_t const> WordIndex::find(std::u32string_view word) const
{
    auto const best = longest(word, 0);
    return best.length == word.size() ? best.values : std::span<std::uint32_t const>{};
}

} // namespace zhengtu::place
