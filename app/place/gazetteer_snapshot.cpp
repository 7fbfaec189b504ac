#include "geo/snapshot.hpp"
#include "place/gazetteer_data.hpp"

#include <algorithm>

namespace zhengtu::place {

namespace {

void write(BinaryWriter& out, Entry const& entry)
{
    for (auto const* text : {&entry.featureId, &entry.name, &entry.adcode, &entry.town, &entry.code, &entry.since, &entry.until, &entry.river, &entry.into, &entry.source}) { out.text(*text); }
    out.texts(entry.aliases);
    out.texts(entry.counties);
    out.texts(entry.course);
    out.value(entry.kind);
    out.value(entry.accuracyM);
    out.value(static_cast<std::uint8_t>(entry.schematic));
    geo::write(out, entry.shape);
    out.value(static_cast<std::uint32_t>(entry.zones.size()));
    for (auto const& zone : entry.zones) {
        out.text(zone.zone);
        geo::write(out, zone.shape);
    }
}

Entry readEntry(BinaryReader& in)
{
    Entry entry;
    for (auto* text : {&entry.featureId, &entry.name, &entry.adcode, &entry.town, &entry.code, &entry.since, &entry.until, &entry.river, &entry.into, &entry.source}) { *text = in.text(); }
    entry.aliases = in.texts();
    entry.counties = in.texts();
    entry.course = in.texts();
    entry.kind = in.value<Kind>();
    entry.accuracyM = in.value<double>();
    entry.schematic = in.value<std::uint8_t>() != 0;
    entry.shape = geo::readShape(in);
    for (auto left = in.value<std::uint32_t>(); left > 0 && in.good(); --left) {
        auto zone = in.text();
        entry.zones.push_back({std::move(zone), geo::readShape(in)});
    }
    return entry;
}

/// Maps in the order of their keys, for hashing has no order that lasts.
template <class Value> void writeMap(BinaryWriter& out, std::unordered_map<std::string, Value> const& map)
{
    std::map<std::string_view, Value const*> ordered;
    for (auto const& [key, value] : map) { ordered.emplace(key, &value); }
    out.value(static_cast<std::uint64_t>(ordered.size()));
    for (auto const& [key, value] : ordered) {
        out.text(key);
        if constexpr (std::is_same_v<Value, std::string>) {
            out.text(*value);
        } else {
            out.value(static_cast<std::uint64_t>(*value));
        }
    }
}

template <class Value> void readMap(BinaryReader& in, std::unordered_map<std::string, Value>& map)
{
    for (auto left = in.counted(2 * sizeof(std::uint32_t)); left > 0 && in.good(); --left) {
        auto key = in.text();
        if constexpr (std::is_same_v<Value, std::string>) {
            map.emplace(std::move(key), in.text());
        } else {
            map.emplace(std::move(key), static_cast<Value>(in.value<std::uint64_t>()));
        }
    }
}

/// Whether every number leads to something.
bool sound(Gazetteer::Data const& data)
{
    auto const isEntry = [&](EntryId id) { return id < data.entries.size(); };
    return !data.names.empty() && data.names.front() == 0 && std::ranges::is_sorted(data.names) && data.names.back() == data.named.size() &&
           (data.index.size() == 0 || data.index.largestValue() + 1 < data.names.size()) && data.features.size() == data.entries.size() && std::ranges::all_of(data.features, isEntry) &&
           std::ranges::all_of(data.named, [&](Named named) { return isEntry(named.entry); }) &&
           std::ranges::all_of(data.areas, [&](auto const& area) { return isEntry(area.second); }) &&
           std::ranges::all_of(data.seats, [&](auto const& seat) { return isEntry(seat.second); });
}

} // namespace

void Gazetteer::write(BinaryWriter& out) const
{
    auto const& data = *m_data;
    out.value(static_cast<std::uint64_t>(data.entries.size()));
    for (auto const& entry : data.entries) { place::write(out, entry); }
    data.index.write(out);
    out.value(static_cast<std::uint64_t>(data.named.size()));
    for (auto const& named : data.named) {
        out.value(named.entry);
        out.value(named.form);
    }
    out.array(std::span{data.names});
    out.array(std::span{data.features});
    writeMap(out, data.areas);
    writeMap(out, data.townCounts);
    writeMap(out, data.seats);
    writeMap(out, data.labels);
    out.value(static_cast<std::uint64_t>(data.groups.size()));
    for (auto const& [key, counties] : data.groups) {
        out.text(key.first);
        out.text(key.second);
        out.texts(counties);
    }
}

Result<Gazetteer> Gazetteer::read(BinaryReader& in)
{
    auto data = std::make_unique<Data>();
    data->entries.resize(in.counted(sizeof(std::uint64_t)));
    for (auto& entry : data->entries) { entry = readEntry(in); }
    data->index = WordIndex::read(in);
    data->named.resize(in.counted(sizeof(EntryId) + sizeof(NameForm)));
    for (auto& named : data->named) {
        named.entry = in.value<EntryId>();
        named.form = in.value<NameForm>();
    }
    data->names = in.array<std::uint32_t>();
    data->features = in.array<EntryId>();
    readMap(in, data->areas);
    readMap(in, data->townCounts);
    readMap(in, data->seats);
    readMap(in, data->labels);
    for (auto left = in.counted(2 * sizeof(std::uint32_t)); left > 0 && in.good(); --left) {
        auto city = in.text();
        auto name = in.text();
        data->groups[{std::move(city), std::move(name)}] = in.texts();
    }
    if (!in.good() || !sound(*data)) { return fail(ErrorCode::FileFormat, "the prepared gazetteer is broken"); }
    return Gazetteer{std::move(data)};
}

} // namespace zhengtu::place
