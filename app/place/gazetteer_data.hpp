#pragma once

#include "place/gazetteer.hpp"
#include "place/word_index.hpp"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace zhengtu::place {

/// What a Gazetteer holds. Only gazetteer*.cpp see it.
struct Gazetteer::Data {
    std::vector<Entry> entries;
    WordIndex index;                       ///< its values are rows of `names`
    std::vector<Named> named;              ///< the places of one name side by side, best form first
    std::vector<std::uint32_t> names;      ///< row r: [names[r], names[r + 1]) of `named`
    std::unordered_map<std::string, EntryId> areas;              ///< counties and cities by six-digit code
    std::vector<EntryId> features;                               ///< in the order of their "layer:id"
    std::unordered_map<std::string, std::size_t> townCounts;     ///< by county
    std::unordered_map<std::string, EntryId> seats;              ///< the township that is a county's seat, by county
    std::unordered_map<std::string, std::string> labels;         ///< counties whose name is not unique
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> groups; ///< (city code, name) -> counties

    [[nodiscard]] std::span<Named const> ofName(std::uint32_t row) const { return std::span{named}.subspan(names[row], names[row + 1] - names[row]); }
};

/// Collects entries and their names, then indexes them. One place that several layers or tables name becomes one entry.
class GazetteerBuilder {
public:
    void addCounties(class Table const& table);
    void addLayer(geo::Layer const& layer);
    void addTowns(Table const& table);
    void addVillages(Table const& table);
    void addFormerTowns(Table const& table); ///< that were merged or renamed; after those of today
    void addFormerVillages(Table const& table);
    void addKnownNames(Table const& table); ///< places of which a name and counties are known, but no position
    void addGroups(Table const& table);
    void addRivers(Table const& table);     ///< what flows into what, and through which counties
    void addAliases(Table const& table);
    [[nodiscard]] std::unique_ptr<Gazetteer::Data const> build() &&;
    GazetteerBuilder();
    ~GazetteerBuilder();
    GazetteerBuilder(GazetteerBuilder const&) = delete;
    GazetteerBuilder& operator=(GazetteerBuilder const&) = delete;

private:
    void addFormer(Table const& table, Kind kind);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace zhengtu::place
