"""Whether a no of the platform admits that it does not know what happened: a time-out, trouble of a system, work going on."""

from __future__ import annotations

_WORDS = (
    "timeout", "time-out", "time out", "timed out", "超时",
    "system", "系统", "internal", "exception", "异常", "unavailable", "不可用", "服务",
    "processing", "处理中", "稍后", "稍候", "busy", "繁忙", "网络",
)  # fmt: skip
_SERVER_CODES = range(500, 600)


def speaks_of_trouble(code: str, text: str) -> bool:
    """Whether code or words are of this kind. Such a no never proves that nothing was made, whatever list its code is on."""
    said = f"{code} {text}".casefold()
    is_server_code = code.isascii() and code.isdigit() and int(code[:9]) in _SERVER_CODES
    return is_server_code or any(word in said for word in _WORDS)
