// gaps.test.mjs - from searches that find nothing to an article that visitors prove, with a real service that counts them, and the pages
// of it for staff: in a browser, without scripts, with keys alone, in three languages.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { serveArticles, writeArticles, writePrinterHelp } from './own_service.mjs';
import { addStaffMember, openSignedIn, runDesk } from './staff_member.mjs';

const TYPED = '<img src=x onerror="document.title=1">\u202Eteapot';
const HOSTILE = TYPED.replace('\u202E', ''); // as it is counted
const work = mkdtempSync(join(tmpdir(), 'signpost-gaps-'));
const data = join(work, 'data');
let service;
let browser;
let visitors = 0;

const run = (program, words) => spawnSync(program, words, { encoding: 'utf8' });
const desk = (...words) => runDesk(data, words);
const gaps = () => JSON.parse(desk('gaps', '--state', 'all', '--format', 'json').stdout);
const counted = () => JSON.parse(desk('insights', '--days', '7', '--format', 'json').stdout).searches;

async function until(what, holds) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    if (await holds()) return;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  assert.fail(`${what}: ${desk('gaps', '--state', 'all').stdout}`);
}

// Each is another visit: another program at the same address.
async function search(q, { times = 1, opens } = {}) {
  const before = counted();
  for (let i = 0; i < times; i += 1) {
    const headers = { 'user-agent': `visitor ${visitors += 1}` };
    const found = await fetch(`${service.origin}/api/v1/search?${new URLSearchParams({ q, lang: 'en' })}`, { headers });
    assert.equal(found.status, 200);
    if (!opens) continue;
    const body = JSON.stringify({ kind: 'click', q, id: opens, lang: 'en', position: 1 });
    const clicked = await fetch(`${service.origin}/api/v1/events?lang=en`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
    assert.equal(clicked.status, 204, await clicked.text());
  }
  await until('the searches are counted', () => counted() >= before + times);
}

// The service looks for gaps whenever it opens a generation.
async function becomes(state) {
  service.reload();
  await until(state, () => gaps().some((gap) => gap.examples?.includes('warranty') && gap.state === state));
}

function publish(files) {
  writeArticles(work, files);
  const indexed = run(process.env.SIGNPOST_INDEX_PROGRAM, ['--source', join(work, 'articles'), '--output', join(work, 'index')]);
  assert.ok(indexed.status <= 1, indexed.stderr);
}

const openAsStaff = (path, options) => openSignedIn(browser, service.origin, path, options);

before(async () => {
  writePrinterHelp(work, 'Plug it in.\n\n## Paper\n\n1. Open it.\n2. Put paper in.\n');
  service = await serveArticles(work, { options: ['--data', data] });
  browser = await launch();
  addStaffMember(data);
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

it('closes with the proof of visitors, and opens again when it fails again', async () => {
  await search('warranty claim', { times: 5 });
  await search('claim warranty', { times: 2 });
  await search('what is a warrantty claim', { times: 1 });
  await search(TYPED, { times: 6 });
  await becomes('open');
  const [gap] = gaps();
  assert.deepEqual([gap.visits_lost, gap.queries, gap.examples], [8, 3, 'warranty claim'], 'what fewer than five asked is no text');

  const begun = desk('gap', 'new-article', gap.gap);
  assert.match(begun.stdout, /^---\ntitle: "warranty claim"\nlang: en\n/);
  publish({ 'help/en/setup/warranty.md': `${begun.stdout}Send us the receipt of your warranty claim.\n` });
  await becomes('answered');
  await search('warranty claim', { times: 4, opens: 'warranty' });
  await becomes('answered');
  await search('warranty claim', { times: 1, opens: 'warranty' });
  await becomes('closed');
  assert.equal(gaps().find(({ state }) => state === 'closed').proof, 'warranty');

  const golden = join(work, 'queries.yaml');
  writeArticles(work, { '../queries.yaml': desk('gaps', '--golden').stdout });
  assert.match(readFileSync(golden, 'utf8'), /q: "warranty claim", lang: en, expect: \["warranty"\], top: 3/);

  publish({ 'help/en/setup/warranty.md': '---\ntitle: Something else\nid: warranty\n---\nOf another kind.\n' });
  await becomes('closed');
  await search('warranty claim', { times: 6 });
  await becomes('open');
  const shown = desk('gap', 'show', gap.gap).stdout;
  assert.deepEqual([...shown.matchAll(/Z {2}(\S+)$/gm)].map((one) => one[1]), ['open', 'answered', 'closed', 'open']);
});

it('shows a gap with what can be done, whatever visitors typed, and takes "not our topic" back', async () => {
  const { page, troubles, close } = await openAsStaff('/staff/gaps');
  const hostile = page.locator('.staff-list li', { hasText: 'teapot' });
  assert.equal(await hostile.locator('.staff-beginning').innerText(), HOSTILE.toLowerCase());
  assert.equal(await page.locator('main img, main script').count(), 0);
  await hostile.locator('a').click();
  await page.waitForURL('**/staff/gaps/G-*');
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.match(await page.locator('textarea').first().inputValue(), /^---\ntitle: "/);
  await page.getByRole('button', { name: 'Not our topic' }).press('Enter');
  await page.getByRole('button', { name: 'It is our topic after all' }).waitFor();
  assert.match(await page.locator('.staff-history').innerText(), /not our topic.*lee/s);
  await page.goto('/staff/gaps');
  assert.equal(await hostile.count(), 0);
  await page.selectOption('#state', 'not-topic');
  await page.locator('.staff-find button').click();
  await hostile.locator('a').click();
  await page.getByRole('button', { name: 'It is our topic after all' }).click();
  await page.getByRole('button', { name: 'Not our topic' }).waitFor();
  assert.deepEqual(troubles.filter((one) => !one.startsWith('request to another host')), []);
  await close();
});

it('works without scripts', async () => {
  const { page, close } = await openAsStaff('/staff/gaps', { javaScriptEnabled: false });
  await page.locator('.staff-list a', { hasText: 'warranty' }).click();
  assert.match(await page.locator('h1').innerText(), /^G-\d+ warranty claim$/);
  assert.match(await page.locator('main').innerText(), /too rare to be shown/);
  await close();
});

it('is accessible at both widths, in both themes and all languages', async () => {
  for (const [width, theme, locale] of [[390, 'light', 'ko'], [390, 'dark', 'en'], [1280, 'light', 'en'], [1280, 'dark', 'ja']]) {
    const { page, close } = await openAsStaff('/staff/gaps', { width, theme, locale });
    for (const where of ['/staff/gaps', '/staff/gaps/G-1', '/staff/gaps/G-99']) {
      await page.goto(where);
      assert.equal(await page.locator('html').getAttribute('lang'), locale);
      assert.deepEqual(await violations(page), [], `${where} ${width} ${theme}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${where} ${width}`);
    }
    await close();
  }
});
