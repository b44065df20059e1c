"""The curators' desk: who may be one with whom, statements to correct, documents to add, and what was done so far.

Only where the settings name curators, and only for those who signed in. What a view does stands in `samverkan.acting`.
"""

from typing import Any, Final

from flask import current_app, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from samverkan import acting, correcting, judging, sources, uploading
from samverkan.errors import JudgementError, NotAllowed, SourceError
from samverkan.judgements import VERDICTS, pair_key
from samverkan.register import shipped
from samverkan.settings import Settings
from samverkan_web import elsewhere, errata, failures, missing, network_pages, pages, pairs, previews, signing_in
from samverkan_web.frame import site
from samverkan_web.languages import PREFIX, language
from samverkan_web.paging import cut
from samverkan_web.signing_in import done, signed_in
from samverkan_web.wording import gettext

views: Final = network_pages.views  # its pages are among those that are spoken in two languages
DESK: Final = f"{PREFIX}/desk"
_AT_ONCE: Final = 20  # pairs on a page
_LATEST: Final = 50  # acts that the first page tells of


@views.get(DESK)
@signed_in
def desk(who: str) -> str:
    """What there is to do, and what was done so far, the latest first."""
    settings, store = _settings(), site().store
    judged = judging.current(settings, shipped())
    corrected = correcting.standings(store, correcting.current(settings), settings.base)
    return render_template(
        "curation/desk.html",
        who=who,
        verdicts=sorted(judged.rows, key=lambda row: row.moment, reverse=True)[:_LATEST],
        holds=lambda row: judged.in_force.get(row.pair) is row,
        pair_key=pair_key,
        corrections=sorted(corrected, key=lambda each: each.correction.moment, reverse=True)[:_LATEST],
        uploads=site().ask("uploads", base=f"{settings.base}document/"),
        acts={**errata.ACTS, "add": errata.ADDED},
        verdict_words=pairs.VERDICTS,
    )


@views.get(f"{DESK}/sign-in")
def desk_sign_in() -> str:
    """Where curators show their token."""
    signing_in.there_are_curators()
    return render_template("curation/sign_in.html", wanted=request.args.get("next", ""), wrong=False)


@views.post(f"{DESK}/sign-in")
def desk_sign_in_now() -> AnyResponse:
    """Sign in by a token; after too many wrong ones nobody can for a while."""
    signing_in.there_are_curators()
    signing_in.check_form()
    wanted = request.form.get("next", "")
    try:
        seconds = signing_in.sign_in(request.form.get("token", ""))
    except NotAllowed:
        return make_response(render_template("curation/sign_in.html", wanted=wanted, wrong=True), 403)
    if seconds:
        refused = failures.answer(429, "")
        refused.headers["Retry-After"] = str(seconds)
        return refused
    return redirect(signing_in.after_sign_in(wanted), 303)


@views.post(f"{DESK}/sign-out")
@signed_in
def desk_sign_out(_who: str) -> AnyResponse:
    """End the session."""
    signing_in.sign_out()
    return redirect(url_for("pages.start"), 303)


@views.get(f"{DESK}/pairs")
@signed_in
def desk_pairs(_who: str) -> str:
    """Pairs that may be one, the likeliest first."""
    kind = pairs.kind_of(request.args.get("kind", "person"))
    found = pairs.open_pairs(acting.candidates_graph(site().store, _settings()), kind)
    shown, paging = cut(tuple(found), pages.page_number(), _AT_ONCE)
    return render_template("curation/pairs.html", kind=kind, shown=shown, paging=paging, kinds=pairs.KINDS)


@views.get(f"{DESK}/pairs/<key>")
@signed_in
def desk_pair(_who: str, key: str) -> str:
    """The two of a pair side by side."""
    return _pair(key)


def _pair(key: str, error: str = "") -> str:
    page = pairs.pair(acting.candidates_graph(site().store, _settings()), key, language())
    return render_template("curation/pair.html", pair=page, verdicts=pairs.VERDICTS, error=error)


@views.post(f"{DESK}/pairs/<key>")
@signed_in
def desk_judge(who: str, key: str) -> AnyResponse:
    """Record a verdict on a pair."""
    given = request.form
    if given.get("verdict") not in VERDICTS:
        return make_response(_pair(key, gettext("Choose one of the three answers.")), 400)
    try:
        made = _done(
            "judge", key, given["verdict"], keep_other=given.get("keep") == "other", who=who, why=given.get("why", "")
        )
    except JudgementError as error:
        return make_response(_pair(key, str(error)), 400)
    done(f"{made['one_name']} – {made['other_name']}: {pairs.VERDICTS[made['verdict']]}")
    return redirect(url_for("pages.desk_pairs", kind=made["one"].partition("/")[0]), 303)


@views.post(f"{DESK}/pairs/<key>/undo")
@signed_in
def desk_unjudge(_who: str, key: str) -> AnyResponse:
    """Take the latest verdict on a pair back."""
    undone = _done("unjudge", key)
    done(gettext("Taken back: %(what)s") % {"what": f"{undone['one_name']} – {undone['other_name']}"})
    return redirect(url_for("pages.desk"), 303)


@views.route(f"{DESK}/facts/<path:path>", methods=["GET", "POST"])
@signed_in
def desk_fact(who: str, path: str) -> AnyResponse:
    """Correct, reject or confirm a statement."""
    posted = request.method == "POST"
    given = {**(request.form if posted else request.args), "who": who}
    page = errata.report(site(), path, given if posted else {"who": who}, "")
    if not posted or page.error or not page.file:
        shown = render_template("curation/fact.html", report=page, acts=errata.ACTS, names=errata.WORDS)
        return make_response(shown, 400 if page.error else 200)
    changed = {each.name: each.value for each in page.fields if each.value.strip() != each.read.strip()}
    iri = site().addresses.iri(path)
    made = _done("correct", iri, page.act, changed=changed, who=who, why=page.why)
    done(f"{errata.ACTS[made['act']]}: {made['says']}")
    return redirect(url_for("pages.desk"), 303)


@views.route(f"{DESK}/missing/<path:path>", methods=["GET", "POST"])
@signed_in
def desk_missing(who: str, path: str) -> AnyResponse:
    """Add a fact that was not read."""
    posted = request.method == "POST"
    page = missing.missing(site(), path, {**(request.form if posted else request.args), "who": who}, "")
    if not posted or page.error or not page.file:
        shown = render_template("curation/missing.html", page=page, kinds=missing.KINDS, names=errata.WORDS)
        return make_response(shown, 400 if page.error else 200)
    key = path.removeprefix("document/")
    made = _done("add", key, page.kind, values=page.values, quote=page.quote, who=who, why=page.why)
    done(f"{errata.ADDED}: {made['says']}")
    return redirect(url_for("pages.desk"), 303)


@views.post(f"{DESK}/corrections/<key>/undo")
@signed_in
def desk_uncorrect(_who: str, key: str) -> AnyResponse:
    """Take a correction back."""
    undone = _done("uncorrect", key)
    done(gettext("Taken back: %(what)s") % {"what": undone["says"]})
    return redirect(url_for("pages.desk"), 303)


@views.get(f"{PREFIX}{signing_in.UPLOADS}")
@signed_in
def desk_documents(_who: str) -> str:
    """Where a document is uploaded."""
    return _documents()


def _documents(error: str = "") -> str:
    settings = _settings()
    return render_template("curation/documents.html", error=error, endings=sources.ENDINGS, most=settings.max_bytes)


@views.post(f"{PREFIX}{signing_in.UPLOADS}")
@signed_in
def desk_upload(_who: str) -> AnyResponse:
    """Keep an uploaded document aside, and show what would be read of it."""
    given = request.files.get("file")
    content = given.read(_settings().max_bytes + 1) if given else b""
    try:
        if given is None or not content:
            raise SourceError(gettext("Choose a file that is not empty."))
        if len(content) > _settings().max_bytes:
            raise SourceError(gettext("The file is too large."))
        key = uploading.keep(_settings(), given.filename or "", content)
    except SourceError as error:
        return make_response(_documents(str(error)), 400)
    return redirect(url_for("pages.desk_preview", key=key), 303)


@views.get(f"{DESK}/documents/<key>")
@signed_in
def desk_preview(_who: str, key: str) -> AnyResponse:
    """What would be read of an uploaded document; nothing of it is in the graph."""
    try:
        found = previews.preview(_settings(), key)
    except SourceError as error:
        uploading.discard(_settings(), key)
        return make_response(_documents(str(error)), 400)
    there = uploading.is_there(site().store, found.name, _settings().base)
    return make_response(
        render_template("curation/preview.html", preview=found, key=key, there=there, kinds=previews.KINDS)
    )


@views.post(f"{DESK}/documents/<key>")
@signed_in
def desk_load(who: str, key: str) -> AnyResponse:
    """Load an uploaded document, or throw it away."""
    if request.form.get("act") != "load":
        uploading.discard(_settings(), key)
        done(gettext("Thrown away; nothing of it was stored."))
        return redirect(url_for("pages.desk_documents"), 303)
    document = previews.load(_settings(), key, who=who, why=request.form.get("why", "").strip())
    done(gettext("Added: %(what)s") % {"what": document})
    return redirect(url_for("pages.desk"), 303)


@views.post(f"{DESK}/taken-back")
@signed_in
def desk_take_back(who: str) -> AnyResponse:
    """Take an added document out of the graph again."""
    key = request.form.get("document", "")
    previews.take_back(_settings(), key, who=who, why=gettext("Taken back"))
    done(gettext("Taken back: %(what)s") % {"what": key})
    return redirect(url_for("pages.desk"), 303)


def _done(act: str, *given: str, **more: Any) -> dict[str, Any]:
    """What an act of a curator tells, when it is done and published."""
    return elsewhere.done(_settings(), "samverkan.acting", act, *given, **more)


def _settings() -> Settings:
    found = current_app.config["SETTINGS"]
    assert isinstance(found, Settings)
    return found
