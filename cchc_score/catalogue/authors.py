"""Findings of the commands for authors: what golden cases leave out, and what is odd about a valid scheme."""

from cchc_score.catalogue.kinds import Kinds, error, warning

_CASES: Kinds = {
    "cases-absent": error("chưa có ca mẫu nào; viết vào tệp này các bảng [[case]] với criterion, facts và points", "there are no golden cases; write tables [[case]] with criterion, facts and points into this file"),
    "case-none": warning("chưa có ca mẫu nào; thêm ca đủ điểm, ca 0 điểm và ca đúng mỗi mốc", "no golden case; add one with full points, one with none and one on each limit"),
    "case-full": warning("chưa có ca đủ điểm; thêm một ca", "no case with full points; add one"),
    "case-less": warning("chưa có ca không đủ điểm; thêm một ca", "no case with less than full points; add one"),
    "case-edge": warning("chưa có ca đúng mốc {edge}; thêm một ca", "no case stands on {edge}; add one"),
}

AUTHORS: Kinds = {**_CASES}
