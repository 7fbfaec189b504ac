#include "place/word_index.hpp"

#include <algorithm>
#include <bit>

namespace zhengtu::place {

namespace {

constexpr std::uint32_t bits = 1U << 19; ///< 64 KiB: stays in the second-level cache, and 50 000 names fill a twentieth of it
constexpr char32_t noCharacter = 0; ///< no word has it

constexpr std::uint64_t keyOf(char32_t first, char32_t second) noexcept { return (std::uint64_t{first} << 32) | second; }
constexpr std::uint64_t mix(std::uint64_t key) noexcept { return (key * 0x9E3779B97F4A7C15ULL) >> 20; }

/// Characters of UTF-8 one by one. `noCharacter` where the bytes are no character; then `at` has gone one byte on.
class Decoder {
public:
    Decoder(std::string_view bytes, std::size_t at) noexcept
        : m_from{reinterpret_cast<unsigned char const*>(bytes.data())}, m_at{m_from + at}, m_end{m_from + bytes.size()}
    {
    }
    [[nodiscard]] bool done() const noexcept { return m_at == m_end; }
    [[nodiscard]] std::size_t at() const noexcept { return static_cast<std::size_t>(m_at - m_from); }

    char32_t next() noexcept
    {
        auto const lead = *m_at;
        if (lead < 0x80) {
            ++m_at;
            return lead;
        }
        if ((lead & 0xF0U) == 0xE0 && m_end - m_at >= 3 && tail(1) && tail(2)) {
            auto const c = static_cast<char32_t>((lead & 0x0FU) << 12 | (m_at[1] & 0x3FU) << 6 | (m_at[2] & 0x3FU));
            if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
                m_at += 3;
                return c;
            }
        }
        return rare(lead);
    }

private:
    [[nodiscard]] bool tail(int i) const noexcept { return (m_at[i] & 0xC0U) == 0x80; }
    char32_t rare(unsigned lead) noexcept
    {
        if ((lead & 0xE0U) == 0xC0 && lead >= 0xC2 && m_end - m_at >= 2 && tail(1)) {
            auto const c = static_cast<char32_t>((lead & 0x1FU) << 6 | (m_at[1] & 0x3FU));
            m_at += 2;
            return c;
        }
        if ((lead & 0xF8U) == 0xF0 && m_end - m_at >= 4 && tail(1) && tail(2) && tail(3)) {
            auto const c = static_cast<char32_t>((lead & 0x07U) << 18 | (m_at[1] & 0x3FU) << 12 | (m_at[2] & 0x3FU) << 6 | (m_at[3] & 0x3FU));
            if (c >= 0x10000 && c <= 0x10FFFF) {
                m_at += 4;
                return c;
            }
        }
        ++m_at;
        return noCharacter;
    }

    unsigned char const* m_from;
    unsigned char const* m_at;
    unsigned char const* m_end;
};

} // namespace

WordIndex::WordIndex(std::vector<std::pair<std::u32string, std::uint32_t>> words)
{
    std::erase_if(words, [](auto const& word) { return word.first.size() < 2 || word.first.find(noCharacter) != std::u32string::npos; });
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::size_t buckets = 0;
    for (auto const& [text, value] : words) {
        if (m_words.empty() || this->text(m_words.back()) != text) {
            buckets += m_words.empty() || this->text(m_words.back()).substr(0, 2) != text.substr(0, 2);
            m_words.push_back({static_cast<std::uint32_t>(m_pool.size()), static_cast<std::uint32_t>(text.size()),
                               static_cast<std::uint32_t>(m_values.size()), 0});
            m_pool.insert(m_pool.end(), text.begin(), text.end());
        }
        m_values.push_back(value);
        ++m_words.back().count;
    }
    m_table.resize(std::bit_ceil(buckets * 2 + 2));
    m_seen.resize(bits / 64);
    for (std::uint32_t i = 0; i < m_words.size();) {
        auto const keyAt = [&](std::uint32_t word) { return keyOf(m_pool[m_words[word].offset], m_pool[m_words[word].offset + 1]); };
        auto const key = keyAt(i);
        auto last = i;
        while (last < m_words.size() && keyAt(last) == key) { ++last; }
        auto slot = mix(key) & (m_table.size() - 1);
        while (m_table[slot].key != 0) { slot = (slot + 1) & (m_table.size() - 1); }
        m_table[slot] = {key, i, last};
        m_seen[(mix(key) & (bits - 1)) / 64] |= 1ULL << (mix(key) % 64);
        i = last;
    }
}

std::u32string_view WordIndex::text(Word const& word) const noexcept
{
    return std::u32string_view{m_pool.data(), m_pool.size()}.substr(word.offset, word.length);
}

bool WordIndex::mayBegin(std::uint64_t key) const noexcept
{
    auto const mixed = mix(key);
    return ((m_seen[(mixed & (bits - 1)) / 64] >> (mixed % 64)) & 1U) != 0;
}

WordIndex::Bucket const* WordIndex::bucket(std::uint64_t key) const noexcept
{
    auto slot = mix(key) & (m_table.size() - 1);
    while (m_table[slot].key != 0) {
        if (m_table[slot].key == key) { return &m_table[slot]; }
        slot = (slot + 1) & (m_table.size() - 1);
    }
    return nullptr;
}

/// Visits the words of a bucket that go on as the text does. `next` gives the characters after the first two, then `noCharacter`.
template <class Next, class Visit> void WordIndex::walk(Bucket const& bucket, Next next, Visit visit) const
{
    auto const* first = m_words.data() + bucket.first;
    auto const* last = m_words.data() + bucket.last;
    for (std::uint32_t depth = 2;; ++depth) {
        // Sorted: among words that agree so far, the one that ends here comes first.
        if (first->length == depth) {
            visit(Hit{depth, std::span{m_values}.subspan(first->first, first->count)});
            if (++first == last) { return; }
        }
        char32_t const wanted = next();
        if (wanted == noCharacter) { return; }
        auto const charAt = [&](Word const& word) { return m_pool[word.offset + depth]; };
        constexpr std::ptrdiff_t few = 8;
        if (last - first > few) {
            first = std::lower_bound(first, last, wanted, [&](Word const& word, char32_t c) { return charAt(word) < c; });
            last = std::upper_bound(first, last, wanted, [&](char32_t c, Word const& word) { return c < charAt(word); });
        } else {
            while (first != last && charAt(*first) != wanted) { ++first; }
            auto const* stop = first;
            while (stop != last && charAt(*stop) == wanted) { ++stop; }
            last = stop;
        }
        if (first == last) { return; }
    }
}

template <class Visit> void WordIndex::walkAt(std::u32string_view text, std::size_t at, Visit visit) const
{
    if (m_words.empty() || at + 2 > text.size()) { return; }
    auto const key = keyOf(text[at], text[at + 1]);
    if (!mayBegin(key)) { return; }
    auto const* const words = bucket(key);
    if (words == nullptr) { return; }
    walk(*words, [&, i = at + 2]() mutable { return i < text.size() ? text[i++] : noCharacter; }, visit);
}

void WordIndex::at(std::u32string_view text, std::size_t at, std::vector<Hit>& hits) const
{
    walkAt(text, at, [&](Hit hit) { hits.push_back(hit); });
}

WordIndex::Hit WordIndex::longest(std::u32string_view text, std::size_t at) const
{
    Hit best;
    walkAt(text, at, [&](Hit hit) { best = hit; });
    return best;
}

std::span<std::uint32_t const> WordIndex::find(std::u32string_view word) const
{
    auto const best = longest(word, 0);
    return best.length == word.size() ? best.values : std::span<std::uint32_t const>{};
}

void WordIndex::scan(std::string_view utf8, std::function<void(Found const&)> const& found) const
{
    if (m_words.empty()) { return; }
    Decoder here{utf8, 0};
    std::size_t begin = 0;
    char32_t before = noCharacter;
    while (!here.done()) {
        auto const at = here.at();
        auto const c = here.next();
        auto const key = keyOf(before, c);
        if (mayBegin(key)) [[unlikely]] {
            if (auto const* const words = bucket(key)) {
                Decoder ahead = here;
                // A word is visited before the character after it is read, so it ends where `ahead` is.
                walk(*words, [&] { return ahead.done() ? noCharacter : ahead.next(); }, [&](Hit hit) { found({begin, ahead.at(), hit.values}); });
            }
        }
        begin = at;
        before = c;
    }
}

std::uint32_t WordIndex::largestValue() const noexcept { return m_values.empty() ? 0 : *std::ranges::max_element(m_values); }

void WordIndex::write(BinaryWriter& out) const
{
    out.array(std::span{m_pool});
    out.array(std::span{m_words});
    out.array(std::span{m_values});
    out.array(std::span{m_table});
    out.array(std::span{m_seen});
}

WordIndex WordIndex::read(BinaryReader& in)
{
    WordIndex index;
    index.m_pool = in.array<char32_t>();
    index.m_words = in.array<Word>();
    index.m_values = in.array<std::uint32_t>();
    index.m_table = in.array<Bucket>();
    index.m_seen = in.array<std::uint64_t>();
    return in.good() && index.sound() ? std::move(index) : WordIndex{};
}

/// Whether every number leads into its table: what was read may have been made by another program.
bool WordIndex::sound() const
{
    if (m_words.empty()) { return true; }
    auto const within = [](std::uint64_t first, std::uint64_t count, std::size_t size) { return first + count <= size; };
    return m_seen.size() == bits / 64 && std::has_single_bit(m_table.size()) && std::ranges::any_of(m_table, [](auto const& b) { return b.key == 0; }) &&
           std::ranges::all_of(m_words, [&](Word const& word) { return word.length >= 2 && within(word.offset, word.length, m_pool.size()) && within(word.first, word.count, m_values.size()); }) &&
           std::ranges::all_of(m_table, [&](Bucket const& b) { return b.key == 0 || (b.first < b.last && b.last <= m_words.size()); });
}

} // namespace zhengtu::place
