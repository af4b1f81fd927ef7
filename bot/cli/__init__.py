"""The terminal front end: one module a group of commands."""

import io
import os
import sys

import typer

from bot.cli.analyse import analyse
from bot.cli.ask import figures, headlines, quotes, search, summary
from bot.cli.backup import backup
from bot.cli.feed import feed
from bot.cli.read import read
from bot.cli.run import run
from bot.cli.tour import try_out
from bot.errors import NewsError

app = typer.Typer(
    name="newsroom",
    help="Reads the news: headlines, summaries, quotes and figures, word for word.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("try")(try_out)
app.add_typer(feed, name="feed")
for command in (run, read, headlines, summary, quotes, figures, search, analyse, backup):
    app.command()(command)


def main() -> None:
    """Run the command line; an expected failure is a sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except NewsError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has left (`newsroom headlines | head -1`); without this the
        # interpreter would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
