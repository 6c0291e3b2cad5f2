"""The sandbox in which a template runs: plain data, our filters, and no attribute or method of anything."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import FunctionLoader
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace

from nazorg.errors import NazorgError
from nazorg.output.sjabloon.filters import allowed_filters
from nazorg.output.sjabloon.fouten import Onbekend, Sjabloonfout, Verboden, in_dutch, raise_undefined
from nazorg.output.sjabloon.markdown import escape_markdown, plain_line
from nazorg.output.sjabloon.vertaald import Vertaald
from nazorg.output.sjabloon.vindplaats import TEKST, Sjablonen

_LUS = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"})
GROOTSTE_GETAL = 10**12


def render_here(sjablonen: Sjablonen, file: str, variabelen: Mapping[str, Any]) -> str:
    """The text of the template ``file``, in this process and without limits. Raises as ``render`` does."""
    environment = _Omgeving(sjablonen)
    if not sjablonen.uses_own(file):
        environment.bytecode_cache = Vertaald()
    try:
        text = environment.get_template(file).render(variabelen)
    except (NazorgError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  # a template is someone else's program: anything can come out of it
        raise in_dutch(error, sjablonen.gelezen, variabelen) from None
    return tidy(text)


def tidy(text: str) -> str:
    """``text`` without trailing spaces and without more than one empty line in a row."""
    lines = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


class _Opgemaakt(str):
    """Text that a template made itself, with the values in it escaped already."""

    __slots__ = ()


def _finalize(value: object, escape: Callable[[str], str]) -> str:
    """What ``{{ … }}`` prints: every value is data and comes out as text, whatever it holds."""
    if isinstance(value, Undefined):
        raise_undefined(value)
    if isinstance(value, _Opgemaakt):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, str):
        return escape(value)
    raise Sjabloonfout("hier moet één waarde staan, geen lijst en geen groep velden")


class _Omgeving(ImmutableSandboxedEnvironment):
    """The settings of the sandbox. Escaping happens in ``_finalize``; ``|safe`` and its like do not exist."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, sjablonen: Sjablonen) -> None:
        escape = plain_line if sjablonen.achtervoegsel == TEKST else escape_markdown
        super().__init__(
            loader=FunctionLoader(lambda file: _source(sjablonen, file)),
            undefined=Onbekend,
            finalize=lambda value: _finalize(value, escape),
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            optimized=False,  # to fold constants takes longer than a template that is run once can win by it
        )
        self.filters = allowed_filters(self)
        self.globals = {"range": safe_range, "namespace": Namespace}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``a.b``: a field of a group, what a loop tells of itself, a name of another template; never an attribute."""
        if isinstance(obj, Undefined):
            raise_undefined(obj)
        if isinstance(obj, dict):
            return self.getitem(obj, attribute)
        if isinstance(obj, LoopContext):
            if attribute in _LUS:
                return getattr(obj, attribute)
            return self.unsafe_undefined(obj, attribute)
        if isinstance(obj, (Namespace, TemplateModule)) and not attribute.startswith("_"):
            return super().getattr(obj, attribute)
        return self.unsafe_undefined(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """``a[b]``: a field of a group, an item of a list, a sign of a text."""
        if isinstance(obj, Undefined):
            raise_undefined(obj)
        if isinstance(obj, (dict, list, tuple, str)):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                return self.undefined(obj=obj, name=argument)
        raise Verboden("hier is niets om op te vragen")

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Not even a value to ask ``is defined`` of: a template that tries this is stopped."""
        del obj
        raise Verboden(f"'{attribute}' kan een sjabloon hier niet opvragen")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers only, and with an end: ``'x' * 10**10`` would fill the memory."""
        if not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
            raise Verboden(f"'{operator}' kan een sjabloon alleen met getallen gebruiken")
        if operator == "**" or abs(left) > GROOTSTE_GETAL or abs(right) > GROOTSTE_GETAL:
            raise Verboden("zo ver kan een sjabloon niet rekenen")
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """A macro, a block or a recursive loop gives text that is escaped already; else ``range`` and ``namespace``."""
        if isinstance(obj, Undefined):
            raise_undefined(obj)
        if isinstance(obj, (Macro, BlockReference, LoopContext)):
            return _Opgemaakt(context.call(obj, *args, **kwargs))
        if obj in (safe_range, Namespace):
            return context.call(obj, *args, **kwargs)
        raise Verboden("dit kan een sjabloon niet aanroepen")


def _source(sjablonen: Sjablonen, file: str) -> tuple[str, str, None] | None:
    found = sjablonen.load(file)
    return (*found, None) if found else None
