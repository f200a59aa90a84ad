// size.test.mjs - all HTML, CSS and JS of the results page stay under 26 KB compressed, of which JS has 11.5, and a search there fetches
// nothing but the next page of results.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { LANGUAGES, WORD } from './sample.mjs';

const BUDGET = 26 * 1000;
const SCRIPT_BUDGET = 11.5 * 1000;

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

for (const lang of LANGUAGES) {
  it(`results page in ${lang}`, async (test) => {
    const { page, context, close } = await openPage(browser, { locale: lang });
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    const urls = new Map();
    const sizes = new Map();
    client.on('Network.responseReceived', ({ requestId, response, type }) => {
      if (['Document', 'Stylesheet', 'Script', 'Fetch', 'XHR'].includes(type)) urls.set(requestId, { url: response.url, headers: response.headers, type });
    });
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
    await page.goto(`/search?q=${encodeURIComponent(WORD[lang])}&lang=${lang}`, { waitUntil: 'networkidle' });
    let total = 0;
    let scripts = 0;
    for (const [id, { url, headers, type }] of urls) {
      // Everything is compressed but what is too small to gain by it.
      const encoding = headers['content-encoding'] ?? headers['Content-Encoding'];
      assert.ok(/br|gzip|zstd/.test(encoding ?? '') || sizes.get(id) < 1500, `${url} is not compressed`);
      total += sizes.get(id);
      if (type === 'Script') scripts += sizes.get(id);
    }
    test.diagnostic(`${urls.size} files, ${total} bytes with headers, of which scripts have ${scripts}`);
    assert.ok(urls.size > 8);
    assert.ok(total < BUDGET, `${total} bytes`);
    assert.ok(scripts < SCRIPT_BUDGET, `${scripts} bytes of scripts`);

    urls.clear();
    await page.fill('#\\~q', 'signpost');
    await page.waitForFunction(() => document.title.startsWith('signpost'));
    await page.waitForLoadState('networkidle');
    assert.deepEqual([...urls.values()].map(({ url }) => new URL(url).pathname), ['/search']);
    await close();
  });
}
