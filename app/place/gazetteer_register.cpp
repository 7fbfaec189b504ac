#include "place/gazetteer_state.hpp"

/// The tables of the gazetteer: registers of townships and villages, names without a position, rivers, groups, aliases.
namespace zhengtu::place {

using names::endsWith, names::han, names::shortForm, names::townEndings, names::without;

namespace {

using namespace std::string_view_literals;

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

} // namespace

void GazetteerBuilder::addTowns(Table const& table)
{
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const code = std::string{table.cell(row, "code")};
        if (auto const known = m_state->towns.find(code); known != m_state->towns.end()) {
            m_state->data.entries[known->second].since = table.cell(row, "listed_since");
            continue;
        }
        if (auto const* known = m_state->layered(Kind::Town, without(table.cell(row, "name"), "办事处"), table.cell(row, "county_adcode"))) {
            m_state->data.entries[*known].code = code; // a layer that does not know the code
            m_state->data.entries[*known].since = table.cell(row, "listed_since");
            m_state->towns.emplace(code, *known);
            continue;
        }
        Entry entry;
        entry.featureId = "towns:" + code;
        entry.name = without(table.cell(row, "name"), "办事处");
        entry.kind = Kind::Town;
        entry.adcode = table.cell(row, "county_adcode");
        entry.code = code;
        entry.since = table.cell(row, "listed_since");
        auto const name = entry.name;
        auto const id = m_state->add(std::move(entry));
        m_state->towns.emplace(code, id);
        m_state->name(shortForm(name, townEndings), id, NameForm::Short);
    }
}

void GazetteerBuilder::addVillages(Table const& table)
{
    m_state->data.entries.reserve(m_state->data.entries.size() + table.size());
    m_state->named.reserve(m_state->named.size() + 2 * table.size());
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
                place.since = table.cell(row, "listed_since");
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
        entry.since = table.cell(row, "listed_since");
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
        if (auto const known = m_state->named.find(name); known != m_state->named.end()) {
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
        auto const full = m_state->named.find(std::string{table.cell(row, "name")});
        if (full == m_state->named.end()) { continue; }
        for (auto const& alias : splitNames(table.cell(row, "aliases"))) {
            for (auto const known : std::vector{full->second}) {
                if (known.form == NameForm::Full) { m_state->name(alias, known.entry, NameForm::Alias); }
            }
        }
    }
}

} // namespace zhengtu::place
