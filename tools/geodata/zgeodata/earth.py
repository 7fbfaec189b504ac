"""Metres on the ellipsoid, and shapes drawn in metres round a place."""

import math

from pyproj import Geod
from shapely.geometry import Polygon
from shapely.ops import transform

GEOD = Geod(ellps="GRS80")  # CGCS2000; differs from WGS 84 by 0.1 mm in the semi-minor axis


def area_km2(geometry):
    """Geodesic area."""
    return abs(GEOD.geometry_area_perimeter(geometry)[0]) / 1e6


def length_m(geometry):
    return GEOD.geometry_length(geometry)


def distance_m(a, b):
    return GEOD.inv(a[0], a[1], b[0], b[1])[2]


class Plane:
    """Metres east and north of a place, true there and good within some tens of km (transverse, sphere of local radius)."""

    def __init__(self, lon, lat):
        a, e2 = GEOD.a, GEOD.es
        sine = math.sin(math.radians(lat))
        root = math.sqrt(1 - e2 * sine * sine)
        self.lon, self.lat = lon, lat
        self.kx = math.radians(1) * a / root * math.cos(math.radians(lat))
        self.ky = math.radians(1) * a * (1 - e2) / root**3

    def to_metres(self, geometry):
        return transform(lambda x, y: ((x - self.lon) * self.kx, (y - self.lat) * self.ky), geometry)

    def to_degrees(self, geometry):
        return transform(lambda x, y: (x / self.kx + self.lon, y / self.ky + self.lat), geometry)


def superellipse(half_width, half_height, exponent, points=48):
    """|x/w|^n + |y/h|^n = 1 round (0, 0): an ellipse for n = 2, the box as n grows. Anticlockwise."""
    ring = []
    for step in range(points):
        angle = 2 * math.pi * step / points
        cosine, sine = math.cos(angle), math.sin(angle)
        ring.append((math.copysign(abs(cosine) ** (2 / exponent), cosine) * half_width,
                     math.copysign(abs(sine) ** (2 / exponent), sine) * half_height))
    return Polygon(ring)


def superellipse_area(half_width, half_height, exponent):
    gamma = math.gamma
    return 4 * half_width * half_height * gamma(1 + 1 / exponent) ** 2 / gamma(1 + 2 / exponent)
