#include "core/resources.hpp"
#include "core/utf.hpp"
#include "geo/ops.hpp"
#include "place/gazetteer.hpp"
#include "place/mentions.hpp"
#include "place/resolve.hpp"
#include "place/units.hpp"
#include "plan/reader.hpp"
#include "text/document.hpp"
#include "workspace/prepared.hpp"
#include "workspace/catalogue.hpp"
#include "workspace/layer_stack.hpp"
#include "workspace/workspace.hpp"

#include <ranges>

namespace zhengtu::workspace {

struct Atlas::Loaded : Starter {};

Atlas::Atlas(std::unique_ptr<Loaded const> loaded) : m_loaded{std::move(loaded)} {}
Atlas::Atlas(Atlas&&) noexcept = default;
Atlas& Atlas::operator=(Atlas&&) noexcept = default;
Atlas::~Atlas() = default;

std::vector<geo::Layer> const& Atlas::layers() const { return m_loaded->layers; }
place::Gazetteer const& Atlas::gazetteer() const { return m_loaded->gazetteer; }

Result<Atlas> Atlas::load()
{
    auto const catalogue = resource("geodata/layers.toml");
    if (!catalogue) { return std::unexpected{catalogue.error()}; }
    auto starter = loadStarter(*catalogue);
    if (!starter) { return std::unexpected{std::move(starter.error())}; }
    return Atlas{std::unique_ptr<Loaded const>{new Loaded{std::move(*starter)}}};
}

Result<Atlas> Atlas::with(std::vector<geo::Layer> own) const
{
    auto const catalogue = resource("geodata/layers.toml");
    if (!catalogue) { return std::unexpected{catalogue.error()}; }
    std::erase_if(own, [](geo::Layer const& layer) { return !layer.ofUser(); });
    auto const stack = stacked(m_loaded->layers, std::move(own));
    auto layers = stack.own; // first: where both name a place, the user's is the one
    layers.insert(layers.end(), stack.shipped.begin(), stack.shipped.end());
    layers.insert(layers.end(), stack.names.begin(), stack.names.end());
    auto gazetteer = place::Gazetteer::load(layers, catalogue->parent_path() / "tables");
    if (!gazetteer) { return std::unexpected{std::move(gazetteer.error())}; }
    return Atlas{std::unique_ptr<Loaded const>{new Loaded{m_loaded->layers, std::move(*gazetteer)}}};
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
    record.sites = place::locate(*plan, record.mentions, areas, normal, gazetteer);
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

place::Site Atlas::locate(place::Mention const& mention, std::string const& region) const
{
    return place::locate(mention, m_loaded->gazetteer.scope(region), m_loaded->gazetteer);
}

Result<place::Site> Atlas::siteOf(std::string const& featureId, place::Site const& picked, std::string const& region) const
{
    auto const& gazetteer = m_loaded->gazetteer;
    auto const* const entry = gazetteer.byFeature(featureId);
    if (entry == nullptr) {
        return fail(ErrorCode::NotFound, "no layer has " + featureId + " any more", "Say where it is by its coordinates or by a drawing.");
    }
    place::Mention mention;
    mention.text = entry->name;
    mention.kind = entry->kind;
    mention.span = picked.span;
    mention.adcode = entry->adcode;
    mention.county = entry->adcode.empty() ? std::string{} : gazetteer.label(entry->adcode);
    mention.featureId = featureId;
    auto site = place::locate(mention, gazetteer.scope(region), gazetteer);
    if (site.shape.empty()) {
        return fail(ErrorCode::NotFound, "no layer knows where " + entry->name + " is", "Say where it is by its coordinates or by a drawing.");
    }
    return site;
}

Result<place::Site> Atlas::siteOfCounty(std::string const& name, std::string const& region) const
{
    auto const& gazetteer = m_loaded->gazetteer;
    auto const scope = gazetteer.scope(region);
    std::vector<place::Entry const*> found;
    std::string all;
    for (auto const& named : gazetteer.find(name)) {
        auto const& place = gazetteer.entry(named.entry);
        if (place.kind != place::Kind::County) { continue; }
        if (scope.holds(place.adcode)) { // a county of the issuing city before all others of the name
            found = {&place};
            break;
        }
        found.push_back(&place);
        all += (all.empty() ? "" : ", ") + gazetteer.label(place.adcode);
    }
    if (found.empty()) { return fail(ErrorCode::NotFound, "no county is called \"" + name + "\"", "Write its full name: 晋源区, 晋城市城区."); }
    if (found.size() > 1) { return fail(ErrorCode::Ambiguous, "several counties are called \"" + name + "\"", "Write which: " + all); }
    place::Mention mention;
    mention.text = found.front()->name;
    mention.kind = place::Kind::County;
    mention.adcode = found.front()->adcode;
    mention.county = gazetteer.label(mention.adcode);
    mention.featureId = found.front()->featureId;
    return place::locate(mention, scope, gazetteer);
}

std::pair<std::string, std::string> Atlas::countyOf(geo::Shape const& shape) const
{
    auto const extent = geo::extentOf(shape);
    for (auto const& layer : m_loaded->layers) {
        if (layer.kind != "county") { continue; }
        for (auto const& county : layer.features) {
            if (!geo::extentOf(county.shape).intersects(extent) || !geo::covers(county.shape, shape).value_or(false)) { continue; }
            return {m_loaded->gazetteer.label(county.adcode), county.adcode};
        }
    }
    return {};
}

} // namespace zhengtu::workspace
