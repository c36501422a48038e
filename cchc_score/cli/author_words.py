"""What the commands for authors of schemes and plugins say, in Vietnamese and English."""

AUTHOR_PHRASES: dict[str, tuple[str, str]] = {
    "new": (
        "Tạo khung có chú thích để bắt đầu viết: bộ tiêu chí và các ca mẫu (scheme), mẫu báo cáo (form), plugin có tiêu chí"
        " riêng (plugin). Khung nào cũng qua được check ngay.",
        "Make a commented skeleton to begin with: a scheme with its golden cases, a report form, or a plugin with a"
        " criterion of its own. Each passes check at once.",
    ),
    "schema": (
        "In JSON Schema của một loại tệp TOML, để trình soạn thảo gợi ý và kiểm tra: bộ tiêu chí (scheme), mẫu (form), báo cáo"
        " (report), ca mẫu (cases), cchc.toml (config), tự chấm và thẩm định (work); gồm cả những gì plugin đưa ra.",
        "Print the JSON Schema of a kind of TOML file, by which editors complete and check it: scheme, form, report, golden"
        " cases (cases), cchc.toml (config), self-scores and appraisal (work); with all that plugins give.",
    ),
    "name-metavar": ("TÊN", "NAME"),
    "opt-new": ("Thư mục để ghi, chưa có hoặc đang trống; mặc định đặt theo tên đã cho.", "The folder to write, new or empty; by default it is named after the given name."),
    "usage-name": ("tên '{word}' không dùng được; dùng chữ thường không dấu, số và dấu gạch ngang, bắt đầu bằng chữ", "the name '{word}' cannot be used; use small unaccented letters, digits and dashes, a letter first"),
    "usage-name-near": ("tên '{word}' không dùng được; có phải ý là {near}?", "the name '{word}' cannot be used; did you mean {near}?"),
    "usage-name-taken": ("tên '{word}' đã có nơi khác dùng; chọn tên khác", "the name '{word}' is used elsewhere; choose another"),
    "scheme": (
        "Xem, soát, so sánh và thử một bộ tiêu chí.",
        "Show, lint, compare and test a scheme.",
    ),
    "scheme-show": (
        "In bộ tiêu chí như một phụ lục: tiêu chí, điểm tối đa, cách cho điểm, tài liệu kiểm chứng; và biểu số liệu mà nó cần.",
        "Print the scheme as an annex: criteria, maxima, rules, evidence; and the reporting form that it asks for.",
    ),
    "scheme-lint": (
        "Soát một bộ tiêu chí đã hợp lệ: điểm tối đa có đạt được không, mức nào không bao giờ dùng, số liệu tốt hơn mà điểm giảm, bước nhảy lớn, số liệu thừa, if_none; mỗi điều kèm số liệu nhỏ nhất cho thấy nó.",
        "Look beyond validity: full points out of reach, levels never used, better figures that lower points, jumps, useless facts, if_none; each with the smallest figures that show it.",
    ),
    "opt-jump": (
        "Báo bước nhảy lớn hơn bao nhiêu phần trăm điểm tối đa; không ghi thì 50.",
        "Tell of jumps above this share of the maximum, in percent; 50 by default.",
    ),
    "usage-percent": ("'{word}' không phải phần trăm từ 0 đến 100", "'{word}' is no percentage from 0 to 100"),
    "scheme-diff": (
        "So sánh hai bộ tiêu chí, từng tiêu chí một; với --reports: đơn vị nào đổi điểm, đổi hạng.",
        "Compare two schemes, criterion by criterion; with --reports: whose points and ranks move.",
    ),
    "opt-reports": (
        "Thư mục hoặc tệp báo cáo, của năm mà bộ tiêu chí cũ chấm, để chấm theo cả hai.",
        "A folder or a file of reports, of the old scheme's year, to be scored under both.",
    ),
    "old-metavar": ("CŨ", "OLD"),
    "new-metavar": ("MỚI", "NEW"),
    "scheme-test": (
        "Chạy các ca mẫu cạnh bộ tiêu chí (TÊN.cases.toml), và nói mốc nào của tiêu chí nào chưa có ca.",
        "Run the golden cases beside the scheme (NAME.cases.toml), and say which limits of which criterion no case covers.",
    ),
    "scheme-metavar": ("[BỘ_TIÊU_CHÍ]", "[SCHEME]"),
}
"""The phrases by name: Vietnamese, English."""
