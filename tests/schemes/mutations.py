"""Single faults of the sample scheme, each with every finding that it must give and nothing else."""

from dataclasses import dataclass

from tests.schemes.sample import GOOD

WORK, PEOPLE, EXTRA = "work", "people", "extra"


@dataclass(frozen=True)
class Wanted:
    """A finding: its code, a text that only its line holds, and the criterion or area that it names."""

    code: str
    marker: str
    named: str = ""

    def found_in(self, text):
        """The finding as (code, line, name) in a mutated text; line 0 without a marker."""
        if not self.marker:
            return self.code, 0, self.named
        lines = [number for number, line in enumerate(text.split("\n"), 1) if self.marker in line]
        assert len(lines) == 1, f"{self.marker!r} stands on the lines {lines}"
        return self.code, lines[0], self.named


@dataclass(frozen=True)
class Mutation:
    """One fault: what it replaces by what, and what must be found."""

    old: str
    new: str
    wanted: tuple[Wanted, ...]

    def applied(self, text=GOOD):
        """The text with this fault."""
        assert text.count(self.old) == 1, f"{self.old!r} stands {text.count(self.old)} times"
        return text.replace(self.old, self.new)


def one(old, new, *wanted):
    """A mutation from triples; where there is one finding, it may stand without a tuple."""
    triples = wanted if isinstance(wanted[0], tuple) else (wanted,)
    return Mutation(old, new, tuple(Wanted(*triple) for triple in triples))


TABLES = {
    "scheme key missing": one('rounding = "criterion"\n', "", "key-missing", "[scheme]"),
    "ranking key missing": one('ties = "standard"\n', "", "key-missing", "[ranking]"),
    "setting missing": one("late = 0.25\n", "", "key-missing", '[criterion."1.1.1"]', "1.1.1"),
    "nested setting missing": one(
        "{ by = 2023-02-15, points = 0.75 }", "{ by = 2023-02-15 }", "key-missing", "steps =", "1.1.1"
    ),
    "own key missing": one('title = "Gửi kế hoạch"\n', "", "key-missing", '[criterion."1.1.1"]', "1.1.1"),
    "unknown key": one("late = 0.25\n", "late = 0.25\nxyzzy = 1\n", "key-unknown", "xyzzy", "1.1.1"),
    "unknown top-level table": one("[context]\n", "[contexts]\n", "key-unknown-near", "[contexts]"),
    "misspelt key": one("zero_below", "zero_belov", "key-unknown-near", "zero_belov", "1.2"),
    "misspelt scheme key": one("decision =", "decisoin =", "key-unknown-near", "decisoin"),
    "number for text": one('version = "1"', "version = 1", "value-text", "version"),
    "empty text": one('version = "1"', 'version = " "', "value-empty", "version"),
    "empty list": one('answers = ["yes"]', "answers = []", "value-empty", "answers", "2.3.2"),
    "long text": one("Quyết định thử", "x" * 2001, "value-long", "decision"),
    "accented code": one('code = "mau"', 'code = "mẫu"', "value-slug", "mẫu"),
    "text for a year": one("period = 2023", 'period = "2023"', "value-whole", "period"),
    "fraction for a year": one("period = 2023", "period = 2023.0", "value-whole", "period"),
    "text for a truth value": one("late = 0.25\n", 'late = 0.25\nheld = "no"\n', "value-bool", 'held = "no"', "1.1.1"),
    "text for a day": one("by = 2023-01-15", 'by = "2023-01-15"', "value-date", "steps =", "1.1.1"),
    "time for a day": one("by = 2023-01-15", "by = 2023-01-15T07:00:00", "value-date", "steps =", "1.1.1"),
    "text for a list": one('sum_of = ["t_on_time", "t_overdue"]', 'sum_of = "t_on_time"', "value-list", "sum_of"),
    "number for a table": one("factor = {", 'note = "x"\nfactor = 3 # {', "value-table", "factor", "1.1.2"),
    "number for a criterion": one(
        '[criterion."3.1"]', '[criterion]\n"3.2" = 7\n[criterion."3.1"]', "value-table", '"3.2" = 7', "3.2"
    ),
    "fault nobody has a word for": one(
        'method = "count"\ncount = "t_whole"\neach = 0.5\n',
        'method = "test.strict"\nlevel = 6\n',
        "value-wrong",
        '[criterion."3.1"]',
        "3.1",
    ),
    "unknown choice": one('ties = "standard"', 'ties = "random"', "value-choice", "ties"),
    "unknown treatment": one('if_none = "full"', 'if_none = "null"', "value-choice", "null", "1.2"),
    "early year": one("period = 2023", "period = 1999", "value-limit", "period"),
    "many decimals": one("decimals = 2\nrounding", "decimals = 5\nrounding", "value-limit", "decimals = 5"),
    "text for points": one("late = 0.25", 'late = "0.25"', "number", "late", "1.1.1"),
    "true for points": one("late = 0.25", "late = true", "number", "late", "1.1.1"),
    "infinite points": one("late = 0.25", "late = inf", "number", "late", "1.1.1"),
    "points that are no number": one("late = 0.25", "late = nan", "number", "late", "1.1.1"),
    "word for points": one('no = "not_applicable"', 'no = "nothing"', "number", "nothing", "1.1.2"),
    "endless points": one("late = 0.25", "late = 1e999999999", "number-range", "late", "1.1.1"),
    "vanishing points": one("late = 0.25", "late = 1e-999999999", "number-range", "late", "1.1.1"),
    "four hundred digits": one("late = 0.25", f"late = 1{'0' * 400}", "number-range", "late", "1.1.1"),
    "seven decimals": one("late = 0.25", "late = 0.2500001", "number-range", "late", "1.1.1"),
    "negative points": one("late = 0.25", "late = -0.25", "negative", "late", "1.1.1"),
    "maximum of 0": one("max_points = 1.5", "max_points = 0", "not-positive", "max_points = 0", "1.1.1"),
    "percentage above 100": one("zero_below = 80", "zero_below = 100.5", "above-100", "zero_below", "1.2"),
    "class share above 100": one("each_area_from = 50", "each_area_from = 101", "above-100", "each_area_from"),
    "share above 1": one("light = 0.5", "light = 1.5", "above-1", "light = 1.5", "1.1.2"),
}

RULES = {
    "number for a fact": one('count = "t_whole"', "count = 3", "fact", "count = 3", "3.1"),
    "empty sum": one('count = "t_whole"', "count = []", "fact", "count = []", "3.1"),
    "fact twice": one('"-t_overdue"', '"-t_received"', "fact-twice", "-t_received", "1.2"),
    "sum of answers": one('fact = "t_board"\n', 'fact = ["t_board", "-t_breach"]\n', "fact-sum", "-t_breach", "1.1.2"),
    "minus a day": one('"t_sent"', '"-t_sent"', "fact-sum", "-t_sent", "1.1.1"),
    "day for a number": one('value = "t_share"', 'value = "t_sent"', "fact-kind", 'value = "t_sent"', "1.3"),
    "number for a day": one('date = "t_sent"', 'date = "t_share"', "fact-kind", "date =", "1.1.1"),
    "day at a gate": one('fact = "t_share", from', 'fact = "t_sent", from', "fact-kind", 'fact = "t_sent"', "1.2"),
    "number at a gate of answers": one(
        'fact = "t_board", answers', 'fact = "t_grade", answers', "fact-kind", 'fact = "t_grade"', "2.3.2"
    ),
    "number for a choice": one('"t_branch"', '"t_share"', "fact-kind", "chosen_by", "2.2"),
    "fact that nobody knows": one('value = "t_share"', 'value = "qqqqq"', "fact-unknown", "qqqqq", "1.3"),
    "misspelt fact": one('value = "t_share"', 'value = "t_shore"', "fact-unknown-near", "t_shore", "1.3"),
    "misspelt fact in a sum": one('"-t_overdue"', '"-t_overdu"', "fact-unknown-near", "-t_overdu", "1.2"),
    "misspelt fact of a factor": one('"t_breach"', '"t_breech"', "fact-unknown-near", "t_breech", "1.1.2"),
    "misspelt fact of a choice": one('"t_branch"', '"t_brunch"', "fact-unknown-near", "t_brunch", "2.2"),
    "misspelt context": one("t_whole =", "t_hole =", "fact-unknown-near", "t_hole"),
    "misspelt relation": one('part_of = "t_received"', 'part_of = "t_receved"', "fact-unknown-near", "t_receved"),
    "misspelt sum": one('["t_on_time", "t_overdue"]', '["t_on_tim", "t_overdue"]', "fact-unknown-near", "sum_of"),
    "misspelt exclusion": one('["t_share"]', '["t_shore"]', "fact-unknown-near", "t_shore"),
    "fact that a method names": one(
        'method = "count"\ncount = "t_whole"\neach = 0.5\n',
        'method = "test.unknown_fact"\n',
        "fact-unknown",
        '[criterion."3.1"]',
        "3.1",
    ),
    "method that nobody knows": one('method = "ratio"', 'method = "qqqqq"', "method-unknown", "qqqqq", "1.2"),
    "misspelt method": one('method = "ratio"', 'method = "ratios"', "method-unknown-near", "ratios", "1.2"),
    "misspelt answer": one(
        "light = 0.5",
        "ligth = 0.5",
        ("answer-unknown-near", "ligth", "1.1.2"),
        ("answer-absent", "ligth", "1.1.2"),
    ),
    "answer that nobody gives": one("heavy = 0 }", "heavy = 0, qqqqq = 0 }", "answer-unknown", "qqqqq", "1.1.2"),
    "answer without points": one(
        'yes = 2.5, no = "not_applicable"', "yes = 2.5", "answer-absent", "yes = 2.5", "1.1.2"
    ),
    "a scheme that is still a draft": one(
        'rounding = "criterion"\n', 'rounding = "criterion"\ndraft = true\n', "scheme-draft", "draft = true"
    ),
    "one key for two criteria": one(
        'late = 0.25\nnever = 0\n\n[criterion."1.1.2"]\n',
        'late = 0.25\nnever = 0\nkey = "k"\n\n[criterion."1.1.2"]\nkey = "k" # again\n',
        "key-twice",
        "# again",
        "1.1.2",
    ),
    "a rule that is still a draft": one(
        "late = 0.25\n", "late = 0.25\ndraft = true\n", "criterion-draft", "draft = true", "1.1.1"
    ),
    "answer without a share": one(", heavy = 0 }", " }", "answer-absent", "light = 0.5 }", "1.1.2"),
    "unknown answer at a gate": one('answers = ["yes"]', 'answers = ["qqqqq"]', "answer-unknown", "qqqqq", "2.3.2"),
    "gate without condition": one(', answers = ["yes"]', "", "gate-condition", '"t_board", otherwise', "2.3.2"),
    "gate with two conditions": one(
        'answers = ["yes"]', 'from = 1, answers = ["yes"]', "gate-condition", "from = 1, answers", "2.3.2"
    ),
    "a year that ends before it begins": one(
        "period = 2023\n", "period = 2023\ndays = { from = 2023-07-01, to = 2022-06-30 }\n", "days-order", "days ="
    ),
    "class without a limit": one('name = "Khá"\nfrom = 50.5\n', 'name = "Khá"\n', "class-limit", "# Khá"),
    "class with two limits": one(
        "from = 50.5\n",
        'from = 50.5\nfrom_by = { fact = "t_board", values = { yes = 50, no = 40 } }\n',
        "class-limit",
        "# Khá",
    ),
    "class by an answer that is above the one before it": one(
        "from = 50.5\n", 'from_by = { fact = "t_board", values = { yes = 50, no = 90 } }\n', "class-order", "no = 90"
    ),
    "class by answers of which one is absent": one(
        "from = 50.5\n", 'from_by = { fact = "t_board", values = { yes = 50 } }\n', "answer-absent", "yes = 50 }"
    ),
    "list of units for a number": one(
        'kind = "percent"\ndecimals = 2\n',
        'kind = "percent"\ndecimals = 2\nunit_column = "kind"\n',
        "unit-column-kind",
        "unit_column",
    ),
    "a count of items without a condition": one(
        'name = "Tỷ lệ"\n',
        'name = "Tỷ lệ"\nitems = { take = "count", value = "t_received" }\n',
        "items-condition",
        'take = "count"',
    ),
    "the lowest of days": one(
        'name = "Tỷ lệ"\n', 'name = "Tỷ lệ"\nitems = { take = "lowest", value = "t_sent" }\n', "items-kind", "items ="
    ),
    "last year of another kind": one(
        'name = "Tỷ lệ"\n', 'name = "Tỷ lệ"\nlast_year_of = "t_received"\n', "last-year-kind", "last_year_of"
    ),
    "last year of what nobody knows": one(
        'name = "Tỷ lệ"\n', 'name = "Tỷ lệ"\nlast_year_of = "qqqqq"\n', "fact-unknown", "qqqqq"
    ),
    "gate that asks for nothing": one(
        'fact = "t_board", answers', "answers", "gate-asks", 'answers = ["yes"]', "2.3.2"
    ),
    "gate that asks twice": one(
        'fact = "t_share", from', 'fact = "t_share", criterion = "1.1", from', "gate-asks", "from = 80 }", "1.2"
    ),
    "gate with an end twice": one("from = 80 }", "from = 80, above = 80 }", "gate-ends", "above = 80", "1.2"),
    "gate through which nothing goes": one(
        "from = 80 }", "from = 80, below = 80 }", "gate-empty", "from = 80, below = 80", "1.2"
    ),
    "gate on a criterion's answers": one(
        'fact = "t_board", answers', 'criterion = "1.1", answers', "gate-fact-only", 'answers = ["yes"]', "2.3.2"
    ),
    "gate on whether a fact applies": one(
        'answers = ["yes"]', "applies = true", "gate-criterion-only", "applies", "2.3.2"
    ),
    "gate on a criterion that is absent": one(
        'fact = "t_share", from', 'criterion = "77.66.55", from', "gate-criterion", '"77.66.55"', "1.2"
    ),
    "gate on a misspelt criterion": one(
        'fact = "t_share", from = 80', 'criterion = "2.3.11", from = 1', "gate-criterion-near", "2.3.11", "1.2"
    ),
    "gate that asks for too much": one(
        'fact = "t_share", from = 80', 'criterion = "1.1", from = 4.5', "gate-above", "from = 4.5", "1.2"
    ),
    "gate before itself": one(
        'fact = "t_share", from = 80', 'criterion = "1.2", from = 1', "gate-circle", "from = 1 }", "1.2"
    ),
    "gate on the criterion that waits for it": one(
        'title = "Kế hoạch"\n',
        'title = "Kế hoạch"\ngate = { criterion = "1.1.2", applies = true }\n',
        "gate-circle",
        '[criterion."1.1.2"]',
        "1.1.2",
    ),
    "coefficient of nothing": one(
        'count = "t_whole"', "count = { t_whole = 0 }", "fact-coefficient", "t_whole = 0 }", "3.1"
    ),
    "coefficient that is no number": one(
        'count = "t_whole"', 'count = { t_whole = "2" }', "number", 't_whole = "2"', "3.1"
    ),
    "band without a limit": one("{ above = 90, points = 2 }", "{ points = 2 }", "band-limit", "{ points = 2 }", "1.3"),
    "band with two limits": one("{ above = 90,", "{ above = 90, from = 90,", "band-limit", "from = 90", "1.3"),
    "bands over nothing": one('value = "t_share"\n', "", "bands-facts", '[criterion."1.3"]', "1.3"),
    "bands over too much": one(
        'value = "t_share"\n',
        'value = "t_share"\nwhole = "t_received"\n',
        "bands-facts",
        '[criterion."1.3"]',
        "1.3",
    ),
    "bands over half a percentage": one(
        'if_none = "zero"\nbands', "bands", "bands-facts", '[criterion."2.1.1"]', "2.1.1"
    ),
    "bands out of order": one("from = 70", "from = 95", "bands-order", '[criterion."1.3"]', "1.3"),
    "bands that repeat": one(
        "above = 90, points = 2", "from = 70, points = 2", "bands-order", '[criterion."1.3"]', "1.3"
    ),
    "above after from": one(
        "{ above = 90, points = 2 }, { from = 70, points = 1 }",
        "{ from = 70, points = 2 }, { above = 70, points = 1 }",
        "bands-order",
        '[criterion."1.3"]',
        "1.3",
    ),
    "bands with a gap": one(
        "{ from = 0, points = 0 }]", "{ from = 1, points = 0 }]", "bands-end", '[criterion."1.3"]', "1.3"
    ),
    "bands without 0": one(
        "{ from = 0, points = 0 }]", "{ above = 0, points = 0 }]", "bands-end", '[criterion."1.3"]', "1.3"
    ),
    "no bands": one(
        "bands = [{ above = 90, points = 2 }, { from = 70, points = 1 }, { from = 0, points = 0 }]",
        "bands = []",
        "value-empty",
        "bands = []",
        "1.3",
    ),
    "days out of order": one("by = 2023-02-15", "by = 2022-02-15", "steps-order", '[criterion."1.1.1"]', "1.1.1"),
    "days that repeat": one("by = 2023-02-15", "by = 2023-01-15", "steps-order", '[criterion."1.1.1"]', "1.1.1"),
    "points between steps": one("late = 0.25", "late = 0.255", "points-step", "late", "1.1.1"),
    "negative points between steps": one("each = -0.05", "each = -0.005", "points-step", "each = -0.005", "2.1.2"),
    "points of a band between steps": one("points = 3 }", "points = 2.999 }", "points-step", "từng bậc", "2.1.1"),
    "points of an answer between steps": one("yes = 2.5", "yes = 2.125", "points-step", "yes = 2.125", "1.1.2"),
    "points above the maximum": one("late = 0.25", "late = 1.51", "points-above", "late", "1.1.1"),
    "points of a band above the maximum": one("points = 3 }", "points = 3.5 }", "points-above", "từng bậc", "2.1.1"),
}

TREE = {
    "number that is none": one(
        '[criterion."1.3"]',
        '[criterion."1.3."]',
        ("criterion-number", '"1.3."', "1.3."),
        ("sum-area", "max_points = 11", WORK),
    ),
    "number with a leading 0": one('[criterion."1.3"]', '[criterion."1.03"]', "criterion-number", '"1.03"', "1.03"),
    "area that is absent": one(
        '[criterion."3.1"]',
        '[criterion."4.1"]',
        ("criterion-area", '"4.1"', "4.1"),
        ("area-empty", "[area.extra]", EXTRA),
    ),
    "parent that is absent": one(
        '[criterion."1.1.2"]',
        '[criterion."1.9.2"]',
        ("criterion-parent", '"1.9.2"', "1.9.2"),
        ("sum-parts", "max_points = 4 # 1.1", "1.1"),
    ),
    "leaf without a method": one(
        'method = "count"\ncount = "t_whole"\neach = 0.5\n', "", "criterion-empty", '[criterion."3.1"]', "3.1"
    ),
    "parent with a method": one(
        'combine = "all"',
        'combine = "all"\nmethod = "given" # 2.3',
        "parent-rule",
        'method = "given" # 2.3',
        "2.3",
    ),
    "parent with a setting": one('combine = "all"', 'combine = "all"\neach = 7', "parent-rule", "each = 7", "2.3"),
    "parent that is self-scored": one(
        'combine = "all"', 'combine = "all"\nself_score = true', "parent-rule", "self_score", "2.3"
    ),
    "cap that is never reached": one(
        'max_points = 2\ncombine = "all"',
        'max_points = 2.5 # cap\ncombine = "capped"',
        ("capped-parts", "# cap", "2.3"),
        ("sum-area", "max_points = 9", PEOPLE),
    ),
    "leaf that combines": one(
        'title = "Sáng kiến"',
        'title = "Sáng kiến"\ncombine = "sum"',
        "leaf-combine",
        'combine = "sum"',
        "3.1",
    ),
    "leaf that chooses": one(
        'title = "Sáng kiến"',
        'title = "Sáng kiến"\nchosen_by = "t_board" # 3',
        "leaf-combine",
        '"t_board" # 3',
        "3.1",
    ),
    "question without a choice": one(
        'combine = "all"',
        'combine = "all"\nchosen_by = "t_board"',
        "chosen-by",
        'chosen_by = "t_board"',
        "2.3",
    ),
    "choice under no chooser": one(
        'title = "Chuyên gia"',
        'title = "Chuyên gia"\nchoice = "yes"',
        "choice-alone",
        'choice = "yes"',
        "2.3.1",
    ),
    "choice at the top": one(
        'title = "Sáng kiến"', 'title = "Sáng kiến"\nchoice = "yes"', "choice-alone", 'choice = "yes"', "3.1"
    ),
    "choice that is no answer": one(
        'choice = "street"',
        'choice = "city"',
        ("choice-wrong", 'choice = "city"', "2.2.2"),
        ("choice-absent", "chosen_by", "2.2"),
    ),
    "choice made twice": one(
        'choice = "street"',
        'choice = "village" # 2',
        ("choice-wrong", '"village" # 2', "2.2.2"),
        ("choice-absent", "chosen_by", "2.2"),
    ),
    "part without a choice": one(
        'choice = "street"\n',
        "",
        ("choice-wrong", '[criterion."2.2.2"]', "2.2.2"),
        ("choice-absent", "chosen_by", "2.2"),
    ),
    "parts that add up to less": one(
        "max_points = 4 # 1.1",
        "max_points = 4.5 # 1.1",
        ("sum-parts", "# 1.1", "1.1"),
        ("sum-area", "max_points = 11", WORK),
    ),
    "best part below": one(
        "max_points = 3 # 2.1",
        "max_points = 3.5 # 2.1",
        ("best-parts", "# 2.1", "2.1"),
        ("sum-area", "max_points = 9", PEOPLE),
    ),
    "unequal choices": one(
        'title = "Đô thị"\nmax_points = 4',
        'title = "Đô thị"\nmax_points = 4.1',
        "best-parts",
        "max_points = 4 # 2.2",
        "2.2",
    ),
    "area without criteria": one(
        "[area.extra]",
        '[area.void]\nnumber = 4\nname = "Rỗng"\nmax_points = 1\nkind = "penalty"\n\n[area.extra]',
        "area-empty",
        "[area.void]",
        "void",
    ),
    "accented area": one("[area.extra]", '[area."thêm"]', "area-code", "thêm", "thêm"),
    "area called total": one("[area.extra]", "[area.total]", "area-code", "total", "total"),
    "area of too much": one(
        "max_points = 9\n",
        "max_points = 9.5\n",
        ("sum-area", "max_points = 9.5", PEOPLE),
        ("sum-scheme", "max_points = 20", ""),
    ),
    "scheme of too much": one("max_points = 20", "max_points = 21", "sum-scheme", "max_points = 21"),
    "scheme between steps": one(
        "max_points = 20",
        "max_points = 20.001",
        ("sum-scheme", "max_points = 20.001", ""),
        ("points-step", "max_points = 20.001", ""),
    ),
    "area between steps": one("max_points = 2\nkind", "max_points = 2.001\nkind", "points-step", "2.001", EXTRA),
    "not held without reason": one('reason = "Chưa đánh giá"\n', "", "held-reason", "held = false", "1.3"),
    "reason although held": one("held = false\n", "", "held-reason", '[criterion."1.3"]', "1.3"),
    "area not held without reason": one(
        'kind = "bonus"', 'kind = "bonus"\nheld = false # thưởng', "held-reason", "# thưởng", EXTRA
    ),
    "classes out of order": one("from = 50.5", "from = 85", "class-order", "from = 85"),
    "classes that repeat": one("from = 50.5", "from = 80 # lại", "class-order", "# lại"),
    "last class not at 0": one("from = 0\n\n[indicator", "from = 1\n\n[indicator", "class-last", "bậc cuối"),
    "last class with a condition": one(
        "from = 0\n\n[indicator", "from = 0\neach_area_from = 7\n\n[indicator", "class-last", "bậc cuối"
    ),
    "class twice": one('name = "Khá"', 'name = "Tốt" # 2', "class-twice", '"Tốt" # 2'),
    "bonus without a word on 100": one('above_100 = "keep"\n', "", "above-100-absent", "[ranking]"),
    "word on 100 without bonus": one('kind = "bonus"', 'kind = "penalty"', "above-100-useless", "above_100"),
    "a word on what nobody has given in an area of no penalty": one(
        'kind = "bonus"', 'kind = "bonus"\nabsent = "full"', "absent-useless", "absent", EXTRA
    ),
    "indicator that starts with a digit": one(
        "[context]", '[indicator."2nd"]\nname = "Hai"\n\n[context]', "indicator-code", "2nd"
    ),
    "indicator of a plugin": one(
        "[context]",
        '[indicator.dossiers_received]\nname = "Hai"\n\n[context]',
        "indicator-known",
        "dossiers_received",
    ),
    "decimals of a count": one(
        'unit = "hồ sơ"', 'unit = "hồ sơ"\ndecimals = 1', "indicator-kind", "[indicator.t_received]"
    ),
    "options of a number": one(
        'source = "survey"',
        'source = "survey"\noptions = [{ code = "a", name = "A" }, { code = "b", name = "B" }]',
        "indicator-kind",
        "[indicator.t_grade]",
    ),
    "derived of a stranger": one('unit = "hồ sơ"', 'unit = "hồ sơ"\nlowest_of = ["xyzzy"]', "fact-unknown", "xyzzy"),
    "derived of another kind": one(
        'unit = "hồ sơ"', 'unit = "hồ sơ"\nhighest_of = ["t_board"]', "derived-kind", "highest_of"
    ),
    "derived with more decimals": one(
        'unit = "hồ sơ"', 'unit = "hồ sơ"\nhighest_of = ["t_share"]', "derived-kind", "highest_of"
    ),
    "derived in two ways": one(
        'unit = "hồ sơ"',
        'unit = "hồ sơ"\nlowest_of = ["t_on_time"]\nhighest_of = ["t_on_time"]',
        "derived-twice",
        "[indicator.t_received]",
    ),
    "counted without condition": one(
        'unit = "hồ sơ"', 'unit = "hồ sơ"\ncount_of = { facts = ["t_on_time"] }', "count-condition", "count_of"
    ),
    "counted by an answer that is none": one(
        'unit = "hồ sơ"',
        'unit = "hồ sơ"\ncount_of = { facts = ["t_board"], answers = ["maybe"] }',
        "derived-kind",
        "count_of",
    ),
    "one option": one(
        "[context]",
        '[indicator.t_only]\nname = "Một"\nkind = "option"\noptions = [{ code = "a", name = "A" }]\n\n[context]',
        "indicator-kind",
        "[indicator.t_only]",
    ),
}

HALF_READ = {
    "two areas of one number": one(
        "[area.extra]",
        '[area.alike]\nnumber = 3\nname = "Trùng"\nmax_points = 1\nkind = "penalty"\n\n[area.extra]',
        "area-twice",
        "number = 3 # extra",
        EXTRA,
    ),
    "criterion of an area": one('title = "Đúng hạn"\n', "", "key-missing", '[criterion."1.2"]', "1.2"),
    "only criterion of an area": one('title = "Sáng kiến"\n', "", "key-missing", '[criterion."3.1"]', "3.1"),
    "parent of parts": one('title = "Kế hoạch"\n', "", "key-missing", '[criterion."1.1"]', "1.1"),
    "parent of choices": one('title = "Theo loại hình"\n', "", "key-missing", '[criterion."2.2"]', "2.2"),
    "part of a choice": one('title = "Đô thị"\n', "", "key-missing", '[criterion."2.2.2"]', "2.2.2"),
    "choice without a question": one('chosen_by = "t_branch"\n', "", "chosen-by", 'combine = "chosen"', "2.2"),
    "normal area": one('name = "Chỉ đạo"\n', "", "key-missing", "[area.work]", WORK),
    "bonus area": one('name = "Điểm thưởng"\n', "", "key-missing", "[area.extra]", EXTRA),
    "kind of an area": one('kind = "bonus"', 'kind = "bonsu"', "value-choice", "bonsu", EXTRA),
    "number of an area": one("number = 3 # extra", 'number = "3"', "value-whole", 'number = "3"', EXTRA),
    "indicator": one('name = "Tỷ lệ"\n', "", "key-missing", "[indicator.t_share]"),
    "question": one('name = "Loại hình"\n', "", "key-missing", "[indicator.t_branch]"),
    "day": one('name = "Ngày gửi"\n', "", "key-missing", "[indicator.t_sent]"),
    "class": one('name = "Khá"\n', "", "key-missing", "# Khá"),
    "head": one('title = "Bộ tiêu chí nhỏ"\n', "", "key-missing", "[scheme]"),
    "ranking": one('incomplete = "low"\n', "", "key-missing", "[ranking]"),
    "fault that a plugin has words for": one(
        'method = "count"\ncount = "t_whole"\neach = 0.5\n',
        'method = "test.strict"\nlevel = 7\n',
        "value-refused",
        '[criterion."3.1"]',
        "3.1",
    ),
    "entry too few": one(
        'method = "count"\ncount = "t_whole"\neach = 0.5\n',
        'method = "test.strict"\nlevel = 1\npair = [1]\n',
        "value-entries",
        "pair",
        "3.1",
    ),
    "entry too many": one(
        'method = "count"\ncount = "t_whole"\neach = 0.5\n',
        'method = "test.strict"\nlevel = 1\npair = [1, 2, 3]\n',
        "value-entries",
        "pair",
        "3.1",
    ),
}

MUTATIONS = {**TABLES, **RULES, **TREE}

TOGETHER = (
    "unknown choice",
    "setting missing",
    "answer without a share",
    "misspelt method",
    "bands out of order",
    "points of a band between steps",
    "negative points between steps",
    "choice that is no answer",
    "unknown answer at a gate",
    "number for a fact",
    "class twice",
    "misspelt context",
    "misspelt relation",
    "decimals of a count",
)
"""Faults in different tables that do not touch each other."""
