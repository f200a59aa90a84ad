// feedback.test.mjs - what readers say below an article, of a step and of an answer: in both themes, at both widths, in three languages,
// by the keyboard, without scripts, and until a commit ends it and the pages tell so.

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

const article = (title) => `---\ntitle: ${title}\n---\nHow it works.\n\n## First step\n\nPut in paper.\n\n## Second step\n\n1. Open the tray.\n2. Put in paper.\n\nPress the button.\n`;

before(async () => {
  write('site.yaml', 'title: Help\nlanguages: [en, ko, ja]\ndefault_language: en\nfeedback: {improvements: true}\n');
  write('CODEOWNERS', '/help/ @docs\n/help/ko/ kim@example.com\n');
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

it('tells in the article what changed, in its own language only, and caches hear of it', async () => {
  const { page, close } = await open();
  await page.goto('/en/articles/print');
  const line = page.locator('.changes');
  assert.match(await line.textContent(), /Changed on \d+ \w+ 20\d\d after a reader found it unclear\. Second step/);
  assert.deepEqual(await violations(page), []);
  await line.locator('a').click();
  assert.equal(new URL(page.url()).hash, '#second-step');
  await page.goto('/ko/articles/print');
  assert.equal(await line.count(), 0);
  await close();
});

it('leads from a step that did not help to the form, by the keyboard, and moves nothing', async () => {
  const { page, troubles, close } = await open({ width: 390 });
  await page.goto('/en/articles/print');
  const step = page.locator('.prose ol > li').nth(1);
  const height = () => step.evaluate((item) => item.getBoundingClientRect().height);
  const before = await height();
  await step.locator('input').focus();
  await page.keyboard.press('Space');
  assert.equal(await height(), before);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.feedback select').inputValue(), 'second-step');
  assert.equal(await page.locator('.feedback [name=step]').inputValue(), '2');
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('ArrowDown'); // the focus is on the reasons
  await page.keyboard.press('Enter');
  const said = page.locator('.feedback [role=status]');
  await said.waitFor();
  const [item] = complaints().filter((one) => one.step === 2);
  assert.deepEqual([item.id, item.anchor, item.reason], ['print', 'second-step', 'unclear']);
  await step.locator('.step-no').click(); // it has been said
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'status');
  await step.locator('input').uncheck();
  assert.equal(await step.locator('.step-no').count(), 0);
  assert.deepEqual(elsewhere(troubles), []);
  await close();
});

for (const [path, lang, theme, width] of [['/en/ask?q=print', 'en', 'light', 1280], ['/search?q=print&lang=en', 'en', 'dark', 390], ['/ko/ask?q=%EC%9D%B8%EC%87%84', 'ko', 'dark', 390]]) {
  it(`takes why an answer did not help, without scripts: ${path}`, async () => {
    const { page, troubles, close } = await open({ javaScriptEnabled: false, theme, width, locale: lang });
    await page.goto(`${path}&not=print%23first-step`);
    await page.locator('.why summary').click();
    await page.locator('.why button[value=incomplete]').click();
    const [, item] = /(F-\d+)/.exec(await page.locator('main').textContent());
    const kept = complaints().find((one) => one.item === item);
    assert.deepEqual([kept.id, kept.lang, kept.anchor, kept.reason], ['print', lang, 'first-step', 'incomplete']);
    assert.deepEqual(elsewhere(troubles), []);
    await close();
  });
}

it('asks why an answer did not help with nothing for axe to find', async () => {
  for (const [theme, width] of [['light', 390], ['dark', 1280]]) {
    const { page, close } = await open({ theme, width });
    await page.goto('/en/ask?q=print&not=print%23first-step');
    await page.locator('.why summary').click();
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await close();
  }
});

for (const [lang, theme, width] of [['en', 'light', 1280], ['en', 'dark', 390], ['ko', 'dark', 1280], ['ja', 'light', 390]]) {
  it(`lists what was done, and has nothing for axe to find: ${lang}, ${theme}, ${width} px`, async () => {
    const { page, troubles, close } = await open({ theme, width, locale: lang });
    await page.goto(`/${lang}/articles/print`);
    await page.locator(`footer a[href="/${lang}/improvements"]`).click();
    assert.equal(await page.locator('.improvements > li').count(), lang === 'en' ? 1 : 0);
    if (lang === 'en') {
      assert.match(await page.locator('.improvements').textContent(), /print: say which button/);
      assert.equal(await page.locator('.improvements h2 a').getAttribute('href'), '/en/articles/print#second-step');
    }
    assert.doesNotMatch(await page.locator('main').textContent(), /\[phone\]|Which button\?/);
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(elsewhere(troubles), []);
    await close();
  });
}

it('is found without a language in its address', async () => {
  const anyLanguage = await (await fetch(`${service.origin}/improvements`, { headers: { 'accept-language': 'ja' } })).text();
  assert.match(anyLanguage, /<html lang="ja".*<link rel="canonical" href="[^"]*\/ja\/improvements"/s);
});

it('has a feed', async () => {
  const feed = await (await fetch(`${service.origin}/en/improvements.atom`)).text();
  assert.match(feed, /<title>Print › Second step: It is hard to follow<\/title>/);
  assert.doesNotMatch(feed, /Which button\?/);
});

it('knows file, line and owner of a complaint', () => {
  const index = ['--index', join(work, 'index')];
  const [ofPrint] = complaints(...index, '--owner', 'KIM@example.com').filter((one) => one.reason === 'outdated');
  assert.deepEqual([ofPrint.file, ofPrint.line, ofPrint.owners], ['help/ko/print.md', 1, ['kim@example.com']]);
  const desk = (format) => execFileSync(process.env.SIGNPOST_DESK_PROGRAM, ['--data', data, 'complaints', ...index, '--format', format], { encoding: 'utf8' });
  assert.match(desk('github'), /^::warning file=help\/en\/print\.md,line=10,title=F-\d+ unclear::F-\d+: 1 reader says that it is hard to follow, at step 2\./m);
  assert.equal(JSON.parse(desk('sarif')).runs[0].results.length, complaints().length);
});

it('warns of a change that ends no complaint, and is quiet of one that does', () => {
  const list = join(work, 'complaints.json');
  writeFileSync(list, execFileSync(process.env.SIGNPOST_DESK_PROGRAM, ['--data', data, 'complaints', '--format', 'json']));
  const check = () => execFileSync(process.env.SIGNPOST_INDEX_PROGRAM, ['check', '--source', articles, '--changed-since', 'HEAD~1', '--complaints', list], { encoding: 'utf8' });
  write('help/en/print.md', article('Print').replace('Press the button.', 'Press the green button.'));
  git('commit', '-q', '-a', '-m', 'print: another button');
  assert.match(check(), /print\.md:\d+:1: warning: \d complaints of readers are open .*\[open-complaints\]/);
  const step = complaints().find((one) => one.step === 2).item;
  git('commit', '-q', '--amend', '-m', `print: another button\n\nWontfix-Feedback: ${step} it is so`);
  assert.doesNotMatch(check(), /open-complaints/);
});
