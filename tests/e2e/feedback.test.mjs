// feedback.test.mjs - what readers say below an article: in both themes, at both widths, in three languages, by the keyboard, without
// scripts, and until a commit ends it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-feedback-'));
const articles = join(work, 'articles');
const data = join(work, 'data');
let service;
let browser;

function write(path, text) {
  mkdirSync(dirname(join(articles, path)), { recursive: true });
  writeFileSync(join(articles, path), text);
}

function git(...command) {
  execFileSync('git', ['-C', articles, '-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...command]);
}

function complaints(...options) {
  return JSON.parse(execFileSync(process.env.SIGNPOST_DESK_PROGRAM, ['--data', data, 'complaints', '--format', 'json', ...options], { encoding: 'utf8' }));
}

const article = (title) => `---\ntitle: ${title}\n---\nHow it works.\n\n## First step\n\nPut in paper.\n\n## Second step\n\nPress the button.\n`;

before(async () => {
  write('site.yaml', 'title: Help\nlanguages: [en, ko, ja]\ndefault_language: en\n');
  for (const [lang, title] of [['en', 'Print'], ['ko', '인쇄하기'], ['ja', '印刷する']]) write(`help/${lang}/print.md`, article(title));
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  service = await serveArticles(work, { options: ['--data', data] });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const open = (options) => openPage(browser, { baseURL: service.origin, ...options });
const elsewhere = (troubles) => troubles.filter((one) => !one.includes(service.origin));

for (const [lang, theme, width] of [['en', 'light', 1280], ['ko', 'dark', 390], ['ja', 'light', 390], ['en', 'dark', 390]]) {
  it(`has nothing for axe to find and fits: ${lang}, ${theme}, ${width} px`, async () => {
    const { page, troubles, close } = await open({ theme, width, locale: lang });
    await page.goto(`/${lang}/articles/print`);
    await page.locator('.feedback summary').click();
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(elsewhere(troubles), []);
    await close();
  });
}

it('takes a "No" by the keyboard, in its place, and masks what is personal', async () => {
  const { page, troubles, close } = await open();
  await page.goto('/en/articles/print');
  await page.locator('.feedback summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab'); // the first reason
  await page.keyboard.press('ArrowDown'); // the second one
  await page.locator('.feedback select').selectOption({ label: 'Second step' });
  await page.locator('.feedback textarea').fill('Which button? My number is 010-1234-5678.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const said = page.locator('.feedback [role=status]');
  await said.waitFor();
  assert.match(await said.textContent(), /F-1/);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'status');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(elsewhere(troubles), []);
  const [item] = complaints();
  assert.equal(item.anchor, 'second-step');
  assert.equal(item.reason, 'unclear');
  assert.deepEqual(item.comments, ['Which button? My number is [phone].']);
  assert.match(item.revision, /^[0-9a-f]{40}$/);
  assert.deepEqual(await page.context().cookies(), []);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await close();
});

it('works without scripts, in Korean', async () => {
  const { page, close } = await open({ javaScriptEnabled: false, locale: 'ko' });
  await page.goto('/ko/articles/print');
  await page.locator('.feedback summary').click();
  await page.locator('.feedback input[value=outdated]').check();
  await page.locator('.feedback details button').click();
  assert.match(await page.locator('main').textContent(), /F-2/);
  await page.locator('main a', { hasText: '인쇄하기' }).click();
  assert.equal(new URL(page.url()).pathname, '/ko/articles/print');
  await page.locator('.feedback button[value=yes]').click();
  assert.match(await page.locator('h1').textContent(), /고맙습니다/);
  await close();
});

it('keeps neither who said it nor what they masked in any byte of the folder', async () => {
  for (const name of readdirSync(data)) {
    const bytes = readFileSync(join(data, name));
    for (const trace of ['127.0.0.1', '1234-5678', 'Chrome', 'Mozilla']) assert.equal(bytes.includes(trace), false, `${trace} in ${name}`);
  }
});

it('ends with the commit that names it', async () => {
  write('help/en/print.md', article('Print').replace('Press the button.', 'Press the green button at the front.'));
  git('commit', '-q', '-a', '-m', 'print: say which button\n\nFixes-Feedback: F-1');
  execFileSync(process.env.SIGNPOST_INDEX_PROGRAM, ['--source', articles, '--output', join(work, 'index')], { stdio: 'ignore' });
  const until = Date.now() + 60_000;
  while (complaints('--state', 'fixed').length === 0 && Date.now() < until) await new Promise((done) => setTimeout(done, 200));
  const [fixed] = complaints('--state', 'fixed');
  assert.equal(fixed.item, 'F-1');
  assert.match(fixed.end_revision, /^[0-9a-f]{40}$/);
  assert.deepEqual(complaints().map((one) => one.item), ['F-2']);
});
