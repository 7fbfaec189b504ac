// One pass of the gazetteer's matcher over a file of UTF-8, as a whole process: reads names, builds the index, maps the text, finds.
// usage: matcher_bench NAMES TEXT [--naive]   NAMES: one a line; TEXT: UTF-8.
// Prints the answer (match_answer.hpp) and how long the index took to build. --naive finds the same in another way: for each length of
// a name, every substring of so many characters is looked up in a set. tests/bench/match.py runs it beside others and compares the answers.
#include "core/mapped_file.hpp"
#include "core/utf.hpp"
#include "match_answer.hpp"
#include "place/word_index.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>
#include <string_view>
#include <unordered_set>

using namespace zhengtu;

namespace {

template <class Use> void eachLine(std::string_view left, Use use)
{
    while (!left.empty()) {
        auto const line = left.substr(0, left.find('\n'));
        left.remove_prefix(std::min(left.size(), line.size() + 1));
        use(line);
    }
}

bench::Answer byIndex(std::string_view names, std::string_view text, double& buildS)
{
    auto const begin = std::chrono::steady_clock::now();
    std::vector<std::pair<std::u32string, std::uint32_t>> words;
    eachLine(names, [&](std::string_view line) {
        if (auto wide = toUtf32(line)) { words.emplace_back(std::move(*wide), static_cast<std::uint32_t>(words.size())); }
    });
    place::WordIndex const index{std::move(words)};
    buildS = std::chrono::duration<double>{std::chrono::steady_clock::now() - begin}.count();
    bench::Answer answer;
    index.scan(text, [&](place::WordIndex::Found const& found) { answer.add(found.begin, found.end); });
    return answer;
}

/// Knows nothing of prefixes, tables of two characters or the decoder: bytes only.
bench::Answer naively(std::string_view names, std::string_view text)
{
    std::unordered_set<std::string_view> set;
    std::set<std::size_t> lengths;
    eachLine(names, [&](std::string_view line) {
        set.insert(line);
        lengths.insert(line.size());
    });
    bench::Answer answer;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80) { continue; }
        for (auto const length : lengths) {
            if (i + length <= text.size() && set.contains(text.substr(i, length))) { answer.add(i, i + length); }
        }
    }
    return answer;
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 3) { return 2; }
    auto const names = MappedFile::open(arguments[1]);
    auto const text = MappedFile::open(arguments[2]);
    if (!names || !text) { return 1; }
    double buildS = 0;
    bool const naive = count > 3 && std::string_view{arguments[3]} == "--naive";
    (naive ? naively(names->bytes(), text->bytes()) : byIndex(names->bytes(), text->bytes(), buildS)).print(buildS);
}
