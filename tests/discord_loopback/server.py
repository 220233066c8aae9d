"""The loopback's gateway and REST routes: only what Footnote needs, answered as Discord answers.

Documented at https://discord.com/developers/docs under Gateway, Interactions and Components.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from typing import Any

from aiohttp import WSMsgType, web

from tests.discord_loopback import description
from tests.discord_loopback.channels import Channels
from tests.discord_loopback.limits import message_faults
from tests.discord_loopback.routes import answering, route
from tests.discord_loopback.world import (
    APPLICATION,
    CHANNEL,
    GUILD,
    LOADING,
    TOKEN,
    Fault,
    Interaction,
    Json,
    Refused,
    bot,
    guild,
)

_WRONG_BODY = 50035


class Loopback:
    """Discord with one server of one channel. `requests` records (route, body) of all that came."""

    def __init__(self) -> None:
        self.requests: list[tuple[str, Any]] = []
        self.refusals: list[str] = []
        self.faults: list[Fault] = []
        self.commands: list[Json] = []
        self.gateway_refusals = 0
        self.shards = 1
        self.identified: list[Json] = []
        self.team: Json | None = None
        self.interactions: dict[str, Interaction] = {}
        self.channels = Channels()
        self.connected = asyncio.Event()
        self.registered = asyncio.Event()
        self._sockets: list[web.WebSocketResponse] = []
        self._sequence = itertools.count(1)
        self._ids = itertools.count(4000000000000000001)

    # ── life ────────────────────────────────────────────────────────────────────────────────

    async def start(self) -> None:
        app = web.Application()
        app.router.add_get("/gateway/", self._gateway)
        app.router.add_route("*", "/api/{path:.*}", self._rest)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port: int = self._runner.addresses[0][1]

    async def stop(self) -> None:
        await self._runner.cleanup()

    def next_id(self) -> str:
        return str(next(self._ids))

    def fault(self, ending: str, **how: Any) -> Fault:
        made = Fault(ending, **how)
        self.faults.append(made)
        return made

    async def cut_gateway(self, code: int = 1001) -> None:
        """Every gateway connection is closed with this code."""
        self.connected.clear()
        for socket in self._sockets:
            await socket.close(code=code)

    async def dispatch(self, event: str, data: Json) -> None:
        # to one shard only, as Discord does
        for socket in self._sockets[-1:]:
            await self._send(socket, 0, data, event)

    # ── gateway ─────────────────────────────────────────────────────────────────────────────

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        if self.gateway_refusals:
            self.gateway_refusals -= 1
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await self._send(socket, 10, {"heartbeat_interval": 40_000})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._received(socket, frame.json())
        if socket in self._sockets:
            self._sockets.remove(socket)
        return socket

    async def _received(self, socket: web.WebSocketResponse, frame: Json) -> None:
        if frame["op"] == 1:
            await self._send(socket, 11, None)
            return
        if frame["op"] == 2:
            self.identified.append(frame["d"])
            number, count = frame["d"].get("shard", (0, 1))
            its_own = (int(GUILD) >> 22) % count == number
            ready = {
                **({"shard": [number, count]} if count > 1 else {}),
                "v": 10,
                "user": bot(),
                "guilds": [{"id": GUILD, "unavailable": True}] if its_own else [],
                "session_id": "session",
                "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway/",
                "application": {"id": APPLICATION, "flags": 0},
            }
            await self._send(socket, 0, ready, "READY")
            if its_own:
                await self._send(socket, 0, guild(), "GUILD_CREATE")
        elif frame["op"] == 6:
            await self._send(socket, 0, {}, "RESUMED")
        else:
            return
        self._sockets.append(socket)
        if len(self._sockets) == self.shards:
            self.connected.set()

    async def _send(
        self, socket: web.WebSocketResponse, op: int, data: Any, event: str | None = None
    ) -> None:
        sequence = next(self._sequence) if op == 0 else None
        if not socket.closed:
            await socket.send_json({"op": op, "d": data, "s": sequence, "t": event})

    # ── REST ────────────────────────────────────────────────────────────────────────────────

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = f"/{request.match_info['path']}"
        body = await _body(request)
        known = answering(request.method, path)
        if known is None:
            self.refusals.append(f"no such route: {request.method} {path}")
            return _refusal(Refused(404, 0, "404: Not Found"))
        name, answer, arguments = known
        self.requests.append((name, body))
        fault = next((f for f in self.faults if f.times and name.endswith(f.ending)), None)
        if fault is None or fault.done:
            try:
                if not _needs_no_token(path) and request.headers["Authorization"] != f"Bot {TOKEN}":
                    raise Refused(401, 0, "401: Unauthorized")
                self._check(name, body)
                given = answer(self, body, **arguments)
            except Refused as refused:
                if refused.code == _WRONG_BODY:
                    self.refusals.append(f"{name}: {refused}")
                return _refusal(refused)
        if fault is not None:
            return _failure(fault, request)
        return _json(given) if given is not None else web.Response(status=204)

    def _check(self, route_name: str, body: Any) -> None:
        faults = description.faults(route_name, body)
        message = body.get("data") if route_name.endswith("/callback") else body
        if isinstance(message, dict) and "components" in message:
            faults += message_faults(message)
        if faults:
            raise Refused(400, _WRONG_BODY, f"Invalid Form Body: {faults[:3]}")

    @route("GET", "/oauth2/applications/@me")
    def _application(self, body: None) -> Json:
        person = {**bot(), "id": "5", "username": "owner", "bot": False}
        return {
            "team": self.team,
            "id": APPLICATION,
            "name": "Footnote",
            "description": "",
            "icon": None,
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "",
            "flags": 0,
            "owner": person,
        }

    @route("GET", "/gateway/bot")
    def _gateway_bot(self, body: None) -> Json:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 16}
        url = f"ws://127.0.0.1:{self.port}/gateway/"
        return {"url": url, "shards": self.shards, "session_start_limit": limit}

    @route("GET", "/applications/{application}/commands")
    def _commands(self, body: None, application: str) -> list[Json]:
        return self.commands

    @route("PUT", "/applications/{application}/commands")
    def _overwrite_commands(self, body: list[Json], application: str) -> list[Json]:
        known = {command["name"]: command["id"] for command in self.commands}
        self.commands = [
            {
                "description": "",  # a menu has none
                **command,
                "id": known.get(command["name"]) or self.next_id(),
                "application_id": application,
                "version": "1",
            }
            for command in body
        ]
        self.registered.set()
        return self.commands

    @route("POST", "/interactions/{id}/{token}/callback")
    def _callback(self, body: Json, id: str, token: str) -> Json:
        interaction = self._found(token)
        if interaction.callback is not None:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        kind, data = body["type"], body.get("data") or {}
        if kind not in {2: (4, 5), 3: (4, 5, 6, 7), 4: (8,)}[interaction.type]:
            raise Refused(400, _WRONG_BODY, f"callback {kind} to an interaction {interaction.type}")
        interaction.callback = kind
        if kind == 8:
            interaction.choices = data["choices"]
        elif kind in (6, 7):
            interaction.message = interaction.pressed
        if kind in (4, 5):
            flags = data.get("flags", 0) | (LOADING if kind == 5 else 0)
            interaction.message = self._message(interaction, {**data, "flags": flags})
        elif kind == 7 and interaction.message is not None:
            interaction.message["components"] = data["components"]
        interaction.changed.set()
        resource = {"type": kind, "message": interaction.message} if kind in (4, 7) else None
        return {"interaction": {"id": id, "type": interaction.type}, "resource": resource}

    @route("PATCH", "/webhooks/{application}/{token}/messages/@original")
    def _edit(self, body: Json, application: str, token: str) -> Json:
        interaction = self._found(token)
        if interaction.message is None:
            raise Refused(404, 10008, "Unknown Message")
        interaction.message["components"] = body["components"]
        interaction.message["flags"] &= ~LOADING
        interaction.edited = True
        interaction.changed.set()
        return interaction.message

    @route("DELETE", "/webhooks/{application}/{token}/messages/@original")
    def _delete(self, body: None, application: str, token: str) -> None:
        interaction = self._found(token)
        interaction.message = None
        interaction.changed.set()

    @route("POST", "/webhooks/{application}/{token}")
    def _follow_up(self, body: Json, application: str, token: str) -> Json:
        interaction = self._found(token)
        message = self._message(interaction, body)
        interaction.followups.append(message)
        interaction.changed.set()
        return message

    def _found(self, token: str) -> Interaction:
        interaction = self.interactions.get(token)
        if interaction is None:
            raise Refused(404, 10062, "Unknown interaction")
        return interaction

    def _message(self, interaction: Interaction, data: Json) -> Json:
        return {
            "id": self.next_id(),
            "channel_id": CHANNEL,
            "author": bot(),
            "content": data.get("content") or "",
            "components": data.get("components", []),
            "flags": data.get("flags", 0),
            "type": 20,
            "timestamp": "2026-01-01T00:00:00+00:00",
            "edited_timestamp": None,
            "tts": False,
            "pinned": False,
            "mention_everyone": False,
            **{key: [] for key in ("mentions", "mention_roles", "embeds")},
            "attachments": [
                {**file, "id": self.next_id(), "size": 1, "url": "", "proxy_url": ""}
                for file in data.get("attachments", ())
            ],
            "interaction_metadata": {
                "id": interaction.id,
                "type": interaction.type,
                "user": interaction.user,
                "authorizing_integration_owners": {"0": GUILD},
            },
        }


async def _body(request: web.Request) -> Any:
    if not request.content_type.startswith("multipart/"):
        return await request.json() if request.can_read_body else None
    parts = await request.post()
    body = json.loads(str(parts["payload_json"]))
    files = [part for part in parts.values() if isinstance(part, web.FileField)]
    for described, file in zip(body["attachments"], files, strict=True):
        described["content"] = file.file.read().decode()
    return body


def _needs_no_token(path: str) -> bool:
    return path.startswith(("/interactions/", "/webhooks/"))


def _refusal(refused: Refused) -> web.Response:
    return _json({"message": str(refused), "code": refused.code}, refused.status)


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # discord.py reads no JSON where the content type has a charset behind it
    return web.Response(
        body=json.dumps(body), status=status, headers=headers, content_type="application/json"
    )


def _failure(fault: Fault, request: web.Request) -> web.Response:
    fault.times -= 1
    if fault.cut:
        assert request.transport is not None
        request.transport.abort()
    body = {"message": "a fault of the loopback", "code": 0, "retry_after": fault.retry_after}
    # discord.py takes a 429 without this header for a ban
    return _json(body, fault.status or 500, {"Via": "loopback"})
