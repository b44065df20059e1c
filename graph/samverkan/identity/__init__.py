"""Who and what is meant: names become entities with stable identifiers, as functions of names, register and document.

Nothing is merged here by likeness: two forms are one entity where the register says so, or where they differ only in
case and white space. Whether two persons of different spelling are one is a recorded judgement, made elsewhere.
"""

from samverkan.identity.county import county_of
from samverkan.identity.entities import Entity, path_part
from samverkan.identity.lookup import Index, index_of
from samverkan.identity.merging import merged
from samverkan.identity.naming import Names

__all__ = ["Entity", "Index", "Names", "county_of", "index_of", "merged", "path_part"]
