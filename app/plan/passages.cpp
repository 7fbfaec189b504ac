#include "plan/fields.hpp"

#include "core/utf.hpp"

#include <algorithm>
#include <cstdint>

namespace zhengtu::plan {

using View = std::u32string_view;

Passage passage(text::NormalText const& normal, std::size_t begin, std::size_t end, bool dropStop)
{
    auto const text = View{normal.text};
    auto const blank = [&](std::size_t i) { return text[i] == U' ' || text[i] == U'\n'; };
    while (begin < end && blank(begin)) { ++begin; }
    while (end > begin && (blank(end - 1) || (dropStop && (text[end - 1] == U'。' || text[end - 1] == U'；' || text[end - 1] == U'，')))) { --end; }
    return {toUtf8(text.substr(begin, end - begin)), normal.sourceSpan(begin, end)};
}

std::string readStatus(View text, Dictionary const& dictionary)
{
    for (auto const& status : dictionary.statuses) {
        if (containsAny(text, status.words)) { return status.name; }
    }
    return {};
}

std::vector<std::string> categorise(View title, View all, Dictionary const& dictionary)
{
    // A word counts up to three times, and twice as much again where it stands in the title.
    auto const& index = dictionary.categoryIndex;
    std::vector<int> score(dictionary.categories.size(), 0);
    auto const add = [&](View text, int most, int weight) {
        std::vector<std::uint32_t> times(index.wordCount(), 0);
        index.search(text, [&](CategoryIndex::Word const& word) {
            if (times[word.id]++ < static_cast<std::uint32_t>(most)) { score[word.category] += weight; }
        });
    };
    add(all.substr(0, 20'000), 3, 1);
    add(title, 2, 2);
    struct Scored { std::string name; int score; };
    std::vector<Scored> scored, weak;
    for (std::size_t c = 0; c < score.size(); ++c) {
        auto const& category = dictionary.categories[c];
        if (score[c] > 0) { (score[c] >= category.min ? scored : weak).push_back({category.name, score[c]}); }
    }
    if (scored.empty()) { scored = std::move(weak); }
    std::stable_sort(scored.begin(), scored.end(), [](Scored const& a, Scored const& b) { return a.score > b.score; });
    std::vector<std::string> names;
    for (auto const& entry : scored) { // a subject that is only touched on is not what the problem is about
        if (entry.score * 3 >= scored.front().score) { names.push_back(entry.name); }
    }
    return names;
}

} // namespace zhengtu::plan
