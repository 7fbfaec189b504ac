#pragma once

#include "plan/dictionary.hpp"

#include <cstdint>
#include <string_view>

namespace zhengtu::plan {

/// How sure a title makes it that what is wrong, and what must be done about it, stands in sentences. Of an Order (关于做好突出问题
/// 整改工作的通知) every item must first tell what is wrong and then demand something; without that it only arranges work.
enum class BulletinTitle : std::uint8_t { None, Order, Bulletin };

/// `masthead` is the first line of the document, which may name the series above the title: 督察专刊 / 第17期.
[[nodiscard]] BulletinTitle bulletinTitle(std::u32string_view title, std::u32string_view masthead, SentenceWords const& words) noexcept;

/// 某县人民政府整改情况的报告: what came of problems.
[[nodiscard]] bool namesReport(std::u32string_view title, SentenceWords const& words) noexcept;

/// 督察专刊, 环保督察简报: the name of a series, not of the document.
[[nodiscard]] bool isMasthead(std::u32string_view line) noexcept;

} // namespace zhengtu::plan
