"""Findings about plugins and methods that break the contract."""

from cchc_score.catalogue.kinds import Kinds, error

PLUGINS: Kinds = {
    "plugin-twice": error("plugin '{plugin}' có hai lần (cũng ở {other}); gỡ một", "the plugin '{plugin}' is there twice (also {other}); remove one"),
    "plugin-signature": error("plugin '{plugin}': hook {hook} có tham số; hook không nhận tham số nào, bỏ chúng", "plugin '{plugin}': the hook {hook} has parameters; hooks take none, remove them"),
    "plugin-hook-unknown": error("plugin '{plugin}': không có hook nào tên {hook}; dùng một trong: {hooks}", "plugin '{plugin}': no hook is called {hook}; use one of: {hooks}"),
    "plugin-hook-unmarked": error("plugin '{plugin}': hàm {hook} chưa có @hookimpl nên không bao giờ được hỏi; thêm @hookimpl", "plugin '{plugin}': the function {hook} lacks @hookimpl and would never be asked; add @hookimpl"),
    "plugin-empty": error("plugin '{plugin}' không có hook nào; thêm một trong: {hooks}, hoặc để tệp ra ngoài thư mục", "plugin '{plugin}' has no hook; add one of: {hooks}, or keep the file outside the folder"),
    "plugin-raised": error("plugin '{plugin}': hook {hook} bị lỗi ({detail}); sửa plugin hoặc gỡ ra", "plugin '{plugin}': the hook {hook} failed ({detail}); mend the plugin or remove it"),
    "plugin-item": error("plugin '{plugin}': hook {hook} đưa ra {item}, cần danh sách {wanted}; sửa plugin", "plugin '{plugin}': the hook {hook} gives {item}, a list of {wanted} is needed; mend the plugin"),
    "plugin-name": error("plugin '{plugin}': tên '{item}' không hợp lệ hoặc trống; mã gồm chữ không dấu, số, gạch dưới", "plugin '{plugin}': the name '{item}' is empty or not valid; a code holds unaccented letters, digits, underscores"),
    "plugin-item-twice": error("plugin '{plugin}': hook {hook} đưa ra '{item}' đã có ở plugin '{other}'; đổi tên một bên", "plugin '{plugin}': the hook {hook} gives '{item}', which plugin '{other}' gives too; rename one"),
    "plugin-not-installed": error("cchc-score chưa được cài đặt nên không tìm thấy plugin; chạy: python -m pip install .", "cchc-score is not installed, so its plugins cannot be found; run: python -m pip install ."),
    "plugin-import": error("plugin '{plugin}' ({value}) không nạp được: {detail}; sửa plugin hoặc gỡ ra", "the plugin '{plugin}' ({value}) cannot be loaded: {detail}; mend the plugin or remove it"),
    "plugin-folder-absent": error("không có thư mục plugin này; kiểm tra lại tên", "there is no such folder of plugins; check its name"),
    "indicator-decimals": error("plugin '{plugin}': chỉ tiêu '{item}' có nhiều nhất {most} chữ số thập phân; sửa plugin", "plugin '{plugin}': the indicator '{item}' may have at most {most} decimals; mend the plugin"),
    "indicator-options": error("plugin '{plugin}': chỉ tiêu '{item}': kind = \"option\" cần từ hai lựa chọn khác nhau, loại khác thì không có; sửa plugin", "plugin '{plugin}': the indicator '{item}': kind = \"option\" needs two or more different options, other kinds have none; mend the plugin"),
    "indicator-relation": error("plugin '{plugin}': chỉ tiêu '{item}' liên quan đến '{other}' mà không ai khai báo; sửa plugin", "plugin '{plugin}': the indicator '{item}' is related to '{other}', which nobody declares; mend the plugin"),
    "method-settings": error("plugin '{plugin}': settings của phương pháp '{item}' phải là lớp con của Settings; sửa plugin", "plugin '{plugin}': the settings of the method '{item}' must be a subclass of Settings; mend the plugin"),
    "method-contract": error("plugin '{plugin}': phương pháp '{item}' viết cho hợp đồng {contract}, bản này là {current}; cập nhật plugin", "plugin '{plugin}': the method '{item}' is written for contract {contract}, this is {current}; update the plugin"),
    "method-signature": error("plugin '{plugin}': phương pháp '{item}' phải có tham số đầu là rule, sau đó là tên chỉ tiêu; sửa plugin", "plugin '{plugin}': the method '{item}' must have rule as its first parameter, then names of facts; mend the plugin"),
    "method-column": error("plugin '{plugin}': dạng cột của '{item}' có tham số khác dạng dòng; sửa plugin", "plugin '{plugin}': the column form of '{item}' has other parameters than the row form; mend the plugin"),
    "method-extra": error("phương pháp '{method}': {function} bị lỗi ({detail}); sửa plugin hoặc gỡ ra", "the method '{method}': {function} failed ({detail}); mend the plugin or remove it"),
    "reader-raised": error("plugin đọc tệp '{reader}' bị lỗi ({detail}); sửa plugin hoặc gỡ ra", "the reader '{reader}' failed ({detail}); mend the plugin or remove it"),
    "reader-type": error("plugin đọc tệp '{reader}' đưa ra {detail}, không phải tài liệu; sửa plugin", "the reader '{reader}' gives {detail}, which is no document; mend the plugin"),
    "format-raised": error("plugin định dạng '{format}' bị lỗi ({detail}); sửa plugin hoặc gỡ ra", "the format '{format}' failed ({detail}); mend the plugin or remove it"),
    "method-raised": error("phương pháp '{method}' bị lỗi ({detail}); không có điểm và chỉ số, báo người viết plugin", "the method '{method}' failed ({detail}); there are no points and no index, tell the plugin's author"),
    "method-context": error("phương pháp '{method}' thay đổi cách tính thập phân chung; không có điểm và chỉ số, báo người viết plugin", "the method '{method}' changed the shared decimal context; there are no points and no index, tell the plugin's author"),
    "method-float": error("phương pháp '{method}' trả về số thực {detail}; cần số chính xác (int, Decimal, Fraction), báo người viết plugin", "the method '{method}' returned the float {detail}; exact numbers are needed (int, Decimal, Fraction), tell the plugin's author"),
    "method-type": error("phương pháp '{method}' trả về {detail}, không phải số điểm; báo người viết plugin", "the method '{method}' returned {detail}, which is no number of points; tell the plugin's author"),
    "method-range": error("phương pháp '{method}' trả về {detail}, ngoài khoảng từ 0 đến điểm tối đa; báo người viết plugin", "the method '{method}' returned {detail}, outside 0 to the maximum; tell the plugin's author"),
}
