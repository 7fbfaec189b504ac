#include "core/utf.hpp"
#include "place/lexicon.hpp"
#include "place/page.hpp"

namespace zhengtu::place {

namespace {

class NumberedRoadFinder {
    using Text = std::u32string_view;

public:
    explicit NumberedRoadFinder(Page const& page) : m_page{page} {}

    std::vector<Found> run()
    {
        auto const text = m_page.text();
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (m_page.isBlocked(i)) { continue; }
            if (isDigit(text[i])) { numberedRoad(i); }
            auto const rest = text.substr(i);
            if (rest.starts_with(U"地铁")) { underground(i); }
            if (rest.starts_with(U"国道") || rest.starts_with(U"省道") || rest.starts_with(U"县道")) { roadBeforeNumber(i); }
        }
        return std::move(m_found);
    }

private:
    struct Range {
        std::size_t begin, end;
    };

    static bool isDigit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
    static bool isBlank(char32_t c) noexcept { return c == U' ' || c == U'\t'; }

    void add(Range range, Kind kind, int rank = 2)
    {
        Found found{range.begin, range.end, kind, {}, rank, false, 0};
        for (auto const& named : m_page.gazetteer().find(toUtf8(m_page.text(range.begin, range.end)))) {
            auto const& place = m_page.gazetteer().entry(named.entry);
            if (place.kind == kind && m_page.isNear(place)) { found.entries.push_back(named.entry); }
        }
        m_found.push_back(std::move(found));
    }

    /// 307国道, G108国道, S210省道, 065县道, G307, 338 国道.
    void numberedRoad(std::size_t i)
    {
        auto const before = m_page.before(i);
        if (isDigit(before) || before == U'.' || before == U'〔') { return; }
        auto begin = i;
        bool lettered = false;
        if (isOneOf(U"GSXYgs", before) && (i < 2 || !((m_page.text()[i - 2] >= U'A' && m_page.text()[i - 2] <= U'z')))) {
            lettered = true;
            --begin;
        }
        auto end = i;
        while (isDigit(m_page.at(end))) { ++end; }
        auto const digits = end - i;
        if (digits < (lettered ? 1U : 2U) || digits > 4) { return; }
        auto next = end;
        while (isBlank(m_page.at(next))) { ++next; }
        auto const rest = m_page.text().substr(next);
        for (Text const word : {Text{U"国道"}, Text{U"省道"}, Text{U"县道"}, Text{U"乡道"}}) {
            if (rest.starts_with(word)) {
                reach(next + word.size());
                return add({begin, next + word.size()}, Kind::Road);
            }
        }
        for (Text const word : {Text{U"复线"}, Text{U"改线"}, Text{U"改道"}}) {
            if (digits == 3 && rest.starts_with(word)) { return add({begin, next + word.size()}, Kind::Road); }
        }
        if (lettered && digits <= 4) {
            // G18荣乌高速: code and name.
            for (std::size_t n = 2; n <= 4 && lexicon::isNameChar(m_page.at(next)); ++n) {
                if (!lexicon::isNameChar(m_page.at(next + n - 1))) { break; }
                for (Text const word : {Text{U"高速公路"}, Text{U"高速"}}) {
                    if (rest.substr(n).starts_with(word)) { return add({begin, next + n + word.size()}, Kind::Road); }
                }
            }
        }
        if (!lettered || digits < 2) { return; }
        for (Text const word : {Text{U"高速公路"}, Text{U"高速"}, Text{U"公路"}, Text{U"线"}}) {
            if (rest.starts_with(word)) { return add({begin, next + word.size()}, Kind::Road); }
        }
        if (digits >= 3 || m_page.text()[begin] == U'G') { add({begin, end}, Kind::Road); }
    }

    /// 地铁1号线, 太原地铁二号线: with the city in front of it.
    void underground(std::size_t i)
    {
        auto end = i + 2;
        while (isDigit(m_page.at(end)) || isOneOf(U"一二三四五六七八九十", m_page.at(end))) { ++end; }
        if (end == i + 2 || end > i + 4 || !m_page.text().substr(end).starts_with(U"号线")) { return; }
        add({m_page.adminBegin(i), end + 2}, Kind::Road);
    }

    /// 国道307, 省道203线.
    void roadBeforeNumber(std::size_t i)
    {
        auto number = i + 2;
        while (isBlank(m_page.at(number)) || isOneOf(U"GSX", m_page.at(number))) { ++number; }
        auto end = number;
        while (isDigit(m_page.at(end))) { ++end; }
        if (end - number < 2 || end - number > 4 || isDigit(m_page.before(i)) || isOneOf(U"、，个", m_page.at(end))) {
            if (end - number < 3) { return; }
        }
        if (isDigit(m_page.before(i)) || isBlank(m_page.before(i))) { return; } // 307国道: taken from its number
        add({i, end}, Kind::Road);
    }

    /// 065县道歇马关至林家口段: the villages that the reach lies between.
    void reach(std::size_t begin)
    {
        constexpr std::size_t longest = 5;
        auto const& text = m_page.text();
        auto const to = text.substr(begin, longest + 1).find_first_of(U"至到—-");
        if (to == Text::npos || to < 2) { return; }
        auto const second = begin + to + 1;
        auto const end = text.substr(second, longest + 1).find(U'段');
        if (end == Text::npos || end < 2) { return; }
        for (auto const range : {Range{begin, begin + to}, Range{second, second + end}}) {
            for (auto i = range.begin; i < range.end; ++i) {
                if (!lexicon::isNameChar(text[i])) { return; }
            }
        }
        add({begin, begin + to}, Kind::Village, 1);
        add({second, second + end}, Kind::Village, 1);
    }

    Page const& m_page;
    std::vector<Found> m_found;
};

} // namespace

std::vector<Found> findNumberedRoads(Page const& page) { return NumberedRoadFinder{page}.run(); }

} // namespace zhengtu::place
