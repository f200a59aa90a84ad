// widget.test.mjs - <signpost-help> on pages of another origin, with the strictest policies and rudest styles that these may have.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseFragment } from 'parse5';
import { violations } from './axe.mjs';
import { BASE, launch, openPage } from './browser.mjs';
import { ASKED, LANGUAGES } from './sample.mjs';
import { SCRIPT, STRICT, hostPage, openHostPage, startHost } from './widget_host.mjs';

const require = createRequire(import.meta.url);
const WIDGET = fileURLToPath(new URL('../../web/widget', import.meta.url));
const BUDGET = 12 * 1000;
const LABEL = { en: 'Help', ko: '도움말', ja: 'ヘルプ' };

let browser;
let host;
let strict; // the address of a page with one widget and nothing else
before(async () => {
  browser = await launch();
  host = await startHost();
  strict = host.serve('/', hostPage());
});
after(async () => {
  await browser.close();
  host.close();
});

const opener = (page, name = 'Help') => page.getByRole('button', { name, exact: true });
const field = (page) => page.getByRole('searchbox');
const panel = (page) => page.getByRole('dialog');
const results = (page) => panel(page).locator('[part=result]');
// What has the focus, inside the shadow tree too: its text, label or id.
const focused = (page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element.ariaLabel || element.id || element.textContent.trim();
});
const ofHelpCentre = (asked) => asked.filter((url) => url.startsWith(BASE)).map((url) => new URL(url).pathname);

// Of a script as it goes over the line.
const compressedSize = (path) => new Promise((resolve, reject) => {
  get(BASE + path, { headers: { 'Accept-Encoding': 'br' } }, (response) => {
    let size = 0;
    response.on('data', (bytes) => { size += bytes.length; });
    response.on('end', () => (response.headers['content-encoding'] === 'br' ? resolve(size) : reject(new Error(path))));
  });
});

async function openPanel(page, name = 'Help') {
  await opener(page, name).click();
  await results(page).first().waitFor();
}

describe('on a page that allows nothing but the help centre', () => {
  it('searches, answers, and shows articles, without any policy being violated', async () => {
    const { page, troubles, asked, close } = await openHostPage(browser, strict);
    await openPanel(page);
    await field(page).fill(ASKED.en);
    const answer = panel(page).locator('[part=answer]');
    await answer.waitFor();
    assert.match(await answer.textContent(), /aliases:/);
    assert.match(await answer.textContent(), /Redirect an old URL.*Updated .*20\d\d/s);
    await answer.getByRole('link', { name: 'Redirect an old URL' }).click();
    await panel(page).getByRole('heading', { name: 'Redirect an old URL' }).waitFor();
    assert.match(page.url(), /\/$/, 'the page stays');
    assert.equal(new URL(asked.find((url) => url.includes('/api/v1/articles/'))).searchParams.get('q'), ASKED.en, 'counted with its search');
    await panel(page).getByRole('button', { name: 'Back' }).click();
    assert.equal(await field(page).inputValue(), ASKED.en);
    await answer.getByRole('button', { name: 'This does not answer it' }).click();
    await page.waitForFunction(() => !document.querySelector('signpost-help').shadowRoot.querySelector('[part=answer]')?.textContent.includes('aliases:'));
    assert.deepEqual(troubles, []);
    await close();
  });

  it('runs where only a nonce lets scripts run', async () => {
    const nonced = SCRIPT.replace('<script', '<script nonce="once"');
    for (const allowed of ["'nonce-once'", "'nonce-once' 'strict-dynamic'"]) {
      const url = host.serve('/nonce', hostPage({ head: nonced }), STRICT.replace(`script-src ${BASE}`, `script-src ${allowed}`));
      const { page, troubles, close } = await openHostPage(browser, url);
      await openPanel(page);
      assert.deepEqual(troubles, []);
      await close();
    }
  });

  it('follows a page that changes its language', async () => {
    const { page, troubles, close } = await openHostPage(browser, strict);
    await openPanel(page);
    await page.keyboard.press('Escape');
    await page.evaluate(() => { document.documentElement.lang = 'ja'; });
    await page.evaluate(() => document.querySelector('signpost-help').open());
    await page.getByRole('dialog', { name: LABEL.ja }).waitFor();
    assert.equal(await field(page).getAttribute('placeholder'), 'ヘルプを検索');
    assert.deepEqual(troubles, []);
    await close();
  });

  it('asks for nothing but its script before somebody comes to it', async () => {
    const { page, asked, close } = await openHostPage(browser, strict);
    await page.locator('#after').focus();
    await page.mouse.move(1200, 850);
    assert.deepEqual(ofHelpCentre(asked), ['/widget.js']);
    const loaded = page.waitForResponse(/\/panel\.js$/);
    await opener(page).focus();
    await loaded;
    assert.deepEqual(ofHelpCentre(asked).filter((path) => path.startsWith('/api')), [], 'the focus loads what opening it needs, and asks nothing');
    await close();
  });

  it('leaves no name, no storage and no cookie on the page', async () => {
    const bare = host.serve('/bare', hostPage({ head: '', body: '' }));
    const names = (page) => page.evaluate(() => Object.getOwnPropertyNames(globalThis).filter((name) => !/^__|^\d+$/.test(name)));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(bare);
    const before = await names(page);
    await context.close();
    const opened = await openHostPage(browser, strict);
    await openPanel(opened.page);
    await field(opened.page).fill('index');
    await field(opened.page).press('Enter');
    assert.deepEqual((await names(opened.page)).filter((name) => !before.includes(name)), []);
    assert.deepEqual(await opened.page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
    assert.deepEqual(await opened.context.cookies(), []);
    await opened.close();
  });

  for (const lang of LANGUAGES) {
    it(`stays below ${BUDGET} bytes compressed in ${lang}`, async (test) => {
      const url = host.serve(`/size-${lang}`, hostPage({ body: `<signpost-help lang="${lang}"></signpost-help>` }));
      const { page, asked, close } = await openHostPage(browser, url);
      await openPanel(page, LABEL[lang]);
      await field(page).fill(ASKED[lang]);
      await results(page).first().click();
      await panel(page).locator('[part=article]').waitFor();
      const scripts = ofHelpCentre(asked).filter((path) => path.startsWith('/widget'));
      assert.ok(scripts.length >= 7, `${scripts.length} files`);
      const sizes = await Promise.all(scripts.map(compressedSize));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      test.diagnostic(`${scripts.length} files, ${total} bytes`);
      assert.ok(total > 8000 && total <= BUDGET, `${total} bytes`);
      await close();
    });
  }
});

describe('what it looks like is its own', () => {
  const RUDE = '* { all: unset !important; } :root { direction: ltr; } * { display: inline; position: static; font-size: 3px; }';

  it('is the same with "* { all: unset }" on the page', async () => {
    const shapes = [];
    for (const style of ['', `<style>${RUDE}</style>`]) {
      const url = host.serve('/rude', hostPage({ head: style + SCRIPT }), STRICT.replace("default-src 'none'", "default-src 'none'; style-src 'unsafe-inline'"));
      const { page, troubles, close } = await openHostPage(browser, url);
      const button = opener(page);
      const outside = await button.evaluate((one) => [getComputedStyle(one).fontSize, JSON.stringify(one.getBoundingClientRect())]);
      await openPanel(page);
      const shape = await panel(page).evaluate((one) => [...one.querySelectorAll('*')].map((inner) => `${inner.localName} ${JSON.stringify(inner.getBoundingClientRect())} ${getComputedStyle(inner).color} ${getComputedStyle(inner).fontSize}`));
      shapes.push([...outside, ...shape]);
      assert.deepEqual(troubles, []);
      await close();
    }
    assert.deepEqual(shapes[1], shapes[0]);
  });

  it('takes the colours, and what is said of its parts', async () => {
    const style = '<style>signpost-help { --signpost-accent: rgb(120, 0, 60); --signpost-radius: 3px; } signpost-help::part(button) { letter-spacing: 4px; } signpost-help::part(header) { background: rgb(1, 2, 3); }</style>';
    const url = host.serve('/themed', hostPage({ head: style + SCRIPT }), '');
    const { page, close } = await openHostPage(browser, url);
    const of = (locator, property) => locator.evaluate((one, name) => getComputedStyle(one)[name], property);
    assert.equal(await of(opener(page), 'backgroundColor'), 'rgb(120, 0, 60)');
    assert.equal(await of(opener(page), 'letterSpacing'), '4px');
    await openPanel(page);
    assert.equal(await of(panel(page), 'borderRadius'), '3px');
    assert.equal(await of(panel(page).locator('[part=header]'), 'backgroundColor'), 'rgb(1, 2, 3)');
    await close();
  });

  it('two on one page work apart', async () => {
    const url = host.serve('/two', hostPage({ body: '<signpost-help id="one" label="First"></signpost-help><signpost-help id="two" label="Second" placement="start" lang="ko"></signpost-help><button data-signpost-open="search-tips" aria-controls="two">Open the second</button>' }));
    const { page, troubles, close } = await openHostPage(browser, url);
    await openPanel(page, 'First');
    await field(page).fill('index');
    await opener(page, 'Second').click();
    const second = page.getByRole('dialog', { name: 'Second' });
    await second.getByRole('searchbox').fill('색인');
    assert.equal(await page.getByRole('dialog', { name: 'First' }).getByRole('searchbox').inputValue(), 'index');
    await second.getByRole('searchbox').press('Escape');
    assert.equal(await second.count(), 0);
    assert.equal(await page.getByRole('dialog', { name: 'First' }).count(), 1);
    await page.getByRole('button', { name: 'Open the second' }).click();
    await second.getByRole('heading', { level: 2 }).filter({ hasNotText: '불러오는' }).waitFor();
    assert.equal(await second.locator('h2').getAttribute('lang'), 'ko');
    assert.deepEqual(troubles, []);
    await close();
  });

  it('is mirrored where the language is written from right to left', async () => {
    const url = host.serve('/rtl', hostPage({ root: 'lang="ar" dir="rtl"' }));
    const { page, troubles, close } = await openHostPage(browser, url, { locale: 'ar' });
    await openPanel(page);
    assert.equal(await panel(page).evaluate((one) => getComputedStyle(one).direction), 'rtl');
    const box = await panel(page).boundingBox();
    const button = await opener(page).boundingBox();
    assert.ok(box.x < 100 && button.x < 100, JSON.stringify([box, button]));
    const close2 = await panel(page).getByRole('button', { name: 'Close' }).boundingBox();
    assert.ok(close2.x < box.x + box.width / 2);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(troubles, []);
    await close();
  });

  for (const width of [390, 1280]) {
    for (const theme of ['light', 'dark']) {
      it(`axe finds nothing at ${width} px, ${theme}`, async () => {
        const { page, close } = await openHostPage(browser, strict, { width, height: 800, theme });
        assert.deepEqual(await violations(page), []);
        await openPanel(page);
        await field(page).fill(ASKED.en);
        await panel(page).locator('[part=answer]').waitFor();
        assert.deepEqual(await violations(page), []);
        if (width === 390) assert.deepEqual(await panel(page).boundingBox(), { x: 0, y: 0, width: 390, height: 800 });
        await page.evaluate(() => document.querySelector('signpost-help').open({ article: 'markdown' }));
        await panel(page).getByRole('heading', { level: 3 }).first().waitFor();
        assert.deepEqual(await violations(page), []);
        const wide = await panel(page).locator('[part=body]').evaluate((one) => one.scrollWidth - one.clientWidth);
        assert.ok(wide <= 0, `${wide} px are cut off`);
        await panel(page).getByRole('button', { name: 'Contact us' }).click();
        await panel(page).getByRole('heading', { name: 'Contact us' }).waitFor();
        assert.deepEqual(await violations(page), []);
        await close();
      });
    }
  }
});

describe('with the keyboard alone', () => {
  it('Tab leaves it, Escape closes it, and the focus comes back', async () => {
    const { page, close } = await openHostPage(browser, strict);
    await page.locator('#before').focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Help');
    assert.equal(await opener(page).getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('Enter');
    await results(page).first().waitFor();
    assert.equal(await opener(page).getAttribute('aria-expanded'), 'true');
    assert.equal(await focused(page), 'Search for help');
    await page.keyboard.type('redirect');
    await page.waitForFunction(() => /redirect/i.test(document.querySelector('signpost-help').shadowRoot.querySelector('[part=result]')?.textContent));
    await page.keyboard.press('ArrowDown');
    const first = await focused(page);
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await focused(page), first);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await panel(page).getByRole('button', { name: 'Back' }).waitFor();
    await panel(page).locator('[part=article]').waitFor();
    await panel(page).getByRole('button', { name: 'Back' }).press('Enter');
    assert.equal(await focused(page), first, 'where it was');
    for (let steps = 0; steps < 60 && await focused(page) !== 'after'; ++steps) await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'after');
    assert.equal(await panel(page).count(), 1, 'it is still there');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    assert.equal(await panel(page).count(), 0);
    assert.equal(await focused(page), 'Help');
    await close();
  });

  it('closes when the focus goes to what it covers', async () => {
    const { page, close } = await openHostPage(browser, strict, { width: 390, height: 800 });
    await openPanel(page);
    await page.locator('#after').focus();
    assert.equal(await panel(page).count(), 0);
    assert.equal(await focused(page), 'after');
    await close();
  });

  it('Escape leaves a dialog of the page open', async () => {
    const url = host.serve('/dialog', hostPage({ body: '<signpost-help></signpost-help><dialog id="form"><p>Form</p><button data-signpost-open="search-tips">Explain</button><signpost-help placement="none" label="In here"></signpost-help></dialog>' }));
    const { page, troubles, close } = await openHostPage(browser, url);
    await page.evaluate(() => document.getElementById('form').showModal());
    await page.getByRole('button', { name: 'Explain' }).click();
    const inside = page.getByRole('dialog', { name: 'In here' });
    await inside.getByRole('heading', { name: 'Search tips' }).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await inside.count(), 0);
    assert.equal(await page.evaluate(() => document.getElementById('form').open), true);
    assert.equal(await focused(page), 'Explain');
    assert.deepEqual(troubles, []);
    await close();
  });

  it('takes Korean as it is composed, and no Enter of the input method', async () => {
    const url = host.serve('/ko', hostPage({ root: 'lang="ko"' }));
    const { page, context, close } = await openHostPage(browser, url, { locale: 'ko' });
    await openPanel(page, LABEL.ko);
    const client = await context.newCDPSession(page);
    const answers = [];
    page.on('request', (request) => { if (request.url().includes('/api/v1/answer')) answers.push(request.url()); });
    for (const text of ['ㅅ', '새', '색', '색이', '색인']) await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await field(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
    await page.waitForFunction(() => /색인/.test(document.querySelector('signpost-help').shadowRoot.querySelector('[part=result]')?.textContent));
    assert.equal(await field(page).inputValue(), '색인');
    await client.send('Input.insertText', { text: '색인' });
    assert.equal(await field(page).inputValue(), '색인');
    await field(page).press('Enter');
    await page.waitForFunction(() => true);
    assert.ok(answers.length >= 1);
    await close();
  });
});

describe('from the page', () => {
  it('elements and code open articles and searches', async () => {
    const url = host.serve('/code', hostPage({ body: `<signpost-help placement="none"></signpost-help><a id="explain" href="${BASE}/en/articles/markdown" data-signpost-open="markdown#tables"><b>Tables?</b></a>` }));
    const { page, troubles, close } = await openHostPage(browser, url);
    assert.equal(await opener(page).count(), 0);
    await page.getByText('Tables?').click();
    await page.waitForFunction(() => document.querySelector('signpost-help').shadowRoot.activeElement?.id === 'tables');
    const top = await panel(page).locator('#tables').evaluate((one) => one.getBoundingClientRect().top - one.closest('[part=body]').getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 60, `${top}`);
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'explain');
    const events = await page.evaluate(async () => {
      const help = document.querySelector('signpost-help');
      const seen = [];
      for (const name of ['signpost-open', 'signpost-close']) document.addEventListener(name, () => seen.push(`${name} ${help.isOpen}`));
      await help.open({ query: 'synonyms' });
      help.close();
      help.open();
      help.close();
      await help.open();
      return seen;
    });
    assert.deepEqual(events, ['signpost-open true', 'signpost-close false', 'signpost-open true']);
    assert.equal(await field(page).inputValue(), 'synonyms');
    assert.deepEqual(troubles, []);
    await close();
  });

  it('links between articles stay in the panel, others open a tab that knows nothing of it', async () => {
    const { page, context, close } = await openHostPage(browser, strict);
    await page.evaluate(() => document.querySelector('signpost-help').open({ article: 'write-your-first-article' }));
    await panel(page).getByRole('link', { name: 'add it to site.yaml' }).click();
    await page.waitForFunction(() => document.querySelector('signpost-help').shadowRoot.activeElement?.id === 'categories');
    const out = panel(page).getByRole('link', { name: /Open in the help centre/ });
    assert.match(await out.getAttribute('href'), /\/en\/articles\/configure-site$/);
    const [tab] = await Promise.all([context.waitForEvent('page'), out.click()]);
    await tab.waitForURL(/configure-site/);
    assert.equal(await tab.evaluate(() => globalThis.opener), null);
    await tab.close();
    for (const link of await panel(page).locator('[part=article] a[href]').all()) {
      const [href, target, rel] = await link.evaluate((one) => [one.href, one.target, one.rel]);
      if (/\/articles\/[^./]+$/.test(href) && href.startsWith(BASE)) assert.equal(target, '', href);
      else if (!href.includes('#')) assert.deepEqual([target, rel], ['_blank', 'noopener'], href);
    }
    await close();
  });

  it('shows its children where its script does not run, and a new tab where the panel can not be loaded', async () => {
    const url = host.serve('/fallback', hostPage({ body: `<signpost-help><a href="${BASE}/">Help centre</a></signpost-help>` }));
    const { page, context, close } = await openHostPage(browser, url);
    assert.equal(await page.getByRole('link', { name: 'Help centre' }).isVisible(), false);
    await page.route(/panel\.js/, (route) => route.abort());
    const [tab] = await Promise.all([context.waitForEvent('page'), opener(page).click()]);
    await tab.waitForURL(`${BASE}/**`);
    await close();
    const silent = await browser.newContext({ javaScriptEnabled: false });
    const quiet = await silent.newPage();
    await quiet.goto(url);
    assert.equal(await quiet.getByRole('link', { name: 'Help centre' }).isVisible(), true);
    await silent.close();
  });

  it('says what is wrong, and asks again', async () => {
    const { page, close } = await openHostPage(browser, strict);
    await openPanel(page);
    await page.route(/\/api\/v1\/search/, (route) => route.abort());
    await field(page).fill('index');
    await panel(page).getByText('can’t be reached').first().waitFor();
    await page.unroute(/\/api\/v1\/search/);
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await results(page).first().waitFor();
    await page.evaluate(() => document.querySelector('signpost-help').open({ article: 'no-such-article' }));
    await panel(page).getByRole('heading', { name: 'not there any more' }).waitFor();
    await close();
  });

  it('drops answers that come late', async () => {
    const { page, close } = await openHostPage(browser, strict);
    await openPanel(page);
    let release;
    let answered;
    const held = new Promise((resolve) => { release = resolve; });
    const late = new Promise((resolve) => { answered = resolve; });
    await page.route(/\/api\/v1\/search\?q=synonyms/, async (route) => {
      await held;
      await route.continue().catch(() => {}); // nobody waits for it any more
      answered();
    });
    const asked = page.waitForRequest(/q=synonyms/);
    await field(page).fill('synonyms');
    await asked;
    await field(page).fill('docker');
    await page.waitForFunction(() => /docker/i.test(document.querySelector('signpost-help').shadowRoot.querySelector('[part=result]')?.textContent));
    release();
    await late;
    assert.match(await results(page).first().textContent(), /docker/i);
    await close();
  });
});

// Whatever the API would say, an article can do nothing on the page of somebody else.
describe('hostile articles', () => {
  const PAYLOADS = [
    '<script>globalThis.pwned = 1</script>', '<img src=x onerror="globalThis.pwned = 1">', '<img src="x" onerror="globalThis.pwned = 1">', '<svg onload="globalThis.pwned = 1"></svg>',
    '<iframe srcdoc="&lt;script&gt;parent.pwned = 1&lt;/script&gt;"></iframe>', '<a href="javascript:globalThis.pwned = 1" id="js">click</a>', '<a href="&#106;avascript:pwned=1">x</a>', '<a href=" java\nscript:pwned = 1">x</a>',
    '<p style="position:fixed" class="button panel admonition">x</p>', '<form action="https://evil.example"><input name="password" type="password"><button>Send</button></form>',
    '<input type="image" src="x" onerror="globalThis.pwned = 1" autofocus onfocus="globalThis.pwned = 1">', '<details open ontoggle="globalThis.pwned = 1">x</details>', '<style>* { display: none }</style>', '<base href="https://evil.example/">',
    '<p popover="auto" id="x" slot="y" is="z" part="button">x</p>', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=globalThis.pwned=1&gt;">', `${'<b>'.repeat(5000)}deep`, '<a<a<a'.repeat(20000), '<p title="', '</div></div></div><h2>out</h2>',
    '<video src="javascript:1" autoplay controls onerror="globalThis.pwned = 1"><source src="data:text/html,x" onerror="globalThis.pwned = 1"></video>', '<signpost-help></signpost-help><template><script>pwned = 1</script></template>', '<p constructor="x" __proto__="y" toString>x</p>',
    '<a href="/en/articles/markdown#100%">x</a><a href="/en/articles/%E0%A4%A">x</a><a href="https://">x</a><a href="//evil.example/en/articles/markdown">x</a>',
  ];

  it('can only stand there', async () => {
    const { page, troubles, asked, close } = await openHostPage(browser, strict);
    const article = await (await fetch(`${BASE}/api/v1/articles/search-tips?lang=en`)).json();
    await page.route(/\/api\/v1\/articles\/hostile/, (route) => route.fulfill({ json: { ...article, id: 'hostile', title: '<img src=x onerror=pwned=1>\u202E', html: `${PAYLOADS.join('')}<p>end</p>` }, headers: { 'Access-Control-Allow-Origin': '*' } }));
    await page.evaluate(() => document.querySelector('signpost-help').open({ article: 'hostile' }));
    await panel(page).locator('[part=article]').waitFor();
    const seen = await panel(page).locator('[part=article]').evaluate((article) => {
      let deepest = 0;
      const elements = [...article.querySelectorAll('*')].map((element) => {
        let depth = 0;
        for (let one = element; one !== article; one = one.parentElement) ++depth;
        deepest = Math.max(deepest, depth);
        return { name: element.localName, space: element.namespaceURI, attributes: [...element.attributes].map(({ name, value }) => [name, value]) };
      });
      return { elements, deepest, images: article.parentElement.querySelectorAll('h2 img').length };
    });
    await page.evaluate(() => document.querySelector('signpost-help').shadowRoot.querySelectorAll('[part=article] a').forEach((link) => link.click()));
    assert.equal(await page.evaluate(() => globalThis.pwned), undefined);
    assert.equal(seen.images, 0, 'the title is text');
    assert.ok(seen.deepest <= 200, `${seen.deepest}`);
    assert.ok(seen.elements.length > 100);
    for (const { name, space, attributes } of seen.elements) {
      assert.equal(space, 'http://www.w3.org/1999/xhtml');
      assert.doesNotMatch(name, /^(script|style|iframe|svg|math|form|button|base|template|object|embed|link|meta|textarea|select)$|-/);
      for (const [attribute, value] of attributes) {
        assert.doesNotMatch(attribute, /^on|^(style|name|srcdoc|autofocus|autoplay|popover|slot|is|part|action|formaction|constructor|__proto__)$/, `${name} ${attribute}`);
        if (/^(href|src)$/.test(attribute)) assert.match(value, /^(https?|mailto|tel):/, `${name} ${value}`);
        if (attribute === 'class') assert.doesNotMatch(value, /button|panel/);
        if (name === 'input') assert.doesNotMatch(`${attribute}=${value}`, /^type=(?!checkbox)/);
      }
    }
    assert.deepEqual(asked.filter((url) => /evil/.test(url)), []);
    assert.deepEqual(troubles.filter((trouble) => !/Failed to load resource|failed: /.test(trouble)), []);
    await close();
  });

  it('say the same in the panel as to a parser that follows the standard', async () => {
    const { page, close } = await openHostPage(browser, strict);
    const words = (node) => (node.value ?? '') + (node.childNodes ?? []).map(words).join('');
    for (const id of ['markdown', 'write-your-first-article', 'admonitions', 'front-matter', 'search-tips']) {
      const { html, title } = await (await fetch(`${BASE}/api/v1/articles/${id}?lang=en`)).json();
      await page.evaluate((article) => document.querySelector('signpost-help').open({ article }), id);
      await panel(page).getByRole('heading', { name: title, level: 2, exact: true }).waitFor();
      assert.equal(await panel(page).locator('[part=article]').evaluate((one) => one.textContent), words(parseFragment(html)), id);
    }
    await close();
  });
});

describe('its files', () => {
  const files = readdirSync(WIDGET, { recursive: true }).filter((name) => name.endsWith('.js'));
  const source = files.map((name) => readFileSync(join(WIDGET, name), 'utf8')).join('\n');

  it('come from any static host', async () => {
    const policy = STRICT.replace(`script-src ${BASE}`, `script-src ${host.origin}`);
    const url = host.serve('/hosted', hostPage({ head: '<script type="module" src="/static/widget.js"></script>', body: `<signpost-help server="${BASE}"></signpost-help>` }), policy);
    const { page, troubles, asked, close } = await openHostPage(browser, url);
    await openPanel(page);
    await results(page).first().click();
    await panel(page).locator('[part=article]').waitFor();
    assert.deepEqual(troubles, []);
    assert.deepEqual(ofHelpCentre(asked).filter((path) => !path.startsWith('/api/v1/')), []);
    await close();
  });

  it('have sums that a page can hold them to', async () => {
    const { version, integrity } = await (await fetch(`${BASE}/widget/integrity.json`)).json();
    assert.deepEqual(Object.keys(integrity).sort(), files.map((name) => `/widget/${version}/${name}`).sort());
    for (const [path, sum] of Object.entries(integrity)) {
      const bytes = Buffer.from(await (await fetch(BASE + path)).arrayBuffer());
      assert.equal(sum, `sha256-${createHash('sha256').update(bytes).digest('base64')}`, path);
      assert.deepEqual(bytes, readFileSync(join(WIDGET, path.split('/').slice(3).join('/'))), path);
    }
    const absolute = Object.fromEntries(Object.entries(integrity).map(([path, sum]) => [BASE + path, sum]));
    const page = (sums) => `<script type="importmap">${JSON.stringify({ integrity: sums })}</script><script type="module" src="${BASE}/widget/${version}/widget.js"></script>`;
    const fits = host.serve('/sums', hostPage({ head: page(absolute) }), '');
    const opened = await openHostPage(browser, fits);
    await openPanel(opened.page);
    assert.deepEqual(opened.troubles, []);
    await opened.close();
    const other = host.serve('/other-sums', hostPage({ head: page({ ...absolute, [`${BASE}/widget/${version}/views.js`]: integrity[`/widget/${version}/dom.js`] }) }), '');
    const refused = await openHostPage(browser, other);
    const [tab] = await Promise.all([refused.context.waitForEvent('page'), opener(refused.page).click()]);
    await tab.waitForURL(`${BASE}/**`);
    assert.equal(await panel(refused.page).count(), 0);
    await refused.close();
  });

  it('are described by a manifest that fits its schema and is true', async () => {
    const Ajv = require('ajv').default;
    const manifest = JSON.parse(readFileSync(join(WIDGET, 'custom-elements.json'), 'utf8'));
    const fits = new Ajv({ strict: false, allErrors: true }).compile(require('custom-elements-manifest/schema.json'));
    assert.ok(fits(manifest), JSON.stringify(fits.errors));
    const [{ declarations: [element] }] = manifest.modules;
    const names = (list) => list.map(({ name }) => name).sort();
    const inSource = (pattern) => [...new Set([...source.matchAll(pattern)].map(([, name]) => name))].sort();
    assert.deepEqual(names(element.cssProperties), inSource(/var\((--signpost-[\w-]+)/g));
    assert.deepEqual(names(element.cssParts), inSource(/part(?::|\s=) '(\w+)'/g));
    assert.deepEqual(names(element.events), inSource(/'(signpost-(?:open|close))'/g));
    for (const { name } of element.attributes) assert.match(source, new RegExp(`(?:'${name}'|\\[${name}=)`), name);
    const { page, close } = await openHostPage(browser, strict);
    const own = await page.evaluate(() => Object.getOwnPropertyNames(customElements.get('signpost-help').prototype));
    for (const { name } of element.members) assert.ok(own.includes(name), name);
    await close();
  });

  it('have the same texts in each language, and need each', async () => {
    const [en, ko, ja] = await Promise.all(LANGUAGES.map(async (lang) => (await import(`data:text/javascript,${encodeURIComponent(readFileSync(join(WIDGET, 'texts', `${lang}.js`), 'utf8'))}`)).default));
    const placeholders = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const texts of [ko, ja]) {
      assert.deepEqual(Object.keys(texts), Object.keys(en));
      for (const [key, text] of Object.entries(texts)) {
        assert.deepEqual(placeholders(text), placeholders(en[key]), key);
        assert.notEqual(text, en[key], key);
      }
    }
    for (const key of Object.keys(en)) assert.match(source, new RegExp(`texts\\.${key}\\b|\\{ ${key} \\} = this\\.texts`), key);
  });
});

it('the integrations page shows it, with the lines to copy', async () => {
  for (const lang of LANGUAGES) {
    const { page, troubles, close } = await openPage(browser, { locale: lang });
    await page.goto(`/${lang}/integrations`);
    assert.match(await page.locator('pre').first().textContent(), /<script type="module" src="https:\/\/help\.example\.com\/widget\.js"><\/script>\n<signpost-help/);
    const { integrity } = JSON.parse((await page.locator('pre').last().textContent()).replace(/^<script[^>]*>|<\/script>[^]*$/g, ''));
    assert.ok(Object.keys(integrity).length >= 8);
    assert.deepEqual(await violations(page), []);
    await openPanel(page, LABEL[lang]);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await page.locator('main [data-signpost-open]').click();
    await panel(page).locator('[part=article]').waitFor();
    assert.deepEqual(troubles, []);
    await close();
  }
});
