import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learn, learnRoughly, serverNow } from '../../main/resources/id/tepati/dashboard/page/static/server-clock.js';

const VIEWER = Date.parse('2026-11-25T10:00:00.400Z');

test('the clock of the server counts, however far off that of the viewer is', () => {
  assert.equal(serverNow(VIEWER), VIEWER);

  learnRoughly(null, VIEWER);
  assert.equal(serverNow(VIEWER), VIEWER);

  learnRoughly('Mon, 23 Nov 2026 03:00:00 GMT', VIEWER);
  assert.equal(serverNow(VIEWER + 1000), Date.parse('2026-11-23T03:00:01Z'));

  learn('2026-11-23T03:00:00.500Z', 200, VIEWER);
  assert.equal(serverNow(VIEWER + 1000), Date.parse('2026-11-23T03:00:01.700Z'));

  learnRoughly('Mon, 23 Nov 2026 03:00:01 GMT', VIEWER + 1000);
  assert.equal(serverNow(VIEWER + 1000), Date.parse('2026-11-23T03:00:01.700Z'));
});
