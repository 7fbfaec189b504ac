#pragma once

#include "place/county.hpp"
#include "place/page.hpp"

#include <vector>

namespace zhengtu::place {

/// The short names that a document gives to what it has named, wherever they stand: "某某有限公司（以下简称“某某”）", and the first
/// characters of a company's own name with 公司 (德茂公司 of 孝义市德茂环保科技有限公司). Short names that would stand for anything (该公司, 企业) are none.
[[nodiscard]] std::vector<Found> findDefinedShort(Page const& page, std::vector<Found> const& all);

/// Fills Item::full: the longer name of the same company, works or mine that the document gives elsewhere. Joined are names that the
/// document defines, that end the longer one (启航球团有限公司 of 代县启航球团有限公司), that open its own part (恒锐 of 应县恒锐建材有限公司), and
/// common short names made of its characters (太钢 of 太原钢铁（集团）有限公司). Nothing is joined where two longer names would fit.
void joinShortNames(Page const& page, std::vector<Item>& items);

} // namespace zhengtu::place
