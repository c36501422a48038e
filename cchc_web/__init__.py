"""The web application for the year's work: Django over the use cases of `cchc_score.app`, its truth a journal."""
