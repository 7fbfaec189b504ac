#include "exchange/table.hpp"

#include "core/parallel.hpp"
#include "exchange/cell_text.hpp"
#include "geo/ops.hpp"

#include <algorithm>

namespace zhengtu::exchange {

namespace {

geo::ShapeType typeOf(geo::Shape const& shape)
{
    return shape.empty() ? geo::ShapeType::None : shape.type;
}

bool isSound(Table const& table, std::size_t row, std::string& room)
{
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        auto const cell = table.cell(row, i, room);
        if (auto const* const text = std::get_if<std::string_view>(&cell); text != nullptr && !exchange::isSound(*text)) { return false; }
    }
    auto const& shape = table.shape(row);
    return shape.empty() || geo::isValid(shape).valid;
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
        field.lostIn.insert(std::get<std::string>(row.values[table.keyField]));
    }
}

void makeShapeSound(Table const& table, geo::Row& row, TableAccount& account)
{
    if (row.shape.empty() || geo::isValid(row.shape).valid) { return; }
    auto const& key = std::get<std::string>(row.values[table.keyField]);
    if (auto repaired = geo::makeValid(row.shape)) {
        row.shape = std::move(*repaired);
        account.repaired.push_back(key);
    } else {
        row.shape = {};
        account.dropped.push_back(key);
    }
}

geo::Row copied(Table const& table, std::size_t number)
{
    geo::Row row;
    std::string room;
    for (std::size_t i = 0; i < table.fields.size(); ++i) { row.values.push_back(geo::kept(table.cell(number, i, room))); }
    row.shape = table.shape(number);
    return row;
}

} // namespace

geo::Shape const& Table::shape(std::size_t row) const
{
    auto const found = sound.empty() ? sound.end() : sound.find(row);
    return found == sound.end() ? rows->shape(row) : found->second.shape;
}

geo::Cell Table::cell(std::size_t row, std::size_t field, std::string& room) const
{
    auto const found = sound.empty() ? sound.end() : sound.find(row);
    return found == sound.end() ? rows->cell(row, field, room) : geo::lent(found->second.values[field]);
}

std::string Table::key(std::size_t row) const
{
    std::string room;
    return std::string{std::get<std::string_view>(cell(row, keyField, room))};
}

std::vector<std::size_t> rowsOf(Table const& table, geo::ShapeType type)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (typeOf(table.shape(row)) == type) { rows.push_back(row); }
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
    std::vector<char> sound(table.size());
    auto const look = [&](std::size_t row) {
        thread_local std::string room;
        sound[row] = isSound(table, row, room);
    };
    static_cast<void>(forEach(table.size(), 0, {}, look, rowsAtOnce));
    TableAccount account;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (sound[i] == 0) {
            auto row = copied(table, i);
            makeTextsSound(table, row, account);
            makeShapeSound(table, row, account);
            table.sound.emplace(i, std::move(row));
        }
        ++account.rows[typeOf(table.shape(i))];
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
