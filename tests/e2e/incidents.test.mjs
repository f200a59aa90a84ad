// incidents.test.mjs - what readers see of an incident: a banner that is read out and that the keyboard reaches, on the pages that it
// concerns, in place where a search changes, in both themes, at both widths, in their language, and without scripts; and its page.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-incidents-'));
let service;
let browser;

const INCIDENT = `---
title: Printing stops after the first page
component: Printer
status: identified
started: 2026-11-01 08:40 UTC
queries: [printing stops]
---
Only the first page comes out.

## 2026-11-01 09:25 UTC - Identified: the new driver

Use the driver before it.

### How to go back

1. Open the settings.

## 2026-11-01 08:50 UTC - Investigating

We are looking into it.
`;
const KOREAN = `---
title: 첫 페이지만 인쇄됩니다
queries: [인쇄 멈춤]
---
## 2026-11-01 08:50 UTC - 조사 중

원인을 찾고 있습니다.
`;

before(async () => {
  const write = (path, text) => {
    mkdirSync(dirname(join(work, 'articles', path)), { recursive: true });
    writeFileSync(join(work, 'articles', path), text);
  };
  write('site.yaml', 'title: Help\nlanguages: [en, ko]\ndefault_language: en\ncategories: [{id: setup, names: {en: Setup, ko: 설치}}]\nanswers: {threshold: 0.01}\n');
  for (const lang of ['en', 'ko']) {
    write(`help/${lang}/setup/printer.md`, '---\ntitle: Set up the printer\nproduct: Printer\n---\nPlug it in.\n');
    write(`help/${lang}/setup/other.md`, '---\ntitle: Set up the rest\n---\nPlug it in.\n');
  }
  write('incidents/en/printing-stops.md', INCIDENT);
  write('incidents/ko/printing-stops.md', KOREAN);
  service = await serveArticles(work, { options: ['--data', join(work, 'data')] });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const open = (options) => openPage(browser, { baseURL: service.origin, ...options });
const banner = (page) => page.locator('.incidents');
// A page of this service is no other host to it.
const real = (troubles) => troubles.filter((one) => !one.includes(service.origin));

const PAGES = ['', 'articles/printer', 'incidents', 'incidents/printing-stops'];

for (const theme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    it(`${theme}, ${width} px`, async () => {
      const { page, troubles, close } = await open({ theme, width });
      for (const lang of ['en', 'ko']) {
        for (const path of [...PAGES.map((one) => `/${lang}/${one}`), `/search?q=printing+stops&lang=${lang}`]) {
          await page.goto(path, { waitUntil: 'load' });
          assert.deepEqual(await violations(page), [], path);
          const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
          assert.ok(content <= screen, `${path} is ${content} px wide on a screen of ${screen} px`);
        }
      }
      assert.deepEqual(real(troubles), []);
      await close();
    });
  }
}

it('tells those whom it concerns, with the keyboard too', async () => {
  const { page, close } = await open();
  for (const [path, told] of [['/en/', 1], ['/en/articles/printer', 1], ['/en/articles/other', 0], ['/en/categories/setup', 0]]) {
    await page.goto(path);
    assert.equal(await page.locator('.incident').count(), told, path);
  }
  await page.goto('/en/articles/printer');
  assert.equal(await banner(page).getAttribute('role'), 'status');
  const link = banner(page).getByRole('link', { name: 'Printing stops after the first page' });
  for (let i = 0; i < 20 && !(await link.evaluate((one) => one === document.activeElement)); i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/incidents/printing-stops');
  assert.equal(await page.locator('.history > ol > li').count(), 2);
  assert.match(await page.locator('.history > ol > li').first().innerText(), /^Identified\s+the new driver/);
  assert.equal(await banner(page).count(), 0);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Known incidents' }).click();
  await page.waitForURL('**/en/incidents');
  await close();
});

it('comes and goes where a search changes in place', async () => {
  const { page, close } = await open();
  await page.goto('/search?q=printer&lang=en');
  assert.equal(await page.locator('.incident').count(), 0);
  await page.fill('#\\~q', 'printing stops');
  await page.locator('.incident').waitFor();
  const inPlace = await banner(page).evaluate((one) => one.outerHTML);
  await page.reload();
  assert.equal(await banner(page).evaluate((one) => one.outerHTML), inPlace);
  await page.fill('#\\~q', 'rest');
  await page.locator('.incident').waitFor({ state: 'detached' });
  assert.equal(await banner(page).getAttribute('role'), 'status');
  await close();
});

for (const javaScriptEnabled of [true, false]) {
  it(`is read before the answer, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    const { page, close } = await open({ javaScriptEnabled, width: 390 });
    const comesFirst = () => page.evaluate(() => {
      const [told, answer] = [document.querySelector('.incident a'), document.querySelector('.quote, #\\~now > p')];
      return Boolean(told.compareDocumentPosition(answer) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    for (const path of ['/search?q=how+to+set+up+the+printer+when+printing+stops&lang=en', '/en/ask?q=how+to+set+up+the+printer+when+printing+stops']) {
      await page.goto(path);
      assert.ok(await page.locator('.incident').count(), path);
      assert.equal(await page.locator('.quote').count(), 1, path);
      assert.ok(await comesFirst(), path);
    }
    // Whoever goes on from the newest turn hears of it there.
    await page.goto('/en/ask?q=printing+stops&not=printer%23#~now');
    assert.equal(await page.evaluate(() => document.activeElement.id), '~now');
    assert.equal(await page.locator('#\\~now .incident').count(), 1);
    assert.equal(await page.locator('.incident').count(), 1);
    assert.ok(await comesFirst());
    if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.incident') !== null), true);
    await close();
  });
}

it('is in the language of the reader, and what is not yet says so', async () => {
  const { page, close } = await open({ locale: 'ko', javaScriptEnabled: false });
  await page.goto('/');
  assert.match(await banner(page).innerText(), /원인 확인\s+첫 페이지만 인쇄됩니다/);
  await banner(page).getByRole('link').click();
  const updates = page.locator('.history > ol > li');
  assert.match(await updates.nth(0).innerText(), /영어/);
  assert.equal(await updates.nth(0).locator('.prose').getAttribute('lang'), 'en');
  assert.match(await updates.nth(1).innerText(), /조사 중[\s\S]*원인을 찾고 있습니다/);
  await close();
});

it('goes along with a request to people who saw it', async () => {
  for (const search of [
    (page) => page.goto('/search?q=printing+stops'),
    async (page) => {
      await page.goto('/search?q=set+up');
      await page.fill('#\\~q', 'printing stops');
      await page.press('#\\~q', 'Enter');
      await page.locator('.incident').waitFor();
    },
  ]) {
    const { page, close } = await open();
    await page.goto('/search?q=set+up');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Write to us' }).click();
    await page.waitForURL('**/requests/new**');
    assert.equal(await page.locator('[name="packet.incidents"]').count(), 0, 'nothing was shown yet');
    await search(page);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Write to us' }).click();
    const line = page.locator('#packet li', { has: page.locator('[name="packet.incidents"]') });
    assert.match(await line.textContent(), /Printing stops after the first page/);
    assert.equal(await line.locator('input').getAttribute('value'), 'printing-stops');
    await close();
  }
});

it('has a feed that a page leads to', async () => {
  const { page, close } = await open();
  await page.goto('/en/');
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  const answer = await page.request.get(feed);
  assert.match(answer.headers()['content-type'], /^application\/atom\+xml/);
  await page.goto('about:blank'); // pages of the service let no script parse text
  const shown = await page.evaluate(async (text) => {
    const atom = new DOMParser().parseFromString(text, 'application/xml');
    return [atom.querySelector('parsererror') === null, atom.querySelectorAll('feed > entry').length];
  }, await answer.text());
  assert.deepEqual(shown, [true, 2]);
  await close();
});
