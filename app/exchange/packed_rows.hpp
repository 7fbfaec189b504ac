#pragma once

#include "geo/vector_file.hpp"
#include "ledger/string_pool.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace zhengtu::exchange {

/// Rows in little memory: four bytes a value, and the value itself once for all rows that have it and stand near each other; most of what is said
/// of a task is said of its neighbours, too. Outlines that come again are kept once likewise.
class PackedRows : public geo::RowSource {
public:
    explicit PackedRows(std::vector<geo::FieldType> fields);

    /// Adds a row: its values one after another, in the order of the fields, then its shape.
    void put(geo::Cell const& value);
    void end(geo::Shape const& shape);

    [[nodiscard]] std::size_t size() const override { return m_shapeOf.size(); }
    [[nodiscard]] geo::Shape const& shape(std::size_t row) const override { return m_shapes[m_shapeOf[row]]; }
    [[nodiscard]] geo::Cell cell(std::size_t row, std::size_t field, std::string& room) const override;

private:
    using Number = std::uint32_t; ///< of a value, from 1 on; 0: null

    [[nodiscard]] std::string_view text(Number number) const noexcept;
    [[nodiscard]] Number textNumber(std::string_view text);
    [[nodiscard]] Number numberNumber(std::int64_t bits);
    [[nodiscard]] Number& recent(std::size_t hash) noexcept;

    std::vector<geo::FieldType> m_fields;
    std::vector<std::vector<Number>> m_values;  ///< by block of rows, row by row
    std::deque<ledger::StringPool> m_texts;     ///< so many in each that none has to be moved when it grows
    std::size_t m_textCount = 0;
    std::vector<std::int64_t> m_numbers;        ///< whole ones, and the bits of real ones
    std::deque<geo::Shape> m_shapes;            ///< the first is empty
    std::vector<std::uint32_t> m_shapeOf;       ///< of each row
    std::size_t m_field = 0;                    ///< of the value that comes next
    std::vector<Number> m_recent;               ///< by field and hash: the value that had it last
    std::vector<std::uint32_t> m_recentShapes;  ///< by hash
};

} // namespace zhengtu::exchange
