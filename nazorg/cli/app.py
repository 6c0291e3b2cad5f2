"""The app: commands that are imported when they are called, and help in Dutch."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from nazorg.cli.globaal import Globaal, set_flag, set_kleur, set_map, set_peildatum, set_versie
from nazorg.cli.opdrachten import FILTERS, INGANGEN, OPDRACHTEN, PER_NAAM, Opdracht
from nazorg.diagnostics.taal import phrase_typed
from nazorg.errors import UsageError


def make_app() -> TyperGroup:
    """The command ``nazorg`` with all that is below it."""
    app = typer.Typer(
        cls=Groep,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        subcommand_metavar="OPDRACHT …",
        options_metavar="[OPTIES]",
    )
    app.callback(invoke_without_command=True)(_overzicht)
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def _overzicht(
    ctx: typer.Context,
    version: bool = typer.Option(False, "--version", help="Toon de versie."),
    aanvulling: str = typer.Option(
        "",
        "--aanvulling",
        metavar="bash|zsh|fish|powershell",
        help="Toon het script waarmee een shell opdrachten aanvult.",
    ),
) -> int:
    """Nazorg voor ex-gedetineerden: dossiers nakijken, acties bewaken, overleggen voorbereiden.

    Zonder opdracht: uw dag in het kort.
    """
    if version:
        from nazorg import __version__

        print(f"nazorg {__version__}")
        raise typer.Exit(0)
    if aanvulling:
        from nazorg.cli.aanvulling import SHELLS, script
        from nazorg.cli.waarden import read_choice

        print(script(read_choice("--aanvulling", aanvulling, SHELLS)), end="")
        raise typer.Exit(0)
    if ctx.invoked_subcommand is not None:
        return 0
    from nazorg.cli.lijsten import overzicht

    return overzicht(ctx.obj)


class _Dutch:
    """Help in Dutch, and the options that every command takes."""

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
    """A command with the options of every command beside its own."""

    def __init__(self, name: str | None, *, params: Any = None, **rest: Any) -> None:
        rest["options_metavar"] = "[OPTIES]"
        own = list(params or [])
        for param in own:
            param.show_default = False  # said in the help's own words where it matters
        super().__init__(name, params=[*own, *_global_options(hidden=True)], **rest)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n  Opties die overal werken (-C, --peildatum, --kleur): nazorg --help\n")


class Lijstopdracht(Opdrachtregel):
    """A command with the filters of a list."""

    def __init__(self, name: str | None, *, params: Any = None, **rest: Any) -> None:
        super().__init__(name, params=[*(params or []), *_filter_options()], **rest)


class Groep(_Dutch, TyperGroup):
    """The commands of ``opdrachten``, each imported when it is called."""

    def __init__(self, *, params: Any = None, **rest: Any) -> None:
        super().__init__(params=[*(params or []), *_global_options(hidden=False)], **rest)

    def list_commands(self, ctx: Any) -> list[str]:
        return [opdracht.naam for group in OPDRACHTEN.values() for opdracht in group]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        opdracht = PER_NAAM.get(cmd_name) or INGANGEN.get(cmd_name)
        if opdracht is None:
            zin = phrase_typed("opdracht_onbekend", waarde=cmd_name, keuzes=", ".join(PER_NAAM))
            raise UsageError(zin.message, zin.remedy)
        return load_command(opdracht)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        for title, group in OPDRACHTEN.items():
            with formatter.section(title):
                formatter.write_dl([(opdracht.naam, opdracht.kort) for opdracht in group])
        _Dutch.format_options(self, ctx, formatter)


def load_command(opdracht: Opdracht) -> TyperCommand:
    """Import the function of ``opdracht`` and make its command."""
    module, _, function = opdracht.plek.partition(":")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    kind = Lijstopdracht if opdracht.is_lijst else Opdrachtregel
    app.command(opdracht.naam, cls=kind)(getattr(import_module(f"nazorg.cli.{module}"), function))
    command = typer.main.get_command(app)
    assert isinstance(command, TyperCommand)
    return command


def _option(names: list[str], setter: Callable[[Globaal, Any], None], help_text: str, **rest: Any) -> TyperOption:
    """An option that writes into ``Globaal`` rather than into the function's arguments."""

    def store(ctx: Any, param: Any, value: Any) -> None:
        if value not in (None, False, ()):
            setter(ctx.find_root().obj, value)

    flag = rest.pop("is_flag", False)
    kind = {"is_flag": True, "default": False} if flag else {"type": str, "default": None}
    return TyperOption(param_decls=names, callback=store, expose_value=False, help=help_text, **kind, **rest)


_VERSIE = "Wat er toen in git stond: een commit, of de avond voor een datum."
_UITGEBREID = "Zeg bij een fout in het programma ook de weg ernaartoe."


def _global_options(*, hidden: bool) -> list[TyperOption]:
    return [
        _option(
            ["-C", "--map"], set_map, "De werkmap; anders deze map of een map erboven.", metavar="MAP", hidden=hidden
        ),
        _option(["--peildatum"], set_peildatum, "Doe alsof het deze dag is.", metavar="DATUM", hidden=hidden),
        _option(["--versie"], set_versie, _VERSIE, metavar="VERSIE|DATUM", hidden=hidden),
        _option(["--kleur"], set_kleur, "Kleuren; anders auto.", metavar="auto|altijd|nooit", hidden=hidden),
        _option(["-q", "--stil"], set_flag("stil"), "Zeg alleen wat nodig is.", is_flag=True, hidden=hidden),
        _option(["-v", "--uitgebreid"], set_flag("uitgebreid"), _UITGEBREID, is_flag=True, hidden=hidden),
    ]


def _filter_options() -> list[TyperOption]:
    def add(name: str) -> Callable[[Globaal, Any], None]:
        def setter(globaal: Globaal, values: Any) -> None:
            globaal.keuze[name] = list(values)

        return setter

    mine = _option(["--mijn"], set_flag("mijn"), "Alleen uw eigen dossiers.", is_flag=True)
    return [
        mine,
        *(_option([f"--{name}"], add(name), text, multiple=True, metavar="NAAM") for name, text in FILTERS.items()),
    ]
