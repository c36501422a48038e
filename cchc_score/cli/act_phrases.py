"""What the command line says of acts in the journal of a year, in Vietnamese and English."""

ACT_PHRASES: dict[str, tuple[str, str]] = {
    "journal-ask": (
        "Hỏi đơn vị về một tiêu chí; tiêu chí ở trạng thái đang hỏi cho đến khi đơn vị trả lời.",
        "Ask a unit about a criterion, which is asked about until the unit answers.",
    ),
    "journal-answer": ("Ghi câu trả lời của đơn vị; câu hỏi gọi bằng tiêu chí, hoặc bằng mã của nó.", "Write down what a unit answers; the question is named by its criterion or its id."),
    "opt-journal-text": ("Câu hỏi, hoặc câu trả lời.", "The question, or the answer."),
    "journal-settle": (
        "Ghi lựa chọn của hội đồng khi các nội dung điều chỉnh khác nhau: một nội dung, hoặc một giá trị thứ ba.",
        "Write down what the council chose where entries differ: one of them, or a third value.",
    ),
    "opt-settle-round": (
        "Vòng thẩm định; mặc định: vòng có xung đột.",
        "The round; by default the one with the conflict.",
    ),
    "opt-settle-choose": ("Mã của nội dung được chọn.", "The id of the entry that is chosen."),
    "opt-settle-value": (
        "Giá trị thứ ba: điểm, số liệu, 'không áp dụng', 'theo số liệu'.",
        "A third value: points, a figure, 'not applicable', 'computed'.",
    ),
    "opt-settle-on": (
        "Ngày (và giờ) hội đồng chọn; mặc định lúc này.",
        "The day (and hour) of the choice; now by default.",
    ),
    "opt-settle-evidence": ("Tài liệu kiểm chứng.", "The evidence."),
    "journal-extend": (
        "Gia hạn cho một đơn vị: nộp bảng tự chấm (tu-cham) hoặc giải trình (giai-trinh) muộn mà vẫn được tính.",
        "Give a unit more time: its self-score (self-score) or its explanations (explanation) count although they are late.",
    ),
    "journal-phase-metavar": ("tu-cham|giai-trinh", "self-score|explanation"),
    "opt-extend-to": ("Hạn mới: ngày, có thể kèm giờ.", "The new deadline: a day, or a day and hour."),
    "opt-extend-round": (
        "Vòng thẩm định của giải trình; mặc định 1.",
        "The round that the explanations are about; 1 by default.",
    ),
    "journal-return": (
        "Trả lại báo cáo (bao-cao) hoặc bảng tự chấm (tu-cham) để đơn vị bổ sung; status ghi là trả lại cho đến khi đơn vị gửi lại.",
        "Give back a report (report) or a self-score (self-score) for completion; status says so until the unit sends it again.",
    ),
    "journal-thing-metavar": ("bao-cao|tu-cham", "report|self-score"),
    "opt-return-to": (
        "Hạn bổ sung: ngày, có thể kèm giờ.",
        "Until when it is to be completed: a day, or a day and hour.",
    ),
    "journal-assign": (
        "Phân công thẩm định theo đơn vị (--unit), theo lĩnh vực (--area), hoặc cả hai; không ghi là tất cả. Ô nào cũng theo lần phân công sau cùng.",
        "Say who appraises, by unit (--unit), by area (--area), or by both; without them everything. Each cell follows the last assignment about it.",
    ),
    "opt-assign-to": ("Người thẩm định; có thể lặp lại.", "Who appraises; may be repeated."),
    "opt-assign-unit": ("Đơn vị, theo mã hoặc tên; có thể lặp lại.", "A unit, by code or name; may be repeated."),
    "opt-assign-area": ("Lĩnh vực, theo số hoặc mã; có thể lặp lại.", "An area, by number or code; may be repeated."),
    "opt-assign-round": ("Vòng thẩm định; mặc định: mọi vòng.", "The round; by default every one."),
    "journal-judge": (
        "Kết luận về giải trình của đơn vị: chấp nhận, một phần, hoặc không. Ghi tiêu chí hay số liệu mà đơn vị giải trình, hoặc mã của nội dung. Giá trị đổi theo thì ghi ở vòng thẩm định sau.",
        "Decide about what a unit explained: accepted, partly, or not. Name the criterion or figure that was explained, or the id of the entry. A value that follows from it is an entry of the next round.",
    ),
    "journal-result-metavar": ("chap-nhan|mot-phan|khong-chap-nhan", "accepted|partly|rejected"),
    "journal-batch": (
        "Ghi trạng thái của một đợt điều tra: nháp (chưa tính), đã kiểm (được tính), chốt (không đổi nữa). Mở lại đợt đã chốt phải có --reason.",
        "Write down the state of a batch of the survey: draft (does not count), checked (counts), closed (changes no more). Opening a closed one again needs --reason.",
    ),
    "journal-batch-metavar": ("ĐỢT", "BATCH"),
    "journal-state-metavar": ("nhap|da-kiem|chot", "draft|checked|closed"),
    "opt-batch-file": (
        "Tệp hoặc thư mục điều tra của đợt, có thể lặp lại; không ghi là như lần trước.",
        "A file or folder of the survey that is of the batch, may be repeated; by default those it has.",
    ),
    "usage-explanation": (
        "{unit} chưa giải trình '{word}'; đã giải trình: {names}",
        "{unit} has not explained '{word}'; it has explained: {names}",
    ),
}
"""The phrases by their names."""
