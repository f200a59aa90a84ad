// short_pages.test.mjs - a page with less on it than the window has room for stands at the top, as tall as it is: nothing stretches.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { serveArticles } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-short-pages-'));
let service;
let browser;

before(async () => {
  const write = (path, text) => {
    mkdirSync(dirname(join(work, 'articles', path)), { recursive: true });
    writeFileSync(join(work, 'articles', path), text);
  };
  for (const id of ['a', 'b', 'c']) write(`help/en/setup/${id}.md`, `---\ntitle: Short ${id}\n---\nYes.\n`);
  write('community/en/thread/question.md', '---\ntitle: Short thread\nauthor: Ann\ndate: 2026-01-01\n---\nWhy?\n');
  service = await serveArticles(work);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

// Each part with the height that it may have at most.
const PARTS = {
  '/en/articles/b': { '.page-head': 130, '.page-side': 60, '.page-body': 60, '.neighbour': 110, '.ref': 100 },
  '/community/thread': { '.page-head': 150, '.post': 220, '.ref': 100 },
  '/en/categories/setup': { '.page-head': 150, '.ref': 100 },
  '/search?q=short': { '.found-head': 60, '.hit': 180 },
  '/en/': { '.card': 220, '.ref': 100 },
};

for (const [width, height] of [[390, 2400], [820, 1800], [1280, 1600]]) {
  it(`${width} px wide, ${height} px high`, async () => {
    const { page, close } = await openPage(browser, { width, height, baseURL: service.origin });
    for (const [path, parts] of Object.entries(PARTS)) {
      await page.goto(path, { waitUntil: 'load' });
      for (const [selector, most] of Object.entries(parts)) {
        const heights = await page.locator(selector).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
        for (const shown of heights) if (!(selector === '.page-side' && width >= 1100)) assert.ok(shown <= most, `${path}: ${selector} is ${shown} px high`);
      }
      const [footer, window] = await page.evaluate(() => [Math.round(document.querySelector('.bottom').getBoundingClientRect().bottom), innerHeight]);
      assert.equal(footer, window, `${path}: the footer ends the window`);
    }
    await close();
  });
}
