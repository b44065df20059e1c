"""The application: which views there are, and what every page and answer has in common."""

from flask import Flask

from samverkan.settings import Settings
from samverkan.store.answers import Answers
from samverkan_web import (
    api,
    changes,
    compression,
    crawling,
    data,
    desk,
    failures,
    files,
    frame,
    freshness,
    gone,
    harvest,
    headers,
    languages,
    signing_in,
    standings,
    vocabulary_data,
)
from samverkan_web.endpoint import PATH, Endpoint
from samverkan_web.kept_pages import KeptPages
from samverkan_web.mounting import mount
from samverkan_web.site import Site


def endpoint_of(site: Site, answers: Answers, settings: Settings) -> Endpoint:
    """The SPARQL endpoint of a site, with who answers for it."""
    return Endpoint(site, answers, f"/{settings.language}{PATH}")


def make_app(site: Site, settings: Settings, pages_kept: KeptPages | None = None) -> Flask:
    """The application over a site, with the settings that it needs, and pages that were made already."""
    app = Flask(__name__)
    app.extensions.update(site=site)
    app.config.update(
        SETTINGS=settings,
        SEND_FILE_MAX_AGE_DEFAULT=3600,
        MAX_CONTENT_LENGTH=1_000_000,
        MAX_FORM_MEMORY_SIZE=1_000_000,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    languages.install(app, settings.language)
    app.register_blueprint(desk.views)  # the pages, with those of the curators
    app.register_blueprint(api.views)
    app.register_blueprint(changes.views)
    app.register_blueprint(crawling.views)
    app.register_blueprint(files.views)
    app.register_blueprint(harvest.views)
    app.register_blueprint(data.views)
    app.register_blueprint(vocabulary_data.views)
    frame.install(app)
    signing_in.install(app, settings)
    headers.install(app)
    failures.install(app)
    gone.install(app)
    standings.install(app)
    freshness.install(app, pages_kept)
    compression.install(app)
    mount(app, endpoint_of(site, site.pool, settings))
    return app
