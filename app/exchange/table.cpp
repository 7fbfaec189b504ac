#include "exchange/table.hpp"

#include "core/parallel.hpp"
#include "exchange/cell_text.hpp"
#include "geo/ops.hpp"

#include <algorithm>

namespace zhengtu::exchange {

namespace {

geo::ShapeType typeOf(geo::Row const& row)
{
    return row.shape.empty() ? geo::ShapeType::None : row.shape.type;
}

bool isSound(geo::Row const& row)
{
    auto const good = [](geo::Value const& value) {
        auto const* const text = std::get_if<std::string>(&value);
        return text == nullptr || exchange::isSound(*text);
    };
    return std::ranges::all_of(row.values, good) && (row.shape.empty() || geo::isValid(row.shape).valid);
}

void makeTextsSound(Table const& table, geo::Row& row, TableAccount& account)
{
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        auto* const text = std::get_if<std::string>(&row.values[i]);
        if (text == nullptr) { continue; }
        auto const lost = makeSound(*text);
        if (lost == 0) { continue; }
        auto& field = account.fields[table.fields[i].name];
        field.lostCharacters += lost;
        field.lostIn.insert(table.key(row));
    }
}

void makeShapeSound(Table const& table, geo::Row& row, TableAccount& account)
{
    if (row.shape.empty() || geo::isValid(row.shape).valid) { return; }
    if (auto repaired = geo::makeValid(row.shape)) {
        row.shape = std::move(*repaired);
        account.repaired.push_back(table.key(row));
    } else {
        row.shape = {};
        account.dropped.push_back(table.key(row));
    }
}

} // namespace

std::vector<geo::Row const*> rowsOf(Table const& table, geo::ShapeType type)
{
    std::vector<geo::Row const*> rows;
    for (auto const& row : table.rows) {
        if (typeOf(row) == type) { rows.push_back(&row); }
    }
    return rows;
}

char const* suffixOf(geo::ShapeType type) noexcept
{
    switch (type) {
    case geo::ShapeType::Point: return "_pt";
    case geo::ShapeType::Line: return "_ln";
    case geo::ShapeType::Polygon: return "_pg";
    case geo::ShapeType::None: break;
    }
    return "_noloc";
}

TableAccount makeSound(Table& table)
{
    std::vector<char> sound(table.rows.size());
    static_cast<void>(forEach(table.rows.size(), 0, {}, [&](std::size_t i) { sound[i] = isSound(table.rows[i]); }, rowsAtOnce));
    TableAccount account;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto& row = table.rows[i];
        if (sound[i] == 0) {
            makeTextsSound(table, row, account);
            makeShapeSound(table, row, account);
        }
        ++account.rows[typeOf(row)];
    }
    return account;
}

geo::VectorTable longHead(Table const& table, geo::ShapeType type, std::string name)
{
    geo::VectorTable result;
    result.name = std::move(name);
    result.shapeType = type;
    for (auto const& field : table.fields) {
        result.fields.push_back({.name = field.name, .type = field.type, .width = 0, .precision = 0, .alias = field.title});
    }
    return result;
}

} // namespace zhengtu::exchange
