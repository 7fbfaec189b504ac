#include "plan/categories.hpp"

#include "core/utf.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace zhengtu::plan {

namespace {

/// Adds the words of `passage` that speak for the categories of the problem and were not found before.
class Explainer {
public:
    Explainer(Problem const& problem, Dictionary const& dictionary) : m_problem{problem}, m_dictionary{dictionary} {}

    void read(Passage const& passage)
    {
        auto const wide = toUtf32(passage.text).value_or(std::u32string{});
        std::u32string_view const text{wide};
        for (std::size_t at = 0; at < text.size();) {
            auto const stop = std::min(text.find_first_of(U"。；\n", at), text.size());
            auto const sentence = text.substr(at, stop - at);
            m_dictionary.categoryIndex.search(sentence, [&](CategoryIndex::Word const& word) { add(word, sentence, passage.span); });
            at = stop + 1;
        }
    }

    /// In the order of the problem's categories.
    std::vector<CategoryReason> take()
    {
        auto const rank = [&](CategoryReason const& reason) {
            return std::find(m_problem.categories.begin(), m_problem.categories.end(), reason.category) - m_problem.categories.begin();
        };
        std::stable_sort(m_reasons.begin(), m_reasons.end(), [&](CategoryReason const& a, CategoryReason const& b) { return rank(a) < rank(b); });
        return std::move(m_reasons);
    }

private:
    static constexpr std::ptrdiff_t most = 3; ///< reasons a category

    void add(CategoryIndex::Word const& word, std::u32string_view sentence, Span span)
    {
        auto const& name = m_dictionary.categories[word.category].name;
        if (std::find(m_problem.categories.begin(), m_problem.categories.end(), name) == m_problem.categories.end()) { return; }
        auto const have = std::count_if(m_reasons.begin(), m_reasons.end(), [&](CategoryReason const& reason) { return reason.category == name; });
        if (have >= most || !m_seen.insert(word.id).second) { return; }
        m_reasons.push_back({name, toUtf8(word.text), toUtf8(sentence), span});
    }

    Problem const& m_problem;
    Dictionary const& m_dictionary;
    std::set<std::size_t> m_seen;
    std::vector<CategoryReason> m_reasons;
};

} // namespace

std::vector<CategoryReason> explainCategories(Problem const& problem, Dictionary const& dictionary)
{
    Explainer explainer{problem, dictionary};
    explainer.read(problem.body);
    for (auto const& goal : problem.goals) { explainer.read(goal); }
    for (auto const& task : problem.tasks) { explainer.read(task.body); }
    return explainer.take();
}

} // namespace zhengtu::plan
