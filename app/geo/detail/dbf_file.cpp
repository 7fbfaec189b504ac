#include "geo/detail/dbf_file.hpp"

#include "core/parallel.hpp"
#include "geo/detail/feature_values.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cmath>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace zhengtu::geo::detail {

namespace {

constexpr std::size_t rowsAtOnce = 1024; // some megabytes

/// A file that several threads write to.
class SharedFile {
public:
    explicit SharedFile(std::filesystem::path const& path) : m_handle{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)} {}
    SharedFile(SharedFile const&) = delete;
    SharedFile& operator=(SharedFile const&) = delete;
    ~SharedFile() { static_cast<void>(close()); }

    [[nodiscard]] bool write(std::string_view bytes, std::size_t at) const noexcept
    {
        while (!bytes.empty()) {
            auto const written = ::pwrite(m_handle, bytes.data(), bytes.size(), static_cast<off_t>(at));
            if (written < 0 && errno == EINTR) { continue; }
            if (written <= 0) { return false; }
            at += static_cast<std::size_t>(written);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    [[nodiscard]] bool close() noexcept
    {
        bool const good = m_handle >= 0 && ::close(m_handle) == 0;
        m_handle = -1;
        return good;
    }
    [[nodiscard]] bool isOpen() const noexcept { return m_handle >= 0; }

private:
    int m_handle;
};

/// A field as the file has it.
struct Column {
    char kind; ///< of the format: C, N, D
    std::size_t offset, width; ///< in a record
    int precision;
};

class DbfWriter {
public:
    /// The format has its record count at 4, the sizes of header and record at 8 and 10, and 32 bytes for each field from 32 on: kind at 11, width at
    /// 16, decimals at 17 (dBASE Level 5, as ESRI's white paper of 1998 refers to it).
    DbfWriter(std::string_view empty, VectorTable const& head, RowSource const& rows) : m_head{head}, m_rows{rows}
    {
        auto const number = [&](std::size_t at) { return static_cast<unsigned char>(empty[at]) + 256U * static_cast<unsigned char>(empty[at + 1]); };
        if (empty.size() < 32 || number(8) > empty.size() || number(8) < 33 + 32 * head.fields.size()) { return; }
        m_header = empty.substr(0, number(8));
        for (std::size_t i = 0; i < 4; ++i) { m_header[4 + i] = static_cast<char>(rows.size() >> (8 * i) & 0xFFU); }
        for (std::size_t i = 0; i < head.fields.size(); ++i) {
            auto const* const at = m_header.data() + 32 + 32 * i;
            m_columns.push_back({at[11], m_recordBytes, static_cast<unsigned char>(at[16]), at[17]});
            m_recordBytes += m_columns.back().width;
        }
        m_fits = m_recordBytes == number(10) && rows.size() < 2'000'000'000;
    }

    [[nodiscard]] bool fits() const noexcept { return m_fits; } ///< the file has those fields and room for the rows
    [[nodiscard]] std::string const& header() const noexcept { return m_header; }

    /// False where a value does not fit.
    [[nodiscard]] bool records(std::size_t begin, std::size_t end, std::string& bytes) const
    {
        bytes.assign((end - begin) * m_recordBytes, ' ');
        std::string room;
        for (auto row = begin; row < end; ++row) {
            auto* const record = bytes.data() + (row - begin) * m_recordBytes;
            for (std::size_t i = 0; i < m_columns.size(); ++i) {
                if (!put(record + m_columns[i].offset, m_columns[i], m_rows.cell(row, i, room))) { return false; }
            }
        }
        return true;
    }

    [[nodiscard]] std::size_t offset(std::size_t row) const noexcept { return m_header.size() + row * m_recordBytes; }

private:
    static bool put(char* at, Column const& column, Cell const& value)
    {
        if (std::holds_alternative<std::monostate>(value)) {
            std::memset(at, column.kind == 'N' ? '*' : column.kind == 'D' ? '0' : ' ', column.width);
            return true;
        }
        if (auto const* const text = std::get_if<std::string_view>(&value)) { return column.kind == 'D' ? putDay(at, *text) : putText(at, column, *text); }
        if (column.kind != 'N') { return false; }
        std::array<char, 400> digits; // the longest number that there is
        std::to_chars_result done{};
        if (auto const* const whole = std::get_if<std::int64_t>(&value)) {
            if (column.precision > 0) { return false; }
            done = std::to_chars(digits.data(), digits.data() + digits.size(), *whole);
        } else {
            auto const real = std::get<double>(value);
            if (!std::isfinite(real) || column.precision == 0) { return false; }
            done = std::to_chars(digits.data(), digits.data() + digits.size(), real, std::chars_format::fixed, column.precision);
        }
        auto const size = static_cast<std::size_t>(done.ptr - digits.data());
        if (done.ec != std::errc{} || size > column.width) { return false; }
        std::memcpy(at + column.width - size, digits.data(), size);
        return true;
    }

    static bool putText(char* at, Column const& column, std::string_view text)
    {
        if (column.kind != 'C' || text.size() > column.width) { return false; }
        std::memcpy(at, text.data(), text.size());
        return true;
    }

    static bool putDay(char* at, std::string_view iso)
    {
        auto const day = dayOf(iso);
        if (!day || day->year < 0) { return false; }
        int const number = day->year * 10'000 + day->month * 100 + day->day;
        std::array<char, 9> digits;
        auto const done = std::to_chars(digits.data(), digits.data() + digits.size(), 100'000'000 + number); // with a one before, to keep zeros
        if (done.ec != std::errc{} || day->year > 9999) { return false; }
        std::memcpy(at, digits.data() + 1, 8);
        return true;
    }

    VectorTable const& m_head;
    RowSource const& m_rows;
    std::vector<Column> m_columns;
    std::string m_header;
    std::size_t m_recordBytes = 1; ///< the mark of deleted ones comes first
    bool m_fits = false;
};

} // namespace

Result<bool> fillDbf(std::filesystem::path const& file, std::string_view empty, VectorTable const& head, RowSource const& rows, GoOn const& goOn)
{
    DbfWriter const writer{empty, head, rows};
    if (!writer.fits()) { return false; }
    auto const cannot = [&] {
        return fail(ErrorCode::Storage, "writing " + file.filename().string() + " failed: " + std::strerror(errno), "Check the space and the rights where it is written.");
    };
    SharedFile out{file};
    if (!out.isOpen() || !out.write(writer.header(), 0)) { return cannot(); }
    std::atomic<bool> written{true}, fits{true};
    auto const some = [&](std::size_t number) {
        if (!written || !fits) { return; }
        thread_local std::string bytes;
        auto const begin = number * rowsAtOnce;
        if (!writer.records(begin, std::min(begin + rowsAtOnce, rows.size()), bytes)) { fits = false; }
        else if (!out.write(bytes, writer.offset(begin))) { written = false; }
    };
    if (!forEach((rows.size() + rowsAtOnce - 1) / rowsAtOnce, 0, goOn, some, 1)) { return fail(ErrorCode::Cancelled, "writing was stopped"); }
    if (!fits) { return false; }
    if (!written || !out.write("\x1A", writer.offset(rows.size())) || !out.close()) { return cannot(); }
    return true;
}

} // namespace zhengtu::geo::detail
