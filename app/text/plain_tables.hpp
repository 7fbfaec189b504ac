#pragma once

#include <cstddef>
#include <string_view>

namespace zhengtu::text {

/// A rule that parts two cells of a row: | and its kin.
[[nodiscard]] bool isCellRule(char32_t c) noexcept;

/// What parts the cells of a line: so many blanks or more (0: none do), or ASCII commas.
struct CellBorder {
    std::size_t blanks = 0;
    bool commas = false;
};

/// Tables whose columns nothing but blanks, or commas, set apart: 序号 and the names of two or more columns on a line, then rows that
/// begin with their number. Asked line by line, in the order of the document. Private to app/text.
class PlainTables {
public:
    /// What parts the cells of the next line; nothing does if it is no line of such a table.
    [[nodiscard]] CellBorder borderOf(std::u32string_view line) noexcept;

private:
    [[nodiscard]] CellBorder head(std::u32string_view line) noexcept;

    std::size_t m_columns = 0; ///< of the last head; 0 before any
    bool m_commas = false;     ///< they are parted by commas
};

} // namespace zhengtu::text
