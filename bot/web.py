"""/healthz, /readyz and /metrics, for whoever watches the bot from outside.

Only where HTTP_ADDRESS says so: nothing here tells a secret or anyone's words, but it is not meant
for the world either.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

from aiohttp import web

from bot.errors import FootnoteError, SettingsError
from bot.metrics import CONTENT_TYPE, Metrics
from bot.model import About

_log = logging.getLogger(__name__)

Check = Callable[[], Awaitable[bool]]


@contextlib.asynccontextmanager
async def serving(
    address: tuple[str, int],
    checks: Mapping[str, Check],
    about: Callable[[], Awaitable[About]],
    metrics: Metrics,
) -> AsyncIterator[int]:
    """Serves the three pages while the block lasts; the port comes back.

    `checks` are what must hold to be ready, by name. Raises SettingsError where the address cannot
    be taken.
    """

    async def healthz(_: web.Request) -> web.Response:
        # that this runs is the proof: process and event loop are alive
        return web.json_response({"alive": True})

    async def readyz(_: web.Request) -> web.Response:
        found = {name: await _holds(check) for name, check in checks.items()}
        return web.json_response(found, status=200 if all(found.values()) else 503)

    async def measured(_: web.Request) -> web.Response:
        return web.Response(
            body=metrics.page(await about()), headers={"Content-Type": CONTENT_TYPE}
        )

    app = web.Application()
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", measured)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        host, port = address
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            fault = f"HTTP_ADDRESS is “{host}:{port}”, which cannot be used ({error.strerror})"
            raise SettingsError([f"{fault}; expected a free address of this machine"]) from error
        taken: int = runner.addresses[0][1]
        _log.info("serving /healthz, /readyz and /metrics at %s:%d", host, taken)
        yield taken
    finally:
        await runner.cleanup()


async def _holds(check: Check) -> bool:
    try:
        return await check()
    except FootnoteError:
        return False
