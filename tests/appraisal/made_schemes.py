"""A scheme made of the rows of a self-score table: number, title and maximum of each, as a table prints them."""

from collections.abc import Sequence

HEAD = """[scheme]
code       = "tu-cham"
title      = "Bảng tự chấm"
version    = "1"
period     = 2025
decimals   = 2
max_points = {most}
rounding   = "criterion"

[ranking]
group_by = "none"
compare  = "exact"
ties     = "standard"
incomplete = "low"

[indicator.own_points]
name     = "Điểm tự chấm"
kind     = "points"
decimals = 2
unit     = "điểm"
"""


def scheme_of(rows: Sequence[tuple[str, str, str]]) -> bytes:
    """The scheme: rows with a whole number are areas, of the others those without parts are leaves that can be claimed."""
    numbers = [number for number, _, _ in rows]
    most = sum(float(points) for number, _, points in rows if "." not in number)
    lines = [HEAD.format(most=f"{most:g}")]
    for number, title, points in rows:
        quoted = title.replace("\\", "\\\\").replace('"', '\\"')
        if "." not in number:
            lines.append(f'[area.a{number}]\nnumber = {number}\nname = "{quoted}"\nmax_points = {float(points):g}\n')
            continue
        lines.append(f'[criterion."{number}"]\ntitle = "{quoted}"\nmax_points = {float(points):g}')
        if any(other.startswith(f"{number}.") for other in numbers):
            lines.append('combine = "sum"\n')
        else:
            lines.append('method = "given"\npoints = "own_points"\n')
    return "\n".join(lines).encode()
