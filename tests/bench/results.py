"""60 results with pictures, start to all painted, against headless Chromium showing the same results as a page."""

from __future__ import annotations

import contextlib
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.bench.market import Market
from tests.bench.memory import megabytes
from tests.bench.results_app import KEYWORD, WANTED
from tests.bench.rows import Row, ratio, skipped
from tests.bench.start import environment
from tests.support.sandbox import url_path_of
from tests.support.signing import sign

LATENCY_MS = 80
ROUNDS = 5
TIME = ("60 results with pictures at 80 ms latency, all painted", "headless Chromium, same results", 0.6)
MEMORY = ("memory with 60 results painted", "headless Chromium, same results", 0.3)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--window-size=2400,2400",
)  # fmt: skip
PAGE = """<!doctype html><meta charset=utf-8><style>body{font:13px sans-serif;display:flex;flex-wrap:wrap;gap:12px}
div{width:200px}img{width:184px;height:184px}</style><script>
const rows=%s;let left=rows.length;
function done(){if(--left==0)requestAnimationFrame(()=>requestAnimationFrame(()=>fetch('/painted')))}
onload=()=>{for(const r of rows){const d=document.createElement('div'),i=new Image();i.onload=i.onerror=done;i.src=r[0];
d.append(i,document.createElement('br'),r[1]);document.body.append(d)}}</script><body>"""


def rows() -> list[Row]:
    """Both are cold processes, started in turns."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        why = "no Chromium on this machine"
        return [skipped(*TIME, why), skipped(*MEMORY, why)]
    with Market(LATENCY_MS) as market, page_server(market) as server:
        for _ in range(2):
            ours(market)
        times = [(ours(market), theirs(chromium, server)) for _ in range(ROUNDS)]
    middle = [[statistics.median(pair[side][part] for pair in times) for side in (0, 1)] for part in (0, 1)]
    what, against, bound = TIME
    mem_what, mem_against, mem_bound = MEMORY
    (our_ms, their_ms), (our_mb, their_mb) = middle
    memory = ratio(mem_what, mem_against, mem_bound, our_mb, their_mb, unit="MB")
    return [ratio(what, against, bound, our_ms, their_ms), memory]


def ours(market: Market) -> tuple[float, float]:
    """Milliseconds and megabytes of the program, on a fresh profile."""
    with tempfile.TemporaryDirectory() as profile:
        command = [sys.executable, "-m", "tests.bench.results_app", "--profile", profile, *market.arguments()]
        began = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment()
        )
        with process:
            assert process.stdout is not None
            for line in process.stdout:
                if line.startswith("painted-all"):
                    return (time.perf_counter() - began) * 1000, float(line.split()[1])
    raise RuntimeError("the program never painted all results")


def theirs(chromium: str, server: PageServer) -> tuple[float, float]:
    """Milliseconds and megabytes of a fresh Chromium."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server.painted.clear()
        began = time.perf_counter()
        address = f"http://127.0.0.1:{server.server_port}/"
        command = [chromium, *FLAGS, f"--user-data-dir={folder}", "--remote-debugging-port=0", address]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            if not server.painted.wait(30):
                raise RuntimeError("Chromium never painted all results")
            return (time.perf_counter() - began) * 1000, megabytes(process.pid)
        finally:
            process.terminate()
            process.wait()


class PageServer(ThreadingHTTPServer):
    """Serves the page after the same latency; painted is set when the page says so."""

    daemon_threads = True
    page = b""
    painted = threading.Event()


class _Handler(BaseHTTPRequestHandler):
    server: PageServer

    def do_GET(self) -> None:
        body = b""
        if self.path == "/painted":
            self.server.painted.set()
        elif self.path == "/":
            time.sleep(LATENCY_MS / 1000)
            body = self.server.page
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextlib.contextmanager
def page_server(market: Market) -> Iterator[PageServer]:
    """Running on a thread until the end."""
    server = PageServer(("127.0.0.1", 0), _Handler)
    server.page = (PAGE % json.dumps(found(market))).encode()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def found(market: Market) -> list[tuple[str, str]]:
    """(thumbnail address, title) of the results that the program shows."""
    import httpx

    rows: list[tuple[str, str]] = []
    for page in (1, 2):
        query = {"keyword": KEYWORD, "beginPage": page, "pageSize": 50, "country": "en"}
        fields = {"offerQueryParam": json.dumps(query), "access_token": market.keys["access_token"]}
        path = url_path_of("product.search.keywordQuery", market.keys["app_key"])
        signed = fields | {"_aop_signature": sign(path, fields, market.keys["app_secret"])}
        body = httpx.post(f"{market.url}/openapi/{path}", data=signed, trust_env=False).json()
        rows += [
            (row["imageUrl"].replace(".jpg", ".220x220.jpg"), row["subjectTrans"])
            for row in body["result"]["result"]["data"]
        ]
    return rows[:WANTED]
