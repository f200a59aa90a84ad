// code.js - colours a code block with Prism's grammars; loaded only by pages that have code.
// Prism only cuts the text into tokens here: the elements are built by us, so that no markup is ever parsed. Its files are classic scripts
// that leave their result in `global`, which a module may import. Tested by tests/e2e/article.test.mjs.

import { h } from './dom.js';
import { grammarOf, needs } from './grammars.js';

// Kinds of token -> the colours of css/article.css.
const CLASSES = {
  comment: 'comment', prolog: 'comment', doctype: 'comment', cdata: 'comment', keyword: 'keyword', atrule: 'keyword', important: 'keyword', rule: 'keyword', string: 'string', char: 'string', 'attr-value': 'string',
  regex: 'string', url: 'string', number: 'number', boolean: 'number', constant: 'number', symbol: 'number', variable: 'number', function: 'name', 'class-name': 'name', tag: 'name', selector: 'name',
  property: 'name', key: 'name', 'attr-name': 'name', builtin: 'name', operator: 'quiet', punctuation: 'quiet', inserted: 'added', 'inserted-sign': 'added', deleted: 'removed', 'deleted-sign': 'removed',
};

// Where Prism's files lie, by an address that changes with them; there is none where they are not installed.
const FILES = document.documentElement.dataset.prism;
const loading = new Map();

async function loadCore() {
  globalThis.Prism = { manual: true };
  globalThis.global = globalThis; // not `??=`: an element with the id "global" is there by that name
  await import(`${FILES}/prism-core.min.js`);
  return globalThis.Prism;
}

function load(name) {
  if (!loading.has(name)) {
    loading.set(name, (async () => {
      await (loading.get('core') ?? loading.set('core', loadCore()).get('core'));
      for (const needed of needs(name)) await load(needed);
      await import(`${FILES}/prism-${name}.min.js`);
    })());
  }
  return loading.get(name);
}

function draw(token) {
  if (typeof token === 'string') return token;
  const content = Array.isArray(token.content) ? token.content.map(draw) : [draw(token.content)];
  const names = [token.type, ...[token.alias ?? []].flat()];
  const known = names.find((name) => CLASSES[name]);
  return known ? h('span', { class: `tk-${CLASSES[known]}` }, content) : h('span', {}, content);
}

// Colours `element`, whose text is code in `language`; a language without a grammar stays as it is.
export async function colour(element, language) {
  const name = grammarOf(language);
  if (!name || !FILES) return;
  try {
    await load(name);
    const grammar = globalThis.Prism.languages[name];
    if (grammar) element.replaceChildren(...globalThis.Prism.tokenize(element.textContent, grammar).map(draw));
  } catch {
    // No grammar of that name: plain text is right too.
  }
}
