"""Karst springs: outlets and protection zones, drawn from texts, areas and named counties. All zones are schematic."""

import re

import shapely
from shapely.geometry import Point
from shapely.ops import split

from . import earth
from .files import area as as_area, feature, read_csv

LONG = 2.0   # degrees by which a river is prolonged so that it cuts its county in two


class Drawer:
    def __init__(self, anchors):
        self._anchors = anchors

    def draw(self, text):
        parts = [self._part(part) for part in self._outer(text)]
        return _polygons(shapely.union_all(parts))

    def _outer(self, text):
        """Splits at ; outside of braces."""
        return re.findall(r"\{[^}]*\}|[^;]+", text)

    def _part(self, text):
        text = text.strip()
        if text.startswith("{"):
            left, right = (self._part(half) for half in text[1:-1].split("&"))
            return left.intersection(right)
        kind, _, rest = text.partition(":")
        return getattr(self, "_" + kind)(rest)

    def _county(self, name):
        return self._anchors.county(name)

    def _west(self, rest):
        river, county = rest.split("@")
        area, line = self._anchors.county(county), self._anchors.line(river)
        if not line.intersects(area):
            return area
        pieces = shapely.get_parts(split(area, line))
        return shapely.union_all([piece for piece in pieces if self._is_west(piece, line)])

    def _is_west(self, piece, line):
        middle = piece.representative_point()
        across = shapely.LineString([(middle.x - LONG, middle.y), (middle.x + LONG, middle.y)]).intersection(line)
        crossings = [point.x for point in shapely.get_parts(across) if point.geom_type == "Point"]
        return middle.x < max(crossings) if crossings else middle.x < line.centroid.x

    def _north(self, rest):
        county, _, near = rest.partition("@")
        south = self._anchors.find(near).y
        return self._anchors.county(county).intersection(shapely.box(109, south, 116, 42))

    def _nearest(self, rest):
        wanted, near, counties = rest.partition("@")[0], *rest.partition("@")[2].rsplit("@", 1)
        area = shapely.union_all([self._anchors.county(name) for name in counties.split("/")])
        point = self._anchors.find(near)
        plane = earth.Plane(point.x, point.y)
        low, high = 1e3, 3e5
        for _ in range(40):
            middle = (low + high) / 2
            if earth.area_km2(area.intersection(plane.to_degrees(Point(0, 0).buffer(middle, 32)))) < float(wanted):
                low = middle
            else:
                high = middle
        return area.intersection(plane.to_degrees(Point(0, 0).buffer(low, 32)))

    def _circle(self, rest):
        radius, _, near = rest.partition("@")
        point = self._anchors.find(near)
        return earth.Plane(point.x, point.y).to_degrees(Point(0, 0).buffer(float(radius), 16))


def _polygons(geometry):
    """Without lines and crumbs below 0.5 km2 that cutting leaves."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and earth.area_km2(part) > 0.5]
    whole = parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
    return whole.simplify(0.002)


def zones(facts, anchors, counties):
    drawer, features = Drawer(anchors), []
    for row in read_csv(facts / "spring_zones.csv"):
        area = drawer.draw(row["parts"])
        home = _home(area.representative_point(), counties)
        features.append(feature(
            as_area(area), 5, id=f'{row["name"]}-{row["zone"]}',
            name=row["name"], aliases="", kind="spring_zone",
            zone=row["zone"], parent=row["spring"], **home, source="drawn: " + row["basis"], licence="facts", date="",
            accuracy_m=int(row["accuracy_m"]), schematic=1, area_km2=round(earth.area_km2(area), 1), stated_km2=row["area_km2"],
            note=row["note"]))
    return features


def outlets(facts, anchors, counties):
    features = []
    for row in read_csv(facts / "spring_outlets.csv"):
        point = anchors.find(row["near"])
        features.append(feature(point, 5, id="spring-" + row["name"], name=row["name"], aliases=row["aliases"], kind="spring",
                                **_home(point, counties), source=row["basis"], licence="facts", date="",
                                accuracy_m=int(row["accuracy_m"]), schematic=1))
    return features


def _home(point, counties):
    found = next((item["properties"] for item in counties if item["geometry"].covers(point)), None)
    return {key: found[key] for key in ("adcode", "county", "city")} if found else {}
