#include "workspace/user_layer.hpp"

#include "analysis/sound_layer.hpp"
#include "geo/measure.hpp"
#include "geo/ops.hpp"
#include "geo/vector_file.hpp"
#include "workspace/county_of.hpp"
#include "workspace/layer_fields.hpp"
#include "workspace/layer_stack.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <set>

namespace zhengtu::workspace {

namespace {

using geo::VectorTable;

/// Positions farther out than this have nothing to do with Shanxi (110.2-114.6 E, 34.5-40.8 N) or its neighbours.
constexpr geo::Extent surroundings{108.5, 33.0, 116.5, 42.0};

std::vector<std::string> names(std::string text)
{
    for (std::string_view const mark : {"；", "、", "，", ",", "|", "/"}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) { text.replace(at, mark.size(), ";"); }
    }
    std::vector<std::string> all;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find(';', begin), text.size());
        if (auto name = trimmed(text.substr(begin, end - begin)); !name.empty()) { all.push_back(std::move(name)); }
        begin = end + 1;
    }
    return all;
}

/// The style in styles/zhengtu.toml that shows the kind, where one shows its points, lines and areas.
std::string styleOf(std::string_view kind)
{
    constexpr std::array<std::string_view, 8> own{"mine", "reserve", "spring_zone", "river", "road", "water", "air_station", "town"};
    if (kind == "monitoring_section") { return "section"; }
    return std::ranges::contains(own, kind) ? std::string{kind} : "user";
}

std::string listed(std::vector<std::string> const& all)
{
    std::string text;
    for (auto const& one : all) { text += (text.empty() ? "" : ", ") + one; }
    return text;
}

/// Makes features of rows.
class Maker {
public:
    Maker(UserLayerRequest const& request, VectorTable table, CountyOf const& counties)
        : m_request{request}, m_table{std::move(table)}, m_counties{counties}
    {
    }

    Result<UserLayer> make(std::vector<std::string> others)
    {
        if (auto const chosen = choose(); !chosen) { return std::unexpected{chosen.error()}; }
        auto& report = m_made.report;
        report.format = m_table.driver;
        report.layer = m_table.name;
        report.otherLayers = std::move(others);
        report.encoding = m_table.encoding;
        report.encodingReason = m_table.encodingReason;
        report.crs = m_table.epsg != 0 ? std::format("EPSG:{} {}", m_table.epsg, m_table.crsName) : m_table.crsName;
        report.crsReason = m_table.crsReason;
        for (auto const& field : m_table.fields) { report.fields.push_back(field.name); }
        report.read = m_table.rows.size();
        for (auto const& note : m_table.notes) {
            if (!note.starts_with("row ")) { report.notes.push_back(note); } // those of rows are told with their rows
        }
        describe();
        bool const placed = std::ranges::any_of(m_table.rows, [](geo::Row const& row) { return !row.shape.empty(); });
        if (placed && m_request.accuracyM == 0 && m_table.inexactM == 0) { report.notes.emplace_back("nothing says how exactly the positions are known: they count as exact"); }
        m_ids = columnOf("id", "编号", "代码");
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) { add(i); }
        auto& layer = m_made.layer;
        report.kept = layer.features.size();
        if (report.kept == 0) {
            auto const why = report.refused.empty() ? std::string{"it has no row"} : std::format("row {}: {}", report.refused.front().row, report.refused.front().reason);
            auto const cure = report.refused.empty() ? std::string{} : "The columns are " + listed(report.fields) + ": the first line must name them, one of them 名称 (or as said by name) and those of the position 经度 and 纬度.";
            return std::unexpected{Error{ErrorCode::FileFormat, "no row of the file can be kept; " + why, m_request.file.filename().string(), cure}};
        }
        layer.provenance = provenance();
        return std::move(m_made);
    }

private:
    static constexpr auto none = VectorTable::npos;

    template <class... Names> std::size_t columnOf(Names const&... all) const
    {
        std::size_t found = none;
        ((found = found == none ? m_table.column(all) : found), ...);
        return found;
    }

    Result<std::size_t> field(std::string const& name) const
    {
        auto const column = m_table.column(name);
        if (column != none) { return column; }
        std::vector<std::string> all;
        for (auto const& one : m_table.fields) { all.push_back(one.name); }
        return fail(ErrorCode::NotFound, "the file has no field \"" + name + "\"", "Its fields are " + listed(all) + ".");
    }

    /// Which field is what.
    Result<void> choose()
    {
        auto& report = m_made.report;
        report.nameField = m_request.nameField.empty() ? guessedName(m_table) : m_request.nameField;
        report.zoneField = m_request.zoneField.empty() && hasZones(m_request.kind) ? guessedZone(m_table) : m_request.zoneField;
        report.aliasField = m_request.aliasField.empty() ? guessedAliases(m_table) : m_request.aliasField;
        for (auto const& [name, column] : {std::pair{&report.nameField, &m_name}, {&report.zoneField, &m_zone}, {&report.aliasField, &m_alias}}) {
            if (name->empty()) { continue; }
            auto const found = field(*name);
            if (!found) { return std::unexpected{found.error()}; }
            *column = *found;
            *name = m_table.fields[*found].name;
        }
        if (m_name == none) { report.notes.emplace_back("no field holds names: the features take part in maps and queries, but no task is placed by them"); }
        if (m_request.county.empty()) {
            auto const guess = guessedCounty(m_table);
            m_county = guess.empty() ? none : m_table.column(guess);
            m_countyOfUnplaced = true;
            bool const used = m_county != none && std::ranges::any_of(m_table.rows, [](geo::Row const& row) { return row.shape.empty() && row.fault.empty(); });
            if (used) { report.countyField = guess; }
            return {};
        }
        m_county = m_table.column(m_request.county);
        if (m_county != none) {
            report.countyField = m_table.fields[m_county].name;
            return {};
        }
        m_homeOfAll = m_counties.called(m_request.county);
        if (m_homeOfAll != nullptr) { return {}; }
        return fail(ErrorCode::Usage, "\"" + m_request.county + "\" is neither a field of the file nor one county",
                    "Name a field, or a county in full (清徐县, 晋城市城区).");
    }

    void describe()
    {
        auto& layer = m_made.layer;
        auto const stem = m_request.file.stem().string();
        layer.id = m_request.id.empty() ? "user-" + stem : m_request.id;
        layer.title = m_request.title.empty() ? stem : m_request.title;
        layer.titleEn = layer.title;
        layer.kind = m_request.kind;
        layer.style = styleOf(m_request.kind);
        layer.source = m_request.source.empty() ? m_request.file.filename().string() : m_request.source;
        layer.licence = m_request.licence;
        layer.date = m_request.date;
        layer.origin = m_request.replace ? geo::LayerOrigin::UserReplaces : geo::LayerOrigin::User;
    }

    std::string cell(std::size_t row, std::size_t column) const
    {
        return column == none ? std::string{} : cellText(m_table.rows[row].values[column]);
    }

    void add(std::size_t i)
    {
        auto& row = m_table.rows[i];
        geo::Feature feature;
        feature.name = cell(i, m_name);
        feature.id = cell(i, m_ids);
        if (feature.id.empty() || !m_taken.insert(feature.id).second) {
            feature.id = std::format("{}{}", feature.id.empty() ? "" : feature.id + "-", i + 1);
            m_taken.insert(feature.id);
        }
        auto const note = [&](std::vector<RowNote>& where, std::string reason) { where.push_back({i + 1, feature.id, feature.name, std::move(reason)}); };
        auto& report = m_made.report;
        if (!row.fault.empty()) { return note(report.refused, row.fault); }
        if (row.shape.empty() && feature.name.empty()) { return note(report.refused, "neither a name nor a position"); }
        if (!row.shape.empty()) {
            auto const at = row.shape.parts.front().outline.front();
            if (at.lon == 0 && at.lat == 0) { return note(report.refused, "its position is 0, 0: not filled in"); }
            auto const mended = row.mended.empty() ? std::string{} : row.mended + "; ";
            if (auto const valid = geo::isValid(row.shape); !valid.valid) {
                auto repaired = geo::makeValid(row.shape);
                if (!repaired) { return note(report.refused, valid.reason + "; it cannot be repaired: " + repaired.error().detail); }
                note(report.repaired, mended + valid.reason + areaChange(row.shape, *repaired));
                row.shape = std::move(*repaired);
            } else if (analysis::goesRound(row.shape)) {
                return note(report.refused, analysis::whyNotRound);
            } else if (!row.mended.empty()) {
                note(report.repaired, row.mended + "; it is now");
            }
            auto const extent = geo::extentOf(row.shape);
            if (!surroundings.intersects(extent)) {
                note(report.doubtful, std::format("lies at {:.5f}, {:.5f}, far from Shanxi", extent.centre().lon, extent.centre().lat));
            }
        } else {
            note(report.unplaced, "the file gives no position");
        }
        feature.shape = std::move(row.shape);
        fill(feature, i);
        m_made.layer.features.push_back(std::move(feature));
    }

    static std::string areaChange(geo::Shape const& before, geo::Shape const& after)
    {
        if (after.type != geo::ShapeType::Polygon) { return {}; }
        return std::format("; area {:.4f} -> {:.4f} km2", geo::areaM2(before) / 1e6, geo::areaM2(after) / 1e6);
    }

    void fill(geo::Feature& feature, std::size_t i)
    {
        auto const& layer = m_made.layer;
        auto const& kind = m_request.kind;
        feature.kind = kind == "water" ? (feature.name.ends_with("水库") ? "reservoir" : "lake") : kind;
        feature.aliases = names(cell(i, m_alias));
        feature.source = layer.source;
        feature.licence = layer.licence;
        feature.date = layer.date;
        feature.accuracyM = std::max(m_request.accuracyM, m_table.inexactM);
        if (hasZones(kind)) { zone(feature, i); }
        county(feature, i);
        for (std::size_t column = 0; column < m_table.fields.size(); ++column) {
            auto const& value = m_table.rows[i].values[column];
            if (!std::holds_alternative<std::monostate>(value)) { feature.more.emplace_back(m_table.fields[column].name, valueText(value)); }
        }
        // The gazetteer looks for the river of a section and the township of a village under these names.
        auto const also = [&](char const* key, std::initializer_list<std::string_view> words) {
            if (m_table.column(key) != none) { return; }
            auto const from = guessed(m_table, words, {});
            if (!from.empty()) { feature.more.emplace_back(key, cell(i, m_table.column(from))); }
        };
        if (kind == "monitoring_section") { also("river", {"河流", "所在河流", "河流名称", "水体"}); }
        if (kind == "village") { also("town", {"乡镇", "所属乡镇", "乡镇名称", "街道"}); }
    }

    void zone(geo::Feature& feature, std::size_t i)
    {
        auto const said = cell(i, m_zone);
        feature.zone = zoneRoleOf(said);
        auto const whole = std::string{withoutZone(feature.name)};
        if (feature.zone.empty() && said.empty() && whole != feature.name) { feature.zone = zoneRoleOf(feature.name.substr(whole.size())); }
        if (!feature.zone.empty()) { feature.parent = whole; }
        if (feature.zone.empty() && !said.empty()) {
            m_made.report.doubtful.push_back({i + 1, feature.id, feature.name, "\"" + said + "\" is no zone that is known; it stays in its own field"});
        }
    }

    void county(geo::Feature& feature, std::size_t i)
    {
        auto const* said = m_homeOfAll;
        bool const asked = !m_countyOfUnplaced || feature.shape.empty(); // a field that was only guessed does not speak against a position
        if (auto const name = asked ? cell(i, m_county) : std::string{}; !name.empty()) {
            said = m_counties.called(name);
            if (said == nullptr) { doubt(feature, i, "\"" + name + "\" is no county, or one of several"); }
        }
        auto const* const home = feature.shape.empty() ? said : m_counties.holding(feature.shape);
        if (said != nullptr && !feature.shape.empty() && home != said && !CountyOf::touches(*said, feature.shape)) {
            doubt(feature, i, "is said to be in " + said->name + ", but lies " + (home == nullptr ? std::string{"elsewhere"} : "in " + home->name));
            return; // in neither: a contradiction places nothing
        }
        auto const* const county = said != nullptr ? said : home;
        if (county == nullptr) { return; }
        feature.adcode = county->adcode;
        feature.county = county->name;
        feature.city = county->city;
    }

    void doubt(geo::Feature const& feature, std::size_t i, std::string reason)
    {
        m_made.report.doubtful.push_back({i + 1, feature.id, feature.name, std::move(reason)});
    }

    std::string provenance() const
    {
        auto const& report = m_made.report;
        auto text = std::format("file: {}\nlayer: {}\nformat: {}\nencoding: {} ({})\ncrs: {} ({}{})\nread: {}, kept: {}, refused: {}, repaired: {}",
                                m_request.file.filename().string(), report.layer, report.format, report.encoding, report.encodingReason, report.crs,
                                report.crsReason, m_request.swapAxes ? "; axes swapped as said" : "", report.read, report.kept, report.refused.size(),
                                report.repaired.size());
        for (auto const& [what, rows] : {std::pair{"refused", &report.refused}, {"repaired", &report.repaired}}) {
            for (auto const& row : *rows) { text += std::format("\n{} row {} {} {}: {}", what, row.row, row.id, row.name, row.reason); }
        }
        return text;
    }

    UserLayerRequest const& m_request;
    VectorTable m_table;
    CountyOf const& m_counties;
    UserLayer m_made;
    std::size_t m_name = none, m_zone = none, m_alias = none, m_county = none, m_ids = none;
    bool m_countyOfUnplaced = false; ///< m_county was guessed
    geo::Feature const* m_homeOfAll = nullptr;
    std::set<std::string> m_taken;
};

} // namespace

Result<UserLayer> readUserLayer(UserLayerRequest const& request, std::vector<geo::Layer> const& base)
{
    if (!std::ranges::contains(userLayerKinds(), std::string_view{request.kind})) {
        std::string all;
        for (auto const kind : userLayerKinds()) { all += (all.empty() ? "" : ", ") + std::string{kind}; }
        return fail(ErrorCode::Usage, "\"" + request.kind + "\" is no kind of layer", "Kinds: " + all);
    }
    if (!request.zoneField.empty() && !hasZones(request.kind)) {
        return fail(ErrorCode::Usage, "only reserves and spring zones have zones", "Leave the zone field out, or add the file as reserve or spring_zone.");
    }
    if (std::ranges::contains(base, request.id, &geo::Layer::id)) {
        return fail(ErrorCode::Usage, request.id + " is the id of a layer that ships", "Choose another id; to stand in for it, add the layer with replace.");
    }
    auto source = sourceOf(request);
    if (!source) { return std::unexpected{std::move(source.error())}; }
    CountyOf const counties{base};
    auto made = Maker{request, std::move(source->table), counties}.make(std::move(source->otherLayers));
    if (!made) { return std::unexpected{std::move(made.error())}; }
    return made;
}

} // namespace zhengtu::workspace
