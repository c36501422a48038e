"""What lies behind findings about the server, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "server-absent": (
        "Ứng dụng web cần Django và vài thư viện khác, không cài sẵn cùng chương trình vì người chỉ dùng dòng lệnh không cần đến.",
        "The web application needs Django and some other libraries, which do not come with the program, because who only uses the command line needs none of them.",
    ),
    "server-port": (
        "Mỗi cổng của máy chỉ một chương trình dùng được. Có thể một lần chạy trước của chính lệnh này chưa kết thúc.",
        "Only one program can use a port of a machine. It may be an earlier run of this very command that has not ended.",
    ),
    "server-folder": (
        "Máy chủ nhận cả một năm: quy định, danh sách đơn vị, báo cáo và công việc. Tệp cchc.toml nói các thứ ấy ở đâu; không có nó thì không biết năm gồm những gì.",
        "The server takes a whole year in: rules, the list of units, reports and work. The file cchc.toml says where those are; without it nobody can tell what the year consists of.",
    ),
    "server-outside": (
        "Máy chủ giữ mọi thứ của một năm trong thư mục riêng của nó. Một bộ tiêu chí, biểu mẫu hay plugin ở chỗ khác có thể bị đổi mà máy chủ không hay, và người nhận năm ấy trên USB sẽ không có nó.",
        "The server keeps everything of a year in a folder of its own. A scheme, a form or a plugin that stands elsewhere might be changed without the server knowing, and whoever gets the year on a USB stick would not have it.",
    ),
    "server-plugin": (
        "Plugin là mã Python chạy trên máy chủ, với mọi quyền của máy chủ. Ai thay được plugin thì điều khiển được cả máy, nên việc này không giao cho tài khoản nào mà chỉ làm ở chính máy chủ.",
        "A plugin is Python code that runs on the server with all that the server may do. Whoever could replace one would command the machine, so that no account may: it is done on the server itself.",
    ),
}
"""The explanations."""
