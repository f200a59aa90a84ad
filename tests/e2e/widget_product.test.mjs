// widget_product.test.mjs - a widget that names a product finds what is of that first, and what is of any where that is nothing; in the
// language that there is.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { serveArticles, writeArticles } from './own_service.mjs';
import { browserAndHost, hostPage, openHostPage } from './widget_host.mjs';

const shared = browserAndHost();
const work = mkdtempSync(join(tmpdir(), 'widget-'));
let service;
before(async () => {
  const article = (title, product, text) => `---\ntitle: ${title}\n${product ? `product: ${product}\n` : ''}---\n\n${text}\n`;
  writeArticles(work, {
    'site.yaml': `title: Help
languages: [en]
contact:
  - { id: desk, kind: email, address: desk@example.com, products: [Desk] }
  - { id: web, kind: link, url: "https://chat.example.com/", names: { en: Chat }, products: [Cloud] }
`,
    'help/en/setup/cloud.md': article('Reset the cloud', 'Cloud', 'Press reset in the settings.'),
    'help/en/setup/desk.md': article('Reset the desk', 'Desk', 'Press reset below the desk.'),
    'help/en/setup/garden.md': article('Water the garden', '', 'Open the tap.'),
  });
  service = await serveArticles(work);
});
after(() => {
  service?.stop();
  rmSync(work, { recursive: true });
});

it('searches its product first, and offers the ways to its people', async () => {
  const url = shared.host.serve('/', hostPage({ head: `<script type="module" src="${service.origin}/widget.js"></script>`, body: '<signpost-help product="Desk" lang="ko"></signpost-help>' }), '');
  const { page, troubles, close } = await openHostPage(shared.browser, url);
  await page.getByRole('button', { name: '도움말' }).click();
  const panel = page.getByRole('dialog');
  const titles = () => panel.locator('[part=result] b').allTextContents();
  await panel.getByText('Reset the desk').waitFor();
  assert.deepEqual(await titles(), ['Reset the desk']);
  await page.getByRole('searchbox').fill('reset');
  await panel.locator('mark').first().waitFor();
  assert.deepEqual(await titles(), ['Reset the desk']);
  await page.getByRole('searchbox').fill('garden');
  await panel.getByText('Water the garden').waitFor();
  assert.deepEqual(await titles(), ['Water the garden']);
  assert.equal(await panel.locator('[part=result]').getAttribute('lang'), 'en');
  await panel.getByRole('button', { name: '문의하기' }).click();
  assert.deepEqual(await panel.locator('li a').evaluateAll((links) => links.map((link) => `${link.href} ${link.target}`)), ['mailto:desk@example.com ']);
  assert.deepEqual(troubles, []);
  await close();
});
