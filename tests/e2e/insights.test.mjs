// insights.test.mjs - what visitors looked for, as staff see it in a real browser: pictures and tables that say the same, at both widths
// and themes, with keys alone, without scripts, in three languages, and as files.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { serveArticles, writePrinterHelp } from './own_service.mjs';
import { addStaffMember, openSignedIn, runDesk } from './staff_member.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-insights-'));
const data = join(work, 'data');
let service;
let browser;

const desk = (words) => runDesk(data, words);
const wrong = (troubles) => troubles.filter((one) => !one.startsWith(`request to another host: ${service.origin}/`));

const openAsStaff = (path, options) => openSignedIn(browser, service.origin, path, options);

// "Solved" of today, in three languages: what anybody's click below an answer counts, and the file has a second later.
async function countOutcomes() {
  for (const [lang, clicks] of [['en', 4], ['ko', 2], ['ja', 1]]) {
    for (let i = 0; i < clicks; i += 1) {
      const sent = await fetch(`${service.origin}/${lang}/outcomes`, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'outcome=solved' });
      assert.ok(sent.status < 400, `${sent.status}`);
    }
  }
  for (let tries = 0; JSON.parse(desk(['insights', '--format', 'json']).stdout).solved !== 7; tries += 1) assert.ok(tries < 1000);
}

before(async () => {
  writePrinterHelp(work, 'Plug it in.\n');
  service = await serveArticles(work, { options: ['--data', data] });
  browser = await launch();
  addStaffMember(data);
  await countOutcomes();
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

it('says the same in pictures, tables and files, and on a terminal', async () => {
  const { page, troubles, close } = await openAsStaff('/staff/insights?days=7');
  const outcomes = page.getByRole('region', { name: 'Solved, left, sent by day' });
  const picture = outcomes.getByRole('img', { name: 'Solved, left, sent by day' });
  assert.match(await picture.locator('desc').textContent(), /Said to be solved: 7\. Form opened and left: 0\. Request sent: 0\.$/);
  await outcomes.locator('summary').click();
  assert.equal(await outcomes.locator('tbody tr').count(), 7);
  assert.deepEqual(await outcomes.locator('tbody tr').first().locator('td').allInnerTexts(), ['7', '0', '0'], 'today comes first');
  const download = page.waitForEvent('download');
  await outcomes.getByRole('link', { name: /^Save as CSV ?: Solved, left, sent by day$/ }).click();
  const saved = readFileSync(await (await download).path(), 'utf8').replace(/^\uFEFF/, '');
  assert.equal(saved, desk(['insights', '--days', '7', '--table', 'outcomes', '--format', 'csv']).stdout);
  const languages = page.getByRole('region', { name: 'Searches by language' });
  assert.equal(await languages.locator('svg text').count(), 6);
  assert.deepEqual(wrong(troubles), []);
  await close();
});

it('draws a scale of round values, lines that lie within, and labels that stand apart', async () => {
  for (const width of [390, 1280]) {
    const { page, close } = await openAsStaff('/staff/insights?days=365', { width });
    const plots = page.locator('svg.plot-lines');
    assert.equal(await plots.count(), 3);
    for (let i = 0; i < 3; i += 1) {
      const { outside, overlapping, labels } = await plots.nth(i).evaluate((plot) => {
        const all = [...plot.querySelectorAll('text')].map((text) => text.getBoundingClientRect()).filter((box) => box.width > 0);
        const frame = plot.getBoundingClientRect();
        const isOutside = (box) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
        const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const lines = [...plot.querySelectorAll('polyline')].map((line) => line.getBoundingClientRect());
        return { outside: [...all, ...lines].filter(isOutside).length, overlapping: all.filter((a, n) => all.some((b, m) => n !== m && meet(a, b))).length, labels: all.length };
      });
      assert.equal(outside, 0, `${width}`);
      assert.equal(overlapping, 0, `${width}`);
      assert.ok(labels >= 5, `${labels}`);
    }
    await close();
  }
});

it('is chosen with keys alone', async () => {
  const { page, close } = await openAsStaff('/staff/insights');
  await page.locator('#show-keys').waitFor();
  await page.locator('#days').focus();
  await page.keyboard.type('Last 9');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ko');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/staff/insights?days=90&language=ko');
  assert.equal(await page.locator('[aria-current=page]').innerText(), 'Insights');
  const summary = page.locator('main summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('main table').first().isVisible());
  await close();
});

it('works without scripts, in the language of the browser', async () => {
  const { page, close } = await openAsStaff('/staff/insights', { javaScriptEnabled: false, locale: 'ko' });
  await page.selectOption('#days', '365');
  await page.locator('main form button').click();
  assert.equal(new URL(page.url()).search, '?days=365&language=');
  assert.equal(await page.locator('h1').innerText(), '이용 분석');
  await page.locator('main summary').first().click();
  assert.equal(await page.locator('main table').first().locator('tbody tr').count(), 365);
  await close();
});

it('is accessible at both widths, in both themes and all languages', async () => {
  for (const [width, theme, locale] of [[390, 'light', 'ko'], [390, 'dark', 'en'], [1280, 'light', 'en'], [1280, 'dark', 'ja']]) {
    const { page, troubles, close } = await openAsStaff('/staff/insights?days=30', { width, theme, locale });
    for (const summary of await page.locator('main summary').all()) await summary.click();
    assert.deepEqual(await violations(page), [], `${width} ${theme}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width}`);
    assert.deepEqual(wrong(troubles), []);
    await close();
  }
});

it('is for staff alone', async () => {
  for (const path of ['/staff/insights', '/staff/insights/all.json', '/staff/insights/days.csv']) {
    const answer = await fetch(service.origin + path, { redirect: 'manual' });
    assert.equal(answer.status, 303, path);
    assert.match(answer.headers.get('location'), /^\/staff\/sign-in/);
  }
});
