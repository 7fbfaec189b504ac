"""Works with a position in an open source: power stations."""

from shapely import Point

from .files import feature, read_csv


def make(facts, counties):
    features = []
    for number, row in enumerate(read_csv(facts / "works.csv"), 1):
        point = Point(float(row["lon"]), float(row["lat"]))
        home = next((item["properties"] for item in counties if item["geometry"].covers(point)), None)
        if home is None or home["county"] not in row["county"].split(";"):
            raise SystemExit(f"error: facts/works.csv: {row['name']} lies in {home and home['county']}, not in {row['county']}")
        features.append(feature(
            point, 6, id=f"works-{number}", name=row["name"], aliases=row["aliases"], kind=row["kind"], adcode=home["adcode"],
            county=home["county"], city=home["city"], source=row["source"], licence="CC BY 4.0", date="not stated",
            accuracy_m=int(row["accuracy_m"]), schematic=0))
    return features
