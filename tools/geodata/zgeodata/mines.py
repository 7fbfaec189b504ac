"""Coal mines: centre and area are known, concession boundaries are not: a square of the area round the centre, schematic."""

import math
import re

import shapely

from . import earth
from .files import area as as_area, feature, read_csv

ACCURACY_M = {"reported": 2000, "extracted": 3000, "estimated": 4000}


def _with_companies(aliases):
    """斜沟煤业 also goes as 斜沟煤业有限公司 and 斜沟煤业有限责任公司."""
    names = aliases.split(";")
    return ";".join(names + [name + ending for name in names if name.endswith("煤业") for ending in ("有限公司", "有限责任公司")])


def make(facts, counties):
    aliases = {row["name_zh"]: _with_companies(row["aliases"]) for row in read_csv(facts / "mine_aliases.csv")}
    features = []
    for row in read_csv(facts / "mines.csv"):
        lon, lat = float(row["lon_wgs84"]), float(row["lat_wgs84"])
        home = next((item["properties"] for item in counties if item["geometry"].covers(shapely.Point(lon, lat))), None)
        if home is None or home["county"] != row["county"]:
            raise SystemExit(f"error: facts/mines.csv: {row['name_zh']} lies in {home and home['county']}, not in {row['county']}")
        half = math.sqrt(float(row["area_km2"]) * 1e6) / 2
        square = earth.Plane(lon, lat).to_degrees(shapely.box(-half, -half, half, half))
        features.append(feature(
            as_area(square), 5, id="mine-" + re.sub("[^a-z0-9]+", "-", row["name_en"].lower()),
            name=row["name_zh"], aliases=aliases.get(row["name_zh"], ""), kind="mine", adcode=home["adcode"],
            county=home["county"], city=home["city"], source=row["source"] + "; shape drawn", licence="CC BY 4.0",
            date="", accuracy_m=ACCURACY_M[row["precision"]] + int(round(half, -2)), schematic=1, name_en=row["name_en"],
            area_km2=float(row["area_km2"]), centre=f"{lon} {lat}", precision=row["precision"]))
    return features
