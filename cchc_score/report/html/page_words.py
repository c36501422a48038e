"""The words of the page that hold no number: headings, labels, explanations."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_score.text import Lang, pick

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "skip": ("Đến bảng xếp hạng", "Skip to the ranking"),
        "ranking": ("Xếp hạng", "Ranking"),
        "rank": ("Hạng", "Rank"),
        "unit": ("Đơn vị", "Unit"),
        "bar": ("Chỉ số và tự chấm", "Index and self-score"),
        "bar_alone": ("So sánh", "Compared"),
        "index": ("Chỉ số (%)", "Index (%)"),
        "class": ("Xếp loại", "Class"),
        "quality": ("Số liệu", "Data"),
        "find": ("Tìm đơn vị", "Find a unit"),
        "kinds": ("Loại đơn vị", "Kind of unit"),
        "all_kinds": ("tất cả", "all"),
        "order": ("Thứ tự", "Order"),
        "by_rank": ("theo hạng", "by rank"),
        "by_name": ("theo tên", "by name"),
        "save": ("Lưu dữ liệu JSON", "Save the data as JSON"),
        "key_index": ("chỉ số", "index"),
        "key_claim": ("nếu lấy điểm tự chấm", "with the self-scores"),
        "key_share": ("màu ô: phần đạt được của lĩnh vực", "tint: share reached of the area"),
        "key_median": ("trung vị", "median"),
        "key_best": ("cao nhất", "highest"),
        "costs": ("Mất điểm ở đâu", "Where points are lost"),
        "criterion": ("Tiêu chí", "Criterion"),
        "lost_mean": ("Mất, trung bình mỗi đơn vị", "Lost, mean of a unit"),
        "lost_all": ("Mất, tất cả đơn vị", "Lost, all units"),
        "lost_units": ("Số đơn vị mất điểm", "Units that lose"),
        "more_costs": ("Các tiêu chí còn lại", "All other criteria"),
        "spread": ("Phân bố", "Spread"),
        "area": ("Lĩnh vực", "Area"),
        "lowest": ("Thấp nhất", "Lowest"),
        "median": ("Trung vị", "Median"),
        "mean": ("Trung bình", "Mean"),
        "highest": ("Cao nhất", "Highest"),
        "units": ("Số đơn vị", "Units"),
        "classes": ("Xếp loại theo nhóm", "Classes by group"),
        "group": ("Nhóm", "Group"),
        "ties": ("Sát nhau trong bảng xếp hạng", "Close neighbours in the ranking"),
        "ties_note": (
            "Các cặp liền kề có chỉ số cách nhau không quá 0,05 điểm phần trăm: một điều chỉnh nhỏ cũng đổi thứ tự.",
            "Neighbours whose indices lie within 0.05 percentage points: a small correction changes their order.",
        ),
        "pairs": ("cặp", "pairs"),
        "no_ties": ("Không có cặp nào.", "There are none."),
        "above": ("Đứng trên", "Above"),
        "below": ("Đứng dưới", "Below"),
        "apart": ("Cách nhau (điểm %)", "Apart (% points)"),
        "unassessed": ("Chưa đánh giá, chưa chắc chắn", "What was not assessed, what is not certain"),
        "basis": ("Cách tính", "How it was computed"),
        "back": ("↑ Xếp hạng", "↑ Ranking"),
        "points": ("Điểm", "Points"),
        "most": ("Tối đa", "Out of"),
        "share": ("Tỷ lệ (%)", "Share (%)"),
        "moves": ("Thứ hạng so với năm khác", "Ranks against another year"),
        "places": ("Lên, xuống", "Up, down"),
        "all_moves": ("Tất cả đơn vị", "All units"),
        "total": ("Tổng và chỉ số", "Total and index"),
        "losses": ("Mất nhiều nhất, có thể lấy lại", "The largest losses, and what would regain them"),
        "losses_note": (
            "Sau dấu →: chỉ số và hạng nếu chỉ lấy lại khoản đó, các đơn vị khác giữ nguyên."
            " Trên thanh của lĩnh vực: vạch liền là trung vị, vạch đứt là đơn vị cao nhất.",
            "Behind →: index and rank if these points alone are regained and all other units stay as they are."
            " On the bars of areas: the line is the median, the dashes are the highest unit.",
        ),
        "no_losses": ("Không mất điểm nào.", "No points are lost."),
        "rule": ("Cách tính điểm", "Rule"),
        "working": ("Phép tính", "Working"),
        "full": ("Để đủ điểm", "For full points"),
        "evidence": ("Minh chứng cần có", "Evidence asked for"),
        "remedy": ("Khắc phục", "Remedy"),
        "areas": ("Điểm theo lĩnh vực", "Points by area"),
        "against": ("So với đơn vị khác", "Against others"),
        "every": ("Từng tiêu chí: phép tính, số liệu, nguồn", "Every criterion: working, figures, sources"),
        "lost": ("Mất", "Lost"),
        "why": ("Vì sao", "Why"),
        "passed": ("Đủ điểm", "Full points"),
        "other": ("Chưa đủ điểm", "Less than full points"),
        "next_class": ("Xếp loại", "The class"),
        "work": ("Tự chấm và thẩm định", "Self-score and appraisal"),
        "claimed": ("Tự chấm", "Self-score"),
        "given": ("Kết quả", "Result"),
        "change": ("Chênh lệch", "Difference"),
        "reason": ("Lý do, giải trình", "Reason, explanation"),
        "findings": ("Lưu ý về số liệu", "Findings"),
        "rules": ("Cách chấm từng tiêu chí", "How each criterion is scored"),
        "communes": ("Từng đơn vị", "Each unit"),
        "figures": ("Số liệu", "Figures"),
    }
)


def page_words(lang: Lang) -> dict[str, str]:
    """The words in a language, by their names in the templates."""
    return {name: pick(lang, *words) for name, words in _WORDS.items()}
