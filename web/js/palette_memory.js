// palette_memory.js - what the palette remembers, in this browser alone: what was copied, the customer's language, the words of the
// interface. Tested by tests/e2e/palette.test.mjs.

const KEY = 'signpost-palette';
const MOST = 60; // things that were used
const SHOWN = 12;
const LATEST = 4; // of these, before those that were used most
const OFTEN = 2;

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {}; // not allowed, or not ours
  }
}

function write(change) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...read(), ...change }));
  } catch {
    // Not allowed, or full: it is forgotten.
  }
}

const used = () => (Array.isArray(read().used) ? read().used : []);

// The latest, then those that were used most.
function inOrder() {
  const byTime = used().sort((a, b) => b.at - a.at);
  const rest = byTime.slice(LATEST).sort((a, b) => b.count - a.count);
  return [...byTime.slice(0, LATEST), ...rest].slice(0, SHOWN);
}

export const usedBefore = () => inOrder().map(({ name }) => name);

// To be seen while it is asked what has become of them.
export const shownBefore = () => inOrder().map(({ kind, title, title_lang: lang, context, name }) => ({ kind, title, title_lang: lang, context, used: name }));

export const usedOften = (name) => used().some((one) => one.name === name && one.count >= OFTEN);

export function noteUse({ used: name, kind, title, title_lang: lang, context }) {
  const others = used().filter((one) => one.name !== name);
  const count = (used().find((one) => one.name === name)?.count ?? 0) + 1;
  const all = [{ name, kind, title, title_lang: lang, context, count, at: Date.now() }, ...others];
  write({ used: all.sort((a, b) => b.at - a.at).slice(0, MOST) });
}

export const keptLanguage = () => read().language ?? '';
export const keepLanguage = (language) => write({ language });
export const keptTexts = () => read().settings;
export const keepTexts = (settings) => write({ settings });
