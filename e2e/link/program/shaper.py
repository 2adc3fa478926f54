"""Owns when a packet that enters one direction of the link comes out, or that it doesn't. Knows no sockets."""
import heapq
import random

DEFAULTS = {"rateKbps": 0, "delayMs": 0, "jitterMs": 0, "lossPct": 0, "queueMs": 300, "isCut": False}


class Shaper:
    def __init__(self, seed):
        self.limits = dict(DEFAULTS)
        self.random = random.Random(seed)
        self.free_at = 0.0  # when the line has sent what waits for it
        self.last_out = 0.0
        self.on_the_way = []
        self.sequence = 0
        self.counts = {"packets": 0, "bytes": 0, "lost": 0, "overflowed": 0, "cut": 0}

    def set(self, limits):
        unknown = set(limits) - set(DEFAULTS)
        if unknown:
            raise ValueError(f"no such limit: {', '.join(sorted(unknown))}")
        self.limits.update(limits)
        if self.limits["isCut"]:
            self.on_the_way.clear()
            self.free_at = self.last_out = 0.0

    def enter(self, packet, now, size):
        limits = self.limits
        if limits["isCut"]:
            self.counts["cut"] += 1
            return
        # Asked for each packet, so that the same seed loses the same ones whatever else changes.
        if self.random.random() * 100 < limits["lossPct"]:
            self.counts["lost"] += 1
            return
        begin = max(now, self.free_at)
        if (begin - now) * 1000 > limits["queueMs"]:
            self.counts["overflowed"] += 1
            return
        if limits["rateKbps"] > 0:
            begin += size * 8 / (limits["rateKbps"] * 1000)
            self.free_at = begin
        jitter = self.random.random() * limits["jitterMs"] / 1000
        # Never past one another: reordering is another fault, and this is not it.
        self.last_out = max(self.last_out, begin + limits["delayMs"] / 1000 + jitter)
        self.sequence += 1
        heapq.heappush(self.on_the_way, (self.last_out, self.sequence, size, packet))

    def next_at(self):
        return self.on_the_way[0][0] if self.on_the_way else None

    def leave(self, now):
        """All that are due, in order."""
        while self.on_the_way and self.on_the_way[0][0] <= now:
            _, _, size, packet = heapq.heappop(self.on_the_way)
            self.counts["packets"] += 1
            self.counts["bytes"] += size
            yield packet
