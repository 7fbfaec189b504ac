"""Known positions by name: what schematic shapes are drawn through. The notation is explained in facts/rivers_drawn.csv."""

import shapely
from shapely.geometry import Point
from shapely.ops import nearest_points


class Anchors:
    def __init__(self, county, town, place, province):
        self._counties = {item["properties"]["county"]: item["geometry"] for item in county}
        self._province = province
        self._towns, self._seats = {}, {}
        for item in town + place:
            fields = item["properties"]
            self._towns[(fields["name"], fields["county"])] = item["geometry"]
            for alias in fields["aliases"].split(";"):
                self._towns.setdefault((alias, fields["county"]), item["geometry"])
            if fields["seat_of"] and (fields["seat_of"] not in self._seats or fields["kind"] == "town"):
                self._seats[fields["seat_of"]] = item["geometry"]
        for item in place:   # county-level cities and districts that GeoNames keeps as a plain place
            fields = item["properties"]
            if fields["county"] == fields["name"] or fields["county"][:-1] in fields["aliases"].split(";"):
                self._seats.setdefault(fields["county"], item["geometry"])
        self._lines, self._named, self._shapes = {}, {}, {}

    def add_towns(self, features):
        for item in features:
            self._towns.setdefault((item["properties"]["name"], item["properties"]["county"]), item["geometry"])

    def add_lines(self, features):
        for item in features:
            self._lines[item["properties"]["name"]] = item["geometry"]

    def add(self, kind, name, geometry):
        """A shape that is known by name: its middle is the anchor."""
        self._shapes.setdefault((kind, name), geometry)
        self._named.setdefault((kind, name), geometry if geometry.geom_type == "Point" else geometry.representative_point())

    def county(self, name):
        return self._look(self._counties, name, "county")

    def shape(self, kind, name):
        return self._look(self._shapes, (kind, name), kind)

    def line(self, name):
        return self._look(self._lines, name, "river")

    def town(self, name, county):
        """The position of a township, or None."""
        return self._towns.get((name, county))

    def find(self, text):
        """A Point, or an exception that names what is unknown."""
        kind, _, rest = text.partition(":")
        if not rest:
            lon, lat = text.split()
            return Point(float(lon), float(lat))
        if kind == "seat":
            return self._look(self._seats, rest, "seat")
        if kind == "town":
            return self._look(self._towns, tuple(rest.split("@")), "town")
        if kind == "on":
            river, _, near = rest.partition("@")
            return nearest_points(self.line(river), self.find(near))[0]
        if kind in ("enter", "exit"):
            river, county = rest.split("@")
            return self._crossing(self.line(river), self.county(county), first=kind == "enter")
        if kind == "edge":
            return nearest_points(self._province.boundary, self.find(rest))[0]
        if kind == "corner":
            return self._corner(*(self.county(name) for name in rest.split("/")))
        return self._look(self._named, (kind, rest), kind)

    def _look(self, table, key, what):
        if key not in table:
            raise SystemExit(f"error: no position is known for {what} {key}")
        return table[key]

    def _crossing(self, line, county, first):
        inside = [point for point in shapely.points(line.coords) if county.covers(point)]
        if not inside:
            raise SystemExit("error: the river does not enter the county")
        return inside[0 if first else -1]

    def _corner(self, a, b):
        border = shapely.line_merge(a.boundary.intersection(b.boundary))
        ends = [Point(line.coords[i]) for line in shapely.get_parts(border) if line.geom_type == "LineString" for i in (0, -1)]
        return min(ends, key=lambda point: self._province.boundary.distance(point))
