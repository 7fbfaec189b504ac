#pragma once

#include <string_view>

/// What a line looks like by its words, folded (NFKC-like, no blanks). Private to app/text.
namespace zhengtu::text {

[[nodiscard]] bool isBareNumber(std::u32string_view line) noexcept;

/// 责任单位, 整改时限. The reader has the full dictionary; here it is enough to see that something begins and no sentence goes on.
[[nodiscard]] bool isLabelWord(std::u32string_view word) noexcept;

/// 责任单位：…, 【整改目标】, 整改措施
[[nodiscard]] bool isLabelLike(std::u32string_view line) noexcept;

/// A line that begins something new by its form: a number, a label, 附件.
[[nodiscard]] bool isStart(std::u32string_view line) noexcept;

[[nodiscard]] bool hasOpenBracket(std::u32string_view line) noexcept;
[[nodiscard]] bool endsSentence(std::u32string_view line) noexcept;
[[nodiscard]] bool endsOpen(std::u32string_view line) noexcept; ///< by a comma, a dash, within a bracket
[[nodiscard]] bool isDateOrSignature(std::u32string_view line) noexcept;
[[nodiscard]] bool endsAsTitle(std::u32string_view line) noexcept;

/// A title that was cut into `line` and `next`.
[[nodiscard]] bool isTitleCut(std::u32string_view line, std::u32string_view next) noexcept;

/// 整改时限：2018年6月底前，按计划完成: a deadline is a line of its own whatever it ends in.
[[nodiscard]] bool isDeadlineField(std::u32string_view line) noexcept;

/// …直排沟渠。整改 / 目标：…: a line that ends inside a label.
[[nodiscard]] bool cutsLabel(std::u32string_view line, std::u32string_view next) noexcept;

} // namespace zhengtu::text
