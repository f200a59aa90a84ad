// translations.test.mjs - outdated translations beside what changed in their originals, in a real browser.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch } from './browser.mjs';
import { serveArticles, writeArticles } from './own_service.mjs';
import { addStaffMember, openSignedIn } from './staff_member.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-translations-'));
let service;
let browser;

const git = (...words) => execFileSync('git', ['-C', join(work, 'articles'), '-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...words], { stdio: 'ignore' });
const english = (title, day, ink, last) => `---\ntitle: ${title}\nupdated: ${day}\n---\nConnect it first.\n\n## Ink\n\n${ink}\n\n## Paper\n\n1. Open the tray.\n2. Put in paper.\n3. Close the tray.\n\n${last}`;

before(async () => {
  writeArticles(work, {
    'site.yaml': 'title: Help\nlanguages: [en, ko, ja]\ndefault_language: en\nedit_url: "https://git.example.com/acme/help/edit/main/{path}?message={message}"\n',
    'help/en/setup/printer.md': english('Set up the printer', '2026-01-01', 'Use black ink. Never <b>shake</b> the bottle.', '## Old models\n\nPress F3.\n'),
    'help/ko/setup/printer.md': '---\ntitle: 프린터 설정하기\nupdated: 2026-01-01\n---\n먼저 연결하세요.\n\n## 잉크\n\n검은 잉크를 쓰세요. 병을 <b>흔들지</b> 마세요.\n\n## 종이\n\n1. 용지함을 엽니다.\n\n## 옛 모델\n\nF3을 누르세요.\n',
    'help/ja/setup/printer.md': '---\ntitle: プリンターの設定\nupdated: 2025-06-01\n---\nまず接続します。\n',
  });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  writeArticles(work, { 'help/en/setup/printer.md': english('Set up your printer', '2026-03-01', 'Use black or blue ink. Never <b>shake</b> the bottle.', '## Wi-Fi\n\nHold the button for five seconds.\n') });
  git('commit', '-q', '-a', '-m', 'second');
  service = await serveArticles(work, { options: ['--data', join(work, 'data')] });
  browser = await launch();
  addStaffMember(join(work, 'data'));
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const wrong = (troubles) => troubles.filter((one) => !one.startsWith(`request to another host: ${service.origin}/`));
const sides = (page) => page.locator('.staff-sides').evaluateAll((rows) => rows.map((row) => {
  const [original, translation] = row.children;
  const texts = (name) => [...original.querySelectorAll(name)].map((one) => one.textContent.trim());
  return { heading: original.querySelector('h3').innerText, removed: texts('del'), added: texts('ins'), translation: translation.querySelector('.staff-changes')?.textContent ?? null };
}));

it('lists what is outdated, the oldest first, and shows each change beside the translation of its section', async () => {
  const { page, troubles, close } = await openSignedIn(browser, service.origin, '/staff/translations');
  assert.deepEqual(await page.locator('.staff-notes h3').allInnerTexts(), ['プリンターの設定', '프린터 설정하기']);
  await page.locator('#language').selectOption('ko');
  await page.locator('.staff-find button[type=submit]').click();
  await page.waitForURL('**language=ko**');
  await page.getByRole('link', { name: '프린터 설정하기' }).click();
  await page.waitForURL('**/staff/translations/ko/printer');
  const [title, ink, wifi] = await sides(page);
  assert.deepEqual([title.removed, title.added, title.translation], [['the'], ['your'], '프린터 설정하기']);
  assert.match(ink.heading, /^Ink/);
  assert.deepEqual([ink.removed, ink.added], [[], ['or blue']], 'words, not lines');
  assert.equal(ink.translation, '## 잉크\n\n검은 잉크를 쓰세요. 병을 <b>흔들지</b> 마세요.', 'as a text, not as an element');
  assert.match(wifi.heading, /^Wi-Fi/);
  assert.deepEqual([wifi.removed, wifi.added], [['## Old models\n\nPress F3.'], ['## Wi-Fi\n\nHold the button for five seconds.']], 'another section in its place');
  assert.match(wifi.translation, /F3을 누르세요/);
  assert.equal((await sides(page)).length, 3, 'what stayed is not there');
  assert.equal(await page.locator('.staff-copied').innerText(), 'updated: 2026-03-01');
  assert.equal(await page.getByRole('link', { name: 'Edit the translation' }).getAttribute('href'), `https://git.example.com/acme/help/edit/main/help/ko/setup/printer.md?message=${encodeURIComponent('Update the translation: 프린터 설정하기')}`);
  assert.deepEqual(wrong(troubles), []);
  await close();
});

it('says where the repository has no version of that time, and where there is no such translation', async () => {
  const { page, close } = await openSignedIn(browser, service.origin, '/staff/translations/ja/printer');
  assert.match(await page.locator('.notice').innerText(), /What changed is not known/);
  assert.equal(await page.locator('.staff-sides').count(), 0);
  for (const path of ['en/printer', 'ko/nothing', 'xx/printer']) {
    assert.equal((await page.goto(`/staff/translations/${path}`)).status(), 404);
    assert.match(await page.locator('main').innerText(), /There is no such translation/);
  }
  await close();
});

it('is as good on a phone, in the dark, in three languages and without scripts', async () => {
  for (const [width, theme, locale] of [[390, 'light', 'en'], [1280, 'light', 'en'], [1280, 'dark', 'ko'], [390, 'dark', 'ja']]) {
    const { page, close } = await openSignedIn(browser, service.origin, '/staff/translations', { width, theme, locale });
    for (const path of ['/staff/translations', '/staff/translations/ko/printer', '/staff/translations/ja/printer']) {
      await page.goto(path);
      assert.deepEqual(await violations(page), [], `${path} ${width} ${theme} ${locale}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${path.split('/').slice(2).join('-')}-${theme}-${locale}-${width}.png`, fullPage: true });
    }
    await close();
  }
  const { page, close } = await openSignedIn(browser, service.origin, '/staff/translations/ko/printer', { javaScriptEnabled: false });
  assert.equal((await sides(page)).length, 3);
  await close();
});
