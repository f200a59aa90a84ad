// meant.test.mjs - what is found by its meaning, as people get it: under a line that says so, with scripts and without, and never as
// "0 results".

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles } from './own_service.mjs';

const ONLY_MEANT = '/search?q=money+back+please&lang=en';
const ALSO_MEANT = '/search?q=money+back+guarantee+printing&lang=en';
const work = mkdtempSync(join(tmpdir(), 'signpost-meant-'));
let embedder;
let service;
let browser;

function startEmbedder() {
  embedder = spawn('node', [join(dirname(fileURLToPath(import.meta.url)), 'meant_embedder.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    embedder.stdout.on('data', (data) => {
      embedder.url = String(data).trim();
      resolve(embedder.url);
    });
    embedder.on('exit', reject);
  });
}

// A busy machine may be later than the service waits. What was answered once is known from then on.
async function untilAnswered(address) {
  for (;;) {
    const answer = await (await fetch(`${service.origin}/api/v1${address}`)).json();
    if (answer.meaning === 'model') return answer;
    await new Promise((resolve) => { setTimeout(resolve, 500); });
  }
}

before(async () => {
  const write = (path, title, text) => {
    mkdirSync(dirname(join(work, 'articles/help', path)), { recursive: true });
    writeFileSync(join(work, 'articles/help', path), `---\ntitle: ${title}\n---\n${text}\n`);
  };
  write('en/orders/refunds.md', 'Refunds', 'A refund takes three days.');
  write('en/orders/printing.md', 'Printing', 'Labels come from the printer.');
  write('ko/orders/returns.md', '환불 규정', '환불은 사흘 걸립니다.');
  // As many texts as a table is learned from.
  for (let i = 0; i < 60; ++i) write(`en/topics/topic-${i}.md`, `Topic ${'a'.repeat(1 + (i % 9))} number ${i}`, `Words about the topic number ${i}.`);
  service = await serveArticles(work, { embedder: await startEmbedder() });
  await untilAnswered(ONLY_MEANT);
  await untilAnswered(ALSO_MEANT);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  embedder?.kill();
  rmSync(work, { recursive: true, force: true });
});

// Indexes the articles into `output`: {status, stdout, stderr}.
function index(output, ...options) {
  return spawnSync(process.env.SIGNPOST_INDEX_PROGRAM, ['--source', join(work, 'articles'), '--output', join(work, output), ...options], { encoding: 'utf8' });
}
const generations = (output) => readdirSync(join(work, output, 'generations'));

it('a dry run tells the cost and publishes nothing', () => {
  const dry = index('dry', '--embedder', embedder.url, '--dry-run');
  assert.match(dry.stdout, /The embedder would be asked for 6\d passages and \d+ queries, [\d,]+ characters together/);
  assert.match(dry.stderr, /nothing was published: --dry-run/);
  assert.equal(dry.status, 0);
  assert.deepEqual(generations('dry'), []);
});

it('the second run asks for nothing, and one without an embedder says what is lost', () => {
  const cache = ['--embedding-cache', join(work, 'cache.sqlite')];
  assert.match(index('again', '--embedder', embedder.url, ...cache).stdout, /the embedder was asked for \d{2,} texts/);
  assert.match(index('again', '--embedder', embedder.url, ...cache, '--full').stdout, /the embedder was asked for 0 texts/);
  assert.ok(!existsSync(join(work, 'again/embeddings.sqlite')));
  assert.match(index('again', '--full').stderr, /warning: the generation before had the meaning of its sections/);
});

it('an embedder that is gone is a warning', () => {
  const gone = index('gone', '--embedder', 'http://127.0.0.1:1');
  assert.match(gone.stderr, /warning: .*127\.0\.0\.1:1.*published with the meaning of 0 of 6\d sections/);
  assert.equal(generations('gone').length, 1);
});

it('the API says so', async () => {
  const { total, hits } = await untilAnswered(ALSO_MEANT);
  assert.equal(total, 1);
  assert.deepEqual(hits.map(({ id, by_meaning }) => [id, by_meaning]).slice(0, 2), [['printing', false], ['refunds', true]]);
  assert.ok(hits.some(({ id, other_language }) => id === 'returns' && other_language));
});

for (const javaScriptEnabled of [true, false]) {
  for (const [width, theme] of [[390, 'light'], [390, 'dark'], [1280, 'light'], [1280, 'dark']]) {
    it(`the page, ${width} px, ${theme}, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const { page, troubles, close } = await openPage(browser, { width, theme, javaScriptEnabled, baseURL: service.origin });
      await page.goto(ONLY_MEANT);
      assert.equal(await page.locator('.found-count').innerText(), 'Nothing has these words. These may be what you mean:');
      assert.equal(await page.locator('#hits .hit').count(), 0);
      assert.equal(await page.locator('#meant .hit h2 a').first().innerText(), 'Refunds');
      assert.equal(await page.locator('#meant .badge-lang').innerText(), 'Korean');
      assert.ok(!(await page.locator('#empty').isVisible()));
      await page.goto(ALSO_MEANT);
      assert.equal(await page.locator('.found-count').innerText(), '1 result');
      const line = page.getByRole('heading', { name: 'These don’t have your words, but may be what you mean' });
      const [above, below] = [page.locator('#hits .hit'), page.locator('#meant .hit').first()];
      const top = async (one) => (await one.boundingBox()).y;
      assert.ok((await top(above)) < (await top(line)) && (await top(line)) < (await top(below)));
      if (javaScriptEnabled) {
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(troubles.filter((one) => !one.startsWith('request to another host')), []);
      }
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth').catch(() => true));
      await close();
    });
  }
}

it('typing brings the line, and takes it away', async () => {
  const { page, close } = await openPage(browser, { baseURL: service.origin });
  await page.goto('/search?q=printing&lang=en');
  const line = page.locator('#meant-heading');
  assert.equal(await line.count(), 0);
  await page.goto(ALSO_MEANT);
  await page.locator('#\\~q').fill('printing');
  await line.waitFor({ state: 'detached' });
  assert.ok(!(await page.locator('#meant').isVisible()));
  await page.locator('#\\~q').fill('money back guarantee printing');
  await line.waitFor();
  await close();
});

it('the keyboard goes from the last hit to what is meant', async () => {
  const { page, close } = await openPage(browser, { baseURL: service.origin });
  await page.goto(ALSO_MEANT);
  await page.locator('#hits .hit h2 a').focus();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.closest("#meant") !== null'), true);
  await close();
});
