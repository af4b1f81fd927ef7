"""What holds for every test."""

import signal

# A shell has its background jobs ignore Ctrl-C; what a test starts from there would never end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
