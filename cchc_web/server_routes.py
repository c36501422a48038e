"""The addresses of a server with accounts that are of no year; a server for one person has none of them."""

from cchc_web.routes import Route
from cchc_web.views.account_events import show_account_events
from cchc_web.views.account_list import show_accounts
from cchc_web.views.accounts import (
    add_account,
    end_account,
    give_password,
    show_account,
    show_new_account,
    update_account,
)
from cchc_web.views.clerk_accounts import add_clerks, download_passwords, show_clerks
from cchc_web.views.kept import drop_kept, show_kept
from cchc_web.views.sign_in import (
    change_password,
    show_own_account,
    sign_out,
    sign_out_everywhere,
)
from cchc_web.views.start import show_start

START = Route("", "start", show_start, "see-start")
SERVER_ROUTES = (
    Route("mat-khau/", "own-account", show_own_account, "see-own-account", change_password, "keep-own-account"),
    Route("dang-xuat/", "sign-out", None, None, sign_out, "keep-own-account"),
    Route("dang-xuat/moi-may/", "sign-out-everywhere", None, None, sign_out_everywhere, "keep-own-account"),
    Route("gui-lai/", "kept", show_kept, "see-own-account", drop_kept, "keep-own-account"),
    Route("tai-khoan/", "accounts", show_accounts, "see-accounts"),
    Route("tai-khoan/nhat-ky/", "account-events", show_account_events, "see-accounts"),
    Route("tai-khoan/them/", "new-account", show_new_account, "see-accounts", add_account, "keep-accounts"),
    Route("tai-khoan/theo-xa/<folder>/", "clerks", show_clerks, "see-accounts", add_clerks, "keep-accounts"),
    Route("tai-khoan/mat-khau/", "passwords", None, None, download_passwords, "keep-accounts"),
    Route("tai-khoan/cua/<login>/", "account", show_account, "see-accounts", update_account, "keep-accounts"),
    Route("tai-khoan/cua/<login>/mat-khau/", "new-password", None, None, give_password, "keep-accounts"),
    Route("tai-khoan/cua/<login>/dong/", "end-account", None, None, end_account, "keep-accounts"),
)
"""The addresses of a server with accounts that are of no year; a server for one person has none of them."""
