"""YAML as it is read and written here: text stays text, every node knows its place, and hostile files are faults."""

from impactcards.yamltext.dump import dump
from impactcards.yamltext.nodes import ListNode, MapNode, Node, Scalar
from impactcards.yamltext.reader import MAX_BYTES, Document, first_of, parse, read
from impactcards.yamltext.values import as_bool, as_int, as_number, is_null, plain_value, to_data

__all__ = [
    "MAX_BYTES",
    "Document",
    "ListNode",
    "MapNode",
    "Node",
    "Scalar",
    "as_bool",
    "as_int",
    "as_number",
    "dump",
    "first_of",
    "is_null",
    "parse",
    "plain_value",
    "read",
    "to_data",
]
