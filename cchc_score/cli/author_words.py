"""What the commands for authors of schemes and plugins say, in Vietnamese and English."""

AUTHOR_PHRASES: dict[str, tuple[str, str]] = {
    "new": (
        "Tạo thứ để bắt đầu viết: bộ tiêu chí và các trường hợp mẫu (scheme: bản nháp chép từ bộ thật của Lâm Đồng, hoặc bộ nhỏ minh"
        " họa có chú thích), khung mẫu báo cáo (form), khung plugin có tiêu chí riêng (plugin).",
        "Make something to begin with: a scheme with its golden cases (a draft copied from the real one of Lâm Đồng, or a"
        " small illustrative one with comments), the skeleton of a report form, or of a plugin with a criterion of its own.",
    ),
    "opt-from": (
        "Bắt đầu từ bộ tiêu chí nào: lam-dong (bộ thật, quyết định 1234/QĐ-UBND; mặc định) hoặc minh-hoa (minh họa).",
        "The scheme to begin with: lam-dong (the real one, decision 1234/QĐ-UBND; the default) or minh-hoa (illustrative).",
    ),
    "opt-copy-year": (
        "Năm của bộ tiêu chí chép ra, mặc định năm nay; khác 2025 thì ngày và năm được dời và phải xác nhận.",
        "The year of the copied scheme, by default this one; for others than 2025 days and years are moved, to be confirmed.",
    ),
    "usage-copy": (
        "{name} chỉ dùng cho bộ tiêu chí: --from với 'new scheme', --year khi chép bộ thật (lam-dong)",
        "{name} is for schemes: --from with 'new scheme', --year where the real one (lam-dong) is copied",
    ),
    "schema": (
        "In JSON Schema của một loại tệp TOML, để trình soạn thảo gợi ý và kiểm tra: bộ tiêu chí (scheme), khung (frame), mẫu"
        " (form), báo cáo (report), trường hợp mẫu (cases), cchc.toml (config), tự chấm và thẩm định (work); gồm cả những gì plugin đưa ra.",
        "Print the JSON Schema of a kind of TOML file, by which editors complete and check it: scheme, frame, form,"
        " report, golden cases (cases), cchc.toml (config), self-scores and appraisal (work); with all that plugins give.",
    ),
    "facts": (
        "Tra mã các số liệu mà bộ tiêu chí dùng được: tên, đơn vị tính, loại, nguồn, lĩnh vực; có TỪ thì chỉ in số liệu có đủ"
        " các từ ấy (không cần dấu).",
        "Look up the codes of the facts that a scheme can use: name, unit, kind, source, area; with WORDS only those that"
        " have all of them.",
    ),
    "methods": (
        "Tra các phương pháp chấm điểm và thiết lập của từng phương pháp; có TỪ thì chỉ in phương pháp có đủ các từ ấy.",
        "Look up the scoring methods and their settings; with WORDS only those that have all of them.",
    ),
    "words-metavar": ("[TỪ]...", "[WORDS]..."),
    "name-metavar": ("TÊN", "NAME"),
    "opt-new": ("Thư mục để ghi, chưa có hoặc đang trống; mặc định đặt theo tên đã cho.", "The folder to write, new or empty; by default it is named after the given name."),
    "usage-name": ("tên '{word}' không dùng được; dùng chữ thường không dấu, số và dấu gạch ngang, bắt đầu bằng chữ", "the name '{word}' cannot be used; use small unaccented letters, digits and dashes, a letter first"),
    "usage-name-near": ("tên '{word}' không dùng được; có phải ý là {near}?", "the name '{word}' cannot be used; did you mean {near}?"),
    "usage-name-taken": ("tên '{word}' đã có nơi khác dùng; chọn tên khác", "the name '{word}' is used elsewhere; choose another"),
    "scheme": (
        "Xem, rà soát, so sánh và thử một bộ tiêu chí.",
        "Show, lint, compare and test a scheme.",
    ),
    "scheme-show": (
        "In bộ tiêu chí như một phụ lục: tiêu chí, điểm tối đa, cách tính điểm, tài liệu kiểm chứng; và biểu số liệu mà nó cần. Dạng docx, xlsx ghi chính phụ lục, import đọc lại được nguyên bộ tiêu chí.",
        "Print the scheme as an annex: criteria, maxima, rules, evidence; and the reporting form that it asks for. The formats docx and xlsx write the annex itself, which import reads back as the very scheme.",
    ),
    "scheme-lint": (
        "Rà soát một bộ tiêu chí đã hợp lệ: điểm tối đa có đạt được không, mức nào không bao giờ dùng, số liệu tốt hơn mà điểm giảm, bước nhảy lớn, số liệu thừa, if_none; mỗi điều kèm số liệu nhỏ nhất cho thấy nó.",
        "Look beyond validity: full points out of reach, levels never used, better figures that lower points, jumps, useless facts, if_none; each with the smallest figures that show it.",
    ),
    "opt-jump": (
        "Báo bước nhảy lớn hơn bao nhiêu phần trăm điểm tối đa; không ghi thì 50.",
        "Tell of jumps above this share of the maximum, in percent; 50 by default.",
    ),
    "usage-percent": ("'{word}' không phải phần trăm từ 0 đến 100", "'{word}' is no percentage from 0 to 100"),
    "scheme-diff": (
        "So sánh hai bộ tiêu chí, từng tiêu chí một; với --reports: đơn vị nào đổi điểm, hạng, xếp loại, ngưỡng và tiêu chí nào không phân biệt ai.",
        "Compare two schemes, criterion by criterion; with --reports: whose points, ranks and classes move, which limits and criteria set nobody apart.",
    ),
    "opt-reports": (
        "Thư mục hoặc tệp báo cáo, của năm mà bộ tiêu chí cũ chấm, để chấm theo cả hai.",
        "A folder or a file of reports, of the old scheme's year, to be scored under both.",
    ),
    "old-metavar": ("CŨ", "OLD"),
    "new-metavar": ("MỚI", "NEW"),
    "scheme-test": (
        "Chạy các trường hợp mẫu cạnh bộ tiêu chí (TÊN.cases.toml), và nói ngưỡng nào của tiêu chí nào chưa có trường hợp.",
        "Run the golden cases beside the scheme (NAME.cases.toml), and say which limits of which criterion no case covers.",
    ),
    "scheme-next-year": (
        "Dời một bộ tiêu chí sang năm sau: mọi ngày, năm được dời và liệt kê để xác nhận; trường hợp mẫu đi cùng; chưa xác nhận thì chưa chấm được.",
        "Move a scheme to the next year: every date and year is moved and listed to be confirmed, golden cases too; until then it scores nothing.",
    ),
    "scheme-import": (
        "Lập bản nháp bộ tiêu chí từ bảng trong phụ lục của quyết định (Word, Excel, CSV); cách chấm nào nhận ra được thì viết sẵn, tất cả đánh dấu draft cho đến khi xác nhận. Phụ lục do scheme show ghi mà bảng còn nguyên thì cho lại đúng bộ tiêu chí ấy.",
        "Draft a scheme from the table of a decision's annex (Word, Excel, CSV); rules that are recognised are written, all are marked as drafts until confirmed. An annex that scheme show wrote, its table unchanged, gives that very scheme again.",
    ),
    "opt-title": ("Tên của bản nháp; không ghi thì lấy tên tệp.", "The title of a draft; by default the file's name."),
    "opt-scheme-year": ("Năm được chấm, cần cho bản nháp.", "The year that is scored; a draft needs it."),
    "scheme-metavar": ("[BỘ_TIÊU_CHÍ]", "[SCHEME]"),
}
"""The phrases by name: Vietnamese, English."""
