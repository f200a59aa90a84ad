// contact.test.mjs - the contact page: in both themes, at both widths, in three languages, by the visitor's clocks, by the keyboard, and
// without scripts; and what is open changes while it is shown.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles } from './own_service.mjs';

const SECRET = `whsec_${Buffer.from('a key of twenty-four byte').toString('base64')}`;
const work = mkdtempSync(join(tmpdir(), 'signpost-contact-'));
let service;
let browser;

// Three days from now at 10:00 UTC, so that the telephone is closed and opens then.
const opens = new Date(Date.now() + 3 * 86_400_000);
opens.setUTCHours(10, 0, 0, 0);
const weekday = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][opens.getUTCDay()];

const SITE = `title: Help
languages: [en, ko, ja]
default_language: en
contact:
  - id: mail
    kind: email
    names: {en: Write to support, ko: 고객 지원에 메일 보내기}
    texts: {en: We answer within a day., ko: 하루 안에 답합니다., ja: 一日以内に返信します。}
    address: help@example.com
    hours: {daily: "00:00-24:00"}
    time_zone: Asia/Seoul
    languages: [en, ko]
  - id: phone
    kind: phone
    number: "+82 2 1234 5678"
    hours: {${weekday}: "19:00-20:00"}
    time_zone: Asia/Seoul
    products: [Printer]
  - id: chat
    kind: chat
    url: https://chat.example.com/
    presence: required
  - {id: form, kind: form}
`;

before(async () => {
  const write = (path, text) => {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
  };
  write('articles/site.yaml', SITE);
  for (const lang of ['en', 'ko', 'ja']) write(`articles/help/${lang}/setup/a.md`, '---\ntitle: Set it up\n---\nPlug it in.\n');
  write('secrets', `${SECRET}\n`);
  service = await serveArticles(work, { options: ['--webhook-secrets', join(work, 'secrets')] });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const open = (options) => openPage(browser, { baseURL: service.origin, ...options });
// Requests go to a service of this test's own.
const elsewhere = (troubles) => troubles.filter((one) => !one.includes(service.origin));

async function beat(values) {
  const body = JSON.stringify({ free: 1, waiting: 2, ttl_s: 60, ...values });
  const at = new Date();
  const id = `msg_${Math.random()}`;
  const headers = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at / 1000)), 'webhook-signature': new Webhook(SECRET).sign(id, at, body) };
  assert.equal((await fetch(`${service.origin}/api/v1/presence/chat`, { method: 'POST', headers, body })).status, 200);
}

for (const theme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    for (const lang of ['en', 'ko', 'ja']) {
      it(`${lang}, ${theme}, ${width} px`, async () => {
        const { page, troubles, close } = await open({ theme, width, locale: lang });
        await page.goto(`/${lang}/contact`, { waitUntil: 'load' });
        assert.equal(await page.locator('.channel').count(), 4);
        assert.deepEqual(await violations(page), []);
        const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(content <= screen, `the page is ${content} px wide on a screen of ${screen} px`);
        assert.deepEqual(elsewhere(troubles), []);
        await close();
      });
    }
  }
}

it('says when the telephone opens, by the clocks of the channel, without scripts', async () => {
  const { page, close } = await open({ javaScriptEnabled: false, timezoneId: 'America/New_York' });
  await page.goto('/en/contact');
  const phone = page.locator('#channel-phone');
  assert.match(await phone.locator('time').textContent(), /, 19:00 UTC\+9$/);
  assert.equal(new Date(await phone.locator('time').getAttribute('datetime')).getTime(), opens.getTime());
  assert.match(await phone.locator('.channel-when').textContent(), /Outside opening hours\. It opens on/);
  assert.equal(await phone.locator('a').count(), 0);
  assert.equal(await phone.locator('.channel-address').textContent(), '+82 2 1234 5678');
  assert.equal(await page.locator('#zone').isVisible(), false);
  assert.equal(await page.locator('#channel-mail a').getAttribute('href'), 'mailto:help@example.com');
  await close();
});

it('says it by the clocks of the visitor, with scripts', async () => {
  for (const [lang, timezoneId] of [['en', 'America/New_York'], ['ko', 'Europe/Berlin']]) {
    const { page, close } = await open({ timezoneId, locale: lang });
    await page.goto(`/${lang}/contact`);
    await page.locator('#zone').waitFor();
    assert.ok((await page.locator('#zone').textContent()).includes(timezoneId));
    const hour = new Intl.DateTimeFormat('en', { timeZone: timezoneId, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(opens);
    assert.ok((await page.locator('#channel-phone time').textContent()).includes(hour));
    await close();
  }
});

it('shows that somebody came and went, while it is shown', async () => {
  const { page, troubles, close } = await open();
  await page.clock.install();
  await page.goto('/en/contact');
  const chat = page.locator('#channel-chat');
  assert.equal(await chat.locator('a').count(), 0);
  await page.locator('#channel-mail a').focus();
  await beat();
  await page.clock.runFor(31_000);
  await chat.locator('a[href="https://chat.example.com/"]').waitFor();
  assert.match(await chat.locator('.channel-when').textContent(), /Lately 2 people were waiting\./);
  assert.equal(await page.evaluate(() => document.activeElement.closest('.channel').id), 'channel-mail');
  await beat({ free: 0 });
  await page.clock.runFor(31_000);
  await chat.getByText('Nobody is free at the moment.').waitFor();
  assert.equal(await chat.locator('a').count(), 0);
  assert.deepEqual(elsewhere(troubles), []);
  await close();
});

it('is reached and left by the keyboard alone', async () => {
  const { page, close } = await open();
  await page.goto('/en/articles/a');
  await page.locator('.bottom a[href="/en/contact"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/contact');
  await page.locator('h1').waitFor();
  const reached = [];
  for (let presses = 0; presses < 40 && !reached.includes('mailto:help@example.com'); ++presses) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement.getAttribute('href')));
  }
  assert.ok(reached.includes('/en/contact?product=Printer'));
  assert.ok(reached.includes('mailto:help@example.com'));
  await close();
});
