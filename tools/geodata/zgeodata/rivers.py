"""Rivers: measured lines of WDBII (about 1 km off), named by their known courses, and schematic lines through known places."""

import heapq
import subprocess

import shapely
import shapely.ops
from shapely.geometry import LineString, Point

from . import earth
from .files import feature, read_csv

SNAP = 0.004        # degrees: WDBII breaks its lines at every degree and at every lake
MEASURED = "GSHHG/WDBII 2.3.7 (Debian gmt-gshhg-full), full resolution, all levels"
SIMPLIFY_DEGREES = 0.0008


def dump(work):
    """The river lines round Shanxi, as GMT writes them."""
    answer = subprocess.run(["gmt", "pscoast", "-R110/114.9/34.3/41", "-Df", "-Ia", "-M"], cwd=work, check=True,
                            capture_output=True, text=True)
    lines, points = [], []
    for row in answer.stdout.splitlines() + [">"]:
        if row.startswith(">"):
            if len(set(points)) > 1:
                lines.append(points)
            points = []
        elif row.strip():
            lon, lat = row.split()[:2]
            points.append((round(float(lon), 5), round(float(lat), 5)))
    return lines


def _near(a, b):
    return abs(a[0] - b[0]) < SNAP and abs(a[1] - b[1]) < SNAP


def _split_at_ends(lines):
    """Lines end on the middle of others where rivers meet: cut the others there."""
    ends = [point for points in lines for point in (points[0], points[-1])]
    pieces = []
    for points in lines:
        last = 0
        cuts = set()
        for end in ends:
            close = [i for i in range(1, len(points) - 1) if _near(points[i], end)]
            if close and not _near(end, points[0]) and not _near(end, points[-1]):
                cuts.add(min(close, key=lambda i: earth.distance_m(points[i], end)))
        for cut in sorted(cuts):
            pieces.append(points[last:cut + 1])
            last = cut
        pieces.append(points[last:])
    return pieces


class Network:
    """The lines as a graph whose nodes are their ends, snapped together."""

    def __init__(self, lines):
        self.nodes, self.edges = [], {}
        for points in _split_at_ends(lines):
            a, b = self._node(points[0]), self._node(points[-1])
            length = LineString(points).length
            self.edges.setdefault(a, []).append((b, length, points))
            self.edges.setdefault(b, []).append((a, length, points[::-1]))

    def _node(self, point):
        for index, other in enumerate(self.nodes):
            if _near(other, point):
                return index
        self.nodes.append(point)
        return len(self.nodes) - 1

    def _nearest(self, point):
        return min(range(len(self.nodes)), key=lambda index: earth.distance_m(self.nodes[index], point))

    def path(self, start, end):
        """The shortest way between the nodes nearest to two positions, as one line."""
        source, target = self._nearest(start), self._nearest(end)
        best, came, queue = {source: 0.0}, {}, [(0.0, source)]
        while queue:
            cost, node = heapq.heappop(queue)
            if node == target:
                break
            for other, length, points in self.edges.get(node, []):
                if cost + length < best.get(other, float("inf")):
                    best[other] = cost + length
                    came[other] = (node, points)
                    heapq.heappush(queue, (best[other], other))
        if target not in best:
            raise SystemExit(f"error: no way in the river network from {start} to {end}")
        steps, node = [], target
        while node != source:
            node, points = came[node]
            steps.append(points)
        line = []
        for points in reversed(steps):
            line.extend(points if not line or line[-1] != points[0] else points[1:])
        return LineString(line)


def _pair(text):
    lon, lat = text.split()
    return float(lon), float(lat)


def measured(facts, network, province):
    """Rivers of facts/rivers_measured.csv, downstream, cut at the province (3 km beyond it where they are the border)."""
    features = []
    reach = province.buffer(0.03)
    shapely.prepare(reach)
    for row in read_csv(facts / "rivers_measured.csv"):
        line = network.path(_pair(row["from"]), _pair(row["to"]))
        first = line.project(Point(_pair(row["cut_from"]))) if row["cut_from"] else 0.0
        last = line.project(Point(_pair(row["cut_to"]))) if row["cut_to"] else line.length
        line = shapely.ops.substring(line, first, last)
        line = _within(line, reach).simplify(SIMPLIFY_DEGREES)
        features.append(feature(
            line, 5, id="river-" + row["name"], name=row["name"], aliases=row["aliases"], kind="river", source=MEASURED,
            licence="LGPL-3+", date="2017", accuracy_m=1000, schematic=0, length_km=round(earth.length_m(line) / 1000),
            stem="yes" if row["name"] in ("汾河", "黄河") else "", note=row["note"]))
    return features


def _within(line, area):
    """From the first to the last vertex inside: whole between them, for a border river leaves and enters again."""
    inside = [index for index, point in enumerate(line.coords) if area.intersects(Point(point))]
    return LineString(line.coords[inside[0]:inside[-1] + 1])


def drawn(facts, anchors):
    """Rivers of facts/rivers_drawn.csv: straight between known places."""
    features = []
    for row in read_csv(facts / "rivers_drawn.csv"):
        points = [anchors.find(part) for part in row["way"].split(";")]
        line = LineString([(point.x, point.y) for point in points])
        item = feature(line, 5, id="river-" + row["name"], name=row["name"], aliases=row["aliases"], kind="river",
                       source="drawn through known places (facts/rivers_drawn.csv): " + row["basis"], licence="facts", date="",
                       accuracy_m=int(row["accuracy_m"]), schematic=1, length_km=round(earth.length_m(line) / 1000), stem="",
                       note=row["note"])
        features.append(item)
        anchors.add_lines([item])
    return features


def add_counties(features, counties):
    """Field `counties`: the codes of the counties in which the river runs for a kilometre or more."""
    for item in features:
        codes = [county["properties"]["adcode"] for county in counties
                 if county["geometry"].intersects(item["geometry"])
                 and earth.length_m(county["geometry"].intersection(item["geometry"])) >= 1000]
        item["properties"]["counties"] = ";".join(codes)


def system(facts, counties_by_name, features):
    """Rows of tables/rivers.csv from facts/river_system.csv; sets field `tributary_of` of the features that it is about."""
    rows = []
    for row in read_csv(facts / "river_system.csv"):
        unknown = [name for name in [row["county"], *row["course"].split(";")] if name and name not in counties_by_name]
        if unknown:
            raise SystemExit(f"error: facts/river_system.csv: {row['river']}: no county, or more than one, is called {unknown[0]}")
        rows.append({"name": row["river"], "near_adcode": counties_by_name.get(row["county"], ""), "into": row["into"],
                     "course_adcodes": ";".join(counties_by_name[name] for name in row["course"].split(";") if name),
                     "source": row["source"]})
    into = {row["name"]: row["into"] for row in rows}
    for item in features:
        item["properties"]["tributary_of"] = into.get(item["properties"]["name"], "")
    return rows
