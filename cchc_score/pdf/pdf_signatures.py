"""One signature of a PDF, checked without asking anybody on a network."""

from typing import Any


def signature_data(signature: Any) -> dict[str, Any]:
    """Who signed and when, by their own word; whether it is intact, and whether the file was changed after it.

    No root is trusted here: whose certificate it is, the tool of the office says.
    """
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    told: dict[str, Any] = {"field": str(signature.field_name), "who": "", "when": None}
    try:
        status = validate_pdf_signature(signature, ValidationContext(trust_roots=[], allow_fetching=False))
    except Exception:
        # Whatever the library stumbles over in it: nobody can say that it is intact.
        return {**told, "intact": False, "changed": True}
    level = status.modification_level
    later = status.coverage != SignatureCoverageLevel.ENTIRE_FILE
    # A second signature, or data about the first, are no changes of what was signed.
    harmless = level is not None and level <= ModificationLevel.FORM_FILLING
    return {
        **told,
        "who": _name(status.signing_cert.subject),
        "when": status.signer_reported_dt.isoformat() if status.signer_reported_dt else None,
        "intact": bool(status.intact and status.valid),
        "changed": later and not harmless,
    }


def _name(subject: Any) -> str:
    """The common name of a certificate's owner, else all that the certificate says of it."""
    name = subject.native.get("common_name")
    return str(name) if name else str(subject.human_friendly)
