"""The forms in which minutes number their items: `§ 75`, `2 a.`, `Punkt 3`, `IV.`, a letter alone."""

import re

# § 75, §75, § 75/21, §§ 84-86, KS § 12, Nvsf § 88; with a letter: § 60 a; and 12 §
PARAGRAPH = re.compile(
    r"(?:[A-ZÅÄÖ][\wÅÄÖåäö]{0,9}\.?\s{1,3})?§{1,2}\s{0,3}(?P<n>\d{1,4})(?:\s?[-–]\s?(?P<to>\d{1,4}))?(?:/(?:20)?\d\d\b)?"
    r"(?:\s?(?P<letter>[a-zåäö])(?=[\s).:]|\Z))?[.:)]{0,2}(?=\s|\Z|[A-ZÅÄÖ])"
)
SIGN_AFTER = re.compile(r"(?P<n>\d{1,4})\s?§(?=\s|\Z)(?!\s{0,3}\d)")  # not the page before `§ 59`
# 1. 1: 1) 2 a. 2a) 2.1 with a title behind
POINT = re.compile(
    r"(?:(?:(?i:punkt|ärende|pkt|dagordningspunkt)|Nr|P)\.?\s{0,2}(?:nr\.?\s)?)?(?P<n>\d{1,3})"
    r"(?:\.(?P<decimal>\d{1,2})\.?(?=\s+\D)|(?:\s?(?P<letter>[a-zåäö]))?\s?[.):](?=\s|\Z|[A-ZÅÄÖ”\"]))"
)
# I. II. III. with a title behind
ROMAN = re.compile(r"(?=[IVX])(?P<tens>X{0,2})(?P<ones>IX|IV|V?I{0,3})[.):]\s+(?=[A-ZÅÄÖ])")
# A. B. C. as the only order
CAPITAL = re.compile(r"(?P<capital>[A-Z])[.)]\s+(?=[A-ZÅÄÖ][a-zåäö])")
# 09.15 is when an item begins, and no part of the ninth
CLOCK = re.compile(r"(?:0\d|[1-2]\d|[7-9])\.[0-5][05](?![\d.])")
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
WORDED = re.compile(
    r"(?:(?i:punkt|ärende|pkt|dagordningspunkt)|Nr)\.?\s{0,2}(?:nr\.?\s)?(?P<n>\d{1,3})(?:\s?(?P<letter>[a-z]))?"
    r"(?:\s?[.:–-])?(?=\s|\Z)"
)
# A mark before the number: ▪ 3 Budget, ► § 12 Val, ## 4. Övrigt
BULLET = re.compile(r"[▪■□●•·►▶◆◼➢➤»>#]{1,3}\s*(?=\d|§)")
# 1 Heading, 2 a Heading, 3 | Heading, 4 – Heading: only the capital and the order of the numbers tell
BARE = re.compile(r"(?P<n>\d{1,3})(?:\s?(?P<letter>[a-zåäö]))?\s+(?:[|–-]\s+(?=[A-ZÅÄÖ])|(?=[”\"(]?[A-ZÅÄÖ0-9]))")
ALONE = re.compile(r"(?:\A|\n)[ \t]*(?P<n>\d{1,3})(?:\s?(?P<letter>[a-zåäö]))?(?P<mark>[.:)]?)[ \t]*\n\s*\Z")
# A letter alone is an item below a numbered one: a) Målbild
LETTER = re.compile(r"(?P<letter>[a-zåäö])[).]\s+(?=[”\"]?[A-ZÅÄÖ])")
PAGE_BEFORE = re.compile(r"\d{1,3}\s+(?=\d{1,3}(?:\s?[a-z])?[.):]?\s+[”\"]?[A-ZÅÄÖ])")
PAGE_ABOVE = re.compile(r"\d{1,3}\s+(?=(?:[A-ZÅÄÖ][\wÅÄÖåäö]{0,9}\.?\s)?§\s{0,3}\d)")
# The same inside a line, where only a sign or a stop tells.
INNER = re.compile(r"(?<=\s)(?:§{1,2}\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?[.:]?|\d{1,2}(?:\s[a-z])?\.)\s+(?=[”\"]?[A-ZÅÄÖ])")
