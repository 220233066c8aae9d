"""Tests of commands/, end to end through the loopback Discord."""
