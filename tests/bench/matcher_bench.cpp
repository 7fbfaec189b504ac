// One pass of the gazetteer's matcher over a file of UTF-8, as a whole process: reads names, builds the index, maps the text, counts.
// usage: matcher_bench NAMES TEXT [--list]   NAMES: one a line; TEXT: UTF-8. --list prints every occurrence as "byte name".
// Made by the same index that the product uses (place/word_index.hpp).
#include "core/mapped_file.hpp"
#include "core/utf.hpp"
#include "place/word_index.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>

using namespace zhengtu;

namespace {

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>{std::chrono::steady_clock::now() - begin}.count();
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 3) { return 2; }
    auto const begin = std::chrono::steady_clock::now();
    auto const names = MappedFile::open(arguments[1]);
    auto const text = MappedFile::open(arguments[2]);
    if (!names || !text) { return 1; }
    std::vector<std::pair<std::u32string, std::uint32_t>> words;
    for (auto left = names->bytes(); !left.empty();) {
        auto const line = left.substr(0, left.find('\n'));
        left.remove_prefix(std::min(left.size(), line.size() + 1));
        if (auto wide = toUtf32(line)) { words.emplace_back(std::move(*wide), static_cast<std::uint32_t>(words.size())); }
    }
    place::WordIndex const index{std::move(words)};
    auto const built = secondsSince(begin);
    std::uint64_t occurrences = 0, bytes = 0;
    bool const list = count > 3 && std::string_view{arguments[3]} == "--list";
    index.scan(text->bytes(), [&](place::WordIndex::Found const& found) {
        ++occurrences;
        bytes += found.end - found.begin;
        if (list) { std::printf("%zu %.*s\n", found.begin, static_cast<int>(found.end - found.begin), text->bytes().data() + found.begin); }
    });
    std::fprintf(stderr, "%zu names, %llu occurrences of %llu bytes; index built in %.3f s, whole %.3f s\n", index.size(),
                 static_cast<unsigned long long>(occurrences), static_cast<unsigned long long>(bytes), built, secondsSince(begin));
}
