#include "place/said/phrases.hpp"

#include "core/utf.hpp"

#include <algorithm>

namespace zhengtu::place::said {

namespace {

/// The first character of the normalised text that stands at or after that of the source.
std::size_t normalAt(text::NormalText const& normal, std::size_t source)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(normal.origin, source) - normal.origin.begin());
}

} // namespace

Phrases::Phrases(Mentions const& all, text::NormalText const& normal, Describer const& describer) : m_all{all}, m_normal{normal}
{
    std::u32string_view const text = normal.text;
    for (auto const* mention : all) {
        Read one;
        one.begin = normalAt(normal, mention->span.begin);
        one.end = std::max(one.begin, normalAt(normal, mention->span.end));
        if (one.end <= text.size() && one.begin < one.end) { one.words = read(text, one.begin, one.end, mention->kind); }
        if (one.words.relation == Relation::Border) { one.neighbour = describer.neighbour(text.substr(0, one.begin)); }
        m_read.push_back(std::move(one));
    }
}

bool Phrases::isPartOfAnother(std::size_t i) const
{
    for (std::size_t j = 0; j < m_read.size(); ++j) {
        auto const& other = m_read[j];
        bool const apart = m_read[i].end <= other.begin || m_read[i].begin >= other.end;
        if (i == j || !apart) { continue; }
        bool const takes = other.words.relation == Relation::Stretch || other.words.relation == Relation::Part || other.neighbour.county != nullptr;
        if (takes && m_read[i].begin >= other.words.begin - other.neighbour.length && m_read[i].end <= other.words.end) { return true; }
        if (road(j) == m_all[i]) { return true; }
        if (auto const ends = between(j); std::ranges::find(ends, i) != ends.end()) { return true; }
    }
    return false;
}

std::string Phrases::phrase(std::size_t i) const
{
    auto const& one = m_read[i];
    auto const begin = one.words.begin - one.neighbour.length;
    return toUtf8(std::u32string_view{m_normal.text}.substr(begin, one.words.end - begin));
}

Mention const* Phrases::landmark(std::size_t i) const
{
    for (std::size_t j = 0; j < m_read.size(); ++j) {
        auto const& words = m_read[j].words;
        bool const follows = m_read[i].begin >= words.end && m_read[i].begin <= words.end + 10;
        if (i != j && follows && !words.unnamed.empty() && toUtf8(words.unnamed) == m_all[i]->text) { return m_all[j]; }
    }
    return nullptr;
}

std::vector<std::size_t> Phrases::between(std::size_t i) const
{
    if (m_read[i].words.relation != Relation::Between || m_read[i].words.ofNumbers) { return {}; }
    std::vector<std::size_t> ends{i};
    auto begin = m_read[i].begin;
    for (bool more = true; more && begin > 0;) {
        more = false;
        for (std::size_t j = 0; j < m_read.size(); ++j) { // 甲县甲镇、|乙县|乙镇
            if (m_all[j]->kind == Kind::County && m_read[j].end == begin) { begin = m_read[j].begin; }
        }
        if (begin == 0 || std::u32string_view{U"、和与及"}.find(m_normal.text[begin - 1]) == std::u32string_view::npos) { break; }
        for (std::size_t j = 0; j < m_read.size() && !more; ++j) {
            auto const kind = m_all[j]->kind;
            more = m_read[j].end + 1 == begin && kind != Kind::County && kind != Kind::City && kind != Kind::River && kind != Kind::Road;
            if (more) {
                ends.insert(ends.begin(), j);
                begin = m_read[j].begin;
            }
        }
    }
    return ends.size() > 1 ? ends : std::vector<std::size_t>{};
}

Phrases::OnRiver Phrases::river(std::size_t i) const
{
    constexpr std::size_t longest = 4; // 出境 and a word more
    OnRiver found;
    if (m_all[i]->kind != Kind::MonitoringSection) { return found; }
    for (std::size_t j = 0; j < m_read.size(); ++j) {
        if (m_all[j]->kind != Kind::River || m_read[j].end > m_read[i].begin || m_read[j].end + longest < m_read[i].begin) { continue; }
        auto const between = std::u32string_view{m_normal.text}.substr(m_read[j].end, m_read[i].begin - m_read[j].end);
        if (between.find_first_of(U"，。；、：\n") != std::u32string_view::npos) { continue; }
        found.river = m_all[j];
        found.relation = between.starts_with(U"出境") ? Relation::Exit : between.starts_with(U"入境") ? Relation::Entry : Relation::Itself;
    }
    return found;
}

Mention const* Phrases::road(std::size_t i) const
{
    auto const kind = m_all[i]->kind;
    if (m_read[i].words.relation != Relation::Near || (kind != Kind::Village && kind != Kind::Town && kind != Kind::Site)) { return nullptr; }
    for (std::size_t j = 0; j < m_read.size(); ++j) {
        if (m_all[j]->kind == Kind::Road && m_read[j].end == m_read[i].begin) { return m_all[j]; }
    }
    return nullptr;
}

} // namespace zhengtu::place::said
