"""PostGIS for the same tasks: a server of its own in a temporary folder, without network, stopped and removed at the end."""
import atexit
import os
import re
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

import numpy as np
import shapely

TUNED = {
    "shared_buffers": "2GB",
    "work_mem": "256MB",
    "maintenance_work_mem": "512MB",
    "max_parallel_workers_per_gather": "2",
    "max_parallel_workers": "2",
    "parallel_setup_cost": "10",
    "parallel_tuple_cost": "0.001",
    "min_parallel_table_scan_size": "0",
    "jit": "off",
    "random_page_cost": "1.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "statement_timeout": "600s",
}


class Server:
    def __init__(self):
        self.bin = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self.session, self.peak_mb = "", 0.0  # what is set before a timed query; the most memory during any
        self.folder = Path(tempfile.mkdtemp(prefix="zhengtu-postgis-"))
        # the server refuses to run as root
        self.user = ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"] if os.getuid() == 0 else []
        if self.user:
            shutil.chown(self.folder, "nobody", "nogroup")
        atexit.register(self.stop)
        self.data = self.folder / "data"
        self.call([self.bin / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"])
        options = " ".join(f"-c {key}={value}" for key, value in TUNED.items())
        self.call([self.bin / "pg_ctl", "-D", self.data, "-w", "-l", self.folder / "log", "-o",
                   f"-c listen_addresses= -c unix_socket_directories={self.folder} {options}", "start"])
        self.sql("CREATE EXTENSION postgis")

    def call(self, command):
        done = subprocess.run([*self.user, *map(str, command)], cwd=self.folder, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {done.stderr or done.stdout}")

    def processes(self):
        """The server and what it forked."""
        head = (self.data / "postmaster.pid").read_text().split("\n", 1)[0]
        return [head, *Path(f"/proc/{head}/task/{head}/children").read_text().split()]

    def memory_mb(self):
        """What its processes have, memory that they share counted once (PSS)."""
        total = 0
        for process in self.processes():
            try:
                total += int(re.search(r"^Pss: +(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.M)[1])
            except (OSError, TypeError):
                pass  # it has ended
        return total / 1024

    def stop(self):
        if self.folder.exists():
            subprocess.run([*self.user, self.bin / "pg_ctl", "-D", self.data, "-m", "immediate", "stop"], cwd="/", capture_output=True)
            shutil.rmtree(self.folder, ignore_errors=True)

    def psql(self, text):
        done = subprocess.run([self.bin / "psql", "-h", self.folder, "-U", "postgres", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"],
                              input=text, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def sql(self, text):
        return self.psql(text)

    def timed(self, query):
        """Seconds of the query alone, its answer counted and thrown away in the server."""
        ended, peak = threading.Event(), [0.0]

        def look():
            while not ended.wait(0.1):
                peak[0] = max(peak[0], self.memory_mb())

        looking = threading.Thread(target=look)
        looking.start()
        try:
            out = self.psql(f"{self.session}\\timing on\n{query};\n")
        finally:
            ended.set()
            looking.join()
        self.peak_mb = max(self.peak_mb, peak[0])
        return float(re.findall(r"Time: ([\d.]+) ms", out)[-1]) / 1000

    def rows(self, query, dtype):
        return np.fromstring(self.psql(f"COPY ({query}) TO STDOUT (FORMAT csv)").replace("\n", ","), dtype=dtype, sep=",")

    def copy(self, table, lines):
        file = self.folder / "copy.csv"
        with open(file, "w", encoding="ascii") as out:
            out.writelines(lines)
        self.psql(f"\\copy {table} FROM '{file}' (FORMAT csv)\n")
        file.unlink()

    def load_points(self, table, points, srid):
        self.sql(f"CREATE UNLOGGED TABLE raw(id int, x float8, y float8)")
        self.copy("raw", (f"{i},{x!r},{y!r}\n" for i, (x, y) in enumerate(points.tolist())))
        self.sql(f"CREATE UNLOGGED TABLE {table} AS SELECT id, ST_SetSRID(ST_MakePoint(x, y), {srid}) AS geom FROM raw; DROP TABLE raw")

    def load_shapes(self, table, numbers, shapes):
        self.sql(f"CREATE UNLOGGED TABLE {table}(id int, geom geometry)")
        self.copy(table, (f"{n},{h}\n" for n, h in zip(numbers, shapely.to_wkb(shapely.set_srid(shapes, 4326), hex=True, include_srid=True))))

    def index(self, table, column="geom"):
        self.sql(f"CREATE INDEX ON {table} USING gist({column}); ANALYZE {table}")


class Inside:
    name = "PostGIS tuned"
    query = "FROM polygons z JOIN points p ON ST_Intersects(z.geom, p.geom)"

    def __init__(self, server, layers):
        self.server = server
        server.sql("DROP TABLE IF EXISTS points, polygons")
        server.load_points("points", layers.points, 4326)
        polygons = layers.shapes("polygons")
        server.load_shapes("polygons", range(len(polygons)), polygons)
        # in memory, in the order of the index: as fast as PostGIS can
        server.sql("ALTER TABLE polygons ALTER geom SET STORAGE external; UPDATE polygons SET geom = geom; VACUUM FULL polygons")
        server.index("points")
        server.index("polygons")
        server.sql("CLUSTER points USING points_geom_idx; VACUUM ANALYZE points; VACUUM ANALYZE polygons")

    def round(self):
        return self.server.timed(f"SELECT count(*), sum(p.id) {self.query}"), None

    def answer(self):
        return self.server.rows(f"SELECT p.id, z.id {self.query} ORDER BY 1, 2", np.uint32).reshape(-1, 2)


class Near:
    """Rivers in pieces of 32 edges, geography index: points within a distance, each pair once."""

    name = "PostGIS geography tuned"

    def __init__(self, server, layers, metres):
        self.server, self.metres = server, metres
        server.sql("DROP TABLE IF EXISTS gpoints, pieces")
        server.load_points("gpoints", layers.points, 4326)
        server.sql("ALTER TABLE gpoints ALTER geom TYPE geography USING geom::geography")
        pieces = layers.river_pieces()
        server.load_shapes("pieces", [n for n, _ in pieces], np.array([p for _, p in pieces], dtype=object))
        server.sql("ALTER TABLE pieces ALTER geom TYPE geography USING geom::geography")
        server.index("gpoints")
        server.index("pieces")
        server.sql("CLUSTER gpoints USING gpoints_geom_idx; VACUUM ANALYZE gpoints; VACUUM ANALYZE pieces")

    @property
    def query(self):
        return f"SELECT DISTINCT p.id AS point, r.id AS river FROM pieces r JOIN gpoints p ON ST_DWithin(r.geom, p.geom, {self.metres})"

    def round(self):
        return self.server.timed(f"SELECT count(*), sum(point) FROM ({self.query}) q"), None

    def answer(self):
        return self.server.rows(f"{self.query} ORDER BY 1, 2", np.uint32).reshape(-1, 2)


class NearAsWritten:
    """The same question with whole rivers, indexed, in a session with the settings that PostgreSQL comes with."""

    name = "PostGIS geography as written"
    settings = ["work_mem", "max_parallel_workers_per_gather", "parallel_setup_cost", "parallel_tuple_cost", "min_parallel_table_scan_size", "jit", "random_page_cost"]

    def __init__(self, server, layers, metres):
        self.server = server
        self.query = f"SELECT p.id AS point, r.id AS river FROM rivers r JOIN wpoints p ON ST_DWithin(r.geom, p.geom, {metres})"
        server.sql("DROP TABLE IF EXISTS wpoints, rivers")
        server.load_points("wpoints", layers.points, 4326)
        server.sql("ALTER TABLE wpoints ALTER geom TYPE geography USING geom::geography")
        rivers = layers.rivers()
        server.load_shapes("rivers", range(len(rivers)), rivers)
        server.sql("ALTER TABLE rivers ALTER geom TYPE geography USING geom::geography")
        server.index("wpoints")
        server.index("rivers")
        server.sql("VACUUM ANALYZE wpoints; VACUUM ANALYZE rivers")

    def round(self):
        built_in = self.server.psql("SELECT name || '=' || boot_val FROM pg_settings WHERE name IN ('" + "','".join(self.settings) + "')").split()
        self.server.session = "".join("SET {} = '{}';\n".format(*one.split("=")) for one in built_in)
        try:
            return self.server.timed(f"SELECT count(*), sum(point) FROM ({self.query}) q"), None
        finally:
            self.server.session = ""

    def answer(self):
        return self.server.rows(f"{self.query} ORDER BY 1, 2", np.uint32).reshape(-1, 2)


class Dbscan:
    name = "PostGIS ST_ClusterDBSCAN"

    def __init__(self, server, layers):
        self.server = server
        server.sql("DROP TABLE IF EXISTS mpoints")
        server.load_points("mpoints", layers.points_m, 0)
        server.sql("VACUUM ANALYZE mpoints")

    def round(self):
        return self.server.timed("SELECT count(c), max(c) FROM (SELECT ST_ClusterDBSCAN(geom, 1000, 10) OVER () AS c FROM mpoints) q"), None
