"""Findings: what in a strategy does not hang together, each said in one plain sentence."""

from impactcards.strategy.findings.finding import Finding, Look
from impactcards.strategy.findings.search import RULES, find

__all__ = ["RULES", "Finding", "Look", "find"]
