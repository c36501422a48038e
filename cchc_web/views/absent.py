"""What a browser is shown where an address leads nowhere, or where the server fails."""

from django.http import HttpRequest, HttpResponse

from cchc_score.findings import Words
from cchc_web.kept_posts import file_names, typed_fields
from cchc_web.pages import draw_again, draw_fault


def show_absent(request: HttpRequest, exception: Exception) -> HttpResponse:
    """That there is no such page."""
    lede = Words(
        "Địa chỉ sai, hoặc năm, đơn vị, tiêu chí này không có trên máy chủ.",
        "The address is wrong, or the server has no such year, unit or criterion.",
    )
    return draw_fault(request, 404, Words("Không có trang này", "There is no such page"), lede, way_home=True)


def show_failed(request: HttpRequest) -> HttpResponse:
    """That the server itself failed, which is no fault of the data."""
    lede = Words(
        "Đây là lỗi của chương trình, không phải của số liệu. Hãy báo cho người phụ trách, kèm địa chỉ của trang này.",
        "This is a fault of the program, not of the data. Tell whoever looks after it, with the address of this page.",
    )
    return draw_fault(request, 500, Words("Máy chủ gặp lỗi", "The server has failed"), lede, way_home=True)


def show_forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """That a form did not come from a page of this server, or that the page was open for too long."""
    fields = typed_fields(request) if _from_here(request) else None
    if fields:
        return draw_again(request, fields, file_names(request))
    lede = Words(
        "Trang đã mở quá lâu, hoặc yêu cầu đến từ trang khác. Quay lại, tải lại trang rồi gửi lần nữa.",
        "The page was open for too long, or the request comes from elsewhere. Go back, load it anew and send again.",
    )
    return draw_fault(request, 403, Words("Chưa ghi", "Not written"), lede, way_home=True)


def _from_here(request: HttpRequest) -> bool:
    """Whether a page of this server sent something, as the browser says; no other page can make it say so."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
