<?php
// A source that loses nothing: events go into a folder first, and leave it once Tepati has answered for them.
//
//     producer.php add     keeps events, one a line of standard input: a type, a blank, its data as JSON
//     producer.php send    sends what is kept, however long it takes, and then a heartbeat
//     producer.php run     sends every 30 seconds, until it is ended
//
// One file holds one event, so that any number of programs may add while one sends. PHP 8.1 or newer, no extension.

declare(strict_types=1);

define('URL', getenv('TEPATI_URL') ?: 'http://127.0.0.1:7070');
define('SOURCE', getenv('TEPATI_SOURCE') ?: 'urn:loket:kel-melati');
define('UNIT', getenv('TEPATI_UNIT') ?: 'kel-melati');
define('KEY', getenv('TEPATI_KEY') ?: ''); // of a producer, as tepati producers add shows it; none where the server asks for none
define('OUTBOX', getenv('TEPATI_OUTBOX') ?: 'outbox');

const BATCH = 500; // the gateway takes at most 1,000 events and 1 MiB
const ANSWER_WITHIN = 30; // seconds; the gateway itself gives up after 15
const LONGEST_WAIT = 60; // seconds between two attempts
const RUN_EVERY = 30; // seconds; a source is called silent after three minutes without a heartbeat
const JSON = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR;

/** An event of now. Its id is made here, once: whatever is sent again later has the same one and counts once. */
function event(string $kind, object $data): object
{
    return (object) [
        'specversion' => '1.0',
        'id' => bin2hex(random_bytes(16)),
        'source' => SOURCE,
        'type' => "id.tepati.$kind.v1",
        'time' => (new DateTimeImmutable())->format('Y-m-d\TH:i:s.vP'),
        'data' => $data,
    ];
}

/** Writes one JSON file that is there wholly or not at all. */
function keep(object $one, string $folder = OUTBOX): void
{
    is_dir($folder) || mkdir($folder, 0777, true) || is_dir($folder) || throw new RuntimeException("cannot make $folder");
    $name = sprintf('%s/%017.6f-%s', $folder, microtime(true), $one->id ?? bin2hex(random_bytes(16)));
    $text = json_encode($one, JSON);
    $file = fopen("$name.tmp", 'w');
    if ($file === false || fwrite($file, $text) !== strlen($text) || !fsync($file) || !fclose($file) || !rename("$name.tmp", "$name.json")) {
        throw new RuntimeException("cannot keep $name");
    }
}

/** Posts events. The status, the answer and the seconds to wait that it asks for; no status where the line dropped. */
function post(array $events): array
{
    $body = @file_get_contents(URL . '/api/v1/events', false, stream_context_create(['http' => [
        'method' => 'POST',
        'header' => "Content-Type: application/cloudevents-batch+json\r\nAccept-Language: en\r\nConnection: close"
            . (KEY === '' ? '' : "\r\nAuthorization: Bearer " . KEY),
        'content' => json_encode($events, JSON),
        'timeout' => ANSWER_WITHIN,
        'ignore_errors' => true,
    ]]));
    $headers = $http_response_header ?? [];
    if ($body === false || !preg_match('~^HTTP/\S+ (\d+)~', $headers[0] ?? '', $status)) {
        return [null, (object) [], 0];
    }
    $after = preg_grep('~^Retry-After: *\d+$~i', $headers);
    $answer = json_decode($body); // a proxy in between may answer with anything
    return [(int) $status[1], is_object($answer) ? $answer : (object) [], $after ? (int) substr(reset($after), 12) : 0];
}

/** Sends all that is kept. Ends when nothing is left, or when the fault is ours, so that trying again cannot help. */
function send(): void
{
    $size = BATCH;
    $failures = 0;
    // glob sorts by name, which begins with the time
    while ($files = array_slice(glob(OUTBOX . '/*.json'), 0, $size)) {
        [$status, $answer, $after] = post(array_map('read', $files));
        if (in_array($status, [202, 422]) && isset($answer->rejected)) {
            settle($files, $answer->rejected);
            $size = min(BATCH, 2 * $size);
            $failures = 0;
        } elseif ($status === 413 && count($files) > 1) {
            $size = intdiv(count($files), 2);
        } elseif ($status === 413) {
            settle($files, [(object) ['index' => 0, 'code' => 'too-large', 'cure' => $answer->cure ?? 'Send a smaller event.']]);
        } elseif ($status === null || in_array($status, [202, 422, 429]) || $status >= 500) {
            pause($failures++, $after, $status);
        } else {
            throw new RuntimeException("Tepati answered $status: " . ($answer->detail ?? '') . ' ' . ($answer->cure ?? ''));
        }
    }
}

function read(string $file): object
{
    return json_decode(file_get_contents($file), false, 512, JSON_THROW_ON_ERROR);
}

/** What was taken is done with. What was refused would be refused again: it is told, and put aside with the reason. */
function settle(array $files, array $rejected): void
{
    $reasons = array_column($rejected, null, 'index');
    foreach ($files as $index => $file) {
        if (isset($reasons[$index])) {
            $why = $reasons[$index];
            fwrite(STDERR, "refused: $why->code " . ($why->pointer ?? '') . " $why->cure\n");
            keep((object) ['event' => read($file), 'reason' => $why], OUTBOX . '/rejected');
        }
        @unlink($file);
    }
}

/** Twice as long after each failure, never shorter than asked for; chance keeps many sources from coming at once. */
function pause(int $failures, int $after, ?int $status): void
{
    $seconds = max($after, min(LONGEST_WAIT, 2 ** min($failures, 10))) + mt_rand() / mt_getrandmax();
    fprintf(STDERR, "not taken (%s), again in %.1f s\n", $status ?? 'no answer', $seconds);
    usleep((int) ($seconds * 1e6));
}

/** Says that this source is alive, though nothing happens. Of no use later, so it is not kept. */
function heartbeat(): void
{
    post([event('source.heartbeat', (object) ['unit' => UNIT])]);
}

function main(string $command): void
{
    if ($command === 'add') {
        while (($line = fgets(STDIN)) !== false) {
            if (trim($line) !== '') {
                [$kind, $data] = explode(' ', $line, 2);
                keep(event($kind, json_decode($data, false, 512, JSON_THROW_ON_ERROR)));
            }
        }
        return;
    }
    if (!in_array($command, ['send', 'run'])) {
        throw new RuntimeException('say what to do: add, send or run');
    }
    do {
        send();
        heartbeat();
    } while ($command === 'run' && sleep(RUN_EVERY) === 0);
}

// another program includes this file and calls keep(event(...))
if (realpath($_SERVER['SCRIPT_FILENAME'] ?? '') === __FILE__) {
    try {
        main($argv[1] ?? '');
    } catch (Throwable $failure) {
        fwrite(STDERR, $failure->getMessage() . "\n");
        exit(1);
    }
}
