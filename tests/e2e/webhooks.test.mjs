// webhooks.test.mjs - requests go to a help desk as Standard Webhooks, which its own library verifies: whatever becomes of the receiver
// or of the service, nothing is lost, and what comes twice has the same id.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { DeliveringCentre, INCOMING_SECRET, NEXT_SECRET, Receiver, SECRET, makeCertificate } from './help_desk.mjs';

const MINUTE = 60;
const centre = new DeliveringCentre();
let broken = false; // the path /desk answers 500
const receiver = new Receiver((request, response, nth) => {
  const once = nth === 0;
  if (request.url === '/slow') return setTimeout(() => response.end(), 1500);
  if ((request.url === '/500' && once) || (request.url === '/desk' && broken)) return response.writeHead(500).end('ann@example.com');
  if (request.url === '/early' && once) return request.socket.destroy();
  if (request.url === '/half' && once) {
    response.writeHead(200, { 'content-length': 10 });
    response.write('half');
    return request.socket.destroySoon();
  }
  if (request.url === '/moved') return response.writeHead(302, { location: '/elsewhere' }).end();
  return response.end();
});
let port;

const delivery = (id, { path = `/${id}`, secrets = [SECRET], networks = '[127.0.0.0/8]', events = '' } = {}) => `  - id: ${id}
    webhook: http://127.0.0.1:${port}${path}
    secrets: [${secrets.join(', ')}]
    allow_networks: ${networks}
${events}`;
const save = (...deliveries) => centre.save('deliveries.yaml', deliveries.length ? `deliveries:\n${deliveries.join('')}` : 'deliveries: []\n');

before(async () => {
  port = await receiver.listen();
  save(delivery('desk'));
  await centre.start();
});

after(async () => {
  centre.stop();
  await receiver.close();
});

const verified = ({ headers, body }, secret = SECRET) => new Webhook(secret).verify(body, headers);
const idsAt = (path) => receiver.at(path).map(({ headers }) => headers['webhook-id']);
const REQUEST = {
  message: '인쇄가 안 돼요 "quoted" \u{1F937}\nsecond line',
  reply_to: 'ann@example.com',
  name: 'Ann',
  lang: 'en',
  packet: { questions: ['how do I print?'], tried: [{ id: 'printer', anchor: '', step: 2 }] },
};

it('the library of Standard Webhooks verifies what arrives, a CloudEvent with all that was shown', async () => {
  const code = await centre.send(REQUEST);
  await receiver.until(() => receiver.got.length === 1);
  const [sent] = receiver.got;
  assert.equal(sent.headers['content-type'], 'application/cloudevents+json; charset=utf-8');
  const event = verified(sent);
  assert.equal(event.specversion, '1.0');
  assert.equal(event.id, sent.headers['webhook-id']);
  assert.equal(event.type, 'request.received');
  assert.equal(event.source, 'https://help.example.com');
  assert.equal(event.subject, code);
  assert.ok(Math.abs(Date.parse(event.time) - Date.now()) < 10 * MINUTE * 1000);
  assert.equal(event.data.message, REQUEST.message);
  assert.equal(event.data.url, `https://help.example.com/en/requests/${code}`);
  assert.deepEqual(event.data.packet.questions, REQUEST.packet.questions);
  assert.match(event.data.text, /https:\/\/help\.example\.com\/articles\/printer \(2\)/);
  await centre.untilOutbox((entries) => entries.length === 0);
});

it('an altered body, an old message and another secret are refused by it', () => {
  const [sent] = receiver.got;
  assert.throws(() => verified({ ...sent, body: sent.body.replace('ann@', 'bob@') }), /signature/i);
  assert.throws(() => verified(sent, NEXT_SECRET), /signature/i);
  const old = new Date(Date.now() - 6 * MINUTE * 1000);
  const signature = new Webhook(SECRET).sign(sent.headers['webhook-id'], old, sent.body);
  const stale = { ...sent.headers, 'webhook-timestamp': String(Math.floor(old / 1000)), 'webhook-signature': signature };
  assert.throws(() => verified({ headers: stale, body: sent.body }), /old/i);
});

it('a help desk says that it has answered, and others hear of it', async () => {
  const [{ body: first }] = receiver.got;
  const { subject: code } = JSON.parse(first);
  const body = JSON.stringify({ state: 'answered' });
  const at = new Date();
  const headers = {
    'content-type': 'application/json',
    'webhook-id': 'msg_from_the_desk',
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(INCOMING_SECRET).sign('msg_from_the_desk', at, body),
  };
  const changed = await fetch(`${centre.service.origin}/api/v1/requests/${code}/state`, { method: 'POST', headers, body });
  assert.equal(changed.status, 200);
  assert.equal((await changed.json()).state, 'answered');
  await receiver.until(() => receiver.got.length === 2);
  const event = verified(receiver.got[1]);
  assert.deepEqual([event.type, event.subject, event.data.state], ['request.state_changed', code, 'answered']);
  // A state that signpost-desk sets is told by the service too.
  centre.desk('state', code, 'closed');
  await receiver.until(() => receiver.got.length === 3);
  assert.equal(verified(receiver.got[2]).data.state, 'closed');
});

it('secrets are exchanged without a restart: both sign meanwhile', async () => {
  save(delivery('desk', { secrets: [NEXT_SECRET, SECRET] }));
  centre.service.reload();
  let last;
  do {
    const before = receiver.got.length;
    await centre.send({ message: 'Which secret?' });
    await receiver.until(() => receiver.got.length > before);
    last = receiver.got.at(-1);
  } while (!last.headers['webhook-signature'].includes(' '));
  verified(last, SECRET);
  verified(last, NEXT_SECRET);
  await centre.untilOutbox((entries) => entries.length === 0);
});

it('a fault in the file is refused as a whole when it is read again', async () => {
  centre.save('deliveries.yaml', 'deliveries:\n  - id: desk\n');
  centre.service.reload();
  const before = receiver.got.length;
  await centre.send({ message: 'Still there?' });
  await receiver.until(() => receiver.got.length > before);
  // What has arrived and is not noted yet would stay in the outbox for a delivery that the next test takes away.
  await centre.untilOutbox((entries) => entries.length === 0);
});

it('slow, broken once, closing early, cut off: each gets it, with the same id; a redirect and a private network do not', async () => {
  const kinds = ['slow', '500', 'early', 'half'];
  const events = '    events: request.received\n';
  save(...kinds.map((id) => delivery(id, { events })), delivery('moved', { events }), delivery('hidden', { networks: '[10.0.0.0/8]', events }));
  await centre.service.kill();
  await centre.start();
  const code = await centre.send(REQUEST);
  await receiver.until(() => receiver.at('/slow').length === 1 && ['/500', '/early', '/half'].every((path) => receiver.at(path).length === 2));
  for (const path of ['/500', '/early', '/half']) {
    const [first, second] = idsAt(path);
    assert.equal(first, second, path);
    assert.equal(verified(receiver.at(path)[1]).subject, code);
  }
  const left = await centre.untilOutbox((entries) => entries.length === 2 && entries.every(({ attempts }) => attempts > 0));
  assert.match(left.find(({ delivery: id }) => id === 'moved').last_failure, /answered 302, and redirects are not followed/);
  assert.match(left.find(({ delivery: id }) => id === 'hidden').last_failure, /may not be reached/);
  assert.equal(receiver.at('/elsewhere').length, 0);
  assert.equal(receiver.at('/hidden').length, 0);
});

it('a receiver that is away for a while, and a service that is killed meanwhile: all of it arrives, in order for each request', async () => {
  save(delivery('desk'));
  centre.service.reload();
  await centre.service.kill();
  broken = true;
  const from = receiver.got.length;
  await centre.start();
  const codes = [];
  for (let i = 0; i < 10; ++i) codes.push(await centre.send({ message: `request ${i}` }));
  centre.desk('state', codes[0], 'passed_on');
  centre.desk('state', codes[0], 'closed');
  await receiver.until(() => receiver.got.length > from);
  await receiver.close();
  await centre.service.kill();
  const again = new Receiver();
  await again.listen(port);
  broken = false;
  await centre.start();
  const states = (code) => again.got.map(({ body }) => JSON.parse(body)).filter(({ subject }) => subject === code).map(({ data }) => data.state);
  await again.until(() => codes.every((code) => states(code).length > 0) && states(codes[0]).length === 3);
  assert.deepEqual(states(codes[0]), ['received', 'passed_on', 'closed']);
  await centre.untilOutbox((entries) => entries.every(({ delivery: id }) => id !== 'desk'));
  const ids = again.got.map(({ headers }) => headers['webhook-id']);
  assert.equal(new Set(ids).size, ids.length);
  await again.close();
  port = await receiver.listen(port);
});

it('over TLS only to who is vouched for', async () => {
  makeCertificate(centre.work);
  const secure = createServer({ key: readFileSync(join(centre.work, 'server.key')), cert: readFileSync(join(centre.work, 'server.pem')) }, receiver.server.listeners('request')[0]);
  await new Promise((resolve) => { secure.listen(0, '127.0.0.1', resolve); });
  const url = `https://localhost:${secure.address().port}`;
  const over = (id, more) => `  - {id: ${id}, webhook: "${url}/${id}", secrets: ["${SECRET}"], allow_networks: [127.0.0.0/8], events: request.received${more}}\n`;
  save(over('known', ', ca_file: server.pem'), over('stranger', ''));
  await centre.service.kill();
  await centre.start();
  const code = await centre.send(REQUEST);
  await receiver.until(() => receiver.at('/known').length === 1);
  assert.equal(verified(receiver.at('/known')[0]).subject, code);
  const [left] = (await centre.untilOutbox((entries) => entries.some((one) => one.delivery === 'stranger' && one.attempts > 0))).filter(({ delivery: id }) => id === 'stranger');
  assert.match(left.last_failure, /certificate/);
  assert.equal(receiver.at('/stranger').length, 0);
  secure.closeAllConnections?.();
  secure.close();
  save(delivery('desk'));
  await centre.service.kill();
  await centre.start();
});

// Between the answer of the receiver and the note of it in the file, over and over.
it('killed at any moment: nothing is lost, and what comes twice has its id', async () => {
  const from = receiver.got.length;
  const codes = [];
  for (let round = 0; round < 5; ++round) {
    const wanted = receiver.got.length + 1 + round % 3;
    for (let i = 0; i < 4; ++i) codes.push(await centre.send({ message: `round ${round}` }));
    await receiver.until(() => receiver.got.length >= wanted);
    await centre.service.kill();
    await centre.start();
  }
  const events = () => receiver.got.slice(from).map(({ headers, body }) => [headers['webhook-id'], JSON.parse(body)]);
  await receiver.until(() => codes.every((code) => events().some(([, { subject }]) => subject === code)));
  await centre.untilOutbox((entries) => entries.every(({ delivery: id }) => id !== 'desk'));
  for (const code of codes) {
    const ids = new Set(events().filter(([, { subject }]) => subject === code).map(([id]) => id));
    assert.equal(ids.size, 1, code);
  }
});
