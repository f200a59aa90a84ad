// code.js - colours a code block with Prism's grammars; loaded only by pages that have code.
// Prism only cuts the text into tokens here: the elements are built by us, so that no markup is ever parsed. Its files are classic scripts
// that leave their result in `global`, which a module may import. Tested by tests/e2e/article.test.mjs.

import { h } from './dom.js';

// Names that writers use -> Prism's.
const ALIASES = {
  sh: 'bash', shell: 'bash', zsh: 'bash', console: 'bash', 'shell-session': 'bash', js: 'javascript', mjs: 'javascript', ts: 'typescript', html: 'markup', xml: 'markup', svg: 'markup',
  yml: 'yaml', py: 'python', rb: 'ruby', 'c++': 'cpp', cc: 'cpp', cs: 'csharp', 'c#': 'csharp', md: 'markdown', docker: 'docker', dockerfile: 'docker', jsonc: 'json5', kt: 'kotlin',
  rs: 'rust', golang: 'go', ps1: 'powershell', pwsh: 'powershell', conf: 'ini', gql: 'graphql', objc: 'objectivec', make: 'makefile',
};
// Grammars that must be there before another one.
const NEEDS = {
  javascript: ['clike'], typescript: ['javascript'], jsx: ['markup', 'javascript'], tsx: ['jsx', 'typescript'], c: ['clike'], cpp: ['c'], objectivec: ['c'], csharp: ['clike'], java: ['clike'],
  kotlin: ['clike'], go: ['clike'], swift: [], scala: ['java'], ruby: ['clike'], dart: ['clike'], php: ['markup-templating'], 'markup-templating': ['markup'], django: ['markup-templating'], handlebars: ['markup-templating'],
  markdown: ['markup', 'yaml'], scss: ['css'], less: ['css'], json5: ['json'], glsl: ['c'], hlsl: ['c'], groovy: ['clike'], protobuf: ['clike'], nginx: [], liquid: ['markup-templating'], http: [],
};
const SAME = new Set(['text', 'txt', 'plain', 'plaintext', 'none', 'output']);

// Kinds of token -> the colours of css/article.css.
const CLASSES = {
  comment: 'comment', prolog: 'comment', doctype: 'comment', cdata: 'comment', keyword: 'keyword', atrule: 'keyword', important: 'keyword', rule: 'keyword', string: 'string', char: 'string', 'attr-value': 'string',
  regex: 'string', url: 'string', number: 'number', boolean: 'number', constant: 'number', symbol: 'number', variable: 'number', function: 'name', 'class-name': 'name', tag: 'name', selector: 'name',
  property: 'name', key: 'name', 'attr-name': 'name', builtin: 'name', operator: 'quiet', punctuation: 'quiet', inserted: 'added', 'inserted-sign': 'added', deleted: 'removed', 'deleted-sign': 'removed',
};

const loading = new Map();

async function loadCore() {
  globalThis.Prism = { manual: true };
  globalThis.global ??= globalThis;
  await import('/assets/prism/prism-core.min.js');
  return globalThis.Prism;
}

function load(name) {
  if (!loading.has(name)) {
    loading.set(name, (async () => {
      await (loading.get('core') ?? loading.set('core', loadCore()).get('core'));
      for (const needed of NEEDS[name] ?? []) await load(needed);
      await import(`/assets/prism/prism-${name}.min.js`);
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
  const lower = language.toLowerCase();
  const name = ALIASES[lower] ?? lower;
  if (SAME.has(name) || !/^[a-z0-9-]+$/.test(name)) return;
  try {
    await load(name);
    const grammar = globalThis.Prism.languages[name];
    if (grammar) element.replaceChildren(...globalThis.Prism.tokenize(element.textContent, grammar).map(draw));
  } catch {
    // No grammar of that name: plain text is right too.
  }
}
