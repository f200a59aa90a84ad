// results.test.mjs - the results page: the URL is the state, with scripts and without, and a scripted search leaves the page that a plain
// load of the same address gives.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { violations } from './axe.mjs';
import { BASE, launch, openPage } from './browser.mjs';
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
    await page.fill('#\\~q', 'translate');
    await page.waitForURL(/q=translate/);
    await settled(page);
    assert.notDeepEqual(await titles(page), before);
    assert.match(await page.title(), /^translate/);
    await page.goBack();
    await page.waitForURL(/q=index/);
    await settled(page);
    assert.equal(await page.inputValue('#\\~q'), 'index');
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
    assert.match((await page.locator('.notice').allTextContents()).join(' '), /only its beginning.*first 32 were used/);
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
    await page.fill('#\\~q', '한국어 '.repeat(400));
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
    await page.route('**/search?q=community*', async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response }).catch(() => {}); // it may have been given up
    });
    const asked = page.waitForRequest(/search\?q=community/);
    await page.fill('#\\~q', 'community');
    await asked;
    await page.fill('#\\~q', 'translate');
    await page.waitForURL(/q=translate/);
    await page.waitForFunction(() => document.title.startsWith('translate') && document.getElementById('found').getAttribute('aria-busy') === 'false');
    const newer = await titles(page);
    release();
    await page.unrouteAll({ behavior: 'wait' });
    assert.deepEqual(await titles(page), newer);
    await close();
  });

  it('no result shows tips and topics', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    assert.equal(await page.locator('#empty').isVisible(), false);
    await page.fill('#\\~q', 'qzxqzx');
    await page.waitForURL(/q=qzxqzx/);
    await settled(page);
    assert.equal(await page.locator('.empty-none').isVisible(), true);
    assert.ok((await page.locator('#empty .topic-links a').count()) > 3);
    await close();
  });

  // An answer in place of the service's, and what the page says of it.
  const error = (status, word) => ({ status, contentType: 'text/html', body: `<!doctype html><main id="~main" class="error"><h1>Sorry</h1><p class="summary">${word}</p></main>` });
  for (const [what, answer, want] of [
    ['no connection', undefined, /^The results could not be loaded/],
    ['a page about an error', error(429, 'Too many requests came.'), /^Too many requests came\.$/],
    ['a problem in JSON', { status: 503, contentType: 'application/problem+json', body: '{"detail": "busy"}' }, /^The results could not be loaded/],
  ]) {
    it(`a failure is told, and the next search or another try ends it: ${what}`, async () => {
      const { page, close } = await openPage(browser);
      const fail = () => page.route('**/search?*', (route) => (answer ? route.fulfill(answer) : route.abort('internetdisconnected')));
      await page.goto('/search?q=index&lang=en');
      await page.evaluate(() => { globalThis.sameDocument = true; });
      await fail();
      await page.fill('#\\~q', 'translate');
      await page.locator('.failed p').waitFor();
      assert.match(await page.locator('.failed p').textContent(), want);
      assert.equal(await page.locator('.found').getAttribute('aria-busy'), 'false');
      for (const stale of ['.found-count', '.hit', '.pages', '.facets']) assert.equal(await page.locator(stale).first().isVisible(), false, stale);
      assert.equal(await page.inputValue('#\\~q'), 'translate');
      assert.deepEqual(await violations(page), []);

      await page.unrouteAll({ behavior: 'wait' });
      await page.keyboard.press('Enter'); // the same words again
      await page.locator('.hit').first().waitFor();
      assert.equal(await page.locator('.failed').isVisible(), false);
      assert.equal(await page.evaluate(() => globalThis.sameDocument), true);

      await fail();
      await page.fill('#\\~q', 'community');
      await page.locator('.failed p').waitFor();
      await page.unrouteAll({ behavior: 'wait' });
      await page.click('.failed button');
      await page.locator('.hit').first().waitFor();
      assert.match(await page.title(), /^community/);
      await page.goBack();
      await page.waitForURL(/q=translate/);
      await page.waitForFunction(() => document.title.startsWith('translate'));
      await close();
    });
  }

  it('who reloads and goes back before the scripts are there sees what the address asks for', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    await page.fill('#\\~q', 'translate');
    await page.waitForFunction(() => document.title.startsWith('translate'));
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    await page.route(/results.*\.js/, async (route) => { await released; await route.continue(); });
    await page.reload({ waitUntil: 'commit' });
    await page.locator('.hit').first().waitFor();
    await page.evaluate(() => history.back());
    await page.waitForURL(/q=index/, { waitUntil: 'commit' });
    release();
    await page.waitForFunction(() => document.title.startsWith('index'));
    assert.equal(await page.inputValue('#\\~q'), 'index');
    await close();
  });

  it('what is no page of results in this language and of these files is loaded as a whole', async () => {
    const { page, context, troubles, close } = await openPage(browser);
    const isNew = async (change) => {
      await page.goto('/search?q=index');
      await page.evaluate(() => { globalThis.sameDocument = true; });
      await change();
      await page.fill('#\\~q', 'signpost');
      await page.waitForFunction(() => document.title.startsWith('signpost') && globalThis.sameDocument === undefined);
      await page.unrouteAll({ behavior: 'wait' });
    };
    await isNew(() => context.addCookies([{ name: 'lang', value: 'ko', url: BASE }])); // chosen in another tab
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'ko');
    await context.clearCookies();
    for (const [from, to] of [[/results\.\w+\.css/, 'results.0.css'], [/id="hits"/, 'id="other"']]) {
      await isNew(() => page.route('**/search?*', async (route) => {
        if (route.request().resourceType() !== 'xhr') return route.continue();
        const response = await route.fetch();
        return route.fulfill({ response, body: (await response.text()).replace(from, to) });
      }));
    }
    assert.deepEqual(troubles, []);
    await close();
  });

  it('an answer that is overtaken is given up', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    await page.route('**/search?q=community*', () => {}); // never answered
    const asked = page.waitForRequest(/search\?q=community/);
    const given = page.waitForEvent('requestfailed', (request) => /q=community/.test(request.url()));
    await page.fill('#\\~q', 'community');
    await asked;
    await page.fill('#\\~q', 'translate');
    assert.match((await given).failure().errorText, /ERR_ABORTED/);
    await settled(page);
    assert.match(await page.title(), /^translate/);
    await close();
  });

  it('keeps what a visitor is at: the field, the list of filters, open filters, the line that is read out', async () => {
    const { page, close } = await openPage(browser, { width: 390 });
    await page.goto('/search?q=index&lang=en');
    await page.click('.facets summary');
    await page.evaluate(() => { globalThis.line = document.querySelector('.found-count'); });
    const list = page.locator('.facet ul').filter({ has: page.locator('a[href*="tag="]') });
    const last = list.locator('a').last();
    const name = await last.locator('.facet-name').textContent();
    await last.click();
    await page.waitForURL(/tag=/);
    await settled(page);
    assert.equal(await page.evaluate(() => document.activeElement.querySelector('.facet-name')?.textContent), name);
    assert.equal(await page.evaluate(() => document.activeElement.closest('.facet').querySelector('h2').textContent), 'Tag');
    assert.equal(await page.locator('.facets').getAttribute('open'), '');
    assert.equal(await page.evaluate(() => globalThis.line.isConnected && globalThis.line.getAttribute('role')), 'status');

    await page.focus('#\\~q');
    await page.keyboard.press('End');
    await page.keyboard.type('ing');
    await page.waitForURL(/q=indexing/);
    await settled(page);
    assert.equal(await page.evaluate(() => `${document.activeElement.id} ${document.activeElement.selectionStart}`), '~q 8');
    await close();
  });

  it('a list of filters stays where it was scrolled to', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=signpost&lang=en');
    const list = page.locator('.facet ul').last();
    const scrolled = await list.evaluate((values) => { values.scrollTop = 40; return values.scrollTop; });
    assert.ok(scrolled > 0, 'there are enough tags');
    await page.locator('.facet a').first().click();
    await page.waitForURL(/kind=/);
    await settled(page);
    assert.ok(await list.evaluate((values) => values.scrollTop) > 0);
    await close();
  });

  it('pages begin at their top, with the focus on the number of results', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    await page.click('.pages a[rel=next]');
    await page.waitForURL(/page=2/);
    await settled(page);
    assert.equal(await page.evaluate(() => `${scrollY} ${document.activeElement.className}`), '0 found-count');
    await close();
  });

  it('the same words and another place in the page ask for nothing', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=search%20index&lang=en');
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.focus('#\\~q');
    await page.keyboard.press('Enter');
    await page.focus('.skip');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#~main/);
    await page.goBack();
    await page.waitForURL(/lang=en$/);
    assert.deepEqual(asked.filter((url) => url.includes('/search')), []);
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

  for (const lang of LANGUAGES) {
    it(`a scripted search leaves the page that a plain load gives, in ${lang}`, async () => {
      const q = encodeURIComponent(WORD[lang]);
      const addresses = [
        ...Object.values(pageKinds(lang)).filter((path) => path.startsWith('/search') && !path.includes('explain')), MISSPELT.replace('lang=en', `lang=${lang}`), tooMuch(lang),
        `/search?lang=${lang}&kind=help&kind=help&level=basic`, `/search?q=${encodeURIComponent(`${WORD[lang]} \u202Efdp`)}&lang=${lang}`, `/search?q=${q}&lang=${lang}&page=2&kind=help`,
      ];
      const plain = await openPage(browser, { locale: lang });
      const loaded = new Map();
      for (const address of addresses) {
        await plain.page.goto(address, { waitUntil: 'networkidle' });
        loaded.set(address, await plain.page.evaluate(whole));
      }
      await plain.close();
      const { page, troubles, close } = await openPage(browser, { locale: lang });
      await page.goto(`/search?q=signpost&lang=${lang}`, { waitUntil: 'networkidle' });
      await page.evaluate(() => { globalThis.sameDocument = true; });
      // There and back, so that each is reached from two others.
      for (const address of [...addresses, ...addresses.slice(0, -1).reverse()]) {
        await page.evaluate((to) => {
          history.pushState(null, '', to);
          dispatchEvent(new PopStateEvent('popstate'));
        }, address);
        await page.waitForFunction(() => document.getElementById('found').getAttribute('aria-busy') === 'false');
        assert.equal(await page.evaluate(whole), loaded.get(address), address);
      }
      assert.equal(await page.evaluate(() => globalThis.sameDocument), true, 'no page was loaded');
      assert.deepEqual(troubles, []);
      await close();
    });
  }
});

// All of the page, from <html> to </html>, in lines to compare.
function whole() {
  return document.documentElement.outerHTML.replaceAll('><', '>\n<');
}

describe('without scripts', () => {
  it('search, filters, chips and paging are plain links', async () => {
    const { page, close } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto('/');
    await page.fill('#\\~q', 'index');
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
