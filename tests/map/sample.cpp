#include "sample.hpp"

#include "cartography/field_style.hpp"

#include "core/utf.hpp"
#include "workspace/layer_stack.hpp"

#include <algorithm>

namespace zhengtu::map::testing {
namespace {

using namespace std::chrono;

geo::Shape box(double minLon, double minLat, double maxLon, double maxLat)
{
    return {geo::ShapeType::Polygon, {geo::Part{{{minLon, minLat}, {maxLon, minLat}, {maxLon, maxLat}, {minLon, maxLat}, {minLon, minLat}}, {}}}};
}

geo::Feature feature(std::string id, std::string name, std::string kind, geo::Shape shape)
{
    geo::Feature result;
    result.id = std::move(id);
    result.name = std::move(name);
    result.kind = std::move(kind);
    result.source = "own";
    result.shape = std::move(shape);
    return result;
}

geo::Layer layer(std::string id, std::string title, std::string titleEn, std::string kind, std::string style)
{
    geo::Layer result;
    result.id = std::move(id);
    result.title = std::move(title);
    result.titleEn = std::move(titleEn);
    result.kind = std::move(kind);
    result.style = std::move(style);
    return result;
}

/// Where `piece` stands in the sample text.
Span spanOf(std::string const& piece)
{
    auto const text = toUtf32(sampleText()).value(), wanted = toUtf32(piece).value();
    auto const at = text.find(wanted);
    return at == std::u32string::npos ? Span{} : Span{at, at + wanted.size()};
}

plan::Passage passage(std::string const& text) { return {text, spanOf(text)}; }

place::Site site(std::string const& taskId, std::string place, std::string county, geo::LonLat at, place::Precision precision, double radiusM)
{
    place::Site result;
    result.id = taskId + "-s1";
    result.taskId = taskId;
    result.span = spanOf(place);
    result.place = std::move(place);
    result.county = std::move(county);
    result.precision = precision;
    result.radiusM = radiusM;
    if (precision != place::Precision::Unlocated) { result.shape = geo::Shape::point(at); }
    result.reason = precision == place::Precision::Unlocated ? "no place is named" : "named in the measure";
    return result;
}

ledger::TaskRow task(std::string id, std::string no, std::string text, std::string category, std::string unit, plan::Deadline deadline, place::Site where)
{
    ledger::TaskRow row;
    row.id = std::move(id);
    row.planId = "p1";
    row.problemId = "p1-01";
    row.planTitle = "清河市整改方案";
    row.problemNo = "（一）";
    row.taskNo = std::move(no);
    row.problemText = "清河沿岸污水直排。";
    row.problemSpan = spanOf(row.problemText);
    row.taskSpan = spanOf(text);
    row.taskText = std::move(text);
    row.categories = {std::move(category)};
    row.units = {{plan::UnitRole::Lead, passage(unit)}, {plan::UnitRole::Acceptance, passage("市生态环境局")}};
    if (!where.county.empty()) { row.counties = {where.county}; }
    row.deadline = std::move(deadline);
    row.status = "under-way";
    row.sites = {std::move(where)};
    return row;
}

plan::Deadline until(int y, unsigned m, unsigned d) { return {plan::DeadlineKind::Date, {Date{year{y}, month{m}, day{d}}}, false, passage("2023年底前完成")}; }

/// Even-odd test against the outlines.
bool inside(geo::LonLat at, geo::Shape const& shape)
{
    bool in = false;
    for (auto const& part : shape.parts) {
        auto const& ring = part.outline;
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if ((ring[i].lat > at.lat) != (ring[j].lat > at.lat) &&
                at.lon < (ring[j].lon - ring[i].lon) * (at.lat - ring[i].lat) / (ring[j].lat - ring[i].lat) + ring[i].lon) { in = !in; }
        }
    }
    return in;
}

/// What is known to worse than a kilometre is a maybe.
std::vector<workspace::QueryRow> within(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Feature> const& zones)
{
    std::vector<workspace::QueryRow> rows;
    for (auto const& task : tasks) {
        for (auto const& site : task.sites) {
            if (site.shape.empty()) { continue; }
            for (auto const& zone : zones) {
                if (!inside(site.shape.parts.front().outline.front(), zone.shape)) { continue; }
                workspace::QueryRow row;
                row.task = task;
                row.site = site;
                row.zone = zone.name;
                row.zoneRole = zone.zone;
                row.hit.answer = site.radiusM > 1000 ? analysis::Answer::Maybe : analysis::Answer::Yes;
                if (site.radiusM > 1000) { row.hit.reason = "known to ±4000 m"; }
                rows.push_back(std::move(row));
            }
        }
    }
    return rows;
}

} // namespace

std::string sampleText()
{
    return "清河市整改方案\n一、水污染防治\n（一）清河沿岸污水直排。\n1.封堵东桥村排污口。牵头单位：甲县人民政府。\n2.扩建城南污水处理厂。牵头单位：乙县水务局。\n"
           "3.清理石岭河道垃圾。\n4.修复柳沟矿山。\n5.加强日常巡查。\n6.完善𠮷山监测站。\n验收单位：市生态环境局。时限：2023年底前完成。\n";
}

LedgerSnapshot sampleLedger()
{
    using place::Precision;
    LedgerSnapshot ledger;
    ledger.path = "/sample.gpkg";
    ledger.tasks = {
        task("p1-01-01", "1.", "封堵东桥村排污口", "water", "甲县人民政府", until(2023, 3, 31), site("p1-01-01", "东桥村", "甲县", {112.2, 37.3}, Precision::Village, 800)),
        task("p1-01-02", "2.", "扩建城南污水处理厂", "water", "乙县水务局", until(2023, 7, 1), site("p1-01-02", "城南污水处理厂", "乙县", {112.7, 37.3}, Precision::Facility, 100)),
        task("p1-01-03", "3.", "清理石岭河道垃圾", "solid-waste", "甲县人民政府", until(2024, 12, 31), site("p1-01-03", "石岭", "甲县", {112.3, 37.7}, Precision::Township, 4000)),
        task("p1-01-04", "4.", "修复柳沟矿山", "mines-ecology", "乙县水务局", {plan::DeadlineKind::LongTerm, {}, true, {}}, site("p1-01-04", "柳沟", "乙县", {112.8, 37.8}, Precision::Exact, 50)),
        task("p1-01-05", "5.", "加强日常巡查", "duty", "甲县人民政府", {plan::DeadlineKind::LongTerm, {}, true, {}}, site("p1-01-05", "", "", {}, Precision::Unlocated, 0)),
        task("p1-01-06", "6.", "完善𠮷山监测站", "air", "甲县人民政府", {}, site("p1-01-06", "𠮷山", "", {}, Precision::Unlocated, 0)),
    };
    ledger::PlanRow plan;
    plan.id = "p1";
    plan.title = "清河市整改方案";
    plan.tasks = ledger.tasks.size();
    ledger.plans = {plan};
    return ledger;
}

std::vector<geo::Layer> sampleLayers()
{
    auto counties = layer("counties", "县（市、区）", "Counties", "county", "county");
    counties.features = {feature("c1", "甲县", "county", box(112, 37, 112.5, 38)), feature("c2", "乙县", "county", box(112.5, 37, 113, 38))};
    auto rivers = layer("rivers", "河流", "Rivers", "river", "river");
    rivers.features = {feature("r1", "清河", "river", {geo::ShapeType::Line, {geo::Part{{{112, 37.1}, {112.4, 37.4}, {113, 37.5}}, {}}}})};
    auto reserves = layer("reserves", "自然保护区", "Nature reserves", "reserve", "reserve");
    reserves.schematic = true;
    auto core = feature("n1", "柳沟自然保护区", "reserve", box(112.7, 37.7, 112.85, 37.9));
    core.zone = "core";
    core.parent = "柳沟自然保护区";
    auto experimental = feature("n2", "柳沟自然保护区", "reserve", box(112.6, 37.2, 112.75, 37.4));
    experimental.zone = "experimental";
    experimental.parent = "柳沟自然保护区";
    reserves.features = {core, experimental};
    return {counties, rivers, reserves};
}

FakeBackend::FakeBackend() { ledgers["/sample.gpkg"] = sampleLedger(); }

Result<BaseRef> FakeBackend::base()
{
    if (baseMissing) { return fail(ErrorCode::FileMissing, "geodata/layers.toml", "reinstall the program"); }
    auto data = std::make_shared<BaseData>();
    data->layers = layers;
    auto style = cartography::defaultStyle();
    if (!style) { return std::unexpected{style.error()}; }
    data->style = *style;
    return data;
}

Result<SnapshotRef> FakeBackend::read(std::filesystem::path const& path)
{
    auto const found = ledgers.find(path.string());
    if (found == ledgers.end()) { return fail(ErrorCode::LedgerConflict, "no ledger"); }
    return std::make_shared<LedgerSnapshot const>(found->second);
}

Result<std::string> FakeBackend::sourceText(std::filesystem::path const& /*ledger*/, std::string const& planId)
{
    if (planId != "p1") { return fail(ErrorCode::NotFound, planId); }
    return sampleText();
}

Result<ImportReport> FakeBackend::import(std::vector<std::filesystem::path> const& files, std::filesystem::path const& path, Date /*asOf*/,
                                         analysis::Progress const& progress)
{
    ImportReport report;
    for (auto const& file : files) {
        if (progress && !progress(0.5)) { return fail(ErrorCode::Cancelled, ""); }
        auto const name = file.filename().string();
        if (name.starts_with("bad")) {
            report.failures.push_back(fail(ErrorCode::PlanFormat, "no problem found").error().at(name));
            continue;
        }
        auto ledger = sampleLedger();
        ledger.path = path;
        ledgers[path.string()] = ledger;
        report.files.push_back({.name = name, .kind = plan::PlanKind::Rectification, .problems = 1, .tasks = 6, .located = 4, .failedChecks = {}});
    }
    return report;
}

Result<workspace::UserLayerLook> FakeBackend::lookAtLayer(workspace::UserLayerRequest const& request)
{
    auto const name = request.file.filename().string();
    if (name.starts_with("bad")) { return fail(ErrorCode::FileFormat, "the file is broken"); }
    workspace::UserLayerLook look;
    look.format = "CSV";
    look.layers = {"first", "second"};
    look.layer = request.layer.empty() ? "first" : request.layer;
    look.encoding = "UTF-8";
    look.fields = {{"名称", {"甲矿", "乙矿"}}, {"县", {"甲县"}}};
    look.rows = 2;
    look.kind = workspace::kindByFileName(request.file);
    look.nameField = "名称";
    if (name.starts_with("nocrs") && request.crs.empty()) {
        look.crsFault = Error{ErrorCode::Crs, "the file does not say its coordinate reference system", {}, "Say it."};
    } else {
        look.crs = request.crs.empty() ? "EPSG:4490" : request.crs;
    }
    return look;
}

Result<workspace::LayerOutcome> FakeBackend::addLayer(workspace::UserLayerRequest const& request, std::filesystem::path const& path, Date /*asOf*/,
                                                      analysis::Progress const& /*progress*/)
{
    auto const& file = request.file;
    if (file.filename().string().starts_with("nocrs") && request.crs.empty()) {
        return fail(ErrorCode::Crs, "the file does not say its coordinate reference system", "Say it.");
    }
    addedLayers.push_back(request);
    auto added = layer("user-" + file.stem().string(), file.stem().string(), {}, "user", {});
    added.features = {feature("u1", "u1", "user", box(112.1, 37.1, 112.2, 37.2))};
    ledgers[path.string()].path = path;
    ledgers[path.string()].layers.push_back(std::move(added));
    workspace::LayerOutcome outcome;
    outcome.layerId = "user-" + file.stem().string();
    return outcome;
}

Result<workspace::TaskContext> FakeBackend::context(SnapshotRef const& ledger, ledger::TaskRow const& task, analysis::Progress const& progress)
{
    return workspace::contextOf(task, workspace::stacked(layers, ledger->layers).all(), progress);
}

Result<geo::Layer> FakeBackend::findings(std::filesystem::path const& path, workspace::FindingsOf what, Date /*asOf*/, analysis::Progress const& /*progress*/)
{
    geo::Layer layer;
    layer.id = what == workspace::FindingsOf::Rules ? "rule_findings" : what == workspace::FindingsOf::Claims ? "claim_findings" : "recurrences";
    layer.kind = "rule_finding";
    geo::Feature finding;
    finding.id = layer.id + "-1";
    finding.name = "甲煤矿";
    finding.parent = "青山自然保护区";
    finding.zone = "core";
    finding.more = {{"finding", "breach"}, {"answer", "maybe"}, {"demand", "限期恢复原状"}, {"reason", "rejected"}, {"task_id", ledgers.at(path.string()).tasks.front().id}};
    layer.features = {finding};
    std::erase_if(ledgers.at(path.string()).layers, [&](geo::Layer const& one) { return one.id == layer.id; });
    ledgers.at(path.string()).layers.push_back(layer);
    return layer;
}

namespace {

QueryFindings counted(workspace::QueryAnswer answer, std::vector<ledger::TaskRow> const& asked, std::vector<geo::Layer> const& layers)
{
    QueryFindings found;
    for (std::size_t by = 0; by < found.counts.size(); ++by) { found.counts[by] = workspace::countBy(static_cast<workspace::GroupBy>(by), answer, asked, layers); }
    found.answer = std::move(answer);
    return found;
}

} // namespace

Result<QueryFindings> FakeBackend::askWithin(SnapshotRef const& ledger, std::vector<geo::Feature> const& zones, analysis::Progress const& /*progress*/)
{
    return counted({.rows = within(ledger->tasks, zones), .targets = zones, .tasks = ledger->tasks.size()}, ledger->tasks, layers);
}

Result<QueryFindings> FakeBackend::ask(SnapshotRef const& ledger, workspace::SpatialQuery const& query, Date asOf, analysis::Progress const& progress)
{
    return workspace::ask(ledger->tasks, layers, query, asOf, progress).transform([&](workspace::QueryAnswer answer) {
        return counted(std::move(answer), workspace::filtered(ledger->tasks, query.filter, asOf), layers);
    });
}

Result<void> FakeBackend::saveQuery(std::filesystem::path const& path, std::string const& name, workspace::SpatialQuery const& query, bool replace, Date /*asOf*/)
{
    auto& saved = ledgers[path.string()].queries;
    auto const taken = std::erase_if(saved, [&](ledger::SavedQuery const& one) { return replace && one.name == name; });
    if (taken == 0 && std::ranges::contains(saved, name, &ledger::SavedQuery::name)) { return fail(ErrorCode::FileExists, name); }
    saved.push_back({name, workspace::definitionOf(query)});
    return {};
}

Result<void> FakeBackend::removeQuery(std::filesystem::path const& path, std::string const& name, Date /*asOf*/)
{
    std::erase_if(ledgers[path.string()].queries, [&](ledger::SavedQuery const& one) { return one.name == name; });
    return {};
}

Result<workspace::OverlayOutcome> FakeBackend::overlay(SnapshotRef const& ledger, workspace::OverlayQuestion const& question, workspace::OverlayWish const& wish, Date /*asOf*/)
{
    if (wish.progress && !wish.progress(0.5)) { return fail(ErrorCode::Cancelled, ""); }
    return workspace::overlayFor(layers, question, wish).transform([&](workspace::OverlayOutcome outcome) {
        ledgers[ledger->path.string()].layers = {outcome.layer};
        return outcome;
    });
}

Result<workspace::HotspotAnswer> FakeBackend::hotspotsBy(SnapshotRef const& ledger, workspace::HotspotQuestion const& question, bool store, Date /*asOf*/,
                                                         analysis::Progress const& progress)
{
    return workspace::hotspotsFor(question, ledger::SiteTable::of(ledger->tasks, question.filter.text), ledger->plans, layers, progress).transform([&](workspace::HotspotAnswer answer) {
        if (store) { ledgers[ledger->path.string()].layers = {answer.layer}; }
        return answer;
    });
}

Result<exchange::ExportReport> FakeBackend::exportTasks(std::vector<ledger::TaskRow> const& tasks, std::vector<geo::Layer> const& /*layers*/,
                                                        exchange::ExportOptions const& options)
{
    if (options.directory == "/full") { return fail(ErrorCode::Storage, "disk full", "free some space"); }
    exported = options;
    exportedTasks.clear();
    exchange::ExportReport report;
    for (auto const& task : tasks) {
        exportedTasks.push_back(task.id);
        task.sites.front().shape.empty() ? ++report.unlocated : ++report.located;
    }
    report.tasks = tasks.size();
    report.files = {options.directory / "tasks.shp"};
    return report;
}

Result<std::vector<ledger::Event>> FakeBackend::correctTask(std::filesystem::path const& path, std::string const& taskId, workspace::TaskWish const& wish,
                                                            Date /*asOf*/)
{
    if (wish.deadline == "never") { return fail(ErrorCode::Usage, "\"never\" is no deadline", "write a date"); }
    corrected.push_back(taskId + (wish.status ? " status " + *wish.status : wish.deadline ? " deadline " + *wish.deadline : " else"));
    auto& ledger = ledgers[path.string()];
    ledger.events.push_back({"e1", "2023-06-15", "张三", taskId, "status", "under-way", wish.status.value_or(""), {}});
    ledger.undo.undo = {ledger.events.back()};
    for (auto& task : ledger.tasks) {
        if (task.id == taskId && wish.status) { task.status = *wish.status; }
    }
    return std::vector{ledger.events.back()};
}

Result<std::vector<ledger::Event>> FakeBackend::correctSite(std::filesystem::path const& path, std::string const& siteId, workspace::SiteWish const& wish,
                                                            bool everywhere, Date /*asOf*/)
{
    corrected.push_back(siteId + " " + geo::name(wish.shape.type) + (everywhere ? " everywhere" : ""));
    auto& ledger = ledgers[path.string()];
    for (auto& task : ledger.tasks) {
        for (auto& site : task.sites) {
            if (site.id == siteId) { site.shape = wish.shape; }
        }
    }
    return std::vector{ledger::Event{"e2", "2023-06-15", "张三", siteId, "place", {}, {}, {}}};
}

Result<std::vector<ledger::Event>> FakeBackend::stepBack(std::filesystem::path const& path, bool back, Date /*asOf*/)
{
    corrected.emplace_back(back ? "undo" : "redo");
    auto& undo = ledgers[path.string()].undo;
    std::swap(undo.undo, undo.redo);
    return back ? undo.redo : undo.undo;
}

cartography::SceneRef FakeBackend::scene(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own,
                                         std::vector<ledger::TaskRow> const& tasks, Date asOf)
{
    auto scene = std::make_shared<cartography::Scene>();
    for (auto const* list : {&base, &own}) {
        for (auto const& layer : *list) { scene->layers.push_back({layer, cartography::styleKeyOf(layer), true}); }
    }
    for (auto const& task : tasks) {
        for (auto const& site : task.sites) {
            if (site.shape.empty()) { continue; }
            scene->symbols.push_back({.siteId = site.id, .taskId = task.id, .label = task.taskNo + " " + site.place, .category = task.categories.front(),
                                      .status = statusOf(task, asOf), .shape = site.shape, .radiusM = site.radiusM,
                                      .approximate = site.precision >= place::Precision::Township});
        }
    }
    return scene;
}

cartography::Status FakeBackend::statusOf(ledger::TaskRow const& task, Date asOf) const
{
    using cartography::Status;
    if (task.deadline.dates.empty()) { return task.deadline.longTerm ? Status::LongTerm : Status::UnderWay; }
    auto const left = sys_days{task.deadline.dates.back()} - sys_days{asOf};
    return left < days{0} ? Status::Overdue : left <= days{30} ? Status::DueSoon : Status::UnderWay;
}

} // namespace zhengtu::map::testing
