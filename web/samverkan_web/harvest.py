"""What harvesters and tools ask for first: the catalogue of a data portal, and the description of the data set."""

from flask import Blueprint, Response, current_app, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from samverkan import dumping
from samverkan.errors import NotFound
from samverkan.export import catalogue, dumps, void
from samverkan.settings import Settings
from samverkan_web.formats import FORMATS, SUFFIXES
from samverkan_web.negotiation import data, open_to_all, see_other

views = Blueprint("harvest", __name__)


@views.get("/catalogue")
def catalogue_address() -> AnyResponse:
    """From the address of the catalogue to the form that a harvester wishes; people get the page of files."""
    return see_other(lambda suffix: f"/catalogue{suffix}" if suffix else url_for("pages.downloads"))


@views.get("/catalogue<suffix>")
def catalogue_data(suffix: str) -> Response:
    """The catalogue (DCAT-AP-SE) in a format; not found, and told why, where the settings do not say who publishes."""
    form = SUFFIXES.get(suffix)
    if form is None:
        raise NotFound(f"there is no /catalogue{suffix}; there are the endings {', '.join(SUFFIXES)}")
    settings = _settings()
    if lacking := catalogue.missing(settings):
        raise NotFound(f"there is no catalogue yet: whoever runs the site has to set {', '.join(lacking)}")
    dump = dumps.current(dumping.folder(settings))
    return data(catalogue.written(settings, _site(settings), dump, form.suffix.removeprefix(".")), form)


@views.get(void.PATH)
def dataset() -> Response:
    """What the data set holds (VoID), in the format that the client accepts, Turtle where it does not say."""
    media = {each.media: each for each in FORMATS}
    form = media[request.accept_mimetypes.best_match(list(media)) or FORMATS[0].media]
    settings = _settings()
    dump = dumps.current(dumping.folder(settings))
    content = void.written(_site(settings), settings.base, dump, form.suffix.removeprefix("."))
    answer = open_to_all(data(content, form))
    answer.headers["Vary"] = "Accept"
    return answer


def _settings() -> Settings:
    found = current_app.config["SETTINGS"]
    assert isinstance(found, Settings)
    return found


def _site(settings: Settings) -> str:
    """The public address of the site: by the settings, else the one to which the request came."""
    return settings.site or request.host_url
