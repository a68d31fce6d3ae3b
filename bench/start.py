"""From nothing to the first claim: how long a command takes that opens everything, for one short article.

usage: python -m bench.start [--article FILE] [--times N]

Prints wall and processor time of `sayso --help` and of `sayso read`, the best and the median of some fresh processes, and their
peak memory. Python's compiled files are there from a first run, as pip leaves them; the machine's disk cache is warm.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "bombing-with-changing-toll" / "article.txt"
MIB = 1024  # ru_maxrss is in KiB on Linux


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--article", type=Path, default=EXAMPLE)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    words = len(options.article.read_text(encoding="utf-8").split())
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        print(f"{'':34} {'best s':>7} {'median s':>9} {'processor s':>12} {'MiB':>5}   load {os.getloadavg()[0]:.0f}")
        for name, arguments in (
            ("sayso --help", ["--help"]),
            (f"sayso read, {words} words", ["read", str(options.article), "--json"]),
        ):
            _one(arguments, environment)
            runs = [_one(arguments, environment) for _ in range(options.times)]
            wall, processor, peak = ([run[column] for run in runs] for column in range(3))
            print(
                f"{name:34} {min(wall):7.2f} {statistics.median(wall):9.2f} {statistics.median(processor):12.2f} {max(peak):5.0f}"
            )


def _one(arguments: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and MiB of one process."""
    begun = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "sayso", *arguments], stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    spent = time.perf_counter() - begun
    if status:
        raise SystemExit(f"sayso {' '.join(arguments)} ended with status {status}")
    return spent, used.ru_utime + used.ru_stime, used.ru_maxrss / MIB


if __name__ == "__main__":
    main()
