#include "ledger/layer_form.hpp"
#include "ledger/layer_tables.hpp"
#include "ledger/schema.hpp"

#include <cstddef>
#include <set>

namespace zhengtu::ledger {

namespace {

using namespace layer_form;
using sqlite::Database;

} // namespace

ChosenLook chosenLook(Database& database, std::string const& layerId, std::string const& wanted)
{
    ChosenLook chosen;
    auto row = database.prepare("SELECT title, style FROM layers WHERE layer_id = ?");
    if (!row.query(layerId).step()) { return chosen; }
    auto renamed = database.prepare("SELECT new_value FROM events WHERE subject = ? AND what = 'layer-renamed' ORDER BY fid DESC LIMIT 1");
    if (renamed.query(layerId).step() && renamed.text(0) == row.text(0)) { chosen.title = row.text(0); }
    auto const style = row.text(1);
    for (auto const* by : {"graduated:", "categories:"}) { // docs/formats/ledger.md
        if (style.starts_with(by + wanted + ":")) { chosen.style = style; }
    }
    return chosen;
}

Result<std::string> renameLayer(Database& database, std::string const& layerId, std::string const& title, Date asOf)
{
    auto known = database.prepare("SELECT title FROM layers WHERE layer_id = ?");
    if (!known.query(layerId).step()) { return fail(ErrorCode::NotFound, "the ledger has no layer " + layerId); }
    auto old = known.text(0);
    known = database.prepare("SELECT 1"); // lets go of the table that is about to change
    database.prepare("UPDATE layers SET title = ?, title_en = ? WHERE layer_id = ?").run(title, title, layerId); // a person's name for it has no other language
    auto contents = database.prepare("UPDATE gpkg_contents SET identifier = ? WHERE table_name = ?");
    for (auto const type : types) { contents.run(identifierOf(title, type, layerId), tableName(layerId, type)); }
    schema::touch(database, "layers", asOf);
    if (auto const done = database.outcome(); !done) { return std::unexpected{done.error()}; }
    return old;
}

Result<void> restyleLayer(Database& database, std::string const& layerId, std::string const& style, Date asOf)
{
    auto known = database.prepare("SELECT 1 FROM layers WHERE layer_id = ?");
    if (!known.query(layerId).step()) { return fail(ErrorCode::NotFound, "the ledger has no layer " + layerId); }
    known = database.prepare("SELECT 1"); // lets go of the table that is about to change
    database.prepare("UPDATE layers SET style = ? WHERE layer_id = ?").run(style, layerId);
    schema::touch(database, "layers", asOf);
    return database.outcome();
}

Result<void> orderLayers(Database& database, std::vector<std::string> const& ids, Date asOf)
{
    std::set<std::string> have;
    {
        auto rows = database.prepare("SELECT layer_id FROM layers");
        while (rows.step()) { have.insert(rows.text(0)); }
    }
    if (have != std::set<std::string>{ids.begin(), ids.end()} || have.size() != ids.size()) {
        return fail(ErrorCode::Usage, "an order of layers names each layer of the ledger once");
    }
    database.execute("UPDATE layers SET fid = -fid;"); // out of the way of the new numbers
    auto number = database.prepare("UPDATE layers SET fid = ? WHERE layer_id = ?");
    for (std::size_t i = 0; i < ids.size(); ++i) { number.run(i + 1, ids[i]); }
    schema::touch(database, "layers", asOf);
    return database.outcome();
}

} // namespace zhengtu::ledger
