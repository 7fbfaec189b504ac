"""Spatial tasks of Zhengtu beside PostGIS, shapely, scipy and GDAL in one run, taking turns; a time counts only where the answers agree."""
import argparse
import json
import resource
import signal
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

import agree
import peers
import postgis
from layers import Layers

SIZES = {"small": {"points": 100_000, "polygons": 400, "rivers": 40, "mines": 1_000}, "full": {"points": 1_000_000, "polygons": 2_000, "rivers": 200, "mines": 5_000}}


@dataclass
class Task:
    """What a task needs, and the most that ours may take of the best peer's time."""

    layers: tuple
    aim: float
    limit: int = 0  # so many of the points; 0: all


TASKS = {
    "points-in-polygons": Task(("points", "polygons"), 0.5),
    "10m-in-polygons": Task(("points", "polygons"), 0.5),
    "near-100m": Task(("points", "rivers"), 0.25),
    "near-2km": Task(("points", "rivers"), 0.25, 100_000),
    "allowable": Task(("mines", "zones"), 0.5),
    "shared-areas": Task(("mines", "zones"), 0.5),
    "dbscan": Task(("points",), 0.25),
    "gi-star": Task(("points",), 0.5),
    "shapefile": Task(("points",), 1.0, 100_000),
}


def give_up(what, cure):
    sys.exit(f"error: {what}\n       {cure}")


class Run:
    def __init__(self, options):
        self.options, self.work = options, Path(options.work_folder)
        self.program = str(Path(options.bin_folder) / "spatial_bench")
        self._server = None
        amounts = {key: getattr(options, key) or value for key, value in SIZES[options.size].items()}
        self.data = self.work / ("data" if options.data else "-".join(map(str, [*amounts.values(), options.seed])))
        self.work.mkdir(parents=True, exist_ok=True)
        if options.data:
            self.call("take", options.data, self.data)
        elif not (self.data / "points.f64").exists():
            self.generate(self.data, **amounts)

    def call(self, *words):
        done = subprocess.run([self.program, *map(str, words)], stdout=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(done.returncode if done.returncode > 0 else f"error: {words[0]} {words[1]} was ended by signal {-done.returncode}")
        return done.stdout

    def generate(self, folder, **amounts):
        self.call("generate", folder, "--seed", self.options.seed, *[word for key, value in amounts.items() for word in (f"--{key}", value)])

    @property
    def server(self):
        if self._server is None:
            self._server = postgis.Server()
        return self._server

    def ours(self, task, points, answer, data):
        words = ["run", task, data, "--threads", self.options.threads, "--rounds", 2]
        if points:
            words += ["--points", points]
        if answer:
            words += ["--answer", answer]
        return json.loads(self.call(*words))

    @cached_property
    def many(self):
        """Ten million points among the same polygons."""
        folder = self.work / f"10m-{self.options.seed}"
        if not (folder / "points.f64").exists():
            self.generate(folder, points=10_000_000, polygons=SIZES["full"]["polygons"], rivers=0, mines=0)
        return folder

    def missing(self, name):
        """The layers of a task that have nothing in them."""
        files = {"points": "points.f64"}
        return [layer for layer in TASKS[name].layers if not (file := self.data / files.get(layer, f"{layer}.wkb")).exists() or file.stat().st_size == 0]

    def compete(self, name, rivals, agrees, dtype, width=None, data=None):
        """Rounds in turns, the best of each; then the answers are compared. A peer that fails, or takes ten minutes, is out."""
        task, data = TASKS[name], data or self.data
        points = task.limit if task.limit < len(Layers(data).points) else 0
        file = self.work / f"{name}.answer"
        mine, processor, memory = [], [], 0
        failed, theirs, answers, ready = {}, {}, {}, []
        for make in rivals:
            try:
                ready.append(make())
            except Exception as fault:  # whatever it is, it is the peer's
                failed[getattr(make, "peer", "a peer")] = in_short(fault)
        if self._server is not None:
            self._server.peak_mb = 0.0
        for number in range(max(1, self.options.rounds)):
            done = self.ours("points-in-polygons" if name == "10m-in-polygons" else name, points, file if number == 0 else None, data)
            mine += done["seconds"]
            processor += done["processor_s"]
            memory = max(memory, done["rss_mb"])
            for rival in [rival for rival in ready if rival.name not in failed]:
                try:
                    seconds, answers[rival.name] = rival.round()
                    theirs.setdefault(rival.name, []).append(seconds)
                except Exception as fault:
                    failed[rival.name] = in_short(fault)
                    theirs.pop(rival.name, None)
        answer = np.fromfile(file, dtype) if dtype else peers.summary(data / "export" / "tasks_pt.shp")
        if width:
            answer = answer.reshape(-1, width)
        agreements = {}
        for rival in [rival for rival in ready if rival.name in theirs]:
            try:
                other = answers[rival.name] if answers[rival.name] is not None else rival.answer()
                agreements[rival.name] = agrees(answer, other)
            except Exception as fault:
                agreements[rival.name] = False, f"its answer could not be compared: {in_short(fault)}"
        best = min(theirs, key=lambda peer: min(theirs[peer]), default=None)
        fastest = min(theirs[best]) if best else None
        return {
            "task": name,
            "size": self.size(name, points, data),
            "ours_s": round(min(mine), 4),
            "ours_processor_s": round(min(processor), 4),
            "ours_rss_mb": memory,
            "peer": best,
            "peer_s": round(fastest, 4) if best else None,
            "ratio": round(min(mine) / fastest, 3) if best else None,
            "aim": task.aim,
            "answers_agree": bool(agreements) and all(ok for ok, _ in agreements.values()),
            "peer_rss_mb": self.peer_mb(best),
            "peers": {peer: round(min(times), 4) for peer, times in theirs.items()},
            "agreement": {peer: said for peer, (_, said) in agreements.items()},
            "failed": failed,
        }

    def peer_mb(self, name):
        """Of PostgreSQL all its processes during timed queries; of what runs in this process the most that it ever had; of others nothing is known."""
        if name is None or name.startswith("ogr2ogr"):
            return None
        return round(self.server.peak_mb) if name.startswith("PostGIS") else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    def size(self, name, points, data):
        layers = Layers(data)
        return ", ".join(f"{(points or len(layers.points)) if layer == 'points' else len(layers.shapes(layer))} {layer}" for layer in TASKS[name].layers)


def in_short(fault):
    """Its kind and the line of what it says that tells most."""
    lines = [line.strip() for line in str(fault).splitlines() if line.strip()]
    return f"{type(fault).__name__}: {next((line for line in lines if 'ERROR' in line), lines[0] if lines else '')}"[:200]


class WithAnswer:
    """A peer whose time and whose answer come from two places."""

    def __init__(self, timed, exact):
        self.name, self.round, self.exact = timed.name, timed.round, exact

    def answer(self):
        return self.exact.answer()


def tasks(run):
    data = lambda points=0: Layers(run.data, points)

    def peer(kind, make):
        make.peer = kind.name
        return make

    def of(kind, points=0):
        return peer(kind, lambda: kind(data(points)))

    def server(kind, points=0, *more):
        return peer(kind, lambda: kind(run.server, data(points), *more))

    def many():
        return [peer(postgis.Inside, lambda: postgis.Inside(run.server, Layers(run.many)))]

    def clusters():
        return peer(postgis.Dbscan, lambda: WithAnswer(postgis.Dbscan(run.server, data()), peers.ScipyDbscan(data())))

    return {
        "points-in-polygons": lambda name: run.compete(name, [of(peers.ShapelyInside), server(postgis.Inside)], agree.same_pairs, np.uint32, width=2),
        "10m-in-polygons": lambda name: run.compete(name, many(), agree.same_pairs, np.uint32, width=2, data=run.many),
        "near-100m": lambda name: run.compete(name, [server(postgis.Near, 0, 100), server(postgis.NearAsWritten, 0, 100)], agree.same_near(data(), 100), np.uint32, width=2),
        "near-2km": lambda name: run.compete(name, [server(postgis.Near, TASKS[name].limit, 2000)], agree.same_near(data(), 2000), np.uint32, width=2),
        "allowable": lambda name: run.compete(name, [of(peers.ShapelyAllowable)], agree.same_allowable(data(), peers.ShapelyAllowable.pillar), float, width=4),
        "shared-areas": lambda name: run.compete(name, [of(peers.ShapelyShared)], agree.same_areas, float, width=3),
        "dbscan": lambda name: run.compete(name, [clusters()], agree.same_clusters, np.int32),
        "gi-star": lambda name: run.compete(name, [of(peers.ScipyGiStar)], agree.same_z, float),
        "shapefile": lambda name: run.compete(name, [peer(peers.Ogr2ogr, lambda: peers.Ogr2ogr(run.data / "export"))], agree.same_summary, None),
    }


def chosen(run, options):
    """The tasks that are asked for, or all that the data are enough for."""
    for name in options.task or TASKS:
        if name == "10m-in-polygons":
            if options.task or (options.size == "full" and not options.data):
                yield name
            continue
        if lacking := run.missing(name):
            if options.task:
                give_up(f"{name} needs {' and '.join(lacking)}", f"Put {' and '.join(f'{layer}.gpkg (or .geojson, .shp, .csv, .fgb)' for layer in lacking)} with at least one geometry into {options.data}.")
            print(f"{name} is left out: no {' and no '.join(lacking)}", file=sys.stderr)
            continue
        yield name


def show(table):
    print(f"\n{'task':<20}{'ours s':>9}{'MB':>7}{'peer s':>9}  {'peer':<28}{'ratio':>7}{'aim':>6}  agree  size")
    for row in table:
        peer = f"{row['peer_s']:>9.3f}  {row['peer']:<28}{row['ratio']:>7.2f}" if row["peer"] else f"{'-':>9}  {'none':<28}{'-':>7}"
        print(f"{row['task']:<20}{row['ours_s']:>9.3f}{row['ours_rss_mb']:>7.0f}{peer}{row['aim']:>6.2f}  {'yes' if row['answers_agree'] else 'NO':<5}  {row['size']}")
        for name, said in row["agreement"].items():
            print(f"    {name}: {row['peers'][name]:.3f} s; {said}")
        for name, said in row["failed"].items():
            print(f"    {name} failed: {said}")


def main():
    parser = argparse.ArgumentParser(prog="tools/bench spatial", description=__doc__, usage="tools/bench spatial [options]", epilog="docs/benchmarks.md says what is measured and when answers agree.")
    parser.add_argument("bin_folder", help=argparse.SUPPRESS)
    parser.add_argument("work_folder", help=argparse.SUPPRESS)
    parser.add_argument("--size", choices=SIZES, default="small", help="of the random data: small takes a minute, full some twenty (default: small)")
    parser.add_argument("--task", action="append", choices=list(TASKS), metavar="NAME", help="this task alone; may be repeated. One of: " + ", ".join(TASKS))
    parser.add_argument("--data", metavar="DIR", help="instead of random data: points, polygons, rivers, mines, zones in this folder, each as .gpkg, .geojson, .shp, .csv or .fgb in any CRS "
                        "that it says (points: a number in the field value is what Gi* sums), or a folder that spatial_bench generate made")
    parser.add_argument("--seed", type=int, default=1, help="of the random data (default: 1)")
    for layer in SIZES["full"]:
        parser.add_argument(f"--{layer}", type=int, metavar="N", help=f"so many random {layer} instead of what --size says")
    parser.add_argument("--rounds", type=int, default=3, help="ours and the peers take turns so often; the best counts (default: 3)")
    parser.add_argument("--threads", type=int, default=0, help="of ours (default: as many as there are cores)")
    parser.add_argument("--json", action="store_true", help="an object a line and task")
    options = parser.parse_args()
    for end in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, lambda *_: sys.exit(1))  # so that the server is stopped
    run = Run(options)
    works, table = tasks(run), []
    for name in chosen(run, options):
        print(f"{name} ...", file=sys.stderr, flush=True)
        table.append(works[name](name))
        if options.json:
            print(json.dumps(table[-1], ensure_ascii=False), flush=True)
    if not options.json:
        show(table)


if __name__ == "__main__":
    main()
