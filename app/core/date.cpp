#include "core/date.hpp"

#include <charconv>
#include <format>

namespace zhengtu {

std::string isoDate(Date date)
{
    return std::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Date> parseIsoDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') { return std::nullopt; }
    auto const number = [&](std::size_t from, std::size_t count) -> std::optional<int> {
        int value = 0;
        auto const* const first = text.data() + from;
        auto const [end, error] = std::from_chars(first, first + count, value);
        if (error != std::errc{} || end != first + count || value < 0) { return std::nullopt; }
        return value;
    };
    auto const year = number(0, 4);
    auto const month = number(5, 2);
    auto const day = number(8, 2);
    if (!year || !month || !day) { return std::nullopt; }
    Date const date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<Date> lastDayOfMonth(int year, int month)
{
    if (month < 1 || month > 12) { return std::nullopt; }
    return Date{std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last};
}

Date today()
{
    return Date{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

} // namespace zhengtu
