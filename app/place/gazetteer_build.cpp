#include "place/gazetteer_state.hpp"

namespace zhengtu::place {

using names::countyEndings, names::shortForm, names::townEndings, names::without;

GazetteerBuilder::GazetteerBuilder() : m_state{std::make_unique<State>()} {}
GazetteerBuilder::~GazetteerBuilder() = default;

void GazetteerBuilder::addCounties(Table const& table)
{
    std::map<std::string, int> count;
    for (std::size_t row = 0; row < table.size(); ++row) { ++count[std::string{table.cell(row, "name")}]; }
    auto const area = [&](Kind kind, std::string_view code, std::string_view name) {
        Entry entry;
        entry.featureId = (kind == Kind::City ? "cities:" : "counties:") + std::string{code};
        entry.name = name;
        entry.kind = kind;
        entry.adcode = code;
        auto const id = m_state->add(std::move(entry));
        m_state->data.areas.emplace(std::string{code}, id);
        return id;
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const name = table.cell(row, "name");
        auto const city = table.cell(row, "city");
        auto const cityCode = std::string{table.cell(row, "city_adcode")};
        if (!m_state->data.areas.contains(cityCode)) {
            auto const id = area(Kind::City, cityCode, city);
            m_state->name(shortForm(city, countyEndings), id, NameForm::Short);
        }
        auto const code = std::string{table.cell(row, "adcode")};
        auto const id = area(Kind::County, code, name);
        auto const shortName = table.cell(row, "short");
        m_state->name(shortName.empty() || shortName == name ? shortForm(name, countyEndings) : std::string{shortName}, id,
                      NameForm::Short);
        for (auto const& former : splitNames(table.cell(row, "former_names"))) {
            m_state->name(former, id, NameForm::Former);
            // 长治郊区 was called 郊区 in its own city.
            auto const prefix = without(city, "市");
            if (former.starts_with(prefix) && former.ends_with("区")) { m_state->name(former.substr(prefix.size()), id, NameForm::Former); }
        }
        m_state->name(std::string{city} + std::string{name}, id, NameForm::Qualified);
        m_state->name(std::string{without(city, "市")} + std::string{name}, id, NameForm::Qualified);
        if (count[std::string{name}] > 1 || name == "城区" || name == "郊区" || name == "矿区") {
            m_state->data.labels.emplace(code, std::string{city} + std::string{name});
        }
    }
}

void GazetteerBuilder::addLayer(geo::Layer const& layer)
{
    for (auto const& feature : layer.features) {
        auto const kind = kindOf(feature.kind.empty() ? layer.kind : feature.kind).value_or(Kind::Other);
        if (kind == Kind::County || kind == Kind::City) {
            auto const at = m_state->data.areas.find(feature.adcode);
            if (at != m_state->data.areas.end()) {
                m_state->data.entries[at->second].featureId = layer.id + ":" + feature.id;
                m_state->shape(at->second, feature);
            }
            continue;
        }
        bool const zoned = feature.zone == "core" || feature.zone == "buffer" || feature.zone == "experimental";
        auto name = zoned && !feature.parent.empty() ? feature.parent : feature.name;
        if (feature.zone == "key" && name.find("重点保护区") == std::string::npos) { name += "重点保护区"; }
        // A line of a river crosses counties: its reaches are one river whatever the code on each says.
        auto const home = kind == Kind::River ? std::string{} : feature.adcode;
        auto const key = std::string{place::name(kind)} + "|" + name + "|" + home;
        auto known = m_state->byKey.find(key);
        if (known == m_state->byKey.end()) {
            Entry entry;
            entry.featureId = layer.id + ":" + feature.id;
            entry.name = name;
            entry.kind = kind;
            entry.adcode = home.ends_with("00") ? std::string{} : home;
            for (auto const& alias : feature.aliases) {
                entry.aliases.push_back(feature.zone == "key" && !alias.ends_with("重点保护区") ? alias + "重点保护区" : alias);
            }
            for (auto const& [field, value] : feature.more) {
                if (field == "river") { entry.river = value; }
                if (field == "code") { entry.code = value; }
                if (field == "town") { entry.town = value; }
            }
            auto const code = entry.code;
            auto const id = m_state->add(std::move(entry));
            known = m_state->byKey.emplace(key, id).first;
            if (kind == Kind::Town) {
                m_state->towns.emplace(code.empty() ? feature.id : code, id);
                m_state->name(shortForm(name, townEndings), id, NameForm::Short);
            }
        }
        m_state->shape(known->second, feature);
        if (zoned && !feature.shape.empty()) { m_state->data.entries[known->second].zones.push_back({feature.zone, feature.shape}); }
        for (auto const& [field, value] : feature.more) {
            if (kind == Kind::Town && field == "seat_of" && !value.empty()) { m_state->data.seats.emplace(feature.adcode, known->second); }
        }
    }
}

std::unique_ptr<Gazetteer::Data const> GazetteerBuilder::build() &&
{
    auto& data = m_state->data;
    for (auto const& [id, parts] : m_state->zones) {
        if (m_state->whole[id]) { continue; }
        // Zones share borders: side by side they are no valid polygon, so they are joined.
        if (auto joined = geo::unionAll(parts)) { data.entries[id].shape = std::move(*joined); }
    }
    std::vector<std::pair<std::u32string, std::vector<Named>*>> byName; // in the order of the names: the same bytes each time
    byName.reserve(m_state->named.size());
    for (auto& [text, named] : m_state->named) {
        if (auto wide = toUtf32(text)) { byName.emplace_back(std::move(*wide), &named); }
    }
    std::ranges::sort(byName, {}, [](auto const& name) -> std::u32string const& { return name.first; });
    std::vector<std::pair<std::u32string, std::uint32_t>> words;
    words.reserve(byName.size());
    data.names.reserve(byName.size() + 1);
    data.names.push_back(0);
    for (auto& [text, named] : byName) {
        std::stable_sort(named->begin(), named->end(), [](Named a, Named b) { return a.form < b.form; });
        data.named.insert(data.named.end(), named->begin(), named->end());
        words.emplace_back(std::move(text), static_cast<std::uint32_t>(data.names.size() - 1));
        data.names.push_back(static_cast<std::uint32_t>(data.named.size()));
    }
    data.index = WordIndex{std::move(words)};
    data.features.resize(data.entries.size());
    for (EntryId id = 0; id < data.entries.size(); ++id) {
        data.features[id] = id;
        if (data.entries[id].kind == Kind::Town && data.entries[id].until.empty()) { ++data.townCounts[data.entries[id].adcode]; }
    }
    // Of several with one id the first is found, as it always was.
    std::ranges::stable_sort(data.features, {}, [&](EntryId id) -> std::string const& { return data.entries[id].featureId; });
    return std::make_unique<Gazetteer::Data const>(std::move(data));
}

} // namespace zhengtu::place
