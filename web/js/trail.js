// trail.js - what a visitor did here, in this tab alone: kept in the tab's own storage, and sent by nobody but the visitor, with the form
// that shows it first (request_form.js). Tested by tests/e2e/request_form.test.mjs.

const KEY = 'trail';
export const MOST = 20; // of each kind, as many as a request takes
const MOST_BYTES = { questions: 400, answers: 400, incidents: 200, product: 100, level: 100 }; // of UTF-8, as a request takes them

// The kinds are those of a request's packet. An entry is { value, title }: what a request says of it, and what people call it, if that is
// something else.
export const KINDS = ['questions', 'read', 'tried', 'answers', 'incidents', 'product', 'level'];

// Of these the last one counts.
export const isChoice = (kind) => kind === 'product' || kind === 'level';

// Oldest first, by kind.
export function trail() {
  let kept;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    // No storage, or something else in it: then nothing is known.
  }
  return Object.fromEntries(KINDS.map((kind) => [kind, Array.isArray(kept?.[kind]) ? kept[kind] : []]));
}

function keep(all) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // Full or forbidden: then nothing is remembered.
  }
}

export function has(kind, value) {
  return trail()[kind].some((entry) => entry.value === value);
}

// In one line, and cut where it is too long: what stands in the form can be sent.
function fitting(kind, text) {
  const line = text.replaceAll(/[\p{Cc}\uFDD0-\uFDEF\uFFFE\uFFFF]+/gu, ' ').trim();
  const most = MOST_BYTES[kind];
  return most ? line.slice(0, new TextEncoder().encodeInto(line, new Uint8Array(most)).read) : line;
}

// The newest is last, however often it was noted.
export function note(kind, text, title = '') {
  const value = fitting(kind, text);
  if (!value) return;
  const all = trail();
  const before = all[kind].find((entry) => entry.value === value);
  const others = all[kind].filter((entry) => entry.value !== value);
  all[kind] = [...others, { value, title: title || before?.title || '' }].slice(-MOST);
  keep(all);
}

export function takeBack(kind, value) {
  const all = trail();
  all[kind] = all[kind].filter((entry) => entry.value !== value);
  keep(all);
}

// The form has been sent. If it arrives, all of this has been told, and what is done from then on is another matter.
export function send() {
  keep({ ...trail(), sent: true });
}

export function forgetWhatWasSent() {
  try {
    if (JSON.parse(sessionStorage.getItem(KEY))?.sent) sessionStorage.removeItem(KEY);
  } catch {
    // There is nothing to forget.
  }
}
