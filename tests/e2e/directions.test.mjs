// directions.test.mjs - names and titles with characters that turn the direction of text (U+202E ...) and with invisible ones: what
// stands beside them reads from left to right as before, on every page and in what scripts draw.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { serveArticles } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-directions-'));
const TURN = '\u202E'; // right-to-left override, never closed
const INVISIBLE = /[\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
let service;
let origin;
let browser;

before(async () => {
  const write = (path, text) => {
    mkdirSync(dirname(join(work, 'articles', path)), { recursive: true });
    writeFileSync(join(work, 'articles', path), text);
  };
  const turned = (text) => JSON.stringify(`${text} ${TURN}fdp\u200B.exe`);
  write('site.yaml', `title: { en: ${turned('Help')} }\nbase_url: https://help.example.com\nlanguages:\n  - { code: en, name: ${turned('English')} }\n  - { code: ko, name: 한국어 }\ncategories:\n  - { id: setup, name: { en: ${turned('Setup')} }, description: { en: ${turned('Described')} } }\n  - { id: more, name: { en: More } }\n`);
  for (const id of ['one', 'two', 'three']) {
    write(`help/en/setup/${id}.md`, `---\nid: ${id}\ntitle: ${turned(`Walrus ${id}`)}\nsummary: ${turned('Summary')}\nproduct: ${turned('Product')}\nplatform: ${turned('Platform')}\ntags: [${turned('tag')}]\nlevel: basic\nupdated: 2026-01-01\n---\nThe walrus.\n\n## Heading ${TURN}fdp\n\nwalrus deep inside\n\n## Other heading\n\ntext\n`);
  }
  write('help/en/more/plain.md', '---\ntitle: Plain\n---\nText.\n');
  write('community/en/thread/question.md', `---\ntitle: ${turned('Walrus thread')}\nauthor: ${turned('Ann')}\ndate: 2026-01-01\n---\nWhy?\n`);
  write('community/en/thread/answer-1.md', `---\nauthor: ${turned('Bob')}\ndate: 2026-01-02\n---\nSo.\n`);
  service = await serveArticles(work);
  origin = service.origin;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

// In the page: the texts of ours, and of other names, that are shown from right to left. A text of two Latin letters or more on one
// line runs to the right when its last letter stands right of its first.
function turnedTexts() {
  const turned = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data;
    const name = node.parentElement.closest('bdi') ?? node;
    if (/[\u202A-\u202E]/.test(name.textContent) || node.parentElement.closest('.prose, script, style')) continue;
    const place = (index) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      return range.getBoundingClientRect();
    };
    for (const word of text.matchAll(/[A-Za-z]{2,}/g)) {
      const first = place(word.index);
      const last = place(word.index + word[0].length - 1);
      if (first.width && first.top === last.top && last.left <= first.left) turned.push(word[0]);
    }
  }
  return turned;
}

// Places where something of ours follows a name in the same line.
const order = (page) => page.evaluate(() => [...document.querySelectorAll('.path')].map((path) => {
  const [first, second] = path.querySelectorAll('bdi');
  return second ? first.getBoundingClientRect().left < second.getBoundingClientRect().left : true;
}));

const PAGES = ['/en/', '/en/articles/one', '/en/articles/two', '/community/thread?lang=en', '/en/categories/setup', '/en/categories', '/search?q=walrus&lang=en', '/search?q=walrus&lang=en&kind=help', '/search?q=other+heading&lang=en', '/search?q=walrus+deep&lang=en&explain=1', `/search?q=${encodeURIComponent(`walrus ${TURN}fdp`)}&lang=en`, `/search?lang=en&q=walrus&tag=${encodeURIComponent(`tag ${TURN}fdp\u200B.exe`)}`, '/en/articles/walrus-one'];

for (const scripts of [true, false]) {
  describe(scripts ? 'with scripts' : 'without scripts', () => {
    for (const path of PAGES) {
      it(`nothing beside a name is turned: ${path}`, async () => {
        const { page, close } = await openPage(browser, { baseURL: origin, javaScriptEnabled: scripts });
        await page.goto(path, { waitUntil: 'networkidle' });
        assert.deepEqual(await page.evaluate(turnedTexts), []);
        assert.ok((await order(page)).every(Boolean));
        assert.doesNotMatch(await page.title(), INVISIBLE);
        for (const label of await page.locator('[aria-label]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))) assert.doesNotMatch(label, INVISIBLE);
        for (const content of await page.locator('meta[content]').evaluateAll((all) => all.map((one) => one.content))) assert.doesNotMatch(content, INVISIBLE);
        for (const json of await page.locator('script[type="application/ld+json"]').allTextContents()) assert.doesNotMatch(json, INVISIBLE);
        await close();
      });
    }
  });
}

it('the test sees what is turned where nothing isolates it', async () => {
  const { page, close } = await openPage(browser, { baseURL: origin });
  await page.goto('/search?q=other+heading&lang=en', { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    for (const name of document.querySelectorAll('bdi')) name.replaceWith(...name.childNodes);
  });
  assert.notDeepEqual(await page.evaluate(turnedTexts), []);
  await close();
});

it('results that a script takes over are isolated too, and suggestions that it draws', async () => {
  const { page, close } = await openPage(browser, { baseURL: origin });
  await page.goto('/search?q=plain&lang=en', { waitUntil: 'networkidle' });
  await page.fill('#\\~q', `walrus ${TURN}deep`);
  await page.waitForURL(/walrus/);
  await page.locator('.hit').first().waitFor();
  assert.deepEqual(await page.evaluate(turnedTexts), []);
  assert.doesNotMatch(await page.title(), INVISIBLE);
  await page.goto('/en/', { waitUntil: 'networkidle' });
  await page.fill('#\\~q', 'walr');
  await page.locator('.suggestions a').nth(1).waitFor();
  assert.deepEqual(await page.evaluate(turnedTexts), []);
  await page.fill('#\\~q', `walrus ${TURN}fdp`);
  await page.locator('.suggestion-all').filter({ hasText: 'fdp' }).waitFor();
  assert.deepEqual(await page.evaluate(turnedTexts), []);
  await close();
});

it('a script takes out of a text what the service takes out', async () => {
  const { page, close } = await openPage(browser, { baseURL: origin });
  const texts = ['a\u202Eb', 'pass\u200Dword', 'می\u200Cخواهم', '👩\u200D💻', 'می\u200C', '\u200Cمی', 'می\u200C\u200Cخواهم', 'x\u00ADy', 'می\u200C\u202Eخواهم'];
  for (const text of texts) {
    const path = `/search?lang=en&q=${encodeURIComponent(text)}`;
    await page.goto(path);
    const plain = await page.evaluate(async (whole) => (await import('/assets/js/dom.js')).plain(whole), text);
    assert.equal(`${plain} · ${await page.locator('meta[property="og:site_name"]').getAttribute('content')}`, await page.title(), JSON.stringify(text));
  }
  await close();
});
