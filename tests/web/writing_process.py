"""One of several processes of a server: `python -m tests.web.writing_process YEAR NAME TIMES` writes so many questions,
asks for as many files, and makes those that wait; it prints the numbers of its events, and of the jobs that it did.
"""

import json
import os
import sys


def main(folder: str, name: str, times: int) -> None:
    """Write, then do jobs until none is left."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc_web.settings")
    import django

    django.setup()
    from cchc_score.app.write_acts import say_act
    from cchc_score.appraisal.acts import Question
    from cchc_web import jobs
    from cchc_web.models import Job, KeptYear
    from cchc_web.scored_years import SCORED
    from cchc_web.visits import server_clock

    year, written, done = KeptYear.objects.get(folder=folder), [], []

    def made(of, asked, lang, progress):
        done.append(asked["key"])
        return "a.txt", asked["key"].encode()

    jobs.JOBS = {"thu": made}
    for number in range(times):
        # Each time the year as it stands by now, with what the other process has written meanwhile.
        source = SCORED.working(year).source
        keys = {"round": 1, "unit": "M02", "criterion": "1.1.1", "text": f"{name} {number}"}
        written.append(say_act(source, Question, keys, name, server_clock).events[0].number)
        Job.objects.create(year=year, kind="thu", asked={"key": f"{name} {number}"}, lang="vi", by=name)
    while jobs.run_next():
        pass
    print(json.dumps({"written": written, "done": done}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
