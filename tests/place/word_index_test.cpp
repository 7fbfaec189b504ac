#include "place/word_index.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using zhengtu::place::WordIndex;

namespace {

std::vector<std::u32string> wordsAt(WordIndex const& index, std::u32string_view text, std::size_t at)
{
    std::vector<WordIndex::Hit> hits;
    index.at(text, at, hits);
    std::vector<std::u32string> words;
    for (auto const& hit : hits) { words.emplace_back(text.substr(at, hit.length)); }
    return words;
}

} // namespace

TEST_CASE("every word that begins at a position is found, shortest first", "[place]")
{
    WordIndex const index{{{U"汾河", 1}, {U"汾河水库", 2}, {U"汾河源", 3}, {U"河水", 4}, {U"汾西", 5}}};
    CHECK(wordsAt(index, U"在汾河水库旁", 1) == std::vector<std::u32string>{U"汾河", U"汾河水库"});
    CHECK(wordsAt(index, U"在汾河水库旁", 2) == std::vector<std::u32string>{U"河水"});
    CHECK(wordsAt(index, U"汾河源头", 0) == std::vector<std::u32string>{U"汾河", U"汾河源"});
    CHECK(wordsAt(index, U"汾", 0).empty());
    CHECK(wordsAt(index, U"河", 0).empty());
    CHECK(index.longest(U"汾河水", 0).length == 2);
}

TEST_CASE("one word may stand for several places, and words of one character are left out", "[place]")
{
    WordIndex const index{{{U"平泉", 7}, {U"平泉", 3}, {U"平泉", 7}, {U"村", 9}}};
    CHECK(index.size() == 1);
    auto const values = index.find(U"平泉");
    CHECK(std::vector<std::uint32_t>(values.begin(), values.end()) == std::vector<std::uint32_t>{3, 7});
    CHECK(index.find(U"平泉村").empty());
    CHECK(WordIndex{}.find(U"平泉").empty());
}

TEST_CASE("the order in which words are given does not matter", "[place]")
{
    std::vector<std::pair<std::u32string, std::uint32_t>> words;
    for (char32_t a = U'一'; a < U'一' + 40; ++a) {
        for (char32_t b = U'甲'; b < U'甲' + 5; ++b) {
            words.push_back({std::u32string{a, b}, static_cast<std::uint32_t>(words.size())});
            words.push_back({std::u32string{a, b, a}, static_cast<std::uint32_t>(words.size())});
        }
    }
    WordIndex const forward{words};
    auto reversed = words;
    std::ranges::reverse(reversed);
    WordIndex const backward{reversed};
    for (auto const& [word, value] : words) {
        REQUIRE(forward.find(word).size() == 1);
        CHECK(forward.find(word).front() == value);
        CHECK(backward.find(word).front() == value);
    }
}
