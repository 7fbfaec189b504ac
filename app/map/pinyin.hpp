#pragma once

#include <QString>

namespace zhengtu::map {

/// The first letters of the pinyin of each Chinese character, other characters in lower case as they are: 晋源区 -> "jyq".
/// A character of several readings gets the commonest; a rare one that is not known is left out.
[[nodiscard]] QString pinyinInitials(QString const& text);

} // namespace zhengtu::map
