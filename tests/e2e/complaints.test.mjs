// complaints.test.mjs - what readers found wrong, from the form below an article to the page of staff that says where and whose it is:
// in a browser, without scripts, with keys alone, in three languages.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { serveArticles, writeArticles, writePrinterHelp } from './own_service.mjs';
import { addStaffMember, openSignedIn, runDesk } from './staff_member.mjs';

const SAID = '<img src=x onerror="document.title=1"> It jams at once.';
const work = mkdtempSync(join(tmpdir(), 'signpost-complaints-'));
const data = join(work, 'data');
let service;
let browser;

const openAsStaff = (path, options) => openSignedIn(browser, service.origin, path, options);
const complaints = (options = {}) => openAsStaff('/staff/complaints', options);

async function complain(fields) {
  const sent = await fetch(`${service.origin}/api/v1/feedback`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ lang: 'en', helpful: false, reason: 'wrong', ...fields }) });
  assert.equal(sent.status, 201, await sent.text());
}

before(async () => {
  writePrinterHelp(work, 'Plug it in.\n\n## Paper\n\n1. Open it.\n2. Put paper in.\n');
  writeArticles(work, { 'help/en/setup/scanner.md': '---\ntitle: Scan a page\nowner: "@scanning"\n---\nPut it on the glass.\n' });
  service = await serveArticles(work, { options: ['--data', data] });
  browser = await launch();
  addStaffMember(data);
  await complain({ id: 'printer', anchor: 'paper', comment: SAID });
  await complain({ id: 'scanner', reason: 'outdated' });
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

it('says what is wrong where, whose it is, and what ends it', async () => {
  const { page, troubles, close } = await complaints();
  const jam = page.locator('.staff-notes > li', { hasText: 'It jams at once' });
  assert.match(await jam.innerText(), /^F-1 It is wrong\n+Set up the printer › Paper\n/);
  assert.equal(await jam.locator('.staff-comments li').innerText(), SAID);
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.match(await jam.locator('code').first().innerText(), /printer\.md:\d+$/);
  assert.equal(await jam.locator('.staff-copied').innerText(), 'Fixes-Feedback: F-1');
  await jam.getByRole('link').click();
  await page.waitForURL('**/en/articles/printer#paper');
  assert.deepEqual(troubles.filter((one) => !one.startsWith('request to another host')), []);
  await close();
});

it('is narrowed with keys alone, and saved', async () => {
  const { page, close } = await complaints();
  await page.locator('#owner').focus();
  await page.keyboard.type('@scanning');
  await page.keyboard.press('Tab');
  while (!(await page.locator('.staff-find button').evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**owner=%40scanning**');
  assert.deepEqual(await page.locator('.staff-notes .staff-code').allInnerTexts(), ['F-2']);
  for (const format of ['csv', 'json']) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `Save as ${format.toUpperCase()}` }).click();
    const saved = readFileSync(await (await download).path(), 'utf8').replace(/^\uFEFF/, '');
    assert.equal(saved, runDesk(data, ['complaints', '--index', join(work, 'index'), '--owner', '@scanning', '--format', format]).stdout);
  }
  await close();
});

it('works without scripts', async () => {
  const { page, close } = await complaints({ javaScriptEnabled: false });
  await page.selectOption('#state', 'fixed');
  await page.locator('.staff-find button').click();
  assert.equal(await page.locator('.notice').innerText(), 'There is no such complaint.');
  await close();
});

it('is accessible at both widths, in both themes and all languages', async () => {
  for (const [width, theme, locale, title] of [[390, 'light', 'ko', '독자 의견'], [390, 'dark', 'en', 'Complaints'], [1280, 'light', 'en', 'Complaints'], [1280, 'dark', 'ja', '読者のご意見']]) {
    const { page, close } = await complaints({ width, theme, locale });
    assert.equal(await page.locator('h1').innerText(), title);
    assert.equal(await page.locator('.staff-bar [aria-current=page]').innerText(), title);
    assert.deepEqual(await violations(page), [], `${width} ${theme} ${locale}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width}: nothing is wider than the page`);
    await close();
  }
});
