#include "place/page.hpp"

#include "place/lexicon.hpp"

#include <algorithm>

namespace zhengtu::place {

Page::Page(std::u32string_view text, Gazetteer const& gazetteer, Scope scope, int year)
    : m_text{text}, m_gazetteer{&gazetteer}, m_scope{std::move(scope)}, m_year{year}, m_blocked(text.size() + 1), m_stop(text.size() + 1),
      m_town(text.size() + 1), m_open(text.size() + 1), m_knownFirst(text.size() + 2), m_adminEnd(text.size() + 1), m_adminBegin(text.size() + 1)
{
    for (std::size_t i = 0; i <= text.size(); ++i) { m_adminEnd[i] = m_adminBegin[i] = i; }
    block();
    markStops();
    std::vector<Gazetteer::Match> matches;
    for (std::size_t i = 0; i < text.size(); ++i) {
        m_knownFirst[i] = static_cast<std::uint32_t>(m_known.size());
        if (m_blocked[i]) { continue; }
        matches.clear();
        gazetteer.matchesAt(text, i, matches);
        for (auto const& match : matches) { m_known.push_back({i, i + match.length, match.named}); }
    }
    m_knownFirst[text.size()] = m_knownFirst[text.size() + 1] = static_cast<std::uint32_t>(m_known.size());
}

std::span<Known const> Page::knownAt(std::size_t i) const noexcept
{
    if (i >= m_text.size()) { return {}; }
    return std::span{m_known}.subspan(m_knownFirst[i], m_knownFirst[i + 1] - m_knownFirst[i]);
}

bool Page::isNear(Entry const& place) const noexcept
{
    if (!place.adcode.empty()) { return m_scope.holds(place.adcode); }
    return place.counties.empty() || std::ranges::any_of(place.counties, [&](auto const& code) { return m_scope.holds(code); });
}

void Page::keepContemporary(std::vector<EntryId>& places) const
{
    auto const year = std::to_string(m_year);
    auto const wasThere = [&](EntryId id) {
        auto const& place = m_gazetteer->entry(id);
        return (place.until.empty() || place.until >= year) && (place.since.empty() || place.since.substr(0, year.size()) <= year);
    };
    if (m_year == 0 || std::ranges::none_of(places, wasThere)) { return; }
    std::erase_if(places, [&](EntryId id) { return !wasThere(id); });
}

void Page::block()
{
    constexpr std::size_t longestTitle = 120; // a title that was never closed must not swallow the document
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        char32_t const close = m_text[i] == U'《' ? U'》' : m_text[i] == U'〔' ? U'〕' : U'\0';
        if (close == U'\0') { continue; }
        int depth = 0;
        for (auto end = i; end < m_text.size() && end - i < longestTitle; ++end) {
            if (m_text[end] == m_text[i]) { ++depth; }
            if (m_text[end] == close && --depth == 0) {
                std::fill(m_blocked.begin() + static_cast<std::ptrdiff_t>(i), m_blocked.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                          char{1});
                i = end;
                break;
            }
        }
    }
}

void Page::markStops()
{
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        auto const word = lexicon::stopWords().longest(m_text, i);
        if (word.length > 0) { m_stop[i + word.length] = 1; }
        auto const c = m_text[i];
        if (c == U'无' && at(i + 1) == U'名') { m_stop[i] = 1; } // an unnamed works begins here
        if (!lexicon::isStopChar(c)) {
            // "13座污水处理厂": a count ends before the name.
            bool const family = c == U'家' && isOneOf(U"一二三四五六七八九", before(i)) && isOneOf(U"沟庄堡寨窑坪湾峪梁墓岭坡垴", at(i + 1)) && at(i + 2) != U'通'; // 五家沟
            if (lexicon::isMeasureWord(c) && lexicon::isNumeral(before(i)) && !family && !namedAt(i - 1)) { m_stop[i + 1] = 1; }
            if (c == U'如' && lexicon::isMark(before(i))) { m_stop[i + 1] = 1; }
            continue;
        }
        if (c == U'和' && (!lexicon::joinsHere(before(i), at(i + 1)) || inCompany(i))) { continue; }
        m_stop[i + 1] = 1;
    }
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        auto const length = std::max({lexicon::wholeWords().longest(m_text, i).length, lexicon::brands().longest(m_text, i).length, lexicon::mountains().longest(m_text, i).length});
        for (std::size_t k = 1; k < length; ++k) { m_stop[i + k] = 0; }
    }
}

bool Page::inCompany(std::size_t i) const
{
    // One character alone is no item of a list.
    if (i < 2 || !lexicon::isNameChar(m_text[i - 1]) || isOneOf(U"城区内外级村镇乡县市上下里政直长民域东西南北中水气土声渣煤", m_text[i - 1])) { return false; }
    auto const front = m_text[i - 2];
    if (!lexicon::isMark(front) && !isOneOf(U"县市区镇乡", front)) { return false; }
    constexpr std::size_t longest = 6;
    auto const rest = m_text.substr(i + 1, longest);
    for (std::u32string_view const trade : {std::u32string_view{U"煤业"}, std::u32string_view{U"煤矿"}, std::u32string_view{U"能源"}, std::u32string_view{U"焦化"},
                                            std::u32string_view{U"化工"}, std::u32string_view{U"集团"}, std::u32string_view{U"钢铁"}, std::u32string_view{U"铸造"},
                                            std::u32string_view{U"建材"}, std::u32string_view{U"水泥"}, std::u32string_view{U"公司"}, std::u32string_view{U"矿业"}}) {
        auto const found = rest.find(trade);
        if (found != std::u32string_view::npos && found <= 2 && std::ranges::all_of(rest.substr(0, found), lexicon::isNameChar)) { return true; }
    }
    return false;
}

bool Page::namedAt(std::size_t i) const
{
    std::vector<Gazetteer::Match> matches;
    m_gazetteer->matchesAt(m_text, i, matches);
    return std::ranges::any_of(matches, [&](auto const& match) {
        return std::ranges::any_of(match.named, [&](auto const& named) { return isNear(m_gazetteer->entry(named.entry)); });
    });
}

void Page::settle(Found const& admin)
{
    if (admin.kind == Kind::Town) { m_town[admin.begin] = 1; }
    m_adminEnd[admin.begin] = std::max(m_adminEnd[admin.begin], admin.end);
    m_adminBegin[admin.end] = std::min(m_adminBegin[admin.end], admin.begin);
    for (auto i = admin.begin + 1; i < admin.end; ++i) { m_stop[i] = 0; }
    if (admin.begin > 0 && before(admin.begin) == U'和') { m_stop[admin.begin] = 1; } // 和平鲁区
}

std::size_t Page::nameBegin(std::size_t end, std::size_t longest, bool through) const
{
    auto begin = end;
    while (begin > 0 && end - begin < longest && lexicon::isNameChar(m_text[begin - 1]) && !m_blocked[begin - 1] && !m_stop[begin] &&
           (through || !m_open[begin])) {
        --begin;
    }
    return begin;
}

namespace {
bool endsSentence(char32_t c) noexcept { return c == U'。' || c == U'！' || c == U'？' || c == U'\n'; }
/// No sentence is longer: text without any mark must not make one of the whole document.
constexpr std::size_t longestSentence = 800;
bool endsClause(char32_t c) noexcept { return endsSentence(c) || c == U'；' || c == U';'; }
} // namespace

std::size_t Page::clauseBegin(std::size_t i) const
{
    for (auto const from = i; i > 0 && from - i < longestSentence && !endsClause(m_text[i - 1]);) { --i; }
    return i;
}

std::size_t Page::clauseEnd(std::size_t i) const
{
    for (auto const from = i; i < m_text.size() && i - from < longestSentence && !endsClause(m_text[i]);) { ++i; }
    return i;
}

std::size_t Page::sentenceBegin(std::size_t i) const
{
    for (auto const from = i; i > 0 && from - i < longestSentence && !endsSentence(m_text[i - 1]);) { --i; }
    return i;
}

std::size_t Page::lineBegin(std::size_t i) const
{
    for (auto const from = i; i > 0 && from - i < longestSentence && m_text[i - 1] != U'\n';) { --i; }
    return i;
}

std::size_t Page::lineEnd(std::size_t i) const
{
    for (auto const from = i; i < m_text.size() && i - from < longestSentence && m_text[i] != U'\n';) { ++i; }
    return i;
}

} // namespace zhengtu::place
