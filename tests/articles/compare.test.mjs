// compare.test.mjs - what counts as the same as in an article.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { compareJson, compareText } from './compare.mjs';

const SAME = [
  ['a\nb\n', 'a\nb'],
  ['a … c', 'a b c'],
  ['a\n…\nd', 'a\nb\nc\nd'],
  ['…\nd', 'd'],
  ['a (b) [c]', 'a (b) [c]'],
  ['Packed 96 documents', 'Packed 1,234 documents', 'any'],
  ['SHA-256 6cb111ecd4e6ed810188ac1018c1ea63259514e6109017c89f361e742586aafa', `SHA-256 ${'e'.repeat(64)}`, 'any'],
  ['  -   1  x', '  -    12  x', 'any'],
];
const DIFFERENT = [
  ['a\nb', 'a'],
  ['a', 'a\nb'],
  ['a … c', 'a\nc'],
  ['96 documents', '97 documents'],
  ['96 documents', 'many documents', 'any'],
];
const SAME_JSON = [
  [{ a: 1 }, { a: 1 }],
  [{ a: [1, '…'] }, { a: [1, 2, 3] }],
  [{ a: 'x …' }, { a: 'x y\nz' }],
  [{ a: 1, '…': '…' }, { a: 1, b: 2 }],
  [{ took_ms: 1.5, total: 13 }, { took_ms: 0.2, total: 15 }],
  [{ a: '…' }, { a: null }],
];
const DIFFERENT_JSON = [
  [{ a: 1 }, {}],
  [{}, { a: 1 }],
  [{ a: 1 }, { a: '1' }],
  [{ a: null }, { a: [] }],
  [[1], [1, 2]],
  [[1, 2, '…'], [1]],
  [{ took_ms: 1 }, { took_ms: '1' }],
  [{ a: 'x' }, { a: 'xy' }],
];

it('texts', () => {
  for (const [want, got, numbers] of SAME) assert.equal(compareText(want, got, numbers), undefined);
  for (const [want, got, numbers] of DIFFERENT) assert.ok(compareText(want, got, numbers), want);
});

it('JSON', () => {
  for (const [want, got] of SAME_JSON) assert.equal(compareJson(want, got), undefined);
  for (const [want, got] of DIFFERENT_JSON) assert.ok(compareJson(want, got), JSON.stringify(want));
});
