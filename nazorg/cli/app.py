"""The app: the commands as typer has them, imported when they are called, and help in Dutch.

What a command takes stands in its signature (``signatuur``); typer reads what is not written in the plain way
(``gewoon``), says what is wrong with it, and gives the help.
"""

from collections.abc import Callable, Iterable, Mapping
from inspect import cleandoc
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from nazorg.cli.globaal import Globaal
from nazorg.cli.opdrachten import INGANGEN, OPDRACHTEN, PER_NAAM, Opdracht, load
from nazorg.cli.overal import FILTERS, OVERAL, Overal
from nazorg.cli.signatuur import REQUIRED, Option, Parameter, parameters
from nazorg.cli.wortel import nazorg
from nazorg.diagnostics.taal import phrase_typed
from nazorg.errors import UsageError

_TAAL: dict[str, Any] = {"options_metavar": "[OPTIES]", "rich_markup_mode": None}


def make_app() -> TyperGroup:
    """The command ``nazorg`` with all that is below it; its context's ``obj`` is ``Globaal``."""
    return Groep()


def call(function: Callable[..., int], globaal: Globaal, values: Mapping[str, Any]) -> int:
    """Carry out a command, and give its exit code. Raises ``NazorgError``."""
    return function(globaal, **values)


class _Dutch:
    """Help in Dutch."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = (piece.strip("{}") for piece in self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Gebruik: ")

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def format_options(self, ctx: Any, formatter: Any) -> None:
        records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in self.get_params(ctx):  # type: ignore[attr-defined]
            record = param.get_help_record(ctx)
            if record is not None:
                name, text = record
                records[param.param_type_name].append((name, text.replace("[required]", "").strip()))
        for title, kind in (("Wat", "argument"), ("Opties", "option")):
            if records[kind]:
                with formatter.section(title):
                    formatter.write_dl(records[kind], col_max=26)


class Opdrachtregel(_Dutch, TyperCommand):
    """A command, with the options of every command and of every list beside its own."""

    def __init__(self, opdracht: Opdracht) -> None:
        self._function = load(opdracht)
        self._parameters = parameters(self._function)
        params: list[Any] = [
            *map(_param, self._parameters),
            *_everywhere(FILTERS if opdracht.is_lijst else (), hidden=False),
            *_everywhere(OVERAL, hidden=True),
        ]
        super().__init__(opdracht.naam, params=params, help=cleandoc(self._function.__doc__ or ""), **_TAAL)

    def invoke(self, ctx: Any) -> int:
        values = {one.name: _value(one, ctx.params[one.name]) for one in self._parameters}
        return call(self._function, ctx.obj, values)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n  Opties die overal werken (-C, --peildatum, --kleur): nazorg --help\n")


class Groep(_Dutch, TyperGroup):
    """The commands of ``opdrachten``, each imported when it is called."""

    def __init__(self) -> None:
        super().__init__(
            name="nazorg",
            params=[*map(_param, parameters(nazorg)), *_everywhere(OVERAL, hidden=False)],
            help=cleandoc(nazorg.__doc__ or ""),
            invoke_without_command=True,
            subcommand_metavar="OPDRACHT …",
            context_settings={"help_option_names": ["-h", "--help"]},
            **_TAAL,
        )

    def invoke(self, ctx: Any) -> Any:
        if any(ctx.params.values()):
            return call(nazorg, ctx.obj, ctx.params)
        outcome = super().invoke(ctx)
        return call(nazorg, ctx.obj, ctx.params) if ctx.invoked_subcommand is None else outcome

    def list_commands(self, ctx: Any) -> list[str]:
        return [opdracht.naam for group in OPDRACHTEN.values() for opdracht in group]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        opdracht = PER_NAAM.get(cmd_name) or INGANGEN.get(cmd_name)
        if opdracht is None:
            zin = phrase_typed("opdracht_onbekend", waarde=cmd_name, keuzes=", ".join(PER_NAAM))
            raise UsageError(zin.message, zin.remedy)
        return Opdrachtregel(opdracht)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        for title, group in OPDRACHTEN.items():
            with formatter.section(title):
                formatter.write_dl([(opdracht.naam, opdracht.kort) for opdracht in group])
        _Dutch.format_options(self, ctx, formatter)


def _param(parameter: Parameter) -> TyperArgument | TyperOption:
    mark, required = parameter.mark, parameter.default is REQUIRED
    default = None if required else parameter.default
    if isinstance(mark, Option):
        return _option(mark, [parameter.name, *mark.names], default=default, required=required, many=parameter.many)
    return TyperArgument(
        param_decls=[parameter.name],
        type=str,
        required=required,
        default=default,
        nargs=-1 if parameter.many else None,
        metavar=mark.metavar,
        help=mark.help,
        show_default=False,
    )


def _option(mark: Option, decls: list[str], *, many: bool, **rest: Any) -> TyperOption:
    kind: dict[str, Any] = {"is_flag": True} if mark.is_switch else {"type": str, "metavar": mark.metavar}
    return TyperOption(param_decls=decls, help=mark.help, multiple=many, **kind, **rest)


def _value(parameter: Parameter, value: Any) -> Any:
    """What typer found, as the signature has it: a list that holds nothing is what it is when it is left out."""
    if not parameter.many:
        return value
    return list(value) if value else parameter.default


def _everywhere(options: Iterable[Overal], *, hidden: bool) -> list[TyperOption]:
    """Options that write into ``Globaal`` rather than into the function's arguments."""
    return [
        _option(
            one.option,
            list(one.option.names),
            many=one.many,
            default=False if one.option.is_switch else None,
            callback=_storing(one),
            expose_value=False,
            hidden=hidden,
        )
        for one in options
    ]


def _storing(one: Overal) -> Any:
    def store(ctx: Any, param: Any, value: Any) -> None:
        if value not in (None, False, ()):
            one.store(ctx.obj, list(value) if one.many else value)

    return store
