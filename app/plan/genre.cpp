#include "plan/genre.hpp"

#include "core/utf.hpp"

#include <algorithm>

namespace zhengtu::plan {

namespace {

using View = std::u32string_view;

bool containsOne(View text, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.find(word) != View::npos; });
}

bool endsInOne(View text, std::initializer_list<View> words) noexcept
{
    return std::any_of(words.begin(), words.end(), [&](View word) { return text.ends_with(word); });
}

/// A title that itself names a list of what is to be rectified.
bool namesList(View title) noexcept
{
    return containsOne(title, {U"整改方案", U"整改措施", U"整改清单", U"整改任务", U"整改台账", U"问题清单", U"任务清单", U"整改情况", U"整改完成"});
}

/// A label that only lists of problems have.
bool speaksOfProblems(View label) noexcept { return containsOne(label, {U"整改", U"问题", U"举报", U"信访", U"投诉", U"交办", U"办结", U"反映", U"反馈", U"销号"}); }

View labelOf(View text, Piece const& piece) noexcept { return text.substr(piece.begin, piece.content - piece.begin); }

} // namespace

bool isOtherGenre(View title, View text) noexcept
{
    while (title.ends_with(U'）') && title.rfind(U'（') != View::npos && title.rfind(U'（') > 0) { title = title.substr(0, title.rfind(U'（')); }
    if (containsOne(title, {U"政府工作报告", U"招聘", U"招标", U"采购", U"中标", U"拍卖"})) { return true; }
    if (containsOne(title, {U"讲话", U"致辞", U"发言"}) && !namesList(title)) { return true; }
    bool const duties = endsInOne(title, {U"责任清单"}) && !containsOne(title, {U"整改", U"问题"}); // 整改责任清单 lists what is to be rectified
    if (duties || endsInOne(title, { U"权责清单", U"职责清单", U"权力清单", U"负面清单", U"准入清单", U"工作报告"})) { return true; }
    bool const rule = endsInOne(title, {U"条例", U"办法", U"规定", U"细则", U"法", U"章程", U"规则", U"准则", U"规范", U"标准", U"规程", U"导则", U"指南", U"决定", U"制度"});
    return rule && (!namesList(title) || text.find(U"第一条") != View::npos);
}

std::optional<std::string> whyNoList(Plan const& plan, text::NormalText const& normal, Layout const& layout)
{
    if (plan.problems.empty()) { return std::nullopt; }
    View const text{normal.text};
    auto const title = toUtf32(plan.title).value_or(std::u32string{});
    if (isOtherGenre(title, text)) { return "title names a rule, a speech, a report or an announcement"; }
    if (layout.table) { return std::nullopt; } // its columns name the problem
    bool speaks = false, outcomes = false;
    std::size_t named = 0;
    for (std::size_t i = layout.structure.listBegin; i < layout.pieces.size(); ++i) {
        auto const& piece = layout.pieces[i];
        if (piece.kind != PieceKind::Label || layout.structure.roles[i] == Role::None) { continue; }
        speaks = speaks || speaksOfProblems(labelOf(text, piece));
        outcomes = outcomes || isOutcomeField(piece.field);
        named += piece.field == Field::Problem && piece.ownLine ? 1U : 0U;
    }
    speaks = speaks || containsOne(title, {U"整改", U"问题", U"督察", U"督查", U"举报", U"信访", U"反馈", U"销号", U"交办", U"督办", U"巡查", U"通报", U"排查"});
    if (!speaks) { return "units and deadlines are listed, but no problem and nothing to rectify"; }
    // A person without measures answers in any form and record.
    auto const answers = [](std::vector<Unit> const& units) { return std::any_of(units.begin(), units.end(), [](Unit const& unit) { return unit.role != UnitRole::Person; }); };
    bool const held = std::any_of(plan.problems.begin(), plan.problems.end(), [&](Problem const& problem) {
        bool const due = problem.deadline && problem.deadline->kind != DeadlineKind::None;
        bool const measures = std::any_of(problem.tasks.begin(), problem.tasks.end(), [&](Task const& task) { return answers(task.units) || task.deadline.kind != DeadlineKind::None; });
        bool const someone = !problem.tasks.empty() && std::any_of(problem.tasks.begin(), problem.tasks.end(), [](Task const& task) { return !task.units.empty(); });
        return due || measures || someone || answers(problem.units) || !problem.status.empty() || (!problem.tasks.empty() && !problem.goals.empty());
    });
    if (!held && !outcomes && named < 2) { return "words of a list stand in it, but no unit, deadline or outcome"; }
    return std::nullopt;
}

} // namespace zhengtu::plan
