#pragma once

#include <string>
#include <string_view>

/// What the words of HTML mean: tags, attributes, entities. Private to app/text.
namespace zhengtu::text {

[[nodiscard]] bool isHtmlSpace(char32_t c) noexcept;
[[nodiscard]] char32_t lowered(char32_t c) noexcept; ///< ASCII letters
[[nodiscard]] std::u32string lowered(std::u32string_view text);

/// Names in lower case.
[[nodiscard]] bool isBlockTag(std::u32string_view tag) noexcept;
[[nodiscard]] bool isUnseenTag(std::u32string_view tag) noexcept; ///< a reader of the page sees nothing of it
[[nodiscard]] bool isVoidTag(std::u32string_view tag) noexcept;   ///< has no end
[[nodiscard]] bool isRawTag(std::u32string_view tag) noexcept;    ///< nothing in it is markup but its own end

/// Of those that occur in Chinese pages; 0 for others, which stay as they are written.
[[nodiscard]] char32_t namedEntity(std::u32string_view name) noexcept;

/// The value of an attribute, lower case; `found` is set if it is there at all.
[[nodiscard]] std::u32string attribute(std::u32string_view attributes, std::u32string_view name, bool* found = nullptr);

} // namespace zhengtu::text
