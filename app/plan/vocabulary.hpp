#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the vocabulary of spatial rules (dictionaries/rules.toml with the user's own) knows of a stretch of text, for those who carry
/// out rules and check claims. Texts are UTF-8.
namespace zhengtu::plan {

/// A class of things that a text names: 空气质量监测点位 is an air-station, held by layers of kind air_station.
struct NamedClass {
    std::string kind;
    std::string layer;    ///< kind of layer that holds such things; empty: none is known
    bool subject = false; ///< of the classes that rules are about, else of those that say where
    std::string word;     ///< as the text has it
};

/// The class of the word that ends last in the text, of those that end there the longest; a plain 项目 or 企业 only where there is no other.
/// Nothing where the text names none, or the dictionaries cannot be read.
[[nodiscard]] std::optional<NamedClass> lastClassIn(std::string_view text);

/// Whether the text holds a word of that class of subjects, or objects; false for a class that is not there.
[[nodiscard]] bool speaksOf(std::string_view text, std::string_view kind, bool subject);

/// The kind of layer that holds the things of a class; empty where none is known.
[[nodiscard]] std::string layerOf(std::string_view kind, bool subject);

/// The first word of a class, to call it by; empty for a class that is not there.
[[nodiscard]] std::string wordOf(std::string_view kind, bool subject);

/// The parts of a protected area that a text names (核心区和缓冲区: "core", "buffer"), in the order of the vocabulary.
[[nodiscard]] std::vector<std::string> zonesIn(std::string_view text);

/// Whether it is the name of such a part ("core"), or "domain", all of a spring's catchment.
[[nodiscard]] bool isZone(std::string_view name);

} // namespace zhengtu::plan
