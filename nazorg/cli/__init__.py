"""The command line: signatures, one error boundary, no logic."""


def run() -> None:
    """The entry point ``nazorg``. What git or a shell asks is answered before anything of a command is imported."""
    import os
    import sys

    for name in ("stdin", "stdout", "stderr"):  # a stream that the caller closed leads nowhere
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115
    if sys.argv[1:2] == ["merge-driver"]:  # git's to start, not a person's
        from nazorg.cli.samenvoegen import drive

        sys.exit(drive(sys.argv[2:]))
    if "_NAZORG_COMPLETE" in os.environ:
        import gc

        gc.disable()
        from nazorg.cli.aanvulling import complete

        outcome = complete(sys.argv[1:], sys.stdout)
        gc.freeze()  # nor is there anything to collect at the end
        sys.exit(outcome)
    from nazorg.cli.grens import main

    sys.exit(main(sys.argv[1:]))
