/// Any words in any text: the index must find exactly what comparing every word at every position finds, in UTF-8 and in UTF-32, and must be
/// the same after it was written and read; tables that were damaged on the way must be refused or be searched without harm.
/// Input: words, one a line, an empty line, then the text.
#include "core/binary.hpp"
#include "core/utf.hpp"
#include "place/word_index.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string_view>
#include <tuple>

using namespace zhengtu;

namespace {

using Found = std::set<std::pair<std::size_t, std::size_t>>;

void require(bool holds, char const* what)
{
    if (holds) { return; }
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

std::vector<std::u32string> wordsOf(std::string_view lines)
{
    std::vector<std::u32string> words;
    while (!lines.empty()) {
        auto const line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        auto wide = toUtf32(line);
        if (wide && wide->size() >= 2 && wide->find(U'\0') == std::u32string::npos) { words.push_back(std::move(*wide)); }
    }
    return words;
}

Found naive(std::vector<std::u32string> const& words, std::u32string_view text)
{
    Found found;
    for (auto const& word : words) {
        for (auto at = text.find(word); at != std::u32string_view::npos; at = text.find(word, at + 1)) { found.emplace(at, at + word.size()); }
    }
    return found;
}

Found byCharacter(place::WordIndex const& index, std::u32string_view text)
{
    Found found;
    std::vector<place::WordIndex::Hit> hits;
    for (std::size_t at = 0; at < text.size(); ++at) {
        hits.clear();
        index.at(text, at, hits);
        for (auto const& hit : hits) { found.emplace(at, at + hit.length); }
    }
    return found;
}

Found byByte(place::WordIndex const& index, std::string_view text)
{
    Found found;
    index.scan(text, [&](place::WordIndex::Found const& hit) {
        require(hit.begin < hit.end && hit.end <= text.size() && !hit.values.empty(), "an occurrence inside the text");
        require(found.emplace(hit.begin, hit.end).second, "an occurrence once");
    });
    return found;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const input{reinterpret_cast<char const*>(data), size};
    auto const gap = input.find("\n\n");
    auto const text = gap == std::string_view::npos ? input : input.substr(gap + 2);
    auto const words = wordsOf(gap == std::string_view::npos ? input : input.substr(0, gap));
    std::vector<std::pair<std::u32string, std::uint32_t>> entries;
    for (auto const& word : words) { entries.emplace_back(word, static_cast<std::uint32_t>(entries.size())); }
    place::WordIndex const index{entries};

    auto const bytes = byByte(index, text); // also of what is no UTF-8
    if (auto const wide = toUtf32(text)) {
        auto const expected = naive(words, *wide);
        require(byCharacter(index, *wide) == expected, "the words that are there, by character");
        std::vector<std::size_t> offsets{0};
        for (auto const c : *wide) { offsets.push_back(offsets.back() + (c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U)); }
        Found inBytes;
        for (auto const& [begin, end] : expected) { inBytes.emplace(offsets[begin], offsets[end]); }
        require(bytes == inBytes, "the words that are there, by byte");
    }

    BinaryWriter out;
    index.write(out);
    auto file = std::move(out).take();
    BinaryReader in{file};
    require(byByte(place::WordIndex::read(in), text) == bytes, "the same index after it was written and read");
    if (!text.empty() && !file.empty()) { // one byte changed, where the text says
        auto const at = (static_cast<std::size_t>(data[size - 1]) << 8U | data[size / 2]) % file.size();
        file[at] = static_cast<char>(file[at] ^ static_cast<char>(data[0] | 1));
        BinaryReader damaged{file};
        place::WordIndex::read(damaged).scan(text, [](place::WordIndex::Found const&) {});
    }
    return 0;
}
