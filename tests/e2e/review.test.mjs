// review.test.mjs - the queue of what is to be reviewed, and the way to the file of an article, in a real browser.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles, writeArticles } from './own_service.mjs';
import { addStaffMember, openSignedIn } from './staff_member.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-review-'));
const day = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);
let service;
let browser;

before(async () => {
  const article = (title, reviewBy, owner) => `---\ntitle: ${title}\nreview_by: ${reviewBy}\nowner: "${owner}"\n---\nPlug it in.\n`;
  writeArticles(work, {
    'site.yaml': 'title: Help\nlanguages: [en, ko, ja]\ndefault_language: en\nedit_url: "https://git.example.com/acme/help/edit/main/{path}?message={message}"\nedit_link: true\n',
    'help/en/setup/late.md': article('Late one', day(-3), '@print'),
    'help/en/setup/near.md': article('Near one', day(20), '@paper'),
    'help/en/setup/far.md': article('Far one', day(90), '@paper'),
    'help/en/setup/internal/kept.md': article('Kept one', day(-40), '@print'),
    'help/ko/setup/late.md': article('늦은 글', day(2), '@print'),
  });
  service = await serveArticles(work, { options: ['--data', join(work, 'data')] });
  browser = await launch();
  addStaffMember(join(work, 'data'));
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const titles = (page) => page.locator('.staff-notes h3').allInnerTexts();
const wrong = (troubles) => troubles.filter((one) => !one.startsWith(`request to another host: ${service.origin}/`));

it('has what is past or near, the earliest first, internal ones too, each with its file and the line to write', async () => {
  const { page, troubles, close } = await openSignedIn(browser, service.origin, '/staff/review');
  assert.deepEqual(await titles(page), ['Kept one', 'Late one', '늦은 글', 'Near one']);
  const late = page.locator('.staff-notes > li').nth(1);
  assert.match(await late.innerText(), /Was to be reviewed by/);
  assert.match(await late.innerText(), /help\/en\/setup\/late\.md/);
  assert.match(await late.locator('.staff-copied').innerText(), /^review_by: \d{4}-\d\d-\d\d$/);
  assert.equal(await late.getByRole('link', { name: /Still true/ }).getAttribute('href'), 'https://git.example.com/acme/help/edit/main/help/en/setup/late.md?message=Still%20true%3A%20Late%20one');
  await page.locator('#owner').selectOption('@paper');
  await page.locator('.staff-find button[type=submit]').click();
  await page.waitForURL('**owner=**');
  assert.deepEqual(await titles(page), ['Near one']);
  assert.deepEqual(wrong(troubles), []);
  await close();
});

it('is as good on a phone, in the dark, in three languages and without scripts', async () => {
  for (const [width, theme, locale] of [[390, 'light', 'en'], [1280, 'dark', 'ko'], [390, 'dark', 'ja']]) {
    const { page, close } = await openSignedIn(browser, service.origin, '/staff/review', { width, theme, locale });
    assert.deepEqual(await violations(page), [], `${width} ${theme} ${locale}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/review-${locale}-${width}.png`, fullPage: true });
    await close();
  }
  const { page, close } = await openSignedIn(browser, service.origin, '/staff/review', { javaScriptEnabled: false });
  assert.equal((await titles(page)).length, 4);
  await close();
});

it('everybody is led to the file of an article where the site wants it', async () => {
  const { page, close } = await openPage(browser, { baseURL: service.origin });
  await page.goto('/en/articles/late');
  assert.equal(await page.getByRole('link', { name: 'Edit this page' }).getAttribute('href'), 'https://git.example.com/acme/help/edit/main/help/en/setup/late.md?message=Late%20one');
  await close();
});
