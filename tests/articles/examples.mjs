// examples.mjs - has signpost-index judge what articles show of Markdown, front matter and settings, each in a source of its own.
// Tested by tests/articles/commands.test.mjs.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// What an example must not be said of. Links, images and categories of examples lead where there is nothing.
const FAULTS = ['alias', 'best-bets', 'date', 'front-matter', 'html-dropped', 'redirect', 'synonyms', 'title', 'unknown-key', 'visibility'];

// What the index run says of the source: {status, errors and faults as texts, leftovers}.
async function index(sandbox, source) {
  const report = join(sandbox.root, 'report.json');
  const { status, output } = await sandbox.program('signpost-index', ['--source', source, '--output', join(sandbox.root, 'examples'), '--full', '--strict', '--force', '--report', report]);
  assert.ok(status <= 2 && !/terminate called/.test(output), output);
  const { diagnostics, leftovers } = JSON.parse(readFileSync(report, 'utf8'));
  const said = diagnostics.filter(({ severity, rule }) => severity === 'error' || FAULTS.includes(rule))
    .map(({ path, line, message, rule }) => `${path}:${line}: ${message} [${rule}]`);
  return { status, output, said, leftovers };
}

function write(sandbox, files) {
  const source = join(sandbox.root, 'example');
  rmSync(source, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source, name)), { recursive: true });
    writeFileSync(join(source, name), text);
  }
  return source;
}

const ANY_ARTICLE = { 'help/en/examples/any.md': '---\ntitle: Any\n---\n\nText.\n' };
const keysOf = (text) => text.replace(/^---\n|---\n$/g, '');
const titled = (keys) => (/^title:/m.test(keys) ? keys : `title: An example\n${keys}`);

// By mark: the files that show the example to signpost-index.
const FILES = {
  example: (text) => ({ 'help/en/examples/example.md': text.startsWith('---\n') ? text : `---\ntitle: An example\n---\n\nIt begins.\n\n${text}` }),
  'front-matter': (text, kind) => (kind === 'post'
    ? { 'community/en/example/question.md': `---\n${titled(keysOf(text).replace(/^accepted:.*\n/m, ''))}---\n\nHow?\n`, 'community/en/example/answer-1.md': `---\n${keysOf(text)}---\n\nSo.\n` }
    : { 'help/en/examples/example.md': `---\n${titled(keysOf(text))}---\n\nText.\n`, ...ANY_ARTICLE }),
  site: (text) => ({ 'site.yaml': text, ...ANY_ARTICLE }),
  // Any YAML: as the value of a key that nobody knows, it has to be well-formed.
  parsed: (text) => ({ 'help/en/examples/example.md': `---\ntitle: An example\nforeign:\n${text.replace(/^/gm, '  ')}\n---\n\nText.\n`, ...ANY_ARTICLE }),
  workflow: (text) => FILES.parsed(text),
};
export const EXAMPLES = Object.keys(FILES);

export async function judge(sandbox, mark, { text, marks, place }) {
  const { said } = await index(sandbox, write(sandbox, FILES[mark](text, marks[mark])));
  const unfit = mark === 'parsed' || mark === 'workflow' ? said.filter((one) => !/\[unknown-key\]/.test(one)) : said;
  assert.deepEqual(unfit, [], place);
}

// The files that an article had the reader save among the articles.
export async function judgeSaved(sandbox, names) {
  const { said } = await index(sandbox, sandbox.path('articles'));
  const inThem = said.filter((one) => names.some((name) => one.startsWith(name.replace(/^articles\//, ''))));
  assert.deepEqual(inThem, []);
}
