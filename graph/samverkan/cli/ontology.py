"""The ontology as a page: `ontology` writes it in both languages, with the files that it is made from."""

from pathlib import Path

import click


@click.command(
    epilog="Example:  samverkan ontology pages/ontology",
    short_help="Write the ontology as a page in Swedish and English.",
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def ontology(folder: Path) -> None:
    """Write sv.html and en.html into FOLDER, with the Turtle files of the ontology beside them.

    The pages stand alone: no script, nothing from elsewhere. The site serves the same at /sv/ontology and /en/ontology.
    """
    from samverkan import terms
    from samverkan.errors import SamverkanError

    book, files = terms.shipped(), terms.turtle()
    pages = {
        f"{language}.html": terms.alone(book, language, {name: name for name in files}) for language in ("sv", "en")
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, page in pages.items():
            (folder / name).write_text(page, "utf-8")
        for name, path in files.items():
            (folder / name).write_bytes(path.read_bytes())
    except OSError as error:
        raise SamverkanError(f"nothing could be written into {folder}: {error}") from error
    click.echo(f"{folder}: {', '.join((*pages, *files))}", err=True)
