// widget_contact.test.mjs - from the widget on another site's page to people: what was asked and read there comes along as lines of the
// form, which nobody but the visitor sends.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { BASE, openPage } from './browser.mjs';
import { ASKED } from './sample.mjs';
import { browserAndHost, hostPage, openHostPage } from './widget_host.mjs';

const shared = browserAndHost();

const lines = (page) => page.locator('#packet li:has(:checked)').evaluateAll((all) => all.map((line) => [line.querySelector('input').name, line.querySelector('input').value]));

it('brings what was asked and read to the form, behind what a browser sends', async () => {
  const url = shared.host.serve('/', hostPage({ body: '<signpost-help product="Shop & Co"></signpost-help>' }));
  const { page, context, troubles, close } = await openHostPage(shared.browser, url);
  const sent = [];
  context.on('request', (request) => sent.push(request));
  await page.getByRole('button', { name: 'Help' }).click();
  const panel = page.getByRole('dialog');
  await page.getByRole('searchbox').fill(ASKED.en);
  await panel.locator('[part=answer]').getByRole('link', { name: 'Redirect an old URL' }).click();
  await panel.getByRole('heading', { name: 'Redirect an old URL' }).waitFor();
  await panel.getByRole('button', { name: 'Contact us' }).click();
  assert.match(await panel.textContent(), /It shows each line/);
  const [form] = await Promise.all([context.waitForEvent('page'), panel.getByRole('link', { name: /Write to us/ }).click()]);
  await form.waitForSelector('#packet .is-name');
  assert.deepEqual(await lines(form), [['packet.questions', ASKED.en], ['packet.read', 'redirect-an-old-url#add-an-alias'], ['product', 'Shop & Co']]);
  assert.match(await form.locator('#packet').textContent(), /Redirect an old URL/, 'named by the help centre, not by the address');
  assert.equal(form.url(), `${BASE}/en/requests/new`);
  assert.equal(await form.evaluate(() => globalThis.opener), null);
  for (const request of sent.filter((one) => new URL(one.url()).pathname.includes('requests'))) assert.equal(request.method(), 'GET', 'nothing is sent');
  await form.reload();
  assert.equal((await lines(form)).length, 3, 'kept in this tab');
  assert.deepEqual(troubles, []);
  await close();
});

it('takes what anybody may write into an address as lines that can be sent, or not at all', async () => {
  const { page, troubles, close } = await openPage(shared.browser);
  const hostile = new URLSearchParams([
    ['questions', '<img src=x onerror=alert(1)>'], ['questions', 'x'.repeat(3000)], ['questions', 'two\nlines\u0000'], ['questions', ''],
    ['read', 'no-anchor'], ['read', '#'], ['read', `${'a'.repeat(999)}#b`], ['read', 'a#b#c'], ['read', 'search-tips#'], ['tried', 'a#b#1'], ['message', 'sent by others'], ['__proto__', 'x'],
    ...Array.from({ length: 50 }, (_, index) => ['answers', `a${index}#b`]),
  ]);
  await page.goto(`/en/requests/new#packet&${hostile}`);
  await page.waitForSelector('#packet li');
  const shown = await lines(page);
  assert.deepEqual(shown.filter(([name]) => name === 'packet.read'), [['packet.read', 'search-tips#']]);
  assert.equal(shown.filter(([name]) => name === 'packet.answers').length, 10);
  assert.equal(shown.filter(([name]) => name === 'packet.questions').length, 3);
  assert.deepEqual(shown.filter(([name]) => name === 'packet.tried'), []);
  assert.equal(await page.locator('#message').inputValue(), '');
  assert.equal(page.url(), `${BASE}/en/requests/new`);
  await page.fill('#message', 'It does not work');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/requests\/\w{4}-\w{4}-\w{4}$/);
  assert.deepEqual(troubles.filter((trouble) => !trouble.includes('404')), []);
  await close();
});
