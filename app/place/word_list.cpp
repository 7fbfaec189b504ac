#include "place/word_list.hpp"

namespace zhengtu::place::lexicon {

WordList words(std::u32string_view list)
{
    WordList all;
    for (std::size_t at = 0; at < list.size();) {
        auto const end = std::min(list.find(U' ', at), list.size());
        if (end > at) { all.emplace_back(list.substr(at, end - at)); }
        at = end + 1;
    }
    return all;
}

WordIndex indexOf(std::u32string_view list)
{
    std::vector<std::pair<std::u32string, std::uint32_t>> pairs;
    for (auto& word : words(list)) { pairs.emplace_back(std::move(word), 0U); }
    return WordIndex{std::move(pairs)};
}

} // namespace zhengtu::place::lexicon
