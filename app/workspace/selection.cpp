#include "workspace/selection.hpp"

#include "geo/vector_file.hpp"
#include "workspace/layer_stack.hpp"
#include "workspace/workspace.hpp"

#include <algorithm>
#include <filesystem>
#include <format>
#include <map>
#include <set>
#include <tuple>

namespace zhengtu::workspace {

namespace {

/// Features, and why some have no geometry although their file has one.
struct Found {
    std::vector<geo::Feature> features;
    std::map<std::size_t, std::string> faults; ///< by number from 1
};

bool isFile(std::string const& name)
{
    std::error_code ignored;
    return std::filesystem::exists(name, ignored) && !std::filesystem::is_directory(name, ignored);
}

Result<Found> fromFile(std::string const& file, std::string const& layer)
{
    return geo::readTable(file, layer).transform([](geo::VectorTable table) {
        Found found;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (!table.rows[i].fault.empty()) { found.faults[i + 1] = table.rows[i].fault; }
        }
        found.features = geo::featuresOf(std::move(table));
        return found;
    });
}

Result<Found> find(std::vector<geo::Layer> const& layers, std::string const& what)
{
    if (isFile(what)) { return fromFile(what, {}); }
    auto const colon = what.rfind(':');
    auto const head = colon == std::string::npos ? what : what.substr(0, colon);
    auto const tail = colon == std::string::npos ? std::string{} : what.substr(colon + 1);
    if (!tail.empty() && isFile(head)) { return fromFile(head, tail); }
    auto const role = zoneRoleOf(tail);
    auto features = role.empty() ? targets(layers, what, {}, true) : targets(layers, head, std::string{role}, true);
    if (!features) { return std::unexpected{std::move(features.error())}; }
    return Found{std::move(*features), {}};
}

Result<Selection> sound(Found found, std::string said, std::optional<geo::ShapeType> only, analysis::Progress const& progress)
{
    Selection selection{.said = std::move(said)};
    selection.given = found.features.size();
    auto layer = analysis::soundLayer(std::move(found.features), only, progress);
    if (!layer) { return std::unexpected{std::move(layer.error())}; }
    selection.layer = std::move(*layer);
    for (auto& note : selection.layer.refused) {
        if (auto const fault = found.faults.find(note.number); fault != found.faults.end()) { note.reason = fault->second; }
    }
    for (auto const& feature : selection.layer.features) {
        selection.accuracyM = std::max(selection.accuracyM, feature.accuracyM);
        selection.unknown += feature.accuracyM > 0 ? 0 : 1;
        selection.schematic += feature.schematic ? 1 : 0;
    }
    if (selection.layer.features.empty()) {
        auto const& refused = selection.layer.refused;
        auto const why = refused.empty() ? std::string{"it holds no feature"} : refused.front().id + " " + refused.front().reason;
        auto const others = refused.size() > 1 ? std::format("; nor with {} more of it", refused.size() - 1) : std::string{};
        return fail(ErrorCode::NotFound, selection.said + " has nothing to compute with: " + why + others);
    }
    return selection;
}

} // namespace

Result<Selection> select(std::vector<geo::Layer> const& layers, std::string const& what, std::optional<geo::ShapeType> only,
                         analysis::Progress const& progress)
{
    return selectAll(layers, {what}, only, progress);
}

Result<Selection> selectAll(std::vector<geo::Layer> const& layers, std::vector<std::string> const& whats, std::optional<geo::ShapeType> only,
                            analysis::Progress const& progress)
{
    Found all;
    std::string said;
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (auto const& what : whats) {
        auto found = find(layers, what);
        if (!found) { return std::unexpected{std::move(found.error())}; }
        said += (said.empty() ? "" : " + ") + what;
        bool const ofFile = isFile(what);
        for (std::size_t i = 0; i < found->features.size(); ++i) { // ids of different files say nothing of each other
            auto& feature = found->features[i];
            if (!seen.insert({ofFile || feature.id == "WKT" ? what : std::string{}, feature.kind, feature.id}).second) { continue; }
            if (auto const fault = found->faults.find(i + 1); fault != found->faults.end()) { all.faults[all.features.size() + 1] = fault->second; }
            all.features.push_back(std::move(feature));
        }
    }
    return sound(std::move(all), std::move(said), only, progress);
}

} // namespace zhengtu::workspace
