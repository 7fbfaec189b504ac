#pragma once

#include <QString>

#include <string>

namespace zhengtu::map {

/// The reason that a layer below gives for a place or an answer, or its cure for an error, in the language of the interface: sentences that are known are
/// translated, names inside them stay, and a sentence that is not known is shown as it is.
[[nodiscard]] QString reasonWords(std::string const& reason);

} // namespace zhengtu::map
