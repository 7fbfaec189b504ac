#include "cartography/field_style.hpp"
#include "workspace/workspace.hpp"

#include "workspace/layer_stack.hpp"

namespace zhengtu::workspace {

namespace {

using cartography::Status;

/// "12. 小店桥": number and place; the number as printed.
std::string labelOf(ledger::TaskRow const& task, place::Site const& site)
{
    auto const& number = task.taskNo.empty() ? task.problemNo : task.taskNo;
    return number.empty() ? site.place : number + " " + site.place;
}

} // namespace

Status statusOf(ledger::TaskRow const& task, Date asOf) { return statusOf(task.status, task.deadline, asOf); }

Status statusOf(std::string_view workflow, plan::Deadline const& deadline, Date asOf)
{
    if (workflow == "closed") { return Status::Closed; }
    if (workflow == "accepted") { return Status::Accepted; }
    if (deadline.dates.empty()) {
        return deadline.longTerm ? Status::LongTerm : Status::UnderWay;
    }
    // Overdue means past the last date that the plan sets; a task due on that very day is not.
    auto const last = std::chrono::sys_days{deadline.dates.back()};
    auto const now = std::chrono::sys_days{asOf};
    if (last < now) { return deadline.longTerm ? Status::LongTerm : Status::Overdue; }
    return last - now <= std::chrono::days{30} ? Status::DueSoon : Status::UnderWay;
}

cartography::SceneRef makeScene(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own,
                                std::vector<ledger::TaskRow> const& tasks, Date asOf)
{
    auto scene = std::make_shared<cartography::Scene>(sceneOfLayers(base, own));
    for (auto const& task : tasks) { addSymbols(*scene, task, asOf); }
    return scene;
}

cartography::Scene sceneOfLayers(std::vector<geo::Layer> const& base, std::vector<geo::Layer> const& own)
{
    cartography::Scene scene;
    auto stack = stacked(base, own);
    for (auto& layer : stack.shipped) {
        auto style = layer.style;
        scene.layers.push_back({std::move(layer), std::move(style), true});
    }
    for (auto& layer : stack.own) {
        auto style = cartography::styleKeyOf(layer);
        scene.layers.push_back({std::move(layer), std::move(style), true});
    }
    return scene;
}

void addSymbols(cartography::Scene& scene, ledger::TaskRow const& task, Date asOf)
{
    auto const status = statusOf(task, asOf);
    for (auto const& site : task.sites) {
        if (site.shape.empty()) { continue; }
        scene.symbols.push_back({.siteId = site.id, .taskId = task.id, .label = labelOf(task, site),
                                 .category = task.categories.empty() ? "" : task.categories.front(), .status = status,
                                 .shape = site.shape, .radiusM = site.radiusM, .schematic = site.schematic,
                                 // a strip, ring or band is drawn, as a county that a place is somewhere in is not
                                 .approximate = site.precision >= place::Precision::Township && site.figure < place::Figure::Near});
    }
}

} // namespace zhengtu::workspace
