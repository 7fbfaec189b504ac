#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

namespace zhengtu::place::said {

/// Reads on in a text, word by word; blanks between words are passed over.
class Scanner {
public:
    Scanner(std::u32string_view text, std::size_t at) : m_text{text}, m_at{at} {}

    [[nodiscard]] std::size_t at() const noexcept { return m_at; }
    [[nodiscard]] std::u32string_view rest() const noexcept { return m_text.substr(m_at); }

    /// Goes past the first of the words that stands here; longer ones must come first.
    bool take(std::initializer_list<std::u32string_view> words);
    [[nodiscard]] bool sees(std::initializer_list<std::u32string_view> words) const;

    /// A number, as of a house; goes past it.
    bool takeCount()
    {
        skip();
        return takeNumber().has_value();
    }

    /// A number with a unit of length: "5公里", "2.5 km", "五百米", "百米" is none. In metres.
    [[nodiscard]] std::optional<double> takeLengthM();

private:
    void skip();
    std::optional<double> takeNumber();

    std::u32string_view m_text;
    std::size_t m_at;
};

/// 东, 西南 ... at the scanner: moves past it.
struct Compass {
    int east = 0, north = 0;
};
[[nodiscard]] std::optional<Compass> takeCompass(Scanner& scanner);

} // namespace zhengtu::place::said
