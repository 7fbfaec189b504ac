#include "cli/console.hpp"

#include "cli/exit_code.hpp"
#include "core/utf.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace zhengtu::cli {

namespace {

/// Wide by Unicode's East Asian Width, for the scripts that plans are written in.
bool isWide(char32_t c) noexcept
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t widthOf(char32_t c) noexcept { return isWide(c) ? 2 : 1; }

std::u32string characters(std::string_view utf8) { return toUtf32(utf8).value_or(U"?"); }

std::size_t terminalWidth()
{
    if (isatty(STDOUT_FILENO) == 0) { return 0; }
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 100;
}

} // namespace

void sayStopped()
{
    if (stoppedSaid.exchange(true)) { return; }
    constexpr char words[] = "stopped: nothing was written\n";
    static_cast<void>(write(STDERR_FILENO, words, sizeof words - 1));
}

int report(Error const& error)
{
    progressDone();
    if (error.code == ErrorCode::Cancelled) {
        sayStopped();
        return Stopped;
    }
    auto const place = error.where.empty() ? std::string{} : error.where + ": ";
    std::fprintf(stderr, "error: %s%s\n", place.c_str(), error.detail.c_str());
    // The layers below know that a file is in the way; only the command line knows which option replaces it.
    auto const cure = error.code == ErrorCode::FileExists ? std::string{"Name another place, or say --overwrite."} : error.cure;
    if (!cure.empty()) { std::fprintf(stderr, "cure:  %s\n", cure.c_str()); }
    return Failed;
}

std::size_t displayWidth(std::string_view utf8)
{
    std::size_t width = 0;
    for (char32_t const c : characters(utf8)) { width += widthOf(c); }
    return width;
}

std::string fitted(std::string_view utf8, std::size_t columns)
{
    auto text = characters(utf8);
    std::ranges::replace(text, U'\n', U' ');
    std::size_t width = 0;
    std::size_t keep = 0; // characters that leave room for the mark of the cut
    for (std::size_t i = 0; i < text.size(); ++i) {
        width += widthOf(text[i]);
        if (width + 1 <= columns) { keep = i + 1; }
        if (width > columns) { return toUtf8(text.substr(0, keep)) + "…"; }
    }
    return toUtf8(text);
}

std::string Table::text(std::size_t terminalColumns) const
{
    std::vector<std::size_t> widths(m_header.size(), 0);
    auto const measure = [&](std::vector<std::string> const& row) {
        for (std::size_t i = 0; i < widths.size(); ++i) { widths[i] = std::max(widths[i], displayWidth(row[i])); }
    };
    measure(m_header);
    std::ranges::for_each(m_rows, measure);
    auto const total = [&] {
        std::size_t sum = 2 * (widths.size() - 1);
        for (auto const width : widths) { sum += width; }
        return sum;
    };
    if (terminalColumns > 0) {
        while (total() > terminalColumns && *std::ranges::max_element(widths) > 6) { --*std::ranges::max_element(widths); }
    }
    std::string out;
    auto const put = [&](std::vector<std::string> const& row) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            auto const cell = fitted(row[i], widths[i]);
            out += cell;
            if (i + 1 < widths.size()) { out.append(widths[i] - displayWidth(cell) + 2, ' '); }
        }
        out += '\n';
    };
    put(m_header);
    std::ranges::for_each(m_rows, put);
    return out;
}

void Table::print() const { std::fputs(text(terminalWidth()).c_str(), stdout); }

void progress(std::string_view line)
{
    if (isatty(STDERR_FILENO) != 0) { std::fprintf(stderr, "\r\033[K%.*s", static_cast<int>(line.size()), line.data()); }
}

void progressDone() { progress(""); }

} // namespace zhengtu::cli
