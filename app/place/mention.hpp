#pragma once

#include "core/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::place {

/// What a named place is. The names (name()) are those of the JSON form of `zhengtu parse`.
enum class Kind : std::uint8_t {
    Province, City, County, Town, Village, River, Lake, Reservoir, Mine, Enterprise, MonitoringSection, AirStation,
    Reserve, SpringZone, Road, Wwtp, Park, Site, Other
};
[[nodiscard]] std::string_view name(Kind kind) noexcept; ///< "county", "town", "monitoring_section" (also for AirStation in JSON) ...
[[nodiscard]] std::optional<Kind> kindOf(std::string_view name) noexcept;

/// A stretch of text that names a place, in a problem or outside all of them.
struct Mention {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::string text;             ///< normalised
    Kind kind = Kind::Other;
    Span span;                    ///< in the source
    std::size_t problem = none;   ///< index into Plan::problems
    std::size_t task = none;      ///< index into Problem::tasks; none where it stands in the problem's own text
    std::string county;           ///< "晋源区"; empty where it cannot be known
    std::string adcode;           ///< of that county; empty likewise
    std::string countyReason;     ///< "named before it in the same sentence" ...
    std::string fullName;         ///< the longer name of the same works elsewhere in the document; empty where there is none
    std::string featureId;        ///< gazetteer entry, "layer:id"; empty where only the form of the name was recognised
};

} // namespace zhengtu::place
