"""Claiming: puts the pieces together, one Claim per reported event and holder."""

from sayso.claiming.claims import Pieces, make_claims

__all__ = ["Pieces", "make_claims"]
