"""Claiming: puts the pieces together, one Claim per reported event and holder."""

from sayso.claiming.claims import make_claims
from sayso.claiming.pieces import Pieces

__all__ = ["Pieces", "make_claims"]
