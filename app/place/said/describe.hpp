#pragma once

#include "place/gazetteer.hpp"
#include "place/mention.hpp"
#include "place/said/words.hpp"
#include "place/site.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengtu::place::said {

/// Gives a located site the shape that the words about its name describe, with figure, precision, radius and reason. What is
/// assumed is in the reason, and the site is schematic. Where the words cannot be drawn (a line that no layer has, a place that is
/// not known) the site stays as coarse as it was, and the reason says what is missing.
class Describer {
public:
    Describer(Gazetteer const& gazetteer, Scope const& scope) : m_gazetteer{gazetteer}, m_scope{scope} {}

    /// `site` is where the name alone is.
    void apply(Site& site, Words const& words, Mention const& mention) const;

    /// A village at a road: its part within the site's radius, where a layer has the road.
    void onRoad(Site& site, Mention const& road) const;

    /// A section of which no layer has the position: on its river, where that crosses the county's border or next to the village or
    /// township of its name, else somewhere on the river's reach in its county.
    void onRiver(Site& site, Mention const& section, Mention const& river, Relation relation) const;

    /// The area that several places span (甲村、乙村和丙村之间的区域), as one site; the places themselves, with the reason, where one of
    /// them has no position or they have the same.
    [[nodiscard]] std::vector<Site> between(std::vector<Site> ends, std::string place) const;

    /// The band along the common border of two counties, or nothing where they have none or no layer has them.
    [[nodiscard]] std::optional<Site> border(Entry const& one, Entry const& other, std::string place) const;

    /// The county that a text ends with, and how many characters before its end it begins: 城区与|泽州县. Only such of the scope's
    /// city, or any with its full name.
    struct Neighbour {
        Entry const* county = nullptr;
        std::size_t length = 0; ///< of its name and the word that joins it
    };
    [[nodiscard]] Neighbour neighbour(std::u32string_view textBefore) const;

private:
    void near(Site& site, Words const& words) const;
    void along(Site& site) const;
    void within(Site& site, Words const& words) const;
    void atDistance(Site& site, Words const& words) const;
    void side(Site& site, Words const& words) const;
    void stretch(Site& site, Words const& words, Mention const& mention) const;
    void part(Site& site, Words const& words, Mention const& mention) const;
    void third(Site& site, Words const& words, Mention const& mention) const;
    void crossing(Site& site, Words const& words, Mention const& mention) const;
    void tributaries(Site& site, Words const& words, Mention const& mention) const;
    void haulRoad(Site& site) const;
    void inOwnTown(Site& site) const;

    void draw(Site& site, geo::Shape shape, Figure figure, std::string const& reason) const;
    void keep(Site& site, std::string const& reason) const { site.reason += "; " + reason; }
    [[nodiscard]] static bool isPoint(Site const& site) noexcept { return site.shape.type == geo::ShapeType::Point; }
    [[nodiscard]] geo::Shape const& home(Site const& site) const; ///< the county of the site, else the issuing city; may be empty
    [[nodiscard]] geo::Shape const& line(Mention const& mention) const; ///< the whole course; empty where no layer has it

    /// A village, town, park or other point of a name, with how far off it may be; in the county where one is given.
    struct Place {
        Entry const* entry = nullptr;
        geo::LonLat at;
        double radiusM = 0;
    };
    [[nodiscard]] std::optional<Place> placeOf(std::u32string const& name, std::string const& adcode) const;

    /// The township of the county whose short name opens the name: 金沙滩|物流园区.
    [[nodiscard]] std::optional<Place> townIn(std::u32string const& name, std::string const& adcode) const;

    Gazetteer const& m_gazetteer;
    Scope const& m_scope;
};

} // namespace zhengtu::place::said
