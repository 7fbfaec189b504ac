#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace zhengtu::text {

/// Where a person finds a character again in the printed document: where in the source each page and each paragraph begins.
struct Positions {
    std::vector<std::uint32_t> pages;      ///< ascending; of PDF files, of text with form feeds, and of DOCX files that Word laid out; else empty
    std::vector<std::uint32_t> paragraphs; ///< ascending; of DOCX files; else empty

    std::vector<std::uint32_t> unread;     ///< pages, from 1, that have no text but are not blank: scans among pages of text

    /// Counted from 1; nothing where the document is not known to have pages.
    [[nodiscard]] std::optional<std::size_t> page(std::size_t character) const noexcept { return in(pages, character); }
    /// Counted from 1, empty paragraphs and those in table cells too; nothing where the document is not known to have paragraphs.
    [[nodiscard]] std::optional<std::size_t> paragraph(std::size_t character) const noexcept { return in(paragraphs, character); }

private:
    [[nodiscard]] static std::optional<std::size_t> in(std::vector<std::uint32_t> const& begins, std::size_t character) noexcept
    {
        if (begins.empty()) { return std::nullopt; }
        auto const behind = std::upper_bound(begins.begin(), begins.end(), character);
        return std::max<std::size_t>(1, static_cast<std::size_t>(behind - begins.begin()));
    }
};

} // namespace zhengtu::text
