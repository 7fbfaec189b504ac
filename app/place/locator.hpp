#pragma once

#include "place/gazetteer.hpp"
#include "place/mention.hpp"
#include "place/site.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace zhengtu::place {

/// A place of the gazetteer that bears the name asked for; the reason tells its county, and of one that is no more until when it was listed.
[[nodiscard]] Candidate candidateOf(Entry const& place, double score, Gazetteer const& gazetteer);

/// Finds where things are; remembers cut rivers, because the same one is asked for again and again.
class Locator {
public:
    Locator(Scope scope, Gazetteer const& gazetteer) : m_scope{std::move(scope)}, m_gazetteer{gazetteer} {}

    [[nodiscard]] Scope const& scope() const noexcept { return m_scope; }

    /// `anchor`: a township or village named with it; `areas`: counties to cut a river or road to where its own is not known.
    [[nodiscard]] Site locate(Mention const& mention, Mention const* anchor, std::vector<std::string> const& areas);

    /// Puts the site where the county or city of that code is; false where no layer has it.
    [[nodiscard]] bool area(Site& site, std::string const& adcode, std::string reason) const;

    /// For a place of which nothing is known but that it is one of the issuing city, because its own name begins with the city's, or of a
    /// works has it in it.
    [[nodiscard]] bool byCityName(Site& site) const;

private:
    [[nodiscard]] Site find(Mention const& mention, Mention const* anchor, std::vector<std::string> const& areas);
    void put(Site& site, Entry const& place, Precision precision, std::string reason) const;
    [[nodiscard]] bool cut(Site& site, Entry const& line, std::vector<std::string> const& areas);
    [[nodiscard]] bool reach(Site& site, Entry const& line, std::vector<std::string> const& within);
    [[nodiscard]] bool countyTown(Site& site, Mention const& mention) const;
    [[nodiscard]] bool zone(Site& site, Mention const& mention, Entry const* known) const;
    [[nodiscard]] Entry const* zoneOf(std::string const& name) const;
    [[nodiscard]] bool town(Site& site, Mention const& mention, Entry const* known, Mention const* anchor) const;
    [[nodiscard]] Entry const* onlyVillage(Mention const& mention) const;
    [[nodiscard]] Entry const* namesake(Mention const& mention) const;
    [[nodiscard]] Entry const* townOf(std::string const& name, std::string const& adcode) const;
    void addCourse(Site& site, Entry const* known) const;
    void addCounties(Site& site, Entry const& place) const;
    void addCandidates(Site& site, Mention const& mention) const;

    Scope m_scope;
    Gazetteer const& m_gazetteer;
    std::map<std::pair<std::string, std::string>, geo::Shape> m_reaches;
};

} // namespace zhengtu::place
