// requests.test.mjs - the page that tells what has become of a request: for who has its code, in their language, at both widths, in
// both themes, without scripts, and with nothing that leads others to it.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles, writePrinterHelp } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-requests-'));
let service;
let browser;
let sent;

const post = (body, headers = {}) => fetch(`${service.origin}/api/v1/requests`, {
  method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body),
});

async function open(path, options = {}) {
  const opened = await openPage(browser, { baseURL: service.origin, ...options });
  await opened.page.goto(path);
  return opened;
}

before(async () => {
  writePrinterHelp(work, 'Plug it in.\n');
  service = await serveArticles(work, { options: ['--data', join(work, 'data')] });
  browser = await launch();
  sent = await (await post({ message: 'A very private question', reply_to: 'ann@example.com', lang: 'ko' })).json();
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

it('says the state in the language of the address, and nothing of what was written', async () => {
  assert.match(sent.url, /^\/ko\/requests\/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  for (const [lang, state] of [['en', 'Received'], ['ko', '접수됨'], ['ja', '受付済み']]) {
    const { page, close } = await open(sent.url.replace('/ko/', `/${lang}/`));
    assert.equal(await page.locator('html').getAttribute('lang'), lang);
    assert.ok((await page.locator('h1').innerText()).includes(sent.code));
    assert.equal(await page.locator('.history strong').innerText(), state);
    assert.equal(await page.locator('.page-head .badge').innerText(), state);
    assert.equal(await page.locator('.history time').count(), 1);
    const text = await page.content();
    assert.ok(!text.includes('private question') && !text.includes('ann@example.com'));
    await close();
  }
});

it('is accessible at both widths and in both themes, and whole without scripts', async () => {
  for (const width of [390, 1280]) {
    for (const theme of ['light', 'dark']) {
      const { page, close } = await open(sent.url, { width, theme });
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      await close();
    }
  }
  const { page, close } = await open(sent.url, { javaScriptEnabled: false });
  assert.ok(await page.locator('.history').isVisible());
  await close();
});

it('tells its address to nobody', async () => {
  const response = await fetch(`${service.origin}${sent.url}`);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
  assert.equal(response.headers.get('x-robots-tag'), 'noindex');
  const { page, close } = await open(sent.url);
  const asked = page.waitForRequest((request) => new URL(request.url()).pathname === '/ko/' && request.isNavigationRequest());
  await page.locator('.crumbs a').first().click();
  assert.equal((await asked).headers().referer, undefined);
  await close();
});

it('takes nothing that the page of another site sends', async () => {
  assert.equal((await post({ message: 'a' }, { 'sec-fetch-site': 'cross-site' })).status, 403);
});
