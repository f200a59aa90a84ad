// counting.test.mjs - what a visitor looks for is counted by pages as browsers have them: without a cookie or anything else in the
// browser, with scripts and without, once.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { serveArticles } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-counting-'));
const data = join(work, 'data');
let service;
let browser;

function write(path, text) {
  const file = join(work, 'articles', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

// Of the file of counts, by a library that is not ours.
function rows(sql) {
  const program = 'import json, sqlite3, sys; print(json.dumps(sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True).execute(sys.argv[2]).fetchall()))';
  return JSON.parse(execFileSync('python3', ['-c', program, join(data, 'events.db'), sql], { encoding: 'utf8' }));
}

async function eventually(sql, wanted) {
  let found;
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      found = rows(sql);
    } catch (error) {
      found = String(error); // there is no file yet
    }
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    await new Promise((done) => { setTimeout(done, 100); });
  }
  assert.deepEqual(found, wanted);
}

before(async () => {
  write('site.yaml', 'title: Help\nlanguages: [en]\ndefault_language: en\n');
  write('help/en/teapots.md', '---\ntitle: Clean a teapot\n---\nTo clean a teapot, use vinegar and warm water.\n');
  write('help/en/kettles.md', '---\ntitle: Clean a kettle\n---\nTo clean a kettle, use lemon.\n');
  write('help/en/spoons.md', `---\ntitle: Polish spoons\n---\n${'Polish spoons with a cloth.\n\n'.repeat(200)}`);
  service = await serveArticles(work, { options: ['--data', data] });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const open = (options) => openPage(browser, { baseURL: service.origin, ...options });
const clicksOf = (query) => `SELECT d.article, c.position, s.flags & 2 FROM clicks c JOIN searches s ON s.id = c.search JOIN queries q ON q.id = s.query JOIN documents d ON d.id = c.document WHERE q.text = '${query}' ORDER BY 1`;

for (const javaScriptEnabled of [true, false]) {
  it(`knows what was opened from results, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const query = `kettle ${javaScriptEnabled ? 'lemon' : 'clean'}`;
    const { page, context, close } = await open({ javaScriptEnabled, userAgent: `Browser ${javaScriptEnabled}` });
    await page.goto(`/search?q=${encodeURIComponent(query)}`);
    await page.locator('#hits a[href*="kettles"]').first().click();
    await page.waitForURL('**/articles/kettles*');
    await eventually(clicksOf(query), [['kettles', 1, 2]]);
    assert.deepEqual(await context.cookies(), []);
    if (javaScriptEnabled) {
      assert.deepEqual(await page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]), [0, 0, 0]);
    }
    await close();
  });
}

it('takes what is typed on for one search', async () => {
  const { page, close } = await open({ userAgent: 'Typist' });
  await page.goto('/search?q=teapot');
  await page.locator('#\\~q').press('End');
  await page.locator('#\\~q').pressSequentially(' vinegar', { delay: 200 });
  await page.waitForFunction(() => document.title.startsWith('teapot vinegar'));
  await eventually("SELECT text FROM query_days JOIN queries ON id = query WHERE text LIKE 'teapot%' AND searches <> 0", [['teapot vinegar']]);
  await close();
});

it('tells the answer from the result of the same article', async () => {
  const { page, close } = await open({ userAgent: 'Asker' });
  await page.goto('/search?q=how+do+i+clean+a+teapot');
  await page.waitForLoadState('networkidle'); // what tells it comes after the page
  await page.locator('.answer-source a').click();
  await page.waitForURL('**/articles/teapots*');
  await eventually(clicksOf('how do i clean a teapot'), [['teapots', 0, 2]]);
  await close();
});

it('knows an article that was read to its end, and no other', async () => {
  const { page, close } = await open({ userAgent: 'Reader' });
  await page.goto('/en/articles/spoons');
  await page.goto('/en/articles/teapots'); // short: all of it is in view
  await eventually('SELECT article, read FROM article_days JOIN documents ON id = document WHERE read > 0', [['teapots', 1]]);
  await page.goto('/en/articles/spoons');
  await page.evaluate(() => new Promise((done) => { setTimeout(done, 5100); })); // that a reader takes at least
  await page.locator('.feedback').scrollIntoViewIfNeeded();
  await eventually('SELECT article, read FROM article_days JOIN documents ON id = document WHERE read > 0 ORDER BY article', [['spoons', 1], ['teapots', 1]]);
  await close();
});

it('leaves out who wants that', async () => {
  const before = rows('SELECT count(*) FROM searches');
  const { page, close } = await open({ userAgent: 'Private', extraHTTPHeaders: { 'Sec-GPC': '1' } });
  await page.goto('/search?q=kettle+private');
  await eventually("SELECT number FROM day_counts WHERE what = 'not_counted'", [[1]]);
  assert.deepEqual(rows('SELECT count(*) FROM searches'), before);
  await close();
});
