// results.test.mjs - the results page: the URL is the state, with scripts and without.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { LANGUAGES, WORD, pageKinds } from './sample.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const MISSPELT = '/search?q=markdwon&lang=en';
const titles = (page) => page.locator('.hit h2').allTextContents();

// A query and filters of which not all count, in an address with what means nothing.
const tooMuch = (lang) => `/search?lang=${lang}&x=1&q=${encodeURIComponent(`${WORD[lang]} `.repeat(40))}&kind=help&kind=help${Array.from({ length: 200 }, (_, n) => `&tag=t${n}`).join('')}`;

// Waits until the page shows the answer for its URL.
async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.getElementById('found').getAttribute('aria-busy') === 'false');
}

describe('with scripts', () => {
  it('typing changes the results and the URL, and the way back works', async () => {
    const { page, troubles, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    const before = await titles(page);
    await page.fill('#q', 'translate');
    await page.waitForURL(/q=translate/);
    await settled(page);
    assert.notDeepEqual(await titles(page), before);
    assert.match(await page.title(), /^translate/);
    await page.goBack();
    await page.waitForURL(/q=index/);
    await settled(page);
    assert.equal(await page.inputValue('#q'), 'index');
    assert.deepEqual(await titles(page), before);
    assert.deepEqual(troubles, []);
    await close();
  });

  it('a filter narrows, shows as a chip, and goes again', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    await page.evaluate(() => { globalThis.sameDocument = true; });
    const all = await page.locator('.found-count').textContent();
    await page.click('.facet a >> nth=0');
    await page.waitForURL(/kind=/);
    await settled(page);
    assert.notEqual(await page.locator('.found-count').textContent(), all);
    assert.equal(await page.locator('.chip').count(), 1);
    assert.equal(await page.locator('.facet a[aria-current=true]').count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-current')), 'true', 'the focus stays on the filter');
    await page.click('.chip');
    await settled(page);
    assert.equal(await page.locator('.chip').count(), 0);
    assert.equal((await page.locator('.found-count').textContent()).split('·')[0], all.split('·')[0]);
    assert.equal(await page.evaluate(() => globalThis.sameDocument), true, 'no page was loaded');
    await close();
  });

  it('says that not all filters count, and its links have those that do', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(tooMuch('en'));
    assert.match((await page.locator('.notice').allTextContents()).join(' '), /only its beginning.*first 32 count/);
    assert.equal(await page.locator('.chip').count(), 32);
    await page.click('.chip >> nth=0');
    await settled(page);
    assert.equal(await page.locator('.chip').count(), 31);
    assert.equal(await page.locator('.notice').count(), 0);
    assert.equal(new URL(page.url()).searchParams.get('x'), null);
    await close();
  });

  it('the field takes no more than an address can carry', async () => {
    const { page, troubles, close } = await openPage(browser);
    await page.goto('/search?lang=ko');
    await page.fill('#q', '한국어 '.repeat(400));
    await page.waitForURL(/q=/);
    await settled(page);
    assert.ok(page.url().length < 8192);
    assert.equal(await page.locator('.notice').count(), 1);
    assert.deepEqual(troubles, []);
    await close();
  });

  it('paging goes on to other hits', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    const first = await titles(page);
    await page.click('.pages a[rel=next]');
    await page.waitForURL(/page=2/);
    await settled(page);
    const second = await titles(page);
    assert.equal(first.filter((title) => second.includes(title)).length, 0);
    assert.equal(await page.locator('.pages [aria-current=page]').textContent(), '2');
    await close();
  });

  it('late answers never overwrite newer ones', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route('**/api/v1/search?q=community*', async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response }).catch(() => {}); // it may have been given up
    });
    const asked = page.waitForRequest(/search\?q=community/);
    await page.fill('#q', 'community');
    await asked;
    await page.fill('#q', 'translate');
    await page.waitForURL(/q=translate/);
    await page.waitForFunction(() => document.title.startsWith('translate') && document.getElementById('found').getAttribute('aria-busy') === 'false');
    const newer = await titles(page);
    release();
    await page.unrouteAll({ behavior: 'wait' });
    assert.deepEqual(await titles(page), newer);
    await close();
  });

  it('no result shows tips and topics; a failure can be tried again', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    assert.equal(await page.locator('#empty').isVisible(), false);
    await page.fill('#q', 'qzxqzx');
    await page.waitForURL(/q=qzxqzx/);
    await settled(page);
    assert.equal(await page.locator('.empty-none').isVisible(), true);
    assert.ok((await page.locator('#empty .topic-links a').count()) > 3);

    await page.route('**/api/v1/search?*', (route) => route.abort());
    await page.fill('#q', 'translate');
    await page.locator('.failed button').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await page.click('.failed button');
    await page.locator('.hit').first().waitFor();
    await close();
  });

  it('a misspelt word is corrected, and can be searched as it is', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(MISSPELT);
    assert.match(await page.locator('.corrected strong').textContent(), /markdown/i);
    assert.ok((await page.locator('.hit').count()) > 0);
    await page.click('.corrected a');
    await page.waitForURL(/correct=0/);
    await settled(page);
    assert.equal(await page.locator('.corrected').count(), 0);
    await close();
  });

  // The page is drawn twice, by templates on the server and by results_view.js: both must come to the same.
  for (const lang of LANGUAGES) {
    for (const [name, path] of Object.entries({ ...pageKinds(lang), corrected: MISSPELT, 'more than counts': tooMuch(lang), 'filters alone': `/search?lang=${lang}&kind=help&kind=help&level=basic`, 'characters that turn text': `/search?q=${encodeURIComponent(`${WORD[lang]} \u202Efdp`)}&lang=${lang}`, 'second page': `/search?q=${encodeURIComponent(WORD[lang])}&lang=${lang}&page=2&kind=help` })) {
      if (!path.startsWith('/search') || path.includes('explain')) continue;
      it(`the script draws as the server does: ${name} in ${lang}`, async () => {
        const { page, close } = await openPage(browser, { locale: lang });
        await page.goto(path);
        const server = await page.evaluate(outline);
        const answered = page.waitForResponse(/\/api\/v1\/search/);
        await page.evaluate(() => globalThis.dispatchEvent(new PopStateEvent('popstate')));
        await answered;
        await settled(page);
        assert.deepEqual(await page.evaluate(outline), server);
        await close();
      });
    }
  }
});

// What a visitor gets of the page: elements with their classes and texts, and links with their parameters in any order. Without the time.
function outline() {
  const lines = [document.title];
  const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();
  for (const element of document.querySelectorAll('#found *, .facet-list *')) {
    if (element.closest('svg') || element.closest('[hidden]') || element.matches('.found-count .quiet')) continue;
    const link = element.localName === 'a' ? new URL(element.href) : undefined;
    const address = link ? ` ${link.pathname}?${[...link.searchParams].map((pair) => pair.join('=')).sort().join('&')}${link.hash}` : '';
    const current = element.getAttribute('aria-current') ?? '';
    const own = element.matches('.found-count') ? text(element).split('·')[0] : element.children.length ? '' : text(element);
    lines.push(`${element.localName}.${element.className} ${current} ${element.lang} ${own}${address}`.replace(/\s+/g, ' ').trim());
  }
  return lines;
}

describe('without scripts', () => {
  it('search, filters, chips and paging are plain links', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto('/');
    await page.fill('#q', 'index');
    await page.click('search-box button');
    await page.waitForURL(/\/search\?q=index/);
    const all = await titles(page);
    assert.ok(all.length > 5);
    assert.ok((await page.locator('.hit mark').count()) > 5);

    await page.click('.pages a[rel=next]');
    await page.waitForURL(/page=2/);
    assert.equal((await titles(page)).filter((title) => all.includes(title)).length, 0);

    await page.click('.facet a >> nth=0');
    await page.waitForURL(/kind=/);
    assert.equal(new URL(page.url()).searchParams.get('page'), null, 'a filter starts at the first page');
    assert.equal(await page.locator('.chip').count(), 1);
    await page.click('.chip');
    assert.equal(await page.locator('.chip').count(), 0);
    assert.deepEqual(await titles(page), all);
    await close();
  });

  it('filters open on a phone', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false, width: 390 });
    await page.goto('/search?q=index&lang=en');
    assert.equal(await page.locator('.facet a').first().isVisible(), false);
    await page.click('.facets summary');
    assert.equal(await page.locator('.facet a').first().isVisible(), true);
    await close();
  });

  it('the corrected line is there', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(MISSPELT);
    await page.click('.corrected a');
    await page.waitForURL(/correct=0/);
    assert.equal(await page.locator('.corrected').count(), 0);
    await close();
  });
});
