#pragma once

#include <QString>

#include <string>
#include <vector>

/// Words and sentences of questions, overlays and hotspots; `fieldWord` and `reasonWords` use them.
namespace zhengtu::map {

/// A field, parameter, total or value of a result; an unknown key is shown as it is.
[[nodiscard]] QString resultWord(std::string const& key);

/// Sentences that the layers below give with a result, as of reasons.cpp.
[[nodiscard]] std::vector<char const*> resultSentences();

} // namespace zhengtu::map
