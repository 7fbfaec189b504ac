#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace zhengtu::bench {

/// Makes a ledger of one plan with so many tasks of one site each, at the points that `generated` gives for the seed; of six sites three are exact, two
/// known to 800 m, one to 3 km. Ends the program when it cannot.
void makeLedger(std::filesystem::path const& file, std::size_t sites, std::uint64_t seed);

} // namespace zhengtu::bench
