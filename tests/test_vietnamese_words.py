"""One word for one thing: the Vietnamese that users read holds none of the words that were given up."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each retired word, the word that stands for the thing now, and where it has another, right meaning.
RETIRED = {
    r"chỉ tiêu": (
        "số liệu",
        # A target that was assigned; a heading printed on a form; how some decisions call their criteria.
        r"chỉ tiêu (?:hồ sơ trực tuyến )?(?:được )?giao|(?:vượt|đúng|đạt|so với|nửa|bằng) chỉ tiêu|khi chỉ tiêu là 0"
        r"|tỷ lệ của chỉ tiêu|chỉ tiêu thống kê|tên chỉ tiêu|chỉ tiêu, nhiệm vụ|\"chỉ tiêu\"|(?:hai chỉ tiêu|chỉ tiêu 1) \|",
    ),
    r"tiêu chí (?:cha|con|lá)\b": ("tiêu chí, tiêu chí thành phần", ""),
    r"(?<!\w)cổng": (
        "điều kiện",
        r"cổng (?:dịch vụ|dvc|thông tin|tttđt|pakn|chỉ|đã|chưa)|(?:của|mà|lên|chọn|bỏ) cổng|cổng (?:của máy|trên máy|khác)|cổng \{port\}|cổng (?:quốc gia|của tỉnh)",
    ),
    r"(?<!\w)hàng(?!\w)": (
        "dòng",
        r"hàng (?:nghìn|năm|tháng|quý|ngày|hóa|đầu|trăm|triệu|vạn|chục|loạt)|(?:ngân|khách|bán|mặt|cửa) hàng",
    ),
    r"đúng hẹn": ("đúng hạn", ""),
    # Problems are found by inspections, and slips by the office itself.
    r"phát hiện": ("vấn đề", r"(?:vấn đề|tự|được|bị|kịp thời) phát hiện|phát hiện (?:qua|vấn đề|sai phạm)"),
    r"(?<!\w)ca mẫu": ("trường hợp mẫu", ""),
    r"thí dụ": ("ví dụ", ""),
    r"nêu ra": ("chương trình cảnh báo", ""),
    r"kết cục": ("kết quả xử lý", ""),
    r"số lẻ": ("chữ số thập phân", ""),
    r"nửa thì lên": ("từ 5 trở lên thì làm tròn lên", ""),
    r"đầu (?:thấp|cao)(?!\w)": ("cận dưới, cận trên", ""),
    r"cách cho điểm": ("phương pháp chấm điểm, cách tính điểm", r"\"cách cho điểm\", \"phương pháp"),
    r"cho sẵn": ("do điều tra hoặc hội đồng chấm", ""),
    r"hội đồng đặt": ("người thẩm định ấn định", ""),
    r"phương pháp lỗi": ("lỗi cách tính", ""),
    r"(?<!\w)(?<!thư )mục (?:thẩm định|kia|khác thay|đã lập|bị thay)": ("nội dung điều chỉnh", ""),
    r"(?<!rà )(?<!kiểm )soát (?:đúng|một|bộ)": ("rà soát", ""),
    r"đúng mọi mốc": ("đã thử đủ các ngưỡng", ""),
    r"cắt ở mức": ("lấy bằng", ""),
    r"nặng nhất của": ("bất lợi nhất của", ""),
    r"không bao giờ đổi theo": ("không thay đổi theo", ""),
}

# What others wrote, or what is read as others wrote it: forms and reports with their own words, recognised headings.
QUOTED = (
    "tests/",
    "CHANGELOG.md",
    "schemas/",
    "examples/hoang-hoa-2023/reports/hoang-cat.txt",
    "examples/tiep-can-phap-luat-2014/",
    "examples/chuan-phap-luat-2022/",
    "examples/lam-dong-dti-2023/",
    "scoring_rules/forms/phu-luc-01b-",
    "scoring_rules/bnv-1187-2025",
    "docs/phu-luc-mau.csv",
    "cchc_score/intake/",
)
SUFFIXES = {".py", ".md", ".toml", ".txt", ".csv", ".svg", ".rst"}


def texts():
    """Every file that a user may read, or that holds what the program says, with its lines."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in names.splitlines():
        if Path(name).suffix in SUFFIXES and not name.startswith(QUOTED):
            yield name, (ROOT / name).read_text(encoding="utf-8").splitlines()


TEXTS = list(texts())


def found(word, allowed, line):
    """Whether a line has a word elsewhere than in a phrase in which it is right."""
    low = line.lower()
    right = [range(*one.span()) for one in re.finditer(allowed, low)] if allowed else []
    return any(not any(one.start() in span for span in right) for one in re.finditer(word, low))


@pytest.mark.full
@pytest.mark.parametrize("word", RETIRED)
def test_a_retired_word_does_not_come_back(word):
    instead, allowed = RETIRED[word]
    wrong = [
        f"{name}:{number}: {line.strip()}"
        for name, lines in TEXTS
        for number, line in enumerate(lines, 1)
        if found(word, allowed, line)
    ]
    assert not wrong, f"now '{instead}':\n" + "\n".join(wrong)


def test_the_scan_sees_a_retired_word_and_lets_a_right_one_pass():
    instead, allowed = RETIRED["chỉ tiêu"]
    assert instead == "số liệu"
    assert found("chỉ tiêu", allowed, "Chỉ tiêu 'a' được khai báo mà không ai dùng")
    assert not found("chỉ tiêu", allowed, "Hồ sơ so với chỉ tiêu được giao")
    assert not found(r"(?<!\w)hàng(?!\w)", RETIRED[r"(?<!\w)hàng(?!\w)"][1], "thu ngân sách hàng năm")
