#include "place/gazetteer_state.hpp"

/// Townships and villages that the register of today lacks: merged, renamed, made a quarter of a town.
namespace zhengtu::place {

void GazetteerBuilder::addFormerTowns(Table const& table) { addFormer(table, Kind::Town); }
void GazetteerBuilder::addFormerVillages(Table const& table) { addFormer(table, Kind::Village); }

void GazetteerBuilder::addFormer(Table const& table, Kind kind)
{
    auto const layer = std::string{kind == Kind::Town ? "former_towns:" : "former_villages:"};
    for (std::size_t row = 0; row < table.size(); ++row) {
        Entry entry;
        auto const until = std::string{table.cell(row, "listed_until")};
        // A code may have had several names, one after the other.
        entry.featureId = layer + std::string{table.cell(row, "code")} + "-" + until;
        entry.name = table.cell(row, "name");
        entry.kind = kind;
        entry.adcode = table.cell(row, "county_adcode");
        entry.code = table.cell(row, "code");
        entry.until = until;
        entry.town = table.cell(row, kind == Kind::Town ? "heir" : "town");
        auto const name = entry.name;
        auto const id = m_state->addUnnamed(std::move(entry));
        m_state->name(name, id, NameForm::Former);
        if (kind == Kind::Town) { m_state->name(names::shortForm(name, names::townEndings), id, NameForm::Short); }
    }
}

} // namespace zhengtu::place
