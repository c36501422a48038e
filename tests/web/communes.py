"""A year for the people of its communes: nothing appraised yet, no deadlines unless a test sets some."""

import re

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder
from tests.web.server import brought_in

PDF = b"%PDF-1.7\n1 0 obj <</ModDate (D:20230105080000)>> endobj\n%%EOF\n"


def commune_year(folder, phases="", keep=(), shared=False, form=None):
    """A year of the server with the reports of its units; files of work in the folders that are to be kept.

    A `shared` folder holds reports and self-scores alike; `form` is the text of another report form.
    """
    files = {
        name: data
        for name, data in start_year("minh-hoa").files.items()
        if name.partition("/")[0] not in ({"appraisal", "self-scores", "survey"} - set(keep))
    }
    # Folders that the configuration names and that are not there would be told in every test.
    config = re.sub(r"(?m)^(self_scores|appraisal) .*\n", "", files["cchc.toml"].decode())
    config = re.sub(r"\[phases\].*", f"[phases]\n{phases}\n", config, flags=re.DOTALL)
    files["cchc.toml"] = config.encode()
    if form is not None:
        files["mau-bao-cao.toml"] = form.encode()
    if shared:
        files["cchc.toml"] = b'self_scores = "reports"\n' + files["cchc.toml"]
        files = {name.replace("self-scores/", "reports/tu-cham-"): data for name, data in files.items()}
    write_folder(folder / "nam", files)
    return brought_in(folder / "nam")


def clerk(monkeypatch, *units, name="Lê Thị Hoa"):
    """Let whoever asks be somebody who sends for some units, and nothing else."""
    from cchc_web import urls
    from cchc_web.access import Person

    person = Person(name, frozenset({"clerk"}), frozenset(units))
    monkeypatch.setattr(urls, "person_of", lambda request: person)


def at(monkeypatch, moment):
    """Let the server's clock show a moment."""
    from cchc_web import visits

    class Clock:
        @staticmethod
        def localtime():
            return moment

    monkeypatch.setattr(visits, "timezone", Clock)
