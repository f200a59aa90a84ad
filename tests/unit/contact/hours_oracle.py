"""hours_oracle.py - channels, holidays and instants from a fixed seed, and what Python's zoneinfo says of each: whether it
is open, and when that changes. Prints one JSON object a line: {"zone", "hours", "holidays", "probes": [[instant, open, holiday, changes]]}.
It knows nothing of how src/contact/hours.cc goes about it: hours are dates with a zone here, one day after the other."""

import bisect
import datetime
import json
import random
import sys
import zoneinfo

# Zones whose rules ICU and the system know alike, with changes of one hour, of half an hour (Lord Howe) and of two (Troll),
# a day that was skipped (Apia, 30 December 2011), and none at all.
ZONES = [
    "Asia/Seoul", "Asia/Tokyo", "Asia/Kolkata", "Asia/Kathmandu", "Europe/Berlin", "Europe/London", "Europe/Dublin",
    "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Sao_Paulo", "Australia/Lord_Howe",
    "Australia/Sydney", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Antarctica/Troll", "Etc/UTC",
]
UTC = datetime.timezone.utc
EPOCH = datetime.date(1970, 1, 1)
MOST_DAYS_AHEAD = 400


def instant(day, minutes, zone):
    day += datetime.timedelta(days=minutes // 1440)
    minutes %= 1440
    local = datetime.datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=zone)  # fold=0
    return int(local.astimezone(UTC).timestamp())


def spans_of(hours, holidays, zone, first, last):
    spans = []
    day = first
    while day <= last:
        if day not in holidays:
            for weekday, start, end in hours or [(day.weekday(), 0, 1440)]:
                if weekday == day.weekday():
                    begins, ends = instant(day, start, zone), instant(day, end, zone)
                    if begins < ends:
                        spans.append((begins, ends))
        day += datetime.timedelta(days=1)
    merged = []
    for begins, ends in sorted(spans):
        if merged and begins <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], ends)
        else:
            merged.append([begins, ends])
    return merged


def random_hours(rng):
    kind = rng.randrange(6)
    if kind == 0:
        return []
    days = rng.sample(range(7), rng.randrange(1, 8))
    hours = []
    for day in days:
        if kind == 1:
            hours.append((day, 0, 1440))
        elif kind == 2:  # past midnight
            start = rng.randrange(18 * 4, 24 * 4) * 15
            hours.append((day, start, 1440 + rng.randrange(0, 8 * 4) * 15 + 15))
        elif kind == 3:  # about where clocks change
            start = rng.randrange(0, 4 * 4) * 15
            hours.append((day, start, start + rng.choice([15, 30, 60, 90, 240])))
        else:
            start = rng.randrange(0, 11 * 60)
            end = start + rng.randrange(1, 300)
            hours.append((day, start, end))
            if end < 1000:
                again = end + rng.randrange(1, 200)
                hours.append((day, again, again + rng.randrange(1, 240)))
    return sorted(hours)


def transitions(zone, first, days):
    found = []
    at = int(datetime.datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp())
    offset = None
    for hour in range(days * 24):
        second = at + hour * 3600
        now = datetime.datetime.fromtimestamp(second, zone).utcoffset()
        if offset is not None and now != offset:
            found.append(second)
        offset = now
    return found


def probe(spans, holidays, zone, at):
    index = bisect.bisect_right(spans, [at, sys.maxsize]) - 1
    is_open = index >= 0 and spans[index][0] <= at < spans[index][1]
    today = datetime.datetime.fromtimestamp(at, zone).date()
    if is_open:
        changes = spans[index][1]
    else:
        changes = spans[index + 1][0] if index + 1 < len(spans) else None
    limit = instant(today + datetime.timedelta(days=MOST_DAYS_AHEAD), 0, zone)
    if changes is not None and changes >= limit:
        changes = None
    return [at, is_open, not is_open and today in holidays, changes]


def main():
    count = int(sys.argv[1])
    rng = random.Random(20261129)
    per_case = 50
    for case in range(count // per_case):
        name = ZONES[case % len(ZONES)]
        zone = zoneinfo.ZoneInfo(name)
        year = 2011 if name == "Pacific/Apia" else rng.randrange(2008, 2032)
        first = datetime.date(year, rng.randrange(1, 13), 1)
        days = 400
        hours = random_hours(rng)
        holidays = {first + datetime.timedelta(days=rng.randrange(days)) for _ in range(rng.choice([0, 5, 40]))}
        spans = spans_of(hours, holidays, zone, first - datetime.timedelta(days=10),
                         first + datetime.timedelta(days=days + MOST_DAYS_AHEAD + 10))
        begin = instant(first, 0, zone)
        ends = [edge for span in spans for edge in span if begin <= edge < begin + days * 86400]
        changes = transitions(zone, first, days)
        probes = []
        for _ in range(per_case):
            where = rng.randrange(4)
            if where == 0 and ends:
                at = rng.choice(ends) + rng.choice([-1, 0, 1])
            elif where == 1 and changes:
                at = rng.choice(changes) + rng.randrange(-7200, 7200)
            elif where == 2:
                day = rng.choice(sorted(holidays)) if holidays and rng.random() < 0.5 else first + datetime.timedelta(days=rng.randrange(days))
                at = instant(day, 0, zone) + rng.choice([-1, 0, 1])
            else:
                at = begin + rng.randrange(days * 86400)
            probes.append(probe(spans, holidays, zone, at))
        print(json.dumps({"zone": name, "hours": hours, "holidays": sorted((day - EPOCH).days for day in holidays),
                          "probes": probes}))


main()
