// widget_host.mjs - pages of another site, which show the help centre in their own way: a server at a port of its own, which is another
// origin, with the strictest policies that a page can have. Used by widget*.test.mjs and widget_lighthouse.mjs.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BASE, PATIENCE_MS, launch } from './browser.mjs';

const WIDGET = join(fileURLToPath(new URL('.', import.meta.url)), '../../web/widget');

// Whatever a page needs of the help centre, and nothing else.
export const STRICT = `default-src 'none'; script-src ${BASE}; connect-src ${BASE}; img-src ${BASE}; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'`;

export const SCRIPT = `<script type="module" src="${BASE}/widget.js"></script>`;

// A page with this in its body, and this in its head. `root`: attributes of <html>.
export function hostPage({ head = SCRIPT, body = '<signpost-help></signpost-help>', root = 'lang="en"' } = {}) {
  return `<!doctype html><html ${root}><head><meta charset="utf-8"><title>Shop</title><meta name="viewport" content="width=device-width">${head}</head><body><main><h1>Shop</h1><p><a id="before" href="#x">Before</a></p>${body}<p><a id="after" href="#y">After</a></p></main></body></html>`;
}

// {origin, serve(path, html, policy), requests, close()}; below /static/ it has the files of web/widget/ as they are.
export async function startHost() {
  const pages = new Map();
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    requests.push(pathname);
    const page = pages.get(pathname);
    if (page) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (page.policy) response.setHeader('Content-Security-Policy', page.policy);
      response.end(page.html);
    } else if (/^\/static\/[\w/]+\.js$/.test(pathname)) {
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8').end(readFileSync(join(WIDGET, pathname.slice('/static/'.length))));
    } else {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const serve = (path, html, policy = STRICT) => {
    pages.set(path, { html, policy });
    return origin + path;
  };
  return { origin, serve, requests, close: () => server.close() };
}

// {browser, host} from before a file's first test to after its last.
export function browserAndHost() {
  const shared = {};
  before(async () => Object.assign(shared, { browser: await launch(), host: await startHost() }));
  after(async () => {
    await shared.browser.close();
    shared.host.close();
  });
  return shared;
}

// A page in a context of its own, with what went wrong in it and what it asked for.
export async function openHostPage(browser, url, { width = 1280, height = 900, theme = 'light', locale = 'en', ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, locale, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const troubles = [];
  const asked = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security|Trusted/.test(message.text())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('request', (request) => asked.push(request.url()));
  page.on('requestfailed', (request) => {
    if (!/ERR_ABORTED/.test(request.failure()?.errorText)) troubles.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  await page.goto(url);
  await page.waitForFunction(() => customElements.get('signpost-help'));
  return { page, context, troubles, asked, close: () => context.close() };
}
