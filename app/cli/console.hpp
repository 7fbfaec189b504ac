#pragma once

#include "core/error.hpp"

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::cli {

/// Prints an error as "error: where: detail" and "cure:  ..." on standard error; returns ExitCode::Failed. Of what
/// was cancelled it says that nothing was written, and returns ExitCode::Stopped.
int report(Error const& error);

/// Says once, from whichever thread comes first, that the work was stopped; `stoppedSaid` false: not yet.
void sayStopped();
inline std::atomic<bool> stoppedSaid{false};

/// A table for a person: columns as wide as they must be, Han characters counted as two, cells cut to the terminal's
/// width. Where standard output is no terminal nothing is cut.
class Table {
public:
    explicit Table(std::vector<std::string> header) : m_header{std::move(header)} {}
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    [[nodiscard]] std::string text(std::size_t terminalColumns) const; ///< 0: no limit
    void print() const;

private:
    std::vector<std::string> m_header;
    std::vector<std::vector<std::string>> m_rows;
};

/// Columns that a text takes on a terminal.
[[nodiscard]] std::size_t displayWidth(std::string_view utf8);

/// The text cut to `columns`, with "…" where something was cut; line breaks become blanks.
[[nodiscard]] std::string fitted(std::string_view utf8, std::size_t columns);

/// One line of progress on standard error, overwritten by the next; silent unless that is a terminal.
void progress(std::string_view line);
void progressDone();

} // namespace zhengtu::cli
