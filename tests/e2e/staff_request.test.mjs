// staff_request.test.mjs - one request on the staff pages, with a real service, a real mail server and a help desk that listens: what fits,
// "send this answer" up to the customer's mailbox and page, like requests, gaps, complaints, merging, and who did what; in a browser, without
// scripts, with keys alone, in three languages.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { DeliveringCentre, makeCertificate, Receiver, SECRET } from './help_desk.mjs';
import { addStaffMember, openSignedIn } from './staff_member.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const HOSTILE = '<img src=x onerror="document.title=1">\u202E';
const centre = new DeliveringCentre();
const desk = new Receiver();
let mailServer;
let mails;
let browser;

const nextMail = async () => JSON.parse((await mails.next()).value);
const told = (type) => desk.got.map(({ body }) => JSON.parse(body)).filter((event) => event.type === type);
const data = join(centre.work, 'data');
const request = (code, options) => openSignedIn(browser, centre.service.origin, `/staff/requests/${code}`, options);
const send = (message, more = {}) => centre.send({ message, lang: 'en', ...more });
// The page that its sender has, as its text.
async function customerSees(code, lang = 'en') {
  const { page, close } = await openPage(browser, { baseURL: centre.service.origin, width: 390 });
  await page.goto(`/${lang}/requests/${code}`);
  assert.deepEqual(await violations(page), []);
  const text = await page.locator('main').innerText();
  await close();
  return text;
}

before(async () => {
  makeCertificate(centre.work);
  mailServer = spawn('/usr/bin/python3', [join(here, 'mail_server.py'), join(centre.work, 'server.pem'), join(centre.work, 'server.key')], { stdio: ['pipe', 'pipe', 'inherit'] });
  mails = createInterface({ input: mailServer.stdout })[Symbol.asyncIterator]();
  const mailPort = Number((await mails.next()).value);
  const deskPort = await desk.listen();
  centre.save('deliveries.yaml', `deliveries:
  - id: customers
    mail: smtp://localhost:${mailPort}
    user: desk
    password: hidden
    from: Help <help@example.com>
    to: customer
    allow_networks: [127.0.0.0/8, "::1"]
    ca_file: server.pem
  - id: desk
    webhook: http://127.0.0.1:${deskPort}/events
    secrets: ${SECRET}
    allow_networks: 127.0.0.0/8
`);
  const help = join(centre.work, 'articles/help');
  for (const lang of ['ko', 'ja']) mkdirSync(join(help, lang, 'setup'), { recursive: true });
  writeFileSync(join(help, 'en/setup/jam.md'), '# Clear a paper jam\n\nTurn the printer off.\n\n## Behind the rear door\n\nOpen the rear door and pull the paper out slowly.\n');
  writeFileSync(join(help, 'ko/setup/jam.md'), '# 걸린 용지 빼기\n\n프린터를 끕니다.\n\n## 뒷문 안쪽 {#behind-the-rear-door}\n\n뒷문을 열고 용지를 천천히 뺍니다.\n');
  writeFileSync(join(help, 'ja/setup/jam.md'), '# 紙詰まりを直す\n\nプリンターの電源を切ります。\n');
  await centre.start();
  browser = await launch();
  addStaffMember(data);
});
after(async () => {
  await browser?.close();
  centre.stop();
  mailServer?.kill();
  await desk.close();
});

it('sends an answer with its source, once, to the mailbox and the page of who asked, and to the help desk', async () => {
  const code = await send(`How do I clear a paper jam behind the rear door? ${HOSTILE}`, { reply_to: 'ann@example.com', name: 'Ann', packet: { questions: ['paper jam rear door'] } });
  const { page, troubles, close } = await request(code);
  await page.locator('.staff-lines a', { hasText: 'Clear a paper jam' }).first().waitFor();
  await page.getByRole('link', { name: /Quote it\s*: Clear a paper jam/ }).first().click();
  await page.waitForURL('**?quote=**#answer');
  assert.match(await page.inputValue('#answer-text'), /\n\nClear a paper jam\nhttps:\/\/help\.example\.com\/en\/articles\/jam/);
  assert.equal(await page.locator('#answer-way').innerText(), 'It goes by mail to ann@example.com');
  await page.fill('#answer-text', `Open the rear door.\n${HOSTILE}`);
  const sent = page.waitForRequest((one) => one.method() === 'POST');
  await page.getByRole('button', { name: 'Send this answer' }).click();
  const body = (await sent).postData();
  await page.waitForURL(`**/staff/requests/${code}#answers`);
  assert.match(await page.locator('#answers .staff-message').innerText(), /^Open the rear door\./);
  assert.equal(await page.locator('.page-head .badge').innerText(), 'Answered');
  // The same form once more, as a browser sends it again.
  const again = await page.request.post(`/staff/requests/${code}/answer`, { data: body, headers: { 'content-type': 'application/x-www-form-urlencoded' }, maxRedirects: 0 });
  assert.equal(again.status(), 303);
  await page.reload();
  assert.equal(await page.locator('#answers .staff-message').count(), 1);
  assert.deepEqual(troubles.filter((one) => !one.startsWith('request to another host')), []);
  await close();

  const late = await nextMail(); // which this server puts off
  const mail = await nextMail();
  assert.equal(late.put_off, true);
  assert.deepEqual(mail.to, ['ann@example.com']);
  assert.deepEqual(mail.headers['Message-ID'], late.headers['Message-ID']);
  assert.match(mail.headers.Subject[0], new RegExp(`^Re: \\[${code}\\] How do I clear`));
  assert.equal(mail.headers['Auto-Submitted'], undefined);
  assert.deepEqual(mail.defects, []);
  assert.match(mail.body.replaceAll('\r\n', '\n'), new RegExp(`^Open the rear door\\.\n[^]*\n-- \nhttps://help\\.example\\.com/en/requests/${code}\n$`));
  await desk.until(() => told('request.answered').length > 0);
  const [event] = told('request.answered');
  assert.equal(event.data.answer.author, 'lee');
  assert.equal(event.data.answer.source.id, 'jam');
  assert.match(event.data.answer.text, /^Open the rear door\./);
  await centre.untilOutbox((entries) => entries.length === 0);
  assert.equal(told('request.answered').length, 1);
});

it('lets its sender say that it did not help, without scripts, and then waits again', async () => {
  const code = await send('The tray squeaks.');
  const staff = await request(code, { javaScriptEnabled: false });
  assert.equal(await staff.page.locator('#answer-way').innerText(), 'No mail goes out. Whoever has the code reads it on the page of the request.');
  await staff.page.fill('#answer-text', 'Oil it.');
  await staff.page.getByRole('button', { name: 'Send this answer' }).click();
  await staff.page.waitForURL('**#answers');
  const { page, close } = await openPage(browser, { baseURL: centre.service.origin, javaScriptEnabled: false });
  await page.goto(`/en/requests/${code}`);
  assert.equal(await page.locator('.request-answer').innerText(), 'Oil it.');
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.locator('main', { hasText: 'You said that it did not help' }).waitFor();
  assert.equal(await page.locator('.page-head .badge').innerText(), 'Received');
  await close();
  await staff.page.reload();
  assert.match(await staff.page.locator('#answers').innerText(), /It did not help/);
  await staff.close();
});

it('is given to somebody, and goes on in another, with keys alone', async () => {
  const other = await send('The scanner hums all night long.');
  const code = await send('My scanner hums all night.');
  const { page, close } = await request(code);
  await page.locator('#assignee').focus();
  await page.keyboard.type('lee');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.page-head', { hasText: 'Assigned to lee' }).waitFor();
  assert.deepEqual(await page.locator('section[aria-labelledby=like-heading] .staff-code').allInnerTexts(), [other]);
  await page.locator('#into').focus();
  await page.keyboard.type('nothing');
  await page.keyboard.press('Enter');
  await page.locator('#merge-error').waitFor();
  await page.locator('#into').focus();
  await page.keyboard.type(other.toLowerCase());
  await page.keyboard.press('Enter');
  await page.locator('.notice', { hasText: other }).waitFor();
  assert.equal(await page.locator('#answer-text').count(), 0);
  await close();
  await desk.until(() => told('request.merged').length > 0);
  assert.equal(told('request.merged')[0].data.merged_into, other);
  assert.equal(told('request.assigned')[0].data.assignee, 'lee');
  centre.desk('state', other, 'passed_on');
  const seen = await customerSees(code);
  assert.match(seen, /Passed on/);
  assert.ok(!seen.includes(other) && !seen.includes('all night long'), seen);
  centre.desk('unmerge', code);
  assert.match(await customerSees(code), /Received/);
});

it('leads to a gap with what was sent as evidence, and to a complaint that is masked', async () => {
  const code = await send('Where is the warranty card? My number is 010-1234-5678.', { packet: { questions: ['warranty card'], read: [{ id: 'jam', anchor: '' }] } });
  const { page, close } = await request(code);
  await page.fill('#answer-text', 'It lies in the box.');
  await page.getByRole('button', { name: 'Send this answer' }).click();
  await page.waitForURL('**#answers');
  await page.getByRole('button', { name: 'An article is missing' }).click();
  await page.waitForURL('**#articles');
  await page.locator('summary', { hasText: 'An article is wrong' }).click();
  await page.selectOption('#reason', 'incomplete');
  await page.fill('#comment', 'Ask ann@example.com about the warranty.');
  await page.getByRole('button', { name: 'Add the complaint' }).click();
  await page.locator('#articles .staff-code', { hasText: 'F-1' }).waitFor();
  assert.deepEqual(await page.locator('#articles .staff-code').allInnerTexts(), ['G-1', 'F-1']);
  await page.getByRole('link', { name: 'G-1' }).click();
  await page.waitForURL('**/staff/gaps/G-1');
  const gap = await page.locator('main').innerText();
  assert.ok(gap.includes(code) && !gap.includes('010-1234'), gap);
  await close();
  const [complaint] = JSON.parse(centre.desk('complaints', '--format', 'json'));
  assert.deepEqual(complaint.comments, ['Ask [e-mail] about the warranty.']);
  const listed = centre.desk('gap', 'show', 'G-1');
  assert.match(listed, new RegExp(`found in request ${code}`));
});

it('says who did what, without a word of customers, and as a file', async () => {
  const { page, close } = await openSignedIn(browser, centre.service.origin, '/staff/audit');
  await page.selectOption('#kind', 'changed');
  await page.locator('.staff-find button').click();
  await page.waitForURL('**kind=changed**');
  const text = await page.locator('.staff-audit').innerText();
  assert.match(text, /lee\s+changed: answer/);
  assert.match(text, /signpost-desk \(.+\)\s+changed: state/);
  for (const word of ['rear door', 'Oil it', 'ann@example.com', 'scanner']) assert.ok(!text.includes(word), word);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as CSV' }).click();
  await (await download).path();
  await close();
  assert.match(centre.desk('audit', '--kind', 'exported'), /lee +exported +audit +audit\.csv/);
});

it('is accessible at both widths, in both themes and all languages', async () => {
  const code = await send('뒷문 안쪽에 걸린 용지를 어떻게 빼나요?', { lang: 'ko', reply_to: 'kim@example.com', packet: { questions: ['용지 걸림'], read: [{ id: 'jam', anchor: '' }] } });
  await send('뒷문 안쪽에 용지가 걸렸어요. 어떻게 빼나요?', { lang: 'ko' });
  for (const [width, theme, locale, heading] of [[390, 'light', 'ko', '맞는 내용'], [390, 'dark', 'en', 'What fits'], [1280, 'light', 'en', 'What fits'], [1280, 'dark', 'ja', '合いそうなもの']]) {
    const { page, close } = await request(code, { width, theme, locale });
    assert.equal(await page.locator('#fits-heading').innerText(), heading);
    assert.ok(await page.locator('a[href^="/ko/articles/jam"]').count() > 0, 'in the language of the request');
    await page.locator('main summary').first().click();
    for (const path of ['', '/staff/audit']) {
      if (path) await page.goto(path);
      assert.deepEqual(await violations(page), [], `${width} ${theme} ${locale} ${path}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} ${path}: nothing is wider than the page`);
    }
    await close();
  }
});
