"""What lies behind findings about the workbook of a review, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "review-nothing review-unedited": (
        "Bảng soát được nhận ra nhờ các tiêu đề cột của nó. Dòng không có giá trị đúng và không có dấu x là dòng chưa ai soát, và không thay đổi gì.",
        "The table of a review is known by the headings of its columns. A row with neither a correct value nor an x was not looked at, and changes nothing.",
    ),
    "review-author": (
        "Số liệu đã sửa khác với báo cáo mà xã gửi, nên phải biết ai chịu trách nhiệm. Tên được ghi vào tệp TOML cạnh giá trị, và hiện ở mọi nơi nêu nguồn của số liệu.",
        "A corrected figure differs from the report that the commune sent, so somebody has to answer for it. The name is written into the TOML file beside the value, and shown wherever the source of the figure is.",
    ),
    "review-stale": (
        "Giữa lúc xuất bảng và lúc nhập lại, người khác có thể đã sửa số liệu. Ghi đè sẽ làm mất sửa đổi ấy mà không ai hay; vì vậy dòng này không được ghi, các dòng khác vẫn được ghi.",
        "Between making the table and taking it in, somebody else may have corrected the figure. Writing over it would lose that without a word; so this row is not written, and the others are.",
    ),
    "review-unit review-files": (
        "Mỗi dòng được ghi vào tệp TOML của đơn vị, tìm theo mã ghi dưới [report]. Khi không có tệp nào, hoặc có nhiều tệp, thì không biết ghi vào đâu.",
        "Each row goes into the TOML file of its unit, which is found by the code under [report]. With no file, or with several, nobody can tell where to write.",
    ),
    "review-formula": (
        "Giá trị của một công thức phụ thuộc vào ô khác, vào tệp khác và vào chương trình mở bảng. Một sửa đổi phải là điều người soát đã thấy và ghi ra.",
        "The value of a formula hangs on other cells, other files and the program that opens the table. A correction is what a person has seen and written down.",
    ),
    "review-mark review-blank review-no-value": (
        "Dấu x nói rằng đã so số liệu với báo cáo và nó đúng như đã đọc; giá trị đúng nói rằng nó sai. Điều khác, hoặc chỉ một lý do, không nói được người soát muốn gì.",
        "An x says that the figure was compared with the report and is right as it was read; a correct value says that it is wrong. Anything else, or a reason alone, does not tell what was meant.",
    ),
    "review-unwritable": (
        "Lệnh import viết mỗi số liệu trên một dòng. Tệp đã sửa tay theo cách khác vẫn đọc được, nhưng chương trình không sửa một dòng mà nó không chắc chắn.",
        "The command import writes each figure on one line. A file that was changed by hand in another way can still be read, but the program changes no line of which it is not certain.",
    ),
}
"""The explanations; several codes that say one thing share one."""
