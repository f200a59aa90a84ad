// other_origins.test.mjs - what a page of another site gets of this one in a real browser: the API and the widget, and nothing else; and parts
// of files.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { BASE, launch, openPage } from './browser.mjs';

let browser;
let other; // a site at another port, which is another origin
let page;
let closePage;

before(async () => {
  other = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>other</title>'));
  await new Promise((resolve) => { other.listen(0, '127.0.0.1', resolve); });
  browser = await launch();
  const opened = await openPage(browser);
  page = opened.page;
  closePage = opened.close;
  await page.goto(`http://127.0.0.1:${other.address().port}/`);
});
after(async () => {
  await closePage?.();
  await browser?.close();
  other?.close();
});

// What a script of the other site learns: {status, etag, text}, or the name of the exception.
const ask = (path, options = {}) => page.evaluate(async ([url, init]) => {
  try {
    const response = await fetch(url, init);
    return { status: response.status, etag: response.headers.get('ETag'), timing: response.headers.get('Server-Timing'), text: await response.text() };
  } catch (error) {
    return error.name;
  }
}, [BASE + path, options]);

describe('a page of another origin', () => {
  it('reads the API, with its tag and its errors', async () => {
    const found = await ask('/api/v1/search?q=index&lang=en');
    assert.equal(found.status, 200);
    assert.ok(JSON.parse(found.text).total > 0);
    assert.ok(found.etag);
    assert.ok(found.timing);
    assert.equal((await ask('/openapi.json')).status, 200);
    assert.equal((await ask('/api/v1/suggest?q=ind')).status, 200);
    assert.equal((await ask('/api/v1/articles/none')).status, 404);
    assert.equal((await ask('/api/v1/search?page=0')).status, 400);
    assert.equal((await ask('/api/v1/search', { method: 'HEAD' })).status, 200);
    assert.equal((await ask('/api/v1/search', { method: 'POST', body: 'x' })).status, 405);
  });

  it('may send headers of its own, which browsers ask about first', async () => {
    const first = await ask('/api/v1/articles/search-api');
    const headers = { 'If-None-Match': first.etag, 'X-Of-The-Site': '1', 'Content-Type': 'application/json' };
    assert.equal((await ask('/api/v1/articles/search-api', { headers, cache: 'no-store' })).status, 304);
    assert.equal(await ask('/api/v1/search', { method: 'DELETE' }), 'TypeError', 'is not sent');
  });

  it('loads the widget', async () => {
    assert.equal((await ask('/widget.js')).status, 200);
    assert.equal((await ask('/widget/integrity.json')).status, 200);
    assert.equal((await ask('/widget/none.js')).status, 404);
    assert.equal((await ask('/widget.js', { method: 'POST', body: 'x' })).status, 405);
  });

  it('reads no pages, no files, and nothing as the visitor', async () => {
    for (const path of ['/', '/search?q=index', '/en/articles/search-api', '/files/images/logo.svg', '/readyz', '/assets/js/app.js', '/assets/widget/panel.js', '/en/integrations']) {
      assert.equal(await ask(path), 'TypeError', path);
    }
    assert.equal(await ask('/api/v1/search?q=index', { credentials: 'include' }), 'TypeError');
    for (const type of ['application/json', 'text/plain']) {
      const list = { method: 'POST', headers: { 'Content-Type': type }, body: '{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}' };
      assert.equal(await ask('/mcp', list), 'TypeError', type);
    }
  });

  it('shows images, and runs no script of ours', async () => {
    const loads = (tag, path) => page.evaluate(([name, url]) => new Promise((resolve) => {
      const element = document.createElement(name);
      element.addEventListener('load', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      element.src = url;
      document.body.append(element);
    }), [tag, BASE + path]);
    assert.equal(await loads('img', '/files/images/logo.svg'), true);
    assert.equal(await loads('script', '/assets/js/app.js'), false);
  });
});

it('a script gets a part of a file, and the parts make the whole', async () => {
  const { page: own, close } = await openPage(browser);
  await own.goto('/');
  const [whole, first, rest] = await own.evaluate(async () => {
    const get = async (range) => {
      const response = await fetch('/files/images/logo.svg', { cache: 'no-store', headers: range ? { Range: range } : {} });
      return { status: response.status, text: await response.text(), range: response.headers.get('Content-Range') };
    };
    return [await get(), await get('bytes=0-99'), await get('bytes=100-')];
  });
  assert.equal(first.status, 206);
  assert.match(first.range, /^bytes 0-99\/\d+$/);
  assert.equal(first.text + rest.text, whole.text);
  await close();
});
