#!/usr/bin/env python3
"""Checks what was made. Prints one line a check; exits 1 where one fails. usage: check.py FOLDER"""

import re
import sys
import tomllib
from collections import Counter
from pathlib import Path

import numpy as np
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parent))
from zgeodata import earth  # noqa: E402
from zgeodata.files import FIELDS, read_csv, read_geojson  # noqa: E402

KINDS = {"county", "city", "river", "lake", "reservoir", "reserve", "spring_zone", "spring", "mine", "air_station",
         "monitoring_section", "town", "road", "enterprise", "other"}
AREA_TOLERANCE = 0.02      # a drawn zone has its official area within 2 %
EDGE_DEGREES = 0.0005      # a point on the border of its county


class Report:
    def __init__(self):
        self.failed = 0

    def check(self, good, what, problems=()):
        problems = list(problems)
        print(("ok    " if good else "FAIL  ") + what)
        for problem in problems[:10]:
            print("        " + str(problem))
        self.failed += 0 if good else 1

    def none(self, what, problems):
        problems = list(problems)
        self.check(not problems, what, problems)


def fields(layers, report):
    for name, features in layers.items():
        ids = Counter(properties["id"] for _, properties in features)
        report.none(f"{name}: ids are there and unique", [key for key, count in ids.items() if count > 1 or not key])
        report.none(f"{name}: every feature has every field, a known kind and a source",
                    [p["id"] for _, p in features if not set(FIELDS) <= set(p) or p["kind"] not in KINDS or not p["source"]
                     or not p["licence"] or p["schematic"] not in (0, 1)])
        report.none(f"{name}: shapes are valid and not empty", [p["id"] for g, p in features if g.is_empty or not g.is_valid])


def coverage(layers, report):
    counties = [shape for shape, _ in layers["counties"]]
    report.check(len(counties) == 117, f"counties: {len(counties)} of 117")
    report.check(bool(shapely.coverage_is_valid(np.array(counties))), "counties: edges match, no overlaps (coverage)")
    union = shapely.union_all(counties)
    whole, parts = earth.area_km2(union), sum(map(earth.area_km2, counties))
    report.check(abs(whole - parts) < 0.5, f"counties: sum of areas {parts:.1f} km2, area of the union {whole:.1f} km2")
    holes = [ring for part in shapely.get_parts(union) for ring in part.interiors]
    report.check(not holes, f"counties: {len(holes)} gaps")
    report.check(abs(parts - 156700) < 400, "counties: the area of Shanxi is 156.7 thousand km2")
    cities = [shape for shape, _ in layers["cities"]]
    report.check(len(cities) == 11 and abs(sum(map(earth.area_km2, cities)) - parts) < 0.5, "cities: 11, the same area as the counties")
    codes = [p["adcode"] for _, p in layers["counties"]]
    report.check(len(set(codes)) == 117, "counties: codes are unique")


def homes(layers, report):
    county = {p["adcode"]: shape for shape, p in layers["counties"]}
    city = {p["adcode"]: shape for shape, p in layers["cities"]}
    report.none("every feature names a county of the layer",
                [(name, p["id"]) for name, features in layers.items() for _, p in features
                 if p["adcode"] and p["adcode"] not in county and p["adcode"] not in city])
    for name in ("towns", "places", "air_stations", "sections", "springs", "works"):
        report.none(f"{name}: every point lies in the county that it names",
                    [(p["id"], p["name"], p["county"]) for shape, p in layers[name]
                     if county[p["adcode"]].distance(shape) > EDGE_DEGREES + 0.00001 * p["accuracy_m"] * p["schematic"]])
    for name in ("mines", "reserves", "spring_zones"):
        report.none(f"{name}: every shape touches the county that it names",
                    [p["id"] for shape, p in layers[name] if not county[p["adcode"]].intersects(shape)])


def known_positions(folder, layers, report):
    """Two sources that know nothing of our polygons: the county in a GeoNames name, the city in the station list."""
    table = read_csv(folder / "tables/counties.csv")
    seats = {}
    for row in table:   # names that only one county of the province has: 城区 and 矿区 stand for several
        seats.setdefault(row["name"], []).append(row["adcode"])
        for former in filter(None, row["former_names"].split(";")):
            seats.setdefault(former, []).append(row["adcode"])
    wrong, right = [], 0
    for name in ("towns", "places"):
        for _, p in layers[name]:
            codes = {code for other in p["names_zh"].split(";") if len(seats.get(other, [])) == 1 for code in seats[other]}
            right += p["adcode"] in codes
            wrong += [(p["name"], p["county"], p["names_zh"])] if codes and p["adcode"] not in codes else []
    report.check(right >= 95 and len(wrong) <= 0.02 * (right + len(wrong)), f"county seats of GeoNames lie in their county: {right}, not: {len(wrong)}", wrong)
    facts = Path(__file__).resolve().parents[2] / "geodata/facts/air_stations.csv"
    stated = {row["code"]: row["city"] for row in read_csv(facts)}
    report.none("air stations lie in the city that the list names",
                [(p["code"], p["name"], p["city"]) for _, p in layers["air_stations"] if p["city"] != stated[p["code"]] + "市"])


def zones(layers, report):
    reserve = {}
    for shape, properties in layers["reserves"]:
        reserve.setdefault(properties["parent"], {})[properties["zone"]] = (shape, properties)
    report.check(len(reserve) == 46 and all(len(parts) == 3 for parts in reserve.values()), f"reserves: {len(reserve)}, three zones each")
    overlaps, off = [], []
    for name, parts in reserve.items():
        shapes = [parts[zone][0] for zone in ("core", "buffer", "experimental")]
        for a, b in ((0, 1), (0, 2), (1, 2)):
            if earth.area_km2(shapes[a].intersection(shapes[b])) > 0.01:
                overlaps.append(name)
        solid = shapely.union_all(shapes)
        compact = parts["core"][1]["drawn"] == "in its bounding box"
        if compact and (len(shapely.get_parts(solid)) != 1 or any(part.interiors for part in shapely.get_parts(solid))):
            overlaps.append(name + ": a gap between zones")
        off += [(name, zone) for zone, (shape, p) in parts.items()
                if abs(earth.area_km2(shape) / p["area_km2"] - 1) > AREA_TOLERANCE]
    report.none("reserves: zones are rings that do not overlap", overlaps)
    report.none("reserves: zones have their official areas", off)
    domain = {p["name"]: shape for shape, p in layers["spring_zones"] if p["zone"] == "domain"}
    report.none("spring zones: key zones lie in their domain",
                [p["name"] for shape, p in layers["spring_zones"] if p["zone"] == "key"
                 and earth.area_km2(shape.difference(domain[p["name"]])) > 0.1 * earth.area_km2(shape)])
    report.none("drawn layers say so", [p["id"] for name in ("reserves", "spring_zones", "mines", "sections", "roads")
                                       for _, p in layers[name] if p["schematic"] != 1])


def tables(folder, layers, report):
    county = read_csv(folder / "tables/counties.csv")
    town = read_csv(folder / "tables/towns.csv")
    village = read_csv(folder / "tables/villages.csv")
    codes, towns = {row["adcode"] for row in county}, {row["code"] for row in town}
    names = {p["adcode"]: p["name"] for _, p in layers["counties"]}
    report.none("tables/counties.csv has the names of the layer", [row for row in county if names.get(row["adcode"]) != row["name"]])
    report.none("tables/towns.csv: codes are unique, counties are known",
                [code for code, count in Counter(row["code"] for row in town).items() if count > 1]
                + [row["code"] for row in town if row["county_adcode"] and row["county_adcode"] not in codes])
    report.check(len(town) == 1352 and len(village) == 21895, f"tables: {len(town)} towns, {len(village)} villages")
    here = {(row["county_adcode"], row["name"]) for row in town}
    for name in ("former_towns", "former_villages"):
        former = read_csv(folder / f"tables/{name}.csv")
        report.none(f"tables/{name}.csv: {len(former)} rows, a code once a list, counties known, a list before the one that lacks it",
                    [key for key, count in Counter((row["code"], row["listed_until"]) for row in former).items() if count > 1]
                    + [row["code"] for row in former if row["county_adcode"] not in codes or row["listed_until"] >= row["gone_by"]
                       or (row.get("heir") and (row["county_adcode"], row["heir"]) not in here)])
    report.none("tables/villages.csv: codes are unique, towns are known",
                [code for code, count in Counter(row["code"] for row in village).items() if count > 1]
                + [row["code"] for row in village if row["town_code"] not in towns])
    report.none("tables/groups.csv and known_names.csv: counties are known",
                [row["name"] for file in ("groups", "known_names") for row in read_csv(folder / f"tables/{file}.csv")
                 if not set(row["county_adcodes"].split(";")) <= codes])


def river_system(folder, layers, report):
    """The lines against tables/rivers.csv, which is from texts: counties, direction, mouth."""
    county = {p["adcode"]: shape for shape, p in layers["counties"]}
    line = {p["name"]: (shape, p) for shape, p in layers["rivers"]}
    land = shapely.union_all(list(county.values()))
    misses, turned, mouths = [], [], []
    rows = read_csv(folder / "tables/rivers.csv")
    for row in rows:
        if row["name"] not in line:
            continue
        shape, p = line[row["name"]]
        slack, whole = p["accuracy_m"] / 90_000, "not drawn" not in p["note"]
        course = list(filter(None, row["course_adcodes"].split(";")))
        met = [code for code in course if shape.distance(county[code]) <= slack]
        misses += [(row["name"], code) for code in course if code not in met and whole]
        reach = [[shape.project(shapely.Point(at)) for at in shapely.get_coordinates(shape.intersection(county[code].buffer(slack)))] for code in met]
        turned += [(row["name"], a, b) for (a, before), (b, after) in zip(zip(met, reach), zip(met[1:], reach[1:])) if min(before) >= max(after)]
        end = shapely.Point(shape.coords[-1])
        goals = [line[other["name"]][0] for other in rows if other["name"] in line and other["name"] != row["name"]
                 and (other["name"] == row["into"] or other["into"] == row["into"] != "黄河")]
        leaves = land.boundary.distance(end) < 0.03 + slack or not land.covers(end)
        if row["into"] in line and whole and not leaves and not any(goal.distance(end) <= slack for goal in goals):
            mouths.append((row["name"], row["into"]))
    report.none("rivers run through the counties that the texts name", misses)
    report.none("rivers run downstream", turned)
    report.none("rivers end at the river that they flow into", mouths)
    known = {row["name"]: row["into"] for row in rows}
    report.none("no river flows into itself", [name for name in known if _circle(name, known)])


def _circle(name, into):
    seen = {name}
    while (name := into.get(name, "")):
        if name in seen:
            return True
        seen.add(name)
    return False


def clean(folder, report):
    """No path of a machine, no host of a registry, and files small enough to be committed."""
    bad, total = [], 0
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in (".geojson", ".csv", ".toml", ".md"):
            text = path.read_text(encoding="utf-8")
            total += len(text.encode())
            if re.search(r"npmjs|/(home|tmp|root|work)/", text):
                bad.append(path.name)
    report.none("no path of a machine, no host of a registry", bad)
    report.check(total < 5_000_000, f"all files together {total / 1e6:.1f} MB")


def main():
    folder = Path(sys.argv[1])
    catalogue = tomllib.loads((folder / "layers.toml").read_text(encoding="utf-8"))["layer"]
    layers = {layer["id"]: read_geojson(folder / layer["file"]) for layer in catalogue}
    report = Report()
    report.none("layers.toml counts what the files hold", [layer["id"] for layer in catalogue if layer["features"] != len(layers[layer["id"]])])
    fields(layers, report)
    coverage(layers, report)
    homes(layers, report)
    known_positions(folder, layers, report)
    zones(layers, report)
    tables(folder, layers, report)
    river_system(folder, layers, report)
    clean(folder, report)
    if report.failed:
        sys.exit(f"error: {report.failed} checks of {folder} failed")


if __name__ == "__main__":
    main()
