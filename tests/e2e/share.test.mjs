// share.test.mjs - what readers and agents copy of an article and its sections: both flavours on the clipboard, replies that fit, by the
// keyboard, in three languages, in both themes, and short addresses without scripts.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles, writeArticles } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-share-'));
let service;
let browser;

const ARTICLES = {
  en: ['Reset your [old] password', 'Choose a new one, with "quotes" & <tags>.', 'Steps', '1. Open **Settings**.\n2. Choose *Reset*.'],
  ko: ['비밀번호 재설정', '새 비밀번호를 정합니다.', '단계', '1. 설정을 엽니다.\n2. 재설정을 선택합니다.'],
  ja: ['パスワードを再設定する', '新しいパスワードを決めます。', '手順', '1. 設定を開きます。\n2. 再設定を選びます。'],
};

before(async () => {
  writeArticles(work, { 'site.yaml': 'title: Help\nlanguages: [en, ko, ja]\ndefault_language: en\n' });
  for (const [lang, [title, summary, heading, steps]] of Object.entries(ARTICLES)) {
    writeArticles(work, { [`help/${lang}/reset.md`]: `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(summary)}\n---\nText.\n\n## ${heading}\n\n${steps}\n\n## More\n\nMore text.\n` });
  }
  service = await serveArticles(work);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const elsewhere = (troubles) => troubles.filter((one) => !one.includes(service.origin));
async function open(options = {}) {
  const opened = await openPage(browser, { baseURL: service.origin, ...options });
  await opened.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service.origin });
  return opened;
}

function clipboard(page) {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])));
  });
}

for (const [lang, theme, width] of [['en', 'light', 1280], ['ko', 'dark', 390], ['ja', 'light', 390], ['en', 'dark', 390]]) {
  it(`has nothing for axe to find and fits: ${lang}, ${theme}, ${width} px`, async () => {
    const { page, troubles, close } = await open({ theme, width, locale: lang });
    await page.goto(`/${lang}/articles/reset`);
    await page.locator('.share-open').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.locator('.share-open').click();
    await page.locator('.share-body li').nth(6).waitFor();
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.ok(await page.locator('.share-dialog').evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth));
    if (process.env.SIGNPOST_SCREENSHOTS) await page.screenshot({ path: join(process.env.SIGNPOST_SCREENSHOTS, `share-${lang}-${theme}-${width}.png`) });
    assert.deepEqual(elsewhere(troubles), []);
    await close();
  });
}

it('copies a link with its title in both flavours, and each other form as it is shown', async () => {
  const { page, close } = await open();
  await page.goto('/en/articles/reset');
  await page.locator('.share-open').click();
  const rows = page.locator('.share-body li');
  await rows.nth(6).waitFor();
  const address = await rows.nth(0).locator('.share-text').innerText();
  assert.match(address, new RegExp(`^${service.origin}/s/[0-9a-z]{6}$`));
  await rows.nth(1).getByRole('button').click();
  await page.getByRole('status').filter({ hasText: 'Copied: Link with its title' }).waitFor();
  const both = await clipboard(page);
  assert.match(both['text/html'], new RegExp(`<a href="${address}">Reset your \\[old\\] password</a>`));
  assert.equal(both['text/plain'], `Reset your [old] password\n${address}`);
  await rows.nth(2).getByRole('button').click();
  await page.getByRole('status').filter({ hasText: 'Copied: Markdown' }).waitFor();
  assert.equal((await clipboard(page))['text/plain'], `[Reset your \\[old\\] password](${address})`);
  await rows.nth(4).getByRole('button').click();
  await page.getByRole('status').filter({ hasText: 'Copied: X' }).waitFor();
  assert.equal((await clipboard(page))['text/plain'], `Reset your [old] password\nChoose a new one, with "quotes" & <tags>.\n1. Open Settings.\n2. Choose Reset.\n${address}`);
  await page.goto(address);
  assert.equal(new URL(page.url()).pathname, '/en/articles/reset');
  await close();
});

it('does the same for a section, by keys alone, and gives the place back', async () => {
  const { page, close } = await open({ locale: 'ko' });
  await page.goto('/ko/articles/reset');
  const button = page.getByRole('button', { name: '이 섹션 복사 및 공유: 단계' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('.share-body li').nth(6).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), '~share');
  assert.equal(await page.locator('.share-title').innerText(), '비밀번호 재설정 › 단계');
  for (let i = 0; i < 6; ++i) await page.keyboard.press('Tab'); // close, address, link, Markdown, text, X
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: '복사했습니다: X' }).waitFor();
  const text = (await clipboard(page))['text/plain'];
  assert.match(text, /^비밀번호 재설정 › 단계\n1\. 설정을 엽니다\.\n2\. 재설정을 선택합니다\.\nhttp:\/\/.*\/s\/[0-9a-z]{6}$/);
  await page.keyboard.press('Escape');
  await page.locator('.share-dialog').waitFor({ state: 'detached' });
  assert.ok(await button.evaluate((element) => element === document.activeElement));
  // The reader's language, at the section that stands there.
  const address = text.split('\n').at(-1);
  for (const [lang, anchor] of [['ko', '단계'], ['ja', '手順'], ['en', 'steps']]) {
    const { headers } = await page.request.get(address, { maxRedirects: 0, headers: { 'Accept-Language': lang } }).then((answer) => ({ headers: answer.headers() }));
    assert.equal(decodeURIComponent(headers.location), `/${lang}/articles/reset#${anchor}`);
  }
  await close();
});

it('shows the short addresses without scripts', async () => {
  const { page, close } = await open({ javaScriptEnabled: false, locale: 'ja' });
  await page.goto('/ja/articles/reset');
  await page.locator('.share summary').click();
  const links = page.locator('.share a');
  assert.deepEqual(await links.allInnerTexts().then((all) => all.slice(1)), ['手順', 'More']);
  assert.match(await links.first().innerText(), /^\/s\/[0-9a-z]{6}$/);
  await links.nth(1).click();
  assert.equal(decodeURIComponent(new URL(page.url()).hash), '#手順');
  await close();
});

it('announces an article in each language by a picture that a browser can show', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-cards-'));
  writeArticles(folder, { 'site.yaml': 'title: Help\nbase_url: https://help.example.com\nlanguages: [en, ko, ja]\ndefault_language: en\n' });
  for (const [lang, [title]] of Object.entries(ARTICLES)) writeArticles(folder, { [`help/${lang}/reset.md`]: `---\ntitle: ${JSON.stringify(title)}\n---\nText.\n` });
  const announced = await serveArticles(folder);
  const { page, close } = await open({ baseURL: announced.origin });
  try {
    const seen = new Set();
    for (const [lang, [title]] of Object.entries(ARTICLES)) {
      await page.goto(`/${lang}/articles/reset`);
      const meta = (name) => page.locator(`meta[property="og:${name}"]`).getAttribute('content');
      assert.equal(await meta('image:alt'), `${title} · Help`);
      const { origin, pathname } = new URL(await meta('image'));
      assert.equal(origin, 'https://help.example.com');
      seen.add(pathname);
      const shown = await page.evaluate(async (path) => {
        const blob = await (await fetch(path)).blob();
        const { width, height } = await createImageBitmap(blob);
        return { width, height, type: blob.type };
      }, pathname);
      assert.deepEqual(shown, { width: 1200, height: 630, type: 'image/png' });
    }
    assert.equal(seen.size, 3);
    // Without an address of its own, a site is announced by none.
    await page.goto(`${service.origin}/en/articles/reset`);
    assert.equal(await page.locator('meta[property="og:image"]').count(), 0);
  } finally {
    await close();
    announced.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

it('says when it cannot load, and selects what it cannot copy', async () => {
  const { page, context, close } = await open();
  await page.goto('/en/articles/reset');
  await page.route('**/share?*', (route) => route.fulfill({ status: 503 }));
  await page.locator('.share-open').click();
  await page.getByRole('status').filter({ hasText: 'This can’t be loaded' }).waitFor();
  await page.keyboard.press('Escape');
  await page.unroute('**/share?*');
  await context.clearPermissions();
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
  await page.locator('.share-open').click();
  await page.locator('.share-body .button').first().click();
  await page.getByRole('status').filter({ hasText: 'The text is selected' }).waitFor();
  assert.match(await page.evaluate(() => String(getSelection())), /\/s\/[0-9a-z]{6}$/);
  await close();
});
