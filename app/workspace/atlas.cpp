#include "core/resources.hpp"
#include "core/utf.hpp"
#include "place/gazetteer.hpp"
#include "place/mentions.hpp"
#include "place/resolve.hpp"
#include "place/units.hpp"
#include "plan/reader.hpp"
#include "text/document.hpp"
#include "workspace/catalogue.hpp"
#include "workspace/workspace.hpp"

#include <ranges>

namespace zhengtu::workspace {

struct Atlas::Loaded {
    std::vector<geo::Layer> layers;
    place::Gazetteer gazetteer;
};

Atlas::Atlas(std::unique_ptr<Loaded const> loaded) : m_loaded{std::move(loaded)} {}
Atlas::Atlas(Atlas&&) noexcept = default;
Atlas& Atlas::operator=(Atlas&&) noexcept = default;
Atlas::~Atlas() = default;

std::vector<geo::Layer> const& Atlas::layers() const { return m_loaded->layers; }

Result<Atlas> Atlas::load()
{
    auto const catalogue = resource("geodata/layers.toml");
    if (!catalogue) { return std::unexpected{catalogue.error()}; }
    auto layers = readCatalogue(*catalogue);
    if (!layers) { return std::unexpected{std::move(layers.error())}; }
    auto gazetteer = place::Gazetteer::load(*layers, catalogue->parent_path() / "tables");
    if (!gazetteer) { return std::unexpected{std::move(gazetteer.error())}; }
    return Atlas{std::unique_ptr<Loaded const>{new Loaded{std::move(*layers), std::move(*gazetteer)}}};
}

Result<ledger::PlanRecord> Atlas::read(std::filesystem::path const& file) const
{
    auto document = text::readDocument(file);
    if (!document) { return std::unexpected{std::move(document.error())}; }
    return readDocument(*document);
}

Result<ledger::PlanRecord> Atlas::readDocument(text::Document const& document) const
{
    auto const normal = text::normalise(document.source);
    auto plan = plan::readPlan(document, normal);
    if (!plan) { return std::unexpected{std::move(plan.error()).at(document.name)}; }
    ledger::PlanRecord record;
    record.fileName = document.name;
    record.encoding = document.encoding;
    record.sha256 = document.sha256;
    record.sourceText = toUtf8(document.source);
    record.positions = document.positions;
    auto const& gazetteer = m_loaded->gazetteer;
    record.mentions = place::findMentions(*plan, normal, gazetteer);
    auto const areas = place::taskAreas(*plan, gazetteer);
    for (auto const& area : areas | std::views::join) {
        auto& names = record.taskCounties.emplace_back();
        for (auto const& adcode : area.counties) { names.push_back(gazetteer.label(adcode)); }
    }
    record.sites = place::locate(*plan, record.mentions, areas, gazetteer);
    record.plan = std::move(*plan);
    return record;
}

Result<std::vector<place::Site>> Atlas::locate(std::string const& text, std::string const& region) const
{
    auto const& gazetteer = m_loaded->gazetteer;
    auto const scope = gazetteer.scope(region);
    if (!region.empty() && scope.cityAdcode.empty()) {
        return fail(ErrorCode::NotFound, "no city or county is called \"" + region + "\"", "write its full name: 太原市, 晋城市城区");
    }
    return place::locateText(text, scope, gazetteer);
}

} // namespace zhengtu::workspace
