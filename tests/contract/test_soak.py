"""A short form of bench/soak.py: a ledger is added to and served at once, while a run is killed and a worker dies."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_adding_and_serving_at_once_through_accidents_loses_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.soak", "--minutes", "0.4", "--image", str(tmp_path / "soak.svg")],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert "0 failed" in done.stdout
    assert (tmp_path / "soak.svg").exists()
