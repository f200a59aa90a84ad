// own_service.mjs - a help centre of a test's own, indexed and served.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '../../web');

// Writes files below work/articles: path -> text.
export function writeArticles(work, files) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(work, 'articles', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

// In English, Korean and Japanese, with one article that has this text in each.
export function writePrinterHelp(work, text) {
  writeArticles(work, { 'site.yaml': 'title: Help\nlanguages: [en, ko, ja]\ndefault_language: en\n' });
  for (const lang of ['en', 'ko', 'ja']) writeArticles(work, { [`help/${lang}/setup/printer.md`]: `---\ntitle: Set up the printer\n---\n${text}` });
}

// Indexes work/articles into work/index and serves that: {origin, stop(), reload(), kill()}. kill() is at once, and waits. With an embedder's address both ask it.
export async function serveArticles(work, { embedder, options = [] } = {}) {
  const asking = embedder ? ['--embedder', embedder] : [];
  const indexed = spawnSync(process.env.SIGNPOST_INDEX_PROGRAM, ['--source', join(work, 'articles'), '--output', join(work, 'index'), ...asking], { encoding: 'utf8' });
  assert.ok(indexed.status <= 1, indexed.stderr.slice(-2000)); // 1: it has something to say of the articles
  const service = spawn(process.env.SIGNPOST_SERVE_PROGRAM, ['--index', join(work, 'index'), '--web', web, '--port', '0', ...asking, ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
  const origin = await new Promise((resolve, reject) => {
    service.stdout.on('data', (data) => {
      const found = /Signpost is at (http:\/\/[^\s/]+)\//.exec(data);
      if (found) resolve(found[1]);
    });
    service.on('exit', reject);
  });
  const ended = new Promise((resolve) => { service.on('exit', resolve); });
  const kill = () => {
    service.kill('SIGKILL');
    return ended;
  };
  return { origin, stop: () => service.kill(), reload: () => service.kill('SIGHUP'), kill };
}
