#pragma once

#include "geo/vector_file.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
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
    std::shared_ptr<geo::RowSource const> rows; ///< as they came; without a shape: not located
    std::map<std::size_t, geo::Row> sound{};    ///< what stands for rows that could not be written as they came (makeSound)
    std::size_t keyField = 0;                   ///< the field that names a row in reports

    [[nodiscard]] std::size_t size() const { return rows->size(); }
    [[nodiscard]] geo::Shape const& shape(std::size_t row) const;
    [[nodiscard]] geo::Cell cell(std::size_t row, std::size_t field, std::string& room) const; ///< as RowSource::cell
    [[nodiscard]] std::string key(std::size_t row) const;
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

/// The numbers of rows of one geometry type, in their order.
[[nodiscard]] std::vector<std::size_t> rowsOf(Table const& table, geo::ShapeType type);
[[nodiscard]] char const* suffixOf(geo::ShapeType type) noexcept; ///< "_pt", "_ln", "_pg", "_noloc"

/// Makes texts sound (UTF-8 without NUL) and geometry valid, and accounts for what that cost.
[[nodiscard]] TableAccount makeSound(Table& table);

/// The fields of a table, with their long names and Chinese aliases, for rows of one type.
[[nodiscard]] geo::VectorTable longHead(Table const& table, geo::ShapeType type, std::string name);

/// The rows of one type as they are. The table must outlive it.
class TableRows : public geo::RowSource {
public:
    TableRows(Table const& table, geo::ShapeType type) : m_table{&table}, m_rows{rowsOf(table, type)} {}
    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    [[nodiscard]] geo::Shape const& shape(std::size_t row) const override { return m_table->shape(m_rows[row]); }
    [[nodiscard]] geo::Cell cell(std::size_t row, std::size_t field, std::string& room) const override { return m_table->cell(m_rows[row], field, room); }

private:
    Table const* m_table;
    std::vector<std::size_t> m_rows;
};

} // namespace zhengtu::exchange
