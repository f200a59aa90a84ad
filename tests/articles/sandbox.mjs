// sandbox.mjs - where the blocks of one article are run: a temporary folder, in which the paths that the article names have their
// counterparts, with the built programs first on PATH and ports of its own. Tested by tests/articles/commands.test.mjs.

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { ROOT } from './blocks.mjs';

export const BIN = process.env.SIGNPOST_BIN_DIR ?? join(ROOT, 'build/release/bin');

// Folders of a server that articles name; in the sandbox they lie below its root.
const SERVER_PATHS = /(?<![\w./~$}])\/(?=(?:var\/lib\/signpost|opt\/signpost|srv|tmp|index|etc\/default|usr\/local\/bin)(?![\w-]))/g;
const PATIENCE = 120_000; // with what hangs, in ms

const given = new Set();

// A port that nobody has, from below those that the system gives to clients and to whoever asks for any.
async function freePort() {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    if (given.has(port)) continue;
    given.add(port);
    const server = createServer();
    const free = await new Promise((resolve) => { server.on('error', () => resolve(false)).listen(port, () => resolve(true)); });
    await new Promise((resolve) => { server.close(resolve); });
    if (free) return port;
  }
}

// Runs a command; {status, output}, where output is what it prints and what it complains of, in the order in which it came.
// With `until`, resolves as soon as the output has that text, and {stop()} ends the command.
function start(command, args, { cwd, env, until }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const gone = new Promise((done) => { child.on('close', (status) => done(status)); });
    const kill = (signal) => { try { process.kill(-child.pid, signal); } catch { /* it has ended */ } };
    const timer = setTimeout(() => { kill('SIGKILL'); reject(new Error(`not done after ${PATIENCE / 1000} s; it has printed:\n${output}`)); }, PATIENCE);
    const stop = async () => { kill('SIGTERM'); await gone; };
    const hear = (data) => {
      output += data;
      if (until && output.includes(until)) {
        clearTimeout(timer);
        resolve({ output, stop });
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    gone.then((status) => {
      clearTimeout(timer);
      if (until && !output.includes(until)) reject(new Error(`ended with ${status} before it printed '${until}':\n${output}`));
      else resolve({ status, output, stop });
    });
  });
}

export class Sandbox {
  // readersPort: of a service that shows the sample help centre, until there is one of the article's own.
  static async make(readersPort) {
    const sandbox = new Sandbox();
    sandbox.root = realpathSync(mkdtempSync(join(tmpdir(), 'signpost-article-')));
    sandbox.work = join(sandbox.root, 'work');
    for (const folder of ['work', 'home', 'tmp']) mkdirSync(join(sandbox.root, folder));
    const own = await freePort();
    sandbox.ports = { 8080: readersPort ?? own, 80: await freePort(), 9000: await freePort(), 9180: await freePort() };
    sandbox.ownPort = own;
    const kept = Object.entries(process.env).filter(([name]) => !/^(SIGNPOST_|GIT|CI$|NODE_|XDG_)/.test(name));
    sandbox.env = {
      ...Object.fromEntries(kept),
      PATH: `${BIN}:${join(ROOT, 'packaging')}:${process.env.PATH}`,
      HOME: join(sandbox.root, 'home'), TMPDIR: join(sandbox.root, 'tmp'), LC_ALL: 'C.UTF-8', TZ: 'UTC',
      GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_AUTHOR_NAME: 't', GIT_AUTHOR_EMAIL: 't@example.com',
      GIT_COMMITTER_NAME: 't', GIT_COMMITTER_EMAIL: 't@example.com',
      SIGNPOST_WEB: join(ROOT, 'web'), SIGNPOST_PORT: String(own),
      REPOSITORY: ROOT, SANDBOX: sandbox.root, READERS_PORT: String(sandbox.ports[8080]), BIN,
    };
    return sandbox;
  }

  // What an article says, as it is in here; and back.
  into(text) {
    // The clone itself may lie below one of these folders.
    const isOwn = (at) => text.startsWith(ROOT, at) || text.startsWith(BIN, at);
    return text.replace(SERVER_PATHS, (slash, at) => (isOwn(at) ? slash : `${this.root}/`))
      .replace(/\bsudo +/g, '')
      .replace(/\b(8080|9000|9180)\b|(?<=--port |PORT=)80\b/g, (port) => this.ports[port]);
  }

  outOf(text) {
    let said = text.replaceAll('\r\n', '\n').replaceAll(`${this.work}/`, '').replaceAll(this.root, '');
    for (const [port, here] of Object.entries({ ...this.ports, 8080: this.ownPort })) said = said.replaceAll(String(here), port);
    return said.replaceAll(this.env.READERS_PORT, '8080');
  }

  path(name) {
    return isAbsolute(name) ? join(this.root, name) : join(this.work, name);
  }

  save(name, text) {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), this.into(text));
    if (text.startsWith('#!')) chmodSync(this.path(name), 0o755);
  }

  // Exported variables and the working directory go on from one call to the next, as in one terminal.
  async run(script, until) {
    const state = join(this.root, 'state');
    const keep = `trap 'status=$?; { export -p; printf "cd %q\\n" "$PWD"; } >"${state}"; exit $status' EXIT`;
    const before = existsSync(state) ? readFileSync(state, 'utf8') : '';
    const { status, output, stop } = await this.#start('bash', ['-euo', 'pipefail', '-c', `${before}\n${until ? '' : keep}\nexec 2>&1\n${script}`], until);
    return { status, output: this.outOf(output), stop };
  }

  // Runs what goes on until somebody stops it, as far as `until`; what went on before is stopped.
  async runOn(script, until) {
    await this.stop();
    if (script.includes('signpost-serve')) this.ports[8080] = this.ownPort;
    const { output, stop } = await this.run(this.into(script), until);
    this.running = stop;
    return output;
  }

  // A program by itself, without a shell.
  program(name, args, env = {}) {
    return this.#start(name, args, undefined, env);
  }

  #start(command, args, until, env = {}) {
    return start(command, args, { cwd: this.work, env: { ...this.env, ...env }, until });
  }

  async stop() {
    await this.running?.();
    this.running = undefined;
  }

  async remove() {
    await this.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}
