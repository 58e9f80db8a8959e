"""A source that loses nothing: events go into a folder first, and leave it once Tepati has answered for them.

    producer.py add     keeps events, one a line of standard input: a type, a blank, its data as JSON
    producer.py send    sends what is kept, however long it takes, and then a heartbeat
    producer.py run     sends every 30 seconds, until it is ended

One file holds one event, so that any number of programs may add while one sends. Python 3.8 or newer, nothing else.
"""

import http.client
import json
import os
import pathlib
import random
import sys
import time
import urllib.error
import urllib.request
import uuid
from datetime import datetime, timezone

URL = os.environ.get("TEPATI_URL", "http://127.0.0.1:7070")
SOURCE = os.environ.get("TEPATI_SOURCE", "urn:loket:kel-melati")
UNIT = os.environ.get("TEPATI_UNIT", "kel-melati")
KEY = os.environ.get("TEPATI_KEY")  # of a producer, as tepati producers add shows it; none where the server asks for none
OUTBOX = pathlib.Path(os.environ.get("TEPATI_OUTBOX", "outbox"))

BATCH = 500  # the gateway takes at most 1,000 events and 1 MiB
ANSWER_WITHIN = 30  # seconds; the gateway itself gives up after 15
LONGEST_WAIT = 60  # seconds between two attempts
RUN_EVERY = 30  # seconds; a source is called silent after three minutes without a heartbeat


def event(kind, data):
    """An event of now. Its id is made here, once: whatever is sent again later has the same one and counts once."""
    return {
        "specversion": "1.0",
        "id": str(uuid.uuid4()),
        "source": SOURCE,
        "type": f"id.tepati.{kind}.v1",
        "time": datetime.now(timezone.utc).isoformat(timespec="milliseconds"),
        "data": data,
    }


def keep(one, folder=OUTBOX):
    """Writes one JSON file that is there wholly or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{time.time_ns():020d}-{one.get('id', uuid.uuid4())}"
    with open(folder / f"{name}.tmp", "w", encoding="utf-8") as file:
        json.dump(one, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    os.replace(folder / f"{name}.tmp", folder / f"{name}.json")


def post(events):
    """Posts events. The status, the answer and the seconds to wait that it asks for; no status where the line dropped."""
    request = urllib.request.Request(
        f"{URL}/api/v1/events",
        data=json.dumps(events, ensure_ascii=False).encode("utf-8"),
        headers={"Content-Type": "application/cloudevents-batch+json", "Accept-Language": "en"},
    )
    if KEY:
        request.add_header("Authorization", f"Bearer {KEY}")
    try:
        try:
            answer = urllib.request.urlopen(request, timeout=ANSWER_WITHIN)
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            body = answer.read()
            after = answer.headers.get("Retry-After", "")
            return answer.status, as_object(body), int(after) if after.isdigit() else 0
    except (OSError, http.client.HTTPException):
        return None, {}, 0


def as_object(body):
    try:
        found = json.loads(body)
    except ValueError:
        found = {}  # a proxy in between may answer with anything
    return found if isinstance(found, dict) else {}


def send():
    """Sends all that is kept. Ends when nothing is left, or when the fault is ours, so that trying again cannot help."""
    size, failures = BATCH, 0
    while files := sorted(OUTBOX.glob("*.json"))[:size]:
        status, answer, after = post([json.loads(file.read_text(encoding="utf-8")) for file in files])
        if status in (202, 422) and "rejected" in answer:
            settle(files, answer["rejected"])
            size, failures = min(BATCH, 2 * size), 0
        elif status == 413 and len(files) > 1:
            size = len(files) // 2
        elif status == 413:
            settle(files, [{"index": 0, "code": "too-large", "cure": answer.get("cure", "Send a smaller event.")}])
        elif status is None or status in (202, 422, 429) or status >= 500:
            wait(failures, after, status)
            failures += 1
        else:
            raise SystemExit(f"Tepati answered {status}: {answer.get('detail', '')} {answer.get('cure', '')}")


def settle(files, rejected):
    """What was taken is done with. What was refused would be refused again: it is told, and put aside with the reason."""
    reasons = {one["index"]: one for one in rejected}
    for index, file in enumerate(files):
        if index in reasons:
            why = reasons[index]
            print(f"refused: {why['code']} {why.get('pointer', '')} {why['cure']}", file=sys.stderr)
            keep({"event": json.loads(file.read_text(encoding="utf-8")), "reason": why}, OUTBOX / "rejected")
        file.unlink(missing_ok=True)


def wait(failures, after, status):
    """Twice as long after each failure, never shorter than asked for; chance keeps many sources from coming at once."""
    seconds = max(after, min(LONGEST_WAIT, 2**min(failures, 10))) + random.random()
    print(f"not taken ({status or 'no answer'}), again in {seconds:.1f} s", file=sys.stderr)
    time.sleep(seconds)


def heartbeat():
    """Says that this source is alive, though nothing happens. Of no use later, so it is not kept."""
    post([event("source.heartbeat", {"unit": UNIT})])


def main(command):
    if command == "add":
        for line in filter(str.strip, sys.stdin):
            kind, data = line.split(" ", 1)
            keep(event(kind, json.loads(data)))
    elif command == "send":
        send()
        heartbeat()
    elif command == "run":
        while True:
            send()
            heartbeat()
            time.sleep(RUN_EVERY)
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) == 2 else "")
