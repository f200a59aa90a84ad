// outcomes.test.mjs - solved, left and sent are counted, each by itself and of nobody: by buttons with and without scripts, and by what the
// browser says when the form is left, unless it asks that nobody be counted.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { serveArticles, writeArticles } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-outcomes-'));
const NONE = { solved: 0, left: 0, sent: 0 };
let service;
let browser;

function counted() {
  const { stdout, stderr, status } = spawnSync(process.env.SIGNPOST_DESK_PROGRAM, ['--data', join(work, 'data'), 'outcomes', '--format', 'json'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const sum = { ...NONE };
  for (const day of JSON.parse(stdout)) for (const key of Object.keys(sum)) sum[key] += day[key];
  return sum;
}

// Counts are written together, some time later.
async function becomes(wanted) {
  for (let tries = 0; JSON.stringify(counted()) !== JSON.stringify(wanted) && tries < 300; tries += 1) await new Promise((resolve) => { setTimeout(resolve, 100); });
  assert.deepEqual(counted(), wanted);
}

async function open(path, options = {}) {
  const opened = await openPage(browser, { baseURL: service.origin, ...options });
  await opened.page.goto(path);
  return opened;
}

before(async () => {
  writeArticles(work, {
    'site.yaml': 'title: Help\nlanguages: [en]\ndefault_language: en\n',
    'help/en/setup/printer.md': '---\ntitle: Set up the printer\n---\n# Set up the printer\n\nPlug it in.\n',
  });
  service = await serveArticles(work, { options: ['--data', join(work, 'data')] });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

it('counts each by itself', async () => {
  const left = await open('/en/requests/new');
  await left.page.goto('/search');
  await becomes({ ...NONE, left: 1 });
  await left.close();

  const sent = await open('/en/requests/new');
  await sent.page.fill('#message', 'Where is it?');
  await sent.page.getByRole('button', { name: 'Send' }).click();
  await sent.page.waitForURL(/\/requests\/\w{4}-/);
  await becomes({ ...NONE, left: 1, sent: 1 });
  await sent.close();

  const solved = await open('/en/requests/new');
  await solved.page.fill('#message', 'set up the printer');
  await solved.page.waitForSelector('#fitting li');
  await solved.page.locator('#fitting').getByRole('button', { name: 'This solved it' }).click();
  await solved.page.waitForURL(/\/en\/outcomes$/);
  assert.match(await solved.page.locator('h1').textContent(), /solved/);
  await becomes({ solved: 1, left: 1, sent: 1 });
  await solved.close();

  const plain = await open('/en/requests/new', { javaScriptEnabled: false });
  await plain.page.getByRole('button', { name: 'This solved it' }).click();
  await plain.page.waitForURL(/\/en\/outcomes$/);
  await becomes({ solved: 2, left: 1, sent: 1 });
  await plain.close();
});

it('counts nobody who asks for that', async () => {
  const before = counted();
  const { page, context, close } = await openPage(browser, { baseURL: service.origin });
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }));
  const told = [];
  page.on('request', (request) => { if (request.url().endsWith('/outcomes')) told.push(request.url()); });
  await page.goto('/en/requests/new');
  await page.goto('/search');
  await page.goto('/en/requests/new');
  await page.fill('#message', 'Another one');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/requests\/\w{4}-/);
  await becomes({ ...before, sent: before.sent + 1 });
  assert.deepEqual(told, []);
  await close();
});
