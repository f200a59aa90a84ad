// time_to_copy.mjs - measures how long somebody of staff needs from the key that opens the palette to the link on the clipboard: on a page
// that has just been loaded, with nothing kept by the browser, and again on the same page. They type as fast as the page takes it.
// tests/e2e/run time_to_copy.mjs; its figures are in BENCHMARKS.md.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { serveArticles } from './own_service.mjs';
import { addStaffMember, openSignedIn } from './staff_member.mjs';

const WORDS = ['install', 'redirects', 'roll back', 'synonyms', 'docker', 'translate an article', 'golden queries', 'best bets', 'images', 'backup'];
const PAGES = ['/en/articles/install-signpost', '/search?q=docker&lang=en', '/en/requests/new', '/staff/'];
const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

// In the page: resolves with the time from the key that opens to the moment at which the clipboard has the link.
const copied = () => new Promise((settle) => {
  let pressed;
  addEventListener('keydown', (event) => { pressed ??= event.timeStamp; }, { capture: true });
  const { clipboard } = navigator;
  const write = clipboard.writeText.bind(clipboard);
  clipboard.writeText = async (text) => {
    await write(text);
    delete clipboard.writeText;
    settle(performance.now() - pressed);
  };
});

const work = mkdtempSync(join(tmpdir(), 'signpost-time-'));
cpSync(fileURLToPath(new URL('../../articles', import.meta.url)), join(work, 'articles'), { recursive: true });
const data = join(work, 'data');
const service = await serveArticles(work, { options: ['--data', data] });
addStaffMember(data);
const browser = await launch();

async function once(page, words) {
  const done = page.evaluate(copied);
  await page.evaluate(() => {}); // it listens by now
  await page.keyboard.press('Control+k');
  await page.waitForFunction(() => document.activeElement?.id === '~palette-words');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  const time = await done;
  await page.locator('dialog.palette-dialog').waitFor({ state: 'hidden' });
  return time;
}

for (const throttled of [1, 4]) {
  const times = { cold: [], warm: [] };
  for (const path of PAGES) {
    const { page, context, close } = await openSignedIn(browser, service.origin, '/staff/');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const client = await context.newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: throttled });
    await client.send('Network.enable');
    for (const words of WORDS) {
      await client.send('Network.clearBrowserCache');
      await page.evaluate(() => localStorage.removeItem('signpost-palette'));
      await page.goto(path, { waitUntil: 'load' });
      if (path === '/staff/') await page.locator('#show-keys').waitFor();
      times.cold.push(await once(page, words));
      times.warm.push(await once(page, words));
    }
    await close();
  }
  const machine = throttled === 1 ? 'this machine' : `a processor ${throttled} times slower`;
  for (const [kind, all] of Object.entries(times)) {
    console.log(`${kind}, ${machine}: ${all.length} links, median ${at(all, 0.5).toFixed(0)} ms, p90 ${at(all, 0.9).toFixed(0)} ms, longest ${Math.max(...all).toFixed(0)} ms`);
  }
}
await browser.close();
service.stop();
rmSync(work, { recursive: true, force: true });
