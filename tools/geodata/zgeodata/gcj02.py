"""GCJ-02 to WGS 84. The forward formula is the published one; the inverse is found by iteration to 1e-9 degrees."""

import numpy as np

_A = 6378245.0                # Krasovsky 1940, as the formula has it
_EE = 0.00669342162296594323


def _shift(lon, lat):
    x, y = lon - 105.0, lat - 35.0
    root = np.sqrt(np.abs(x))
    waves = 20 * np.sin(6 * np.pi * x) + 20 * np.sin(2 * np.pi * x)
    east = (300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
            + (waves + 20 * np.sin(np.pi * x) + 40 * np.sin(np.pi / 3 * x)
               + 150 * np.sin(np.pi / 12 * x) + 300 * np.sin(np.pi / 30 * x)) * 2 / 3)
    north = (-100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
             + (waves + 20 * np.sin(np.pi * y) + 40 * np.sin(np.pi / 3 * y)
                + 160 * np.sin(np.pi / 12 * y) + 320 * np.sin(np.pi / 30 * y)) * 2 / 3)
    radians = np.radians(lat)
    magic = 1 - _EE * np.sin(radians) ** 2
    north = north * 180 / (_A * (1 - _EE) / (magic * np.sqrt(magic)) * np.pi)
    east = east * 180 / (_A / np.sqrt(magic) * np.cos(radians) * np.pi)
    return east, north


def from_wgs84(coordinates):
    points = np.asarray(coordinates, dtype=float)
    east, north = _shift(points[:, 0], points[:, 1])
    return points + np.column_stack([east, north])


def to_wgs84(coordinates):
    """coordinates: array (n, 2) of lon, lat in GCJ-02."""
    target = np.asarray(coordinates, dtype=float)
    guess = target.copy()
    for _ in range(12):
        error = from_wgs84(guess) - target
        guess -= error
        if not len(error) or np.abs(error).max() < 1e-9:
            break
    return guess
