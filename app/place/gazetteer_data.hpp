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
    std::vector<std::vector<Named>> named; ///< what the values of `index` stand for: all places of one name
    WordIndex index;
    std::unordered_map<std::string, EntryId> areas;              ///< counties and cities by six-digit code
    std::unordered_map<std::string, EntryId> features;           ///< by "layer:id"
    std::unordered_map<std::string, std::size_t> townCounts;     ///< by county
    std::unordered_map<std::string, std::string> labels;         ///< counties whose name is not unique
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> groups; ///< (city code, name) -> counties
};

/// Collects entries and their names, then indexes them. One place that several layers or tables name becomes one entry.
class GazetteerBuilder {
public:
    void addCounties(class Table const& table);
    void addLayer(geo::Layer const& layer);
    void addTowns(Table const& table);
    void addVillages(Table const& table);
    void addKnownNames(Table const& table); ///< places of which a name and counties are known, but no position
    void addGroups(Table const& table);
    void addAliases(Table const& table);
    [[nodiscard]] std::unique_ptr<Gazetteer::Data const> build() &&;
    GazetteerBuilder();
    ~GazetteerBuilder();
    GazetteerBuilder(GazetteerBuilder const&) = delete;
    GazetteerBuilder& operator=(GazetteerBuilder const&) = delete;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace zhengtu::place
