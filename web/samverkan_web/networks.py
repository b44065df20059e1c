"""The surroundings of a thing."""

POLICY = ""


def page(site, iri, steps):  # type: ignore
    raise NotImplementedError


def drawing(page):  # type: ignore
    raise NotImplementedError
