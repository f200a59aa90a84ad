// size.test.mjs - all HTML, CSS and JS (and texts that scripts fetch) of the results page stay under 30 KB compressed.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { LANGUAGES, WORD } from './sample.mjs';

const BUDGET = 30 * 1000;

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
      if (['Document', 'Stylesheet', 'Script', 'Fetch', 'XHR'].includes(type) && !response.url.includes('/api/')) urls.set(requestId, { url: response.url, headers: response.headers });
    });
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
    await page.goto(`/search?q=${encodeURIComponent(WORD[lang])}&lang=${lang}`, { waitUntil: 'networkidle' });
    await page.fill('#q', `${WORD[lang]} `); // makes the scripts fetch what they fetch later
    await page.waitForLoadState('networkidle');
    let total = 0;
    for (const [id, { url, headers }] of urls) {
      // Everything is compressed but what is too small to gain by it.
      const encoding = headers['content-encoding'] ?? headers['Content-Encoding'];
      assert.ok(/br|gzip|zstd/.test(encoding ?? '') || sizes.get(id) < 1500, `${url} is not compressed`);
      total += sizes.get(id);
    }
    test.diagnostic(`${urls.size} files, ${total} bytes with headers`);
    assert.ok(urls.size > 8);
    assert.ok(total < BUDGET, `${total} bytes`);
    await close();
  });
}
