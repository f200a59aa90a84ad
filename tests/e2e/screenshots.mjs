// screenshots.mjs - saves pictures of the main pages, to look at: node screenshots.mjs FOLDER [name-part ...]
// SIGNPOST_URL names a running service with the sample articles.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, openPage } from './browser.mjs';

const [folder = 'screenshots', ...only] = process.argv.slice(2);
const WIDTHS = { 390: 844, 1280: 900 };
const WORDS = { en: 'index', ko: '검색', ja: '検索' };
const THREADS = { en: 'search-too-many-results', ko: 'particle-search', ja: 'kana-variants' };

function pages(lang) {
  return {
    home: `/${lang}/`,
    results: `/search?q=${encodeURIComponent(WORDS[lang])}&lang=${lang}`,
    filtered: `/search?q=${encodeURIComponent(WORDS[lang])}&lang=${lang}&kind=help&level=basic`,
    article: `/${lang}/articles/write-your-first-article`,
    thread: `/community/${THREADS[lang]}?lang=${lang}`,
    category: `/${lang}/categories/getting-started`,
    empty: `/search?q=qqqzzz&lang=${lang}`,
    start: `/search?lang=${lang}`,
    error: `/${lang}/articles/no-such-page`,
  };
}

mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const lang of ['en', 'ko', 'ja']) {
  for (const theme of ['light', 'dark']) {
    for (const [width, height] of Object.entries(WIDTHS)) {
      for (const [name, path] of Object.entries(pages(lang))) {
        const file = `${name}-${lang}-${theme}-${width}.png`;
        if (only.length && !only.every((part) => file.includes(part))) continue;
        const { page, close } = await openPage(browser, { width: Number(width), height, theme, locale: lang });
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.screenshot({ path: join(folder, file), fullPage: true });
        await close();
      }
    }
  }
}
await browser.close();
