// translations.test.mjs - Korean and Japanese articles have the code blocks of the English one, with the same marks and in the same
// order, so that what commands.test.mjs runs holds for them too. Whether blocks are missing is a matter of `signpost-index check`.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { articlesOf, blocksOf, isThere } from './blocks.mjs';

// In these only comments, words that are printed and the language may be translated; in all others any words, line by line.
const CODE = ['bash', 'sh', 'nginx', 'dockerfile', 'js'];

const essence = ({ lang, info, text }) => {
  const lines = text.trimEnd().split('\n');
  const code = CODE.includes(lang) && lines.map((line) => line.replace(/(^|\s)#.*|(?<=echo )"[^"]*"| --lang \w+/g, '').replace(/\/(en|ko|ja)\//g, '/LANG/').trimEnd());
  return JSON.stringify([lang, info.replace(/\/(en|ko|ja)\//g, '/LANG/'), code || lines.length]);
};

for (const lang of ['ko', 'ja']) {
  it(`${lang} has the blocks of en`, () => {
    for (const name of articlesOf(lang).filter((one) => isThere('en', one))) {
      const wanted = blocksOf('en', name).map(essence);
      let next = 0;
      for (const block of blocksOf(lang, name)) {
        const found = wanted.indexOf(essence(block), next);
        assert.ok(found >= 0, `${block.place}: the English article has no such block ${next ? 'there' : 'at all'}: ${essence(block)}`);
        next = found + 1;
      }
    }
  });
}
