// right_to_left.test.mjs - a help centre in English, Arabic and Hebrew: pages of languages that are written from right to left are the
// mirror image of the others, each text runs in its own direction on every page, and code runs from left to right everywhere.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles } from './own_service.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-right-to-left-'));
let service;
let origin;
let browser;

const everything = (words) => `---
title: ${words.title}
summary: ${words.sentence}
tags: [${words.word}]
category: setup
updated: 2026-01-02
---
${words.sentence} \`signpost-index --source help\` ${words.sentence}

- ${words.sentence}
- [ ] ${words.sentence}

1. ${words.sentence}
2. ${words.sentence}

> ${words.sentence}

> [!NOTE]
> ${words.sentence}

\`\`\`sh
signpost-index --output /srv/index
\`\`\`

| ${words.word} | ${words.word} | ${words.word} |
| --- | --: | :-: |
| ${words.word} | 1 | 2 |

## ${words.word}

${words.sentence}

## ${words.word} 2

${words.sentence}
`;
const ENGLISH = { title: 'Reset the walrus', word: 'walrus', sentence: 'The walrus waits at the door.' };
const ARABIC = { title: 'إعادة تعيين كلمة المرور', word: 'مرور', sentence: 'افتح الإعدادات ثم اختر كلمة المرور.' };
const HEBREW = { title: 'איפוס סיסמה', word: 'סיסמה', sentence: 'פתחו את ההגדרות ובחרו סיסמה.' };

before(async () => {
  const write = (path, text) => {
    mkdirSync(dirname(join(work, 'articles', path)), { recursive: true });
    writeFileSync(join(work, 'articles', path), text);
  };
  write('site.yaml', 'title: { en: Help, ar: مساعدة, he: עזרה }\nbase_url: https://help.example.com\nlanguages:\n  - { code: en, name: English }\n  - { code: ar, name: العربية }\n  - { code: he, name: עברית }\ncategories:\n  - { id: setup, name: { en: Setup, ar: إعداد, he: התקנה }, description: { en: Begin here., ar: ابدأ هنا., he: התחילו כאן. } }\n  - { id: more, name: { en: More, ar: المزيد, he: עוד } }\n');
  for (const [lang, words] of Object.entries({ en: ENGLISH, ar: ARABIC, he: HEBREW })) {
    write(`help/${lang}/setup/a.md`, everything(words));
    write(`help/${lang}/setup/b.md`, `---\ntitle: Signpost ${words.title}\ncategory: setup\n---\n${words.sentence}\n`);
    write(`help/${lang}/setup/c.md`, `---\ntitle: ${words.title} 3\ncategory: setup\n---\n${words.sentence}\n`);
    write(`help/${lang}/more/only-${lang}.md`, everything({ ...words, title: `${words.title} 4` }).replace('setup', 'more'));
    write(`community/${lang}/thread-${lang}/question.md`, `---\ntitle: ${words.title} 5\nauthor: Ann Lee\ndate: 2026-01-01\nvotes: -3\n---\n${words.sentence}\n`);
    write(`community/${lang}/thread-${lang}/answer-1.md`, `---\nauthor: ${words.word}\ndate: 2026-01-02\n---\n${words.sentence}\n\n${ARABIC.sentence}\n`);
  }
  service = await serveArticles(work);
  origin = service.origin;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const PAGES = {
  home: (lang) => `/${lang}/`,
  article: (lang) => `/${lang}/articles/a`,
  'article in the other direction': (lang) => `/${lang}/articles/only-${lang === 'en' ? 'ar' : 'en'}`,
  category: (lang) => `/${lang}/categories/setup`,
  thread: (lang) => `/community/thread-${lang}?lang=${lang}`,
  'results': (lang) => `/search?lang=${lang}&q=${encodeURIComponent({ en: ENGLISH, ar: ARABIC, he: HEBREW }[lang].word)}`,
  'no results': (lang) => `/search?lang=${lang}&q=zzzzzz`,
  'no such page': (lang) => `/${lang}/articles/zzzzzz`,
};
const open = (options) => openPage(browser, { baseURL: origin, ...options });

// In the page: how far each element begins from the side where lines begin, and how far it ends from there.
function edges(selectors) {
  const width = document.documentElement.clientWidth;
  const mirrored = document.documentElement.dir === 'rtl';
  return Object.fromEntries(selectors.map((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return [selector, box && Math.round(mirrored ? width - box.right : box.left)];
  }));
}
// In the page: whether the first text in an element, which stands on one line, has its first letter left of its last.
function runsRight(selector) {
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  do walker.nextNode(); while (!walker.currentNode.data.trim());
  const node = walker.currentNode;
  const place = (index) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    return range.getBoundingClientRect().left;
  };
  return place(node.data.search(/[\p{L}\p{N}]/u)) < place(node.data.trimEnd().replace(/\u2069+$/, '').length - 1);
}

for (const [width, theme] of [[390, 'light'], [1280, 'dark']]) {
  describe(`${width} px, ${theme}`, () => {
    for (const lang of ['ar', 'he']) {
      for (const [name, path] of Object.entries(PAGES)) {
        it(`${lang}: ${name}`, async () => {
          const { page, troubles, close } = await open({ width, theme });
          await page.goto(path(lang), { waitUntil: 'load' });
          assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [lang, 'rtl']);
          const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
          assert.ok(content <= screen, `the page is ${content} px wide on a screen of ${screen} px`);
          assert.deepEqual(await violations(page), []);
          assert.deepEqual(troubles.filter((trouble) => !trouble.startsWith('request to another host')), []);
          await close();
        });
      }
    }
  });
  it(`pages are mirrored, ${width} px`, async () => {
    const parts = {
      home: ['.logo', '.hero search-box form', '.card', '.card .tile', '.card-title', '.ref-title', '.bottom .logo'],
      article: ['.logo', '.crumbs li', 'h1', '.summary', '.prose', '.prose ul', '.prose ol > li', '.prose blockquote', '.admonition', '.admonition-title', '.table-scroll', '.prose th', '.tag', '.page-side', '.neighbours'],
      thread: ['.post', '.post-main', '.post .prose', '.post-by .avatar', '.page-side'],
      results: ['search-box form', '.found', '.found-count', '.hit', '.hit h2', '.hit-text', '.hit-path .badge'],
      'no such page': ['.error .wrap', '.error search-box form', '.logo'],
    };
    const { page, close } = await open({ width });
    for (const [name, selectors] of Object.entries(parts)) {
      await page.goto(PAGES[name]('en'), { waitUntil: 'load' });
      const there = await page.evaluate(edges, selectors);
      await page.goto(PAGES[name]('ar'), { waitUntil: 'load' });
      const here = await page.evaluate(edges, selectors);
      for (const selector of selectors) {
        assert.ok(there[selector] !== undefined, `${name} has ${selector}`);
        assert.ok(Math.abs(there[selector] - here[selector]) <= 2, `${name}: ${selector} begins ${here[selector]} px from the edge, not ${there[selector]}`);
      }
    }
    await close();
  });
}

it('each text runs in the direction of its language', async () => {
  const { page, close } = await open();
  const direction = (selector) => page.locator(selector).first().evaluate((one) => getComputedStyle(one).direction);
  await page.goto('/ar/articles/a');
  for (const part of ['h1', '.summary', '.prose', '.prose li', '.prose td', '.toc bdi', '.neighbour bdi']) assert.equal(await direction(part), 'rtl', part);
  assert.equal(await page.evaluate(runsRight, '.prose li'), false);
  await page.goto('/en/articles/only-ar');
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'ltr');
  for (const part of ['h1', '.summary', '.prose', '.toc bdi']) assert.equal(await direction(part), 'rtl', part);
  // Title and text begin at the same edge.
  const right = (selector) => page.locator(selector).first().evaluate((one) => Math.round(one.getBoundingClientRect().right));
  assert.equal(await right('h1'), await right('.prose'));
  await page.goto('/ar/articles/only-en');
  for (const part of ['h1', '.prose', '.toc bdi']) assert.equal(await direction(part), 'ltr', part);
  assert.equal(await page.evaluate(runsRight, '.prose li'), true);
  await page.goto(`/search?lang=en&q=${encodeURIComponent(ARABIC.word)}`);
  assert.equal(await direction('.hit h2 bdi'), 'rtl');
  assert.equal(await direction('.hit-text bdi'), 'rtl');
  await page.goto('/search?lang=ar&q=walrus');
  assert.equal(await direction('.hit h2 bdi'), 'ltr');
  // A stranger's Arabic among a stranger's English.
  await page.goto('/community/thread-en?lang=en');
  assert.equal(await page.evaluate(runsRight, '.post:not(.post-question) .prose p:last-child'), false);
  await close();
});

it('code runs from left to right', async () => {
  const { page, close } = await open();
  for (const path of ['/ar/articles/a', '/he/articles/a', '/en/articles/only-ar']) {
    await page.goto(path);
    for (const part of ['.prose pre', '.prose p code']) {
      assert.equal(await page.locator(part).first().evaluate((one) => getComputedStyle(one).direction), 'ltr', part);
      assert.equal(await page.evaluate(runsRight, part), true, part);
    }
    const [code, box] = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('.prose pre code'));
      return [range.getBoundingClientRect().left, document.querySelector('.prose pre').getBoundingClientRect().left];
    });
    assert.ok(code - box < 40, `code begins ${code - box} px from the left edge of its box`);
  }
  await close();
});

it("English words of the interface keep their numbers and full stops at their place, and arrows point where lines go", async () => {
  const { page, close } = await open();
  await page.goto(PAGES.results('ar'));
  assert.match(await page.locator('.found-count').textContent(), /\d+ results/);
  assert.equal(await page.evaluate(runsRight, '.found-count'), true);
  await page.goto(PAGES['no results']('ar'));
  assert.equal(await page.evaluate(runsRight, '.empty-none li'), true);
  await page.goto('/ar/articles/a');
  assert.equal(await page.evaluate(runsRight, '.meta-date'), true);
  assert.ok((await page.locator('.turns').evaluateAll((all) => all.map((one) => getComputedStyle(one).scale))).every((scale) => scale === '-1 1'));
  await page.goto('/en/articles/a');
  assert.ok((await page.locator('.turns').evaluateAll((all) => all.map((one) => getComputedStyle(one).scale))).every((scale) => scale === 'none'));
  await close();
});

it('the search field and its suggestions', async () => {
  const { page, close } = await open();
  await page.goto('/ar/articles/a');
  const field = page.locator('#\\~q');
  assert.equal(await field.evaluate((one) => getComputedStyle(one).direction), 'rtl');
  await field.fill('walrus');
  assert.equal(await field.evaluate((one) => getComputedStyle(one).direction), 'ltr');
  await field.fill('كلمة');
  assert.equal(await field.evaluate((one) => getComputedStyle(one).direction), 'rtl');
  await field.fill('Signpost');
  // The list is drawn anew while its answers come, so it is looked at in one step.
  await page.waitForFunction(() => {
    const titles = [...document.querySelectorAll('[role=option]:lang(ar) .suggestion-title bdi')];
    const title = titles.find((one) => one.textContent.startsWith('Signpost'));
    return title && getComputedStyle(title).direction === 'rtl';
  });
  await page.goto('/en/articles/a');
  await field.fill('كلمة');
  assert.equal(await field.evaluate((one) => getComputedStyle(one).direction), 'rtl');
  await close();
});
