"""What people do to a file: to its values and its keys."""

import re
from datetime import date, timedelta

from .invoegsels import VREEMD, WAARDEN
from .kans import VALUE, Kans, Mutatie, all_matches, any_match, with_value
from .ruw import delete_lines, put_sign_behind_word, repeat_lines, take_item

_KEY = re.compile(rb"(?<![^\s{,])([a-z_0-9]+):(?=\s)")
_DEEP_VALUE = re.compile(rb"^ {4,}(?!id|wat|op|kort|partner|soort)[a-z_]+:( +[^\s#{\[|>&*!][^\n#]*)", re.MULTILINE)
_DATE = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![-0-9a-z])")
_DEADLINE = re.compile(rb"(?:uiterlijk|niet_voor): ([^\n,}#]*[^\n,}#\s])")


def put_value(kans: Kans, data: bytes) -> bytes:
    return with_value(kans, data, kans.choice(WAARDEN).encode())


def put_value_of_same_key(kans: Kans, data: bytes) -> bytes:
    here = any_match(kans, VALUE, data)
    if here is None:
        return data
    same = [match[3] for match in all_matches(VALUE, kans.other()) if match[2] == here[2]]
    return data[: here.start(3)] + kans.choice(same or [here[3]]) + data[here.end(3) :]


def put_date(kans: Kans, data: bytes) -> bytes:
    """Another day, mostly one nearby: what the rules about order and the terms look at."""
    here = any_match(kans, _DATE, data)
    if here is None:
        return data
    near = date(2026, 11, 21) + timedelta(days=kans.randint(-500, 500))
    day = kans.choice(
        (near, near, near, near, near, date(1900, 1, 1), date(2199, 12, 31), date(2028, 2, 29), date(2026, 12, 25))
    )
    return data[: here.start()] + day.isoformat().encode() + data[here.end() :]


def put_term(kans: Kans, data: bytes) -> bytes:
    here = any_match(kans, _DEADLINE, data)
    if here is None:
        return data
    anchor = kans.choice(("aanmelding", "ingesloten", "binnenkomst", "ontslag", "buiten"))
    number = kans.choice((0, 1, 2, 5, 10, 14, 30, 365, 9999))
    term = f"{anchor} {kans.choice('-+')} {number}{kans.choice(('d', 'w', 'm', 'wd'))}"
    rule = f"intake vanaf 2026-{kans.randint(1, 12):02}-01"
    return (
        data[: here.start(1)] + kans.choice((term, term, term, term, rule, "2026-11-21")).encode() + data[here.end(1) :]
    )


def empty_optional(kans: Kans, data: bytes) -> bytes:
    """Leave out the value of a field deeper down, where little is required."""
    here = any_match(kans, _DEEP_VALUE, data)
    return data if here is None else data[: here.start(1)] + data[here.end(1) :]


def swap_values(kans: Kans, data: bytes) -> bytes:
    found = all_matches(VALUE, data)
    if len(found) < 2:
        return data
    first, second = sorted(kans.sample(found, 2), key=lambda match: match.start())
    between = data[first.end(3) : second.start(3)]
    return data[: first.start(3)] + second[3] + between + first[3] + data[second.end(3) :]


def quote_value(kans: Kans, data: bytes) -> bytes:
    here = any_match(kans, VALUE, data)
    if here is None:
        return data
    ways = (
        b"'%s'",
        b'"%s"',
        b"'%s",
        b'"%s',
        b"%s'",
        b"|\n            %s",
        b">-\n            %s",
        b"[%s]",
        b"{%s}",
        b"{a: %s}",
        b"- %s",
    )
    return data[: here.start(3)] + kans.choice(ways) % here[3].rstrip() + data[here.end(3) :]


def escape_value(kans: Kans, data: bytes) -> bytes:
    """The value in double quotes, each sign by its number: the same value that looks like nothing."""
    here = any_match(kans, VALUE, data)
    if here is None:
        return data
    text = here[3].rstrip().decode("utf-8", "replace")
    if kans.random() < 0.3:
        text = kans.choice(WAARDEN + VREEMD)
    escaped = "".join(f"\\U{ord(sign):08X}" for sign in text)
    return data[: here.start(3)] + f'"{escaped}"'.encode() + data[here.end(3) :]


def empty_value(kans: Kans, data: bytes) -> bytes:
    return with_value(kans, data, b"")


def rename_key(kans: Kans, data: bytes) -> bytes:
    here = any_match(kans, _KEY, data)
    if here is None:
        return data
    there = any_match(kans, _KEY, kans.other())
    names = [
        here[1][:-1],
        here[1] + b"s",
        here[1].upper(),
        b"'%s'" % here[1],
        b'"%s"' % here[1],
        b"onderdak",
        b"acties",
        b"[key]",
        b"123",
    ]
    if there is not None:
        names += [there[1]] * 5
    return data[: here.start(1)] + kans.choice(names) + data[here.end(1) :]


MILD: tuple[Mutatie, ...] = (*[put_date, put_value_of_same_key] * 3, put_term, empty_optional, take_item)
"""What one does who means well: most of these leave a dossier that can be read."""

FIJN: tuple[Mutatie, ...] = (
    *[put_value] * 3,
    *[put_value_of_same_key, swap_values] * 2,
    *(quote_value, escape_value, empty_value, rename_key, delete_lines, repeat_lines, put_sign_behind_word),
)
"""What people do: most of these leave a file that can be parsed."""
