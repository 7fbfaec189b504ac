#include "map/workspace_backend.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

/// Layers of a ledger: brought by a user, renamed, coloured, moved, removed and put back.
namespace zhengtu::map {

Result<workspace::UserLayerLook> WorkspaceBackend::lookAtLayer(workspace::UserLayerRequest const& request) { return workspace::lookAtUserLayer(request); }

Result<workspace::LayerOutcome> WorkspaceBackend::addLayer(workspace::UserLayerRequest const& wanted, std::filesystem::path const& path, Date asOf,
                                                           analysis::Progress const& progress)
{
    auto const loaded = atlas();
    if (!loaded) { return std::unexpected{loaded.error()}; }
    auto request = wanted;
    if (request.kind.empty()) { request.kind = workspace::kindByFileName(request.file); }
    if (request.kind.empty()) { request.kind = "other"; }
    return workspace::addUserLayer(*m_atlas, path, request, asOf, false, progress);
}

Result<workspace::LayerOutcome> WorkspaceBackend::removeLayer(std::filesystem::path const& path, std::string const& layerId, Date asOf, analysis::Progress const& progress)
{
    auto const users = ownLayers(path);
    if (!users) { return std::unexpected{users.error()}; }
    if (std::ranges::contains(*users, layerId, &geo::Layer::id)) {
        if (auto const loaded = atlas(); !loaded) { return std::unexpected{loaded.error()}; }
        return workspace::removeUserLayer(*m_atlas, path, layerId, asOf, false, progress);
    }
    auto const removed = ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) {
        ledger.askBeforeChange(progress);
        return ledger.removeResult(layerId, workspace::currentUser(), asOf);
    });
    return removed.transform([&] {
        return workspace::LayerOutcome{.report = {}, .layerId = layerId, .replaced = false, .tasks = 0, .changes = {}};
    });
}

Result<void> WorkspaceBackend::restoreLayer(std::filesystem::path const& path, geo::Layer const& layer, std::vector<std::string> const& order, Date asOf)
{
    return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.restoreResult(layer, order, workspace::currentUser(), asOf); });
}

Result<void> WorkspaceBackend::renameLayer(std::filesystem::path const& path, std::string const& layerId, std::string const& title, Date asOf)
{
    return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.renameLayer(layerId, title, workspace::currentUser(), asOf); });
}

Result<void> WorkspaceBackend::restyleLayer(std::filesystem::path const& path, std::string const& layerId, std::string const& style, Date asOf)
{
    return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.restyleLayer(layerId, style, asOf); });
}

Result<void> WorkspaceBackend::orderLayers(std::filesystem::path const& path, std::vector<std::string> const& ids, Date asOf)
{
    return ledger::Ledger::open(path, false).and_then([&](ledger::Ledger ledger) { return ledger.orderLayers(ids, asOf); });
}

Result<std::vector<geo::Layer>> WorkspaceBackend::ownLayers(std::filesystem::path const& path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) { return std::vector<geo::Layer>{}; }
    return ledger::Ledger::openReadOnly(path).and_then([](ledger::Ledger const& ledger) { return ledger.layers(); }).transform([](std::vector<geo::Layer>&& layers) {
        std::erase_if(layers, [](geo::Layer const& layer) { return !layer.ofUser(); });
        return std::move(layers);
    });
}

} // namespace zhengtu::map
