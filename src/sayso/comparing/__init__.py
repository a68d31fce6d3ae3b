"""Comparing: the rules of same happening and of dispute between two claims; within an article and across articles."""

from sayso.comparing.disputes import disputes_among, disputes_of
from sayso.comparing.incidents import gather
from sayso.comparing.view import View

__all__ = ["View", "disputes_among", "disputes_of", "gather"]
