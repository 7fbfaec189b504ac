#include "place/gazetteer.hpp"

#include "core/utf.hpp"
#include "place/gazetteer_data.hpp"
#include "place/tables.hpp"

#include <algorithm>

namespace zhengtu::place {

bool Scope::holds(std::string_view adcode) const noexcept
{
    return cityAdcode.size() >= 4 && adcode.size() >= 4 && adcode.substr(0, 4) == std::string_view{cityAdcode}.substr(0, 4);
}

Result<Gazetteer> Gazetteer::load(std::vector<geo::Layer> const& layers, std::filesystem::path const& tablesDir)
{
    auto const counties = Table::read(tablesDir / "counties.csv");
    if (!counties) { return std::unexpected{counties.error()}; }
    GazetteerBuilder builder;
    builder.addCounties(*counties);
    for (auto const& layer : layers) { builder.addLayer(layer); }
    auto const optional = [&](char const* file, void (GazetteerBuilder::*add)(Table const&)) {
        if (auto const table = Table::read(tablesDir / file)) { (builder.*add)(*table); }
    };
    optional("towns.csv", &GazetteerBuilder::addTowns);
    optional("villages.csv", &GazetteerBuilder::addVillages);
    optional("former_towns.csv", &GazetteerBuilder::addFormerTowns);
    optional("former_villages.csv", &GazetteerBuilder::addFormerVillages);
    optional("groups.csv", &GazetteerBuilder::addGroups);
    optional("known_names.csv", &GazetteerBuilder::addKnownNames);
    optional("rivers.csv", &GazetteerBuilder::addRivers);
    optional("aliases.csv", &GazetteerBuilder::addAliases);
    return Gazetteer{std::move(builder).build()};
}

Gazetteer::Gazetteer(std::unique_ptr<Data const> data) : m_data{std::move(data)} {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

std::span<Entry const> Gazetteer::entries() const noexcept { return m_data->entries; }

std::vector<Named> Gazetteer::find(std::string_view name) const
{
    auto const wide = toUtf32(name);
    if (!wide) { return {}; }
    std::vector<Named> all;
    for (auto const value : m_data->index.find(*wide)) {
        auto const named = m_data->ofName(value);
        all.insert(all.end(), named.begin(), named.end());
    }
    std::stable_sort(all.begin(), all.end(), [](Named a, Named b) { return a.form < b.form; });
    return all;
}

void Gazetteer::matchesAt(std::u32string_view text, std::size_t at, std::vector<Match>& matches) const
{
    thread_local std::vector<WordIndex::Hit> hits;
    hits.clear();
    m_data->index.at(text, at, hits);
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
        matches.push_back({hit->length, m_data->ofName(hit->values.front())});
    }
}

void Gazetteer::scan(std::string_view utf8, std::function<void(Found const&)> const& found) const
{
    m_data->index.scan(utf8, [&](WordIndex::Found const& word) { found({word.begin, word.end, m_data->ofName(word.values.front())}); });
}

Scope Gazetteer::scope(std::string_view region) const
{
    Scope found;
    int counties = 0;
    for (auto const& [id, form] : find(region)) {
        auto const& place = entry(id);
        if (place.kind == Kind::City) { return {place.adcode, {}, place.name}; }
        if (place.kind != Kind::County || form == NameForm::Alias) { continue; }
        if (found.countyAdcode != place.adcode) { ++counties; }
        found = {place.adcode.substr(0, 4) + "00", place.adcode, label(place.adcode)};
    }
    return counties == 1 ? found : Scope{};
}

Entry const* Gazetteer::area(std::string_view adcode) const
{
    auto const at = m_data->areas.find(std::string{adcode});
    return at == m_data->areas.end() ? nullptr : &entry(at->second);
}

Entry const* Gazetteer::byFeature(std::string_view featureId) const
{
    auto const idOf = [&](EntryId id) -> std::string_view { return entry(id).featureId; };
    auto const at = std::ranges::lower_bound(m_data->features, featureId, {}, idOf);
    return at == m_data->features.end() || idOf(*at) != featureId ? nullptr : &entry(*at);
}

Entry const* Gazetteer::seat(std::string_view countyAdcode) const
{
    auto const at = m_data->seats.find(std::string{countyAdcode});
    return at == m_data->seats.end() ? nullptr : &m_data->entries[at->second];
}

std::size_t Gazetteer::townCount(std::string_view countyAdcode) const
{
    auto const at = m_data->townCounts.find(std::string{countyAdcode});
    return at == m_data->townCounts.end() ? 0 : at->second;
}

std::vector<Entry const*> Gazetteer::countiesOf(std::string_view cityAdcode) const
{
    std::vector<Entry const*> counties;
    Scope const city{std::string{cityAdcode}, {}, {}};
    for (auto const& place : entries()) {
        if (place.kind == Kind::County && city.holds(place.adcode)) { counties.push_back(&place); }
    }
    std::sort(counties.begin(), counties.end(), [](auto const* a, auto const* b) { return a->adcode < b->adcode; });
    return counties;
}

std::string Gazetteer::label(std::string_view adcode) const
{
    auto const at = m_data->labels.find(std::string{adcode});
    if (at != m_data->labels.end()) { return at->second; }
    auto const* const place = area(adcode);
    return place == nullptr ? std::string{} : place->name;
}

std::vector<std::string> Gazetteer::group(std::string_view cityAdcode, std::string_view name) const
{
    auto const at = m_data->groups.find({std::string{cityAdcode}, std::string{name}});
    return at == m_data->groups.end() ? std::vector<std::string>{} : at->second;
}

std::vector<Entry const*> Gazetteer::tributariesOf(std::string_view river) const
{
    std::vector<Entry const*> all;
    for (auto const& place : entries()) {
        if (place.kind == Kind::River && place.into == river) { all.push_back(&place); }
    }
    std::ranges::sort(all, {}, [](auto const* place) -> std::string const& { return place->name; });
    return all;
}

std::vector<std::string> Gazetteer::groupNames(std::string_view cityAdcode) const
{
    std::vector<std::string> names;
    for (auto const& [key, counties] : m_data->groups) {
        if (key.first == cityAdcode) { names.push_back(key.second); }
    }
    return names;
}

} // namespace zhengtu::place
