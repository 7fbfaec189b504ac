#pragma once

#include "core/error.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// The automatic numbers of a DOCX, computed as Word does (ECMA-376 part 1, 17.9 and 17.18.59).
namespace zhengtu::text {

/// `value` in a number format of WordprocessingML ("decimal", "chineseCountingThousand" ...). Formats that we do not know
/// are written as decimal numbers, as Word does; "bullet" and "none" show nothing.
[[nodiscard]] std::u32string numberText(int value, std::string_view format);

class ListNumbers {
public:
    static constexpr std::size_t levels = 9;

    /// Errors of readXml. Either part may be empty.
    [[nodiscard]] static Result<ListNumbers> read(std::string_view numberingXml, std::string_view stylesXml);

    /// What stands before the next paragraph. `style` is the paragraph's, `num` and `level` its own numPr, if it has one.
    [[nodiscard]] std::u32string next(std::string const& style, std::optional<int> num, std::optional<int> level);

    struct Level {
        int start = 1;
        std::string format = "decimal", text, style;
        bool space = true, legal = false;
        std::optional<int> restart;
    };
    struct List {
        std::array<Level, levels> level;
        std::string viaStyle; ///< numStyleLink: the list is that of a style
    };
    struct Num {
        int list = -1;
        std::array<std::optional<int>, levels> start;
        std::map<std::size_t, Level> replaced;
        bool used = false;
    };
    struct Style {
        std::string basedOn;
        std::optional<int> num, level;
    };
    using Counters = std::array<std::optional<int>, levels>;

    std::map<int, List> lists;
    std::map<int, Num> nums;
    std::map<std::string, Style, std::less<>> styles;

private:
    [[nodiscard]] std::optional<int> styleNum(std::string const& style, std::optional<int>& level) const;
    [[nodiscard]] List const* listOf(Num const& num) const;
    std::map<int, Counters> m_counters; ///< by list: lists that share a definition go on counting
};

} // namespace zhengtu::text
