#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace zhengtu {

/// What went wrong, as something a caller can act on. User sentences are made from it in app/cli and app/map alone.
enum class ErrorCode : std::uint8_t {
    FileMissing,     ///< no such file, or no right to read or write it
    FileFormat,      ///< the file is not of the type that it claims, or is broken or encrypted
    FileExists,      ///< the target is there and may not be replaced
    Encoding,        ///< the bytes are not text in any encoding that we know
    PlanFormat,      ///< the text is not laid out in a way that can be read
    NotFound,        ///< a layer, feature, plan or task of that name is not there
    Ambiguous,       ///< several things have that name
    GeometryInvalid, ///< GEOS could not compute with that geometry
    Crs,             ///< a CRS is unknown or a transform failed
    LedgerConflict,  ///< the ledger is of another version, locked, or not a ledger
    Storage,         ///< writing failed: disk full, device error
    Usage,           ///< the caller asked for something that makes no sense
    Cancelled,       ///< the user stopped it
    Internal,        ///< a library said something that we did not expect
};

/// An error as a value. `detail` is what the library or the reader found (for the log and for the user's copy),
/// `where` the place from outside in ("plan.txt › line 14"), `cure` what the user can do about it, if anything.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    std::string where;
    std::string cure;

    /// Each caller adds its own place in front; the innermost knows none.
    [[nodiscard]] Error at(std::string_view outer) &&;
};

template <class T> using Result = std::expected<T, Error>;

[[nodiscard]] std::unexpected<Error> fail(ErrorCode code, std::string detail, std::string cure = {});

/// A stable lower-case name for logs and JSON ("file-missing").
[[nodiscard]] std::string_view name(ErrorCode code) noexcept;

/// One line in English: "where: detail. cure".
[[nodiscard]] std::string describe(Error const& error);

} // namespace zhengtu
