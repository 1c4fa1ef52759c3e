"""Command line for editors and operators: `nutrient-signs COMMAND`, or `python -m app COMMAND`.

Each of several processes that serve runs this file anew, as all that `multiprocessing` starts do: so
commands are imported only where one is given.
"""

import gc

# What modules and a release are made of stays. To look through it for garbage again and again, while it
# is made, takes a fifth of the start; `app.main` lets the collector begin when all is there.
gc.disable()


def main() -> None:
    """Run the command that was given."""
    from app.cli import cli  # noqa: PLC0415

    cli()


if __name__ == "__main__":
    main()
