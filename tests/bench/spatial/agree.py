"""Whether answers agree: each function takes ours and the peer's and gives (agrees, said in words)."""
import numpy as np
import shapely
from pyproj import Geod

GEOD = Geod(a=6378137, rf=298.257222101)


def keys(pairs):
    return np.unique(pairs[:, 0].astype(np.uint64) << np.uint64(32) | pairs[:, 1])


def same_pairs(ours, theirs):
    mine, other = keys(ours), keys(theirs)
    differ = len(np.setxor1d(mine, other, assume_unique=True))
    return differ == 0, f"{len(mine)} pairs, {len(other)} of the peer, {differ} differ"


def metres_between(at, line, within):
    """Geodesic metres from a position to a line whose edges are straight in degrees: its edges near the position are sampled ever finer by GeographicLib."""
    path = [shapely.get_coordinates(part) for part in shapely.get_parts(line)]
    a, b = np.concatenate([p[:-1] for p in path]), np.concatenate([p[1:] for p in path])
    reach = np.array([within / 110_000 / np.cos(np.radians(at[1])), within / 110_000]) * 1.5
    near = np.all((np.minimum(a, b) <= at + reach) & (np.maximum(a, b) >= at - reach), axis=1)
    least = np.inf
    for one, other in zip(a[near], b[near]):
        low, high = 0.0, 1.0
        for _ in range(6):
            t = np.linspace(low, high, 101)
            x, y = (one + (other - one) * t[:, None]).T
            metres = GEOD.inv(np.full(101, at[0]), np.full(101, at[1]), x, y)[2]
            best = int(np.argmin(metres))
            low, high = t[max(0, best - 1)], t[min(100, best + 1)]
        least = min(least, metres.min())
    return least


def same_near(layers, limit):
    """PostGIS takes edges of a geography as great circles and measures to them by other approximations, off by centimetres now and then. Where the two differ,
    the geodesic to the edge decides; the peer may be wrong in one pair of a thousand, we in none."""

    def agree(ours, theirs):
        mine, other = keys(ours), keys(theirs)
        differ = np.setxor1d(mine, other, assume_unique=True)
        said = f"{len(mine)} pairs, {len(other)} of the peer, {len(differ)} differ"
        if len(differ) == 0:
            return True, said
        if len(differ) > max(3, len(other) / 1000):
            return False, said
        rivers, wrong, off = layers.shapes("rivers"), 0, 0.0
        for key in differ:
            metres = metres_between(layers.points[int(key >> np.uint64(32))], rivers[int(key & np.uint64(0xFFFFFFFF))], limit)
            off = max(off, abs(metres - limit))
            wrong += bool(np.isin(key, mine)) != (metres <= limit) and abs(metres - limit) > 1e-6
        return wrong == 0, f"{said}; by the geodesic to the edge ours is wrong in {wrong} of them; the farthest lies {off:.1e} m from the limit"

    return agree


def same_areas(ours, theirs):
    """Edges of ours are straight in degrees, the peer's in a plane: up to 2 cm beside each other for edges of a kilometre. So areas are compared
    relative to 10 ha at least, and their sum."""
    mine, other = ({(int(a), int(b)): s for a, b, s in rows} for rows in (ours, theirs))
    order = sorted(mine.keys() | other.keys())
    x, y = (np.array([areas.get(key, 0.0) for key in order]) for areas in (mine, other))
    worst = np.max(np.abs(x - y) / np.maximum(y, 1e5)) if order else 0
    whole = abs(x.sum() - y.sum()) / max(y.sum(), 1e5) if order else 0
    return bool(worst < 1e-3 and whole < 1e-5), f"{len(mine)} pairs, {len(other)} of the peer, worst off by {worst:.1e}, the sum by {whole:.1e}"


def on_grid(mine, zones, pillar):
    """Before, overlap, pillar and after of one mine, cut on a grid of a micrometre, on which GEOS's noding is exact."""
    grid = 1e-6
    outside = shapely.difference(mine, shapely.union_all(zones, grid_size=grid), grid_size=grid)
    grown = shapely.union_all(shapely.buffer(zones, pillar, quad_segs=8), grid_size=grid)
    before, left, after = mine.area, outside.area, shapely.difference(mine, grown, grid_size=grid).area
    return before, before - left, left - after, after


def same_allowable(layers, pillar):
    """By floating point GEOS loses areas without a word now and then, where zones share borders. Where the two differ, the same operations of the peer on a grid decide; the peer may
    be wrong, we in none."""

    def agree(ours, theirs):
        parts_off = lambda: np.abs(ours - theirs) / np.maximum(ours[:, :1], 1)
        differ = np.flatnonzero(parts_off().max(axis=1) >= 2e-3)
        if len(differ):
            theirs, mines, zones = theirs.copy(), layers.shapes_m("mines"), layers.shapes_m("zones")
            tree = shapely.STRtree(zones)
            for number in differ:
                theirs[number] = on_grid(mines[number], zones[tree.query(mines[number], predicate="dwithin", distance=pillar)], pillar)
        off = parts_off()
        said = ", ".join(f"{name} {off[:, i].max():.1e}" for i, name in enumerate(["before", "overlap", "pillar", "after"]))
        total, other = ours.sum(axis=0), theirs.sum(axis=0)
        sums = np.max(np.abs(total - other) / np.maximum(other, total[0] / 1e3))
        again = f"{len(differ)} mines differ; by the peer's own operations on a grid of a micrometre ours is wrong in {(off.max(axis=1) >= 2e-3).sum()} of them; " if len(differ) else ""
        return bool(off.max() < 2e-3 and sums < 1e-3), f"{again}worst off, of the mine: {said}; sums by {sums:.1e}"

    return agree


def same_clusters(ours, theirs):
    """Cores: the same with the same. A position that is none may have cores of several clusters in reach, and then belongs to any: DBSCAN leaves that open, and
    of equally near ones ours takes the most western."""
    core, label = theirs.core, theirs.label
    pairs = np.unique(np.column_stack([ours[core], label[core]]), axis=0)
    wrong = int(not (len(np.unique(pairs[:, 0])) == len(pairs) == len(np.unique(pairs[:, 1])))) + int(np.any((ours < 0) != (label < 0)))
    ours_of = dict(zip(pairs[:, 1].tolist(), pairs[:, 0].tolist()))
    others = np.flatnonzero(~core & (label >= 0))
    moved = [i for i in others if ours_of.get(int(label[i])) != ours[i]]
    wrong += sum(ours[i] not in [ours[j] for j in theirs.cores_near(i)] for i in moved)
    said = f"{ours.max(initial=-1) + 1} clusters, {label.max(initial=-1) + 1} of the peer, {'the same cores, each other position beside a core of its cluster' if wrong == 0 else f'{wrong} members differ'}"
    return wrong == 0, f"{said}; {len(moved)} belong to several and are with another"


def same_z(ours, theirs):
    worst = np.max(np.abs(ours - theirs), initial=0)
    return bool(worst < 1e-6), f"z differs by {worst:.1e} at most"


def same_summary(ours, theirs):
    return bool(ours) and ours == theirs, f"{'; '.join(ours)}{'' if ours == theirs else ' against ' + '; '.join(theirs)}"
