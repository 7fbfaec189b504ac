#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace zhengtu {

using Date = std::chrono::year_month_day;

/// "2018-06-30".
[[nodiscard]] std::string isoDate(Date date);

/// Reads "2018-06-30"; nothing for another form or for a date that does not exist (2018-06-31).
[[nodiscard]] std::optional<Date> parseIsoDate(std::string_view text);

/// The last day of a month; nothing if the month is not one.
[[nodiscard]] std::optional<Date> lastDayOfMonth(int year, int month);

/// Today by the machine's clock. Only app/cli and app/map ask: everything below takes the date as a parameter.
[[nodiscard]] Date today();

} // namespace zhengtu
