"""The daily digests, posted when they are due: a ticker over the ledger's table of next runs.

Each digest is written into the ledger whole before it is posted, each part is marked before it is
sent and after; whatever ends the process in between, the next one goes on from there. A part of
which it is not known whether it got through is looked for in the channel before it is sent again.
The clock is an argument, so that tests set it; waiting is done by the loop's own clock, which a
change of the machine's does not touch.
One module, because the order of its steps is the promise: when, what, then each part and its doubt.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import hashlib
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

from bot.briefs.digests.daily import Daily, Slot, due_on, last_slot, next_slot
from bot.briefs.digests.newsroom import Newsroom
from bot.chat.courier import Absent, Courier, Refused, Sent, Unclear, Unreadable
from bot.chat.digest_cards import Cards, digest_cards, restored, stored
from bot.errors import StoreError
from bot.store.ledger import Ledger
from bot.store.outbox import Citing, Outbox, Part, PlannedDigest
from bot.store.subscriptions import Subscription, Subscriptions, Wish
from bot.tally import Tally

_log = logging.getLogger(__name__)

TICK_SECONDS: Final = 5.0
"""Between two looks at the table: what is due is posted well within twenty seconds."""
LATE: Final = datetime.timedelta(hours=12)
"""After this, a digest that was missed is left to the next one."""
PAUSE_AFTER: Final = datetime.timedelta(days=7)
_AT_ONCE: Final = 12
"""Channels that are worked on at the same time; more would only wait for Discord's limits."""
_FAR: Final = datetime.timedelta(hours=49)
"""No digest is due later than this but where the clock was set back."""
_NONCE_REMEMBERED: Final = datetime.timedelta(seconds=60)
"""Discord says that it remembers a nonce for "the past few minutes"."""
_RETRY_SECONDS: Final = (1.0, 3.0, 10.0, 30.0, 60.0, 120.0, 300.0)

Clock = Callable[[], datetime.datetime]


class Schedule:
    """Posts what is due. `run` lasts as long as the bot; `tick` is one look at the table."""

    def __init__(
        self,
        ledger: Ledger,
        newsroom: Newsroom,
        courier: Courier,
        clock: Clock,
        tally: Tally | None = None,
    ) -> None:
        self._subscriptions, self._outbox = Subscriptions(ledger), Outbox(ledger)
        self._newsroom, self._courier, self._clock = newsroom, courier, clock
        self._tally = tally or Tally()
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._working: dict[int, asyncio.Task[None]] = {}
        self._failures: dict[int, tuple[int, float]] = {}
        self._woken = asyncio.Event()
        self._stopping = False

    # ── the ticker ──────────────────────────────────────────────────────────────────────────

    async def run(self) -> None:
        """Ticks until `stop` is called, whatever a tick meets."""
        try:
            await self._guarded(self._realign())
            while not self._stopping:
                self._woken.clear()  # before the look, so that no change during it is missed
                await self._guarded(self.tick())
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(TICK_SECONDS):
                        while not self._woken.is_set() and not self._stopping:
                            await self._woken.wait()
            await self.settled()
        finally:
            for task in self._working.values():
                task.cancel()
            await self.settled()

    def stop(self) -> None:
        """Begins nothing more; a part that is on its way is finished."""
        self._stopping = True
        self._woken.set()

    def wake(self) -> None:
        """Something has changed: look at the table now."""
        self._woken.set()

    async def tick(self) -> None:
        """Begins the work on every channel that has something to do, and does not wait for it."""
        now = self._clock()
        for digest in await self._outbox.unfinished():
            _, again = self._failures.get(digest.number, (0, 0.0))
            if asyncio.get_running_loop().time() >= again:
                self._begin(digest.channel_id, self._go_on(digest))
        for subscription in await self._subscriptions.due(now):
            self._begin(subscription.wish.channel_id, self._start(subscription))
        for subscription in await self._subscriptions.later_than(now + _FAR):
            await self._pull_back(subscription, now)

    async def settled(self) -> None:
        """Returns when nothing is being worked on."""
        while self._working:
            await asyncio.wait(set(self._working.values()))

    def _begin(self, channel_id: int, work: Coroutine[Any, Any, None]) -> None:
        if channel_id in self._working or self._stopping:
            work.close()
            return

        async def alone() -> None:
            try:
                async with self._slots:
                    await self._guarded(work)
            finally:
                work.close()
                self._working.pop(channel_id, None)

        self._working[channel_id] = asyncio.create_task(alone())

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        """The outermost edge: what fails here is logged and tried again with the next tick."""
        try:
            await work
        except StoreError as error:
            _log.error("digests: %s", error)
        except Exception:
            _log.exception("a digest failed")

    # ── when ────────────────────────────────────────────────────────────────────────────────

    async def _realign(self) -> None:
        """At a start: the rules of time zones may have changed since the table was written."""
        for one in await self._subscriptions.later_than(self._clock()):
            assert one.next_day is not None
            due = due_on(one.next_day, daily(one.wish))
            if due is not None and due != one.next_run:
                await self._subscriptions.move(one.wish.channel_id, one.next_day, due)

    async def _pull_back(self, subscription: Subscription, now: datetime.datetime) -> None:
        """After the clock was set back: the next digest is the next that was not posted."""
        slot = await next_free_slot(self._outbox, subscription.wish, now)
        if subscription.next_run is not None and slot.due < subscription.next_run:
            await self._subscriptions.move(subscription.wish.channel_id, slot.day, slot.due)

    async def _start(self, subscription: Subscription) -> None:
        """A digest that is due: begun, or left to the next one, or refused."""
        now, wish = self._clock(), subscription.wish
        slot = last_slot(daily(wish), now)
        if subscription.next_run is None or subscription.next_run > now:
            return
        presence = self._courier.presence(wish.guild_id)
        if now - slot.due >= LATE:
            why = "the server was unavailable" if presence == "unavailable" else "it was not due"
            if presence == "there":
                why = "Footnote was not running"
            await self._missed(wish, now, f"missed: {why} at that time")
        elif presence == "gone":
            await self._move_on(wish, slot, now)
            await self._refused(subscription, "Footnote is not in the server any more", now)
        elif presence == "there":
            digest = await self._planned(wish, slot, now)
            if digest is not None:
                await self._post(digest, subscription)
        elif subscription.last_result != _WAITING:
            await self._subscriptions.note(wish.channel_id, _WAITING, now)

    async def _missed(self, wish: Wish, now: datetime.datetime, why: str) -> None:
        following = next_slot(daily(wish), now)
        await self._subscriptions.move(wish.channel_id, following.day, following.due)
        await self._subscriptions.note(wish.channel_id, why, now)

    async def _move_on(self, wish: Wish, slot: Slot, now: datetime.datetime) -> None:
        following = next_slot(daily(wish), now, {slot.day})
        await self._subscriptions.move(wish.channel_id, following.day, following.due)

    # ── what ────────────────────────────────────────────────────────────────────────────────

    async def _planned(
        self, wish: Wish, slot: Slot, now: datetime.datetime
    ) -> PlannedDigest | None:
        """Writes the digest of a slot into the ledger; None where there is nothing to post."""
        known = await self._newsroom.keep_versions(self._outbox)
        news = await self._newsroom.news(self._outbox, wish.channel_id, wish.topics, wish.say_empty)
        made = await self._newsroom.make(news, slot.day)
        cards = Cards(()) if made is None else digest_cards(made)
        following = next_slot(daily(wish), now, {slot.day})
        number = await self._outbox.plan(
            PlannedDigest(
                wish.channel_id, slot.day, wish.zone, slot.due, parts(wish, slot.day, cards)
            ),
            cards.behind,
            [
                Citing(one.article_id, one.content, one.sentence, part)
                for part, message in enumerate(cards.messages, start=1)
                for one in message.telling
            ],
            known,
            (following.day, following.due),
            now,
        )
        if number is None:
            return None
        if not cards.messages:
            self._tally.digests["empty"] += 1
            await self._subscriptions.note(wish.channel_id, "nothing new", now)
            return None
        return await self._outbox.one_unfinished(number)

    # ── posting ─────────────────────────────────────────────────────────────────────────────

    async def _go_on(self, digest: PlannedDigest) -> None:
        """A digest that was begun before, perhaps by a process that was killed."""
        current = await self._outbox.one_unfinished(digest.number)
        subscription = await self._subscriptions.one(digest.channel_id)
        if current is None or subscription is None:
            return
        presence = self._courier.presence(subscription.wish.guild_id)
        late = self._is_late(digest)
        if presence == "gone":
            await self._give_up(current, subscription, "Footnote is not in the server any more")
        elif presence == "there":
            await self._post(current, subscription)
        elif late:
            await self._outbox.end(
                current, "given up", "missed: the server was unavailable", self._clock()
            )

    def _is_late(self, digest: PlannedDigest) -> bool:
        return self._clock() - digest.due >= LATE

    async def _post(self, digest: PlannedDigest, subscription: Subscription) -> None:
        """Posts the parts that are not there yet, as far as Discord lets them through."""
        for part in digest.parts:
            if part.state != "sent" and not await self._posted(digest, part, subscription):
                return
        self._failures.pop(digest.number, None)
        self._tally.digests["posted"] += 1
        count = len(digest.parts)
        result = f"posted, {count} message{'' if count == 1 else 's'}"
        await self._outbox.end(digest, "posted", result, self._clock())

    async def _posted(self, digest: PlannedDigest, part: Part, subscription: Subscription) -> bool:
        """Whether a part is in the channel now; if not, the digest has ended or is tried again."""
        page = restored(part.page)
        if part.state == "trying":
            found = await self._found(digest, part)
            if isinstance(found, Sent):
                await self._outbox.sent(digest.number, part.number, found.message_id)
                return True
            if isinstance(found, Refused):
                await self._give_up(digest, subscription, found.reason)
                return False
            if isinstance(found, Unclear):
                self._again(digest, found.reason)
                return False
            if isinstance(found, Unreadable):
                # Rather once too few than twice: what it would have told is told tomorrow.
                result = f"part {part.number} may be missing: after a failure {found.reason}"
                await self._outbox.end(digest, "given up", result, self._clock())
                self._tally.digests["given up"] += 1
                return False
        if self._stopping:
            return False
        if self._is_late(digest):
            await self._outbox.end(
                digest, "given up", f"missed: {self._why(digest)}", self._clock()
            )
            self._tally.digests["given up"] += 1
            return False
        await self._outbox.trying(digest.number, part.number, self._clock())
        outcome = await self._courier.post(
            digest.channel_id, page, part.nonce, subscription.wish.silent
        )
        if isinstance(outcome, Sent):
            await self._outbox.sent(digest.number, part.number, outcome.message_id)
            return True
        if isinstance(outcome, Refused):
            await self._give_up(digest, subscription, outcome.reason)
        else:
            self._again(digest, outcome.reason)
        return False

    async def _found(
        self, digest: PlannedDigest, part: Part
    ) -> Sent | Absent | Refused | Unreadable | Unclear:
        """Whether a part that was tried before is in the channel."""
        now, tried = self._clock(), part.tried_at or digest.due
        found = await self._courier.find(digest.channel_id, restored(part.page), tried)
        fresh = datetime.timedelta(0) <= now - tried <= _NONCE_REMEMBERED
        # so soon, Discord itself refuses to post the same nonce twice
        return Absent() if isinstance(found, Unreadable) and fresh else found

    def _again(self, digest: PlannedDigest, reason: str) -> None:
        count, _ = self._failures.get(digest.number, (0, 0.0))
        pause = _RETRY_SECONDS[min(count, len(_RETRY_SECONDS) - 1)]
        self._failures[digest.number] = (count + 1, asyncio.get_running_loop().time() + pause)
        _log.warning("a digest is tried again in %.0f s: %s", pause, reason)

    def _why(self, digest: PlannedDigest) -> str:
        return "Discord could not be reached" if digest.number in self._failures else "too late"

    async def _give_up(
        self, digest: PlannedDigest, subscription: Subscription, reason: str
    ) -> None:
        now = self._clock()
        self._failures.pop(digest.number, None)
        await self._outbox.end(digest, "given up", f"refused: {reason}", now)
        await self._refused(subscription, reason, now)

    async def _refused(
        self, subscription: Subscription, reason: str, now: datetime.datetime
    ) -> None:
        """Keeps a refusal; after a week of them the digest is paused and whoever set it is told."""
        wish = subscription.wish
        self._tally.digests["refused"] += 1
        _log.warning("a digest was refused: %s", reason)
        since = await self._subscriptions.refused(wish.channel_id, f"refused: {reason}", now)
        if now - since < PAUSE_AFTER:
            return
        if await self._subscriptions.pause(wish.channel_id, f"paused: {reason}", now):
            text = (
                f"The daily digest for <#{wish.channel_id}> is paused: for seven days it could "
                f"not be posted ({reason}). /digest set starts it again."
            )
            if not await self._courier.tell(subscription.set_by, text):
                _log.warning("whoever set a digest could not be told that it is paused")


_WAITING: Final = "waiting: the server is unavailable"


def daily(wish: Wish) -> Daily:
    """When a wish is due."""
    return Daily(wish.time, wish.zone)


async def next_free_slot(outbox: Outbox, wish: Wish, now: datetime.datetime) -> Slot:
    """The next slot on a local day on which the channel has not got a digest yet.

    A day counts as taken in the zone that it was posted for, and in the one that is wished now.
    """
    taken: set[datetime.date] = set()
    for digest in await outbox.of_channel(wish.channel_id, 7):
        if digest.zone == wish.zone:
            taken.add(digest.day)
        if digest.begun_at is not None:
            taken.add(wish.today(digest.begun_at))
    return next_slot(daily(wish), now, taken)


def parts(wish: Wish, day: datetime.date, cards: Cards) -> tuple[Part, ...]:
    """The outbox's parts of a digest, each with the nonce that it keeps for ever."""
    made = []
    for number, message in enumerate(cards.messages, start=1):
        page = stored(message.page)
        named = f"{wish.channel_id} {day} {wish.zone} {number} {page.id}"
        nonce = hashlib.blake2b(named.encode(), digest_size=12).hexdigest()
        made.append(Part(number, page, nonce))
    return tuple(made)
