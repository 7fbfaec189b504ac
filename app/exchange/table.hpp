#pragma once

#include "geo/vector_file.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

/// What all formats are written from: one table for the tasks, one for each layer. Private to app/exchange.
namespace zhengtu::exchange {

/// Rows that a thread takes at a time.
inline constexpr std::size_t rowsAtOnce = 1024;

/// One column under its names for the different formats.
struct Field {
    std::string shortName; ///< shapefile: ASCII, at most 10 bytes, unique in its table whatever the case
    std::string name;      ///< GeoPackage and GeoJSON
    std::string title;     ///< Chinese; CSV for people, fields.csv, alias
    geo::FieldType type = geo::FieldType::Text;
    int width = 254;       ///< shapefile: bytes of a text, digits of a number
    int precision = 0;
    bool ofTask = false;   ///< says something of the task, not of one of its sites
};

struct Table {
    std::string id;     ///< "tasks", or the layer's id
    std::string suffix; ///< of file names: "" for tasks, "_hotspots"; ASCII
    std::string title;
    std::vector<Field> fields;
    std::vector<geo::Row> rows; ///< without a shape: not located
    std::size_t keyField = 0;   ///< the field that names a row in reports

    [[nodiscard]] std::string const& key(geo::Row const& row) const { return std::get<std::string>(row.values[keyField]); }
};

/// What happened to the values of a field, with the keys of the rows, each once.
struct FieldAccount {
    std::size_t truncated = 0; ///< texts that are cut in the shapefile (whole beside it)
    std::set<std::string> truncatedIn;
    std::size_t lostCharacters = 0; ///< characters which no text may hold
    std::set<std::string> lostIn;
};

/// What happened to a table on its way out.
struct TableAccount {
    std::map<std::string, FieldAccount> fields;       ///< by Field::name; only those where something happened
    std::vector<std::string> repaired, dropped;       ///< rows whose geometry was made valid, or could not be
    std::map<geo::ShapeType, std::size_t> rows;       ///< by geometry; None: not located
};

/// Rows of one geometry type, in their order.
[[nodiscard]] std::vector<geo::Row const*> rowsOf(Table const& table, geo::ShapeType type);
[[nodiscard]] char const* suffixOf(geo::ShapeType type) noexcept; ///< "_pt", "_ln", "_pg", "_noloc"

/// Makes texts sound (UTF-8 without NUL) and geometry valid, and accounts for what that cost.
[[nodiscard]] TableAccount makeSound(Table& table);

/// The fields of a table, with their long names and Chinese aliases, for rows of one type.
[[nodiscard]] geo::VectorTable longHead(Table const& table, geo::ShapeType type, std::string name);

/// The rows of one type as they are. The table must outlive it.
class TableRows : public geo::RowSource {
public:
    TableRows(Table const& table, geo::ShapeType type) : m_rows{rowsOf(table, type)} {}
    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    [[nodiscard]] geo::Shape const& shape(std::size_t row) const override { return m_rows[row]->shape; }
    [[nodiscard]] geo::Value const& value(std::size_t row, std::size_t field, geo::Value&) const override { return m_rows[row]->values[field]; }

private:
    std::vector<geo::Row const*> m_rows;
};

} // namespace zhengtu::exchange
