// article.test.mjs - reading: contents list, links to headings, code, threads, paper.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { ARTICLE, LONG_ARTICLE, THREAD } from './sample.mjs';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

describe('contents list', () => {
  it('follows the scroll on a wide screen', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(LONG_ARTICLE);
    const links = page.locator('.toc a');
    const count = await links.count();
    assert.ok(count > 4);
    const third = await links.nth(2).getAttribute('href');
    await page.evaluate((hash) => document.getElementById(decodeURIComponent(hash.slice(1))).scrollIntoView(), third);
    await page.waitForFunction((hash) => document.querySelector('.toc [aria-current]')?.getAttribute('href') === hash, third);
    assert.equal(await page.locator('.toc [aria-current]').count(), 1);
    assert.equal(await page.locator('.toc').evaluate((toc) => toc.getBoundingClientRect().top >= 0), true, 'it stays in sight');
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const last = await links.nth(count - 1).getAttribute('href');
    await page.waitForFunction((hash) => document.querySelector('.toc [aria-current]')?.getAttribute('href') === hash, last);
    await close();
  });

  it('is folded on a phone, and leads to the heading', async () => {
    const { page, close } = await openPage(browser, { width: 390 });
    await page.goto(LONG_ARTICLE);
    const link = page.locator('.toc a').nth(2);
    assert.equal(await link.isVisible(), false);
    await page.click('.toc summary');
    const hash = await link.getAttribute('href');
    await link.click();
    assert.equal(decodeURIComponent(new URL(page.url()).hash), decodeURIComponent(hash));
    assert.equal(await link.isVisible(), false, 'it folds again');
    await close();
  });

  it('is there without scripts, at both widths', async () => {
    for (const width of [390, 1280]) {
      const { page, close } = await openPage(browser, { width, javaScriptEnabled: false });
      await page.goto(LONG_ARTICLE);
      if (width === 390) await page.click('.toc summary');
      assert.equal(await page.locator('.toc a').first().isVisible(), true);
      await close();
    }
  });
});

describe('copying', () => {
  it('a heading has a link that copies its address', async () => {
    const { page, context, close } = await openPage(browser);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(LONG_ARTICLE);
    const heading = page.locator('.prose .anchored').nth(1);
    const id = await heading.locator('h2').getAttribute('id');
    await heading.hover();
    await heading.locator('.anchor').click();
    await page.locator('.toast.is-shown').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, page.url().split('#')[0] + '#' + encodeURIComponent(id));
    await close();
  });

  it('a code block has a copy button, its language and colours, and its text stays', async () => {
    const plain = await openPage(browser, { javaScriptEnabled: false });
    await plain.page.goto(LONG_ARTICLE);
    const want = await plain.page.locator('pre code').allTextContents();
    await plain.close();

    const { page, context, troubles, close } = await openPage(browser);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(LONG_ARTICLE, { waitUntil: 'networkidle' });
    await page.locator('pre code.language-cpp').locator('.tk-keyword, .tk-name').nth(1).waitFor();
    assert.deepEqual(await page.locator('pre code').allTextContents(), want);
    assert.equal(await page.locator('.code').count(), want.length);
    await page.locator('.code button').first().click();
    await page.locator('.toast.is-shown').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), want[0]);
    assert.deepEqual(troubles, []);
    await close();
  });

  it('pages without code load no highlighter', async () => {
    const { page, close } = await openPage(browser);
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/', { waitUntil: 'networkidle' });
    assert.equal(asked.filter((url) => /prism|code/.test(url)).length, 0);
    await close();
  });
});

describe('article', () => {
  it('has its trail, date, neighbours, translations and Markdown', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(ARTICLE);
    assert.equal(await page.locator('.crumbs li').count(), 2);
    assert.match(await page.locator('.meta-date').textContent(), /^Updated \d{1,2} \w{3} \d{4}$/);
    assert.ok((await page.locator('.related .ref').count()) > 0);
    assert.ok((await page.locator('.neighbour').count()) > 0);
    assert.equal(await page.locator('.tools-langs a').count(), 2);
    const markdown = await page.request.get(await page.locator('.tools-link').getAttribute('href'));
    assert.match(markdown.headers()['content-type'], /text\/markdown/);
    await close();
  });

  it('wide tables scroll by themselves', async () => {
    const { page, close } = await openPage(browser, { width: 390 });
    await page.goto('/en/articles/front-matter');
    const region = page.locator('.table-scroll').first();
    assert.equal(await region.getAttribute('tabindex'), '0');
    assert.equal(await region.evaluate((element) => element.getBoundingClientRect().right <= innerWidth), true);
    await close();
  });

  it('prints the text alone, in dark on light', async () => {
    const { page, close } = await openPage(browser, { theme: 'dark' });
    await page.goto(LONG_ARTICLE);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const selector of ['.top', '.bottom', '.page-side', '.code-bar', '.page-foot']) {
      assert.equal(await page.locator(selector).first().isVisible(), false, selector);
    }
    assert.equal(await page.locator('h1').isVisible(), true);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(22, 25, 31)');
    await close();
  });
});

// Regression: a link to the heading "Main" led to <main id="main">, and each page with such a heading had two of one id.
it('no heading can have an id of the page itself', async () => {
  const { page, close } = await openPage(browser);
  for (const url of [ARTICLE, THREAD]) {
    await page.goto(url);
    await page.fill('#\\~q', 'in');
    await page.waitForSelector('[role=option]');
    const own = await page.evaluate(() => [...document.querySelectorAll('[id]')].filter((element) => !element.closest('.prose, .post')).map((element) => element.id));
    assert.ok(own.length > 3);
    // src/content/heading_ids.h: ids of articles have letters, digits, marks and -_.: only.
    assert.deepEqual(own.filter((id) => !id.startsWith('~')), []);
  }
  await close();
});

describe('numbered steps', () => {
  // Regression: the steps behind a code block that isn't indented were 1, 1, 1.
  it('have the numbers that the list gives them', async () => {
    const { page, context, close } = await openPage(browser);
    // The first text of each item of `html`, in place of an article's text, as a screen reader gets it.
    const numbers = async (html) => {
      await page.unrouteAll();
      await page.route('**' + ARTICLE, async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(/(<div class="prose"[^>]*>)[^]*(<\/div>\s*(<ul class="tags|<\/article>))/, (_, start, end) => `${start}<p>NUMBERS</p>${html}${end}`);
        await route.fulfill({ response, body });
      });
      await page.goto(ARTICLE);
      const session = await context.newCDPSession(page);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const of = new Map(nodes.map((node) => [node.nodeId, node]));
      const texts = (node) => [
        ...(['StaticText', 'ListMarker'].includes(node.role?.value) ? [node.name.value.trim()] : []),
        ...(node.childIds ?? []).flatMap((id) => texts(of.get(id))),
      ];
      const numbered = (node) => (node.role?.value === 'listitem' ? [texts(node)[0]] : []).concat((node.childIds ?? []).flatMap((id) => numbered(of.get(id))));
      const article = nodes.find((node) => node.role?.value === 'article');
      assert.equal(texts(article)[0], 'NUMBERS');
      return numbered(article).slice(0, (html.match(/<li/g) ?? []).length).join(' ');
    };
    const item = '<li>-</li>';
    assert.equal(await numbers(`<ol>${item}</ol><pre>-</pre><ol start="2">${item}${item}</ol>`), '1 2 3');
    assert.equal(await numbers(`<ol start="0">${item}</ol>`), '0');
    assert.equal(await numbers(`<ol reversed>${item}${item}</ol>`), '2. 1.');
    assert.equal(await numbers(`<ol><li value="7">-</li>${item}</ol>`), '7. 8.');
    assert.equal(await numbers(`<ol type="a" start="3">${item}</ol><ol type="A">${item}</ol><ol type="I">${item}${item}</ol>`), 'c. A. I. II.');
    assert.equal(await numbers(`<ul><li>-<ol type="i">${item}${item}</ol></li></ul>`), '• i. ii.');
    await close();
  });
});

describe('thread', () => {
  it('shows the question, then the accepted answer, then the others by votes', async () => {
    const { page, close } = await openPage(browser);
    await page.goto(THREAD);
    const posts = page.locator('.post');
    assert.match(await posts.nth(0).getAttribute('class'), /post-question/);
    assert.match(await posts.nth(1).getAttribute('class'), /post-accepted/);
    assert.equal(await page.locator('.post-accepted').count(), 1);
    const votes = (await page.locator('.post:not(.post-question):not(.post-accepted) .post-votes b').allTextContents()).map(Number);
    assert.deepEqual(votes, [...votes].sort((a, b) => b - a));
    assert.equal(await page.locator('.page-head .badge-good').count(), 1);
    assert.ok((await page.locator('.post time').count()) > 1);
    await close();
  });
});
