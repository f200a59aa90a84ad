// presence.test.mjs - heartbeats as a chat system sends them, signed by the library of Standard Webhooks: what is believed, what is not,
// and that a channel is closed when they stop, and after a restart.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { serveArticles } from './own_service.mjs';

const SECRET = `whsec_${Buffer.from('a key of twenty-four byte').toString('base64')}`;
const NEXT_SECRET = `whsec_${Buffer.from('the key that comes after it').toString('base64')}`;
const work = mkdtempSync(join(tmpdir(), 'signpost-presence-'));
const secrets = join(work, 'secrets');
let service;
let sent = 0;

const start = async () => { service = await serveArticles(work, { options: ['--webhook-secrets', secrets] }); };

before(async () => {
  mkdirSync(join(work, 'articles/help/en/setup'), { recursive: true });
  writeFileSync(join(work, 'articles/help/en/setup/a.md'), '# Set it up\n\nPlug it in.\n');
  writeFileSync(join(work, 'articles/site.yaml'), 'title: Help\ncontact:\n  - {id: chat, kind: chat, url: "https://chat.example.com/", presence: required}\n');
  writeFileSync(secrets, `# of the chat system\n${SECRET}\n`);
  await start();
});

after(() => {
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const heartbeat = (values = {}) => JSON.stringify({ free: 2, waiting: 1, ttl_s: 600, ...values });

async function send(body, { secret = SECRET, signed = body, at = new Date(), id = `msg_${++sent}` } = {}) {
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, signed),
  };
  const answer = await fetch(`${service.origin}/api/v1/presence/chat`, { method: 'POST', headers, body });
  return { status: answer.status, said: await answer.json() };
}

const chat = async () => (await (await fetch(`${service.origin}/api/v1/channels`)).json()).channels[0];

// Asks until it is so.
async function until(is) {
  for (;;) {
    const now = await chat();
    if (is(now)) return now;
  }
}

it('is closed as long as nothing is known', async () => {
  const { open, reason, url } = await chat();
  assert.deepEqual({ open, reason, url }, { open: false, reason: 'unknown', url: '' });
});

it('a signed heartbeat opens the chat', async () => {
  assert.equal((await send(heartbeat())).status, 200);
  const { open, url, waiting_lately: waiting } = await chat();
  assert.deepEqual({ open, url, waiting }, { open: true, url: 'https://chat.example.com/', waiting: 1 });
});

it('nobody free closes it', async () => {
  assert.equal((await send(heartbeat({ free: 0 }))).status, 200);
  assert.equal((await chat()).reason, 'nobody_free');
});

it('an altered body, an old message, another secret and a second time are refused', async () => {
  const minute = 60_000;
  assert.equal((await send(heartbeat({ free: 9 }), { signed: heartbeat() })).status, 401);
  assert.equal((await send(heartbeat(), { at: new Date(Date.now() - 6 * minute) })).status, 401);
  assert.equal((await send(heartbeat(), { at: new Date(Date.now() + 6 * minute) })).status, 401);
  assert.equal((await send(heartbeat(), { secret: NEXT_SECRET })).status, 401);
  assert.equal((await send(heartbeat(), { id: 'msg_once' })).status, 200);
  assert.equal((await send(heartbeat(), { id: 'msg_once' })).status, 409);
});

it('what is no heartbeat is told which field is wrong', async () => {
  const { status, said } = await send(heartbeat({ ttl_s: 86400 }));
  assert.equal(status, 400);
  assert.deepEqual(said.errors, [{ field: 'ttl_s', message: 'must be a whole number from 1 to 3600' }]);
});

it('secrets are exchanged without a restart', async () => {
  writeFileSync(secrets, `${SECRET}\n${NEXT_SECRET}\n`);
  service.reload();
  let taken;
  do taken = await send(heartbeat(), { secret: NEXT_SECRET }); while (taken.status === 401);
  assert.equal(taken.status, 200);
  assert.equal((await send(heartbeat())).status, 200);
});

it('is closed when heartbeats stop', async () => {
  assert.equal((await send(heartbeat({ ttl_s: 1 }))).status, 200);
  assert.equal((await until(({ open }) => !open)).reason, 'unknown');
});

it('is closed after a restart, and a heartbeat from before it opens nothing', async () => {
  const at = new Date(Date.now() - 5000);
  assert.equal((await send(heartbeat())).status, 200);
  service.stop();
  await start();
  assert.equal((await chat()).reason, 'unknown');
  assert.equal((await send(heartbeat(), { at })).status, 401);
  assert.equal((await chat()).open, false);
});
