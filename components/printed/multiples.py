"""Printed multiples, "4,2 раза", "3.5-fold", "more than doubled": read as the plain number of times."""

import re

_TIMES = re.compile(
    r"[-\s]*\b(?:times|fold|раза?|раз[иі]в?|dəfə|defa|kez|kat|есе|mal|fois|volte|veces)\b", re.IGNORECASE
)
_BEFORE = re.compile(r"^\s*[вуВУ]\s+(?=\d|[^\W\d]+\s)")
_WORDS = {
    2: r"doubl\w+|twofold|вдвое|удвои\w+|вдвічі|ikiqat|halv\w+",
    3: r"tripl\w+|threefold|втрое|утрои\w+|втричі|üçqat",
    4: r"quadrupl\w+|fourfold|вчетверо|dördqat",
    5: r"fivefold|впятеро",
}


def as_number(token: str) -> str:
    """The token with the word for "times" taken out, and words that are a multiple as its digits."""
    for number, words in _WORDS.items():
        token = re.sub(rf"\b(?:{words})\b", str(number), token, flags=re.IGNORECASE)
    return _TIMES.sub("", _BEFORE.sub("", token)).strip()
