// mail.test.mjs - requests go to a mailbox: a real mail server takes them, over TLS and from who has signed in, and Python's library of
// mail reads them. What a visitor writes stays text.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DeliveringCentre, makeCertificate } from './help_desk.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const centre = new DeliveringCentre();
let mailServer;
let lines;
const delivery = (port, { ca = '    ca_file: server.pem\n', password = 'hidden' } = {}) => `deliveries:
  - id: mailbox
    mail: smtp://localhost:${port}
    user: desk
    password: ${password}
    from: 도움말 센터 <help@example.com>
    to: [desk@example.com, second@example.com]
    allow_networks: [127.0.0.0/8, "::1"]
${ca}`;
let port;

const next = async () => JSON.parse((await lines.next()).value);

before(async () => {
  makeCertificate(centre.work);
  // Debian's Python, which has the library.
  mailServer = spawn('/usr/bin/python3', [join(here, 'mail_server.py'), join(centre.work, 'server.pem'), join(centre.work, 'server.key')], { stdio: ['pipe', 'pipe', 'inherit'] });
  lines = createInterface({ input: mailServer.stdout })[Symbol.asyncIterator]();
  port = Number((await lines.next()).value);
  centre.save('deliveries.yaml', delivery(port));
  await centre.start();
});

after(() => {
  centre.stop();
  mailServer.kill();
});

const REQUEST = {
  message: '인쇄가 안 됩니다.\n.\n..dots\nFrom here on it is long: ' + '가나다라마바사 '.repeat(60),
  reply_to: 'ann@example.com',
  name: 'Ann "the" Ångström',
  packet: { tried: [{ id: 'printer', step: 2 }] },
};

it('a mail that is put off is the same one when it comes again', async () => {
  const code = await centre.send(REQUEST);
  const first = await next();
  const mail = await next();
  assert.equal(first.put_off, true);
  assert.deepEqual(mail.headers['Message-ID'], first.headers['Message-ID']);
  assert.match(mail.headers['Message-ID'][0], /^<msg_[0-9a-f]{32}@example\.com>$/);
  assert.equal(mail.tls, true);
  assert.equal(mail.from, 'help@example.com');
  assert.deepEqual(mail.to, ['desk@example.com', 'second@example.com']);
  assert.deepEqual(mail.defects, []);
  assert.deepEqual(mail.headers.From, ['도움말 센터 <help@example.com>']);
  assert.deepEqual(mail.headers['Reply-To'], ['"Ann \\"the\\" Ångström" <ann@example.com>']);
  assert.deepEqual(mail.headers.Subject, [`[${code}] 인쇄가 안 됩니다.…`]);
  assert.deepEqual(mail.headers['Auto-Submitted'], ['auto-generated']);
  const body = mail.body.replaceAll('\r\n', '\n');
  assert.ok(body.includes(`\n${REQUEST.message}\n`), body);
  assert.ok(body.startsWith(`https://help.example.com/en/requests/${code}\n`), body);
  assert.ok(body.includes('- https://help.example.com/articles/printer (2)\n'), body);
  await centre.untilOutbox((entries) => entries.length === 0);
});

it('who writes commands of mail into a request writes text', async () => {
  const hostile = 'x\r\n.\r\nMAIL FROM:<evil@example.com>\r\nBcc: all@example.com';
  await centre.send({ message: hostile, name: 'Ann =?UTF-8?B?QmNj?= <x@y>, all@example.com', reply_to: 'ann@example.com, all@example.com' });
  const mail = await next();
  assert.deepEqual(Object.keys(mail.headers), ['Date', 'From', 'To', 'Message-ID', 'Subject', 'Auto-Submitted', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding']);
  assert.ok(mail.body.replaceAll('\r\n', '\n').includes(hostile.replaceAll('\r\n', '\n')));
  await centre.send({ message: 'a', name: '\u202Eevil" <all@example.com>', reply_to: 'ann@example.com' });
  assert.match((await next()).headers['Reply-To'][0], / <ann@example\.com>$/);
});

it('a server whose certificate nobody vouches for gets nothing, nor one that knows no such password', async () => {
  for (const [wrong, why] of [[{ ca: '' }, /certificate/], [{ password: 'wrong' }, /denied|535|login/i]]) {
    centre.save('deliveries.yaml', delivery(port, wrong));
    await centre.service.kill();
    await centre.start();
    const code = await centre.send({ message: 'Nobody sees this.' });
    const [entry] = (await centre.untilOutbox((entries) => entries.some((one) => one.code === code && one.attempts > 0))).filter((one) => one.code === code);
    assert.match(entry.last_failure, why);
    assert.ok(!entry.last_failure.includes('example.com'));
    centre.desk('forget', code);
  }
});
