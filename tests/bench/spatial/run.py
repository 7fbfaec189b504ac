"""Spatial tasks of Zhengtu beside PostGIS, shapely, scipy and GDAL in one run, taking turns; a time counts only where the answers agree.

usage: run.py BIN_FOLDER WORK_FOLDER [--size small|full] [--task NAME]... [--data DIR] [--rounds N] [--threads N] [--json]
"""
import argparse
import json
import os
import resource
import signal
import subprocess
import sys
from functools import cached_property
from pathlib import Path

import numpy as np

import peers
import postgis
from layers import Layers

SIZES = {"small": {"points": 100_000, "polygons": 400, "rivers": 40, "mines": 1_000}, "full": {"points": 1_000_000, "polygons": 2_000, "rivers": 200, "mines": 5_000}}
AIMS = {"points-in-polygons": 0.5, "10m-in-polygons": 0.5, "near-100m": 0.25, "near-2km": 0.25, "allowable": 0.5, "shared-areas": 0.5, "dbscan": 0.25, "gi-star": 0.5, "shapefile": 1.0}


class Run:
    def __init__(self, options):
        self.options, self.work = options, Path(options.work_folder)
        self.program = str(Path(options.bin_folder) / "spatial_bench")
        self.data = self.work / ("data" if options.data else options.size)
        self._server = None
        self.work.mkdir(parents=True, exist_ok=True)
        if options.data:
            self.call("take", options.data, self.data)
        elif not (self.data / "points.f64").exists():
            self.call("generate", self.data, *[word for key, value in SIZES[options.size].items() for word in (f"--{key}", value)])

    def call(self, *words):
        done = subprocess.run([self.program, *map(str, words)], stdout=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(done.returncode)
        return done.stdout

    @property
    def server(self):
        if self._server is None:
            self._server = postgis.Server()
        return self._server

    def ours(self, task, points=0, answer=None, data=None):
        words = ["run", task, data or self.data, "--threads", self.options.threads, "--rounds", 2]
        if points:
            words += ["--points", points]
        if answer:
            words += ["--answer", answer]
        return json.loads(self.call(*words))

    @cached_property
    def many(self):
        """Ten million points among the same polygons."""
        folder = self.work / "10m"
        if not (folder / "points.f64").exists():
            self.call("generate", folder, "--points", 10_000_000, "--polygons", SIZES["full"]["polygons"], "--rivers", 0, "--mines", 0)
        return folder

    def compete(self, task, rivals, agree, dtype, points=0, width=None, data=None, name=None):
        """Rounds in turns, the best of each; then the answers are compared."""
        file = self.work / f"{task}.answer"
        mine, processor, memory = [], [], 0
        theirs = {rival.name: [] for rival in rivals}
        if self._server is not None:
            self._server.peak_mb = 0.0
        answers = {}
        for number in range(self.options.rounds):
            done = self.ours(task, points, file if number == 0 else None, data)
            mine += done["seconds"]
            processor += done["processor_s"]
            memory = max(memory, done["rss_mb"])
            for rival in rivals:
                seconds, answer = rival.round()
                theirs[rival.name].append(seconds)
                answers[rival.name] = answer
        answer = np.fromfile(file, dtype) if dtype else peers.summary(self.data / "export" / "tasks_pt.shp")
        if width:
            answer = answer.reshape(-1, width)
        agreements = {}
        for rival in rivals:
            other = answers[rival.name] if answers[rival.name] is not None else rival.answer()
            agreements[rival.name] = agree(answer, other)
        best = min(theirs, key=lambda name: min(theirs[name]))
        return {
            "task": name or task,
            "size": self.size(points, data),
            "ours_s": round(min(mine), 4),
            "ours_processor_s": round(min(processor), 4),
            "ours_rss_mb": memory,
            "peer": best,
            "peer_s": round(min(theirs[best]), 4),
            "ratio": round(min(mine) / min(theirs[best]), 3),
            "aim": AIMS[name or task],
            "answers_agree": all(ok for ok, _ in agreements.values()),
            "peer_rss_mb": self.peer_mb(best),
            "peers": {name: round(min(times), 4) for name, times in theirs.items()},
            "agreement": {name: said for name, (_, said) in agreements.items()},
        }

    def peer_mb(self, name):
        """Of PostgreSQL all its processes during timed queries; of what runs in this process the most that it ever had; of others nothing is known."""
        if name.startswith("PostGIS"):
            return round(self.server.peak_mb)
        return None if name.startswith("ogr2ogr") else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    def size(self, points, data=None):
        return f"{points or len(Layers(data or self.data).points)} points" if data or not self.options.data else "own data"


def same_pairs(ours, theirs, open_share=0.0):
    ours, theirs = (np.unique(pairs[:, 0].astype(np.uint64) << np.uint64(32) | pairs[:, 1]) for pairs in (ours, theirs))
    differ = len(np.setxor1d(ours, theirs, assume_unique=True))
    return differ <= open_share * max(1, len(theirs)), f"{len(ours)} pairs, {len(theirs)} of the peer, {differ} differ"


def same_near(ours, theirs):
    """PostGIS takes the edges of a geography as great circles, and stops searching within 1e-6 m or so: the very edge of the distance is open."""
    return same_pairs(ours, theirs, 1e-5)


def same_areas(ours, theirs):
    """Edges of ours are straight in degrees, the peer's in a plane: up to 2 cm beside each other for edges of a kilometre. So areas are compared
    relative to 10 ha at least, and their sum."""
    mine, other = ({(int(a), int(b)): s for a, b, s in rows} for rows in (ours, theirs))
    keys = sorted(mine.keys() | other.keys())
    x, y = (np.array([areas.get(key, 0.0) for key in keys]) for areas in (mine, other))
    worst = np.max(np.abs(x - y) / np.maximum(y, 1e5)) if keys else 0
    whole = abs(x.sum() / y.sum() - 1) if keys else 0
    return bool(worst < 1e-3 and whole < 1e-5), f"{len(mine)} pairs, {len(other)} of the peer, worst off by {worst:.1e}, the sum by {whole:.1e}"


def same_allowable(ours, theirs):
    off = np.abs(ours - theirs) / ours[:, :1]
    said = ", ".join(f"{name} {off[:, i].max():.1e}" for i, name in enumerate(["before", "overlap", "pillar", "after"]))
    sums = np.abs(ours.sum(axis=0) / theirs.sum(axis=0) - 1).max()
    return bool(off.max() < 2e-3 and sums < 1e-3), f"worst off, of the mine: {said}; sums by {sums:.1e}"


def same_clusters(ours, theirs):
    pairs = np.unique(np.column_stack([ours, theirs]), axis=0)
    ok = len(np.unique(pairs[:, 0])) == len(pairs) == len(np.unique(pairs[:, 1]))
    return bool(ok), f"{ours.max() + 1} clusters, {theirs.max() + 1} of the peer, {'the same members' if ok else 'members differ'}"


def nearly_same_clusters(ours, theirs):
    """Against clusters in a plane, whose distances are off by up to 1e-3 and whose members at the edge go to any cluster."""
    both = (ours >= 0) & (theirs >= 0)
    noise = np.mean((ours < 0) != (theirs < 0))
    pairs, count = np.unique(np.column_stack([ours[both], theirs[both]]), axis=0, return_counts=True)
    best = {}
    for (a, _), c in zip(pairs, count):
        best[a] = max(best.get(a, 0), c)
    same = sum(best.values()) / max(1, both.sum())
    return bool(noise < 2e-3 and same > 0.98), f"{theirs.max() + 1} clusters, {same:.4%} of the members together, {noise:.4%} in a cluster of one only"


def same_z(ours, theirs):
    worst = np.max(np.abs(ours - theirs))
    return bool(worst < 1e-6), f"z differs by {worst:.1e} at most"


def same_summary(ours, theirs):
    return bool(ours) and ours == theirs, f"{'; '.join(ours)}{'' if ours == theirs else ' against ' + '; '.join(theirs)}"


class WithAnswer:
    """A peer whose time and whose answer come from two places."""

    def __init__(self, timed, exact):
        self.name, self.round, self.exact = timed.name, timed.round, exact

    def answer(self):
        return self.exact.answer()


def tasks(run):
    data = lambda points=0: Layers(run.data, points)
    return {
        "points-in-polygons": lambda: run.compete("points-in-polygons", [peers.ShapelyInside(data()), postgis.Inside(run.server, data())], same_pairs, np.uint32, width=2),
        "10m-in-polygons": lambda: run.compete("points-in-polygons", [postgis.Inside(run.server, Layers(run.many))], same_pairs, np.uint32, width=2, data=run.many, name="10m-in-polygons"),
        "near-100m": lambda: run.compete("near-100m", [postgis.Near(run.server, data(), 100), postgis.NearAsWritten(run.server, data(), 100)], same_near, np.uint32, width=2),
        "near-2km": lambda: run.compete("near-2km", [postgis.Near(run.server, data(100_000), 2000)], same_near, np.uint32, points=100_000, width=2),
        "allowable": lambda: run.compete("allowable", [peers.ShapelyAllowable(data())], same_allowable, float, width=4),
        "shared-areas": lambda: run.compete("shared-areas", [peers.ShapelyShared(data())], same_areas, float, width=3),
        "dbscan": lambda: run.compete("dbscan", [WithAnswer(postgis.Dbscan(run.server, data()), peers.ScipyDbscan(data()))], same_clusters, np.int32),
        "gi-star": lambda: run.compete("gi-star", [peers.ScipyGiStar(data())], same_z, float),
        "shapefile": lambda: run.compete("shapefile", [peers.Ogr2ogr(run.data / "export")], same_summary, None, points=100_000),
    }


def main():
    parser = argparse.ArgumentParser(prog="tools/bench spatial", description=__doc__.split("\n")[0])
    parser.add_argument("bin_folder")
    parser.add_argument("work_folder")
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--task", action="append", choices=list(AIMS))
    parser.add_argument("--data", help="a folder with points, polygons, rivers, mines, zones (.gpkg, .geojson, .shp or .csv) instead of random data")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="one object a line and task")
    options = parser.parse_args()
    for end in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, lambda *_: sys.exit(1))  # so that the server is stopped
    run = Run(options)
    table = []
    for name, task in tasks(run).items():
        large = name == "10m-in-polygons" and (options.size != "full" or options.data)
        if name not in options.task if options.task else large:
            continue
        print(f"{name} ...", file=sys.stderr, flush=True)
        done = task()
        table.append(done)
        if options.json:
            print(json.dumps(done, ensure_ascii=False), flush=True)
    if options.json:
        return
    print(f"\n{'task':<20}{'size':<18}{'ours s':>9}{'MB':>7}{'peer s':>9}  {'peer':<26}{'ratio':>7}{'aim':>6}  agree")
    for row in table:
        print(f"{row['task']:<20}{row['size']:<18}{row['ours_s']:>9.3f}{row['ours_rss_mb']:>7.0f}{row['peer_s']:>9.3f}  {row['peer']:<26}{row['ratio']:>7.2f}{row['aim']:>6.2f}  {'yes' if row['answers_agree'] else 'NO'}")
        for name, said in row["agreement"].items():
            print(f"    {name}: {row['peers'][name]:.3f} s; {said}")


if __name__ == "__main__":
    main()
