// request_flood.test.mjs - far too many requests from everywhere: whoever runs scripts sends theirs by one click more at most, and whoever
// runs none is told so, keeps the text, and finds other ways.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles, writeArticles } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-flood-'));
let service;
let browser;
let early; // a form that was opened before

async function open(options = {}) {
  const opened = await openPage(browser, { baseURL: service.origin, ...options });
  await opened.page.goto('/en/requests/new');
  return opened;
}

const kept = () => JSON.parse(spawnSync(process.env.SIGNPOST_DESK_PROGRAM, ['--data', join(work, 'data'), 'export'], { encoding: 'utf8' }).stdout);

before(async () => {
  writeArticles(work, {
    'site.yaml': 'title: Help\nlanguages: [en]\ndefault_language: en\ncontact:\n  - {id: mail, kind: email, address: help@example.com}\n',
    'help/en/setup/printer.md': '---\ntitle: Set up the printer\n---\nPlug it in.\n',
  });
  service = await serveArticles(work, { options: ['--data', join(work, 'data'), '--trusted-proxies', '127.0.0.1'] });
  browser = await launch();
  early = await open();
  let status = 201;
  for (let i = 0; status === 201 && i < 1000; i += 1) {
    const answer = await fetch(`${service.origin}/api/v1/requests`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.100.${i % 250}` }, body: JSON.stringify({ message: `Spam ${i}` }),
    });
    status = answer.status;
  }
  assert.equal(status, 429);
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

it('is sent by one click where scripts run', async () => {
  const { page, troubles, close } = await open();
  await page.fill('#message', 'A person');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/requests\/\w{4}-\w{4}-\w{4}$/);
  assert.equal(kept().filter(({ message }) => message === 'A person').length, 1);
  assert.deepEqual(troubles.filter((trouble) => !trouble.includes('another host')), []);
  await close();
});

it('is sent by one click more where the form was open before', async () => {
  const { page, close } = early;
  await page.fill('#message', 'An early person');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForSelector('#refused');
  assert.equal(await page.inputValue('#message'), 'An early person');
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/requests\/\w{4}-\w{4}-\w{4}$/);
  await close();
});

it('tells who runs no scripts, before and after, and keeps the text', async () => {
  const { page, close } = await open({ javaScriptEnabled: false, width: 390 });
  assert.ok(await page.locator('#needs-scripts').isVisible());
  await page.fill('#message', 'No scripts here');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForSelector('#refused', { state: 'attached' });
  assert.equal(await page.locator('#refused').isVisible(), false, 'nothing is computed here');
  assert.equal(await page.inputValue('#message'), 'No scripts here');
  assert.ok(await page.locator('#needs-scripts').isVisible());
  assert.equal(new URL(await page.locator('#needs-scripts a').getAttribute('href'), service.origin).pathname, '/en/contact');
  assert.equal(kept().filter(({ message }) => message === 'No scripts here').length, 0);
  await close();
});

it('hides the field for programs from eyes, keyboards and screen readers', async () => {
  const { page, close } = await open();
  const trap = page.locator('[name=homepage]');
  assert.equal(await trap.evaluate((field) => field.getBoundingClientRect().right < 0), true);
  assert.equal(await trap.getAttribute('tabindex'), '-1');
  assert.equal(await page.locator('[aria-hidden=true] [name=homepage]').count(), 1);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  await close();
});
