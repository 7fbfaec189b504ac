#include "core/utf.hpp"
#include "geo/ops.hpp"
#include "place/gazetteer_data.hpp"
#include "place/tables.hpp"

#include <algorithm>
#include <array>

namespace zhengtu::place {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t han = 3; ///< bytes of a Han character in UTF-8

bool endsWith(std::string_view text, std::string_view ending) { return text.size() > ending.size() && text.ends_with(ending); }

std::string_view without(std::string_view text, std::string_view ending)
{
    return endsWith(text, ending) ? text.substr(0, text.size() - ending.size()) : text;
}

/// A name without the word for what it is, if at least two characters are left: 繁峙县 -> 繁峙, but 代县 -> nothing.
std::string shortForm(std::string_view name, std::span<std::string_view const> endings)
{
    for (auto const ending : endings) {
        if (endsWith(name, ending) && name.size() - ending.size() >= 2 * han) { return std::string{without(name, ending)}; }
    }
    return {};
}

constexpr std::array countyEndings{"市"sv, "县"sv, "区"sv};
constexpr std::array townEndings{"街道办事处"sv, "街道"sv, "镇"sv, "乡"sv};

/// The register writes 姚村村委会, 北庄头村民委员会, 西铭社区居委会; texts write 姚村, 北庄头村, 西铭社区.
std::string villageName(std::string_view registered)
{
    std::string name{registered};
    for (auto const& [ending, instead] : {std::pair{"村民委员会"sv, "村"sv}, {"村委会"sv, "村"sv}, {"社区居民委员会"sv, "社区"sv},
                                          {"社区居委会"sv, "社区"sv}, {"居民委员会"sv, "社区"sv}, {"居委会"sv, "社区"sv}}) {
        if (endsWith(name, ending)) {
            name = std::string{without(name, ending)} + std::string{instead};
            break;
        }
    }
    if (endsWith(name, "村村"sv)) { name.resize(name.size() - han); }
    return name;
}

std::string joined(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) { return std::string{a.empty() ? b : a}; }
    return std::string{a} + ", " + std::string{b};
}

} // namespace

struct GazetteerBuilder::State {
    Gazetteer::Data data;
    std::unordered_map<std::string, std::vector<Named>> names;
    std::map<std::string, EntryId> byKey;             ///< kind|name|adcode: the same place again
    std::unordered_map<std::string, EntryId> towns;   ///< by nine-digit code
    std::vector<bool> whole;                          ///< the shape of this entry is that of the whole place
    std::map<EntryId, std::vector<geo::Shape>> zones; ///< polygons that make up an entry, to be joined

    void name(std::string text, EntryId id, NameForm form)
    {
        if (text.size() < 2 * han) { return; }
        auto& all = names[std::move(text)];
        for (auto const& known : all) {
            if (known.entry == id) { return; }
        }
        all.push_back({id, form});
    }

    EntryId add(Entry entry)
    {
        auto const id = static_cast<EntryId>(data.entries.size());
        name(entry.name, id, NameForm::Full);
        for (auto const& alias : entry.aliases) { name(alias, id, NameForm::Alias); }
        if (entry.kind == Kind::River && endsWith(entry.name, "川")) { name(entry.name + "河", id, NameForm::Alias); } // 朱家川河
        data.entries.push_back(std::move(entry));
        whole.push_back(false);
        return id;
    }

    /// The place of a layer that a row of a register means too; null where no layer has it.
    [[nodiscard]] EntryId const* layered(Kind kind, std::string_view name, std::string_view adcode) const
    {
        auto const at = byKey.find(std::string{place::name(kind)} + "|" + std::string{name} + "|" + std::string{adcode});
        return at == byKey.end() ? nullptr : &at->second;
    }
    [[nodiscard]] bool hasLayered(Kind kind) const
    {
        auto const key = std::string{place::name(kind)} + "|";
        auto const at = byKey.lower_bound(key);
        return at != byKey.end() && at->first.starts_with(key);
    }

    /// A feature's shape joins what its place already has; the whole replaces the parts.
    void shape(EntryId id, geo::Feature const& feature)
    {
        auto& entry = data.entries[id];
        bool const part = !feature.zone.empty() && feature.zone != "domain" && feature.zone != "key";
        if (whole[id] && part) { return; }
        if (entry.shape.empty() || (!part && !whole[id])) {
            entry.shape = feature.shape;
            entry.source = joined(feature.source, feature.licence);
            entry.accuracyM = feature.accuracyM;
            entry.schematic = feature.schematic;
        } else if (entry.shape.type == feature.shape.type) {
            if (entry.shape.type == geo::ShapeType::Polygon) {
                auto& parts = zones[id];
                if (parts.empty()) { parts.push_back(entry.shape); }
                parts.push_back(feature.shape);
            }
            entry.shape.parts.insert(entry.shape.parts.end(), feature.shape.parts.begin(), feature.shape.parts.end());
            entry.accuracyM = std::max(entry.accuracyM, feature.accuracyM);
            entry.schematic = entry.schematic || feature.schematic;
        }
        whole[id] = whole[id] || !part;
    }
};

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
        if (zoned) { m_state->data.entries[known->second].zones.push_back({feature.zone, feature.shape}); }
        for (auto const& [field, value] : feature.more) {
            if (kind == Kind::Town && field == "seat_of" && !value.empty()) { m_state->data.seats.emplace(feature.adcode, known->second); }
        }
    }
}

void GazetteerBuilder::addTowns(Table const& table)
{
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const code = std::string{table.cell(row, "code")};
        if (m_state->towns.contains(code)) { continue; }
        if (auto const* known = m_state->layered(Kind::Town, without(table.cell(row, "name"), "办事处"), table.cell(row, "county_adcode"))) {
            m_state->data.entries[*known].code = code; // a layer that does not know the code
            m_state->towns.emplace(code, *known);
            continue;
        }
        Entry entry;
        entry.featureId = "towns:" + code;
        entry.name = without(table.cell(row, "name"), "办事处");
        entry.kind = Kind::Town;
        entry.adcode = table.cell(row, "county_adcode");
        entry.code = code;
        auto const name = entry.name;
        auto const id = m_state->add(std::move(entry));
        m_state->towns.emplace(code, id);
        m_state->name(shortForm(name, townEndings), id, NameForm::Short);
    }
}

void GazetteerBuilder::addVillages(Table const& table)
{
    m_state->data.entries.reserve(m_state->data.entries.size() + table.size());
    m_state->names.reserve(m_state->names.size() + 2 * table.size());
    std::map<std::string, int> namesakes; // of one county
    auto const keyOf = [&](std::size_t row) {
        return std::string{table.cell(row, "code").substr(0, 6)} + villageName(table.cell(row, "name"));
    };
    for (std::size_t row = 0; m_state->hasLayered(Kind::Village) && row < table.size(); ++row) { ++namesakes[keyOf(row)]; }
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const code = table.cell(row, "code");
        if (!namesakes.empty() && namesakes[keyOf(row)] == 1) {
            auto const name = villageName(table.cell(row, "name"));
            auto const* known = m_state->layered(Kind::Village, name, code.substr(0, 6));
            if (known == nullptr && !name.ends_with("村")) { known = m_state->layered(Kind::Village, name + "村", code.substr(0, 6)); }
            if (known != nullptr) {
                auto& place = m_state->data.entries[*known];
                place.code = code;
                auto const town = m_state->towns.find(std::string{table.cell(row, "town_code")});
                if (place.town.empty() && town != m_state->towns.end()) { place.town = m_state->data.entries[town->second].name; }
                continue;
            }
        }
        Entry entry;
        entry.featureId = "villages:" + std::string{code};
        entry.name = villageName(table.cell(row, "name"));
        entry.kind = Kind::Village;
        entry.adcode = code.substr(0, std::min<std::size_t>(6, code.size()));
        entry.code = code;
        auto const town = m_state->towns.find(std::string{table.cell(row, "town_code")});
        if (town != m_state->towns.end()) { entry.town = m_state->data.entries[town->second].name; }
        auto const name = entry.name;
        auto const id = m_state->add(std::move(entry));
        // 谭 in the register is 谭村 in texts; 西黄水 is 西黄水村.
        if (!name.ends_with("村") && !name.ends_with("社区")) { m_state->name(name + "村", id, NameForm::Alias); }
    }
}

void GazetteerBuilder::addGroups(Table const& table)
{
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const city = table.cell(row, "city");
        for (auto const& [code, id] : m_state->data.areas) {
            auto const& place = m_state->data.entries[id];
            if (place.kind == Kind::City && place.name == city) {
                m_state->data.groups[{code, std::string{table.cell(row, "name")}}] = splitNames(table.cell(row, "county_adcodes"));
            }
        }
    }
}

void GazetteerBuilder::addKnownNames(Table const& table)
{
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const kind = kindOf(table.cell(row, "kind"));
        auto codes = splitNames(table.cell(row, "county_adcodes"));
        if (!kind || codes.empty()) { continue; }
        bool const river = *kind == Kind::River; // goes on beyond the counties that are known
        auto const home = codes.size() == 1 ? codes.front() : std::string{};
        auto const name = std::string{table.cell(row, "name")};
        auto aliases = splitNames(table.cell(row, "aliases"));
        // A layer has the place, under one of its names: it is that place that all of them mean.
        auto const keyOf = [&](std::string_view known) {
            return std::string{place::name(*kind)} + "|" + std::string{known} + "|" + (river ? std::string{} : home);
        };
        auto const key = keyOf(name);
        auto at = m_state->byKey.find(key);
        for (std::size_t i = 0; at == m_state->byKey.end() && !home.empty() && i < aliases.size(); ++i) {
            auto const other = m_state->byKey.find(keyOf(aliases[i]));
            if (other != m_state->byKey.end() && !m_state->data.entries[other->second].shape.empty()) { at = other; }
        }
        if (at != m_state->byKey.end()) {
            aliases.push_back(name);
            for (auto& alias : aliases) { m_state->name(std::move(alias), at->second, NameForm::Alias); }
            continue;
        }
        Entry entry;
        entry.featureId = "known_names:" + std::string{place::name(*kind)} + "-" + name + (home.empty() ? "" : "-" + home);
        entry.name = name;
        entry.kind = *kind;
        entry.adcode = river ? std::string{} : home;
        if (entry.adcode.empty()) { entry.counties = std::move(codes); }
        entry.aliases = std::move(aliases);
        m_state->byKey.emplace(key, m_state->add(std::move(entry)));
    }
}

void GazetteerBuilder::addRivers(Table const& table)
{
    auto& entries = m_state->data.entries;
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const name = std::string{table.cell(row, "name")};
        auto const near = table.cell(row, "near_adcode");
        auto course = splitNames(table.cell(row, "course_adcodes"));
        std::vector<EntryId> rivers;
        if (auto const known = m_state->names.find(name); known != m_state->names.end()) {
            for (auto const& named : known->second) {
                if (entries[named.entry].kind == Kind::River && named.form <= NameForm::Alias) { rivers.push_back(named.entry); }
            }
        }
        // Of two rivers of one name the one that the table means is known by a county of its own.
        if (rivers.size() > 1 && !near.empty()) {
            std::erase_if(rivers, [&](EntryId id) { return std::ranges::find(entries[id].counties, near) == entries[id].counties.end(); });
        }
        if (rivers.empty() && !course.empty()) {
            Entry entry;
            entry.featureId = "rivers:" + name + (near.empty() ? "" : "-" + std::string{near});
            entry.name = name;
            entry.kind = Kind::River;
            rivers.push_back(m_state->add(std::move(entry)));
        }
        if (rivers.size() != 1) { continue; }
        auto& river = entries[rivers.front()];
        river.into = table.cell(row, "into");
        // Where no layer has the line, its counties are those on its way.
        for (auto const& code : course) {
            if (river.shape.empty() && std::ranges::find(river.counties, code) == river.counties.end()) { river.counties.push_back(code); }
        }
        river.course = std::move(course);
    }
}

void GazetteerBuilder::addAliases(Table const& table)
{
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const full = m_state->names.find(std::string{table.cell(row, "name")});
        if (full == m_state->names.end()) { continue; }
        for (auto const& alias : splitNames(table.cell(row, "aliases"))) {
            for (auto const known : std::vector{full->second}) {
                if (known.form == NameForm::Full) { m_state->name(alias, known.entry, NameForm::Alias); }
            }
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
    byName.reserve(m_state->names.size());
    for (auto& [text, named] : m_state->names) {
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
        if (data.entries[id].kind == Kind::Town) { ++data.townCounts[data.entries[id].adcode]; }
    }
    // Of several with one id the first is found, as it always was.
    std::ranges::stable_sort(data.features, {}, [&](EntryId id) -> std::string const& { return data.entries[id].featureId; });
    return std::make_unique<Gazetteer::Data const>(std::move(data));
}

} // namespace zhengtu::place
