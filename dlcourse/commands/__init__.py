"""The work behind each `dlcourse` command, one subject a file; `dlcourse.cli` reads the command line."""


class CommandError(Exception):
    """A command cannot go on. The message is one clear sentence for the person at the terminal."""
