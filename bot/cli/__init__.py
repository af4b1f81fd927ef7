"""The terminal front end: one module a group of commands."""

import typer

from bot.cli.analyse import analyse

app = typer.Typer(
    name="newsroom",
    help="Reads the news: headlines, summaries, quotes and figures, word for word.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command()(analyse)


@app.callback()
def _one_app() -> None:
    """Keep the names of the commands even while there is only one."""


def main() -> None:
    """Run the command line."""
    app()
