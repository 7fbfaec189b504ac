#include "ledger/schema_tables.hpp"

namespace zhengtu::ledger::schema {

namespace {

constexpr char const* key = "TEXT NOT NULL UNIQUE";
constexpr char const* ofPlan = "TEXT NOT NULL REFERENCES plans(plan_id) ON DELETE CASCADE";
constexpr char const* ofProblem = "TEXT NOT NULL REFERENCES problems(problem_id) ON DELETE CASCADE";
constexpr char const* ofTask = "TEXT REFERENCES tasks(task_id) ON DELETE CASCADE";
constexpr char const* text = "TEXT NOT NULL DEFAULT ''";
constexpr char const* number = "INTEGER NOT NULL DEFAULT 0";
constexpr char const* flag = "BOOLEAN NOT NULL DEFAULT 0";

Column begin(std::string const& prefix, std::string const& title) { return {prefix + "_begin", number, title + "起", {}}; }
Column end(std::string const& prefix, std::string const& title) { return {prefix + "_end", number, title + "止", {}}; }
Column page() { return {"page", "INTEGER", "页码", {}}; }
Column paragraph() { return {"paragraph", "INTEGER", "段落", {}}; }

std::vector<Table> makePlanTables()
{
    return {
        {"plans", "整改方案", "One document each: what it is and what it declares of itself", {},
         {{"plan_id", key, "方案编号", {}}, {"title", text, "标题", {}}, {"region", text, "地区", {}}, {"year", "INTEGER", "年份", {}},
          {"kind", text, "类别", {}}, {"kind_reason", text, "类别依据", {}}, {"declared_sections", "INTEGER", "自述方面数", {}},
          {"declared_problems", "INTEGER", "自述问题数", {}}, {"declared_tasks", "INTEGER", "自述任务数", {}},
          {"file_name", text, "文件名", {}}, {"sha256", text, "文件校验和", {}}, {"record_sha256", text, "内容校验和", {}},
          {"imported", "DATE", "导入日期", {}}}},
        {"sections", "方面", "Headings that problems stand under", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"ord", number, "顺序", {}}, {"no", text, "编号", {}}, {"title", text, "标题", {}},
          begin("title", "标题"), end("title", "标题"), begin("span", "范围"), end("span", "范围")}},
        {"problems", "问题", "What must be rectified, as printed", {},
         {{"problem_id", key, "问题编号", {}}, {"plan_id", ofPlan, "方案编号", {}}, {"ord", number, "顺序", {}},
          {"section_ord", "INTEGER", "方面顺序", {}}, {"no", text, "原编号", {}}, {"feedback_no", "INTEGER", "反馈问题序号", {}},
          {"problem", text, "问题", {}}, {"goals", text, "整改目标", {}}, {"categories", text, "类别", {}}, begin("text", "正文"),
          end("text", "正文"), begin("span", "范围"), end("span", "范围"), page(), paragraph()}},
        {"goals", "整改目标", "Goals of a problem", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"problem_id", ofProblem, "问题编号", {}}, {"ord", number, "顺序", {}},
          {"goal", text, "整改目标", {}}, begin("text", "正文"), end("text", "正文")}},
        {"tasks", "整改任务", "One measure each: the rows of the ledger", {},
         {{"task_id", key, "任务编号", {}}, {"plan_id", ofPlan, "方案编号", {}}, {"problem_id", ofProblem, "问题编号", {}},
          {"ord", number, "顺序", {}}, {"no", text, "原编号", {}}, {"measure", text, "整改措施", {}}, {"status", text, "状态", "status"},
          {"status_said", text, "原文所述状态", {}}, {"counties", text, "单位所属县区", {}}, begin("text", "正文"), end("text", "正文"),
          page(), paragraph()}},
    };
}

std::vector<Table> makeDetailTables()
{
    return {
        {"units", "单位", "Who leads, is responsible, cooperates, accepts, or answers in person", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"problem_id", ofProblem, "问题编号", {}}, {"task_id", ofTask, "任务编号", {}},
          {"ord", number, "顺序", {}}, {"role", text, "角色", "role"}, {"name", text, "单位", {}}, begin("text", "正文"), end("text", "正文")}},
        {"deadlines", "整改时限", "When; dates only where the text fixes them", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"problem_id", ofProblem, "问题编号", {}}, {"task_id", ofTask, "任务编号", {}},
          {"kind", text, "时限类型", "deadline"}, {"first_date", "DATE", "最早日期", {}}, {"last_date", "DATE", "最晚日期", {}},
          {"dates", text, "全部日期", {}}, {"long_term", flag, "长期坚持", {}}, {"said", text, "时限原文", {}}, begin("text", "正文"),
          end("text", "正文")}},
        {"key_tasks", "重点任务", "Key tasks of a planning document; never rectification tasks", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"ord", number, "顺序", {}}, {"no", text, "编号", {}}, {"title", text, "标题", {}},
          begin("title", "标题"), end("title", "标题"), {"body", text, "正文", {}}, begin("body", "正文"), end("body", "正文")}},
        {"targets", "指标", "Quantified targets of a planning document", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"ord", number, "顺序", {}}, {"indicator", text, "指标", {}}, {"comparator", text, "比较", {}},
          {"value", "DOUBLE", "数值", {}}, {"unit", text, "单位", {}}, {"year", "INTEGER", "年份", {}}, {"said", text, "原文", {}},
          begin("text", "正文"), end("text", "正文")}},
        {"rules", "空间规则", "Spatial rules that a plan lays down; only a confirmed one may run", {},
         {{"rule_id", "TEXT NOT NULL", "规则编号", {}}, {"plan_id", ofPlan, "方案编号", {}}, {"ord", number, "顺序", {}}, {"state", text, "状态", "rule-state"},
          {"relation", text, "空间关系", {}}, {"severity", text, "强度", "severity"}, {"soft", flag, "原则上", {}}, {"subjects", text, "对象", {}}, {"objects", text, "区域", {}},
          {"parameters", text, "参数", {}}, {"missing", text, "待定参数", {}}, {"demand", text, "要求", {}}, {"quote", text, "原文", {}}, begin("text", "正文"),
          end("text", "正文"), {"owner", text, "所在任务", {}}, {"reason", text, "依据", {}}, {"definition", text, "规则定义", {}}}},
        {"claims", "空间陈述", "What a plan states of distances, counts in areas and areas", {},
         {{"claim_id", "TEXT NOT NULL", "陈述编号", {}}, {"plan_id", ofPlan, "方案编号", {}}, {"ord", number, "顺序", {}}, {"kind", text, "类型", {}}, {"relation", text, "空间关系", {}},
          {"subject", text, "主体", {}}, {"object", text, "客体", {}}, {"object_kind", text, "客体类型", {}}, {"comparator", text, "比较", {}}, {"value", "DOUBLE", "数值", {}},
          {"unit", text, "单位", {}}, {"metres", "DOUBLE", "米", {}}, {"square_metres", "DOUBLE", "平方米", {}}, {"of_total", "DOUBLE", "总数", {}}, {"said", text, "数值原文", {}},
          begin("value", "数值"), end("value", "数值"), {"quote", text, "原文", {}}, begin("text", "正文"), end("text", "正文"), {"owner", text, "所在任务", {}}}},
        {"quantities", "数量", "Numbers with their unit in problems, goals and measures", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"problem_id", text, "问题编号", {}}, {"task_id", "TEXT", "任务编号", {}}, {"ord", number, "顺序", {}},
          {"value", "DOUBLE", "数值", {}}, {"unit", text, "单位", {}}, {"comparator", text, "比较", {}}, {"year", "INTEGER", "年份", {}}, {"said", text, "原文", {}},
          begin("text", "正文"), end("text", "正文")}},
        {"checks", "自检", "What the document declares against what was found", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"ord", number, "顺序", {}}, {"what", text, "检查项", {}}, {"stated", "DOUBLE", "自述", {}},
          {"found", "DOUBLE", "实有", {}}, {"ok", flag, "一致", {}}, {"quote", text, "原文", {}}, begin("text", "正文"), end("text", "正文")}},
        {"notices", "提示", "What a person should look at", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"ord", number, "顺序", {}}, {"what", text, "类型", {}}, {"detail", text, "说明", {}},
          begin("text", "正文"), end("text", "正文")}},
        {"mentions", "地名", "Every stretch of text that names a place", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"ord", number, "顺序", {}}, {"mention", text, "地名", {}}, {"kind", text, "类型", {}},
          begin("text", "正文"), end("text", "正文"), {"problem_ord", "INTEGER", "问题顺序", {}}, {"task_ord", "INTEGER", "任务顺序", {}},
          {"county", text, "县区", {}}, {"adcode", text, "行政区划代码", {}}, {"county_reason", text, "县区依据", {}},
          {"feature_id", text, "要素", {}}}},
        {"candidates", "候选位置", "Other places that a site might be, best first", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"site_id", text, "点位编号", {}}, {"ord", number, "顺序", {}}, {"feature_id", text, "要素", {}},
          {"name", text, "名称", {}}, {"score", "DOUBLE NOT NULL DEFAULT 0", "得分", {}}, {"reason", text, "依据", {}}}},
        {"source_text", "方案原文", "The text that spans count in, unchanged", {},
         {{"plan_id", ofPlan, "方案编号", {}}, {"file_name", text, "文件名", {}}, {"encoding", text, "编码", {}},
          {"sha256", text, "文件校验和", {}}, {"content", text, "原文", {}}}},
        {"events", "历史", "Append-only: who changed what, and when", {},
         {{"event_id", key, "事件编号", {}}, {"at", text, "时间", {}}, {"who", text, "操作者", {}}, {"subject", text, "对象", {}},
          {"what", text, "事项", {}}, {"old_value", text, "原值", {}}, {"new_value", text, "新值", {}},
          {"context", text, "订正依据", {}}}},
        {"corrections", "订正", "Corrections by a person that hold, and why one could not be applied to what was read last", {},
         {{"event_id", key, "事件编号", {}}, {"plan_id", text, "方案编号", {}}, {"subject", text, "对象", {}}, {"subject_now", text, "现对象", {}},
          {"what", text, "事项", {}}, {"why", text, "未能套用的原因", {}}}},
        {"queries", "查询", "Questions saved under a name, run again by command line and window", {},
         {{"name", key, "名称", {}}, {"definition", text, "定义", {}}, {"saved", text, "保存日期", {}}, {"who", text, "操作者", {}}}},
        {"layers", "图层", "Layers that belong to the ledger: hotspots, query results", {},
         {{"layer_id", key, "图层编号", {}}, {"title", text, "名称", {}}, {"title_en", text, "英文名称", {}}, {"kind", text, "类型", {}},
          {"style", text, "样式", {}}, {"source", text, "来源", {}}, {"licence", text, "许可", {}}, {"date", text, "日期", {}}, {"note", text, "说明", {}},
          {"schematic", flag, "示意", {}}, {"more", text, "附加字段", {}}, {"origin", text, "归属", {}}, {"provenance", text, "读取说明", {}}}},
        // As QGIS makes it, so that it finds and keeps styles here.
        {"layer_styles", "图层样式", "Styles that QGIS reads and writes", {},
         {{"f_table_catalog", "TEXT(256)", {}, {}}, {"f_table_schema", "TEXT(256)", {}, {}}, {"f_table_name", "TEXT(256)", {}, {}},
          {"f_geometry_column", "TEXT(256)", {}, {}}, {"styleName", "TEXT(30)", {}, {}}, {"styleQML", "TEXT", {}, {}},
          {"styleSLD", "TEXT", {}, {}}, {"useAsDefault", "BOOLEAN", {}, {}}, {"description", "TEXT", {}, {}}, {"owner", "TEXT(30)", {}, {}},
          {"ui", "TEXT(30)", {}, {}}, {"update_time", "DATETIME", {}, {}}}},
        {"zhengtu_metadata", "台账信息", "What this file is", {}, {{"key", key, "项", {}}, {"value", text, "值", {}}}},
    };
}

/// What a person wants to see beside a site; filled from task_list, whose columns have the same names.
std::vector<Column> taskShown()
{
    return {{"plan", text, "方案", {}},
            {"section", text, "方面", {}},
            {"problem_no", text, "问题原编号", {}},
            {"feedback_no", "INTEGER", "反馈问题序号", {}},
            {"problem", text, "问题", {}},
            {"goals", text, "整改目标", {}},
            {"task_no", text, "措施原编号", {}},
            {"measure", text, "整改措施", {}},
            {"categories", text, "类别", {}},
            {"lead_units", text, "牵头单位", {}},
            {"responsible_units", text, "责任单位", {}},
            {"cooperating_units", text, "配合单位", {}},
            {"acceptance_units", text, "验收单位", {}},
            {"persons", text, "责任人", {}},
            {"deadline_kind", text, "时限类型", "deadline"},
            {"deadline_date", "DATE", "整改时限", {}},
            {"deadline_dates", text, "全部时限", {}},
            {"deadline_text", text, "时限原文", {}},
            {"status", text, "状态", "status"}};
}

std::vector<Column> siteColumns()
{
    std::vector<Column> columns{{"task_id", "TEXT NOT NULL REFERENCES tasks(task_id) ON DELETE CASCADE", "任务编号", {}},
                                {"site_id", key, "点位编号", {}},
                                {"plan_id", ofPlan, "方案编号", {}},
                                {"ord", number, "顺序", {}}};
    for (auto& column : taskShown()) { columns.push_back(std::move(column)); }
    columns.insert(columns.end(), {{"place", text, "地名", {}},
                                   {"place_kind", text, "地名类型", {}},
                                   {"county", text, "县区", {}},
                                   {"adcode", text, "行政区划代码", {}},
                                   {"precision", text, "定位精度", "precision"},
                                   {"radius_m", "DOUBLE NOT NULL DEFAULT 0", "误差半径（米）", {}},
                                   {"score", "DOUBLE NOT NULL DEFAULT 0", "得分", {}},
                                   {"reason", text, "定位依据", {}},
                                   {"feature_id", text, "要素", {}},
                                   {"source", text, "来源", {}},
                                   {"schematic", flag, "示意", {}},
                                   {"figure", "TEXT NOT NULL DEFAULT 'itself'", "图形", {}},
                                   begin("text", "地名"),
                                   end("text", "地名")});
    return columns;
}

constexpr char const* taskListSql = R"sql(CREATE VIEW task_list AS
SELECT t.fid AS fid, t.task_id AS task_id, t.plan_id AS plan_id, p.title AS plan,
 CAST(coalesce((SELECT trim(s.no || s.title) FROM sections s WHERE s.plan_id = t.plan_id AND s.ord = b.section_ord), '') AS TEXT) AS section,
 b.no AS problem_no, b.feedback_no AS feedback_no, b.problem AS problem, b.goals AS goals, t.no AS task_no, t.measure AS measure,
 b.categories AS categories,
 CAST(coalesce((SELECT group_concat(name, '；') FROM (SELECT name FROM units u WHERE u.task_id = t.task_id AND u.role IN ('lead', 'inline_lead') ORDER BY u.role = 'inline_lead', u.ord)), '') AS TEXT) AS lead_units,
 CAST(coalesce((SELECT group_concat(name, '；') FROM (SELECT name FROM units u WHERE u.task_id = t.task_id AND u.role = 'responsible' ORDER BY u.ord)), '') AS TEXT) AS responsible_units,
 CAST(coalesce((SELECT group_concat(name, '；') FROM (SELECT name FROM units u WHERE u.task_id = t.task_id AND u.role = 'cooperating' ORDER BY u.ord)), '') AS TEXT) AS cooperating_units,
 CAST(coalesce((SELECT group_concat(name, '；') FROM (SELECT name FROM units u WHERE u.task_id = t.task_id AND u.role = 'acceptance' ORDER BY u.ord)), '') AS TEXT) AS acceptance_units,
 CAST(coalesce((SELECT group_concat(name, '；') FROM (SELECT name FROM units u WHERE u.task_id = t.task_id AND u.role = 'person' ORDER BY u.ord)), '') AS TEXT) AS persons,
 CAST(coalesce(d.kind, 'none') AS TEXT) AS deadline_kind, d.last_date AS deadline_date, CAST(coalesce(d.dates, '') AS TEXT) AS deadline_dates,
 CAST(coalesce(d.said, '') AS TEXT) AS deadline_text, t.status AS status, t.counties AS counties,
 CAST((SELECT count(*) FROM sites x WHERE x.task_id = t.task_id AND x.precision <> 'unlocated') AS INTEGER) AS located_sites,
 CAST(coalesce((SELECT group_concat(place, '；') FROM (SELECT place FROM sites x WHERE x.task_id = t.task_id AND x.place <> '' ORDER BY x.ord)), '') AS TEXT) AS places,
 CAST(coalesce((SELECT group_concat(reason, '；') FROM (SELECT reason FROM sites_unlocated x WHERE x.task_id = t.task_id ORDER BY x.ord)), '') AS TEXT) AS unlocated_reason
FROM tasks t JOIN problems b ON b.problem_id = t.problem_id JOIN plans p ON p.plan_id = t.plan_id
LEFT JOIN deadlines d ON d.task_id = t.task_id)sql";

constexpr char const* planListSql = R"sql(CREATE VIEW plan_list AS
SELECT p.fid AS fid, p.plan_id AS plan_id, p.title AS title, p.region AS region, p.year AS year, p.kind AS kind, p.file_name AS file_name,
 CAST((SELECT count(*) FROM sections s WHERE s.plan_id = p.plan_id) AS INTEGER) AS sections,
 CAST((SELECT count(*) FROM problems b WHERE b.plan_id = p.plan_id) AS INTEGER) AS problems,
 CAST((SELECT count(*) FROM tasks t WHERE t.plan_id = p.plan_id) AS INTEGER) AS tasks,
 CAST((SELECT count(DISTINCT x.task_id) FROM sites x WHERE x.plan_id = p.plan_id AND x.precision <> 'unlocated') AS INTEGER) AS located,
 CAST(NOT EXISTS (SELECT 1 FROM checks c WHERE c.plan_id = p.plan_id AND NOT c.ok) AS INTEGER) AS complete
FROM plans p)sql";

std::string sitesSql()
{
    std::string sql = "CREATE VIEW sites AS";
    char const* join = "\n";
    for (auto const type : {geo::ShapeType::Point, geo::ShapeType::Line, geo::ShapeType::Polygon, geo::ShapeType::None}) {
        sql += join + ("SELECT site_id, task_id, plan_id, ord, place, place_kind, county, adcode, precision, radius_m, score, reason, CAST('" +
                       std::string{geo::name(type)} + "' AS TEXT) AS geometry FROM " + sitesTable(type));
        join = "\nUNION ALL ";
    }
    return sql;
}

std::vector<Column> titledTaskList()
{
    std::vector<Column> columns{{"task_id", {}, "任务编号", {}}, {"plan_id", {}, "方案编号", {}}};
    for (auto& column : taskShown()) { columns.push_back(std::move(column)); }
    columns.insert(columns.end(), {{"counties", {}, "单位所属县区", {}},
                                   {"located_sites", {}, "已定位点位数", {}},
                                   {"places", {}, "地名", {}},
                                   {"unlocated_reason", {}, "未定位原因", {}}});
    return columns;
}

} // namespace

std::string sitesTable(geo::ShapeType type)
{
    return type == geo::ShapeType::None ? "sites_unlocated" : std::string{"sites_"} + geo::name(type);
}

std::string_view taskColumns()
{
    static std::string const joined = [] {
        std::string list;
        for (auto const& column : taskShown()) { list += (list.empty() ? "" : ", ") + column.name; }
        return list;
    }();
    return joined;
}

std::vector<Table> const& attributeTables()
{
    static std::vector<Table> const tables = [] {
        auto all = makePlanTables();
        for (auto& table : makeDetailTables()) { all.push_back(std::move(table)); }
        return all;
    }();
    return tables;
}

std::vector<Table> siteTables()
{
    return {{"sites_point", "任务点位（点）", "Sites of tasks that are points", geo::ShapeType::Point, siteColumns()},
            {"sites_line", "任务点位（线）", "Sites of tasks that are lines: rivers, roads", geo::ShapeType::Line, siteColumns()},
            {"sites_polygon", "任务点位（面）", "Sites of tasks that are areas: lakes, reserves, counties", geo::ShapeType::Polygon,
             siteColumns()},
            {"sites_unlocated", "任务点位（未定位）", "Tasks that could not be located, with the reason", geo::ShapeType::None,
             siteColumns()}};
}

std::vector<View> const& views()
{
    static std::vector<View> const all{
        {"sites", "任务点位（全部）", "All sites without their geometry", sitesSql(), {}},
        {"task_list", "任务清单", "Every task, located or not, with its problem, units and deadline", taskListSql, titledTaskList()},
        {"plan_list", "方案清单", "Plans with their counts", planListSql, {}}};
    return all;
}

std::string guards()
{
    std::string sql;
    for (auto const* const table : {"sections", "problems", "goals", "tasks", "units", "deadlines", "key_tasks", "targets", "rules", "claims", "quantities", "checks",
                                    "notices", "mentions", "candidates", "source_text", "sites_point", "sites_line", "sites_polygon",
                                    "sites_unlocated"}) {
        bool const byNumber = table == std::string_view{"sections"}; // each site asks for the one of its problem
        sql += std::string{"CREATE INDEX "} + table + "_plan ON " + table + (byNumber ? "(plan_id, ord);\n" : "(plan_id);\n");
    }
    for (auto const* const table : {"goals", "tasks", "units", "deadlines", "quantities"}) {
        sql += std::string{"CREATE INDEX "} + table + "_problem ON " + table + "(problem_id);\n";
    }
    for (auto const* const table : {"units", "deadlines", "sites_point", "sites_line", "sites_polygon", "sites_unlocated"}) {
        sql += std::string{"CREATE INDEX "} + table + "_task ON " + table + "(task_id);\n";
    }
    // A REPLACE deletes without firing the delete trigger, so an insert over an old row is refused as well.
    sql += R"sql(CREATE INDEX events_subject ON events(subject);
CREATE TRIGGER events_kept_1 BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER events_kept_2 BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER events_kept_3 BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events e WHERE e.fid = NEW.fid OR e.event_id = NEW.event_id)
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
)sql";
    return sql;
}

} // namespace zhengtu::ledger::schema
