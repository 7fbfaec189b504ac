#include "geo/detail/place_table.hpp"

#include "geo/codec.hpp"
#include "geo/detail/coordinate_text.hpp"
#include "geo/detail/position_columns.hpp"
#include "geo/detail/row_coordinates.hpp"

#include <algorithm>
#include <format>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zhengtu::geo::detail {

namespace {

using Kind = PositionColumns::Kind;

class TablePlacer {
public:
    TablePlacer(VectorTable& table, bool shifted, Overhang overhang) : m_table{table}, m_shifted{shifted}, m_overhang{overhang} {}

    Result<void> place()
    {
        if (m_table.rows.empty()) { return {}; }
        if (auto ok = findHeader(); !ok) { return ok; }
        nameFields();
        if (m_where.kind == Kind::Joint && !holdsPairs()) {
            if (!m_where.doubtful) { return std::unexpected{noPositions(m_names, m_names[m_where.first], "seems to hold longitude and latitude together, but no two numbers can be read in it")}; }
            m_where = {};
        }
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            auto& row = m_table.rows[i];
            if (row.fault.empty()) { placeRow(row, i); }
        }
        if (m_where.kind == Kind::Wkt) { dropColumn(m_where.first); }
        sayUnplaced();
        return {};
    }

private:
    static std::string cell(Row const& row, std::size_t column)
    {
        auto const* const text = column < row.values.size() ? std::get_if<std::string>(&row.values[column]) : nullptr;
        return text == nullptr ? std::string{} : *text;
    }

    static std::size_t filled(Row const& row)
    {
        return static_cast<std::size_t>(std::ranges::count_if(row.values, [](Value const& value) {
            auto const* const text = std::get_if<std::string>(&value);
            return text != nullptr && !text->empty();
        }));
    }

    /// The names that a row gives if it is the header. A title has one cell and lends its name to nothing.
    [[nodiscard]] std::vector<std::string> namesAt(std::size_t row) const
    {
        std::vector<std::string> names;
        bool const group = row > 0 && filled(m_table.rows[row - 1]) > 1;
        auto const width = std::max(m_table.rows[row].values.size(), group ? m_table.rows[row - 1].values.size() : 0);
        for (std::size_t i = 0; i < width; ++i) {
            auto name = cell(m_table.rows[row], i);
            if (name.empty() && group) { name = cell(m_table.rows[row - 1], i); }
            names.push_back(std::move(name));
        }
        return names;
    }

    Result<void> findHeader()
    {
        constexpr std::size_t titleRows = 6;
        auto const looked = std::min(titleRows, m_table.rows.size());
        std::optional<Error> fault;
        for (std::size_t row = 0; row < looked; ++row) {
            auto const found = positionColumns(namesAt(row), m_shifted);
            if (!found && !fault) { fault = found.error(); }
            if (found && found->kind != Kind::None) {
                m_where = *found;
                m_header = row;
                return {};
            }
        }
        if (fault) { return std::unexpected{std::move(*fault)}; }
        while (m_header < looked && filled(m_table.rows[m_header]) < 2) { ++m_header; }
        if (m_header == looked) { m_header = 0; }
        return {};
    }

    void nameFields()
    {
        m_names = namesAt(m_header);
        while (!m_names.empty() && m_names.back().empty()) { m_names.pop_back(); }
        m_table.rows.erase(m_table.rows.begin(), m_table.rows.begin() + static_cast<std::ptrdiff_t>(m_header) + 1);
        auto width = m_names.size();
        for (std::size_t i = 0; i < m_table.rows.size(); ++i) {
            auto& row = m_table.rows[i];
            while (row.values.size() > m_names.size() && cell(row, row.values.size() - 1).empty()) { row.values.pop_back(); }
            if (row.values.size() > m_names.size() && m_overhang == Overhang::Fault) {
                blame(m_table, row, i, std::format("it has {} cells, but the header names {}: is a separator not quoted?", row.values.size(), m_names.size()));
                row.values.resize(m_names.size());
            }
            width = std::max(width, row.values.size());
        }
        m_names.resize(width);
        m_table.fields.clear();
        for (std::size_t i = 0; i < width; ++i) {
            if (m_names[i].empty()) { m_names[i] = std::format("column {}", i + 1); }
            m_table.fields.push_back({m_names[i], FieldType::Text, 0, 0, {}});
        }
        for (auto& row : m_table.rows) { row.values.resize(width); }
    }

    /// At least half of the cells of the joint column.
    [[nodiscard]] bool holdsPairs() const
    {
        std::size_t cells = 0, pairs = 0;
        for (auto const& row : m_table.rows) {
            auto const text = cell(row, m_where.first);
            cells += text.empty() ? 0 : 1;
            pairs += coordinatesIn(text) ? 1 : 0;
        }
        return cells == 0 ? !m_where.doubtful : 2 * pairs >= cells;
    }

    void placeRow(Row& row, std::size_t index)
    {
        auto const first = cell(row, m_where.first), second = cell(row, m_where.second);
        switch (m_where.kind) {
        case Kind::None: return;
        case Kind::Wkt:
            if (first.empty()) { return; }
            if (auto shape = fromWkt(first)) { row.shape = std::move(*shape); } else { blame(m_table, row, index, shape.error().detail + ". " + shape.error().cure); }
            return;
        case Kind::Joint:
            if (first.empty()) { return; }
            if (auto const both = coordinatesIn(first)) { return put(row, both->first, both->second, m_where.latFirst); }
            return blame(m_table, row, index, std::format("\"{}\" are no coordinates", first));
        case Kind::Pair:
            if (first.empty() && second.empty()) { return; }
            auto const x = coordinateIn(first), y = coordinateIn(second);
            if (!x || !y) { return blame(m_table, row, index, std::format("\"{}\", \"{}\" are no coordinates", first, second)); }
            return put(row, *x, *y, false);
        }
    }

    /// What a letter says of a number goes before the name of its column.
    static void put(Row& row, WrittenCoordinate const& first, WrittenCoordinate const& second, bool latFirst)
    {
        using Axis = WrittenCoordinate::Axis;
        bool const said = first.axis != Axis::Unsaid || second.axis != Axis::Unsaid;
        bool const swap = said ? first.axis == Axis::Latitude || second.axis == Axis::Longitude : latFirst;
        row.shape = swap ? Shape::point({second.value, first.value}) : Shape::point({first.value, second.value});
    }

    void dropColumn(std::size_t column)
    {
        auto const at = static_cast<std::ptrdiff_t>(column);
        m_table.fields.erase(m_table.fields.begin() + at);
        for (auto& row : m_table.rows) { row.values.erase(row.values.begin() + at); }
    }

    void sayUnplaced()
    {
        auto const without = std::ranges::count_if(m_table.rows, [](Row const& row) { return row.shape.empty(); });
        if (m_where.kind != Kind::None && without > 0) {
            m_table.notes.push_back(std::format("{} of {} rows have no position", without, m_table.rows.size()));
        }
    }

    VectorTable& m_table;
    bool m_shifted;
    Overhang m_overhang;
    PositionColumns m_where;
    std::size_t m_header = 0;
    std::vector<std::string> m_names;
};

} // namespace

Result<void> placeTable(VectorTable& table, bool shifted, Overhang overhang)
{
    return TablePlacer{table, shifted, overhang}.place();
}

} // namespace zhengtu::geo::detail
