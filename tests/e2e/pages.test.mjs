// pages.test.mjs - every kind of page, in both themes and at both widths: no axe violation, nothing wider than the screen, no error in the
// console, no violation of the Content-Security-Policy, no request to another host.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { LANGUAGES, pageKinds } from './sample.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

// One page for all addresses that are looked at in the same way: a new one costs more than most addresses do.
function checker(options) {
  let opened;
  before(async () => { opened = await openPage(browser, options); });
  after(async () => { await opened.close(); });
  return async (path) => {
    const { page, troubles } = opened;
    troubles.length = 0;
    await page.goto(path, { waitUntil: 'load' });
    assert.deepEqual(await violations(page), []);
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= screen, `the page is ${content} px wide on a screen of ${screen} px`);
    assert.deepEqual(troubles, []);
  };
}

for (const theme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    describe(`${theme}, ${width} px`, () => {
      const check = checker({ theme, width });
      for (const [name, path] of Object.entries(pageKinds('en'))) {
        it(name, () => check(path));
      }
    });
  }
}

for (const lang of LANGUAGES.filter((one) => one !== 'en')) {
  describe(`in ${lang}`, () => {
    const check = checker({ width: 390, locale: lang });
    for (const [name, path] of Object.entries(pageKinds(lang))) it(name, () => check(path));
  });
}

describe('states that scripts bring about', () => {
  it('open suggestions', async () => {
    for (const theme of ['light', 'dark']) {
      const { page, troubles, close } = await openPage(browser, { theme });
      await page.goto('/');
      await page.fill('#\\~q', 'in');
      await page.locator('[role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(troubles, []);
      await close();
    }
  });

  it('open language menu and open filters', async () => {
    const { page, close } = await openPage(browser, { width: 390 });
    await page.goto(pageKinds('en').results);
    await page.click('.facets summary');
    assert.deepEqual(await violations(page), []);
    await page.click('.menu summary');
    assert.deepEqual(await violations(page), []);
    await close();
  });
});

describe('brand colours', () => {
  // The company chooses it, and need not think of contrast.
  for (const colour of ['#ffdd00', '#000000', '#ffffff', '#00c2a8']) {
    for (const theme of ['light', 'dark']) {
      it(`${colour}, ${theme}`, async () => {
        const { page, close } = await openPage(browser, { theme });
        await page.route('**/brand.css', (route) => route.fulfill({ contentType: 'text/css', body: `:root{--brand:${colour}}` }));
        for (const path of [pageKinds('en').home, pageKinds('en')['results with filters']]) {
          await page.goto(path, { waitUntil: 'load' });
          assert.deepEqual(await violations(page), []);
        }
        await close();
      });
    }
  }
});

describe('trusted types', () => {
  // What a page may not do under Trusted Types throws in Chromium.
  it('scripts write no markup', async () => {
    const { page, troubles, close } = await openPage(browser);
    for (const path of [pageKinds('en').results, pageKinds('en')['article with everything']]) {
      const response = await page.goto(path, { waitUntil: 'networkidle' });
      assert.match(response.headers()['content-security-policy'], /require-trusted-types-for 'script'/);
      await page.fill('#\\~q', 'search');
      await page.waitForLoadState('networkidle');
    }
    assert.deepEqual(troubles, []);
    await close();
  });
});
