#pragma once

#include "place/said/words.hpp"

#include <string>

/// What was read, in the words of a site's reason.
namespace zhengtu::place::said {

[[nodiscard]] std::string metresInWords(double metres);            ///< "5 km", "350 m"
[[nodiscard]] std::string boundInWords(Words const& words);        ///< "about 5 km", "less than 350 m"
[[nodiscard]] std::string directionInWords(Words const& words);    ///< "northeast"

} // namespace zhengtu::place::said
