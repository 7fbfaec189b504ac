"""One pass over much text with many names: Zhengtu's matcher beside ripgrep and Vectorscan, on one core, as whole processes.

usage: match.py BIN_FOLDER GEODATA PLANS WORK_FOLDER [--mb N] [--rounds N] [--no-growth] [--json]

Names are those of the gazetteer (names and aliases of its layers and tables), made up to the wanted number by other beginnings before
their endings. Text is the plans' lines in random order with a fixed seed. A time counts only where the answers agree: Zhengtu's,
Vectorscan's and those of a naive search must be the same set of occurrences; ripgrep reports only what does not overlap, so its count must be
what the naive rule "longest first, then go on behind it" gives. Times are the best of the rounds, the programs taking turns.
"""
import argparse
import csv
import json
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path


def gazetteer_names(geodata):
    names = set()
    for table in sorted((geodata / "tables").glob("*.csv")):
        rows = csv.DictReader(line for line in table.open(encoding="utf-8") if not line.startswith("#"))
        for row in rows:
            names.update([row.get("name") or "", *(row.get("aliases") or "").split(";")])
    for layer in sorted((geodata / "layers").glob("*.geojson")):
        for feature in json.loads(layer.read_text(encoding="utf-8"))["features"]:
            properties = feature["properties"]
            names.update([properties.get("name") or "", *(properties.get("aliases") or "").split(";")])
    return sorted(name for name in names if len(name) >= 2)


def names_of(count, known):
    """So many different names; where there are not enough, made of the beginning of one and the ending of another."""
    chance = random.Random(7)
    names = list(known)
    chance.shuffle(names)
    names, have = names[:count], set(names[:count])
    while len(names) < count:
        first, second = chance.choice(known), chance.choice(known)
        made = first[: chance.randint(1, 2)] + second[-chance.randint(2, 3) :]
        if made not in have:
            have.add(made)
            names.append(made)
    return sorted(names, key=lambda name: (-len(name), name))  # longest first, for ripgrep


def text_of(size, plans):
    lines = [line for plan in sorted(plans.rglob("*.txt")) for line in plan.read_text(encoding="utf-8").splitlines(keepends=True) if line.strip()]
    if not lines:
        sys.exit(f"error: no plans (*.txt) in {plans}")
    chance, parts, length = random.Random(11), [], 0
    while length < size:
        line = chance.choice(lines).rstrip("\n").encode() + b"\n"
        parts.append(line)
        length += len(line)
    return b"".join(parts)


def not_overlapping(names, text):
    """How many ripgrep must print: at each position the longest name, then on behind it."""
    of_length = {}
    for name in names:
        of_length.setdefault(len(name), set()).add(name)
    lengths, first, count = sorted(of_length, reverse=True), {name[:2] for name in names}, 0
    for line in text.decode().split("\n"):
        at = 0
        while at < len(line) - 1:
            found = line[at : at + 2] in first and next((n for n in lengths if line[at : at + n] in of_length[n]), 0)
            count += bool(found)
            at += found or 1
    return count


class Program:
    def __init__(self, name, command):
        self.name, self.command, self.best, self.answer = name, command, None, None

    def run(self):
        before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(["taskset", "-c", str(max(os.sched_getaffinity(0))), *map(str, self.command)], capture_output=True, text=True)
        wall = time.perf_counter() - begin
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0:
            sys.exit(f"error: {self.name} failed: {done.stderr.strip()}")
        fields = done.stdout.split()
        self.answer = fields[0] if self.name == "ripgrep" else fields[:3]
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        build = float(fields[3]) if len(fields) > 3 else None
        if self.best is None or cpu < self.best["cpu_s"]:
            self.best = {"wall_s": round(wall, 3), "cpu_s": round(cpu, 3), "build_s": build}


def measure(programs, rounds):
    for _ in range(rounds):
        for program in programs:
            program.run()
    return {program.name: program.best for program in programs}


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__, allow_abbrev=False)
    for name in ("programs", "geodata", "plans", "work"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--mb", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-growth", action="store_true")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def main():
    asked = arguments()
    programs_in, work = asked.programs, asked.work
    work.mkdir(parents=True, exist_ok=True)
    known = gazetteer_names(asked.geodata)

    def write_names(count):
        path = work / f"names-{count}.txt"
        names = names_of(count, known)
        path.write_text("\n".join(names) + "\n", encoding="utf-8")
        return path, names

    text = text_of(asked.mb * 1_000_000, asked.plans)
    whole = work / f"text-{asked.mb}.txt"
    whole.write_bytes(text)
    path, names = write_names(50_000)

    def ours(name_path, text_path):
        return Program("zhengtu", [programs_in / "matcher_bench", name_path, text_path])

    rivals = [
        Program("ripgrep", ["rg", "-j1", "--mmap", "-F", "--count-matches", "-f", path, whole]),
        Program("vectorscan", [programs_in / "vectorscan_bench", path, whole]),
    ]
    first = ours(path, whole)
    result = {"names": len(names), "of_the_gazetteer": min(len(known), len(names)), "text_mb": len(text) / 1e6, "load_average": os.getloadavg()[0]}
    result["peers"] = measure([first, *rivals], asked.rounds)
    naive = Program("naive", [programs_in / "matcher_bench", path, whole, "--naive"])
    naive.run()
    expected = {"zhengtu": naive.answer, "vectorscan": naive.answer, "ripgrep": str(not_overlapping(names, text))}
    for program in [first, *rivals]:
        if program.answer != expected[program.name]:
            sys.exit(f"error: {program.name} answers {program.answer}, expected {expected[program.name]}: its time does not count")
    result["occurrences"] = int(naive.answer[0])
    result["not_overlapping"] = int(expected["ripgrep"])
    if not asked.no_growth:
        result["by_names"] = {}
        for count in (1_000, 10_000, 50_000, 200_000):
            program = ours(write_names(count)[0], whole)
            result["by_names"][count] = measure([program], 3)["zhengtu"] | {"occurrences": int(program.answer[0])}
        result["by_text_mb"] = {}
        for share in (8, 4, 2, 1):
            part = work / "part.txt"
            part.write_bytes(text[: text.rindex(b"\n", 0, len(text) // share) + 1])
            result["by_text_mb"][round(part.stat().st_size / 1e6, 1)] = measure([ours(path, part)], 3)["zhengtu"]
    if asked.json:
        print(json.dumps(result, indent=1))
        return
    print(f"{result['names']} names ({result['of_the_gazetteer']} of the gazetteer), {result['text_mb']:.1f} MB, {result['occurrences']} occurrences "
          f"({result['not_overlapping']} that do not overlap); answers agree; load average {result['load_average']:.1f}")
    for title, rows in (("program", result["peers"]), ("names", result.get("by_names", {})), ("MB of text", result.get("by_text_mb", {}))):
        if rows:
            print(f"\n{title:>12}  wall s   cpu s  of it building")
        for name, row in rows.items():
            print(f"{name:>12}  {row['wall_s']:6.3f}  {row['cpu_s']:6.3f}  {'' if row['build_s'] is None else row['build_s']}")


main()
