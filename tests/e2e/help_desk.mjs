// help_desk.mjs - a receiver of webhooks, and a help centre that delivers to it: what the tests of deliveries share.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveArticles } from './own_service.mjs';

export const SECRET = `whsec_${Buffer.from('a key of twenty-four byte').toString('base64')}`;
export const NEXT_SECRET = `whsec_${Buffer.from('the key that comes after it').toString('base64')}`;
export const INCOMING_SECRET = `whsec_${Buffer.from('what a help desk signs with').toString('base64')}`;

// Longer than a busy machine needs; nothing waits for it but a test that fails, which would wait for ever else.
const PATIENCE_MS = 120_000;

// Keeps what it got: {path, headers, body}. `answer(request, response, nth)` says what becomes of it; nth counts from 0 for each path.
export class Receiver {
  got = [];
  #waiting = [];

  constructor(answer = (request, response) => response.end()) {
    this.server = createServer((request, response) => {
      const pieces = [];
      request.on('data', (piece) => pieces.push(piece));
      request.on('error', () => {});
      request.on('end', () => {
        const nth = this.at(request.url).length;
        this.got.push({ path: request.url, headers: request.headers, body: Buffer.concat(pieces).toString() });
        answer(request, response, nth);
        for (const look of this.#waiting) look();
      });
    });
  }

  listen(port = 0) {
    return new Promise((resolve) => { this.server.listen(port, '127.0.0.1', () => resolve(this.server.address().port)); });
  }

  close() {
    this.server.closeAllConnections?.();
    return new Promise((resolve) => { this.server.close(resolve); });
  }

  at(path) { return this.got.filter((one) => one.path === path); }

  // When it is so.
  until(is) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`in vain waited for ${is}; got ${this.got.map(({ path }) => path)}`)), PATIENCE_MS);
      const look = () => {
        if (!is(this)) return;
        clearTimeout(late);
        resolve();
      };
      this.#waiting.push(look);
      look();
    });
  }
}

// server.pem and server.key of a server called localhost, for which only itself vouches.
export function makeCertificate(folder) {
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(folder, 'server.key'), '-out', join(folder, 'server.pem')], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
}

// A help centre with one article and these deliveries (YAML), started by start().
export class DeliveringCentre {
  work = mkdtempSync(join(tmpdir(), 'signpost-deliveries-'));

  constructor({ baseUrl = 'https://help.example.com' } = {}) {
    mkdirSync(join(this.work, 'articles/help/en/setup'), { recursive: true });
    writeFileSync(join(this.work, 'articles/help/en/setup/printer.md'), '# Set it up\n\n1. Plug it in.\n2. Print.\n');
    writeFileSync(join(this.work, 'articles/site.yaml'), `title: Help\nbase_url: ${baseUrl}\n`);
    writeFileSync(join(this.work, 'secrets'), `${INCOMING_SECRET}\n`);
  }

  save(name, text) { writeFileSync(join(this.work, name), text); }

  async start() {
    const options = ['--data', join(this.work, 'data'), '--deliveries', join(this.work, 'deliveries.yaml'), '--webhook-secrets', join(this.work, 'secrets')];
    this.service = await serveArticles(this.work, { options });
  }

  async send(request) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.service.origin}/api/v1/requests`, { method: 'POST', headers, body: JSON.stringify(request) });
    if (answer.status !== 201) throw new Error(await answer.text());
    return (await answer.json()).code;
  }

  desk(...words) {
    const done = spawnSync(process.env.SIGNPOST_DESK_PROGRAM, ['--data', join(this.work, 'data'), ...words], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stdout + done.stderr);
    return done.stdout;
  }

  outbox() { return JSON.parse(this.desk('outbox', 'list', '--format', 'json')); }

  // Asks until it is so, and lets the receiver of this process answer meanwhile.
  async untilOutbox(is) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const entries = this.outbox();
      if (is(entries)) return entries;
      if (Date.now() > end) throw new Error(`in vain waited for ${is}; the outbox has ${JSON.stringify(entries)}`);
      await new Promise((done) => { setTimeout(done, 50); });
    }
  }

  stop() {
    this.service?.stop();
    rmSync(this.work, { recursive: true, force: true });
  }
}
