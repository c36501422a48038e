"""What an address of the server is: what it shows, what is done there, and what one has to be allowed for it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http.response import HttpResponseBase

from cchc_web.access import Action


@dataclass(frozen=True, slots=True)
class Route:
    """An address below that of a year, or of the server: its name, and what it shows to whoever may `see`.

    `act` answers what is sent there by whoever may `do` it. A view gets the visit, and the parts of the address:
    `unit`, `round` and `criterion` mean the same in every address.
    """

    address: str
    name: str
    show: Callable[..., HttpResponseBase] | None
    see: Action | None = None
    act: Callable[..., HttpResponseBase] | None = None
    do: Action | None = None
