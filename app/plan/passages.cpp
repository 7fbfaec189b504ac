#include "plan/fields.hpp"

#include "core/utf.hpp"

#include <algorithm>

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

namespace {

int count(View text, View word) noexcept
{
    int n = 0;
    for (auto at = text.find(word); at != View::npos; at = text.find(word, at + word.size())) { ++n; }
    return n;
}

} // namespace

std::vector<std::string> categorise(View title, View all, Dictionary const& dictionary)
{
    struct Scored { std::string name; int score; };
    std::vector<Scored> scored, weak;
    for (auto const& category : dictionary.categories) {
        int score = 0;
        for (auto const& word : category.words) {
            if (auto const n = count(all, word); n > 0) { score += std::min(n, 3) + 2 * std::min(count(title, word), 2); }
        }
        if (score > 0) { (score >= category.min ? scored : weak).push_back({category.name, score}); }
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
