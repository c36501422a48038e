"""What lies behind findings for authors of schemes and plugins, in Vietnamese and English."""

EXPLAINED: dict[str, tuple[str, str]] = {
    "cases-absent cases-orphan case-none case-full case-less case-edge": (
        "Trường hợp mẫu là số liệu giả định và số điểm tính tay, chạy mỗi lần kiểm tra. Lỗi hay nằm ở đúng ngưỡng (từ hay trên, dưới hay không quá), nên mỗi ngưỡng cần một trường hợp.",
        "Golden cases are made-up figures with points worked out by hand, run at every check. Faults mostly lie on a limit itself (from or above, under or at most), so each limit needs a case.",
    ),
    "cases-failing": (
        "Bộ tiêu chí không cho kết quả mà chính người viết đã tính. Bảng xếp hạng vẫn in ra, nhưng chưa đáng tin cho đến khi hai bên khớp.",
        "The scheme does not give the results that its own author worked out. The ranking is printed, and not to be trusted until both agree.",
    ),
    "frame-area frame-criterion frame-differs": (
        "Khung là phần mà cấp trên quy định chung; bộ tiêu chí của địa phương thêm vào nhưng không được làm khác. Chỗ khác được nêu để người viết xác nhận.",
        "A frame is what the higher level prescribes for all; a local scheme adds to it and does not differ. Differences are told so that the author confirms them.",
    ),
    "annex-nowhere annex-points annex-unpointed annex-row annex-twice annex-sum annex-gap annex-parent": (
        "Phụ lục của quyết định được đọc thành bản nháp, giữ đúng những gì in ra. Chỗ không đọc chắc được thì báo ở đây, không điền thay.",
        "The annex of a decision is read as a draft that keeps what is printed. What cannot be read with certainty is told here and not filled in.",
    ),
    "annex-part annex-edited annex-gone annex-added annex-asked": (
        "Tệp Word, Excel do `scheme show` ghi mang theo chính bộ tiêu chí. Nó chỉ được dùng lại khi bảng nhìn thấy vẫn nói đúng như thế; bảng đã sửa thì điều nhìn thấy được tin hơn, và thành bản nháp.",
        "A Word or Excel file written by `scheme show` carries the scheme itself. It is used again only while the table that is seen says the same; where it was edited, what is seen counts, and becomes a draft.",
    ),
    "lint-failed": (
        "Khi thử các bộ số liệu hợp lệ, phương pháp gây lỗi hoặc trả về điều không phải điểm. Đơn vị nào có số liệu như vậy sẽ không có chỉ số.",
        "Tried on valid figures, the method failed or returned what is no number of points. A unit with such figures would have no index.",
    ),
    "lint-full": (
        "Không số liệu nào đạt điểm tối đa, nên điểm tối đa của mọi đơn vị lớn hơn mức có thể, và chỉ số của tất cả bị kéo xuống.",
        "No figures reach the maximum, so every unit's maximum is more than it can have, and all indexes are lowered.",
    ),
    "lint-unreached lint-idle": (
        "Một phần của quy tắc không bao giờ có tác dụng. Thường là sai một ngưỡng, hoặc một số liệu nêu nhầm chỗ.",
        "A part of the rule never has an effect. Mostly a limit is wrong, or a fact stands in the wrong place.",
    ),
    "lint-worse lint-turns": (
        "Làm tốt hơn mà được ít điểm hơn thì đơn vị có lợi khi khai thấp. Thường là hai mức đảo thứ tự.",
        "Where doing better gives fewer points, units gain by stating less. Mostly two levels are out of order.",
    ),
    "lint-jump": (
        "Một hồ sơ, một ngày hay một phần trăm quyết định phần lớn điểm. Có thể là ý của quyết định; nếu không thì thiếu một mức.",
        "One dossier, one day or one percent decides most of the points. The decision may mean it; otherwise a level is missing.",
    ),
    "lint-header": (
        "Dòng tổng trong báo cáo thường cộng sai, và các dòng dưới nó mới là số liệu gốc.",
        "Header rows of reports are often added up wrongly; the rows below are the figures themselves.",
    ),
    "lint-none": (
        "Một năm không phát sinh việc gì vẫn phải có điểm hợp lẽ. `if_none` quyết định điều ấy, và ở đây nó làm chỉ số đổi nhiều.",
        "A year in which nothing arose must still have sensible points. `if_none` decides that, and here it moves the index much.",
    ),
    "lint-relation": (
        "Khi số liệu khai `part_of`, phần lớn hơn tổng bị cảnh báo ngay lúc kiểm tra báo cáo, ở mọi tiêu chí. Không khai thì chỉ thấy khi chấm.",
        "With `part_of` declared, a part above its whole is told as soon as a report is checked, for every criterion. Without it, only when it is scored.",
    ),
    "lint-indicator": (
        "Số liệu khai mà không dùng làm các xã phải điền thừa, hoặc là dấu hiệu gõ sai mã ở một tiêu chí.",
        "A fact declared and never used makes communes fill in too much, or is a sign of a misspelt code in a criterion.",
    ),
    "plugin-twice plugin-item-twice plugin-name": (
        "Tên phải chỉ đúng một thứ: hai phương pháp cùng tên thì thứ tự nạp quyết định điểm.",
        "A name must mean one thing: with two methods of one name the order of loading would decide points.",
    ),
    "plugin-signature plugin-hook-unknown plugin-hook-unmarked plugin-empty plugin-item plugin-method-plain": (
        "Chương trình hỏi plugin qua vài hàm có tên cố định, có dấu @hookimpl, không tham số, trả về một danh sách. Sai một điều thì plugin sẽ im lặng không được dùng, nên nó bị từ chối.",
        "The program asks plugins by a few functions of fixed names, marked @hookimpl, without parameters, that give a list. With one of these wrong the plugin would silently go unused, so it is refused.",
    ),
    "plugin-raised plugin-import plugin-not-installed plugin-folder-absent": (
        "Plugin là mã Python của người khác; nó lỗi khi nạp thì không biết nó định đưa ra điều gì. Với --debug thì in cả traceback.",
        "A plugin is Python code of others; where it fails on loading nobody knows what it was to give. --debug prints the traceback.",
    ),
    "indicator-kind-wrong indicator-decimals indicator-options indicator-relation": (
        "Số liệu của plugin theo đúng quy tắc của số liệu trong bộ tiêu chí: loại, nguồn, số chữ số thập phân, các lựa chọn, quan hệ. Khai sai thì mọi báo cáo đọc sai theo.",
        "Facts of a plugin follow the rules of those in a scheme: kind, source, decimals, options, relations. Declared wrongly, every report would be read wrongly.",
    ),
    "reader-suffixes format-suffix reader-raised reader-type format-raised": (
        "Bộ đọc và định dạng của plugin được gọi như của chương trình: đuôi tệp phải rõ, và kết quả phải đúng kiểu. Lỗi ở đây không làm hỏng số liệu, chỉ là tệp ấy không đọc hoặc không in được.",
        "Readers and formats of plugins are called like the program's own: with clear endings, and results of the right type. A fault here spoils no figures; that file is just not read or not printed.",
    ),
    "method-settings method-unasked method-signature method-no-return method-column": (
        "Hình dạng của phương pháp được kiểm tra trước khi chấm: thiết lập, tham số, giá trị trả về. Sai hình dạng thì nó sẽ nhận thiếu số liệu, hoặc không cho điểm ai.",
        "The shape of a method is checked before it scores: settings, parameters, what it returns. With a wrong shape it would lack figures, or give points to nobody.",
    ),
    "method-contract plugin-contract-older": (
        "Hợp đồng là phiên bản của những gì chương trình hứa với plugin. Phương pháp viết cho hợp đồng mới hơn có thể dựa vào điều mà bản này chưa có.",
        "The contract is the version of what the program promises to plugins. A method for a newer one may rely on what this version does not have.",
    ),
    "method-extra": (
        "Các hàm phụ (words, limits, working, better, ...) giải thích điểm chứ không cho điểm. Lỗi của chúng vẫn dừng lệnh, vì lời giải thích sai còn tệ hơn không có.",
        "The functions beside a method (words, limits, working, better, ...) explain points and give none. Their failing still ends the command, since a wrong explanation is worse than none.",
    ),
    "method-raised method-rule method-context method-float method-peers method-type method-range": (
        "Phương pháp làm trái hợp đồng khi chấm đơn vị này, nên kết quả của tiêu chí là lỗi cách tính: đơn vị không có chỉ số, không có hạng, và lệnh kết thúc với mã 4.",
        "The method broke its contract for this unit, so the criterion FAILED: the unit has neither index nor rank, and the command ends with code 4.",
    ),
    "law-raised law-bounds law-points law-exactness law-context law-peers law-purity law-mutation law-monotone law-columns law-independence": (
        "`check_laws` gọi phương pháp với hàng trăm quy tắc và số liệu ngẫu nhiên nhưng hợp lệ, rồi nêu ví dụ nhỏ nhất làm trái luật. Trái một luật thì sớm muộn một xã thật sẽ bị chấm sai.",
        "`check_laws` calls a method with hundreds of random valid rules and figures and shows the smallest example that breaks a law. Sooner or later a real commune would be scored wrongly.",
    ),
    "law-better law-words law-working law-limits law-within law-most": (
        "Những điều phương pháp khai về mình (lời, phép tính, ngưỡng, chiều tốt lên, mức lớn nhất) được `explain`, `scheme lint` và bảng in tin dùng. Khai sai thì các lệnh ấy nói sai.",
        "What a method states of itself (words, working, limits, which way is better, the most that makes sense) is relied on by `explain`, `scheme lint` and every table. Stated wrongly, they would say wrong things.",
    ),
    "law-settings-type law-settings-refused law-indicators": (
        "Muốn thử thì phải tự tạo được thiết lập và số liệu cho phương pháp. Chỗ này không tạo được, nên chưa kết luận gì về phương pháp.",
        "To try a method, settings and figures must be made up for it. Here they cannot be, so nothing is concluded about the method yet.",
    ),
}
"""Codes, several where one explanation fits all, with the explanation."""
