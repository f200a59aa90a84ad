// search.test.mjs - what the articles on search promise: what is in the left column of their tables, and in sentences of the search
// tips, finds what stands beside it in a help centre of just that; and the operators find something in the sample.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { codesOf, isThere, pathOf, tablesOf, textOf } from './blocks.mjs';
import { Sandbox } from './sandbox.mjs';

const LANGUAGES = ['en', 'ko', 'ja'];

const find = async (sandbox, q, lang) => {
  const answer = await fetch(`http://127.0.0.1:${sandbox.ownPort}/api/v1/search?${new URLSearchParams({ q, lang, per_page: 50 })}`);
  return (await answer.json()).hits.map(({ id }) => id);
};

// "ｲﾝｽﾄｰﾙ (half width)" without the remark; "取り消し, and the reverse" as [取り消し].
const bare = (cell) => cell.replace(/ ?[（(].*[)）]/, '').replace(/`/g, '').trim();
const foundIn = (cell) => [...bare(cell).split(/[,、]\s*/)].filter((word) => /[\p{Script=Hangul}\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(word));

for (const [name, lang] of [['search/korean-search', 'ko'], ['search/japanese-search', 'ja']]) {
  it(`${name}: what is typed finds what is listed`, async () => {
    const sandbox = await Sandbox.make();
    try {
      const cases = [];
      const [table] = tablesOf('en', name);
      for (const [i, [typed, found]] of table.rows.entries()) {
        for (const [j, word] of foundIn(found).entries()) {
          const id = `x${i}-${j}`;
          const file = join(sandbox.work, `articles/help/${lang}/a/${id}.md`);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, `---\ntitle: ${id}\nid: ${id}\n---\n\n${word}\n`);
          cases.push({ typed: bare(typed), word, id });
        }
      }
      assert.ok(cases.length >= 7);
      const { status, output } = await sandbox.run('signpost-index');
      assert.equal(status, 0, output);
      await sandbox.runOn('signpost-serve', 'Signpost is at');
      for (const { typed, word, id } of cases) assert.ok((await find(sandbox, typed, lang)).includes(id), `${typed} does not find ${word}`);
    } finally {
      await sandbox.remove();
    }
  });
}

// What search-tips says in its sentences: typed, and in an article's text, or its title, of a language.
const ALSO = [
  ['installing', 'install', 'en'], ['log in', 'login', 'en'], ['wifi', 'Wi-Fi', 'en'], ['80070005', '0x80070005', 'en'],
  ['2fa', 'Two-factor authentication', 'en'], ['Konto löschen', 'Kontolöschung', 'de'], ['Kontolöschung', 'Konto löschen', 'de'],
  ['--dry-run', '--dry-run', 'en'], ['ERR_CONNECTION_RESET', 'ERR_CONNECTION_RESET', 'en'], ['v1.29.3', 'v1.29.3', 'en'],
  ['user@example.com', 'user@example.com', 'en'], ['||>', 'a ||> b', 'en'],
];

it('search tips: other ways to write things', async () => {
  const sandbox = await Sandbox.make();
  try {
    const text = textOf('en', 'search/search-tips');
    for (const [i, [typed, written, lang]] of ALSO.entries()) {
      assert.ok(text.includes(typed), `the article no longer speaks of ${typed}`);
      const file = join(sandbox.work, `articles/help/${lang}/a/x${i}.md`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `---\ntitle: ${JSON.stringify(written)}\nid: x${i}\n---\n\nThis is about ${written}.\n`);
    }
    const { status, output } = await sandbox.run('signpost-index');
    assert.equal(status, 0, output);
    await sandbox.runOn('signpost-serve', 'Signpost is at');
    for (const [i, [typed, written, lang]] of ALSO.entries()) assert.ok((await find(sandbox, typed, lang)).includes(`x${i}`), `${typed} does not find ${written}`);
  } finally {
    await sandbox.remove();
  }
});

describe('search tips', () => {
  let sandbox;
  before(async () => {
    sandbox = await Sandbox.make();
    await sandbox.run('cp -r "$REPOSITORY/articles" articles; signpost-index');
    await sandbox.runOn('signpost-serve', 'Signpost is at');
  });
  after(() => sandbox.remove());

  for (const lang of LANGUAGES.filter((one) => isThere(one, 'search/search-tips'))) {
    it(pathOf(lang, 'search/search-tips'), async () => {
      const table = tablesOf(lang, 'search/search-tips').find(({ rows }) => rows.some((row) => row[0].includes('kind:community')));
      const mixed = codesOf(textOf(lang, 'search/search-tips').split('\n').find((line) => /`[^`]+ kind:community -/.test(line)))[0];
      for (const query of [...table.rows.flatMap((row) => codesOf(row[0])), mixed]) {
        assert.ok((await find(sandbox, query, lang)).length > 0, `${query} finds nothing in the sample`);
      }
    });
  }
});
