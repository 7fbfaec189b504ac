"""Roads: schematic lines through places of known position that a source names on them. What is not known is not drawn."""

import re

import shapely
from shapely.geometry import LineString

from . import earth
from .files import feature, read_csv

LONGEST_GAP_M = 65_000   # further apart than this, a straight line says nothing of the road
SLACK = 0.25             # a road that is 1.12 times as long as the straight way can be a quarter of it aside
LEAST_ACCURACY_M = 3000  # the places themselves are seats and centres, not points of the road


def spellings(number):
    """How texts write the number of a road. Short numbers of expressways need the word: G20 would be found in G207."""
    letter, digits = number[0], number[1:]
    if len(digits) != 3:
        return [number + "高速", number + "高速公路"]
    word = {"G": "国道", "S": "省道"}[letter]
    return [number, number + word, number + "线", word + digits, word + digits + "线", word + number, word + number + "线", digits + word]


def aliases(row):
    names = spellings(row["number"]) + list(filter(None, row["aliases"].split(";")))
    if row["name"].endswith("高速公路"):
        short = row["name"].removesuffix("公路")
        names += [short, row["number"] + short]
    return [name for name in dict.fromkeys(names) if name != row["name"]]


def drawn(facts, anchors, counties):
    """Roads of facts/roads_drawn.csv. `through` has the codes of the counties that the drawn line touches."""
    features = []
    for row in read_csv(facts / "roads_drawn.csv"):
        lines, longest, drawn_ways = [], 0.0, []
        for stretch in row["way"].split("|"):
            points = [(point.x, point.y) for point in map(anchors.find, stretch.split(";"))]
            gaps = [earth.distance_m(a, b) for a, b in zip(points, points[1:])]
            if max(gaps, default=0) > LONGEST_GAP_M:
                raise SystemExit(f'error: facts/roads_drawn.csv: {row["name"]}: {max(gaps) / 1000:.0f} km without a known place in {stretch}')
            longest = max([longest, *gaps])
            if len(points) > 1:
                lines.append(LineString(points))
                drawn_ways.append(stretch)
        shape = lines[0] if len(lines) == 1 else shapely.MultiLineString(lines)
        through = [item["properties"]["adcode"] for item in counties if item["geometry"].intersects(shape)]
        features.append(feature(
            shape, 5, id="road-" + row["number"], name=row["name"], aliases=";".join(aliases(row)), kind="road",
            source="drawn through known places (facts/roads_drawn.csv): " + row["basis"], licence="facts", date="",
            accuracy_m=int(max(LEAST_ACCURACY_M, round(SLACK * longest, -3))), schematic=1, number=row["number"],
            length_km=round(earth.length_m(shape) / 1000), through=";".join(through), places=_named(drawn_ways), note=row["note"]))
    return features


def _named(ways):
    """The counties of the places that it is drawn through, as the ways name them: what the line must touch."""
    return ";".join(dict.fromkeys(re.findall(r"(?:seat:|@)([^;|@]+)", "|".join(ways))))
