"""Run one command; print wall, user and system seconds, peak memory (as the system counts it) and exit code.

A process of its own that imports next to nothing: the system counts the memory of the process that starts a command
as that command's, so what starts it must be smaller than everything that is measured.
"""

import os
import sys
import time


def main() -> None:
    """``stopwatch.py LOG COMMAND …``: what the command prints goes to LOG."""
    log, *command = sys.argv[1:]
    files = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    begin = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=files)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    print(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
