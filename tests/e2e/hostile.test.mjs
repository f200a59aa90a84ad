// hostile.test.mjs - nothing that a stranger writes or sends runs in a browser, with the Content-Security-Policy switched off:
// every payload of tests/data/xss in every place, through indexer, pages, JSON, sitemap, suggestions and results, judged in
// Chromium and by a parser that follows the HTML standard.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { LANGUAGES, MARK, PAYLOADS, articleUrl, threadUrl, writeHelpCentre } from './hostile_help_centre.mjs';
import { elementsOfPage, elementsOfText, violations } from './page_judge.mjs';

const root = new URL('../..', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'signpost-hostile-'));
const PAGES_AT_A_TIME = 4;
const PATIENCE_MS = 120_000; // longer than a busy machine needs; nothing waits for it but a test that fails
let service;
let browser;
let origin;

before(async () => {
  writeHelpCentre(join(work, 'articles'));
  const indexed = spawnSync(process.env.SIGNPOST_INDEX_PROGRAM, ['--source', join(work, 'articles'), '--output', join(work, 'index')], { encoding: 'utf8' });
  assert.ok(indexed.status <= 1, indexed.stderr.slice(-2000)); // 1: it has something to say of the articles
  service = spawn(process.env.SIGNPOST_SERVE_PROGRAM, ['--index', join(work, 'index'), '--web', join(root, 'web'), '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  origin = await new Promise((resolve, reject) => {
    service.stdout.on('data', (data) => {
      const found = /Signpost is at (http:\/\/[^\s/]+)\//.exec(data);
      if (found) resolve(found[1]);
    });
    service.on('exit', reject);
  });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.kill();
  rmSync(work, { recursive: true, force: true });
});

// The service refuses a request with a NUL; what is left of the payload is asked.
const query = (text, lang, more = '') => `/search?q=${encodeURIComponent(text.replaceAll('\0', ''))}&lang=${lang}${more}`;
const numbers = PAYLOADS.map((payload, number) => number);
const LISTS = LANGUAGES.flatMap((lang) => [`/${lang}/`, `/${lang}/categories/places`, query(MARK, lang), query(MARK, lang, '&page=2&explain=1')]);

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

// A page in a context where everything may run, which notes what does.
async function openUnguarded() {
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
  page.on('frameattached', () => troubles.push('frame'));
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

// Visits all addresses, a few at a time, and returns what was wrong where.
async function visit(addresses) {
  const wrong = [];
  const left = [...addresses];
  const visitor = async () => {
    const opened = await openUnguarded();
    for (let next = left.pop(); next; next = left.pop()) {
      await opened.page.goto(next, { waitUntil: 'load' });
      const found = await wrongNow(opened, !next.includes('/articles/'));
      if (opened.page.url() !== new URL(next, origin).href) found.push(`went to ${opened.page.url()}`);
      if (found.length) wrong.push({ address: next, found });
    }
    await opened.context.close();
  };
  await Promise.all(Array.from({ length: PAGES_AT_A_TIME }, visitor));
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
});

describe('every payload', () => {
  it('is one of the published lists', () => {
    assert.ok(PAYLOADS.length > 350, `${PAYLOADS.length}`);
  });

  it('is text to a parser, in every page and in queries of every language', async () => {
    const addresses = numbers.flatMap((number) => {
      const value = encodeURIComponent(PAYLOADS[number]);
      return [...Object.values(pagesOf(number)), ...LANGUAGES.map((lang) => query(PAYLOADS[number], lang)), `/en/articles/${value}`, `/search?kind=${value}&level=${value}`];
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

  it('is text in suggestions and results that scripts draw', async () => {
    const opened = await openUnguarded();
    await opened.page.goto(query(MARK, 'en'));
    const drawn = await opened.page.evaluate(async ({ mark, payloads }) => {
      const { renderResults } = await import('/assets/js/results_view.js');
      const getJson = async (address) => (await fetch(address)).json();
      const texts = await getJson('/assets/i18n-en.json');
      const pages = [];
      for (let page = 1, last = 1; page <= last; page += 1) {
        const parameters = new URLSearchParams({ q: mark, lang: 'en', per_page: 50, page });
        const answer = await getJson(`/api/v1/search?${parameters}`);
        last = answer.query.pages;
        renderResults(document.getElementById('main'), answer, parameters, texts);
        pages.push(document.getElementById('hits').children.length);
      }
      for (const payload of payloads) {
        const parameters = new URLSearchParams({ q: payload, lang: 'en', tag: payload });
        renderResults(document.getElementById('main'), await getJson(`/api/v1/search?${parameters}`), parameters, texts);
      }
      return pages;
    }, { mark: MARK, payloads: PAYLOADS.map((payload) => payload.replaceAll('\0', '')) });
    assert.ok(drawn[0] === 50 && drawn.length > 5, `${drawn}`);
    assert.deepEqual(await wrongNow(opened, true), []);

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
