"""When two trees say the same: the order of keys and items is nothing, and a list of texts is a set."""

from nazorg.begrippen.boom import Boom

_NIETS = "~"


def canon(boom: Boom) -> str:
    """One text for all that say the same. A key without a value is there all the same: some names are all there is."""
    if not boom:
        return _NIETS
    if isinstance(boom, dict):
        return "{" + ",".join(sorted(f"{name!r}:{canon(value)}" for name, value in boom.items())) + "}"
    if isinstance(boom, list):
        found = sorted(map(canon, boom))
        return "[" + ",".join(dict.fromkeys(found) if is_set(boom) else found) + "]"
    return repr(boom)


def bare(boom: Boom) -> Boom:
    """``boom`` without ids, and without keys that have no value: what people meant by it."""
    if isinstance(boom, dict):
        return {name: found for name, value in boom.items() if name != "id" and (found := bare(value))}
    return [bare(item) for item in boom] if isinstance(boom, list) else boom


def is_set(items: list[Boom]) -> bool:
    """Whether ``items`` are texts alone."""
    return all(isinstance(item, str) for item in items)


def likeness(one: Boom, other: Boom) -> float:
    """How much two items share, from 0 to 1, on average over the fields of both; ids are none.

    What only came to have more fields is still much like itself.
    """
    first, second = bare(one), bare(other)
    if not isinstance(first, dict) or not isinstance(second, dict) or not (first and second):
        return float(canon(first) == canon(second))
    alike = sum(canon(second.get(name, "")) == canon(value) for name, value in first.items())
    return (alike / len(first) + alike / len(second)) / 2
