// live_reload.test.mjs - what a writer sees: the saved article, in the page that is open, within a second or so. It starts
// `signpost-serve --source` for itself.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { launch, openPage } from './browser.mjs';

const root = new URL('../..', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'signpost-live-'));
const programs = [];
let browser;
let base;

const start = (program, ...args) => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  programs.push(child);
  return child;
};

// Resolves with what the program prints first that fits.
const said = (child, pattern) => new Promise((resolve, reject) => {
  let text = '';
  child.stdout.on('data', (data) => {
    text += data;
    const found = pattern.exec(text);
    if (found) resolve(found);
  });
  child.on('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
});

before(async () => {
  cpSync(join(root, 'articles'), join(work, 'articles'), { recursive: true });
  const service = start(process.env.SIGNPOST_SERVE_PROGRAM, '--source', join(work, 'articles'), '--index', join(work, 'index'), '--web', join(root, 'web'), '--port', '0');
  [, base] = await said(service, /Signpost shows .* at (http:\S+)\//);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  // What still writes would leave something behind.
  await Promise.all(programs.map((program) => new Promise((resolve) => {
    if (program.exitCode !== null || program.signalCode !== null) resolve();
    program.on('exit', resolve);
    program.kill();
  })));
  rmSync(work, { recursive: true, force: true });
});

it('an open page shows what was saved, by itself', async () => {
  const { page, close } = await openPage(browser);
  await page.goto(`${base}/en/articles/roll-back`);
  const before = await page.evaluate(() => document.documentElement.dataset.generation);
  const saved = Date.now();
  appendFileSync(join(work, 'articles/help/en/deploying/roll-back.md'), '\nA wombat was here.\n');
  await page.getByText('A wombat was here.').waitFor();
  console.log(`# shown after ${Date.now() - saved} ms`);
  assert.notEqual(await page.evaluate(() => document.documentElement.dataset.generation), before);
  await close();
});
