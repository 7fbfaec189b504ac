#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace zhengtu::plan {

/// The number that the source of a problem gave it: （反馈问题7）, 【督察反馈问题三】, （对应反馈意见第12项）.
struct FeedbackMark {
    int number = 0;
    std::size_t begin = 0, end = 0; ///< the bracket in `text`, and a colon behind it
};

/// Looks at the beginning of a problem's text, then at the end of its first paragraph.
[[nodiscard]] std::optional<FeedbackMark> feedbackMark(std::u32string_view text) noexcept;

} // namespace zhengtu::plan
