#include "place/said/scanner.hpp"

#include <algorithm>

namespace zhengtu::place::said {

namespace {

std::optional<int> digitOf(char32_t c)
{
    constexpr std::u32string_view digits = U"零一二三四五六七八九";
    if (c == U'两') { return 2; }
    auto const at = digits.find(c);
    return at == std::u32string_view::npos ? std::nullopt : std::optional{static_cast<int>(at)};
}

/// Chinese numerals up to 9,999: 五, 十五, 五百, 一千二百. Moves past them; nothing where none stands.
std::optional<double> chineseNumber(std::u32string_view text, std::size_t& at)
{
    double total = 0;
    int digit = -1; // none
    auto const begin = at;
    for (; at < text.size(); ++at) {
        double const unit = text[at] == U'十' ? 10 : text[at] == U'百' ? 100 : text[at] == U'千' && text.substr(at, 2) != U"千米" ? 1000 : 0;
        if (unit > 0) {
            total += (digit < 0 ? 1 : digit) * unit;
            digit = -1;
        } else if (auto const found = digitOf(text[at])) {
            digit = *found;
        } else {
            break;
        }
    }
    bool const bare = at > begin && total > 0 && !digitOf(text[begin]) && text[begin] != U'十'; // 百米, 千米 alone are no numbers
    if (at == begin || bare) {
        at = begin;
        return std::nullopt;
    }
    return total + std::max(digit, 0);
}

} // namespace

void Scanner::skip()
{
    while (m_at < m_text.size() && (m_text[m_at] == U' ' || m_text[m_at] == U'\t')) { ++m_at; }
}

bool Scanner::sees(std::initializer_list<std::u32string_view> words) const
{
    Scanner copy = *this;
    return copy.take(words);
}

bool Scanner::take(std::initializer_list<std::u32string_view> words)
{
    auto const begin = m_at;
    skip();
    for (auto const word : words) {
        if (rest().starts_with(word)) {
            m_at += word.size();
            return true;
        }
    }
    m_at = begin;
    return false;
}

std::optional<double> Scanner::takeNumber()
{
    double value = 0, scale = 1;
    bool any = false, point = false;
    auto at = m_at;
    for (; at < m_text.size(); ++at) {
        auto const c = m_text[at];
        if (c >= U'0' && c <= U'9') {
            any = true;
            value = value * 10 + static_cast<double>(c - U'0');
            if (point) { scale *= 10; }
        } else if (c == U'.' && any && !point) {
            point = true;
        } else {
            break;
        }
    }
    if (!any) {
        at = m_at;
        auto const number = chineseNumber(m_text, at);
        if (number) { m_at = at; }
        return number;
    }
    m_at = at;
    return value / scale;
}

std::optional<double> Scanner::takeLengthM()
{
    auto const begin = m_at;
    skip();
    auto const number = takeNumber();
    if (number && *number > 0) {
        if (take({U"公里", U"千米", U"km", U"KM", U"Km"})) { return *number * 1000; }
        if (take({U"里地"})) { return *number * 500; }
        if (take({U"米"})) { return *number; }
        if (take({U"m"}) && !sees({U"g", U"³", U"²", U"3", U"2", U"m"})) { return *number; }
    }
    m_at = begin;
    return std::nullopt;
}

std::optional<Compass> takeCompass(Scanner& scanner)
{
    Compass compass;
    auto const one = [&] {
        if (scanner.take({U"东"})) { compass.east = 1; }
        else if (scanner.take({U"西"})) { compass.east = -1; }
        else if (scanner.take({U"北"})) { compass.north = 1; }
        else if (scanner.take({U"南"})) { compass.north = -1; }
        else { return false; }
        return true;
    };
    auto const begin = scanner;
    if (!one()) { return std::nullopt; }
    auto const first = compass;
    if (one() && (compass.east == 0 || compass.north == 0)) { // 东西, 南北: no direction
        scanner = begin;
        return std::nullopt;
    }
    if (compass.east == 0 && compass.north == 0) { return first; }
    return compass;
}

} // namespace zhengtu::place::said
