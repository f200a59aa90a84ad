// hostile.test.mjs - nothing that a stranger writes or sends runs in a browser, with the Content-Security-Policy switched off:
// every payload of tests/data/xss in every place, through indexer, pages, JSON, sitemap, suggestions and results, judged in
// Chromium and by a parser that follows the HTML standard.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { LANGUAGES, MARK, PAYLOADS, articleUrl, threadUrl, writeHelpCentre } from './hostile_help_centre.mjs';
import { serveArticles } from './own_service.mjs';
import { elementsOfPage, elementsOfText, violations } from './page_judge.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-hostile-'));
const PAGES_AT_A_TIME = 2;
const FRAMES_AT_A_TIME = 12;
const PATIENCE_MS = 120_000; // longer than a busy machine needs; nothing waits for it but a test that fails
let service;
let browser;
let origin;

before(async () => {
  writeHelpCentre(join(work, 'articles'));
  service = await serveArticles(work);
  origin = service.origin;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

// The service refuses a request with a NUL; what is left of the payload is asked.
const query = (text, lang, more = '') => `/search?q=${encodeURIComponent(text.replaceAll('\0', ''))}&lang=${lang}${more}`;
const numbers = PAYLOADS.map((payload, number) => number);
const LISTS = LANGUAGES.flatMap((lang) => [`/${lang}/`, `/${lang}/categories`, `/${lang}/categories/places`, `/${lang}/categories/places?page=2`, query(MARK, lang), query(MARK, lang, '&page=2&explain=1')]);

// Pages that show what the payload has become, by the place that it was put into.
const pagesOf = (number) => {
  const payload = PAYLOADS[number];
  const value = encodeURIComponent(payload.replaceAll('\0', ''));
  const lang = LANGUAGES[number % 3];
  return {
    article: articleUrl(number),
    thread: threadUrl(number),
    results: query(payload, lang, `&tag=${value}&category=${value}&product=${value}`),
  };
};

// A page in a context where everything may run, which notes what does. `mayHold` says which frames are none of a payload's.
async function openUnguarded(mayHold = () => false) {
  const context = await browser.newContext({ bypassCSP: true, baseURL: origin, serviceWorkers: 'block' });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript(() => {
    globalThis.ran = [];
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) globalThis[name] = () => { globalThis.ran.push(name); };
  });
  const page = await context.newPage();
  const troubles = [];
  page.on('dialog', (dialog) => { troubles.push('dialog'); dialog.dismiss(); });
  page.on('pageerror', (error) => troubles.push(`exception ${error.message}`));
  page.on('popup', () => troubles.push('popup'));
  page.on('download', () => troubles.push('download'));
  page.on('frameattached', (frame) => { if (!mayHold(frame)) troubles.push('frame'); });
  page.on('request', (request) => {
    const url = new URL(request.url());
    // Articles may show images from elsewhere; whether posts do is for the judge.
    if (url.protocol.startsWith('http') && url.origin !== origin && request.resourceType() !== 'image') troubles.push(`request ${url}`);
  });
  return { context, page, troubles };
}

// What is wrong with the page as it is now.
async function wrongNow({ page, troubles }, stranger) {
  const judged = await page.evaluate(`(${violations})((${elementsOfPage})(), ${JSON.stringify({ origin, stranger })})`);
  const ran = await page.evaluate(() => globalThis.ran.splice(0));
  return [...judged, ...ran.map((name) => `ran ${name}`), ...troubles.splice(0)];
}

// Opens the addresses in frames of one page, which costs much less than going to each, and returns what is wrong in them. Runs in
// the browser. The judge's frames lie above each other, so that each is as large and as visible as a page.
async function judgeFrames({ addresses, elements, judge, origin, patience }) {
  const elementsOf = globalThis.eval(elements);
  const wrongIn = globalThis.eval(judge);
  const frames = await Promise.all(addresses.map((address) => new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.style = 'position: absolute; inset: 0; width: 1280px; height: 720px';
    frame.onload = () => resolve(frame);
    frame.src = address;
    setTimeout(() => reject(new Error(`${address} does not load`)), patience);
    document.body.append(frame);
  })));
  const wrong = frames.map(({ contentWindow, contentDocument }, at) => {
    if (!contentDocument) return ['is no page of ours'];
    const found = wrongIn(elementsOf(contentDocument), { origin, stranger: !addresses[at].includes('/articles/') });
    found.push(...contentWindow.ran.map((name) => `ran ${name}`));
    const { href } = contentWindow.location;
    return href === new URL(addresses[at], origin).href ? found : [...found, `went to ${href}`];
  });
  for (const frame of frames) frame.remove();
  return wrong;
}

// A page whose frames may show ours: no page of ours allows it, and what a policy says of frames holds however little of it
// the browser enforces. Style sheets and icons are left out: they say nothing of what runs. `get` fetches a page.
async function openFramer(get) {
  const opened = await openUnguarded((frame) => frame.parentFrame() === frame.page().mainFrame());
  const { context, page } = opened;
  await page.goto('/robots.txt');
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: ['*.css', '*/assets/*.svg'] });
  session.on('Fetch.requestPaused', async ({ requestId, request }) => {
    const response = await get(request.url);
    const responseHeaders = [{ name: 'Content-Type', value: response.headers.get('content-type') }];
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    await session.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders, body });
  });
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
  return opened;
}

// Looks at all addresses, some at a time, and returns what was wrong where.
async function visit(addresses, get = fetch) {
  const wrong = [];
  const left = [...addresses];
  const visitor = async () => {
    const { context, page, troubles } = await openFramer(get);
    while (left.length) {
      const some = left.splice(-FRAMES_AT_A_TIME);
      const found = await page.evaluate(`(${judgeFrames})(${JSON.stringify({ addresses: some, elements: `(${elementsOfPage})`, judge: `(${violations})`, origin, patience: PATIENCE_MS })})`);
      found.forEach((what, at) => { if (what.length) wrong.push({ address: some[at], found: what }); });
      if (page.url() !== `${origin}/robots.txt`) troubles.push(`went to ${page.url()}`);
      if (troubles.length) wrong.push({ address: some, found: troubles.splice(0) });
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: Math.min(PAGES_AT_A_TIME, addresses.length) }, visitor));
  return wrong;
}

async function getText(address) {
  return (await fetch(origin + address)).text();
}

async function getJson(address) {
  const response = await fetch(origin + address);
  assert.match(response.headers.get('content-type'), /^application\/json/);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  return response.json();
}

describe('the judges', () => {
  const live = {
    'an event handler': '<img src=x onerror=alert(1)>',
    'a script': '<script>alert(1)</script>',
    'a link': '<a href="java&Tab;script:alert(1)">x</a>',
    'a frame': '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    'a form': '<form action=javascript:alert(1)><input name=q></form>',
    'a style': '<p style="position:fixed">x</p>',
    'a drawing': '<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>',
    'a base': '<base href=//example.com/>',
    'a named image': '<img name=cookie src=x>',
    'a repeated id': '<p id=a></p><p id=a></p>',
    'a refresh': '<meta http-equiv=refresh content="9;url=/">',
    'a template': '<template><script>alert(1)</script></template>',
  };
  for (const [what, html] of Object.entries(live)) {
    it(`see ${what}`, async () => {
      const opened = await openUnguarded();
      const text = `<!doctype html><html><body><div class="prose">${html}</div></body></html>`;
      await opened.page.route('**/live', (route) => route.fulfill({ contentType: 'text/html', body: text }));
      await opened.page.goto('/live');
      assert.notDeepEqual(await wrongNow(opened, true), []);
      assert.notDeepEqual(violations(elementsOfText(text, true), { origin, stranger: true }), []);
      await opened.context.close();
    });
  }

  it('see what runs', async () => {
    const opened = await openUnguarded();
    await opened.page.route('**/live', (route) => route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': "script-src 'none'" }, body: '<!doctype html><img src=x onerror=alert(1)>' }));
    await opened.page.goto('/live');
    assert.ok((await wrongNow(opened, true)).includes('ran alert'), 'the policy is not switched off');
    await opened.context.close();
  });

  it('see it in frames, and whose fault it is', async () => {
    const samples = { '/still': '<p>x</p>', ...Object.fromEntries(Object.values(live).map((html, number) => [`/live${number}`, html])), '/quiet': '<b>x</b>' };
    const wrong = await visit(Object.keys(samples), (url) => new Response(`<!doctype html><html><body><div class="prose">${samples[new URL(url).pathname]}</div></body></html>`, { headers: { 'Content-Type': 'text/html' } }));
    const addresses = wrong.map(({ address }) => address).filter((address) => typeof address === 'string');
    assert.deepEqual(addresses.sort(), Object.keys(samples).filter((address) => address.startsWith('/live')).sort());
    assert.ok(wrong.some(({ address, found }) => address === '/live0' && found.includes('ran alert')));
  });
});

describe('every payload', () => {
  it('is one of the published lists', () => {
    assert.ok(PAYLOADS.length > 350, `${PAYLOADS.length}`);
  });

  it('is text to a parser, in every page and in queries of every language', async () => {
    const addresses = numbers.flatMap((number) => {
      const value = encodeURIComponent(PAYLOADS[number]);
      return [...Object.values(pagesOf(number)), ...LANGUAGES.map((lang) => query(PAYLOADS[number], lang)), `/en/articles/${value}`, `/ja/ask?q=${value}&product=${value}&not=a%23${value}`, `/search?kind=${value}&level=${value}`];
    });
    const wrong = [];
    for (const address of new Set([...addresses, ...LISTS])) {
      const html = await getText(address);
      // Without scripts a page differs in what stands in <noscript>.
      for (const scripting of /<noscript/i.test(html) ? [true, false] : [true]) {
        const found = violations(elementsOfText(html, scripting), { origin, stranger: !address.includes('/articles/') });
        if (found.length) wrong.push({ address, found });
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('is text to Chromium, in every page', async () => {
    const addresses = numbers.flatMap((number) => Object.values(pagesOf(number)));
    assert.deepEqual(await visit([...addresses, ...LISTS, '/en/articles/names']), []);
  });

  it('is text in the JSON of articles and threads', async () => {
    for (const number of numbers) {
      for (const id of [`p${number}`, `t${number}`]) {
        const article = await getJson(`/api/v1/articles/${id}?lang=${LANGUAGES[number % 3]}`);
        const texts = [[article.html, id[0] === 't'], ...(article.posts ?? []).map((post) => [post.html, true])];
        for (const [html, stranger] of texts) {
          assert.deepEqual(violations(elementsOfText(`<!doctype html><body><div class="prose">${html}</div>`, true), { origin, stranger }), [], id);
        }
      }
    }
  });

  it('is text in results that a script takes over', async () => {
    const opened = await openUnguarded();
    const { page } = opened;
    await page.goto(query('names', 'en'));
    const drawn = await page.evaluate(async ({ mark, payloads }) => {
      const found = document.getElementById('found');
      // As the way back does, to any address.
      const show = (parameters) => new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (found.getAttribute('aria-busy') === 'true') return;
          observer.disconnect();
          resolve();
        });
        history.pushState(null, '', `/search?${new URLSearchParams(parameters)}`);
        dispatchEvent(new PopStateEvent('popstate'));
        observer.observe(found, { attributes: true });
      });
      const pages = [];
      do {
        await show({ q: mark, lang: 'en', per_page: 50, page: pages.length + 1 });
        pages.push(document.getElementById('hits').children.length);
      } while (document.querySelector('#pages [rel=next]'));
      const failed = [];
      for (const payload of payloads) {
        await show({ q: payload, lang: 'en', tag: payload });
        if (!document.getElementById('failed').hidden) failed.push(payload);
      }
      return { pages, failed };
    }, { mark: MARK, payloads: PAYLOADS.map((payload) => payload.replaceAll('\0', '')) });
    assert.ok(drawn.pages[0] === 50 && drawn.pages.length > 5, `${drawn.pages}`);
    assert.deepEqual(drawn.failed, []);
    assert.deepEqual(await wrongNow(opened, true), []);
    await opened.context.close();
  });

  it('is text in suggestions that scripts draw', async () => {
    const opened = await openUnguarded();
    await opened.page.goto('/en/articles/names');
    await opened.page.evaluate(`globalThis.judge = () => (${violations})((${elementsOfPage})(), ${JSON.stringify({ origin, stranger: false })})`);
    const wrong = await opened.page.evaluate(async (payloads) => {
      const box = document.querySelector('search-box');
      const found = [];
      for (const [number, payload] of payloads.entries()) {
        const { suggestions } = await (await fetch(`/api/v1/suggest?${new URLSearchParams({ q: `zq${number}`, lang: 'en', limit: 10 })}`)).json();
        if (!suggestions.length) found.push(`no suggestion for zq${number}`);
        box.show(payload, suggestions);
        found.push(...globalThis.judge());
      }
      return found;
    }, PAYLOADS);
    assert.deepEqual([...wrong, ...await wrongNow(opened, false)], []);
    await opened.context.close();
  });

  it('is text in the sitemap', async () => {
    const opened = await openUnguarded();
    await opened.page.goto('/en/');
    const names = await opened.page.evaluate(async () => {
      const xml = await (await fetch('/sitemap.xml')).text();
      return [...new Set([...new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('*')].map((element) => element.nodeName))];
    });
    assert.deepEqual(names.sort(), ['lastmod', 'loc', 'url', 'urlset', 'xhtml:link']);
    await opened.context.close();
  });
});

it('headings named as things of the page break none of its scripts', async () => {
  const opened = await openUnguarded();
  await opened.page.goto('/en/articles/names');
  await opened.page.locator('pre [class^=tk-]').first().waitFor();
  assert.deepEqual(await wrongNow(opened, false), []);
  await opened.context.close();
});
