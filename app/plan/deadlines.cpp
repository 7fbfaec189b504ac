#include "plan/fields.hpp"

#include "core/utf.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <optional>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

/// A date as it is written: parts that are missing are unknown.
struct Written {
    std::optional<int> year, month, day;
    bool yearEnd = false, monthPart = false; ///< 年底; a month given by 上旬, 中旬, 上半年, 季度
    int partEnd = 0;                         ///< day that the part ends on (10, 20), 0 for the month's end
    std::size_t begin = 0, end = 0;
};

constexpr std::size_t longestTitle = 200;

/// Reads dates out of a deadline field, one after the other.
class DateScanner {
public:
    explicit DateScanner(View text) : m_text{text} {}

    std::optional<Written> next()
    {
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == U'《') { // the year of a title is no deadline
                auto const close = m_text.substr(0, m_at + longestTitle).find(U'》', m_at);
                if (close != View::npos) { m_at = close; }
                continue;
            }
            if (m_at > 0 && (text::isDigit(m_text[m_at - 1]) && text::isDigit(m_text[m_at]))) { continue; }
            if (auto const date = here()) {
                m_at = date->end;
                return date;
            }
        }
        return std::nullopt;
    }

private:
    /// A numeral followed by one of `marks` at `at`; moves behind it.
    std::optional<int> part(std::size_t& at, View marks, std::size_t digits) const noexcept
    {
        auto const rest = m_text.substr(std::min(at, m_text.size()));
        auto const length = text::numeralLength(rest);
        if (length == 0 || length > digits || length >= rest.size() || marks.find(rest[length]) == View::npos) { return std::nullopt; }
        auto const value = text::numeral(rest.substr(0, length));
        if (value) { at += length + 1; }
        return value;
    }

    [[nodiscard]] bool skip(std::size_t& at, View word) const noexcept
    {
        if (!m_text.substr(std::min(at, m_text.size())).starts_with(word)) { return false; }
        at += word.size();
        return true;
    }

    std::optional<Written> numeric() const // 2024-06-30, 2024.6.30, 2024/6/30, 2024.6
    {
        auto at = m_at;
        Written date;
        date.begin = at;
        auto const length = text::numeralLength(m_text.substr(at));
        if (length != 4 || !text::isDigit(m_text[at]) || at + 5 >= m_text.size()) { return std::nullopt; }
        auto const mark = m_text[at + 4];
        if (mark != U'-' && mark != U'.' && mark != U'/') { return std::nullopt; }
        date.year = text::numeral(m_text.substr(at, 4));
        at += 5;
        auto const monthLength = text::numeralLength(m_text.substr(at));
        if (monthLength == 0 || monthLength > 2 || !text::isDigit(m_text[at])) { return std::nullopt; }
        date.month = text::numeral(m_text.substr(at, monthLength));
        at += monthLength;
        if (at + 1 < m_text.size() && m_text[at] == mark && text::isDigit(m_text[at + 1])) {
            auto const dayLength = text::numeralLength(m_text.substr(at + 1));
            if (dayLength > 2) { return std::nullopt; }
            date.day = text::numeral(m_text.substr(at + 1, dayLength));
            at += dayLength + 1;
        }
        if (!date.year || *date.year < 1949 || *date.year > 2100) { return std::nullopt; }
        date.end = at;
        return date;
    }

    /// “十四五”末, “十四五”期间: the last day of a five-year plan (the twelfth ended with 2015).
    std::optional<Written> planPeriod() const
    {
        struct Period { View name; int end; };
        for (auto const& period : {Period{U"十二五", 2015}, Period{U"十三五", 2020}, Period{U"十四五", 2025}, Period{U"十五五", 2030}}) {
            auto at = m_at;
            if (!skip(at, period.name)) { continue; }
            (void)skip(at, U"”");
            for (View const word : {U"末", U"期末", U"期间", U"时期末", U"规划期末", U"收官"}) {
                if (!skip(at, word)) { continue; }
                Written date;
                date.begin = m_at;
                date.end = at;
                date.year = period.end;
                date.yearEnd = true;
                return date;
            }
        }
        return std::nullopt;
    }

    std::optional<Written> here() const
    {
        if (auto const date = numeric()) { return date; }
        if (auto const date = planPeriod()) { return date; }
        auto at = m_at;
        Written date;
        date.begin = at;
        date.year = part(at, U"年", 4);
        if (date.year && *date.year < 100 && *date.year >= 10 && text::isDigit(m_text[m_at])) { date.year = 2000 + *date.year; }
        if (date.year && (*date.year < 1949 || *date.year > 2100)) { return std::nullopt; } // 3年, 五年: a length of time
        if (date.year && skip(at, U"度")) { return std::nullopt; }                          // 2024年度计划
        auto const behindYear = at;
        date.month = part(at, U"月", 2);
        if (date.month) {
            date.day = part(at, U"日号", text::isDigit(m_text[std::min(at, m_text.size() - 1)]) ? 2 : 3);
            if (!date.day) {
                if (skip(at, U"上旬")) { date.partEnd = 10; }
                else if (skip(at, U"中旬")) { date.partEnd = 20; }
                else { (void)skip(at, U"下旬"); }
            }
        } else {
            at = behindYear;
            if (!yearPart(at, date)) { return std::nullopt; }
        }
        date.end = at;
        return date;
    }

    /// 年底, 年末, 上半年, 第三季度, and a year alone.
    bool yearPart(std::size_t& at, Written& date) const
    {
        for (View const word : {U"底", U"末", U"内", U"全年", U"年底", U"年末"}) {
            if ((date.year || word.front() == U'年') && skip(at, word)) {
                date.yearEnd = true;
                return true;
            }
        }
        if (skip(at, U"上半年")) { date.month = 6; return true; }
        if (skip(at, U"下半年")) { date.yearEnd = true; return true; }
        auto quarter = at;
        (void)skip(quarter, U"第");
        auto const length = text::numeralLength(m_text.substr(std::min(quarter, m_text.size())));
        if (length == 1) {
            auto const value = text::numeral(m_text.substr(quarter, 1));
            auto behind = quarter + 1;
            if (value && *value >= 1 && *value <= 4 && (skip(behind, U"季度") || skip(behind, U"个季度"))) {
                date.month = *value * 3;
                at = behind;
                return true;
            }
        }
        // A year alone is a deadline where nothing more follows: 2024年前, 2024年完成, not 2023年汛期.
        auto const rest = m_text.substr(std::min(at, m_text.size()));
        bool const alone = rest.empty() || View{U"前，、。；）和及至到-—~"}.find(rest.front()) != View::npos || rest.starts_with(U"完成") || rest.starts_with(U"以前") || rest.starts_with(U"之前");
        date.yearEnd = date.year.has_value() && alone;
        return date.yearEnd;
    }

    View m_text;
    std::size_t m_at = 0;
};

/// The date itself, or nothing if there is no such day.
std::optional<Date> fix(Written const& written, int year)
{
    if (written.yearEnd) { return lastDayOfMonth(year, 12); }
    auto const month = written.month.value_or(0);
    if (written.partEnd > 0 && month >= 1 && month <= 12) {
        return Date{std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / written.partEnd};
    }
    if (!written.day) { return lastDayOfMonth(year, month); }
    if (*written.day < 1 || month < 1) { return std::nullopt; }
    Date const date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(*written.day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

/// 2022年6月至12月, 2020-2022年: the deadline is the end.
bool isRangeStart(View text, Written const& date) noexcept
{
    auto rest = text.substr(date.end);
    for (View const skip : {U"底", U"初", U"起", U"开始"}) {
        if (rest.starts_with(skip)) { rest = rest.substr(skip.size()); }
    }
    if (rest.empty() || View{U"至到-—~～"}.find(rest.front()) == View::npos) { return false; }
    while (!rest.empty() && View{U"至到-—~～"}.find(rest.front()) != View::npos) { rest = rest.substr(1); }
    return text::numeralLength(rest) > 0 || rest.starts_with(U"年") || rest.starts_with(U"次年");
}

/// 自2024年1月起: when something begins.
bool isBeginning(View text, Written const& date) noexcept
{
    auto const rest = text.substr(date.end);
    return rest.starts_with(U"起") || rest.starts_with(U"开始") || (date.begin > 0 && text[date.begin - 1] == U'自' && !rest.starts_with(U"底前"));
}

} // namespace

Deadline readDeadline(text::NormalText const& normal, std::size_t begin, std::size_t end, std::optional<int> year, Dictionary const& dictionary,
                      std::vector<Notice>& notices)
{
    Deadline deadline;
    deadline.said = passage(normal, begin, end);
    auto const text = View{normal.text}.substr(begin, end - begin);
    DateScanner scanner{text};
    std::optional<int> lastYear;
    while (auto const written = scanner.next()) {
        if (written->year) { lastYear = written->year; }
        if (isRangeStart(text, *written) || isBeginning(text, *written)) { continue; }
        auto const span = normal.sourceSpan(begin + written->begin, begin + written->end);
        auto const printed = toUtf8(text.substr(written->begin, written->end - written->begin));
        auto const fixedYear = lastYear ? lastYear : year;
        if (!fixedYear) {
            notices.push_back({"date-without-year", printed, span});
            continue;
        }
        if (!lastYear) { notices.push_back({"year-from-document", printed + " -> " + std::to_string(*fixedYear), span}); }
        auto const date = fix(*written, *fixedYear);
        if (!date) {
            notices.push_back({"impossible-date", printed, span});
            continue;
        }
        deadline.dates.push_back(*date);
    }
    std::sort(deadline.dates.begin(), deadline.dates.end());
    deadline.dates.erase(std::unique(deadline.dates.begin(), deadline.dates.end()), deadline.dates.end());
    bool const immediate = containsAny(text, dictionary.immediate);
    bool const longTerm = containsAny(text, dictionary.longTerm);
    deadline.longTerm = immediate || longTerm;
    if (!deadline.dates.empty()) {
        deadline.kind = deadline.dates.size() > 1 ? DeadlineKind::Dates : DeadlineKind::Date;
    } else if (immediate) {
        deadline.kind = DeadlineKind::Immediate;
    } else if (containsAny(text, dictionary.referenced)) {
        deadline.kind = DeadlineKind::Referenced;
    } else if (containsAny(text, dictionary.byPlan)) {
        deadline.kind = DeadlineKind::ByPlan;
    } else if (longTerm) {
        deadline.kind = DeadlineKind::LongTerm;
    }
    return deadline;
}

} // namespace zhengtu::plan
