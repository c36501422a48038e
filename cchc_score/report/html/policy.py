"""The content policy of a page: its own styles and its own script by their hashes, and nothing from anywhere."""

from base64 import b64encode
from hashlib import sha256


def policy(css: str, script: str) -> str:
    """What a browser may do with a page that has one style and one script."""
    parts = (
        "default-src 'none'",
        f"style-src {content_hash(css)}",
        f"script-src {content_hash(script)}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(parts)


def content_hash(text: str) -> str:
    """How a policy names a style or a script by what it holds."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
