"""Every link of the site leads somewhere, and every place on a page that a link names is there."""

import re
from collections import deque
from html import unescape

from flask.testing import FlaskClient

# The register fills many pages that look alike, and the pages of both languages come from the same templates.
ALIKE = re.compile(
    r"/en/.|/sv/(?:network/)?(?:municipality|region|organisation|law|county|body/(?!12/))|page=|steps=2|/sparql\?"
    r"|sort=|/sv/search\?(?!kind=person&view=)[^ ]*&"  # a choice of several facets looks as one of one
)
DATA = re.compile(r"/static/|/downloads/|\.(?:ttl|nt|rdf|jsonld|gexf|graphml|csv|xlsx|json)(?:\?|$)")


def test_every_link_leads_to_a_page_and_every_anchor_is_on_it(client: FlaskClient) -> None:
    waiting, seen = deque(["/sv/"]), set[str]()
    while waiting:
        path = waiting.popleft()
        if path in seen:
            continue
        seen.add(path)
        with client.get(path, headers={"Accept": "text/html"}) as answer:
            assert answer.status_code == 200, path
            page = answer.text if answer.mimetype == "text/html" else ""
        ids = set(re.findall(r'\bid="([^"]+)"', page))
        for link in map(unescape, re.findall(r'\s(?:href|src)="([^"]+)"', page)):
            target, _, anchor = link.partition("#")
            assert target or anchor in ids, f"{path} names #{anchor}, which is not there"
            if target.startswith("/") and not ALIKE.search(target) and not DATA.search(target):
                waiting.append(target)
    assert {"/en/", "/sv/networks", "/sv/document/radet", "/sv/network/person/12/maja_holm.drawing?steps=1"} <= seen
