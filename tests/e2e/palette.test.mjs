// palette.test.mjs - the palette of those who answer requests, in a real browser: what lands on the clipboard, in whose language, by keys
// alone, with Korean and Japanese input, on pages for everybody, which say nothing of it, and as a page without scripts.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles, writeArticles } from './own_service.mjs';
import { addStaffMember, openSignedIn, PASSWORD, signIn } from './staff_member.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-palette-'));
const data = join(work, 'data');
let service;
let browser;
let code;

const PRINTER = {
  en: ['Set up the printer', 'Plug it in.\n\n## Paper\n\n1. Open the tray.\n2. Put letterhead in, face down.\n\n## Loud noises\n\nTurn it off.\n'],
  ko: ['프린터 설정하기', '전원을 연결하세요.\n\n## 용지\n\n1. 용지함을 엽니다.\n2. 용지를 넣습니다.\n\n## 큰 소음\n\n전원을 끄세요.\n'],
  ja: ['プリンターを設定する', '電源を入れます。\n\n## 用紙\n\n1. トレイを開けます。\n2. 用紙を入れます。\n\n## 大きな音\n\n電源を切ります。\n'],
};
const HOSTILE = 'Scanner \\[x\\](http://evil.example) \\<img src=x onerror="document.title=1"> \\`\\*\\_| \u202Eodd'; // as Markdown

async function openAsStaff(path = '/staff/', options = {}) {
  const opened = await openSignedIn(browser, service.origin, '/staff/', options);
  await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  if (path !== '/staff/') await opened.page.goto(path);
  return opened;
}

const wrong = (troubles) => troubles.filter((one) => !one.startsWith(`request to another host: ${service.origin}/`));
const words = (page) => page.locator('#\\~palette-words');
const options = (page) => page.locator('.palette-list [role=option]');
const first = (page) => page.locator('.palette-list [role=option][aria-selected=true] .palette-title');
const read = (page) => page.evaluate(() => navigator.clipboard.readText());
const flavours = (page) => page.evaluate(async () => {
  const [item] = await navigator.clipboard.read();
  const text = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : undefined);
  return { plain: await text('text/plain'), html: await text('text/html') };
});

async function openPalette(page) {
  await page.keyboard.press('Control+k');
  await page.waitForFunction(() => document.activeElement?.id === '~palette-words');
}

async function find(page, text, title) {
  await words(page).fill(text);
  await first(page).filter({ hasText: title }).waitFor();
}

const closed = (page) => page.locator('dialog.palette-dialog').waitFor({ state: 'hidden' });
// Over a page it is closed then.
async function said(page, text) {
  await closed(page);
  await page.locator('.palette-toast', { hasText: text }).waitFor();
}

before(async () => {
  writeArticles(work, { 'site.yaml': 'title: Help\nlanguages:\n  - { code: en, name: English }\n  - { code: ko, name: 한국어 }\n  - { code: ja, name: 日本語 }\ndefault_language: en\n' });
  for (const [lang, [title, text]] of Object.entries(PRINTER)) writeArticles(work, { [`help/${lang}/setup/printer.md`]: `---\ntitle: ${title}\n---\n${text}` });
  writeArticles(work, {
    'help/en/setup/scanner.md': `---\ntitle: '${HOSTILE}'\n---\nA scanner.\n`,
    'help/en/setup/internal/limits.md': '---\ntitle: Exchange limits\n---\nUp to seven zebras.\n',
    'help/en/setup/cable.md': '---\ntitle: Cables\n---\nThere are cables.\n\n> [!STAFF]\n> 1. Offer the quagga cable.\n',
    'replies/en/noise.md': '---\ntitle: Loud printer\narticle: printer\n---\nDear {{name}},\n\nplease see {{article_url}}. {{unknown}}\n',
    'help/en/setup/invoice.md': '---\ntitle: Find an invoice\n---\nEach invoice is below Account. A printer is no invoice.\n',
  });
  service = await serveArticles(work, { options: ['--data', data] });
  browser = await launch();
  addStaffMember(data);
  const sent = await fetch(`${service.origin}/api/v1/requests`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message: 'It is loud', lang: 'ko' }) });
  ({ code } = await sent.json());
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

it('copies links, Markdown and rich text by keys alone, and gives the focus back', async () => {
  const { page, context, troubles, close } = await openAsStaff();
  await page.locator('#q').focus();
  await openPalette(page);
  await page.keyboard.type('printer');
  await page.keyboard.press('Enter'); // before anything was found
  await said(page, 'Copied: Set up the printer');
  assert.equal(await read(page), `${service.origin}/en/articles/printer`);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  assert.equal(await page.inputValue('#q'), '', 'nothing was typed below it');

  await openPalette(page);
  await find(page, 'loud noises', 'Loud noises');
  await options(page).first().filter({ hasText: 'Set up the printer' }).filter({ hasText: 'Section' }).waitFor();
  await page.keyboard.press('Shift+Enter');
  await said(page, 'Copied: Loud noises');
  assert.equal(await read(page), `[Set up the printer › Loud noises](${service.origin}/en/articles/printer#loud-noises)`);

  await openPalette(page);
  await find(page, 'put letterhead in', 'Put letterhead in, face down.');
  assert.match(await options(page).first().innerText(), /Set up the printer › Paper › 2/);
  await page.keyboard.press('Alt+Enter');
  await said(page, 'Copied: Put letterhead');
  const url = `${service.origin}/en/articles/printer#paper`;
  const rich = await flavours(page);
  assert.equal(rich.plain, url);
  assert.match(rich.html, new RegExp(`<a href="${url}"[^>]*>Set up the printer › Paper</a>`));

  await openPalette(page);
  await find(page, 'invoice', 'Find an invoice');
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  await (await opened).waitForURL('**/en/articles/invoice');
  await closed(page);

  await openPalette(page);
  await find(page, 'printer', 'Set up the printer');
  const active = () => page.locator('#\\~palette-words').getAttribute('aria-activedescendant');
  const last = await options(page).count() - 1;
  assert.ok(last > 0);
  assert.equal(await active(), '~palette-0');
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(), '~palette-1');
  await page.keyboard.press('End');
  assert.equal(await active(), `~palette-${last}`);
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(), '~palette-0', 'around');
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(), `~palette-${last}`);
  await page.keyboard.press('Home');
  assert.equal(await active(), '~palette-0');
  assert.equal(await words(page).getAttribute('role'), 'combobox');
  await page.keyboard.press('Escape');
  await closed(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  assert.deepEqual(wrong(troubles), []);
  await close();
});

it('gives the link in the language of the customer, which is chosen once', async () => {
  const { page, close } = await openAsStaff();
  await openPalette(page);
  await page.selectOption('#\\~palette-language', 'ja');
  assert.equal(await page.evaluate(() => document.activeElement.id), '~palette-words');
  await find(page, 'loud noises', 'Loud noises');
  await page.keyboard.press('Shift+Enter');
  await said(page, 'Copied');
  assert.equal(await read(page), `[プリンターを設定する › 大きな音](${service.origin}/ja/articles/printer#${encodeURIComponent('大きな音')})`);
  await page.reload();
  await openPalette(page);
  assert.equal(await page.locator('#\\~palette-language').inputValue(), 'ja');
  await find(page, 'invoice', 'Find an invoice');
  await options(page).first().filter({ hasText: 'Only in English' }).waitFor();
  await page.keyboard.press('Enter');
  await said(page, 'Copied');
  assert.equal(await read(page), `${service.origin}/en/articles/invoice`);
  // Where none is chosen, a request says it.
  await page.goto(`/staff/requests/${code}`);
  await openPalette(page);
  await page.selectOption('#\\~palette-language', '');
  await find(page, 'loud noises', 'Loud noises');
  await page.keyboard.press('Enter');
  await said(page, 'Copied');
  assert.equal(await read(page), `${service.origin}/ko/articles/printer#${encodeURIComponent('큰-소음')}`);
  await close();
});

it('opens a request by its code, however it is typed', async () => {
  const { page, close } = await openAsStaff('/');
  await openPalette(page);
  await find(page, code.toLowerCase().replaceAll('-', ' '), code);
  assert.match(await options(page).first().innerText(), /Received · It is loud/);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/staff/requests/${code}`);
  assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes(code), 'no request stays in the browser');
  await close();
});

it('shows what was used before at once, the latest and the most used first', async () => {
  const { page, close } = await openAsStaff();
  const foundFirst = async () => {
    await openPalette(page);
    await words(page).fill('set up printer noises');
    await page.locator('.palette-status', { hasText: /^\d+ found/ }).waitFor();
    const titles = await options(page).locator('.palette-title').allInnerTexts();
    await page.keyboard.press('Escape');
    await closed(page);
    return titles.slice(0, 2);
  };
  assert.deepEqual(await foundFirst(), ['Set up the printer', 'Loud noises']);
  for (const [text, title] of [['loud noises', 'Loud noises'], ['invoice', 'Find an invoice']]) {
    await openPalette(page);
    await find(page, text, title);
    await page.keyboard.press('Enter');
    await said(page, `Copied: ${title}`);
  }
  await page.goto('/');
  await openPalette(page);
  await page.locator('.palette-status', { hasText: 'Used before' }).waitFor();
  assert.deepEqual(await options(page).locator('.palette-title').allInnerTexts(), ['Find an invoice', 'Loud noises']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await said(page, 'Copied: Loud noises');
  assert.equal(await read(page), `${service.origin}/en/articles/printer#loud-noises`);
  // Twice used: it leads what is found, too.
  assert.deepEqual(await foundFirst(), ['Loud noises', 'Set up the printer']);
  // It is gone with the session that was ended here.
  await page.goto('/staff/');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/staff/sign-in');
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => /tools|palette/.test(key))), []);
  await page.goto('/');
  await page.keyboard.press('Control+k');
  assert.equal(await page.locator('dialog.palette-dialog').count(), 0);
  await close();
});

it('forgets what one person used when another one signs in', async () => {
  const { page, context, close } = await openAsStaff();
  await openPalette(page);
  await find(page, 'invoice', 'Find an invoice');
  await page.keyboard.press('Enter');
  await said(page, 'Copied');
  const used = () => page.evaluate(() => localStorage.getItem('signpost-palette')?.includes('invoice') ?? false);
  await page.reload();
  assert.equal(await used(), true);
  await context.clearCookies(); // the session has ended by itself
  await page.evaluate(() => localStorage.setItem('signpost-palette-owner', 'kim'));
  await page.goto('/staff/sign-in');
  await signIn(page);
  await page.waitForURL('**/staff/');
  await page.locator('#show-keys').waitFor();
  assert.equal(await used(), false);
  await close();
});

// They come from the service, once it has some.
it('copies a reply with what stays to be filled in', async () => {
  const { page, close } = await openAsStaff(`/staff/requests/${code}`);
  const asked = [];
  const reply = { kind: 'reply', title: 'Thanks', title_lang: 'en', context: 'Dear <Ann>,', id: 'thanks', lang: 'en', url: '', text: 'Dear <Ann>,\n{{visit}}', markdown: 'Dear \\<Ann\\>,\n{{visit}}', html: '<p>Dear &lt;Ann&gt;,<br>{{visit}}</p>', missing: ['visit'], internal: false, used: 'reply:thanks' };
  await page.route('**/staff/find?*', (route) => {
    asked.push(new URL(route.request().url()).searchParams);
    return route.fulfill({ json: { q: 'thanks', lang: 'en', items: [reply] } });
  });
  for (const [key, want] of [['Enter', reply.text], ['Shift+Enter', reply.markdown]]) {
    await openPalette(page);
    await find(page, 'thanks', 'Thanks');
    await options(page).first().filter({ hasText: 'Reply' }).filter({ hasText: 'Dear <Ann>,' }).waitFor();
    await page.keyboard.press('Control+Enter'); // there is nothing to open
    await page.keyboard.press(key);
    await said(page, 'Copied: Thanks Still to be filled in: {{visit}}');
    assert.equal(await read(page), want);
  }
  await openPalette(page);
  await find(page, 'thanks', 'Thanks');
  await page.keyboard.press('Alt+Enter');
  await closed(page);
  const both = await flavours(page);
  assert.equal(both.plain, reply.text);
  assert.match(both.html, /Dear &lt;Ann&gt;,<br>\{\{visit\}\}/);
  assert.equal(asked.at(-1).get('from'), code);
  await close();
});

it('is there on pages for everybody, in their text fields too, and they say nothing of it', async () => {
  const { page, troubles, close } = await openAsStaff();
  for (const [path, field] of [['/', '#\\~q'], ['/en/articles/printer', undefined], ['/search?q=printer', '#\\~q'], ['/en/requests/new', '#message'], ['/nothing/here', undefined]]) {
    await page.goto(path);
    if (field) await page.locator(field).focus();
    await openPalette(page);
    await find(page, 'invoice', 'Find an invoice');
    await page.keyboard.press('Enter');
    await closed(page);
    if (field) assert.ok(await page.locator(field).evaluate((one) => one === document.activeElement), path);
    if (field === '#message') assert.equal(await page.inputValue(field), '');
    const html = await (await page.request.get(path)).text();
    assert.equal(html, await (await fetch(service.origin + path)).text().then((text) => (path === '/en/requests/new' ? html : text)), `${path} is another for staff`);
    assert.ok(!/\/staff/.test(html), path);
    for (const [, script] of html.matchAll(/(\/assets\/js\/[\w.]+\.js)/g)) assert.ok(!(await (await page.request.get(script)).text()).includes('/staff'), script);
  }
  for (const file of ['palette.js', 'palette_memory.js', 'app.js']) assert.ok(!(await (await page.request.get(`/assets/js/${file}`)).text()).includes('/staff'), file);
  assert.deepEqual(wrong(troubles), []);
  await close();
  // Others' Ctrl K leads to the search box as before, and an entry of another origin to nothing.
  const other = await openPage(browser, { baseURL: service.origin });
  await other.page.goto('/');
  await other.page.evaluate(() => localStorage.setItem('signpost-tools', '//evil.example/palette.js'));
  await other.page.keyboard.press('Control+k');
  assert.equal(await other.page.evaluate(() => document.activeElement.id), '~q');
  assert.ok(!other.troubles.some((one) => one.includes('evil.example')));
  await other.close();
  // Nor does it matter to those whose browser keeps nothing.
  const blocked = await openPage(browser, { baseURL: service.origin });
  await blocked.page.addInitScript(() => Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('not allowed', 'SecurityError'); } }));
  await blocked.page.goto('/');
  await blocked.page.keyboard.press('Control+k');
  assert.equal(await blocked.page.evaluate(() => document.activeElement.id), '~q');
  assert.deepEqual(wrong(blocked.troubles), []);
  await blocked.close();
});

it('does nothing with keys of an input method, and searches what it composes', async () => {
  const { page, context, close } = await openAsStaff('/', { locale: 'ko' });
  const client = await context.newCDPSession(page);
  const compose = (text) => client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await openPalette(page);
  for (const text of ['ㅍ', '프', '프린', '프린ㅌ', '프린터']) await compose(text);
  await first(page).filter({ hasText: '프린터 설정하기' }).waitFor();
  await words(page).evaluate((input) => {
    for (const init of [{ key: 'Enter', isComposing: true }, { key: 'Enter', keyCode: 229 }]) input.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
  });
  assert.ok(await words(page).isVisible());
  await client.send('Input.insertText', { text: '프린터' });
  await page.keyboard.press('Enter');
  await said(page, '복사함: 프린터 설정하기');
  assert.equal(await read(page), `${service.origin}/ko/articles/printer`);

  await page.locator('#\\~q').focus();
  await openPalette(page);
  for (const text of ['お', 'おお', 'おおきな', '大きな音']) await compose(text);
  await first(page).filter({ hasText: '大きな音' }).waitFor();
  await client.send('Input.insertText', { text: '大きな音' });
  await page.selectOption('#\\~palette-language', 'ja');
  await first(page).filter({ hasText: '大きな音' }).waitFor();
  await page.keyboard.press('Enter');
  await said(page, '大きな音');
  assert.equal(await read(page), `${service.origin}/ja/articles/printer#${encodeURIComponent('大きな音')}`);
  // The key itself, while Hangul is typed.
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅏ', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true })));
  await words(page).waitFor({ state: 'visible' });
  await close();
});

it('opens by k on pages of staff, but in a list moves back first', async () => {
  const { page, close } = await openAsStaff();
  await page.locator('#show-keys').waitFor();
  await page.keyboard.press('k');
  await words(page).waitFor({ state: 'visible' });
  await page.waitForFunction(() => document.activeElement?.id === '~palette-words');
  await page.keyboard.type('jk?');
  assert.equal(await words(page).inputValue(), 'jk?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await closed(page);
  await page.locator('#q').focus();
  await page.keyboard.type('k');
  assert.equal(await page.inputValue('#q'), 'k');
  await close();
});

it('says that the session has ended, and leads back', async () => {
  const { page, context, close } = await openAsStaff('/');
  await openPalette(page);
  await page.keyboard.press('Escape');
  await context.clearCookies();
  await page.reload();
  await openPalette(page);
  await page.keyboard.type('printer');
  await page.locator('.palette-status', { hasText: 'You are signed out' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.palette-status a').click();
  await page.waitForURL(/\/staff\/sign-in\?back=%2Fstaff%2Ffind-page%3Fq%3Dprinter$/);
  await close();
});

it('takes nothing of what was found before for what could not be asked', async () => {
  const { page, close } = await openAsStaff();
  await openPalette(page);
  await find(page, 'invoice', 'Find an invoice');
  await page.evaluate(() => navigator.clipboard.writeText('as before'));
  await page.route('**/staff/find?*', (route) => route.abort());
  await words(page).fill('printer');
  await page.keyboard.press('Enter');
  await page.locator('.palette-status', { hasText: 'Nothing can be found just now' }).waitFor();
  assert.equal(await options(page).count(), 0);
  assert.equal(await words(page).getAttribute('aria-expanded'), 'false');
  assert.ok(await words(page).isVisible());
  assert.equal(await read(page), 'as before');
  await page.unroute('**/staff/find?*');
  await find(page, 'printer', 'Set up the printer');
  await close();
});

it('shows titles as text, and copies them so', async () => {
  const { page, troubles, close } = await openAsStaff();
  await openPalette(page);
  await find(page, 'scanner', 'Scanner');
  assert.equal(await page.locator('.palette img').count(), 0);
  await page.keyboard.press('Shift+Enter');
  await said(page, 'Copied');
  assert.equal(await read(page), `[Scanner \\[x\\](http://evil.example) \\<img src=x onerror="document.title=1"\\> \\\`\\*\\_\\| odd](${service.origin}/en/articles/scanner)`);
  await openPalette(page);
  await find(page, 'scanner', 'Scanner');
  await page.keyboard.press('Alt+Enter');
  await said(page, 'Copied');
  const { html } = await flavours(page);
  assert.ok(!html.includes('<img') && html.includes('&lt;img'), html);
  assert.deepEqual(wrong(troubles), []);
  await close();
});

it('is a page too, which works without scripts', async () => {
  const plain = await openAsStaff('/staff/find-page?q=loud+noises', { javaScriptEnabled: false });
  const rows = plain.page.locator('.found-list li');
  assert.match(await rows.first().innerText(), /Loud noises/);
  assert.equal(await rows.first().locator('a').getAttribute('href'), '/en/articles/printer#loud-noises');
  await plain.page.selectOption('#language', 'ko');
  await plain.page.locator('main button').click();
  assert.equal(await rows.first().locator('a').getAttribute('href'), `/ko/articles/printer#${encodeURIComponent('큰-소음')}`);
  assert.match(await rows.first().innerText(), /\[프린터 설정하기 › 큰 소음\]\(/);
  assert.equal(await plain.page.locator('#anywhere').isVisible(), false);
  await plain.close();

  const { page, context, troubles, close } = await openAsStaff('/staff/find-page?q=loud+noises');
  await first(page).filter({ hasText: 'Loud noises' }).waitFor();
  await page.keyboard.press('Enter');
  await said(page, 'Copied: Loud noises');
  assert.equal(await read(page), `${service.origin}/en/articles/printer#loud-noises`);
  const bookmark = await page.locator('#bookmark').getAttribute('href');
  await page.locator('#bookmark').click();
  await page.keyboard.press('Control+k');
  assert.equal(await page.locator('dialog.palette-dialog').count(), 0, 'one is enough');
  assert.deepEqual(wrong(troubles), []);
  // On a page of another site, where a bookmark runs as if it were typed.
  await page.goto('data:text/html,<p id=t>loud noises</p>');
  await page.evaluate(() => getSelection().selectAllChildren(document.getElementById('t')));
  const opened = context.waitForEvent('page');
  await page.evaluate(decodeURI(bookmark.slice('javascript:'.length)));
  const popup = await opened;
  await popup.waitForURL('**/staff/find-page?q=loud%20noises');
  await first(popup).filter({ hasText: 'Loud noises' }).waitFor();
  await close();
});

// The service answers from another process, so this one only has to wait.
const signpost = (args, input = '') => new Promise((resolve) => {
  const program = spawn(process.env.SIGNPOST_PROGRAM, ['--server', service.origin, ...args], { env: { PATH: process.env.PATH, XDG_STATE_HOME: join(work, 'state'), LANG: 'en_GB.UTF-8' } });
  const out = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) program[name].on('data', (bytes) => { out[name] += bytes; });
  program.on('close', (status) => resolve({ status, ...out }));
  // A program that reads no input may have ended before it is given any.
  program.stdin.on('error', (error) => { if (error.code !== 'EPIPE') throw error; });
  program.stdin.end(input);
});

it('gives the same on the command line', async () => {
  const signedOut = await signpost(['find', 'printer']);
  assert.equal(signedOut.status, 2);
  assert.match(signedOut.stderr, /^signpost: you are signed out; use: signpost sign-in NAME\n$/);
  const wrongly = await signpost(['sign-in', 'lee'], 'wrong password\n');
  assert.deepEqual([wrongly.status, wrongly.stderr], [2, 'signpost: the name or the password is not right\n']);
  const signedIn = await signpost(['sign-in', 'lee'], `${PASSWORD}\n`);
  assert.deepEqual(signedIn, { status: 0, stdout: '', stderr: '' });
  const noises = `/articles/printer#${encodeURIComponent('큰-소음')}`;
  assert.deepEqual(await signpost(['find', 'loud', 'noises', '--lang', 'ko', '--format', 'markdown']).then(({ status, stdout }) => [status, stdout.split('\n')[0]]), [0, `[프린터 설정하기 › 큰 소음](${service.origin}/ko${noises})`]);
  const found = await signpost(['find', 'loud noises']);
  assert.ok(found.stdout.startsWith(`Loud noises  (Set up the printer)\n  ${service.origin}/en/articles/printer#loud-noises\n`), found.stdout);
  const hostile = await signpost(['find', 'scanner']);
  assert.ok(!hostile.stdout.includes('\u202E') && hostile.stdout.includes('\\u{202e}odd'), hostile.stdout);
  const json = JSON.parse((await signpost(['find', code, '--format', 'json'])).stdout);
  assert.deepEqual([json.items[0].kind, json.items[0].url], ['request', `${service.origin}/staff/requests/${code}`]);
  const none = await signpost(['find', 'zzzzqqqq']);
  assert.deepEqual([none.status, none.stdout], [1, '']);
  assert.equal((await signpost(['sign-out'])).status, 0);
  assert.equal((await signpost(['find', 'printer'])).status, 2);
});

it('is accessible at both widths, in both themes and all languages', async () => {
  for (const [width, theme, locale] of [[390, 'light', 'ko'], [390, 'dark', 'en'], [1280, 'light', 'en'], [1280, 'dark', 'ja']]) {
    const { page, troubles, close } = await openAsStaff('/staff/', { width, theme, locale });
    for (const path of ['/en/articles/printer', `/staff/requests/${code}`, '/staff/find-page?q=printer']) {
      await page.goto(path);
      if (!path.includes('find-page')) await openPalette(page);
      await words(page).fill('printer');
      await page.locator('.palette-status:not(:empty)').waitFor();
      await options(page).first().waitFor();
      await page.locator('.palette-dialog:not(.is-bare), #palette-page').first().waitFor();
      assert.equal(await page.locator('.palette').getAttribute('lang'), locale);
      assert.deepEqual(await violations(page), [], `${path} ${width} ${theme}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} ${width}`);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/palette-${width}-${theme}-${path.split('/')[2].split('?')[0]}.png` });
    }
    assert.deepEqual(wrong(troubles), []);
    await close();
  }
});

it('has what is internal, marked, and what is safe to send of the rest; replies are filled in', async () => {
  const { page, troubles, close } = await openAsStaff(`/staff/requests/${code}`);
  await openPalette(page);
  await find(page, 'exchange limits', 'Exchange limits');
  await page.keyboard.press('Enter');
  await said(page, 'Exchange limits');
  assert.equal(await read(page), `${service.origin}/staff/see?to=${encodeURIComponent('/en/articles/limits')}`);
  await page.goto(await read(page));
  await page.waitForURL('**/en/articles/limits');
  assert.match(await page.locator('.prose').innerText(), /seven zebras/);
  await page.goto(`${service.origin}/staff/requests/${code}`);
  await openPalette(page);
  await find(page, 'quagga cable', 'Cables');
  assert.doesNotMatch((await options(page).allInnerTexts()).join('\n'), /quagga/i, 'no text of an internal part is offered');
  await page.keyboard.press('Shift+Enter');
  await said(page, 'Copied: Cables');
  assert.equal(await read(page), `[Cables](${service.origin}/en/articles/cable)`);
  await openPalette(page);
  await words(page).fill('loud pri');
  await options(page).filter({ hasText: 'Loud printer' }).first().waitFor();
  await options(page).filter({ hasText: 'Loud printer' }).first().click();
  await closed(page);
  // This site doesn't name its host, and a path alone leads nowhere from a mail.
  assert.match(await read(page), /please see {{article_url}}\. {{unknown}}/);
  assert.deepEqual(wrong(troubles), []);
  await close();
});
