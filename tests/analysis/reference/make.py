#!/usr/bin/env python3
"""Makes gi.csv and whole.csv beside it: what other programs answer for the same made-up positions.

Run in the root of tools/bench (numpy, scipy; PostGIS for the clusters):  make.py "CONNECTION OF PSQL"
Gi* and Moran's I by the published formulas (Ord & Getis 1995, eq. 14; Cliff & Ord 1981), written here from them alone, with all
distances by the mid-latitude formula, which is right to 1e-6 over 25 km; that no distance is so near the limits that this could matter is
checked. Pseudo p as esda draws it. Clusters by ST_ClusterDBSCAN in an azimuthal equidistant plane. Intervals by Garwood's chi-square form.
"""
import csv
import math
import pathlib
import subprocess
import sys

import numpy
from scipy import stats

HERE = pathlib.Path(__file__).parent
BAND_M, EPS_M, MIN_COUNT = 2500.0, 900.0, 5
A, F = 6378137.0, 1 / 298.257222101
E2 = F * (2 - F)
LON0, LAT0 = 112.5, 37.8


def made():
    random = numpy.random.default_rng(20240613)
    groups = [(112.46, 37.82, 0.006, 60, 6.0), (112.55, 37.76, 0.009, 50, 2.0), (112.52, 37.84, 0.004, 30, 9.0)]
    rows = []
    for lon, lat, spread, count, value in groups:
        for _ in range(count):
            rows.append((lon + random.normal(0, spread), lat + random.normal(0, spread), random.poisson(value)))
    for _ in range(110):
        rows.append((random.uniform(112.38, 112.62), random.uniform(37.7, 37.9), random.poisson(2.0)))
    return [(round(x, 6), round(y, 6), int(v)) for x, y, v in rows]


def distances(points):
    lat = numpy.radians((points[:, None, 1] + points[None, :, 1]) / 2)
    root = 1 - E2 * numpy.sin(lat) ** 2
    north = A * (1 - E2) / root**1.5 * numpy.radians(points[:, None, 1] - points[None, :, 1])
    east = A / numpy.sqrt(root) * numpy.cos(lat) * numpy.radians(points[:, None, 0] - points[None, :, 0])
    return numpy.hypot(north, east)


def main():
    rows = made()
    points = numpy.array([(x, y) for x, y, _ in rows])
    x = numpy.array([v for _, _, v in rows], dtype=float)
    n = len(x)
    d = distances(points)
    for limit in (BAND_M, EPS_M):
        off = numpy.abs(d - limit)
        assert off[~numpy.eye(n, dtype=bool)].min() > 5e-6 * limit, "a distance is too near the limit to compare"
    near = d <= BAND_M
    w = near.astype(float)
    total, mean, s = w.sum(1), x.mean(), math.sqrt((x**2).mean() - x.mean() ** 2)
    z = (w @ x - mean * total) / (s * numpy.sqrt((n * (w**2).sum(1) - total**2) / (n - 1)))

    w0 = w - numpy.eye(n)
    k = w0.sum(1)
    r = numpy.divide(w0, k[:, None], out=numpy.zeros_like(w0), where=k[:, None] > 0)
    y = x - mean
    s0 = r.sum()
    i = n / s0 * (y @ r @ y) / (y @ y)
    s1 = ((r + r.T) ** 2).sum() / 2
    s2 = ((r.sum(1) + r.sum(0)) ** 2).sum()
    b2 = n * (y**4).sum() / (y @ y) ** 2
    e = -1 / (n - 1)
    variance = (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0**2) - b2 * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0**2)) / (
        (n - 1) * (n - 2) * (n - 3) * s0**2) - e * e

    # conditional permutation, as esda does it: one-sided, folded
    random = numpy.random.default_rng(7)
    chance = []
    observed = w @ x
    for at in range(n):
        others = numpy.delete(x, at)
        draws = numpy.array([random.choice(others, int(k[at]), replace=False).sum() for _ in range(1999)]) + x[at]
        chance.append((min((draws >= observed[at]).sum(), (draws <= observed[at]).sum()) + 1) / 2000)

    there = f"+proj=aeqd +lat_0={LAT0} +lon_0={LON0} +ellps=GRS80 +units=m"
    values = ",".join(f"({number},ST_Transform(ST_SetSRID(ST_MakePoint({lon},{lat}),4490),'{there}'))" for number, (lon, lat, _) in enumerate(rows))
    sql = f"SELECT id, coalesce(ST_ClusterDBSCAN(g, {EPS_M}, {MIN_COUNT}) OVER (), -1) FROM (VALUES {values}) AS t(id, g) ORDER BY id"
    out = subprocess.run(["psql", *sys.argv[1:], "-X", "-q", "-At", "-F", ","], input=sql, check=True, capture_output=True, text=True).stdout
    postgis = [int(line.split(",")[1]) for line in out.splitlines()]
    core = (d <= EPS_M).sum(1) >= MIN_COUNT
    with open(HERE / "gi.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["lon", "lat", "value", "neighbours", "z", "p_permuted", "core", "postgis_cluster"])
        for (lon, lat, value), count, one, p, inner, cluster in zip(rows, k, z, chance, core, postgis):
            out.writerow([lon, lat, value, int(count), f"{one:.10f}", f"{p:.4f}", int(inner), cluster])
    with open(HERE / "whole.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["name", "value"])
        for name, value in (("moran_i", i), ("moran_z", (i - e) / math.sqrt(variance))):
            out.writerow([name, f"{value:.10f}"])
        for count in (0, 1, 5, 19, 100, 1500):
            low = 0 if count == 0 else stats.chi2.ppf(0.025, 2 * count) / 2
            out.writerow([f"poisson_low_{count}", f"{low:.8f}"])
            out.writerow([f"poisson_high_{count}", f"{stats.chi2.ppf(0.975, 2 * count + 2) / 2:.8f}"])


if __name__ == "__main__":
    main()
