"""The `checker` command. Data on stdout, all else on stderr."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from checker import __version__
from checker.cli.commands import Commands, Late
from checker.errors import CheckerError

YOUNG, MIDDLE, OLD = 100_000, 50, 100
"""When garbage is collected: the many small records of a corpus hold hardly a cycle, and looking through them as
often as Python does by default takes an eighth of the time of checking quotations."""
RUNNER = "checker.runner"
"""Under what the context keeps the choice of `--runner`."""
MACHINE = {
    errno.ENOSPC: "Make room on the disk and run it again.",
    errno.EDQUOT: "Make room on the disk and run it again.",
    errno.EROFS: "Choose a place that can be written.",
    errno.EACCES: "Make it readable and writable, or choose another place.",
    errno.EPERM: "Make it readable and writable, or choose another place.",
    errno.EMFILE: "Close other programs, or allow more open files (ulimit -n).",
    errno.ENFILE: "Close other programs, or allow more open files (ulimit -n).",
}
"""What to do about errors of the machine."""
EPILOG = """
\b
Examples:
  checker demo
  checker report articles/ -o reports/mine
  checker add https://example.org/storm --to storms
  checker show attributions article.txt --format jsonl
  checker check reports/mine
  checker check draft.md --against articles/
  checker diff reports/old reports/mine
  checker quote "we reached an agreement" --against articles/
\b
Exit codes: 0 done, 1 findings, 2 wrong usage or an error, 130 interrupted.
Completion: eval "$(_CHECKER_COMPLETE=bash_source checker)"
"""


@click.group(
    cls=Late,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="checker")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")
@click.option(
    "--runner",
    type=click.Choice(("processes", "daft", "ray")),
    default="processes",
    envvar="CHECKER_RUNNER",
    show_envvar=True,
    help="Where large corpora are worked on: processes of this machine, Daft's, or a Ray cluster (docs/scaling.md).",
)
@click.option("--no-config", is_flag=True, help="Do not read the defaults of checker.toml.")
@click.pass_context
def checker(context: click.Context, *, runner: str, no_config: bool) -> None:
    """Compare how sources tell the same events, and show the exact words for every statement."""
    from checker.cli import config

    context.meta[RUNNER] = runner
    file = None if no_config else config.find(Path.cwd())
    if file:
        context.default_map = config.defaults(file, Commands())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = checker.main(given, prog_name="checker", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = 2
    except (KeyboardInterrupt, click.exceptions.Abort):
        code = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = 0
    except Exception as error:
        code = _told(error, debug="--debug" in given)
    sys.exit(code if isinstance(code, int) else 0)


def _told(error: Exception, *, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error)
    elif isinstance(error, CheckerError):
        click.echo(f"checker: {error}", err=True)
    elif isinstance(error, OSError) and error.errno in MACHINE:
        place = f" ({error.filename})" if error.filename else ""
        click.echo(f"checker: {error.strerror}{place}\n{MACHINE[error.errno]}", err=True)
    else:
        click.echo(f"checker: internal error: {type(error).__name__}: {error}", err=True)
        click.echo("Run it again as `checker --debug …` to see where.", err=True)
    return 2
