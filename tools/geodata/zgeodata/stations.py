"""Air quality stations of the national list."""

import re

from shapely import Point

from .files import feature, read_csv

CLOSED = re.compile(r"[(（]([^()（）]*停运[^()（）]*)[)）]")


def make(facts, counties):
    features, done = [], set()
    aliases = {row["code"]: row["aliases"] for row in read_csv(facts / "air_station_aliases.csv")}
    for row in read_csv(facts / "air_stations.csv"):
        if not row["lon"]:
            continue
        closed = CLOSED.search(row["name"])
        name = re.sub(r"\s*[(（].*[)）]", "", row["name"])
        point = Point(float(row["lon"]), float(row["lat"]))
        home = next((item["properties"] for item in counties if item["geometry"].covers(point)), None)
        if home is None:
            raise SystemExit(f"error: facts/air_stations.csv: {row['code']} {row['name']} lies in no county")
        features.append(feature(
            point, 6, id=row["code"], name=name, kind="air_station", adcode=home["adcode"], county=home["county"],
            city=home["city"], aliases=aliases.get(row["code"], ""), source=row["source"], licence="facts", date="2022-02-13",
            accuracy_m=700, schematic=0, code=row["code"], closed=closed.group(1) if closed else "",
            reference_point="yes" if row["is_reference_point"] == "Y" and not closed else ""))
        done.add(row["code"])
    return features
