#pragma once

#include "plan/dictionary.hpp"

#include <string_view>
#include <vector>

namespace zhengtu::plan {

/// Whether a field that is otherwise not read is read for places by its name: 核实情况, 具体位置, 所属区域, 县（市、区）, 企业名称.
[[nodiscard]] bool tellsWhere(std::u32string_view name) noexcept;

/// One column of a table, by the label that names it.
struct Column {
    std::u32string_view name;
    Field field = Field::Other;
    [[nodiscard]] bool where() const noexcept { return field == Field::Other && tellsWhere(name); }
};

/// How well a line fits a column: positive if it looks like what the column holds, negative if it cannot be.
[[nodiscard]] double fits(std::u32string_view line, Column const& column, Dictionary const& dictionary) noexcept;

/// Which column each line of a row belongs to, in order; a column may be empty (at a price), a cell may have several lines.
[[nodiscard]] std::vector<std::size_t> assignCells(std::vector<std::u32string_view> const& lines, std::vector<Column> const& columns,
                                                   Dictionary const& dictionary);

} // namespace zhengtu::plan
