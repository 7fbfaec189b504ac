// The matcher against one that looks at every position for every word: the same occurrences, in UTF-32 and in UTF-8.
#include "core/binary.hpp"
#include "core/utf.hpp"
#include "place/word_index.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <random>
#include <set>

using namespace zhengtu;
using place::WordIndex;

namespace {

struct Occurrence {
    std::size_t begin = 0, end = 0; ///< in bytes
    auto operator<=>(Occurrence const&) const = default;
};

std::vector<Occurrence> naive(std::set<std::string> const& words, std::string const& text)
{
    std::vector<Occurrence> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (auto const& word : words) {
            auto const wide = toUtf32(word);
            if (wide && wide->size() >= 2 && text.compare(at, word.size(), word) == 0) { found.push_back({at, at + word.size()}); }
        }
    }
    std::ranges::sort(found);
    return found;
}

std::vector<Occurrence> scanned(WordIndex const& index, std::string const& text)
{
    std::vector<Occurrence> found;
    index.scan(text, [&](WordIndex::Found const& word) { found.push_back({word.begin, word.end}); });
    return found;
}

/// The same by asking at each character, as the product does.
std::vector<Occurrence> asked(WordIndex const& index, std::string const& text)
{
    auto const wide = toUtf32(text).value();
    std::vector<Occurrence> found;
    std::vector<WordIndex::Hit> hits;
    for (std::size_t at = 0; at < wide.size(); ++at) {
        hits.clear();
        index.at(wide, at, hits);
        auto const begin = toUtf8(wide.substr(0, at)).size();
        for (auto const& hit : hits) { found.push_back({begin, begin + toUtf8(wide.substr(at, hit.length)).size()}); }
    }
    return found;
}

WordIndex indexOf(std::set<std::string> const& words)
{
    std::vector<std::pair<std::u32string, std::uint32_t>> pairs;
    for (auto const& word : words) { pairs.emplace_back(toUtf32(word).value(), static_cast<std::uint32_t>(pairs.size())); }
    return WordIndex{std::move(pairs)};
}

} // namespace

TEST_CASE("random words in random texts: the same occurrences as a matcher that tries everything", "[place][matcher]")
{
    // Few letters, so that words share beginnings and ends, overlap and hold one another; one, two, three and four bytes long.
    std::vector<std::string> const letters{"村", "河", "汾", "太", "G", "3", "é", "𠮷", "，"};
    auto const seed = GENERATE(range(1U, 61U));
    CAPTURE(seed);
    std::mt19937 random{seed};
    auto const some = [&](std::size_t least, std::size_t most) {
        std::string text;
        for (auto left = least + random() % (most - least + 1); left > 0; --left) { text += letters[random() % letters.size()]; }
        return text;
    };
    std::set<std::string> words;
    for (auto left = 1 + random() % 40; left > 0; --left) { words.insert(some(1, 5)); }
    auto const text = some(0, 300);
    CAPTURE(text);
    auto const index = indexOf(words);
    auto const expected = naive(words, text);
    CHECK(scanned(index, text) == expected);
    CHECK(asked(index, text) == expected);

    BinaryWriter out;
    index.write(out);
    auto const bytes = std::move(out).take();
    BinaryReader in{bytes};
    auto const again = WordIndex::read(in);
    CHECK(in.complete());
    CHECK(scanned(again, text) == expected);
}

TEST_CASE("bytes that are no UTF-8 are in no word and hide no word after them", "[place][matcher]")
{
    auto const index = indexOf({"汾河", "河津"});
    auto const broken = GENERATE(as<std::string>{}, "\xFF", "\xE6\xB1", "\xE6", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", std::string(1, '\0'));
    CHECK(scanned(index, "汾" + broken + "河").empty());
    CHECK(scanned(index, broken + "汾河" + broken) == std::vector<Occurrence>{{broken.size(), broken.size() + 6}});
    CHECK(scanned(index, "汾河津") == std::vector<Occurrence>{{0, 6}, {3, 9}});
    CHECK(scanned(index, std::string{"汾河"}.substr(0, 5)).empty());
}

TEST_CASE("an index from broken bytes has no words and says so", "[place][matcher]")
{
    BinaryWriter out;
    indexOf({"汾河", "汾河水库", "河津"}).write(out);
    auto const bytes = std::move(out).take();
    for (std::size_t cut = 0; cut < bytes.size(); cut += 97) {
        BinaryReader in{std::string_view{bytes}.substr(0, cut)};
        CHECK(WordIndex::read(in).size() == 0);
        CHECK_FALSE(in.good());
    }
    auto lies = bytes;
    lies[8 + 4 * 9 + 8] = '\x7F'; // the first word begins far beyond the pool
    lies[8 + 4 * 9 + 9] = '\x7F';
    BinaryReader in{lies};
    auto const index = WordIndex::read(in);
    for (auto const& found : scanned(index, "汾河水库河津")) { CHECK(found.end <= 18); }
}
