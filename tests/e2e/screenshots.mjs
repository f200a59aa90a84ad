// screenshots.mjs - saves pictures of the main pages, to look at: node screenshots.mjs FOLDER [name-part ...]
// or those of the README: node screenshots.mjs ../../docs README
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
    incidents: `/${lang}/incidents`,
    incident: `/${lang}/incidents/container-image-downloads-failed`,
    error: `/${lang}/articles/no-such-page`,
  };
}

// The README's: [name, address, width, height, theme, language]
const README = [
  ['phone-ko', `/search?q=${encodeURIComponent('글이 안 보여요')}&lang=ko`, 390, 780, 'dark', 'ko'],
  ['results', '/search?q=how+do+i+tranlate+an+article&lang=en', 1280, 860, 'light', 'en'],
  ['article', '/en/articles/write-your-first-article', 1280, 860, 'light', 'en'],
  ['thread', '/community/search-too-many-results?lang=en', 1280, 860, 'light', 'en'],
  ['explain', '/search?q=roll+back&lang=en&explain=1', 1280, 860, 'light', 'en'],
];

async function pictureReadme() {
  for (const [name, path, width, height, theme, locale] of README) {
    const { page, close } = await openPage(browser, { width, height, theme, locale });
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await close();
  }
}

mkdirSync(folder, { recursive: true });
const browser = await launch();
if (only[0] === 'README') {
  await pictureReadme();
  await browser.close();
  process.exit(0);
}
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
