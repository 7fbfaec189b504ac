#include "cartography/style_keys.hpp"

namespace zhengtu::cartography {

std::optional<QColor> colourOf(std::string const& text)
{
    if ((text.size() != 7 && text.size() != 9) || text[0] != '#') { return std::nullopt; }
    bool whole = false;
    auto const value = QString::fromStdString(text.substr(1)).toUInt(&whole, 16);
    if (!whole) { return std::nullopt; }
    auto const rgba = text.size() == 9 ? value : (value << 8U | 0xffU);
    return QColor{static_cast<int>(rgba >> 24U & 0xffU), static_cast<int>(rgba >> 16U & 0xffU),
                  static_cast<int>(rgba >> 8U & 0xffU), static_cast<int>(rgba & 0xffU)};
}

} // namespace zhengtu::cartography
