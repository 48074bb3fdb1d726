"""The table of faults, into which each function puts itself.

A fault changes a description and returns the node, the key, and whether the key or the value is the culprit; after
these other places of the same shape at which the finding may stand as well.
"""

from openapi_shapes import VERSIONS

NEW = [version for version in VERSIONS if version != '2.0']
FAULTS = []


def fault(rule, versions=None):
    """Notes a function as a fault of the rule, in all versions or in those given."""
    def noted(function):
        FAULTS.append((rule, versions or VERSIONS, function))
        return function
    return noted
