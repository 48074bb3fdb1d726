"""Faults to plant into a description, a module for each group of rules."""

from openapi_faults import errors, naming, operations, references, schemas, security, syntax
from openapi_faults.table import FAULTS

__all__ = ['FAULTS', 'errors', 'naming', 'operations', 'references', 'schemas', 'security', 'syntax']
