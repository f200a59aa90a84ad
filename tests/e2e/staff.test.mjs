// staff.test.mjs - the pages of those who answer requests, in a real browser: signing in and out, finding, reading, noting and answering
// for, with keys alone, without scripts, in three languages, and behind a proxy that says who it is.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles, writePrinterHelp } from './own_service.mjs';
import { addStaffMember, openSignedIn, PASSWORD, runDesk, signIn } from './staff_member.mjs';

const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=1</script> \u202Eevil\nsecond line';
const PROXY_ADDRESS = '127.0.0.2'; // another one of this machine than those who come without the proxy
const work = mkdtempSync(join(tmpdir(), 'signpost-staff-'));
const data = join(work, 'data');
let service;
let browser;
let codes;

const desk = (words) => runDesk(data, words);

async function open(path, options = {}) {
  const opened = await openPage(browser, { baseURL: service.origin, ...options });
  await opened.page.goto(path);
  return opened;
}

// What went wrong, but for what was meant to: this service is another than the other tests'.
const wrong = (troubles) => troubles.filter((one) => !one.startsWith(`request to another host: ${service.origin}/`) && !/status of 403/.test(one));

const openAsStaff = (path, options) => openSignedIn(browser, service.origin, path, options);

before(async () => {
  writePrinterHelp(work, 'Plug it in.\n\n## Paper\n\n1. Open it.\n2. Put paper in.\n');
  service = await serveArticles(work, { options: ['--data', data] });
  browser = await launch();
  addStaffMember(data);
  const post = async (body) => (await (await fetch(`${service.origin}/api/v1/requests`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  })).json()).code;
  codes = [
    await post({ message: 'The first one', lang: 'en', product: 'Printer' }),
    await post({ message: HOSTILE, name: '<b>Ann</b>', reply_to: 'ann@example.com', lang: 'ko', packet: { questions: [HOSTILE.split('\n')[0]], read: [{ id: 'printer', anchor: 'paper' }], tried: [{ id: 'printer', anchor: 'paper', step: 2 }], answers: ['printer#paper'], incidents: [] } }),
    await post({ message: 'The last one', lang: 'ja' }),
  ];
});
after(async () => {
  await browser?.close();
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

it('leads to the entrance and back, and lets nobody in with a wrong password', async () => {
  const path = `/staff/requests/${codes[0]}?x=1`;
  const { page, context, troubles, close } = await open(path);
  assert.equal(new URL(page.url()).pathname, '/staff/sign-in');
  await signIn(page, 'wrong password');
  assert.match(await page.getByRole('alert').innerText(), /is not right/);
  assert.equal((await context.cookies()).length, 0);
  await signIn(page);
  await page.waitForURL(service.origin + path);
  const [cookie] = await context.cookies();
  assert.equal(cookie.name, '__Host-signpost-staff');
  assert.ok(cookie.secure && cookie.httpOnly && cookie.sameSite === 'Strict' && cookie.expires === -1);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/staff/sign-in');
  assert.equal((await context.cookies()).length, 0);
  await context.addCookies([cookie]); // kept by somebody who had the browser before
  await page.goto('/staff/');
  assert.equal(new URL(page.url()).pathname, '/staff/sign-in');
  assert.deepEqual(wrong(troubles), []);
  await close();
});

// The script of the page listens to keys; a page that comes after a form has its address from before.
const ready = (page) => page.locator('#show-keys').waitFor();

it('is found, read, noted on and closed with keys alone', async () => {
  const { page, context, troubles, close } = await open('/staff/');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.type('lee'); // the field has the focus
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/staff/');
  assert.deepEqual(await page.locator('.staff-code').allInnerTexts(), [...codes].reverse());
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.keyboard.press('j');
  assert.equal(await focused(), `/staff/requests/${codes[2]}`);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  assert.equal(await focused(), `/staff/requests/${codes[0]}`, 'the last stays the last');
  await page.keyboard.press('k');
  assert.equal(await focused(), `/staff/requests/${codes[1]}`);
  assert.notEqual(await page.locator('.staff-list li:focus-within').evaluate((row) => getComputedStyle(row).outlineStyle), 'none');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/staff/requests/${codes[1]}`);
  await page.keyboard.press('n');
  await page.keyboard.type('jk? Called back.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.staff-notes').waitFor();
  assert.equal(await page.locator('.staff-notes .staff-message').innerText(), 'jk? Called back.');
  assert.equal(await page.locator('.staff-notes strong').innerText(), 'lee');
  await ready(page);
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.startsWith(`${codes[1]} · Received\n<b>Ann</b> ann@example.com\n`), copied);
  assert.ok(copied.split('\n').length <= 12);
  await page.locator('#state').focus();
  await page.keyboard.type('Clo');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.page-head .badge', { hasText: 'Closed' }).waitFor();
  await ready(page);
  await page.keyboard.press('u');
  await page.waitForURL('**/staff/');
  assert.deepEqual(await page.locator('.staff-code').allInnerTexts(), [codes[2], codes[0], codes[1]], 'what waits comes first');
  await page.keyboard.press('/');
  await page.keyboard.type('second line');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=second/);
  assert.deepEqual(await page.locator('.staff-code').allInnerTexts(), [codes[1]]);
  await page.keyboard.press('?');
  assert.ok(await page.locator('#keys').isVisible());
  await page.keyboard.press('Tab');
  await page.locator('#keys-on').press('Space'); // off
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  assert.equal(await page.locator('.staff-list a:focus').count(), 0);
  await page.reload();
  await page.keyboard.press('j');
  assert.equal(await page.locator('.staff-list a:focus').count(), 0, 'it is kept');
  assert.deepEqual(wrong(troubles), []);
  await close();
  const shown = desk(['show', codes[1]]);
  assert.match(shown.stdout, /Note by lee, .*:\njk\? Called back\./);
});

it('shows what strangers wrote as text', async () => {
  const { page, troubles, close } = await openAsStaff(`/staff/requests/${codes[1]}`);
  assert.equal(await page.locator('section .staff-message').first().innerText(), HOSTILE);
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.match(await page.title(), new RegExp(codes[1]));
  const lines = page.locator('.staff-lines li');
  assert.equal(await lines.first().locator('bdi').innerText(), HOSTILE.split('\n')[0]);
  const links = await lines.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.deepEqual(links, Array(3).fill('/ko/articles/printer#paper'), 'in the language of the request');
  await page.goto('/staff/');
  assert.equal(await page.locator('main img, main script').count(), 0);
  assert.deepEqual(wrong(troubles), []);
  await close();
});

it('works without scripts', async () => {
  const { page, close } = await openAsStaff('/staff/', { javaScriptEnabled: false });
  await page.selectOption('#language', 'en');
  await page.locator('.staff-find button').click();
  await page.locator(`a[href="/staff/requests/${codes[0]}"]`).click();
  await page.fill('#note', 'Without\nscripts');
  await page.getByRole('button', { name: 'Add the note' }).click();
  assert.equal(await page.locator('.staff-notes .staff-message').innerText(), 'Without\nscripts');
  await page.selectOption('#state', 'answered');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  assert.equal(await page.locator('.page-head .badge').innerText(), 'Answered');
  assert.equal(await page.locator('#copy').isVisible(), false);
  await page.getByRole('button', { name: 'Sign out' }).click();
  assert.equal(new URL(page.url()).pathname, '/staff/sign-in');
  await close();
});

it('is accessible at both widths, in both themes and all languages', async () => {
  for (const [width, theme, locale] of [[390, 'light', 'ko'], [390, 'dark', 'en'], [1280, 'light', 'en'], [1280, 'dark', 'ja']]) {
    const { page, troubles, close } = await open('/staff/', { width, theme, locale });
    const judge = async (where) => {
      assert.equal(await page.locator('html').getAttribute('lang'), locale);
      assert.deepEqual(await violations(page), [], `${where} ${width} ${theme}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${where} ${width}`);
    };
    await judge('entrance');
    await signIn(page);
    await page.waitForURL('**/staff/');
    await judge('requests');
    await page.keyboard.press('?');
    await judge('keys');
    await page.keyboard.press('Escape');
    await page.goto(`/staff/requests/${codes[1]}`);
    await judge('request');
    await page.goto('/staff/dead-letters');
    await judge('dead letters');
    await page.goto('/staff/requests/0000-0000-0000');
    await judge('no request');
    assert.deepEqual(wrong(troubles), []);
    await close();
  }
});

it('opens a request in one click, from a page of another site too', async () => {
  const other = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(`<a href="${service.origin}/staff/requests/${codes[0]}">the request</a>`);
  });
  await new Promise((resolve) => { other.listen(0, 'localhost', resolve); });
  other.unref(); // a test that fails must not wait for it
  const { page, close } = await openAsStaff('/staff/');
  await page.goto(`http://localhost:${other.address().port}/`);
  await page.getByRole('link').click();
  await page.locator('h1', { hasText: codes[0] }).waitFor();
  // A code that is read out.
  await page.goto('/staff/?state=closed');
  await page.fill('#q', codes[1].toLowerCase().replaceAll('-', ' '));
  await page.press('#q', 'Enter');
  await page.waitForURL(`**/staff/requests/${codes[1]}`);
  await close();
  other.close();
});

it('believes a proxy that is trusted, and nobody else', async () => {
  const proxied = await serveArticles(work, { options: ['--data', join(work, 'other-data'), '--trusted-proxies', PROXY_ADDRESS, '--staff-header', 'X-Forwarded-User'] });
  // As one that has signed somebody in does: it takes out what a visitor claims, and says who it is.
  const proxy = createServer((asked, answer) => {
    const { host, port } = new URL(proxied.origin);
    const headers = { ...asked.headers, host, 'x-forwarded-for': '192.0.2.7', 'x-forwarded-user': 'ann@example.com' };
    const passed = send({ host: '127.0.0.1', port, localAddress: PROXY_ADDRESS, method: asked.method, path: asked.url, headers }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    asked.pipe(passed);
  });
  await new Promise((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
  proxy.unref();
  const origin = `http://127.0.0.1:${proxy.address().port}`;
  const { code } = await (await fetch(`${origin}/api/v1/requests`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"message": "a"}' })).json();
  const { page, context, close } = await openPage(browser, { baseURL: origin });
  await page.goto(`/staff/requests/${code}`);
  await page.fill('#note', 'By the proxy');
  await page.getByRole('button', { name: 'Add the note' }).click();
  assert.equal(await page.locator('.staff-notes strong').innerText(), 'ann@example.com');
  assert.equal(await page.getByRole('button', { name: 'Sign out' }).count(), 0);
  assert.equal((await context.cookies()).length, 0);
  await close();
  for (const path of ['/staff/', `/staff/requests/${code}`, '/staff/sign-in']) {
    const past = await fetch(proxied.origin + path, { headers: { 'x-forwarded-user': 'ann@example.com' } });
    assert.equal(past.status, 404, path);
    assert.ok(!(await past.text()).includes('/staff/sign-in'));
  }
  proxy.closeAllConnections();
  proxy.close();
  proxied.stop();
});

it('loads its script and styles on no other page', async () => {
  const home = await (await fetch(`${service.origin}/`)).text();
  assert.ok(!/staff/.test(home));
  const entrance = await (await fetch(`${service.origin}/staff/sign-in`)).text();
  assert.match(entrance, /assets\/js\/staff\./);
});
