// search_box.test.mjs - the combobox: keyboard, pointer, input methods, answers that come late, announcements.

import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, describe, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { ARTICLE } from './sample.mjs';

let browser;
let opened;
let page;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });
beforeEach(async () => {
  opened = await openPage(browser);
  page = opened.page;
  await page.goto('/');
});
afterEach(async () => { await opened.close(); });

const input = () => page.locator('#\\~q');
const options = () => page.locator('#\\~suggestions [role=option]');
const attribute = (name) => input().getAttribute(name);

// Suggestions come while it types; what it waits for are those of the whole text.
async function type(text) {
  await input().focus();
  await page.keyboard.type(text);
  await page.locator(`.suggestion-all[href^="/search?${new URLSearchParams({ q: text.trim() })}&"]`).waitFor();
}

describe('keyboard', () => {
  it('arrows move through the list and round', async () => {
    await type('ind');
    assert.equal(await attribute('aria-expanded'), 'true');
    assert.equal(await attribute('aria-activedescendant'), null);
    await page.keyboard.press('ArrowDown');
    assert.equal(await attribute('aria-activedescendant'), '~suggestion-0');
    assert.equal(await page.locator('#\\~suggestion-0').getAttribute('aria-selected'), 'true');
    await page.keyboard.press('ArrowUp');
    assert.equal(await attribute('aria-activedescendant'), null);
    await page.keyboard.press('ArrowUp');
    const last = (await options().count()) - 1;
    assert.equal(await attribute('aria-activedescendant'), `~suggestion-${last}`);
    await page.keyboard.press('ArrowDown');
    assert.equal(await attribute('aria-activedescendant'), null);
    assert.equal(await input().inputValue(), 'ind', 'the text is never written to');
  });

  it('Enter on an option opens it, Enter in the text searches', async () => {
    await type('ind');
    await page.keyboard.press('ArrowDown');
    const href = await page.locator('#\\~suggestion-0').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname + url.hash === new URL(href, url).pathname + new URL(href, url).hash);

    await page.goto('/');
    await type('ind');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?.*q=ind/);
    await page.locator('.hit').first().waitFor();
  });

  it('Escape closes the list and keeps the text; ArrowDown opens it again', async () => {
    await type('ind');
    await page.keyboard.press('Escape');
    assert.equal(await attribute('aria-expanded'), 'false');
    assert.equal(await input().inputValue(), 'ind');
    await page.keyboard.press('ArrowDown');
    await options().first().waitFor();
    assert.equal(await attribute('aria-expanded'), 'true');
  });

  it('Home and End move in the text and leave the list', async () => {
    await type('ind');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    assert.equal(await attribute('aria-activedescendant'), null);
    assert.equal(await input().evaluate((element) => element.selectionStart), 0);
    await page.keyboard.press('End');
    assert.equal(await input().evaluate((element) => element.selectionStart), 3);
  });

  it('Tab leaves and closes', async () => {
    await type('ind');
    await page.keyboard.press('Tab');
    assert.equal(await attribute('aria-expanded'), 'false');
  });

  for (const key of ['/', 'Control+k', 'Meta+k']) {
    it(`${key} goes to the box`, async () => {
      await page.goto(ARTICLE);
      await page.keyboard.press(key);
      assert.equal(await page.evaluate(() => document.activeElement.id), '~q');
      assert.equal(await input().inputValue(), '');
    });
  }

  it('/ while typing is a slash', async () => {
    await input().focus();
    await page.keyboard.type('a/b');
    assert.equal(await input().inputValue(), 'a/b');
  });
});

describe('pointer', () => {
  it('a click opens a suggestion', async () => {
    await type('ind');
    await options().nth(1).click();
    await page.waitForURL(/\/(articles|community)\//);
  });

  it('a tap opens a suggestion', async () => {
    const phone = await openPage(browser, { width: 390, hasTouch: true, isMobile: true });
    await phone.page.goto('/');
    await phone.page.tap('#\\~q');
    await phone.page.keyboard.type('ind');
    await phone.page.locator('#\\~suggestion-0').tap();
    await phone.page.waitForURL(/\/(articles|community)\//);
    await phone.close();
  });

  it('a click elsewhere closes', async () => {
    await type('ind');
    await page.mouse.click(5, 400);
    assert.equal(await attribute('aria-expanded'), 'false');
  });

  it('the last option searches for the words', async () => {
    await type('ind');
    await page.locator('.suggestion-all').click();
    await page.waitForURL(/\/search\?.*q=ind/);
  });
});

describe('input methods', () => {
  // Types a syllable as an input method does: letters join into one block before it is committed.
  async function compose(client, steps) {
    for (const text of steps) {
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
  }

  it('Korean: suggestions come during the composition, and it is left alone', async () => {
    await page.goto('/ko/');
    await input().focus();
    const client = await opened.context.newCDPSession(page);
    await page.evaluate(() => {
      globalThis.ended = 0;
      document.querySelector('#\\~q').addEventListener('compositionend', () => { globalThis.ended += 1; });
    });
    await compose(client, ['ㄱ', '거', '검']);
    await options().first().waitFor();
    assert.equal(await input().inputValue(), '검');
    assert.equal(await page.evaluate(() => globalThis.ended), 0, 'an answer must not end the composition');

    // The Enter that ends a composition is the input method's (key code 229), not ours.
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
    assert.equal(new URL(page.url()).pathname, '/ko/');
    await client.send('Input.insertText', { text: '검' });
    await compose(client, ['ㅅ', '새', '색']);
    await client.send('Input.insertText', { text: '색' });
    assert.equal(await input().inputValue(), '검색');
    await page.waitForFunction(() => document.querySelector('.suggestion-all')?.textContent.includes('검색'));
    assert.equal(await input().inputValue(), '검색');
  });

  it('arrows belong to the input method while it composes', async () => {
    await page.goto('/ja/');
    await input().focus();
    const client = await opened.context.newCDPSession(page);
    await compose(client, ['k', 'け', 'けん']);
    await options().first().waitFor();
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 229 });
    assert.equal(await attribute('aria-activedescendant'), null);
  });
});

describe('answers', () => {
  it('a late one never overwrites a newer one', async () => {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route('**/api/v1/suggest?q=in&*', async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response }).catch(() => {}); // it may have been given up
    });
    const asked = page.waitForRequest(/suggest\?q=in&/);
    await input().focus();
    await page.keyboard.type('in');
    await asked;
    await page.keyboard.type('dex');
    await page.waitForFunction(() => document.querySelector('.suggestion-all')?.textContent.includes('“index”'));
    const newer = await options().allTextContents();
    release();
    await page.unrouteAll({ behavior: 'wait' });
    assert.deepEqual(await options().allTextContents(), newer);
  });

  it('one that comes after Escape does not open the list', async () => {
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route('**/api/v1/suggest?*', async (route) => {
      await held;
      await route.continue().catch(() => {});
    });
    const asked = page.waitForRequest(/suggest/);
    await input().focus();
    await page.keyboard.type('ind');
    await asked;
    await page.keyboard.press('Escape');
    release();
    await page.unrouteAll({ behavior: 'wait' });
    assert.equal(await attribute('aria-expanded'), 'false');
  });

  it('without suggestions the form still searches', async () => {
    await page.route('**/api/v1/suggest?*', (route) => route.abort());
    await input().focus();
    await page.keyboard.type('index');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?/);
  });

  for (const [lang, word, text] of [['en', 'index', /^\d suggestions?\. Use the up and down arrows/], ['ko', '검색', /^추천 검색어 \d개/], ['ja', '検索', /^候補が\d件/]]) {
    it(`their number is announced in ${lang}`, async () => {
      await page.goto(`/${lang}/`);
      await type(word);
      const status = page.locator('search-box [role=status]');
      await page.waitForFunction(() => document.querySelector('search-box [role=status]').textContent);
      assert.match(await status.textContent(), text);
    });
  }
});
