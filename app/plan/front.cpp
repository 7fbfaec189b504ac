#include "plan/front.hpp"

#include "core/utf.hpp"
#include "plan/fields.hpp"
#include "plan/title.hpp"
#include "text/characters.hpp"
#include "text/numbering.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

bool isPlaceCharacter(char32_t c) noexcept { return text::isHan(c); }

/// Words that no second half of a region holds: 太原市 | 贯彻落实省…
constexpr std::array<View, 14> actions{U"贯彻", U"落实", U"关于", U"生态", U"环境", U"环保", U"中央", U"省", U"督察", U"整改", U"人民政府", U"委", U"第", U"保护"};

/// Characters of the region mark-ending part at the beginning of `line`: 忻州市 3, 洪洞县 3; 0 if none within `longest`.
std::size_t regionPart(View line, std::size_t longest) noexcept
{
    for (std::size_t i = 0; i < line.size() && i < longest && isPlaceCharacter(line[i]); ++i) {
        auto const c = line[i];
        bool const mark = c == U'省' || c == U'市' || c == U'县' || c == U'区' || c == U'旗';
        if (mark && i >= 1) { return i + 1; }
    }
    return 0;
}

/// The place that a title begins with: 忻州市, 晋城市城区, 山西省, 太原市小店区.
std::u32string leadingRegion(View line)
{
    for (View const skip : {U"关于", U"中共"}) {
        if (line.starts_with(skip)) { line.remove_prefix(skip.size()); }
    }
    auto end = regionPart(line, 7);
    if (end == 0) { return {}; }
    auto const second = regionPart(line.substr(end), 6);
    auto const part = line.substr(end, second);
    bool const action = std::any_of(actions.begin(), actions.end(), [&](View word) { return part.find(word) != View::npos; });
    if (second > 0 && !action) { end += second; }
    return std::u32string{line.substr(0, end)};
}

/// 省 alone, 全市, 各县 and the like name no place.
bool isRegion(View name) noexcept
{
    if (name.size() < 3 && name != View{U"城区"} && !name.ends_with(U'县')) { return false; } // 应县, 代县
    for (View const word : actions) {
        if (name.find(word) != View::npos && name != View{U"山西省"}) { return false; }
    }
    for (View const word : {U"在", U"对", U"全", U"各", U"本", U"我", U"该", U"县区", U"市区", U"相关"}) {
        if (name.starts_with(word)) { return false; }
    }
    auto const all = name.find(U'全'); // 召开全县…
    return all == View::npos || all + 2 != name.size();
}

/// 中央…督察组转办太原市…信访件办理结果, 省…督察组向忻州市交办…: to whom a title says that cases were handed.
View handedTo(View title)
{
    constexpr std::array<View, 3> verbs{U"转办", U"交办", U"移交"};
    auto const cityAt = [&](std::size_t begin) {
        auto const rest = title.substr(begin);
        auto const region = rest.substr(0, regionPart(rest, 4));
        bool const name = region.ends_with(U'市') && isRegion(region) && region.find_first_of(U"问题和件各该民") == View::npos;
        return name ? region : View{};
    };
    for (View const verb : verbs) {
        auto const at = title.find(verb);
        if (at == View::npos) { continue; }
        if (auto const city = cityAt(at + verb.size()); !city.empty()) { return city; }
    }
    auto const to = title.find(U'向');
    auto const city = to == View::npos ? View{} : cityAt(to + 1);
    auto const rest = city.empty() ? View{} : title.substr(to + 1 + city.size());
    return std::ranges::any_of(verbs, [&](View verb) { return rest.starts_with(verb); }) ? city : View{};
}

/// A line that names an authority, or a title that may begin with its place.
bool namesBody(View line) noexcept
{
    constexpr std::array<View, 8> words{U"人民政府", U"市委", U"县委", U"区委", U"领导小组", U"生态环境局", U"环境保护局", U"委员会"};
    return endsAsTitle(line) || std::any_of(words.begin(), words.end(), [&](View word) { return line.find(word) != View::npos; });
}

bool isSeveral(View line) noexcept { return line.ends_with(U'：') && line.find(U'、') != View::npos; }

std::string findRegion(View text, std::string const& title)
{
    auto const wide = toUtf32(title);
    if (wide) {
        if (auto const region = leadingRegion(*wide); isRegion(region)) { return toUtf8(region); }
        if (auto const open = wide->find(U'《'); open != View::npos) {
            if (auto const region = leadingRegion(View{*wide}.substr(open + 1)); isRegion(region)) { return toUtf8(region); }
        }
        if (auto const region = handedTo(*wide); !region.empty()) { return toUtf8(region); }
    }
    // An issuing body (忻州市人民政府, 中共忻州市委) or the one that a letter is about (原平市人民政府：), whichever comes first. Where it is
    // addressed to several (原平市人民政府、五台县人民政府：) none of them is meant alone, and who wrote it counts.
    for (auto const& span : firstLines(text, 40)) {
        auto const line = text.substr(span.begin, span.size());
        if (line.size() > 40 || isSeveral(line) || !namesBody(line) || line.find_first_of(U"，。；") != View::npos) { continue; }
        if (auto const region = leadingRegion(line); isRegion(region)) { return toUtf8(region); }
    }
    return {};
}

/// Years in a line: 2024年, 〔2024〕; of periods (2021-2025年) the first.
std::optional<int> lastYear(View line)
{
    std::optional<int> latest;
    for (std::size_t i = 0; i + 4 <= line.size(); ++i) {
        if ((i > 0 && text::isDigit(line[i - 1])) || text::numeralLength(line.substr(i)) != 4 || !text::isDigit(line[i])) { continue; }
        auto const value = text::numeral(line.substr(i, 4)).value_or(0);
        auto const next = i + 4 < line.size() ? line[i + 4] : U'\0';
        bool const year = next == U'年' || next == U'〕' || next == U']' || next == U'-' || next == U'.' || next == U'/';
        if (value < 1990 || value > 2100 || !year) { continue; }
        if (!latest || value > *latest) { latest = value; }
    }
    return latest;
}

std::optional<int> periodStart(View text)
{
    auto const head = text.substr(0, 2000);
    for (std::size_t i = 0; i + 9 <= head.size(); ++i) {
        bool const dash = text::isDash(head[i + 4]) || head[i + 4] == U'~' || head[i + 4] == U'至';
        if (!dash || text::numeralLength(head.substr(i)) != 4 || text::numeralLength(head.substr(i + 5)) != 4) { continue; }
        auto const from = text::numeral(head.substr(i, 4)).value_or(0);
        auto const to = text::numeral(head.substr(i + 5, 4)).value_or(0);
        if (from >= 1990 && to > from && to - from <= 20) { return from; }
    }
    constexpr std::array<std::pair<View, int>, 4> plans{{{U"十二五", 2011}, {U"十三五", 2016}, {U"十四五", 2021}, {U"十五五", 2026}}};
    for (auto const& [name, year] : plans) {
        if (head.substr(0, 60).find(name) != View::npos) { return year; }
    }
    return std::nullopt;
}

/// A line that is a date and nothing else, below the name of who signs.
std::optional<int> signatureYear(View text)
{
    std::optional<int> year;
    View above;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const stop = std::min(text.find(U'\n', begin), text.size());
        auto const line = text.substr(begin, stop - begin);
        bool const date = line.size() >= 8 && line.size() <= 12 && line.ends_with(U'日') && line.find(U'年') == 4;
        bool const signedAbove = above.size() <= 40 && (above.ends_with(U"政府") || above.ends_with(U'委') || above.ends_with(U"委员会") || above.ends_with(U"小组") ||
                                                        above.ends_with(U"办公室") || above.ends_with(U'局') || above.ends_with(U'办') || above.ends_with(U"指挥部") || endsAsTitle(above));
        if (date && (signedAbove || stop + 1 >= text.size())) {
            if (auto const found = text::numeral(line.substr(0, 4)); found && *found >= 1990 && *found <= 2100) { year = found; }
        }
        above = line;
        begin = stop + 1;
    }
    return year;
}

/// The year in the code of a complaint: D2SX202104190045. Where codes name several, the first decides.
std::optional<int> codeYear(View text)
{
    for (auto const& span : firstLines(text, 40)) {
        auto const line = text.substr(span.begin, std::min<std::size_t>(span.size(), 40));
        for (std::size_t i = 0; i + 9 <= line.size(); ++i) {
            if (!text::isAsciiLetter(line[i])) { continue; }
            for (std::size_t const skipped : {0U, 6U}) { // behind the code of a province or city: D370000201808250011
                auto const digits = line.substr(std::min(i + 1 + skipped, line.size()), 8);
                auto const before = line.substr(i + 1, skipped);
                bool const whole = digits.size() == 8 && digits.starts_with(U"20") && std::all_of(digits.begin(), digits.end(), text::isDigit) && std::all_of(before.begin(), before.end(), text::isDigit);
                if (!whole) { continue; }
                auto const month = text::numeral(digits.substr(4, 2)).value_or(0), day = text::numeral(digits.substr(6, 2)).value_or(0);
                if (month >= 1 && month <= 12 && day >= 1 && day <= 31) { return text::numeral(digits.substr(0, 4)); }
            }
        }
    }
    return std::nullopt;
}

std::optional<int> findYear(View text, std::string const& title, std::size_t listBegin, std::optional<Span> table)
{
    auto const wide = toUtf32(title).value_or(std::u32string{});
    if (View{wide}.find(U"规划") != View::npos) {
        if (auto const year = periodStart(text)) { return year; }
    }
    if (auto const year = lastYear(wide)) { return year; }
    if (auto const year = signatureYear(table ? text.substr(0, listBegin) : text)) { return year; }
    if (table && !table->empty()) {
        if (auto const year = signatureYear(text.substr(table->end))) { return year; }
    }
    for (auto const& span : firstLines(text, 8)) {
        if (span.begin >= listBegin) { break; } // dates of problems and deadlines are not the document's
        if (auto const year = lastYear(text.substr(span.begin, std::min({span.size(), std::size_t{600}, listBegin - span.begin})))) { return year; }
    }
    return codeYear(text);
}

} // namespace

void readFront(Plan& plan, text::NormalText const& normal, std::size_t listBegin, std::optional<Span> table)
{
    View const text{normal.text};
    // The title stands above the list; a document that begins with its list has none, and its first line must do.
    plan.title = table ? findTitle(text.substr(0, table->begin)) : findTitle(listBegin >= 4 ? text.substr(0, listBegin) : text);
    plan.region = findRegion(text, plan.title);
    plan.year = findYear(text, plan.title, listBegin, table);
}

void classify(Plan& plan, View text, bool bulletin)
{
    auto const title = toUtf32(plan.title).value_or(std::u32string{});
    auto const head = text.substr(0, 1500);
    auto const says = [&](View word) { return View{title}.find(word) != View::npos; };
    auto const because = [&](PlanKind kind, std::string reason) {
        plan.kind = kind;
        plan.kindReason = std::move(reason);
    };
    bool const list = !plan.problems.empty();
    bool const tasks = std::any_of(plan.problems.begin(), plan.problems.end(), [](Problem const& p) { return !p.tasks.empty(); });
    if (list) {
        auto const names = [&](View word) { return title.empty() && head.substr(0, 200).find(word) != View::npos; }; // the columns of a table without a title
        if (names(U"受理编号") || names(U"信访") || names(U"举报")) { return because(PlanKind::Complaints, "columns are those of complaints of the public"); }
        if (says(U"信访") || says(U"举报") || says(U"边督边改") || (says(U"群众") && !says(U"群众身边") && !says(U"反映强烈"))) { return because(PlanKind::Complaints, "title names complaints of the public and problems are listed"); }
        if (says(U"销号") || says(U"完成情况") || says(U"验收") || says(U"公示")) { return because(PlanKind::CloseOut, "title names the close-out of listed problems"); }
        if (says(U"通报") || says(U"督办") || says(U"调度") || (says(U"交办") && !says(U"整改") && !says(U"方案")) || says(U"专报") || says(U"简报")) { return because(PlanKind::Bulletin, "title names a bulletin and problems are listed"); }
        bool const outcomes = !tasks || std::any_of(plan.problems.begin(), plan.problems.end(), [](Problem const& p) { return !p.status.empty(); });
        if (!bulletin && outcomes && (says(U"整改进展") || says(U"进展情况") || (says(U"整改情况") && !says(U"方案")))) { return because(PlanKind::CloseOut, "title names what came of problems, which are listed with their outcome"); }
        if (bulletin && says(U"整改") && title.ends_with(U"方案")) { return because(PlanKind::Rectification, "title names rectification; problems and measures stand in sentences"); }
        if (bulletin && (says(U"整改情况") || says(U"进展") || says(U"整改落实"))) { return because(PlanKind::CloseOut, "title names what came of problems, which are listed with their outcome"); }
        if (bulletin && (says(U"整改方案") || says(U"整改措施"))) { return because(PlanKind::Rectification, "title names rectification; problems and measures stand in sentences"); }
        if (bulletin) { return because(PlanKind::Bulletin, "problems and demands stand in sentences"); }
        return because(PlanKind::Rectification, tasks ? "problems with measures, units and deadlines are listed" : "problems with units and deadlines are listed");
    }
    if (says(U"规划") || says(U"纲要") || says(U"行动计划") || says(U"工作计划") || says(U"工作要点") || (!says(U"整改") && (says(U"实施方案") || says(U"行动方案") || says(U"工作方案")))) { return because(PlanKind::Planning, "title names a plan for a period and no problem is listed"); }
    if (says(U"整改方案") || says(U"整改措施")) { return because(PlanKind::Rectification, "title names rectification, but no problem was found"); }
    if (head.find(U"发展目标") != View::npos && head.find(U"规划") != View::npos) { return because(PlanKind::Planning, "speaks of a planning period and lists no problem"); }
    bool const feedback = says(U"反馈") || head.find(U"督察认为") != View::npos || head.find(U"督察指出") != View::npos || head.find(U"督察组向") != View::npos;
    if (feedback) { return because(PlanKind::Other, "feedback of an inspection: problems are told, but no measure, unit or deadline is listed"); }
    because(PlanKind::Other, "no list of problems, and the title names no plan");
}

} // namespace zhengtu::plan
