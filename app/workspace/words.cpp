#include "workspace/words.hpp"

#include "core/utf.hpp"

namespace zhengtu::workspace {

std::string commonPart(std::string_view a, std::string_view b)
{
    auto const one = toUtf32(a).value_or(std::u32string{}), other = toUtf32(b).value_or(std::u32string{});
    std::size_t most = 0, at = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
        while (i + most < one.size() && other.contains(std::u32string_view{one}.substr(i, most + 1))) {
            ++most;
            at = i;
        }
    }
    return toUtf8(std::u32string_view{one}.substr(at, most));
}

std::size_t characters(std::string_view text) { return toUtf32(text).value_or(std::u32string{}).size(); }

} // namespace zhengtu::workspace
