#include "geo/vector_file.hpp"
#include "workspace/hotspot_methods.hpp"

#include "ledger/value_type.hpp"
#include "workspace/layer_fields.hpp"

#include <algorithm>
#include <format>

namespace zhengtu::workspace {

Result<std::map<std::string, double>> readCountyBases(std::filesystem::path const& file, std::string const& field)
{
    auto const table = geo::readTable(file);
    if (!table) { return std::unexpected{table.error()}; }
    auto const where = file.filename().string();
    std::string names;
    for (auto const& one : table->fields) { names += (names.empty() ? "" : ", ") + one.name; }
    auto const value = table->column(field);
    if (value == geo::VectorTable::npos) { return std::unexpected{Error{.code = ErrorCode::NotFound, .detail = "there is no field \"" + field + "\"", .where = where, .cure = "It has " + names + "."}}; }
    auto key = geo::VectorTable::npos;
    for (char const* name : {"adcode", "行政区划代码", "区划代码", "code", "county", "县区", "县", "name", "名称"}) {
        if (key == geo::VectorTable::npos) { key = table->column(name); }
    }
    if (key == geo::VectorTable::npos) {
        return std::unexpected{Error{.code = ErrorCode::NotFound, .detail = "no field names the county", .where = where, .cure = "Call it adcode or county. It has " + names + "."}};
    }
    std::map<std::string, double> bases;
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
        auto const at = std::format("{} › row {}", where, i + 1);
        auto const name = cellText(table->rows[i].values[key]);
        auto const number = ledger::realOf(cellText(table->rows[i].values[value]));
        if (!number || !(*number > 0)) {
            return std::unexpected{Error{.code = ErrorCode::FileFormat, .detail = field + " of \"" + name + "\" is not a number above zero", .where = at, .cure = "Correct the row, or take it out if nothing is counted there."}};
        }
        if (!bases.emplace(name, *number).second) {
            return std::unexpected{Error{.code = ErrorCode::Ambiguous, .detail = "\"" + name + "\" stands twice", .where = at, .cure = "Give each county once; counties of one name by code, or with the city before it."}};
        }
    }
    return bases;
}

} // namespace zhengtu::workspace
