"""The same pipeline on a Ray cluster: sources in, a lake of Parquet out, and from there into a ledger.

Ray Data schedules; nothing here does. What is here is what a task or an actor does with what it is given.
"""

from sayso.running.cluster.engine import Engine, connected
from sayso.running.cluster.lake import Lake
from sayso.running.cluster.linking import gather_on
from sayso.running.cluster.loading import load
from sayso.running.cluster.run import Finished, fill

__all__ = ["Engine", "Finished", "Lake", "connected", "fill", "gather_on", "load"]
