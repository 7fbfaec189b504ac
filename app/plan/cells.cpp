#include "plan/cells.hpp"

#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

bool isCode(View line) noexcept
{
    auto const ascii = std::count_if(line.begin(), line.end(), [](char32_t c) { return text::isDigit(c) || text::isAsciiLetter(c) || c == U'-' || c == U'*'; });
    return line.size() >= 4 && static_cast<std::size_t>(ascii) * 10 >= line.size() * 8;
}

bool isVerdict(View line) noexcept
{
    static constexpr std::array<View, 10> verdicts{U"属实", U"基本属实", U"部分属实", U"不属实", U"是", U"否", U"已办结", U"未办结", U"阶段性办结", U"阶段办结"};
    return std::find(verdicts.begin(), verdicts.end(), line) != verdicts.end();
}

bool isPlace(View line) noexcept
{
    return line.size() >= 2 && line.size() <= 12 && View{U"县区市镇乡村道"}.find(line.back()) != View::npos && line.find_first_of(U"，。；") == View::npos;
}

bool isSubject(View line) noexcept
{
    if (line.size() > 12) { return false; }
    for (View const word : {U"大气", U"水", U"噪", U"土壤", U"生态", U"其他", U"固废", U"垃圾", U"油烟", U"扬尘", U"辐射", U"异味"}) {
        if (line.find(word) != View::npos) { return true; }
    }
    return false;
}

bool isWhen(View line, Dictionary const& dictionary) noexcept
{
    if (line.size() > 40) { return false; }
    bool const date = line.find(U'年') != View::npos || line.find(U'月') != View::npos || (line.size() <= 12 && std::count(line.begin(), line.end(), U'.') == 2) ||
                      std::count(line.begin(), line.end(), U'-') == 2;
    return (date && std::any_of(line.begin(), line.end(), text::isDigit)) || containsAny(line, dictionary.immediate) || containsAny(line, dictionary.longTerm) ||
           containsAny(line, dictionary.byPlan);
}

bool isUnit(View line, Dictionary const& dictionary) noexcept
{
    if (line.size() > 80 || line.find(U'。') != View::npos) { return false; }
    auto last = line;
    if (last.ends_with(U'）') && last.rfind(U'（') != View::npos) { last = last.substr(0, last.rfind(U'（')); }
    return endsWithAny(last, dictionary.unitEndings) || endsWithAny(last, dictionary.territorialEndings);
}

bool speaksOfOutcome(View line) noexcept
{
    static constexpr std::array<View, 5> words{U"已", U"完成", U"办结", U"正在", U"整改"};
    return std::any_of(words.begin(), words.end(), [&](View word) { return line.find(word) != View::npos; });
}

bool isSentence(View line) noexcept { return line.size() >= 12 || line.ends_with(U'。') || line.ends_with(U'；'); }

} // namespace

bool tellsWhere(View name) noexcept
{
    static constexpr std::array<View, 14> words{U"核实", U"调查", U"位置", U"点位", U"区域", U"县区", U"区县", U"县（市", U"属地", U"所在", U"地点", U"乡镇", U"企业名称", U"断面名称"};
    static constexpr std::array<View, 6> others{U"编号", U"类型", U"类别", U"单位", U"时间", U"人"};
    auto const has = [&](View word) { return name.find(word) != View::npos; };
    return std::any_of(words.begin(), words.end(), has) && std::none_of(others.begin(), others.end(), has);
}

double fits(View line, Column const& column, Dictionary const& dictionary) noexcept
{
    bool const nothing = line == U"无" || line == U"/" || line == U"-" || line == U"—" || line == U"暂无";
    bool const name = column.name.find(U"编号") != View::npos || column.name == U"序号" || column.name.find(U"电话") != View::npos;
    if (name) { return isCode(line) ? 4 : -3; }
    if (column.name.find(U"属实") != View::npos || column.name.find(U"是否") != View::npos) { return isVerdict(line) ? 5 : -4; }
    if (column.name.find(U"区域") != View::npos || column.name.find(U"属地") != View::npos || column.name.find(U"县区") != View::npos || column.name.find(U"县（市") != View::npos) { return isPlace(line) ? 4 : -3; }
    if (column.name.find(U"类") != View::npos) { return isSubject(line) ? 4 : -3; }
    if (nothing) { return column.field == Field::Problem ? -3 : 1; }
    switch (column.field) {
    case Field::Deadline: return isWhen(line, dictionary) ? 5 : -3;
    case Field::Person: return line.size() <= 20 && !isSentence(line) ? 2 : -1;
    case Field::Lead:
    case Field::Responsible:
    case Field::Cooperating:
    case Field::Acceptance: return isUnit(line, dictionary) ? 4 : (isPlace(line) ? 2 : -3);
    case Field::Problem:
    case Field::Goal: return isSentence(line) ? 2 : (isUnit(line, dictionary) || isVerdict(line) || isCode(line) ? -3 : 0.5);
    case Field::Measure: return (isSentence(line) ? 2 : 0) + (text::leadingNumber(line) ? 1 : 0) - (isVerdict(line) || isCode(line) ? 3 : 0);
    case Field::Handling:
    case Field::Status: return speaksOfOutcome(line) ? 2.5 : (isSentence(line) ? 1.5 : 0);
    case Field::Other: return isSentence(line) ? 1 : 0;
    }
    return 0;
}

std::vector<std::size_t> assignCells(std::vector<View> const& lines, std::vector<Column> const& columns, Dictionary const& dictionary)
{
    // Row i, column j: the best score of the first i lines when line i stands in column j.
    constexpr double impossible = -std::numeric_limits<double>::infinity();
    constexpr double emptyCell = 2.5, secondLine = 0.6;
    auto const n = columns.size();
    std::vector<std::vector<double>> best(lines.size(), std::vector<double>(n, impossible));
    std::vector<std::vector<std::size_t>> from(lines.size(), std::vector<std::size_t>(n, 0));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const number = text::leadingNumber(lines[i]);
        auto const previous = i > 0 ? text::leadingNumber(lines[i - 1]) : std::nullopt;
        bool const sameList = number && previous && number->form == previous->form && number->value == previous->value + 1;
        for (std::size_t j = 0; j < n; ++j) {
            auto const own = fits(lines[i], columns[j], dictionary);
            if (i == 0) {
                best[i][j] = own - emptyCell * static_cast<double>(j);
                continue;
            }
            for (std::size_t k = 0; k <= j; ++k) {
                if (best[i - 1][k] == impossible) { continue; }
                double const step = k == j ? (sameList ? 2.0 : -secondLine) : -emptyCell * static_cast<double>(j - k - 1);
                if (auto const score = best[i - 1][k] + own + step; score > best[i][j]) {
                    best[i][j] = score;
                    from[i][j] = k;
                }
            }
        }
    }
    std::vector<std::size_t> where(lines.size(), 0);
    if (lines.empty()) { return where; }
    double top = impossible;
    for (std::size_t j = 0; j < n; ++j) {
        auto const score = best.back()[j] - emptyCell * static_cast<double>(n - 1 - j);
        if (score > top) {
            top = score;
            where.back() = j;
        }
    }
    for (auto i = lines.size() - 1; i > 0; --i) { where[i - 1] = from[i][where[i]]; }
    return where;
}

} // namespace zhengtu::plan
