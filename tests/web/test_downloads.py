"""Files made in the background: asked for, done by the thread, fetched by whoever asked, equal to the command line's."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from cchc_score.forms.form_kinds import FORM_KINDS
from tests.running import command
from tests.web.server import ranked


def made(browser, year, kind, **words):
    """The file that a form asks for, and its name."""
    from cchc_web.jobs import WORKER
    from cchc_web.models import Job

    answer = browser.post(f"/nam/{year.folder}/tai-ve/{kind}/", words)
    assert answer.status_code == 302, answer.content.decode()
    WORKER.wait()
    job = Job.objects.first()
    assert job.state == "done", job.told
    fetched = browser.get(f"/nam/{year.folder}/tai-ve/{job.pk}/")
    assert fetched.headers["Content-Disposition"].startswith("attachment")
    return job.file, b"".join(fetched.streaming_content)


def report(browser, year, **words):
    return made(browser, year, "bao-cao", **({"format": "xlsx", "stage": "final", "spread": "volume"} | words))


@pytest.mark.full
def test_a_report_is_the_one_of_the_command_line(folder, year, browser, tmp_path):
    name, data = report(browser, year, piece=["ranking", "areas"])
    assert name == f"{year.folder}-final.xlsx"
    target = tmp_path / "kq.xlsx"
    done = command("report", folder, "--what", "ranking", "--what", "areas", "-o", target, "--quiet")
    assert done.code == 0, done.err
    ours, theirs = (
        {one: ZipFile(BytesIO(file)).read(one) for one in ZipFile(BytesIO(file)).namelist()}
        for file in (data, target.read_bytes())
    )
    assert ours.keys() == theirs.keys()
    assert ours["xl/worksheets/sheet1.xml"] == theirs["xl/worksheets/sheet1.xml"]


@pytest.mark.full
def test_a_file_for_every_unit_is_an_archive(year, browser):
    name, data = report(browser, year, format="html", spread="units")
    assert name.endswith("-html.zip")
    names = ZipFile(BytesIO(data)).namelist()
    assert {"M01.html", "M02.html", "M03.html", "M09.html"} < set(names)


@pytest.mark.full
def test_forms_and_sums(year, browser):
    name, data = made(browser, year, "bieu-mau", form="self-score", format="csv")
    assert len(ZipFile(BytesIO(data)).namelist()) == 4
    name, data = made(browser, year, "tong-hop", format="docx", stage="reported")
    assert name.endswith("-tong-hop.docx")
    assert ZipFile(BytesIO(data)).testzip() is None


@pytest.mark.full
def test_the_folder_of_the_year_is_ranked_like_the_server(year, browser, tmp_path):
    from cchc_score.year.opened_year import open_year
    from cchc_score.year.request import Request
    from cchc_web.database_source import DatabaseSource

    _, data = made(browser, year, "thu-muc")
    ZipFile(BytesIO(data)).extractall(tmp_path / "ra")
    assert ranked(open_year(Request((tmp_path / "ra" / year.folder,)))) == ranked(DatabaseSource(year))


@pytest.mark.full
def test_the_page_lists_what_was_made_and_every_form_has_words(year, browser):
    from cchc_web.views.downloads import _FORMS

    assert set(_FORMS) == set(FORM_KINDS)
    made(browser, year, "thu-muc")
    page = browser.get(f"/nam/{year.folder}/tai-ve/").content.decode()
    assert f">{year.folder}.zip</a>" in page


@pytest.mark.parametrize("words", [{"format": "exe"}, {"stage": "khong"}, {"spread": ""}])
def test_what_is_no_choice_is_told(year, browser, words):
    from cchc_web.models import Job

    before = Job.objects.count()
    said = {"format": "xlsx", "stage": "final", "spread": "volume"} | words
    assert browser.post(f"/nam/{year.folder}/tai-ve/bao-cao/", said).status_code == 422
    assert Job.objects.count() == before


def test_what_cannot_be_made_says_why(year, browser, monkeypatch):
    from cchc_score.errors import ReportError
    from cchc_score.findings import Finding
    from cchc_web import jobs
    from cchc_web.models import Job

    def refuse(*_):
        raise ReportError([Finding("nothing-to-score")])

    monkeypatch.setattr(jobs, "JOBS", {"year": refuse})
    browser.post(f"/nam/{year.folder}/tai-ve/thu-muc/")
    jobs.WORKER.wait()
    job = Job.objects.first()
    assert (job.state, job.told) == ("failed", Finding("nothing-to-score").words("vi"))
    assert browser.get(f"/nam/{year.folder}/tai-ve/{job.pk}/").status_code == 404


def test_a_job_that_a_server_had_begun_is_done_once_more(year):
    from cchc_web.jobs import WORKER, folder_of, take_up_again
    from cchc_web.models import Job

    job = Job.objects.create(year=year, kind="year", lang="vi", by="An", state="running")
    take_up_again()
    WORKER.wait()
    job.refresh_from_db()
    assert job.state == "done"
    assert (folder_of(job) / job.file).is_file()


def test_only_whoever_asked_fetches_a_file(year, browser):
    from cchc_web.jobs import WORKER, ask_for

    job = ask_for(year, "year", {}, "vi", "Người khác")
    WORKER.wait()
    assert browser.get(f"/nam/{year.folder}/tai-ve/{job.pk}/").status_code == 404


def test_who_is_no_longer_coordinator_has_the_folder_of_the_year_no_more(year, browser, monkeypatch):
    from cchc_web import urls
    from cchc_web.access import Person
    from cchc_web.jobs import folder_of
    from cchc_web.models import Job

    job = Job.objects.create(year=year, kind="year", by="Lê Thu Hà", lang="vi", state="done", file="nam.zip")
    folder_of(job).mkdir(parents=True)
    (folder_of(job) / "nam.zip").write_bytes(b"PK")
    for role, status in (("coordinator", 200), ("surveyor", 404)):
        person = Person("Lê Thu Hà", frozenset({role}))
        monkeypatch.setattr(urls, "person_of", lambda request, person=person: person)
        answer = browser.get(f"/nam/{year.folder}/tai-ve/{job.pk}/")
        assert answer.status_code == status, role
        answer.close()
