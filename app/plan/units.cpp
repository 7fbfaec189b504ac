#include "plan/fields.hpp"

#include "core/utf.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// How a name in a list ends.
enum class Ending : std::uint8_t {
    None,        ///< 忻府, 综改示范: goes on to the next
    Place,       ///< 清徐县, 各镇（街道）: may go on, may stand alone
    Territorial, ///< 党委, 管委会: closes a shared list of places
    Complete     ///< 市水务局
};

class UnitList {
public:
    UnitList(text::NormalText const& normal, View source, std::size_t begin, std::size_t end, Dictionary const& dictionary)
        : m_normal{normal}, m_text{View{normal.text}}, m_source{source}, m_begin{begin}, m_end{end}, m_dictionary{dictionary}
    {
    }

    /// Spans of the units in the normalised text.
    std::vector<Span> run()
    {
        for (auto group : split(m_begin, m_end, U"，,；;。\n")) {
            if (m_text[group.begin] == U'由' && group.size() > 3) { ++group.begin; } // 由市水利局牵头
            auto const first = m_units.size();
            list(group);
            m_group.resize(m_units.size(), first);
        }
        return std::move(m_units);
    }

    /// For each unit the first of its list: a mark behind a list (A、B配合) holds for all of it.
    [[nodiscard]] std::vector<std::size_t> const& groups() const noexcept { return m_group; }

private:
    [[nodiscard]] View of(Span span) const noexcept { return m_text.substr(span.begin, span.size()); }

    [[nodiscard]] bool gapBefore(std::size_t i) const noexcept
    {
        return i > 0 && m_normal.origin[i] > m_normal.origin[i - 1] + 1 && text::isBlank(m_source[m_normal.origin[i] - 1]);
    }

    /// Splits at any of `marks` outside brackets; empty parts are dropped.
    [[nodiscard]] std::vector<Span> split(std::size_t begin, std::size_t end, View marks) const
    {
        std::vector<Span> parts;
        int depth = 0;
        auto from = begin;
        auto const put = [&](std::size_t to) {
            while (from < to && (m_text[from] == U' ' || m_text[from] == U'\n')) { ++from; }
            while (to > from && (m_text[to - 1] == U' ' || m_text[to - 1] == U'\n')) { --to; }
            if (to > from) { parts.push_back({from, to}); }
        };
        for (auto i = begin; i < end; ++i) {
            auto const c = m_text[i];
            if (c == U'（' || c == U'【' || c == U'〔') { ++depth; }
            if ((c == U'）' || c == U'】' || c == U'〕') && depth > 0) { --depth; }
            if (depth == 0 && marks.find(c) != View::npos) {
                put(i);
                from = i + 1;
            }
        }
        put(end);
        return parts;
    }

    /// Where the bracket that ends a name opens; no name explains itself at greater length.
    [[nodiscard]] static std::size_t openingOf(View name) noexcept
    {
        constexpr std::size_t longest = 120;
        auto const from = name.size() - std::min(name.size(), longest);
        auto const open = name.substr(from).rfind(U'（');
        return open == View::npos ? open : from + open;
    }

    [[nodiscard]] static View withoutBracket(View name) noexcept
    {
        if (name.ends_with(U'）')) {
            if (auto const open = openingOf(name); open != View::npos && open > 0) { return name.substr(0, open); }
        }
        return name;
    }

    [[nodiscard]] Ending endingOf(View name) const noexcept
    {
        if (name.ends_with(U'）')) { // （党工委、管委会） closes a list; （交警支队）, （街道） only explain
            auto const open = openingOf(name);
            if (open != View::npos && endsWithAny(name.substr(open + 1, name.size() - open - 2), m_dictionary.territorialEndings)) { return Ending::Territorial; }
            name = withoutBracket(name);
        }
        if (endsWithAny(name, m_dictionary.territorialEndings)) { return Ending::Territorial; }
        if (endsWithAny(name, m_dictionary.unitEndings)) { return Ending::Complete; }
        return endsWithAny(name, m_dictionary.placeEndings) ? Ending::Place : Ending::None;
    }

    /// 县政府 behind 县委, 管委会 behind 党工委: two halves of one unit. Also 市政府督查室 behind 市委.
    [[nodiscard]] bool isSecondHalf(View first, View second) const
    {
        if (!endsWithAny(first, m_dictionary.firstHalves)) { return false; }
        if (second.size() <= 80 && m_dictionary.secondHalves.contains(withoutBracket(second))) { return true; }
        // A bare 市委 or 市 shares the ending of what follows: 市委、市政府督查室; 市委、政府督查室
        bool const bare = first.size() <= 3;
        return bare && (second.starts_with(U"政府") || second.substr(1).starts_with(U"政府")) && endingOf(second) != Ending::None;
    }

    void list(Span group)
    {
        std::vector<Span> pending; // names that wait for a shared ending
        bool halfOpen = false;     // the last unit may get a second half
        for (auto item : split(group.begin, group.end, U"、")) {
            for (auto const& part : splitBlanks(item)) { add(part, pending, halfOpen); }
        }
        flush(pending);
    }

    /// 市水务局 市住建局: blanks in the source part complete names. So does 和 between two of them.
    [[nodiscard]] std::vector<Span> splitBlanks(Span item) const
    {
        std::vector<Span> parts;
        auto from = item.begin;
        for (auto i = item.begin + 1; i < item.end; ++i) {
            bool const blank = gapBefore(i) || m_text[i] == U' ';
            bool const conjunction = (m_text[i] == U'和' || m_text[i] == U'及') && i + 2 < item.end;
            if (!blank && !conjunction) { continue; }
            auto const left = of({from, i});
            auto const right = of({i + (conjunction ? 1U : 0U), item.end});
            if (endingOf(left) < Ending::Territorial || endingOf(right) < Ending::Territorial) { continue; }
            if (conjunction && (left.size() < 3 || isSecondHalf(left, right))) { continue; }
            parts.push_back({from, i});
            from = i + (conjunction || m_text[i] == U' ' ? 1U : 0U);
        }
        parts.push_back({from, item.end});
        return parts;
    }

    void add(Span item, std::vector<Span>& pending, bool& halfOpen)
    {
        auto const name = of(item);
        if (halfOpen && pending.empty() && isSecondHalf(of(m_units.back()), name)) {
            m_units.back().end = item.end;
            halfOpen = endsWithAny(name, m_dictionary.firstHalves);
            return;
        }
        auto const ending = endingOf(name);
        if (ending == Ending::None || ending == Ending::Place) {
            pending.push_back(item);
            return;
        }
        if (ending == Ending::Territorial) { // one unit with all that waited, places included
            auto const begin = pending.empty() ? item.begin : pending.front().begin;
            pending.clear();
            m_units.push_back({begin, item.end});
        } else { // a department: names without any ending share it (市公安、交通局), places stand alone
            auto keep = pending.size();
            while (keep > 0 && endingOf(of(pending[keep - 1])) == Ending::None) { --keep; }
            auto const begin = keep < pending.size() ? pending[keep].begin : item.begin;
            pending.resize(keep);
            flush(pending);
            m_units.push_back({begin, item.end});
        }
        halfOpen = endsWithAny(name, m_dictionary.firstHalves);
    }

    void flush(std::vector<Span>& pending)
    {
        m_units.insert(m_units.end(), pending.begin(), pending.end());
        pending.clear();
    }

    text::NormalText const& m_normal;
    View m_text, m_source;
    std::size_t m_begin, m_end;
    Dictionary const& m_dictionary;
    std::vector<Span> m_units;
    std::vector<std::size_t> m_group;
};

/// What a mark beside a name makes of it; `whole` where it stands behind a list without brackets.
struct Marked { UnitRole role = UnitRole::Responsible; bool whole = false; };

/// 市水利局（牵头）, 牵头：市水利局, 市水利局牵头: the mark goes, the role stays.
std::optional<Marked> takeMark(View text, Span& span, Dictionary const& dictionary)
{
    struct Marks { UnitRole role; std::vector<std::u32string> const& words; };
    for (auto const& [role, words] : {Marks{UnitRole::Lead, dictionary.leadMarks}, Marks{UnitRole::Cooperating, dictionary.cooperatingMarks},
                                      Marks{UnitRole::Responsible, dictionary.responsibleMarks}}) {
        for (auto const& mark : words) {
            auto const name = text.substr(span.begin, span.size());
            for (auto const& form : {U"（" + mark + U"）", mark}) {
                if (name.size() > form.size() + 1 && name.ends_with(form)) {
                    span.end -= form.size();
                    return Marked{role, form == mark};
                }
            }
            if (name.size() > mark.size() + 2 && name.starts_with(mark) && (name[mark.size()] == U'：' || name[mark.size()] == U':')) {
                span.begin += mark.size() + 1;
                return Marked{role, false};
            }
        }
    }
    return std::nullopt;
}

/// 县水利局（责任人：局长）: the bracket goes, who answers there stays. （河长办） explains the name and is part of it.
std::optional<Span> takePerson(View text, Span& span, Dictionary const& dictionary)
{
    auto name = text.substr(span.begin, span.size());
    while (!name.empty() && (name.back() == U'。' || name.back() == U'；')) { name.remove_suffix(1); }
    if (!name.ends_with(U'）')) { return std::nullopt; }
    constexpr std::size_t longest = 40;
    auto const from = name.size() - std::min(name.size(), longest);
    auto const open = name.substr(from).rfind(U'（');
    if (open == View::npos || from + open < 2) { return std::nullopt; }
    auto const inside = name.substr(from + open + 1, name.size() - from - open - 2);
    auto const colon = inside.find(U'：');
    if (colon == View::npos || colon + 1 >= inside.size()) { return std::nullopt; }
    auto const word = dictionary.label(inside.substr(0, colon));
    if (!word || word->field != Field::Person) { return std::nullopt; }
    auto const begin = span.begin + from + open + 1 + colon + 1;
    auto const end = span.begin + name.size() - 1;
    span.end = span.begin + from + open;
    return Span{begin, end};
}

/// A cell that is filled to say that there is nothing.
bool saysNone(std::string_view name) noexcept { return name.empty() || name == "无" || name == "/" || name == "-" || name == "—" || name == "\\"; }

/// Persons: names of two to four characters are several, anything longer is one description.
std::vector<Span> persons(View text, std::size_t begin, std::size_t end)
{
    std::vector<Span> parts;
    bool allNames = true;
    auto from = begin;
    for (auto i = begin; i <= end; ++i) {
        if (i < end && View{U"、，；。\n "}.find(text[i]) == View::npos) { continue; }
        if (i > from) {
            parts.push_back({from, i});
            allNames = allNames && i - from <= 4;
        }
        from = i + 1;
    }
    if (parts.size() > 1 && !allNames) { return {{parts.front().begin, parts.back().end}}; }
    return parts;
}

} // namespace

std::vector<Unit> readUnits(text::NormalText const& normal, View source, std::size_t begin, std::size_t end, UnitRole role, Dictionary const& dictionary)
{
    auto const text = View{normal.text};
    std::vector<Unit> units;
    if (role == UnitRole::Person) {
        for (auto const& span : persons(text, begin, end)) {
            if (auto name = passage(normal, span.begin, span.end, true); !saysNone(name.text)) { units.push_back({role, std::move(name)}); }
        }
        return units;
    }
    UnitList list{normal, source, begin, end, dictionary};
    auto spans = list.run();
    std::vector<std::optional<Marked>> marks(spans.size());
    if (role == UnitRole::Responsible || role == UnitRole::Lead) {
        for (auto i = spans.size(); i-- > 0;) {
            marks[i] = takeMark(text, spans[i], dictionary);
            bool const shared = !marks[i] && i + 1 < spans.size() && list.groups()[i] == list.groups()[i + 1] && marks[i + 1] && marks[i + 1]->whole;
            if (shared) { marks[i] = marks[i + 1]; }
        }
    }
    for (std::size_t i = 0; i < spans.size(); ++i) {
        auto const person = takePerson(text, spans[i], dictionary);
        auto name = passage(normal, spans[i].begin, spans[i].end, true);
        if (!saysNone(name.text)) { units.push_back({marks[i] ? marks[i]->role : role, std::move(name)}); }
        if (person) { units.push_back({UnitRole::Person, passage(normal, person->begin, person->end, true)}); }
    }
    return units;
}

} // namespace zhengtu::plan
