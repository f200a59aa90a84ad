// internal.test.mjs - internal articles in a real browser: customers meet none, those who are signed in see them among the others, marked.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { violations } from './axe.mjs';
import { launch, openPage } from './browser.mjs';
import { serveArticles, writeArticles, writePrinterHelp } from './own_service.mjs';
import { addStaffMember, openSignedIn } from './staff_member.mjs';

const work = mkdtempSync(join(tmpdir(), 'signpost-internal-'));
const LIMITS = { en: ['Printer exchange limits', 'Exchange it up to twice a year.'], ko: ['프린터 교환 한도', '일 년에 두 번까지 교환합니다.'], ja: ['プリンター交換の上限', '年に2回まで交換します。'] };
const BADGE = { en: 'Internal', ko: '내부 전용', ja: '社内限定' };
let service;
let browser;

before(async () => {
  writePrinterHelp(work, 'Plug it in.\n\n> [!STAFF]\n> Ask whether the ZX-9 cable is there.\n\n## Paper\n\n1. Open it.\n2. Put paper in.\n');
  for (const [lang, [title, text]] of Object.entries(LIMITS))
    writeArticles(work, { [`help/${lang}/setup/internal/limits.md`]: `---\ntitle: ${title}\nid: limits\n---\n${text}\n\nSee [setup](../printer.md).\n` });
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

it('customers find nothing of them, and are told nothing of them', async () => {
  const { page, troubles, close } = await openPage(browser, { baseURL: service.origin });
  for (const path of ['/search?q=exchange+limits', '/search?q=ZX-9', '/en/articles/printer', '/', '/en/categories/setup']) {
    await page.goto(path);
    const html = await page.content();
    for (const word of ['Exchange it', 'articles/limits', 'cable is there', 'internal', 'STAFF', '/staff']) assert.ok(!html.includes(word), `${path}: ${word}`);
  }
  assert.deepEqual(wrong(troubles), []);
  assert.equal((await page.goto('/en/articles/limits')).status(), 404);
  await close();
});

for (const lang of ['en', 'ko', 'ja']) {
  it(`staff find, read and leave them again (${lang})`, async () => {
    for (const options of [{ width: 390, height: 844 }, { width: 1280, height: 800, theme: 'dark' }]) {
      const { page, troubles, close } = await openSignedIn(browser, service.origin, '/staff/', options);
      await page.goto(`${service.origin}/search?q=${encodeURIComponent(LIMITS[lang][0])}&lang=${lang}`);
      const hit = page.locator('.hit-internal').first();
      assert.equal(await hit.locator('.badge-internal').innerText(), BADGE[lang]);
      assert.deepEqual(await violations(page), []);
      await hit.getByRole('link').click();
      await page.waitForURL(`**/${lang}/articles/limits**`);
      assert.equal(await page.locator('.meta .badge-internal').innerText(), BADGE[lang]);
      assert.match(await page.locator('.prose').innerText(), new RegExp(LIMITS[lang][1]));
      assert.equal(await page.locator('.internal-bar').count(), 1);
      assert.deepEqual(await violations(page), []);
      await page.locator('.prose').getByRole('link').first().click();
      await page.waitForURL(`**/${lang}/articles/printer`);
      const part = page.locator('.admonition.staff');
      assert.match(await part.innerText(), /ZX-9/);
      assert.notEqual(await part.evaluate((box) => getComputedStyle(box).backgroundColor), await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing lies beside the page');
      assert.deepEqual(await violations(page), []);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/internal-${lang}-${options.width}.png` });
      assert.deepEqual(wrong(troubles), []);
      await close();
    }
  });
}

it('suggestions of the search box have them for staff, and for nobody else', async () => {
  const titles = async (page) => {
    await page.goto(`${service.origin}/`);
    const box = page.getByRole('combobox').first();
    await box.click();
    await page.keyboard.type('printer exch', { delay: 20 });
    await page.getByRole('option').first().waitFor();
    return (await page.getByRole('option').allInnerTexts()).join('\n');
  };
  const staff = await openSignedIn(browser, service.origin, '/staff/');
  assert.match(await titles(staff.page), /Printer exchange limits\s+Internal/);
  await staff.close();
  const customer = await openPage(browser, { baseURL: service.origin });
  assert.doesNotMatch(await titles(customer.page).catch(() => 'none'), /exchange limits/i);
  await customer.close();
});
