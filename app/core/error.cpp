#include "core/error.hpp"

namespace zhengtu {

Error Error::at(std::string_view outer) &&
{
    where = where.empty() ? std::string{outer} : std::string{outer} + " › " + where;
    return std::move(*this);
}

std::unexpected<Error> fail(ErrorCode code, std::string detail, std::string cure)
{
    return std::unexpected{Error{.code = code, .detail = std::move(detail), .where = {}, .cure = std::move(cure)}};
}

std::string_view name(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::FileMissing: return "file-missing";
    case ErrorCode::FileFormat: return "file-format";
    case ErrorCode::FileExists: return "file-exists";
    case ErrorCode::Encoding: return "encoding";
    case ErrorCode::PlanFormat: return "plan-format";
    case ErrorCode::NotFound: return "not-found";
    case ErrorCode::Ambiguous: return "ambiguous";
    case ErrorCode::GeometryInvalid: return "geometry-invalid";
    case ErrorCode::Crs: return "crs";
    case ErrorCode::LedgerConflict: return "ledger-conflict";
    case ErrorCode::Storage: return "storage";
    case ErrorCode::Usage: return "usage";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

std::string describe(Error const& error)
{
    std::string line = error.where.empty() ? error.detail : error.where + ": " + error.detail;
    if (!error.cure.empty()) {
        line += ". " + error.cure;
    }
    return line;
}

} // namespace zhengtu
