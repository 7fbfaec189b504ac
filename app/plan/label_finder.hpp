#pragma once

#include "plan/dictionary.hpp"
#include "text/document.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// Where labels stand in a normalised text. Private to app/plan.
namespace zhengtu::plan {

struct FoundLabel {
    Field field = Field::Other;
    bool weak = false;
    std::size_t length = 0; ///< with its colon or bracket
    bool closed = true;     ///< has a colon or brackets
};

/// A label in the middle of a paragraph.
struct InnerLabel {
    std::size_t begin = 0, length = 0;
    Field field = Field::Other;
    bool bounded = false; ///< a sentence ends or a space stands before it
};

class LabelFinder {
public:
    LabelFinder(text::NormalText const& normal, std::u32string_view source, Dictionary const& dictionary)
        : m_text{normal.text}, m_origin{normal.origin}, m_source{source}, m_dictionary{dictionary}
    {
    }

    /// White space stood before the character at `i` in the source (on the same line).
    [[nodiscard]] bool gapBefore(std::size_t i) const noexcept;

    /// A label at `at`: 整改目标：  【整改目标】  整改目标 (alone on its line, or set off by a space)
    [[nodiscard]] std::optional<FoundLabel> labelAt(std::size_t at, std::size_t end) const;

    /// 2.整改目标。到2023年…: behind a number a label may end with a full stop.
    [[nodiscard]] std::optional<FoundLabel> stoppedLabel(std::size_t at, std::size_t end) const;

    /// Strong labels with a colon or in brackets anywhere in [from, end), in the order of the text.
    [[nodiscard]] std::vector<InnerLabel> innerLabels(std::size_t from, std::size_t end) const;

private:
    [[nodiscard]] std::optional<LabelWord> lookUp(std::u32string_view phrase) const;
    [[nodiscard]] bool beginsList(std::size_t at, std::size_t end) const;
    [[nodiscard]] std::size_t withModifiers(std::size_t label, std::size_t floor) const;
    [[nodiscard]] bool explainsUnit(std::size_t label, std::size_t colon, std::size_t end) const;
    void bracketLabels(std::vector<InnerLabel>& found, std::size_t from, std::size_t end) const;

    std::u32string const& m_text;
    std::vector<std::uint32_t> const& m_origin;
    std::u32string_view m_source;
    Dictionary const& m_dictionary;
};

} // namespace zhengtu::plan
