"""Other programs for the same tasks. Each peer makes its data ready first (not timed) and then gives (seconds, answer) a round; an answer is an
array as spatial_bench writes it, or None where it was told before."""
import re
import subprocess
import time

import numpy as np
import shapely
from scipy.spatial import cKDTree
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components


def timed(work):
    begin = time.perf_counter()
    result = work()
    return time.perf_counter() - begin, result


class ShapelyInside:
    name = "shapely STRtree"

    def __init__(self, layers):
        self.points, self.polygons = shapely.points(layers.points), layers.shapes("polygons")

    def round(self):
        def work():
            tree = shapely.STRtree(self.points)
            return tree.query(self.polygons, predicate="intersects")

        for polygon in self.polygons:
            shapely.destroy_prepared(polygon)
        seconds, (polygon, point) = timed(work)
        order = np.lexsort((polygon, point))
        return seconds, np.column_stack([point[order], polygon[order]]).astype(np.uint32)


class ShapelyAllowable:
    """Zones clipped to the mine's box first, then grown, united and taken off."""

    name = "shapely, clipped first"
    pillar = 50

    def __init__(self, layers):
        self.mines, self.zones = layers.shapes_m("mines"), layers.shapes_m("zones")

    def round(self):
        def work():
            tree = shapely.STRtree(self.zones)
            mine_of, zone_of = tree.query(self.mines, predicate="dwithin", distance=self.pillar)
            before = shapely.area(self.mines)
            result = np.column_stack([before, np.zeros((len(before), 2)), before])
            first = np.flatnonzero(np.diff(mine_of, prepend=-1))
            for begin, end in zip(first, np.append(first[1:], len(mine_of))):
                number = mine_of[begin]
                mine = self.mines[number]
                reach = 2 * self.pillar
                west, south, east, north = mine.bounds
                near = [shapely.clip_by_rect(self.zones[z], west - reach, south - reach, east + reach, north + reach) for z in zone_of[begin:end]]
                outside = shapely.area(shapely.difference(mine, shapely.union_all(near)))
                grown = shapely.union_all(shapely.buffer(near, self.pillar, quad_segs=8))
                after = shapely.area(shapely.difference(mine, grown))
                result[number] = before[number], before[number] - outside, outside - after, after
            return result

        return timed(work)


class ShapelyShared:
    name = "shapely STRtree"

    def __init__(self, layers):
        self.mines, self.zones = layers.shapes_m("mines"), layers.shapes_m("zones")

    def round(self):
        def work():
            tree = shapely.STRtree(self.zones)
            mine, zone = tree.query(self.mines, predicate="intersects")
            return mine, zone, shapely.area(shapely.intersection(self.mines[mine], self.zones[zone]))

        seconds, (mine, zone, area) = timed(work)
        some = area > 0
        order = np.lexsort((zone[some], mine[some]))
        return seconds, np.column_stack([mine[some][order], zone[some][order], area[some][order]])


class Ogr2ogr:
    """Writes the same rows, from a GeoPackage, without reading back; its texts are cut to 254 bytes without a word."""

    name = "ogr2ogr, not verified"

    def __init__(self, folder):
        self.source, self.target = folder / "peer" / "tasks.gpkg", folder / "peer" / "tasks.shp"

    def round(self):
        for old in self.target.parent.glob("tasks.[!g]*"):
            old.unlink()
        command = ["ogr2ogr", "-q", "-f", "ESRI Shapefile", str(self.target), str(self.source), "-lco", "ENCODING=UTF-8"]
        return timed(lambda: subprocess.run(command, check=True, capture_output=True))[0], None

    def answer(self):
        return summary(self.target)


def summary(file):
    """Number of rows and extent, as GDAL reads them."""
    text = subprocess.run(["ogrinfo", "-so", "-al", str(file)], check=True, capture_output=True, text=True).stdout
    return re.findall(r"^(?:Feature Count|Extent): .*", text, re.M)


def gi_star(count, total, values):
    n, mean, s = len(values), values.mean(), values.std()
    spread = (n * count - count**2) / (n - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = (total - mean * count) / (s * np.sqrt(spread))
    return np.where((spread > 0) & (s > 0), z, 0)


MOST_PAIRS = 300_000_000  # of neighbours that scipy may list: 16 bytes each


def pairs_within(tree, metres):
    count = (tree.count_neighbors(tree, metres) - tree.n) // 2
    if count > MOST_PAIRS:
        raise MemoryError(f"{count} pairs within {metres:.0f} m are too many for scipy to list")
    return tree.query_pairs(metres, output_type="ndarray")


def chord(metres):
    """Of an arc of the mean radius of the ellipsoid: what is so far apart along it is that far apart in geocentric metres, to 1e-8 m."""
    return metres - metres**3 / (24 * 6.371e6**2)


class ScipyGiStar:
    name, band = "scipy kd-tree", 600

    def __init__(self, layers):
        self.points, self.exact, self.values = layers.points_m, layers.points_geocentric, layers.values
        pairs_within(cKDTree(self.points), self.band)

    def of(self, points, band):
        tree = cKDTree(points)
        pairs = tree.query_pairs(band, output_type="ndarray")
        i, j, n = pairs[:, 0], pairs[:, 1], len(points)
        count = 1.0 + np.bincount(i, minlength=n) + np.bincount(j, minlength=n)
        total = self.values + np.bincount(i, self.values[j], n) + np.bincount(j, self.values[i], n)
        return gi_star(count, total, self.values)

    def round(self):
        return timed(lambda: self.of(self.points, self.band))[0], None

    def answer(self):
        return self.of(self.exact, chord(self.band))


class ScipyDbscan:
    """Not fast, but by other code and in geocentric metres: what the answers are compared with."""

    name, eps, least = "scipy, by the textbook", 1000, 10

    def __init__(self, layers):
        self.points, self.reach = layers.points_geocentric, chord(self.eps)

    def answer(self):
        n = len(self.points)
        tree = cKDTree(self.points)
        degree = tree.query_ball_point(self.points, self.reach, return_length=True, workers=-1)
        self.core = degree >= self.least
        number = np.flatnonzero(self.core)
        self.label = np.full(n, -1)
        if len(number) == 0:
            return self
        self.number, self.cores = number, cKDTree(self.points[number])
        pairs = pairs_within(self.cores, self.reach)
        graph = coo_matrix((np.ones(len(pairs), np.int8), (pairs[:, 0], pairs[:, 1])), shape=(len(number), len(number)))
        del pairs
        self.label[number] = connected_components(graph, directed=False)[1]
        other = np.flatnonzero(~self.core)
        distance, nearest = self.cores.query(self.points[other], distance_upper_bound=self.reach * (1 + 1e-12))
        found = np.isfinite(distance)
        self.label[other[found]] = self.label[number[nearest[found]]]
        return self

    def cores_near(self, i):
        return self.number[self.cores.query_ball_point(self.points[i], self.reach * (1 + 1e-12))]
