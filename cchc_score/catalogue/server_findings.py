"""Findings about the server of the web application."""

from cchc_score.catalogue.finding_kind import FindingKinds, error

SERVER: FindingKinds = {
    "server-absent": error(
        "chưa cài phần ứng dụng web", "chạy: python -m pip install \"cchc-score[web]\"",
        "the web application is not installed", "run: python -m pip install \"cchc-score[web]\"",
    ),
    "server-port": error(
        "cổng {port} đang do chương trình khác dùng", "chọn cổng khác bằng --port, hoặc bỏ --port để máy tự chọn",
        "another program uses the port {port}", "choose another one by --port, or leave --port out",
    ),
    "server-folder": error(
        "không phải thư mục của một năm (không có cchc.toml)", "nêu thư mục của năm, hoặc tạo bằng lệnh: cchc-score init",
        "no folder of a year (it has no cchc.toml)", "name the folder of a year, or make one: cchc-score init",
    ),
    "server-outside": error(
        "{name} nằm ngoài thư mục của năm nên không đi cùng năm vào máy chủ", "chép vào thư mục của năm và sửa đường dẫn trong cchc.toml",
        "{name} stands outside of the year's folder and would not come with it", "copy it into the folder and change its path in cchc.toml",
    ),
    "server-plugin": error(
        "plugin {name} là chương trình nên không thay được qua trình duyệt", "nhờ người quản trị máy chủ thay trong thư mục của năm rồi nhận lại thư mục",
        "the plugin {name} is a program and cannot be replaced in the browser", "ask whoever runs the server to change it in the year's folder and take that in again",
    ),
}
"""The kinds of findings."""
