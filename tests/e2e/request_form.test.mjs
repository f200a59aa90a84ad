// request_form.test.mjs - from "I can't find it" to people: what was done in a tab is shown before it is sent, what is sent is what was shown,
// byte for byte, and nobody has to use scripts for it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { violations } from './axe.mjs';
import { BASE, launch, openPage } from './browser.mjs';
import { ASKED, LANGUAGES } from './sample.mjs';

const STEPS = '/en/articles/install-signpost'; // has numbered steps
const QUESTION = 'how do I "install" it\u3000on a phone & <tablet>';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

// What staff see of the request that this page of its state belongs to.
function arrived(url) {
  const code = new URL(url).pathname.split('/').at(-1);
  const shown = spawnSync(process.env.SIGNPOST_DESK_PROGRAM, ['--data', process.env.SIGNPOST_DATA, 'export', '--format', 'json'], { encoding: 'utf8' });
  assert.equal(shown.status, 0, shown.stderr);
  const all = JSON.parse(shown.stdout);
  return (Array.isArray(all) ? all : all.requests).find((request) => request.code === code);
}

// The packet as the lines of the form that it came from.
function linesOf({ product, packet }) {
  return [
    ...(product ? [product] : []),
    ...(packet.level ? [packet.level] : []),
    ...packet.questions,
    ...packet.read.map(({ id, anchor }) => `${id}#${anchor}`),
    ...packet.tried.map(({ id, anchor, step }) => `${id}#${anchor}#${step}`),
    ...packet.answers,
    ...packet.incidents,
  ].sort();
}

const shownLines = (page) => page.locator('#packet li:has(:checked) .packet-sent').allTextContents();

async function send(page, message) {
  await page.fill('#message', message);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/requests\/\w{4}-\w{4}-\w{4}$/);
}

it('sends what was done in this tab, as it is shown, and no line that was taken out', async () => {
  const { page, troubles, close } = await openPage(browser);
  await page.goto(`/search?${new URLSearchParams({ q: QUESTION })}`);
  await page.fill('#\\~q', 'install on debian');
  await page.press('#\\~q', 'Enter');
  await page.waitForFunction(() => document.title.startsWith('install on debian'));
  await page.goto(STEPS);
  const boxes = page.locator('.tried input');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await boxes.nth(2).check();
  await boxes.nth(2).uncheck();
  await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('trail')).read.length > 0);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Contact us' }).click();
  await page.getByRole('link', { name: 'Write a request' }).click();
  await page.waitForSelector('#packet li');
  const before = await shownLines(page);
  assert.ok(before.includes(QUESTION), before.join('\n'));
  assert.ok(before.includes('install on debian'), before.join('\n'));
  assert.equal(before.filter((line) => /^install-signpost#[^#]*#\d$/.test(line)).length, 2, before.join('\n'));
  assert.ok(before.some((line) => /^install-signpost#[^#]*$/.test(line)), before.join('\n'));
  await page.locator('#packet li', { has: page.locator('.packet-sent', { hasText: /#2$/ }) }).locator('input').uncheck();
  assert.deepEqual(await violations(page), []);
  const shown = await shownLines(page);
  assert.equal(shown.length, before.length - 1);
  await send(page, 'It does not install.\nWhy? 왜죠?');
  const request = arrived(page.url());
  assert.equal(request.message, 'It does not install.\nWhy? 왜죠?');
  assert.deepEqual(linesOf(request), shown.sort());
  assert.deepEqual(await violations(page), []);
  // What has been told is over: a new request begins anew.
  await page.goto('/en/requests/new');
  assert.equal(await page.locator('#packet li').count(), 0);
  assert.ok(await page.locator('#packet-none').isVisible());
  assert.deepEqual(troubles, []);
  await close();
});

it('keeps it in the tab: nothing is sent before, no cookie is set, another tab knows nothing', async () => {
  const { page, context, close } = await openPage(browser);
  const sent = [];
  page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()); });
  await page.goto('/search?q=install');
  await page.goto(STEPS);
  await page.locator('.tried input').first().check();
  await page.goto('/en/requests/new');
  assert.equal(await page.locator('#packet li').count(), 2);
  assert.deepEqual(sent, []);
  assert.deepEqual(await context.cookies(), []);
  const other = await context.newPage();
  await other.goto(`${BASE}/en/requests/new`);
  assert.equal(await other.locator('#packet li').count(), 0);
  // The box is as it was left.
  await page.goto(STEPS);
  assert.ok(await page.locator('.tried input').first().isChecked());
  await close();
});

it('can be sent whatever was searched for', async () => {
  const { page, troubles, close } = await openPage(browser, { locale: 'ko' });
  await page.goto(`/search?${new URLSearchParams({ q: `\u0007${'가나다라 '.repeat(90)}` })}`);
  await page.mouse.click(2, 300);
  await page.goto(`/en/ask?${new URLSearchParams({ q: 'line one\nline two' })}`);
  await page.goto('/en/requests/new');
  const shown = await shownLines(page);
  assert.ok(shown.includes('line one line two'), shown.join('\n'));
  assert.equal(shown.length, 2);
  await send(page, 'It was a long question');
  assert.deepEqual(linesOf(arrived(page.url())), shown.sort());
  assert.deepEqual(troubles, []);
  await close();
});

it('works without scripts', async () => {
  const { page, close } = await openPage(browser, { javaScriptEnabled: false, width: 390 });
  await page.goto(`/en/requests/new?${new URLSearchParams([['q', QUESTION], ['not', 'install-signpost#'], ['not', 'markdown#links']])}`);
  const shown = await shownLines(page);
  assert.deepEqual(shown, [QUESTION, 'install-signpost#', 'markdown#links']);
  await page.locator('#packet input').nth(1).uncheck();
  await send(page, 'No scripts here');
  assert.deepEqual(linesOf(arrived(page.url())), [QUESTION, 'markdown#links'].sort());
  // By way of the contact page too.
  await page.goto(`/en/contact?${new URLSearchParams([['q', QUESTION], ['not', 'markdown#links']])}`);
  await page.getByRole('link', { name: 'Write a request' }).click();
  assert.deepEqual(await shownLines(page), [QUESTION, 'markdown#links']);
  await close();
});

it('shows what may help while one writes, and not what was tried', async () => {
  const { page, close } = await openPage(browser);
  await page.goto('/en/requests/new');
  await page.fill('#message', 'install signpost with apt');
  await page.waitForSelector('#fitting li');
  const link = page.locator('#fitting a').first();
  const href = await link.getAttribute('href');
  assert.match(href, /^\/en\/articles\//);
  const id = href.split('/').at(-1).split('#')[0];
  await page.evaluate((all) => sessionStorage.setItem('trail', JSON.stringify({ tried: all })), await page.evaluate(async (wanted) => {
    const answer = await (await fetch('/api/v1/answer?q=install+signpost+with+apt&lang=en')).json();
    return [answer.answer?.source, ...answer.others].filter((one) => one?.id === wanted).map((one) => ({ value: `${one.id}#${one.anchor}#1`, title: '' }));
  }, id));
  await page.goto('/en/requests/new');
  await page.fill('#message', 'install signpost with apt');
  await page.waitForSelector('#fitting li');
  for (const other of await page.locator('#fitting a').all()) assert.ok(!(await other.getAttribute('href')).includes(`/${id}`));
  await close();
});

it('does not ask while a syllable is being composed', async () => {
  const { page, context, close } = await openPage(browser, { locale: 'ko' });
  await page.goto('/ko/requests/new');
  const asked = [];
  page.on('request', (request) => { if (request.url().includes('/api/v1/answer')) asked.push(decodeURIComponent(request.url())); });
  await page.focus('#message');
  const keyboard = await context.newCDPSession(page);
  for (const text of ['ㅅ', '서', '설', '설치', '설치하', '설치하는']) await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await page.waitForTimeout(600);
  assert.deepEqual(asked, []);
  assert.equal(await page.locator('#message').inputValue(), '설치하는');
  const request = page.waitForRequest(/\/api\/v1\/answer/);
  await keyboard.send('Input.insertText', { text: '설치하는 방법' });
  await request;
  assert.equal(asked.length, 1);
  await close();
});

it('leaves a service alone that has too much to do, and still sends', async () => {
  const { page, close } = await openPage(browser);
  let asked = 0;
  await page.route('**/api/v1/answer?*', (route) => {
    asked += 1;
    return route.fulfill({ status: 429, body: '' });
  });
  await page.goto('/en/requests/new');
  const refused = page.waitForResponse(/\/api\/v1\/answer/);
  await page.fill('#message', 'install');
  await refused;
  await page.waitForTimeout(100);
  await page.fill('#message', 'install signpost');
  await page.waitForTimeout(300);
  assert.equal(asked, 1);
  await send(page, 'install signpost, please');
  await close();
});

it('tells a screen reader what may help once the writer has stopped, and draws it once', async () => {
  const { page, close } = await openPage(browser);
  await page.goto('/en/requests/new');
  await page.fill('#message', 'install signpost with apt');
  await page.waitForSelector('#fitting[aria-busy=true] li');
  const first = await page.locator('#fitting li').first().elementHandle();
  await page.waitForSelector('#fitting[aria-busy=false] li');
  const answered = page.waitForResponse(/\/api\/v1\/answer/);
  await page.locator('#message').press('End');
  await page.keyboard.type(' ');
  await (await answered).finished();
  await page.waitForSelector('#fitting[aria-busy=false] li');
  assert.ok(await first.evaluate((line) => line.isConnected), 'the same is not drawn anew');
  await close();
});

it('gives a text for any other channel: twelve lines at most, the newest of each kind, with links', async () => {
  const { page, context, close } = await openPage(browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/en/requests/new');
  await page.evaluate(() => {
    const of = (values) => values.map((value) => ({ value, title: '' }));
    sessionStorage.setItem('trail', JSON.stringify({
      questions: of(Array.from({ length: 20 }, (_, index) => `question ${index + 1}?`)),
      tried: of([1, 2, 3].map((step) => `install-signpost#install-for-production#${step}`)),
      answers: of(['install-signpost#']),
    }));
  });
  await page.reload();
  await page.fill('#message', 'one\n\ntwo');
  // It is called something else for a moment after each copy.
  const copy = page.getByRole('button', { name: /^(Copy as text|Copied)$/ });
  await copy.click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, [
    'one two',
    ...[13, 14, 15, 16, 17, 18, 19, 20].map((number) => `Asked: question ${number}?`),
    `Tried: ${BASE}/articles/install-signpost#install-for-production (1, 2, 3)`,
    `Did not help: ${BASE}/articles/install-signpost`,
    '… +12',
  ].join('\n'));
  // What is not ticked is no part of it, and where there is room for all, nothing is left out.
  for (const box of (await page.locator('[name="packet.questions"]').all()).slice(0, 13)) await box.uncheck();
  await copy.click();
  const fewer = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  assert.equal(fewer.length, 10);
  assert.equal(fewer[1], 'Asked: question 14?');
  await close();
});

it('knows the level and the incidents of the page of results, and what answers are called', async () => {
  const { page, close } = await openPage(browser);
  await page.goto('/search?q=docker+pull+fails&level=basic');
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '/en/incidents/downloads%20failed', textContent: 'Downloads # failed' });
    const incident = Object.assign(document.createElement('p'), { className: 'incident' });
    incident.append(link);
    document.querySelector('.incidents').append(incident);
  });
  await page.mouse.click(2, 300);
  await page.fill('#\\~q', 'docker pull fails today');
  await page.press('#\\~q', 'Enter');
  await page.goto('/search?q=x&not=install-signpost%23');
  await page.goto('/en/requests/new');
  await page.waitForSelector('#packet .is-name:text-is("install-signpost#")');
  const lines = (await page.locator('#packet li').allTextContents()).join('\n');
  assert.match(lines, /Level basic/);
  assert.match(lines, /Incident shown Downloads # failed downloads failed/);
  assert.match(lines, /Did not help Install Signpost.* install-signpost#/);
  const shown = await shownLines(page);
  await send(page, 'What was that?');
  const request = arrived(page.url());
  assert.equal(request.packet.level, 'basic');
  assert.deepEqual(linesOf(request), shown.sort());
  await close();
});

it('folds an answer out of steps that were tried, and sends nothing for it', async () => {
  const { page, context, close } = await openPage(browser);
  const question = new URLSearchParams({ q: ASKED.en, lang: 'en' });
  const { answer } = await (await fetch(`${BASE}/api/v1/answer?${question}`)).json();
  await page.goto('/en/requests/new');
  await page.evaluate((value) => sessionStorage.setItem('trail', JSON.stringify({ tried: [{ value, title: '' }] })), `${answer.source.id}#${answer.source.anchor}#1`);
  for (const path of ['/search', '/en/ask']) {
    await page.goto(`${path}?${question}`);
    const folded = page.locator('.answer details.answer-tried');
    await folded.waitFor();
    assert.equal(await folded.locator('.quote').isVisible(), false);
    await folded.locator('summary').click();
    assert.ok(await folded.locator('.quote').isVisible());
    assert.deepEqual(await violations(page), []);
  }
  const other = await context.newPage();
  await other.goto(`/search?${question}`);
  assert.equal(await other.locator('.answer-tried').count(), 0);
  await close();
});

it('tells which steps were tried in one line', async () => {
  const { page, context, close } = await openPage(browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(STEPS);
  for (const box of (await page.locator('.tried input').all()).slice(0, 3)) await box.check();
  await page.goto('/en/requests/new');
  await page.getByRole('button', { name: 'Copy as text' }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^Tried: .*install-signpost.* \(1, 2(, 3)?\)$/m);
  await close();
});

for (const lang of LANGUAGES) {
  describe(`the form, ${lang}`, () => {
    for (const [width, theme] of [[390, 'light'], [1280, 'dark']]) {
      it(`fits ${width} px, ${theme}`, async () => {
        const { page, troubles, close } = await openPage(browser, { width, theme, locale: lang });
        await page.goto(`/${lang}/requests/new?q=${'x'.repeat(300)}`);
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
        assert.deepEqual(troubles, []);
        await close();
      });
    }
  });
}
