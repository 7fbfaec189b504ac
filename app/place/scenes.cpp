#include "place/scenes.hpp"

#include "place/lexicon.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace zhengtu::place {

namespace {

using Text = std::u32string_view;
using text::NumberForm;

/// Behind the name of a county nothing more of a heading than （3个） or a colon.
bool endsHeading(Text rest)
{
    if (!rest.empty() && isOneOf(U"（(", rest.front())) {
        auto const close = rest.find_first_of(U"）)");
        rest.remove_prefix(close == Text::npos ? 0 : close + 1);
    }
    return rest.empty() || rest == U"：";
}

/// What is asked of all, or said at the end, is below no county's heading any more.
bool endsScenes(Text line)
{
    static constexpr std::array<Text, 8> words{U"请", U"要求", U"以上", U"上述", U"下一步", U"各县", U"各有关", U"附件"};
    return std::ranges::any_of(words, [&](Text word) { return line.starts_with(word); });
}

/// The lines of a document that are headings of counties, and where each ends.
class Headings {
public:
    Headings(Text text, std::vector<Item> const& items) : m_text{text}
    {
        std::map<std::size_t, Item const*> counties;
        for (auto const& item : items) {
            if (item.kind == Kind::County && item.entries.size() == 1) { counties.emplace(item.begin, &item); }
        }
        std::map<NumberForm, std::set<EntryId>> named;
        for (std::size_t begin = 0; begin < text.size();) {
            auto const end = std::min(text.find(U'\n', begin), text.size());
            auto const number = text::leadingNumber(text.substr(begin, end - begin));
            bool const numbered = number && number->form != NumberForm::Ordinal;
            if (numbered || endsScenes(text.substr(begin, end - begin))) {
                Line line{begin, numbered ? number->form : NumberForm::CjkComma, {}};
                auto const at = numbered ? counties.find(begin + number->length) : counties.end();
                if (at != counties.end() && endsHeading(text.substr(at->second->end, end - at->second->end))) {
                    line.county = at->second->entries.front();
                    named[line.form].insert(*line.county);
                }
                m_lines.push_back(line);
            }
            begin = end + 1;
        }
        for (auto& line : m_lines) { // one alone is no list of counties
            if (line.county && named[line.form].size() < 2) { line.county.reset(); }
        }
    }

    /// Calls `found(begin, end, county)` for each heading with what stands below it.
    template <class Found> void each(Found&& found) const
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (!m_lines[i].county) { continue; }
            auto next = i + 1;
            while (next < m_lines.size() && m_lines[next].form != m_lines[i].form && m_lines[next].form != NumberForm::CjkComma) { ++next; }
            found(m_lines[i].begin, next < m_lines.size() ? m_lines[next].begin : m_text.size(), *m_lines[i].county);
        }
    }

private:
    struct Line {
        std::size_t begin = 0;
        NumberForm form = NumberForm::CjkComma;
        std::optional<EntryId> county;
    };
    Text m_text;
    std::vector<Line> m_lines; ///< numbered ones, and those that end what stands below a heading (as a chapter)
};

/// 右玉县人民政府： alone on a line: what a letter to one county says is of that county.
void addressee(Page const& page, std::vector<Item>& items)
{
    constexpr std::size_t longest = 24;
    Item const* only = nullptr;
    for (auto const& item : items) {
        if (item.kind != Kind::County || item.entries.size() != 1 || page.before(item.begin) != U'\n') { continue; }
        auto const end = std::min(page.text().find(U'\n', item.end), page.text().size());
        auto const rest = page.text(item.end, end);
        bool const unit = rest.starts_with(U"人民政府") || rest.starts_with(U"政府") || rest.starts_with(U"党委") || rest.starts_with(U"委、");
        if (!unit || rest.size() > longest || !rest.ends_with(U'：') || rest.find_first_of(U"，。；") != Text::npos) { continue; }
        if (only != nullptr) { return; }
        only = &item;
    }
    if (only == nullptr) { return; }
    auto const& county = page.gazetteer().entry(only->entries.front()).adcode;
    for (auto& item : items) {
        if (item.begin > only->end && item.scene.empty()) { item.scene = county; }
    }
}

} // namespace

void findScenes(plan::Plan const& plan, text::NormalText const& normal, Page const& page, std::vector<Item>& items)
{
    auto const& gazetteer = page.gazetteer();
    Headings{page.text(), items}.each([&](std::size_t begin, std::size_t end, EntryId county) {
        for (auto at = std::ranges::lower_bound(items, begin, {}, &Item::begin); at != items.end() && at->begin < end; ++at) { at->scene = gazetteer.entry(county).adcode; }
    });
    addressee(page, items);
    std::map<std::size_t, std::set<std::string>> cells;
    for (auto const& item : items) {
        if (item.problem == Mention::none || item.kind != Kind::County || item.entries.size() != 1) { continue; }
        auto const& reports = plan.problems[item.problem].reports;
        if (std::ranges::find(reports, normal.sourceSpan(item.begin, item.end)) != reports.end()) { cells[item.problem].insert(gazetteer.entry(item.entries.front()).adcode); }
    }
    for (auto& item : items) {
        auto const cell = cells.find(item.problem);
        if (cell != cells.end() && cell->second.size() == 1) { item.scene = *cell->second.begin(); }
    }
}

} // namespace zhengtu::place
