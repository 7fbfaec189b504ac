"""How long each long task of the command line takes to end after Ctrl+C, at full size, and that nothing half written is left.

usage: cancel.py BIN_FOLDER WORK_FOLDER PLANS [--task NAME]... [--sites N] [--mb N] [--at SECONDS]... [--json]

A ledger of N random sites, a text of N MB made of the plans' lines, a ledger of a twelfth of it, 5,000 mines and 2,000 zones are made first. Each task is begun again for each moment,
gets SIGINT then, and must end with 130 (or, where it was done before, with its own code); ledgers and folders must hold what they held before.
"""
import argparse
import hashlib
import json
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "spatial"))
LIMIT_MS = 200
STOPPED = (130, -signal.SIGINT)  # stopped; not begun, the system ended it


def tasks(data):
    ledger, own = data / "ledger.gpkg", data / "own.gpkg"
    return {
        "import": ["import", data / "plans.txt", "--ledger", data / "out/new.gpkg"],
        "export-shp": ["export", "shp", data / "out", "--ledger", ledger],
        "export-gpkg": ["export", "gpkg", data / "out", "--ledger", ledger],
        "export-csv": ["export", "csv", data / "out", "--ledger", ledger],
        "export-geojson": ["export", "geojson", data / "out", "--ledger", ledger],
        "render": ["render", "-o", data / "out/map.png", "--ledger", ledger],
        "query-output": ["query", "near", "river", "--distance", "1km", "--ledger", ledger, "-o", data / "out/near.gpkg"],
        "query-within": ["query", "within", "reserve", "--ledger", ledger],
        "query-near": ["query", "near", "river", "--distance", "100m", "--ledger", ledger],
        "overlay-intersection": ["overlay", "intersection", data / "mines.gpkg", data / "zones.gpkg", "-o", data / "out/shared.gpkg"],
        "overlay-union": ["overlay", "union", data / "mines.gpkg", data / "zones.gpkg", "-o", data / "out/union.gpkg"],
        "overlay-mining": ["overlay", "mining", "--mines", data / "mines.gpkg", "--zone", data / "zones.gpkg", "--pillar", "50m", "-o", data / "out/mining.gpkg"],
        "hotspots-gi": ["hotspots", "gi", "--ledger", ledger],
        "hotspots-dbscan": ["hotspots", "dbscan", "--ledger", ledger],
        "hotspots-density": ["hotspots", "density", "--ledger", ledger],
        "rules-run": ["rules", "run", "--ledger", ledger],
        "claims": ["claims", "--ledger", ledger],
        "recurrence": ["recurrence", "--ledger", ledger],
        "layers-add": ["layers", "add", data / "zones.gpkg", "--as", "reserve", "--ledger", own],
        "layers-remove": ["layers", "remove", "zones", "--ledger", own],
    }


def prepare(data, programs, plans, options):
    (data / "out").mkdir(parents=True, exist_ok=True)
    if not (data / "plans.txt").exists():
        lines = [line for file in sorted(Path(plans).glob("**/*.txt")) for line in file.read_text(encoding="utf-8", errors="replace").splitlines()]
        text = "\n".join(lines) + "\n"
        for name, mb in (("plans", options.mb), ("few", options.mb / 12)):
            (data / f"{name}.txt").write_text(text * (int(mb * 1e6) // len(text.encode()) + 1), encoding="utf-8")
    if not (data / "zones.gpkg").exists():
        import geopandas
        from layers import Layers

        subprocess.run([programs / "spatial_bench", "generate", data / "shapes", "--points", "1", "--rivers", "0"], check=True)
        for layer in ("mines", "zones"):
            shapes = Layers(data / "shapes").shapes(layer)
            names = [f"{layer}{i}" for i in range(len(shapes))]
            geopandas.GeoDataFrame({"name": names}, geometry=list(shapes), crs="EPSG:4490").to_file(data / f"{layer}.gpkg")
    if not (data / "ledger.gpkg").exists():
        subprocess.run([programs / "spatial_bench", "ledger", data / "ledger.gpkg", "--points", str(options.sites)], check=True)
    if not (data / "own.gpkg").exists():  # layers are changed in a ledger of what was read
        for words in (["import", data / "few.txt"], ["layers", "add", data / "zones.gpkg", "--as", "reserve"]):
            done = subprocess.run([programs / "zhengtu", *words, "--ledger", data / "own.gpkg", "-q"])
            if done.returncode not in (0, 3):
                sys.exit(done.returncode)


def held(file):
    """The bytes of a file; of SQLite without its free pages: they hold nothing, so a rollback does not put them back."""
    held = bytearray(file.read_bytes())
    if held[:16] != b"SQLite format 3\0":
        return held
    size = int.from_bytes(held[16:18], "big")
    trunk = int.from_bytes(held[32:36], "big")
    while trunk:  # https://www.sqlite.org/fileformat2.html#the_freelist
        at = (trunk - 1) * size
        trunk, leaves = struct.unpack_from(">II", held, at)
        for page in struct.unpack_from(f">{leaves}I", held, at + 8):
            held[(page - 1) * size : page * size] = bytes(size)
    return held


def state(data):
    """Every file with what is in it, journals and hidden ones too."""
    found = {}
    for file in sorted(data.rglob("*")):
        if file.is_file() and file.suffix not in (".txt", ".wkb", ".f64"):
            found[str(file.relative_to(data))] = hashlib.sha256(held(file)).hexdigest()
        elif file.is_dir():
            found[str(file.relative_to(data))] = "folder"
    return found


def stopped(command, after):
    """Milliseconds from the signal to the end, and the exit code; the first is None where it had ended before."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    try:
        return None, process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        begin = time.perf_counter()
        process.send_signal(signal.SIGINT)
        late = threading.Timer(120, process.kill)  # wait(timeout) would look every 50 ms only
        late.start()
        code = process.wait()
        late.cancel()
        return 1000 * (time.perf_counter() - begin), code


def main():
    parser = argparse.ArgumentParser(prog="tools/bench cancel", description=__doc__.split("\n")[0])
    parser.add_argument("bin_folder", type=Path)
    parser.add_argument("work_folder", type=Path)
    parser.add_argument("plans", type=Path)
    parser.add_argument("--task", action="append")
    parser.add_argument("--sites", type=int, default=100_000)
    parser.add_argument("--mb", type=int, default=60)
    parser.add_argument("--at", type=float, action="append", help="seconds after the beginning; may be repeated")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    data = options.work_folder.resolve()
    prepare(data, options.bin_folder.resolve(), options.plans, options)
    good = True
    for name, words in tasks(data).items():
        if options.task and name not in options.task:
            continue
        shutil.rmtree(data / "out")
        (data / "out").mkdir()
        before, taken, codes = state(data), [], []
        for after in options.at or (0.3, 1, 2, 4, 7, 11):
            ms, code = stopped([options.bin_folder / "zhengtu", *map(str, words)], after)
            if ms is None:
                break  # it is done sooner
            left = {file for file, digest in state(data).items() if before.get(file) != digest} if code in STOPPED else set()
            taken.append(round(ms))
            codes.append(code if not left else f"{code}, left {', '.join(sorted(left)[:3])}")
            if code not in STOPPED:
                break  # too late: what it writes is whole
        fine = all(code in STOPPED for code in codes[:-1]) and (not codes or isinstance(codes[-1], int))
        slow = any(ms > LIMIT_MS for ms, code in zip(taken, codes) if code in STOPPED)
        good = good and fine and not slow
        row = {"task": name, "ms": taken, "codes": codes, "ok": fine and not slow}
        print(json.dumps(row, ensure_ascii=False) if options.json else f"{name:<22}{', '.join(f'{ms} ms ({code})' for ms, code in zip(taken, codes))}{'' if row['ok'] else '   NOT OK'}", flush=True)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
