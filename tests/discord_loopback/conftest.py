"""Coroutines as tests."""

from tests.discord_loopback.scenario import pytest_pyfunc_call

__all__ = ["pytest_pyfunc_call"]
