"""What the commands for authors of schemes and plugins say, in Vietnamese and English."""

AUTHOR_PHRASES: dict[str, tuple[str, str]] = {
    "scheme": (
        "Xem, soát, so sánh và thử một bộ tiêu chí.",
        "Show, lint, compare and test a scheme.",
    ),
    "scheme-show": (
        "In bộ tiêu chí như một phụ lục: tiêu chí, điểm tối đa, cách cho điểm, tài liệu kiểm chứng; và biểu số liệu mà nó cần.",
        "Print the scheme as an annex: criteria, maxima, rules, evidence; and the reporting form that it asks for.",
    ),
    "scheme-test": (
        "Chạy các ca mẫu cạnh bộ tiêu chí (TÊN.cases.toml), và nói mốc nào của tiêu chí nào chưa có ca.",
        "Run the golden cases beside the scheme (NAME.cases.toml), and say which limits of which criterion no case covers.",
    ),
    "scheme-metavar": ("[BỘ_TIÊU_CHÍ]", "[SCHEME]"),
}
"""The phrases by name: Vietnamese, English."""
