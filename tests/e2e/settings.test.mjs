// settings.test.mjs - language and theme: what a visitor chose holds, then what the browser says; and the pages by keyboard alone.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { TRANSLATED_ARTICLE } from './sample.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const langOf = (page) => page.evaluate(() => document.documentElement.lang);
const backgroundOf = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe('language', () => {
  for (const [locale, want] of [['en', 'en'], ['ko-KR', 'ko'], ['ja', 'ja'], ['fr', 'en']]) {
    it(`a browser in ${locale} gets an article in ${want}`, async () => {
      const { page, close } = await openPage(browser, { locale });
      await page.goto(`/articles/${TRANSLATED_ARTICLE}`);
      assert.equal(await langOf(page), want);
      await close();
    });
  }

  it('the menu switches the same page, and the choice holds from then on', async () => {
    const { page, close } = await openPage(browser, { locale: 'en' });
    await page.goto(`/en/articles/${TRANSLATED_ARTICLE}`);
    await page.click('.menu summary');
    await page.click('.menu a[data-lang=ja]');
    await page.waitForURL(/\/ja\/articles\//);
    assert.equal(await langOf(page), 'ja');
    await page.goto(`/articles/${TRANSLATED_ARTICLE}`);
    assert.equal(await langOf(page), 'ja', 'the choice is stronger than the browser');
    await page.goto('/search?q=index');
    assert.equal(await langOf(page), 'ja');
    await close();
  });

  it('the menu closes on Escape and gives the focus back', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/');
    await page.focus('.menu summary');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.menu ul').isVisible(), true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.menu ul').isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'summary');
    await close();
  });

  it('Korean breaks lines between words, and each language has fonts of its own', async () => {
    const { page, close } = await openPage(browser, { locale: 'ko' });
    await page.goto('/ko/');
    assert.equal(await page.locator('h1').evaluate((element) => getComputedStyle(element).wordBreak), 'keep-all');
    await page.goto('/ja/');
    const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    assert.ok(family.indexOf('Hiragino') < family.indexOf('Apple SD'), family);
    // On a Chinese system it would draw Japanese text in Chinese shapes.
    assert.ok(family.indexOf('Noto Sans JP') < family.indexOf('system-ui'), family);
    await close();
  });
});

describe('theme', () => {
  it('follows the system, then the switch, and stays on the next page and without scripts', async () => {
    const { page, context, close } = await openPage(browser, { theme: 'light' });
    await page.goto('/');
    const light = await backgroundOf(page);
    await page.click('theme-toggle button');
    const dark = await backgroundOf(page);
    assert.notEqual(dark, light);
    await page.goto('/search?q=index');
    assert.equal(await backgroundOf(page), dark);
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    await page.click('theme-toggle button');
    assert.equal(await backgroundOf(page), light);
    assert.equal((await context.cookies()).find((cookie) => cookie.name === 'theme').value, 'light');
    await close();
    const other = await openPage(browser, { theme: 'dark' });
    await other.page.goto('/');
    assert.equal(await backgroundOf(other.page), dark);
    await other.close();
  });

  it('the switch says what it will do', async () => {
    const { page, close } = await openPage(browser, { theme: 'light', locale: 'ko' });
    await page.goto('/ko/');
    const button = page.locator('theme-toggle button');
    assert.equal(await button.getAttribute('aria-label'), '어두운 테마로 바꾸기');
    await button.click();
    assert.equal(await button.getAttribute('aria-label'), '밝은 테마로 바꾸기');
    await close();
  });
});

describe('keyboard alone', () => {
  it('from the home page over the results to an article', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === '#~main');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.id), '~q', 'the search box is the first thing in the page');
    await page.keyboard.type('first article');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?/);
    await page.locator('.hit').first().waitFor();
    let title;
    for (let presses = 0; presses < 80 && !title; presses += 1) {
      await page.keyboard.press('Tab');
      title = await page.evaluate(() => (document.activeElement.closest('.hit h2') ? document.activeElement.textContent : ''));
    }
    assert.ok(title, 'Tab reaches the first hit');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, 'solid', 'the focus is seen');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/articles\//);
    assert.equal((await page.locator('h1').textContent()).trim(), title.trim());
    await close();
  });
});
