#include "exchange/task_fields.hpp"

#include "core/parallel.hpp"
#include "exchange/short_names.hpp"

#include <array>

namespace zhengtu::exchange {

namespace {

using geo::FieldType;
using geo::Value;
using ledger::TaskRow;
using place::Site;

/// One entry of the dictionary of task fields: the only place where their names are.
struct Entry {
    char const* shortName;
    char const* name;
    char const* title;
    FieldType type;
    int width, precision;
    bool ofTask;
    Value (*value)(TaskRow const&, Site const&);
};

std::string joined(std::vector<std::string> const& parts, std::string_view separator)
{
    std::string text;
    for (auto const& part : parts) {
        if (!text.empty()) { text += separator; }
        text += part;
    }
    return text;
}

/// Under Lead also who leads by the measure's own words.
std::string units(TaskRow const& task, plan::UnitRole role)
{
    std::vector<std::string> names;
    for (auto const& unit : task.units) {
        if (plan::answersTo(unit.role, role)) { names.push_back(unit.name.text); }
    }
    return joined(names, "；");
}

std::string dates(plan::Deadline const& deadline)
{
    std::vector<std::string> all;
    for (Date const date : deadline.dates) { all.push_back(isoDate(date)); }
    return joined(all, ";");
}

/// The day on which all must be done; null where the text fixes none (dl_kind says why).
Value lastDate(plan::Deadline const& deadline)
{
    if (deadline.dates.empty() || !deadline.dates.back().ok()) { return {}; }
    return isoDate(deadline.dates.back());
}

Value number(std::optional<int> value) { return value ? Value{std::int64_t{*value}} : Value{}; }
Value number(std::size_t value) { return static_cast<std::int64_t>(value); }

/// The measure where the task has one, else the problem that it is.
Span sourceSpan(TaskRow const& task) { return task.taskSpan.empty() ? task.problemSpan : task.taskSpan; }

/// What is only known of a site that there is.
Value known(Site const& site, Value value) { return site.shape.empty() ? Value{} : std::move(value); }

constexpr std::array dictionary{
    Entry{"task_id", "task_id", "任务编号", FieldType::Text, 40, 0, true, [](auto const& t, auto const&) -> Value { return t.id; }},
    Entry{"site_id", "site_id", "点位编号", FieldType::Text, 48, 0, false, [](auto const&, auto const& s) -> Value { return s.id; }},
    Entry{"plan", "plan", "方案", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return t.planTitle; }},
    Entry{"section", "section", "方面", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return t.section; }},
    Entry{"prob_no", "problem_no", "问题原编号", FieldType::Text, 40, 0, true, [](auto const& t, auto const&) -> Value { return t.problemNo; }},
    Entry{"fb_no", "feedback_no", "反馈问题序号", FieldType::Integer, 6, 0, true, [](auto const& t, auto const&) { return number(t.feedbackNo); }},
    Entry{"meas_no", "task_no", "措施原编号", FieldType::Text, 40, 0, true, [](auto const& t, auto const&) -> Value { return t.taskNo; }},
    Entry{"problem", "problem", "问题", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return t.problemText; }},
    Entry{"measure", "measure", "整改措施", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return t.taskText; }},
    Entry{"goals", "goals", "整改目标", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return t.goals; }},
    Entry{"category", "categories", "类别", FieldType::Text, 120, 0, true, [](auto const& t, auto const&) -> Value { return joined(t.categories, ";"); }},
    Entry{"status", "status", "状态", FieldType::Text, 24, 0, true, [](auto const& t, auto const&) -> Value { return t.status; }},
    Entry{"lead_unit", "lead_units", "牵头单位", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return units(t, plan::UnitRole::Lead); }},
    Entry{"resp_unit", "responsible_units", "责任单位", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return units(t, plan::UnitRole::Responsible); }},
    Entry{"coop_unit", "cooperating_units", "配合单位", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return units(t, plan::UnitRole::Cooperating); }},
    Entry{"acc_unit", "acceptance_units", "验收单位", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return units(t, plan::UnitRole::Acceptance); }},
    Entry{"person", "persons", "责任人", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return units(t, plan::UnitRole::Person); }},
    Entry{"dl_kind", "deadline_kind", "时限类型", FieldType::Text, 16, 0, true, [](auto const& t, auto const&) -> Value { return std::string{plan::name(t.deadline.kind)}; }},
    Entry{"dl_date", "deadline_date", "整改时限", FieldType::Date, 0, 0, true, [](auto const& t, auto const&) { return lastDate(t.deadline); }},
    Entry{"dl_iso", "deadline_dates", "全部时限", FieldType::Text, 120, 0, true, [](auto const& t, auto const&) -> Value { return dates(t.deadline); }},
    Entry{"dl_long", "long_term", "长期坚持", FieldType::Integer, 1, 0, true, [](auto const& t, auto const&) { return number(std::size_t{t.deadline.longTerm}); }},
    Entry{"dl_text", "deadline_text", "时限原文", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return t.deadline.said.text; }},
    Entry{"counties", "counties", "涉及县区", FieldType::Text, 254, 0, true, [](auto const& t, auto const&) -> Value { return joined(t.counties, ";"); }},
    Entry{"place", "place", "地名", FieldType::Text, 254, 0, false, [](auto const&, auto const& s) -> Value { return s.place; }},
    Entry{"pl_kind", "place_kind", "地名类型", FieldType::Text, 24, 0, false, [](auto const&, auto const& s) -> Value { return std::string{place::name(s.kind)}; }},
    Entry{"county", "county", "县区", FieldType::Text, 80, 0, false, [](auto const&, auto const& s) -> Value { return s.county; }},
    Entry{"adcode", "adcode", "行政区划代码", FieldType::Text, 12, 0, false, [](auto const&, auto const& s) -> Value { return s.adcode; }},
    Entry{"geo_conf", "precision", "定位精度", FieldType::Text, 12, 0, false, [](auto const&, auto const& s) -> Value { return std::string{place::name(s.precision)}; }},
    Entry{"radius_m", "radius_m", "误差半径（米）", FieldType::Real, 12, 1, false, [](auto const&, auto const& s) { return known(s, s.radiusM); }},
    Entry{"score", "score", "定位得分", FieldType::Real, 6, 3, false, [](auto const&, auto const& s) { return known(s, s.score); }},
    Entry{"reason", "reason", "定位依据", FieldType::Text, 254, 0, false, [](auto const&, auto const& s) -> Value { return s.reason; }},
    Entry{"feat_id", "feature_id", "位置要素", FieldType::Text, 120, 0, false, [](auto const&, auto const& s) -> Value { return s.featureId; }},
    Entry{"geo_src", "geometry_source", "位置来源", FieldType::Text, 254, 0, false, [](auto const&, auto const& s) -> Value { return s.source; }},
    Entry{"schematic", "schematic", "示意", FieldType::Integer, 1, 0, false, [](auto const&, auto const& s) { return number(std::size_t{s.schematic}); }},
    Entry{"figure", "figure", "图形", FieldType::Text, 12, 0, false, [](auto const&, auto const& s) { return known(s, std::string{place::name(s.figure)}); }},
    Entry{"src_doc", "plan_id", "方案编号", FieldType::Text, 40, 0, true, [](auto const& t, auto const&) -> Value { return t.planId; }},
    Entry{"src_off", "source_offset", "原文位置（字）", FieldType::Integer, 9, 0, true, [](auto const& t, auto const&) { return number(sourceSpan(t).begin); }},
    Entry{"src_len", "source_length", "原文长度（字）", FieldType::Integer, 9, 0, true, [](auto const& t, auto const&) { return number(sourceSpan(t).size()); }},
};

static_assert(shortNamesHold(dictionary), "two fields have the same short name, or one is no name of 10 ASCII bytes");

Field fieldOf(Entry const& entry)
{
    return {entry.shortName, entry.name, entry.title, entry.type, entry.width, entry.precision, entry.ofTask};
}

Site nowhere(TaskRow const& task)
{
    Site site;
    site.taskId = task.id;
    site.reason = "no site was made for this task";
    return site;
}

geo::Row rowOf(TaskRow const& task, Site const& site)
{
    geo::Row row;
    row.values.reserve(dictionary.size());
    for (auto const& entry : dictionary) { row.values.push_back(entry.value(task, site)); }
    row.shape = site.shape;
    return row;
}

} // namespace

Table taskTable(std::vector<ledger::TaskRow> const& tasks)
{
    Table table{.id = "tasks", .suffix = "", .title = "整改任务", .fields = {}, .rows = {}, .keyField = 0};
    for (auto const& entry : dictionary) { table.fields.push_back(fieldOf(entry)); }
    std::vector<std::pair<TaskRow const*, Site const*>> wanted;
    for (auto const& task : tasks) {
        for (auto const& site : task.sites) { wanted.emplace_back(&task, &site); }
        if (task.sites.empty()) { wanted.emplace_back(&task, nullptr); }
    }
    table.rows.resize(wanted.size());
    static_cast<void>(forEach(wanted.size(), 0, {}, [&](std::size_t i) {
        auto const [task, site] = wanted[i];
        table.rows[i] = site == nullptr ? rowOf(*task, nowhere(*task)) : rowOf(*task, *site);
    }, rowsAtOnce));
    return table;
}

Table taskTexts(std::vector<ledger::TaskRow> const& tasks)
{
    Table table{.id = "tasks", .suffix = "_text", .title = "整改任务全文", .fields = {}, .rows = {}, .keyField = 0};
    for (auto const& entry : dictionary) {
        if (entry.ofTask) { table.fields.push_back(fieldOf(entry)); }
    }
    for (auto const& task : tasks) {
        geo::Row row;
        for (auto const& entry : dictionary) {
            if (entry.ofTask) { row.values.push_back(entry.value(task, Site{})); }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace zhengtu::exchange
