"""The option that opens addresses of this machine and of private networks."""

from __future__ import annotations

import click

private_option = click.option(
    "--allow-private", is_flag=True, help="Also open addresses of this machine and of private networks."
)
