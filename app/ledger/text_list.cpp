#include "ledger/text_list.hpp"

namespace zhengtu::ledger {

std::string joined(std::vector<std::string> const& parts, std::string_view separator)
{
    std::string text;
    for (auto const& part : parts) {
        if (!text.empty()) { text += separator; }
        text += part;
    }
    return text;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto const end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) { break; }
        text.remove_prefix(end + 1);
    }
    return parts;
}

} // namespace zhengtu::ledger
