// ask.test.mjs - answers on the page of results and in the conversation of /ask: their state is the address, with scripts and without, for
// keyboards and narrow screens, and the way to the source marks what was quoted.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { violations } from './axe.mjs';
import { BASE, launch, openPage } from './browser.mjs';
import { serveArticles } from './own_service.mjs';
import { ASKED, LANGUAGES } from './sample.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const address = (path, query) => `${path}?${new URLSearchParams(query)}`;
const results = (lang) => address('/search', { q: ASKED[lang], lang });
const asking = (lang, more = {}) => address(`/${lang}/ask`, { q: ASKED[lang], ...more });
const answered = async (lang, not = []) => {
  const query = new URLSearchParams({ q: ASKED[lang], lang });
  for (const one of not) query.append('not', one);
  return (await fetch(`${BASE}/api/v1/answer?${query}`)).json();
};
const nameOf = ({ source }) => `${source.id}#${source.anchor}`;

async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.getElementById('found').getAttribute('aria-busy') === 'false');
}

for (const javaScriptEnabled of [true, false]) {
  describe(`on the page of results, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    for (const lang of LANGUAGES) {
      it(`says what the API says, and "No" asks on, in ${lang}`, async () => {
        const { page, troubles, close } = await openPage(browser, { javaScriptEnabled, locale: lang });
        await page.goto(results(lang));
        const { answer } = await answered(lang);
        assert.ok(answer, `${ASKED[lang]} has an answer`);
        const quoted = await page.locator('#answer .quote').textContent();
        assert.equal(quoted.replace(/\s/g, ''), answer.text.replace(/\s/g, ''));
        const [no] = (await page.locator('.answer-asks a').all()).slice(-1);
        assert.equal(new URL(await no.getAttribute('href'), BASE).searchParams.get('not'), nameOf(answer));
        await no.click();
        await page.waitForURL(/not=/);
        if (javaScriptEnabled) await settled(page);
        const next = (await answered(lang, [nameOf(answer)])).answer;
        if (next) assert.equal((await page.locator('#answer .quote').textContent()).replace(/\s/g, ''), next.text.replace(/\s/g, ''));
        else assert.equal(await page.locator('#answer .quote').count(), 0);
        assert.equal(await page.locator('#answer').isVisible(), true, 'it says that there is no other');
        if (javaScriptEnabled) assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
        await page.goBack();
        await page.waitForFunction(() => !location.search.includes('not='));
        assert.deepEqual(troubles, []);
        await close();
      });
    }

    it('"Yes" thanks in place of the question', async () => {
      const { page, close } = await openPage(browser, { javaScriptEnabled });
      await page.goto(results('en'));
      await page.click('.answer-asks .choice >> nth=0');
      await page.waitForURL(/answered=1/);
      if (javaScriptEnabled) await settled(page);
      assert.match(await page.locator('.answer-asks').textContent(), /Glad/);
      assert.equal(await page.locator('.answer-asks a').count(), 0);
      await close();
    });
  });
}

describe('on the page of results', () => {
  for (const lang of LANGUAGES) {
    it(`the source opens where the quotation stands, in ${lang}`, async () => {
      const { page, close } = await openPage(browser, { locale: lang });
      await page.goto(results(lang));
      const href = await page.locator('.answer-source a').getAttribute('href');
      assert.match(href, /^[\x21-\x7e]+#[^#]*:~:text=[^#]+$/);
      const { answer: { text } } = await answered(lang);
      const ends = href.split(':~:text=')[1].split(',').map(decodeURIComponent);
      assert.ok(text.startsWith(ends[0]) && text.endsWith(ends.at(-1)), `${ends}`);
      await page.click('.answer-source a');
      await page.waitForLoadState('load');
      // A browser looks for each end within one block.
      for (const end of ends) {
        const isThere = await page.evaluate((wanted) => [...document.querySelectorAll('.prose :is(p, li, td, th, pre, h2, h3)')]
          .some((block) => block.innerText.replace(/\s+/g, ' ').includes(wanted.replace(/\s+/g, ' '))), end);
        assert.ok(isThere, end);
      }
      await close();
    });
  }

  it('an answer comes when the question is asked, not while it is typed', async () => {
    const { page, close } = await openPage(browser);
    await page.goto('/search?q=index&lang=en');
    await page.fill('#\\~q', ASKED.en);
    await page.waitForFunction((title) => document.title.startsWith(title), ASKED.en);
    await settled(page);
    assert.equal(await page.locator('#answer').isVisible(), false);
    await page.press('#\\~q', 'Enter');
    assert.equal(await page.locator('#answer').isVisible(), true);
    await page.fill('#\\~q', 'markdown');
    await page.waitForFunction(() => document.title.startsWith('markdown'));
    await settled(page);
    assert.equal(await page.locator('#answer').isVisible(), false);
    await page.goBack();
    await page.waitForFunction((title) => document.title.startsWith(title), ASKED.en);
    assert.equal(await page.locator('#answer').isVisible(), true);
    await close();
  });

  it('nothing moves when it is loaded', async () => {
    const { page, close } = await openPage(browser, { width: 390 });
    await page.addInitScript(() => {
      globalThis.moved = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(results('en'), { waitUntil: 'networkidle' });
    assert.equal(await page.locator('#answer .quote').isVisible(), true);
    assert.ok(await page.evaluate(() => globalThis.moved) < 0.01);
    await close();
  });
});

for (const javaScriptEnabled of [true, false]) {
  it(`a conversation, ${javaScriptEnabled ? 'with' : 'without'} scripts: asked from the home page, two misses lead to people, and Back works`, async () => {
    const { page, troubles, close } = await openPage(browser, { javaScriptEnabled, width: 390 });
    await page.goto('/en/');
    await page.click('.hero-ask a');
    await page.waitForURL(/\/en\/ask$/);
    await page.fill('#\\~q', ASKED.en);
    await page.press('#\\~q', 'Enter');
    await page.waitForURL(/ask\?q=/);
    assert.equal(await page.locator('.turn-asked').first().textContent().then((text) => text.endsWith(ASKED.en)), true);
    const first = await page.locator('.quote').textContent();
    let misses = 0;
    while (await page.locator('.quote').count()) {
      await page.click('.answer-asks a >> nth=-1');
      await page.waitForFunction((n) => new URLSearchParams(location.search).getAll('not').length === n, ++misses);
      assert.match(page.url(), /#~now$/);
      assert.equal(await page.locator('.turn-told.quiet').count(), misses);
    }
    assert.ok(misses <= 2);
    assert.ok(await page.locator('.topic-links a').count() >= 1);
    for (let i = 0; i < misses; ++i) await page.goBack();
    assert.equal(await page.locator('.quote').textContent(), first);
    assert.deepEqual(troubles, []);
    await close();
  });
}

it('a choice narrows the question, and its chip takes that back', async () => {
  const { page, close } = await openPage(browser);
  await page.goto('/en/ask?q=check+articles&not=none%23');
  const choice = page.locator('.asks-back a').first();
  const label = await choice.textContent();
  await choice.click();
  await page.waitForURL(/(product|level)=/);
  assert.equal(await page.locator('.chip bdi').textContent(), label);
  await page.click('.chip');
  await page.waitForFunction(() => !/(product|level)=/.test(location.search));
  assert.equal(await page.locator('.chip').count(), 0);
  await close();
});

describe('where articles differ in platform and version', () => {
  const work = mkdtempSync(join(tmpdir(), 'signpost-ask-'));
  const ARTICLES = {
    'heating-2': ['applies_to: [2.x]', 'The heating is set by its red wheel.'],
    'heating-3': ['applies_to: [">= 3"]', 'The heating is set by its blue switch.'],
    'windows-start': ['platform: [Windows, macOS]', 'The lamp is started from its menu.'],
    'linux-start': ['platform: Linux', 'The lamp is started by a command.'],
  };
  let service;
  before(async () => {
    mkdirSync(join(work, 'articles/help/en'), { recursive: true });
    writeFileSync(join(work, 'articles/site.yaml'), 'title: Help\nlanguages: [en]\nanswers: { threshold: 0.05 }\n');
    for (const [id, [head, text]] of Object.entries(ARTICLES)) writeFileSync(join(work, `articles/help/en/${id}.md`), `---\ntitle: ${text.includes('lamp') ? 'Lamp' : 'Heating'} ${id.at(-1)}\nid: ${id}\n${head}\n---\n${text}\n`);
    service = await serveArticles(work);
  });
  after(() => {
    service?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  for (const javaScriptEnabled of [true, false]) {
    for (const [question, asked, parameter, choices] of [
      ['how is the heating set', /version/, 'version', { '3 and later': 'blue switch', 2: 'red wheel' }],
      ['how is the lamp started', /platform/, 'platform', { Windows: 'menu', Linux: 'command' }],
    ]) {
      it(`asks for the ${parameter}, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
        const { page, close } = await openPage(browser, { javaScriptEnabled, width: 390, baseURL: service.origin });
        await page.goto(`/en/ask?${new URLSearchParams({ q: question })}`);
        for (const [label, quoted] of Object.entries(choices)) {
          assert.match(await page.locator('#asks-back').textContent(), asked);
          assert.equal(await page.getByRole('group', { name: asked }).getByRole('link').count(), parameter === 'version' ? 2 : 3);
          if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
          await page.locator('.asks-back a', { hasText: new RegExp(`^${label}$`) }).focus();
          await page.keyboard.press('Enter');
          await page.waitForFunction((name) => new URLSearchParams(location.search).has(name), parameter);
          assert.match(page.url(), /#~now$/);
          assert.ok((await page.locator('.quote').textContent()).includes(quoted), label);
          assert.equal(await page.locator('.asks-back').count(), 0);
          assert.equal(await page.locator('.chip bdi').textContent(), label);
          if (javaScriptEnabled) assert.deepEqual(await violations(page), []);
          await page.goBack();
          await page.waitForFunction((name) => !new URLSearchParams(location.search).has(name), parameter);
        }
        await close();
      });
    }
  }
});

it('the Enter that ends a composition asks nothing', async () => {
  const { page, close } = await openPage(browser, { locale: 'ko' });
  await page.goto('/ko/ask');
  await page.fill('#\\~q', '검색');
  await page.evaluate(() => {
    const input = document.getElementById('~q');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }));
    input.form.requestSubmit();
  });
  assert.match(page.url(), /\/ko\/ask$/);
  await page.press('#\\~q', 'Enter');
  await page.waitForURL(/q=/);
  await close();
});

// What pages.test.mjs says of a kind of page, of each state of this one.
for (const theme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    it(`every state is accessible and fits, ${theme}, ${width} px`, async () => {
      const { page, troubles, close } = await openPage(browser, { theme, width });
      for (const path of [results('en'), `${results('en')}&answered=1`, results('ko'), '/ja/ask', asking('en'), asking('ko'), asking('ja', { answered: 1 }), asking('en', { not: 'none#' }), '/en/ask?q=qzxqzx', '/en/ask?q=check+articles&product=signpost-index&not=a%23&not=b%23']) {
        await page.goto(path, { waitUntil: 'load' });
        assert.deepEqual(await violations(page), [], path);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), path);
      }
      assert.deepEqual(troubles, []);
      await close();
    });
  }
}
