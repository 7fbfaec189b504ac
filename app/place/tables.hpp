#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::place {

/// A comma separated table with a header line, quotes as of RFC 4180. UTF-8, with or without a byte order mark.
class Table {
public:
    [[nodiscard]] static Result<Table> read(std::filesystem::path const& path);
    [[nodiscard]] static Table parse(std::string_view text);

    [[nodiscard]] std::size_t size() const noexcept { return m_rows.size(); }
    /// A cell by the name of its column; empty where there is no such column or the row is short.
    [[nodiscard]] std::string_view cell(std::size_t row, std::string_view column) const;

private:
    std::vector<std::string> m_header;
    std::vector<std::vector<std::string>> m_rows;
};

/// "a;b；c" -> a, b, c without blanks at the ends; empty parts are left out.
[[nodiscard]] std::vector<std::string> splitNames(std::string_view text);

} // namespace zhengtu::place
