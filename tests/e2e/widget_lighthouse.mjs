// widget_lighthouse.mjs - how much Lighthouse's scores of a plain page of another site change with the widget on it: by at most one point.
// Downloads Lighthouse, so it is none of the tests: tests/e2e/run widget_lighthouse.mjs
//   RUNS=5   of each page, of which the median counts

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { SCRIPT, STRICT, hostPage, startHost } from './widget_host.mjs';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const RUNS = Number(process.env.RUNS ?? 5);
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const TEXT = '<p>Everything for the garden: seeds, tools and good advice, sent to you within two days.</p>'.repeat(20);
const HEAD = '<meta name="description" content="A shop for the garden">';

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// The host's server runs in this process, so that it must not be kept waiting.
function measure(url, file) {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu'];
  const args = ['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${file}`, `--only-categories=${CATEGORIES}`, `--chrome-flags=${flags.join(' ')}`];
  return new Promise((resolve, reject) => {
    const program = spawn('npx', args, { env: { CHROME_PATH: '/usr/bin/chromium', ...process.env }, stdio: 'ignore' });
    program.on('error', reject);
    program.on('exit', (status) => {
      if (status !== 0) return reject(new Error(`lighthouse ended with ${status}`));
      const { categories, audits } = JSON.parse(readFileSync(file, 'utf8'));
      return resolve([...CATEGORIES.map((name) => Math.round(categories[name].score * 100)), Math.round(audits['largest-contentful-paint'].numericValue)]);
    });
  });
}

it('scores', async (test) => {
  const host = await startHost();
  const work = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const pages = {
    without: host.serve('/without', hostPage({ head: HEAD, body: TEXT }), STRICT),
    with: host.serve('/with', hostPage({ head: HEAD + SCRIPT, body: `${TEXT}<signpost-help></signpost-help>` }), STRICT),
  };
  const scores = {};
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, url] of Object.entries(pages)) (scores[name] ??= []).push(await measure(url, join(work, 'report.json')));
  }
  rmSync(work, { recursive: true });
  host.close();
  const medians = Object.fromEntries(Object.entries(scores).map(([name, all]) => [name, all[0].map((_, index) => median(all.map((one) => one[index])))]));
  const said = (all) => `${all.slice(0, -1).join(', ')}, largest paint after ${all.at(-1)} ms`;
  test.diagnostic(`${CATEGORIES.join(', ')} of ${RUNS} runs: ${said(medians.without)}; with the widget ${said(medians.with)}`);
  for (const [index, category] of CATEGORIES.entries()) assert.ok(Math.abs(medians.with[index] - medians.without[index]) <= 1, category);
});
