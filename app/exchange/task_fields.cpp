#include "exchange/task_fields.hpp"

#include "exchange/short_names.hpp"

#include <array>

namespace zhengtu::exchange {

namespace {

using geo::FieldType;
using geo::Cell;
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
    Cell (*cell)(TaskRow const&, Site const&, std::string& room); ///< as RowSource::cell
};

Cell joined(std::vector<std::string> const& parts, std::string_view separator, std::string& room)
{
    if (parts.size() == 1) { return parts.front(); }
    room.clear();
    for (auto const& part : parts) {
        if (&part != &parts.front()) { room += separator; }
        room += part;
    }
    return room;
}

/// Under Lead also who leads by the measure's own words.
Cell units(TaskRow const& task, plan::UnitRole role, std::string& room)
{
    room.clear();
    for (auto const& unit : task.units) {
        if (!plan::answersTo(unit.role, role)) { continue; }
        if (!room.empty()) { room += "；"; }
        room += unit.name.text;
    }
    return room;
}

Cell dates(plan::Deadline const& deadline, std::string& room)
{
    room.clear();
    for (Date const date : deadline.dates) { room += (room.empty() ? "" : ";") + isoDate(date); }
    return room;
}

/// The day on which all must be done; null where the text fixes none (dl_kind says why).
Cell lastDate(plan::Deadline const& deadline, std::string& room)
{
    if (deadline.dates.empty() || !deadline.dates.back().ok()) { return {}; }
    return room = isoDate(deadline.dates.back());
}

Cell number(std::optional<int> value) { return value ? Cell{std::int64_t{*value}} : Cell{}; }
Cell number(std::size_t value) { return static_cast<std::int64_t>(value); }

/// The measure where the task has one, else the problem that it is.
Span sourceSpan(TaskRow const& task) { return task.taskSpan.empty() ? task.problemSpan : task.taskSpan; }

/// What is only known of a site that there is.
Cell known(Site const& site, Cell value) { return site.shape.empty() ? Cell{} : value; }

constexpr std::array dictionary{
    Entry{"task_id", "task_id", "任务编号", FieldType::Text, 40, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.id; }},
    Entry{"site_id", "site_id", "点位编号", FieldType::Text, 48, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return s.id; }},
    Entry{"plan", "plan", "方案", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.planTitle; }},
    Entry{"section", "section", "方面", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.section; }},
    Entry{"prob_no", "problem_no", "问题原编号", FieldType::Text, 40, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.problemNo; }},
    Entry{"fb_no", "feedback_no", "反馈问题序号", FieldType::Integer, 6, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return number(t.feedbackNo); }},
    Entry{"meas_no", "task_no", "措施原编号", FieldType::Text, 40, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.taskNo; }},
    Entry{"problem", "problem", "问题", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.problemText; }},
    Entry{"measure", "measure", "整改措施", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.taskText; }},
    Entry{"goals", "goals", "整改目标", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.goals; }},
    Entry{"category", "categories", "类别", FieldType::Text, 120, 0, true, [](auto const& t, auto const&, auto& room) -> Cell { return joined(t.categories, ";", room); }},
    Entry{"status", "status", "状态", FieldType::Text, 24, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.status; }},
    Entry{"lead_unit", "lead_units", "牵头单位", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto& room) -> Cell { return units(t, plan::UnitRole::Lead, room); }},
    Entry{"resp_unit", "responsible_units", "责任单位", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto& room) -> Cell { return units(t, plan::UnitRole::Responsible, room); }},
    Entry{"coop_unit", "cooperating_units", "配合单位", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto& room) -> Cell { return units(t, plan::UnitRole::Cooperating, room); }},
    Entry{"acc_unit", "acceptance_units", "验收单位", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto& room) -> Cell { return units(t, plan::UnitRole::Acceptance, room); }},
    Entry{"person", "persons", "责任人", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto& room) -> Cell { return units(t, plan::UnitRole::Person, room); }},
    Entry{"dl_kind", "deadline_kind", "时限类型", FieldType::Text, 16, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return plan::name(t.deadline.kind); }},
    Entry{"dl_date", "deadline_date", "整改时限", FieldType::Date, 0, 0, true, [](auto const& t, auto const&, auto& room) -> Cell { return lastDate(t.deadline, room); }},
    Entry{"dl_iso", "deadline_dates", "全部时限", FieldType::Text, 120, 0, true, [](auto const& t, auto const&, auto& room) -> Cell { return dates(t.deadline, room); }},
    Entry{"dl_long", "long_term", "长期坚持", FieldType::Integer, 1, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return number(std::size_t{t.deadline.longTerm}); }},
    Entry{"dl_text", "deadline_text", "时限原文", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.deadline.said.text; }},
    Entry{"counties", "counties", "涉及县区", FieldType::Text, 254, 0, true, [](auto const& t, auto const&, auto& room) -> Cell { return joined(t.counties, ";", room); }},
    Entry{"place", "place", "地名", FieldType::Text, 254, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return s.place; }},
    Entry{"pl_kind", "place_kind", "地名类型", FieldType::Text, 24, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return place::name(s.kind); }},
    Entry{"county", "county", "县区", FieldType::Text, 80, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return s.county; }},
    Entry{"adcode", "adcode", "行政区划代码", FieldType::Text, 12, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return s.adcode; }},
    Entry{"geo_conf", "precision", "定位精度", FieldType::Text, 12, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return place::name(s.precision); }},
    Entry{"radius_m", "radius_m", "误差半径（米）", FieldType::Real, 12, 1, false, [](auto const&, auto const& s, auto&) -> Cell { return known(s, s.radiusM); }},
    Entry{"score", "score", "定位得分", FieldType::Real, 6, 3, false, [](auto const&, auto const& s, auto&) -> Cell { return known(s, s.score); }},
    Entry{"reason", "reason", "定位依据", FieldType::Text, 254, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return s.reason; }},
    Entry{"feat_id", "feature_id", "位置要素", FieldType::Text, 120, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return s.featureId; }},
    Entry{"geo_src", "geometry_source", "位置来源", FieldType::Text, 254, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return s.source; }},
    Entry{"schematic", "schematic", "示意", FieldType::Integer, 1, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return number(std::size_t{s.schematic}); }},
    Entry{"figure", "figure", "图形", FieldType::Text, 12, 0, false, [](auto const&, auto const& s, auto&) -> Cell { return known(s, place::name(s.figure)); }},
    Entry{"src_doc", "plan_id", "方案编号", FieldType::Text, 40, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return t.planId; }},
    Entry{"src_off", "source_offset", "原文位置（字）", FieldType::Integer, 9, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return number(sourceSpan(t).begin); }},
    Entry{"src_len", "source_length", "原文长度（字）", FieldType::Integer, 9, 0, true, [](auto const& t, auto const&, auto&) -> Cell { return number(sourceSpan(t).size()); }},
};

static_assert(shortNamesHold(dictionary), "two fields have the same short name, or one is no name of 10 ASCII bytes");

} // namespace

std::vector<Field> taskFields()
{
    std::vector<Field> fields;
    for (auto const& entry : dictionary) { fields.push_back({entry.shortName, entry.name, entry.title, entry.type, entry.width, entry.precision, entry.ofTask}); }
    return fields;
}

geo::Cell taskCell(std::size_t field, ledger::TaskRow const& task, place::Site const& site, std::string& room) { return dictionary[field].cell(task, site, room); }

place::Site const& nowhere()
{
    static Site const site = [] {
        Site made;
        made.reason = "no site was made for this task";
        return made;
    }();
    return site;
}

} // namespace zhengtu::exchange
