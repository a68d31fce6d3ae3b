"""A cluster of two nodes on this machine, of which one is killed in the middle of a run.

usage: python two_nodes.py SOURCE LAKE OPENER

Prints the run that came through as a line of JSON. A process of its own, since Ray opens sockets.
"""

import importlib
import logging
import sys
import threading
import time

import msgspec
import ray
from ray.cluster_utils import Cluster

from sayso.pipeline import Pipeline
from sayso.running.cluster import Engine, Lake, fill
from sayso.running.one import open_pipeline
from sayso.settings import Settings


def main(source: str, lake: str, opener: str) -> None:
    """Fill the lake while the second node dies."""
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    second = cluster.add_node(num_cpus=1)
    ray.init(address=cluster.address, log_to_driver=False, logging_level="error")
    cluster.wait_for_nodes()
    killed: list[str] = []

    def kill() -> None:
        while not Lake(lake).parts("documents"):
            time.sleep(0.05)
        cluster.remove_node(second, allow_graceful=False)
        killed.append("node")

    threading.Thread(target=kill, daemon=True).start()
    chosen = open_pipeline if opener == "pipeline" else getattr(importlib.import_module("openers"), opener)
    settings = Settings()
    run = Pipeline.run_of(settings)
    done = fill(ray, Engine(workers=2, part=4), [source], lake, settings, run, opener=chosen)
    sys.stdout.buffer.write(msgspec.json.encode({"done": done, "killed": killed}) + b"\n")
    sys.stdout.flush()
    ray.shutdown()
    cluster.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
