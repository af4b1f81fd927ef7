"""The terminal front end: one module a group of commands."""

import io
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated

import typer

from bot import __version__
from bot.errors import NewsError

COMMANDS = {
    "try": ("bot.cli.tour", "try_out"),
    "run": ("bot.cli.run", "run"),
    "read": ("bot.cli.read", "read"),
    "headlines": ("bot.cli.ask", "headlines"),
    "summary": ("bot.cli.ask", "summary"),
    "quotes": ("bot.cli.ask", "quotes"),
    "figures": ("bot.cli.ask", "figures"),
    "search": ("bot.cli.ask", "search"),
    "feed": ("bot.cli.opml", "feed"),
    "backup": ("bot.cli.backup", "backup"),
    "analyse": ("bot.cli.analyse", "analyse"),
    "bench": ("bot.cli.bench", "bench"),
}
"""Where each command is; only what is asked for is loaded, since all of them take two seconds."""


def make_app(names: Iterable[str]) -> typer.Typer:
    """The command line with these commands."""
    app = typer.Typer(
        name="newsroom",
        help="Reads the news: headlines, summaries, quotes and figures, word for word.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    app.callback(invoke_without_command=True)(_newsroom)
    for name in names:
        module, attribute = COMMANDS[name]
        command = getattr(import_module(module), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def _newsroom(
    version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Reads the news: headlines, summaries, quotes and figures, word for word."""
    if version:
        typer.echo(f"newsroom {__version__}")
        raise typer.Exit


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line; an expected failure is a sentence and an exit code.

    ``words`` are those behind the program's name, by default what it was called with.
    """
    words = sys.argv[1:] if words is None else words
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        make_app(words[:1] if words and words[0] in COMMANDS else COMMANDS)(args=list(words))
    except NewsError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:  # before the command itself has begun
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has left (`newsroom headlines | head -1`); without this the
        # interpreter would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
