"""What the command line itself says, in two languages."""

from typing import NamedTuple

from cchc_score.cli.act_phrases import ACT_PHRASES
from cchc_score.cli.author_words import AUTHOR_PHRASES
from cchc_score.cli.short_words import SHORT_HELP
from cchc_score.text import Lang


class Both(NamedTuple):
    """One phrase in both languages."""

    vi: str
    en: str

    # With an underscore, since `in` is a word of Python.
    def in_(self, lang: Lang) -> str:
        """The phrase in one of them."""
        return self.vi if lang == "vi" else self.en


PHRASES = {
    "usage": Both("Cách dùng:", "Usage:"),
    "options": Both("Tùy chọn", "Options"),
    "commands": Both("Lệnh", "Commands"),
    "options-metavar": Both("[TÙY CHỌN]", "[OPTIONS]"),
    "command-metavar": Both("LỆNH [THAM SỐ]...", "COMMAND [ARGS]..."),
    "path-metavar": Both("[ĐƯỜNG_DẪN]...", "[PATH]..."),
    "help": Both("In hướng dẫn này rồi thoát.", "Show this help and exit."),
    "version": Both("In phiên bản rồi thoát.", "Show the version and exit."),
    "program": Both(
        "Chấm điểm cải cách hành chính cấp xã: điểm từng lĩnh vực, chỉ số, xếp hạng; mọi con số đều chính xác và nói rõ"
        " vì sao.",
        "Score the administrative reform of communes: points per area, index, ranking; every number exact, every number"
        " explained.",
    ),
    "rank": Both(
        "Chấm và xếp hạng các đơn vị. ĐƯỜNG_DẪN là thư mục có cchc.toml, hoặc tệp báo cáo; '-' đọc từ đầu vào chuẩn.",
        "Score and rank the units. PATH is a folder with cchc.toml, or reports; '-' reads standard input.",
    ),
    "score": Both(
        "In phiếu điểm đầy đủ: từng tiêu chí, số liệu, cách tính điểm, điểm, kết quả.",
        "Print the full score sheets: every criterion, its figures, rule, points and outcome.",
    ),
    "report": Both(
        "Lập báo cáo kết quả: bảng tính Excel có công thức, phụ lục Word hoặc PDF, trang HTML, hình. -o TỆP: một tập;"
        " -o THƯ_MỤC: mỗi đơn vị một tệp.",
        "Write the report of the results: a workbook with live formulas, an annex in Word or PDF, a page of HTML, a"
        " picture. -o FILE: one volume; -o DIR: one file for every unit.",
    ),
    "summary": Both(
        "Cộng số liệu của các đơn vị theo từng dòng của mẫu báo cáo: tổng, tỷ lệ tính lại, số đơn vị theo từng câu trả lời, tên đơn vị chưa có số liệu."
        " -o TỆP.xlsx, .docx, .pdf: phụ lục để ký.",
        "Add up the units' figures row by row of the form: sums, shares worked out again, how many units gave each answer, who gave nothing."
        " -o FILE.xlsx, .docx, .pdf: an annex to sign.",
    ),
    "verify": Both(
        "Kiểm tra một phụ lục PDF do lệnh report lập, đã ký hay chưa: chấm lại từ dữ liệu đính kèm, so từng số đã in, kiểm tra"
        " chữ ký. Mã thoát 1: không còn nguyên vẹn; 3: không phải phụ lục của chương trình.",
        "Check an annex that report has made as a PDF, signed or not: its data are scored anew, every printed number is"
        " compared, signatures are checked. Exit code 1: not intact; 3: no annex of this program.",
    ),
    "opt-what": Both(
        "Phần cần lập, có thể lặp lại: ranking (xếp hạng), areas (lĩnh vực), sheets (phiếu từng đơn vị), changes (nội dung điều"
        " chỉnh), not-applicable (không áp dụng), comparison (so với tự chấm), summary (thống kê), all (tất cả; mặc định, trừ tập Word, PDF: không kèm phiếu).",
        "A piece of it, may be repeated: ranking, areas, sheets (of each unit), changes (of the appraisal), not-applicable,"
        " comparison (with the self-scores), summary (statistics), all (the default; a volume in Word or PDF goes without sheets).",
    ),
    "opt-report-target": Both(
        "Tệp .xlsx, .docx, .pdf, .html cho cả tập, .svg, .png cho một hình; hoặc thư mục để ghi mỗi đơn vị một tệp.",
        "A file .xlsx, .docx, .pdf, .html for one volume, .svg, .png for a picture; or a folder for one file a unit.",
    ),
    "opt-split": Both(
        "Ghi vào thư mục trang tổng quan index.html và mỗi đơn vị một trang HTML.",
        "Write the overview index.html into a folder, and a page of HTML for every unit.",
    ),
    "opt-picture": Both(
        "Hình trong tệp .svg, .png: ranking (xếp hạng), heat (điểm theo lĩnh vực), losses (mất điểm ở đâu), commune (lĩnh vực"
        " của một đơn vị, chọn bằng --unit).",
        "The picture of a file .svg, .png: ranking, heat (points by area), losses (points lost by criterion), commune (the"
        " areas of one unit, chosen by --unit).",
    ),
    "opt-against": Both(
        "Thư mục của một năm khác, để so thứ hạng trên các tiêu chí chung.",
        "The folder of another year, to compare ranks on common criteria.",
    ),
    "usage-split": Both(
        "--split ghi trang HTML vào một thư mục: hãy ghi -o THƯ_MỤC, có thể thêm --format html",
        "--split writes pages of HTML into a folder: give -o DIR, with --format html or without",
    ),
    "usage-picture": Both(
        "tệp .svg, .png là một hình: dùng cùng --picture {pictures}, và --picture chỉ dùng với các tệp đó",
        "a file .svg, .png is a picture: use it with --picture {pictures}, and --picture with such files only",
    ),
    "usage-picture-unit": Both(
        "--picture commune là hình của một đơn vị: chọn đúng một đơn vị bằng --unit",
        "--picture commune is of one unit: choose exactly one by --unit",
    ),
    "opt-word-template": Both(
        "Mẫu Word của cơ quan (.docx) có các nhãn như {{{{ agency }}}}, {{{{ body }}}}; chỉ cho phụ lục Word.",
        "The office's own Word template (.docx) with tags such as {{{{ agency }}}}, {{{{ body }}}}; for an annex in Word alone.",
    ),
    "usage-template-kind": Both(
        "--template chỉ dùng cho phụ lục Word: ghi vào tệp .docx, hoặc thêm --format docx",
        "--template is for an annex in Word alone: write a .docx file, or add --format docx",
    ),
    "usage-sheets": Both(
        "{count} phiếu điểm là quá nhiều cho một tệp (tối đa {most}); ghi vào thư mục (-o THƯ_MỤC), chọn đơn vị bằng --unit,"
        " hoặc bỏ sheets khỏi --what",
        "{count} score sheets are too many for one file (at most {most}); write them into a folder (-o DIR), choose units by"
        " --unit, or leave sheets out of --what",
    ),
    "usage-unit-pieces": Both(
        "trong thư mục mỗi đơn vị một tệp: --what phải có một trong: {pieces}; phần khác hãy ghi vào một tệp",
        "in a folder every unit has a file: --what needs one of: {pieces}; write other pieces into one file",
    ),
    "check": Both(
        "Kiểm tra bộ tiêu chí, các trường hợp mẫu cạnh nó, mẫu báo cáo và báo cáo; không chấm điểm.",
        "Check the scheme, the golden cases beside it, the form and the reports; scores nothing.",
    ),
    "plugins": Both("Liệt kê các plugin: gói, phiên bản, cung cấp gì.", "List the plugins: distribution, version, what each gives."),
    "import": Both(
        "Đọc tài liệu của các xã (Word, Excel, PDF, văn bản, CSV) thành một tệp TOML cho mỗi xã, ghi rõ nguồn và nghi vấn.",
        "Read what communes send (Word, Excel, PDF, text, CSV) into one TOML file a commune, with sources and doubts.",
    ),
    "correct": Both(
        "Ghi các sửa đổi và xác nhận trong bảng soát (import --review) vào các tệp TOML đã nhập, kèm người soát và lý do;"
        " dòng nào sai thì báo và không ghi, các dòng khác vẫn ghi.",
        "Write the corrections and confirmations of a review (import --review) into the imported TOML files, with who"
        " checked them and why; a row with a fault is told and not written, the others are.",
    ),
    "export": Both("Xuất các bảng để người dùng điền: bảng tự chấm, bảng thẩm định.", "Write tables that people fill in: self-scores, an appraisal."),
    "template": Both(
        "Xuất bảng tự chấm để các xã điền bằng Excel, Word hoặc CSV. -o TỆP: một bảng (có --unit thì ghi sẵn tên đơn vị);"
        " -o THƯ_MỤC: mỗi đơn vị một tệp.",
        "Write the self-score table that communes fill in Excel, Word or CSV. -o FILE: one table (with --unit its name"
        " stands in it); -o DIR: one file for every unit.",
    ),
    "form": Both(
        "Xuất biểu mẫu để điền, ghi sẵn những gì đã biết. LOẠI: commune (một sổ cho mỗi xã: số liệu và tự chấm), report (báo cáo số liệu), self-score (bảng tự chấm), explanations (phiếu giải trình: các dòng bị điều chỉnh), appraisal (bảng thẩm định), assignments (phân công thẩm định), survey (kết quả điều tra), survey-answers (phiếu điều tra, mỗi phiếu một dòng), targets (số liệu của các Sở), units (danh sách đơn vị)."
        " -o THƯ_MỤC: mỗi đơn vị một tệp; -o TỆP: một tệp (có --unit thì của đơn vị ấy, không thì để trống).",
        "Write forms to fill in, with what is known in them. KIND: commune (one workbook a commune: figures and self-score), report (the report's figures), self-score"
        " (the self-score table), explanations (answers to what was changed), appraisal (the workbook of a round), assignments (who appraises what), survey (results of the survey), survey-answers (a line a paper), targets (figures of the departments), units (the list of units). -o DIR: one file for every unit; -o FILE: one file (with --unit for that unit, else an empty one).",
    ),
    "opt-form-round": Both(
        "Vòng thẩm định của phiếu giải trình, bảng thẩm định; không ghi là vòng cuối.",
        "The round of appraisal that the form is about; without it the last one.",
    ),
    "form-kind-metavar": Both("LOẠI", "KIND"),
    "appraisal": Both(
        "Xuất bảng thẩm định Excel theo hiện trạng: từng điểm, từng số liệu của từng đơn vị, và các cột trống để hội đồng ghi giá trị mới, lý do, tài liệu.",
        "Write the present state as an Excel workbook: every mark and fact of every unit, with empty columns for new values, reasons and evidence.",
    ),
    "appraise": Both(
        "Nhập bảng thẩm định đã điền thành một tệp TOML các nội dung điều chỉnh; có điều gì sai thì báo hết và không ghi gì.",
        "Turn a filled appraisal workbook into a TOML file of entries; where anything is wrong, all of it is told and nothing written.",
    ),
    "opt-round": Both("Vòng thẩm định: 1 đến 9.", "The round of the appraisal: 1 to 9."),
    "opt-appraiser": Both("Người thẩm định, cho các dòng không ghi.", "Who appraised, for the rows that do not say."),
    "opt-day": Both("Ngày (và giờ) thẩm định, cho các dòng không ghi; mặc định lúc này.", "The day (and hour) of the appraisal, for the rows that do not say; now by default."),
    "usage-day": Both("{name} '{word}' không phải là ngày; viết 20/12/2023, hoặc 20/12/2023 16:30", "{name} '{word}' is no date; write 20/12/2023, or 20/12/2023 16:30"),
    "opt-self-score": Both("Bảng tự chấm (mặc định).", "The self-score table (the default)."),
    "opt-kind": Both("Loại tệp; không ghi thì theo đuôi tệp của -o, trong thư mục là xlsx.", "The kind of file; by default by the ending of -o, in a folder xlsx."),
    "opt-target": Both("Tệp .xlsx, .docx, .csv; hoặc thư mục để ghi mỗi đơn vị một tệp.", "A file .xlsx, .docx, .csv; or a folder for one file a unit."),
    "opt-file": Both("Tệp để ghi.", "The file to write."),
    "usage-one-file": Both("'{name}' là một tệp, chỉ dùng cho một đơn vị; với nhiều đơn vị hãy ghi tên thư mục", "'{name}' is one file, for one unit; for several units name a folder"),
    "wrote-file": Both("Đã ghi {name}.", "Wrote {name}."),
    "wrote-files": Both("Đã ghi {count} tệp vào {name}.", "Wrote {count} files into {name}."),
    "finding": Both(
        "Giải thích một loại vấn đề (lỗi, cảnh báo, ghi chú) theo mã; không ghi mã thì liệt kê tất cả.",
        "Explain a kind of finding (error, warning, note) by its code; without a code, list them all.",
    ),
    "explain": Both(
        "Diễn giải điểm của một đơn vị: từ chỉ số xuống một tiêu chí, hoặc mọi tiêu chí khi không ghi số tiêu chí.",
        "Why a unit has its points: from the index down to one criterion, or all criteria when none is named.",
    ),
    "compare": Both(
        "So sánh hai kết quả: A, B là giai đoạn (bao-cao, tu-cham, vong-1, tham-dinh, cuoi-cung; hoặc reported, self, round-1, appraised, final), thư mục của một năm"
        " (THƯ_MỤC hoặc THƯ_MỤC@giai_đoạn), hoặc bộ tiêu chí; ai lên, ai xuống, do tiêu chí nào.",
        "Compare two results: A and B are stages (reported, self, round-1, appraised, final; or their Vietnamese names), the folder of a year"
        " (FOLDER or FOLDER@stage), or schemes; who moved, and by which criteria.",
    ),
    "init": Both(
        "Tạo thư mục của một năm, chạy được ngay, theo bộ tiêu chí và mẫu của Lâm Đồng 2025; đơn vị, báo cáo, tự chấm, thẩm"
        " định, điều tra là giả định. --empty: thư mục cho việc thật, chưa có số liệu nào.",
        "Make the folder of a year, ready to run, by the scheme and form of Lâm Đồng 2025; units, reports, self-scores,"
        " appraisal and survey are made up. --empty: a folder for real work, without any figures.",
    ),
    "opt-empty": Both("Không kèm ví dụ: chỉ có bộ tiêu chí, danh sách đơn vị để điền, và các thư mục trống.", "Without examples: the scheme, a list of units to fill in, and empty folders alone."),
    "merge": Both(
        "Gộp hai thư mục A, B của cùng một năm do hai người sửa thành một thư mục mới; hai bên sửa khác nhau thì nêu cả hai và không ghi gì.",
        "Merge two folders A, B of one year that two people changed into a new one; what both changed differently is shown, and nothing written.",
    ),
    "appraiser": Both("người thẩm định", "an appraiser"),
    "status": Both(
        "Tiến độ của năm, mỗi đơn vị một dòng: đã gửi báo cáo và tự chấm chưa, kiểm chứng, từng vòng thẩm định đã xem bao nhiêu, giải trình, điều tra, còn vướng.",
        "How far the year has come, a line a unit: report and self-score sent or not, evidence, how much each round has looked at, explanations, survey, what is open.",
    ),
    "opt-missing": Both("Chỉ các đơn vị còn thiếu gì, để nhắc.", "Only the units that still owe something, as a reminder."),
    "serve": Both(
        "Ứng dụng web cho một người, trên máy này: nhận thư mục của năm, in một địa chỉ và mở trình duyệt. Dừng bằng Ctrl+C.",
        "The web application for one person, on this machine: takes the year's folder in, prints an address and opens the browser. End it by Ctrl+C.",
    ),
    "opt-port": Both("Cổng của máy này (mặc định: máy tự chọn).", "The port on this machine (by default a free one)."),
    "opt-no-browser": Both("Không mở trình duyệt.", "Do not open the browser."),
    "opt-server-data": Both("Thư mục dữ liệu của máy chủ (mặc định: thư mục dữ liệu của người dùng).", "The server's folder of data (by default among the person's own)."),
    "opt-server-by": Both("Tên ghi vào nhật ký (mặc định: tên đăng nhập máy).", "The name for the journal (by default that of the login)."),
    "opt-demo": Both("Một tỉnh giả định để thử, không cần thư mục: in tên đăng nhập và mật khẩu của từng vai trò.", "A made-up province to try, without a folder: prints a login and a password for every role."),
    "serving": Both("Mở trong trình duyệt", "Open in the browser"),
    "serving-end": Both("Dừng bằng Ctrl+C.", "End it by Ctrl+C."),
    "opt-status-by": Both("Mỗi dòng một đơn vị (unit, mặc định) hoặc một người thẩm định (appraiser).", "A line for each unit (the default) or each appraiser."),
    "opt-status-on": Both("Tính đến ngày, giờ này (mặc định: lúc này).", "By this day and hour (now by default)."),
    "journal": Both(
        "Nhật ký của năm: mọi việc đã làm, theo thứ tự, không ai sửa được mà không lộ.",
        "The journal of a year: everything that was done, in order, and nobody can change it unseen.",
    ),
    "journal-take": Both(
        "Ghi vào nhật ký mọi thay đổi của thư mục kể từ lần ghi trước; lần đầu thì lập nhật ký. Từ đó kết quả tính theo nhật ký.",
        "Write every change of the folder since the last time into the journal, which the first time is begun. From then on results follow the journal.",
    ),
    "journal-show": Both("Liệt kê các sự kiện đã ghi: số, lúc, ai, việc gì.", "List the events: number, time, who, what."),
    "journal-verify": Both(
        "Kiểm tra nhật ký: chuỗi mã băm, mọi tệp đã tiếp nhận, và một biên nhận nếu có.",
        "Check the journal: the chain of hashes, every file that was taken in, and a receipt if one is shown.",
    ),
    "journal-receipt": Both(
        "In biên nhận của một tệp đã tiếp nhận; ghi với --format json thì sau này kiểm tra lại được.",
        "Print the receipt for a file that was taken in; written with --format json it can be checked later.",
    ),
    "journal-accept": Both(
        "Chấp nhận bản mới của một tệp mà đơn vị gửi lại sau khi đã thẩm định; từ nay bản mới được tính.",
        "Accept the new version of a file that a unit sent again after the appraisal had begun: it counts from now on.",
    ),
    "journal-write": Both("Ghi thư mục của năm đúng như nhật ký.", "Write the folder of the year as the journal has it."),
    "opt-journal-by": Both("Người ghi, sẽ đứng tên trong nhật ký.", "Who writes it down, whose name stands in the journal."),
    "opt-journal-from": Both("Nhận những gì nhật ký của thư mục kia ghi thêm, khi hai nhật ký cùng một phần đầu.", "Take in what the journal of another folder has besides, where both share their beginning."),
    "opt-journal-reason": Both("Lý do.", "The reason."),
    "journal-freeze": Both(
        "Chốt năm: từ đó không nhận thêm gì. Còn việc gì dang dở thì liệt kê và chưa chốt, trừ khi ghi --despite.",
        "Freeze the year: nothing more is taken in. What is still open is listed and keeps it from being frozen, unless --despite says why not.",
    ),
    "journal-publish": Both(
        "Ghi năm đã chốt được công bố theo quyết định nào, ngày nào.", "Write down by which decision, of which day, a frozen year is published."
    ),
    "journal-reopen": Both("Mở lại năm đã chốt, kèm lý do.", "Open a frozen year once more, with the reason."),
    "opt-journal-despite": Both("Vẫn chốt khi còn việc dang dở, vì lý do này.", "Freeze although something is open, for this reason."),
    "opt-journal-decision": Both("Số quyết định công bố.", "The number of the decision."),
    "opt-journal-date": Both("Ngày của quyết định.", "The day of the decision."),
    "opt-receipt": Both("Biên nhận cần kiểm tra.", "The receipt to check."),
    "opt-image": Both("Thư mục mới để ghi; phải trống hoặc chưa có.", "The new folder to write; it must be empty or not there."),
    "opt-event-unit": Both("Chỉ các sự kiện của đơn vị có mã này; có thể lặp lại.", "Only events about the unit with this code; may be repeated."),
    "opt-event-kind": Both("Chỉ các sự kiện thuộc loại này ({names}); có thể lặp lại.", "Only events of this kind ({names}); may be repeated."),
    "journal-file-metavar": Both("TỆP", "FILE"),
    "usage-journal-file": Both("nhật ký không có tệp '{word}'; có: {names}", "the journal has no file '{word}'; it has: {names}"),
    "opt-base": Both("Thư mục mà cả hai bắt đầu từ đó: điều chỉ một bên sửa thì lấy.", "The folder that both began with: what only one side changed is taken."),
    "opt-merged": Both("Thư mục mới để ghi; không được có sẵn.", "The new folder to write; it must not be there yet."),
    "unit-metavar": Both("ĐƠN_VỊ", "UNIT"),
    "criterion-metavar": Both("[TIÊU_CHÍ]", "[CRITERION]"),
    "usage-criterion": Both("bộ tiêu chí không có tiêu chí '{word}'", "the scheme has no criterion '{word}'"),
    "usage-criterion-near": Both("bộ tiêu chí không có tiêu chí '{word}'; có phải ý là {near}?", "the scheme has no criterion '{word}'; did you mean {near}?"),
    "code-metavar": Both("[MÃ]", "[CODE]"),
    "usage-finding": Both("không có vấn đề nào mang mã '{word}'", "no finding has the code '{word}'"),
    "usage-finding-near": Both("không có vấn đề nào mang mã '{word}'; có phải ý là {near}?", "no finding has the code '{word}'; did you mean {near}?"),
    "opt-folder": Both("Thư mục để ghi các tệp TOML.", "The folder for the TOML files."),
    "opt-whose": Both("Đơn vị của tài liệu, khi tài liệu không ghi hoặc ghi sai.", "The unit of the document, where it does not say or says wrongly."),
    "opt-review": Both("Ghi thêm bảng soát: mọi số liệu với tệp và ô của nó, và chỗ để sửa.", "Also write a workbook for a review: every figure with its file and cell, and room to correct it."),
    "opt-checker": Both("Người soát, khi bảng không ghi.", "Who checked the figures, where the workbook does not say."),
    "opt-year": Both("Năm của tài liệu, khi tài liệu không ghi hoặc ghi sai.", "The year of the documents, where they do not say or say wrongly."),
    "usage-needed": Both("thiếu tùy chọn {name}", "the option {name} is missing"),
    "usage-demo": Both("--demo không nhận thư mục; bỏ một trong hai", "--demo takes no folder; leave one of them out"),
    "usage-absent": Both("thiếu {name} trên dòng lệnh", "{name} is missing on the command line"),
    "opt-ocr": Both("Nhận dạng cả trang quét và ảnh (PDF, PNG, JPEG, TIFF); mọi số liệu đều là bản nháp.", "Make out scanned pages and pictures too (PDF, PNG, JPEG, TIFF); all figures are drafts."),
    "usage-ocr-drafts": Both("--ocr không đi cùng --accept-drafts: số liệu nhận dạng từ ảnh phải có người đối chiếu", "--ocr does not go with --accept-drafts: somebody has to compare what was made out in a picture"),
    "usage-one-unit": Both("--unit chỉ dùng cho một tài liệu", "--unit is for one document only"),
    "opt-scheme": Both("Bộ tiêu chí: tên có sẵn hoặc tệp .toml.", "The scheme: a shipped name or a .toml file."),
    "opt-form": Both("Mẫu báo cáo: tên có sẵn hoặc tệp .toml.", "The report form: a shipped name or a .toml file."),
    "opt-plugins": Both("Thêm một thư mục plugin (các tệp .py).", "Add a folder of plugins (.py files)."),
    "opt-parts": Both("Mỗi lĩnh vực hai phần: thẩm định và điều tra, mỗi phần trên điểm tối đa của nó.", "Each area in two parts, appraised and survey, each on its own maximum."),
    "opt-by": Both("Xếp theo 'total', mã lĩnh vực, hoặc số tiêu chí.", "Rank by 'total', an area's code, or a criterion's number."),
    "opt-group": Both("Chỉ in một loại đơn vị (xã, phường, ...); thứ hạng giữ nguyên.", "Show one kind of unit only; ranks stay as they are."),
    "opt-unit": Both("Chỉ in đơn vị có mã hoặc tên này; có thể lặp lại.", "Only the unit with this code or name; may be repeated."),
    "stage-metavar": Both("GIAI_ĐOẠN", "STAGE"),
    "opt-stage": Both(
        "Giai đoạn: bao-cao, tu-cham, vong-1, vong-2 (sau từng vòng thẩm định), tham-dinh, cuoi-cung (có điều tra, mặc định); hoặc reported, self, round-1, appraised, final.",
        "Stage: reported, self (self-score), round-1, round-2 (after a round of appraisal), appraised, final (with the survey, the default); or bao-cao, tu-cham, vong-1, tham-dinh, cuoi-cung.",
    ),
    "opt-summary-stage": Both(
        "Giai đoạn có số liệu được cộng: bao-cao (như đơn vị báo cáo, mặc định), vong-1, tham-dinh, cuoi-cung; hoặc reported, round-1, appraised, final.",
        "The stage whose figures are added: reported (as the units report, the default), round-1, appraised, final; or bao-cao, vong-1, tham-dinh, cuoi-cung.",
    ),
    "opt-format": Both("Định dạng: {names}; không ghi thì theo đuôi tệp của -o, hoặc table.", "Format: {names}; by default that of the ending of -o, or table."),
    "opt-output": Both("Ghi vào tệp thay vì in ra.", "Write to a file instead of printing."),
    "opt-force": Both("Ghi đè tệp đã có.", "Overwrite an existing file."),
    "opt-lang": Both("Ngôn ngữ: vi hoặc en (cũng lấy từ CCHC_LANG).", "Language: vi or en (also from CCHC_LANG)."),
    "opt-quiet": Both("Chỉ in lỗi, không in cảnh báo và tiến độ.", "Print errors only, no warnings, no progress."),
    "opt-verbose": Both("In cả ghi chú.", "Print notes as well."),
    "opt-debug": Both("Khi chương trình hỏng, in chi tiết cho người phát triển.", "When the program fails, print details for developers."),
    "opt-encoding": Both("Chuyển chữ mã TCVN3 (.VnTime) hoặc VNI trong tài liệu sang Unicode.", "Put text in TCVN3 (.VnTime) or VNI in the documents into Unicode."),
    "opt-reader": Both("Loại tài liệu ở đầu vào chuẩn: {names}.", "The kind of document on standard input: {names}."),
    "opt-accept-drafts": Both("Lấy cả số liệu bản nháp (đọc từ PDF hoặc bản quét) chưa ai xác nhận.", "Take figures of drafts (read from a PDF or a scan) that nobody has confirmed."),
    "error": Both("lỗi", "error"),
    "warning": Both("cảnh báo", "warning"),
    "note": Both("ghi chú", "note"),
    "writing": Both("Đang lập {done}/{total} tệp", "Making file {done} of {total}"),
    "reading": Both("Đang đọc {done}/{total} tệp", "Reading file {done} of {total}"),
    "usage-no-command": Both("không có lệnh '{name}'", "there is no command '{name}'"),
    "usage-no-option": Both("không có tùy chọn '{name}'", "there is no option '{name}'"),
    "usage-near": Both("; có phải ý là {near}?", "; did you mean {near}?"),
    "usage-argument": Both("tùy chọn '{name}' cần một giá trị: {form}", "the option '{name}' needs a value: {form}"),
    "usage-value": Both("giá trị '{value}' của {name} không dùng được; dùng một trong: {choices}", "{name} cannot be '{value}'; use one of: {choices}"),
    "usage-extra": Both("thừa tham số trên dòng lệnh", "there are too many arguments"),
    "usage-flag": Both("tùy chọn '{name}' không nhận giá trị; chỉ ghi {name}", "the option '{name}' takes no value; write {name} alone"),
    "usage-path-first": Both("'{word}' là một thư mục hoặc tệp; ghi đơn vị trước, rồi số tiêu chí, rồi thư mục", "'{word}' is a folder or a file; name the unit first, then the criterion, then the folder"),
    "usage-criterion-first": Both("'{word}' là số của một tiêu chí; ghi đơn vị trước, rồi số tiêu chí, rồi thư mục", "'{word}' is the number of a criterion; name the unit first, then the criterion, then the folder"),
    "usage-wrong": Both("dòng lệnh không dùng được", "the command line cannot be used"),
    "usage-by": Both("--by '{word}' không phải 'total', một lĩnh vực hay số của một tiêu chí; dùng: {places}", "--by '{word}' is neither 'total' nor an area nor a criterion's number; use: {places}"),
    "usage-unknown": Both("{what} '{word}' không có ở đây; có: {names}", "{what} '{word}' is not here; there are: {names}"),
    "usage-ambiguous": Both("'{word}' là tên của nhiều đơn vị: {names}; hãy ghi mã", "'{word}' is the name of several units: {names}; write the code"),
    "usage-suffix": Both("không biết ghi '{name}' theo định dạng nào; thêm --format, hoặc đặt đuôi tệp là một trong: {suffixes}", "it is not known in which format to write '{name}'; add --format, or end the name with one of: {suffixes}"),
    "usage-folders": Both("'{name}' có cchc.toml riêng; mỗi lần chỉ chấm một thư mục như vậy", "'{name}' has a cchc.toml of its own; score one such folder at a time"),
    "usage-form": Both("Cách viết: {form}", "Write it so: {form}"),
    "usage-hint": Both("Xem hướng dẫn: {command} --help", "For help: {command} --help"),
    "internal": Both(
        "Chương trình gặp lỗi của chính nó; tệp nào đã ghi thì đã ghi trọn vẹn. Chạy lại với --debug và gửi kết quả cho"
        " người phát triển.",
        "The program failed by its own fault; every file that it has written is whole. Run again with --debug and send"
        " the result to the developers.",
    ),
    "interrupted": Both("Đã dừng.", "Stopped."),
    # Plain pairs in their own module, which could not import `Both` from here while this one imports it.
    **{name: Both(*pair) for name, pair in (AUTHOR_PHRASES | ACT_PHRASES).items()},
    **{f"short-{name}": Both(*pair) for name, pair in SHORT_HELP.items()},
}


def say(lang: Lang, phrase: str, **values: object) -> str:
    """A phrase with its values."""
    return PHRASES[phrase].in_(lang).format(**values)
