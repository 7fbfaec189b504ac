"""Water sections: on the river of the section, next to the township (or reservoir, or seat) of its address.

The source has no coordinates. A section is placed only where its river is in the layer and its township has a position, or
where it is a known reservoir or stands at a known point; how sure that is goes into accuracy_m. All others stay in
tables/sections.csv with the reason.
"""

import shapely
from shapely.geometry import Point
from shapely.ops import nearest_points, substring

from . import earth
from .files import feature, read_csv

FAR_M = 15000           # a township farther than this from the river contradicts the row
TOWN_M, SEAT_M = 4000, 3000
SAME_RIVER = {("浑河", "140623"): "苍头河", ("三川河", "141128"): "北川河"}   # other names of the source, by county
SHORT_M = 10000         # half of a stretch in a county, up to which its middle says something
COLUMNS = ("id", "name", "aliases", "river", "county_adcode", "town", "address", "placed", "how", "source")


class Placer:
    def __init__(self, anchors, river_features, counties):
        self._anchors = anchors
        self._rivers = {}
        for item in river_features:
            for name in [item["properties"]["name"]] + item["properties"]["aliases"].split(";"):
                if name:
                    self._rivers[name] = item
        self._counties = {item["properties"]["adcode"]: item for item in counties}

    def place(self, row):
        """(point or None, accuracy in metres, how or why not)."""
        if row["doubt"].endswith("not placed"):
            return None, 0, row["doubt"]
        kind = row["near"].partition(":")[0]
        if kind in ("water", "point"):
            return self._at(row), 2000 if kind == "water" else 1500, "at " + row["near"].partition(":")[2]
        if kind == "mid":
            return self._middle(row["near"].partition(":")[2])
        county = self._counties.get(row["county_adcode"])
        near, accuracy = self._near(row, county, kind)
        river = self._rivers.get(SAME_RIVER.get((row["river"], row["county_adcode"]), row["river"]))
        if river is None:
            return None, 0, f'the course of {row["river"]} is not in the layer'
        if near is None:
            return self._short_stretch(row, river, county)
        spot = nearest_points(self._reach(river["geometry"], county), near)[0]
        away = earth.distance_m(spot.coords[0], near.coords[0])
        if away > FAR_M:
            return None, 0, f'{row["town"]} lies {away / 1000:.0f} km from {row["river"]} of the layer'
        error = round(accuracy + away / 2 + (0 if river["properties"]["schematic"] == 0 else river["properties"]["accuracy_m"] / 2), -2)
        return spot, int(error), f'on {row["river"]} next to {row["near"].partition(":")[2] or row["town"]}'

    def _at(self, row):
        """The middle of the reservoir, or its shore in the county where another county holds the middle."""
        middle, county = self._anchors.find(row["near"]), self._counties.get(row["county_adcode"])
        if county is None or county["geometry"].covers(middle):
            return middle
        return nearest_points(self._anchors.shape(*row["near"].split(":")), county["geometry"])[0]

    def _near(self, row, county, kind):
        if kind:
            return self._anchors.find(row["near"]), SEAT_M
        point = self._anchors.town(row["town"], county["properties"]["county"]) if row["town"] and county else None
        return point, TOWN_M

    def _short_stretch(self, row, river, county):
        unknown = None, 0, "no position of its township is known"
        if county is None or river["properties"]["schematic"]:
            return unknown
        parts = shapely.line_merge(river["geometry"].intersection(county["geometry"]))
        if parts.geom_type != "LineString" or parts.is_empty or earth.length_m(parts) > 2 * SHORT_M:
            return unknown
        half = int(round(earth.length_m(parts) / 2 + 1000, -2))
        return substring(parts, 0.5, 0.5, normalized=True), half, f'middle of the short stretch of {row["river"]} in the county'

    def _reach(self, line, county):
        """The river inside the county where it crosses it: a section lies in the county of its address."""
        inside = line.intersection(county["geometry"].buffer(0.005)) if county else line
        return line if inside.is_empty else inside

    def _middle(self, text):
        where, _, number = text.partition("#")
        river, county = where.split("@")
        parts = self._anchors.line(river).intersection(self._anchors.county(county))
        line = self._anchors.line(river)
        ordered = sorted((part for part in shapely.get_parts(shapely.line_merge(parts)) if part.length > 0.02),
                         key=lambda part: line.project(Point(part.coords[0])))
        part = ordered[int(number or 1) - 1]
        half = earth.length_m(part) / 2
        return substring(part, 0.5, 0.5, normalized=True), int(round(half + 1000, -2)), f"middle of the stretch of {river} in {county}"


def make(facts, anchors, rivers, counties):
    """(features, rows of tables/sections.csv)."""
    placer = Placer(anchors, rivers, counties)
    homes = {item["properties"]["adcode"]: item["properties"] for item in counties}
    features, table = [], []
    for row in read_csv(facts / "sections.csv"):
        point, accuracy, how = placer.place(row)
        home = homes.get(row["county_adcode"], {})
        table.append(dict(id="section-" + row["id"], name=row["name"], aliases=row["aliases"], river=row["river"],
                          county_adcode=row["county_adcode"], town=row["town"], address=row["address"],
                          placed="yes" if point else "no", how=how, source=row["source"]))
        if point:
            features.append(feature(
                point, 5, id="section-" + row["id"], name=row["name"], aliases=row["aliases"], kind="monitoring_section",
                adcode=row["county_adcode"], county=home.get("county", ""), city=home.get("city", ""),
                source=row["source"] + "; position derived", licence="facts", date="", accuracy_m=accuracy, schematic=1,
                river=row["river"], town=row["town"], how=how))
    return features, table
