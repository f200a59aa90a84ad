// commands.test.mjs - does what the English help articles tell their readers to do, block by block, and compares what they show.
// CONTRIBUTING.md lists the marks of code blocks. SIGNPOST_BIN_DIR: where the programs are. Arguments: articles, such as ci/exit-codes.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, articlesOf, blocksOf, pathOf } from './blocks.mjs';
import { compareJson, compareText } from './compare.mjs';
import { EXAMPLES, judge, judgeSaved } from './examples.mjs';
import { Sandbox } from './sandbox.mjs';

const REASONS = ['needs systemd', 'needs a Docker engine', 'needs another host', 'builds Signpost from its source'];
// What is run, read or shown by a program says so; text only where it may be an output.
const MARKED = ['bash', 'sh', 'console', 'json', 'yaml', 'markdown', 'html', 'js', 'dockerfile'];
// `page`: shown in a browser as a page of another site, by tests/e2e/widget_article.test.mjs.
const FIRST = ['run', 'until', 'output', 'norun', 'save', 'cron', 'tree', 'page', ...EXAMPLES];
const FIXTURES = join(ROOT, 'tests/articles/fixtures');

const notRun = new Map();
let readers;

// What one kind of block asks for. `state` is {sandbox, output of the block before, saved names}.
const DO = {
  async run(block, state) {
    const { sandbox } = state;
    let { status, output } = {};
    if (block.lang === 'js') {
      sandbox.save('/tmp/block.mjs', `${PRELUDE}\n${block.text.replaceAll('https://help.example.com', '')}`);
      ({ status, output } = await sandbox.program('node', [sandbox.path('/tmp/block.mjs')], { ORIGIN: `http://127.0.0.1:${sandbox.ports[8080]}` }));
    } else {
      ({ status, output } = await sandbox.run(sandbox.into(block.text)));
    }
    assert.equal(status, Number(block.marks.exit ?? 0), `ends with ${status}; it has printed:\n${output}`);
    state.output = output;
  },
  async until(block, state) {
    state.output = await state.sandbox.runOn(block.text, block.marks.until);
  },
  output(block, state) {
    assert.ok(state.output !== undefined, 'there is no run before it');
    const said = block.lang === 'json' ? compareJson(JSON.parse(block.text), JSON.parse(state.output)) : compareText(block.text, state.output, block.marks.numbers);
    assert.equal(said, undefined, said);
  },
  save(block, { sandbox, saved }) {
    sandbox.save(block.marks.save, block.text);
    saved.push(block.marks.save);
  },
  // Lines of a crontab, run as Debian's cron does.
  async cron(block, { sandbox }) {
    for (const line of block.text.trim().split('\n')) {
      const command = /^(?:(?:\*|\d+(?:-\d+)?)(?:\/\d+)?(?:,\d+)* +){5}(.*)$/.exec(line)?.[1];
      assert.ok(command, `no line of a crontab: ${line}`);
      const { status, output } = await sandbox.program('sh', ['-c', sandbox.into(command)], { PATH: '/usr/bin:/bin' });
      assert.equal(status, 0, output);
    }
  },
  tree() {}, // at the end, when all of it is there
};
for (const mark of EXAMPLES) DO[mark] = (block, { sandbox }) => judge(sandbox, mark, block);

// Scripts of articles are for a page: addresses without a host are the page's own.
const PRELUDE = `const { fetch: real } = globalThis;
globalThis.fetch = async (address, options) => {
  const answer = await real(new URL(address, process.env.ORIGIN), options);
  if (!answer.ok) throw new Error(address + ' ' + answer.status);
  return answer;
};
globalThis.document = { documentElement: { lang: 'en' } };`;

// "a/\n  b/\n    c.md" as [a/b/c.md].
function filesOfTree(text) {
  const folders = [];
  return text.trimEnd().split('\n').flatMap((line) => {
    const depth = line.search(/\S/) / 2;
    folders.length = depth;
    if (!line.endsWith('/')) return [`${folders.join('')}${line.trim()}`];
    folders.push(line.trim());
    return [];
  });
}

async function follow(name) {
  const state = { sandbox: await Sandbox.make(readers.ownPort), output: undefined, saved: [] };
  const { sandbox } = state;
  try {
    const { status, output } = await sandbox.run(`set -- "${join(FIXTURES, name)}"; source "${join(FIXTURES, 'common')}"`);
    assert.equal(status, 0, `the fixture fails:\n${output}`);
    if (existsSync(sandbox.path('/serve'))) await sandbox.runOn('signpost-serve --index index', 'Signpost is at');
    const blocks = blocksOf('en', name);
    for (const block of blocks) {
      const mark = FIRST.find((one) => one in block.marks);
      if (!mark || mark === 'norun' || mark === 'page') continue;
      try {
        await DO[mark](block, state);
      } catch (error) {
        error.message = `${block.place}: ${error.message}`;
        throw error;
      }
    }
    for (const { text } of blocks.filter(({ marks }) => marks.tree)) {
      for (const file of filesOfTree(text)) assert.ok(existsSync(sandbox.path(file)), `there is no ${file}`);
    }
    const articles = state.saved.filter((one) => one.startsWith('articles/'));
    if (articles.length) await judgeSaved(sandbox, articles);
  } finally {
    await sandbox.remove();
  }
}

const wanted = process.argv.slice(2);

it('every block says what it is for', () => {
  const unmarked = [];
  for (const name of articlesOf('en')) {
    let runs = false;
    for (const { place, lang, marks, info } of blocksOf('en', name)) {
      const mark = FIRST.find((one) => one in marks);
      if (!mark && (info || MARKED.includes(lang) || (lang === 'text' && runs))) unmarked.push(`${place}: a block of ${lang || 'no language'} with ${info ? `the unknown mark ${info}` : 'no mark'}`);
      if (mark === 'norun') {
        if (!REASONS.includes(marks.norun)) unmarked.push(`${place}: '${marks.norun}' is no reason`);
        notRun.set(marks.norun, (notRun.get(marks.norun) ?? 0) + 1);
      }
      runs ||= mark === 'run' || mark === 'until';
    }
  }
  assert.deepEqual(unmarked, []);
});

describe('what the articles say works', { concurrency: 2 }, () => {
  before(async () => {
    readers = await Sandbox.make();
    const { status, output } = await readers.run(`source "${join(FIXTURES, 'common')}"; index_articles`);
    assert.equal(status, 0, output);
    await readers.runOn('signpost-serve --index index', 'Signpost is at');
  });
  after(async () => {
    await readers.remove();
    for (const [reason, count] of notRun) console.log(`not run: ${count} (${reason})`);
  });

  const names = articlesOf('en').filter((name) => blocksOf('en', name).some(({ info }) => info && !info.startsWith('norun')));
  for (const name of names.filter((one) => !wanted.length || wanted.includes(one))) it(pathOf('en', name), () => follow(name));
});
