// request_form.js - the form to people: shows what was done in this tab as lines that go along while they are ticked, and what may help
// while one writes. Sending takes one click at any moment. Tested by tests/e2e/request_form.test.mjs.

import { h, isolated, plain } from './dom.js';
import { KINDS, send, trail } from './trail.js';

const WAIT_MS = 250;
const LEAST_CHARACTERS = 4;
const MOST_CHARACTERS = 400; // of the end of what was written: it says what it has come to
const MOST_LINES = 12; // of a text to copy

const form = document.querySelector('form.request');
const packet = document.getElementById('packet');
const labels = form.querySelector('.packet').dataset;
const fieldOf = (kind) => (kind === 'product' ? kind : `packet.${kind}`);

function addLine(kind, { value, title }) {
  const shown = [...packet.querySelectorAll('input')].some((box) => box.name === fieldOf(kind) && box.value === value);
  if (shown || (kind === 'product' && packet.querySelector('[name=product]'))) return;
  const box = h('input', { type: 'checkbox', name: fieldOf(kind), value, checked: true });
  const named = title && title !== value ? [h('bdi', {}, title), ' '] : [];
  packet.append(h('li', {}, h('label', {}, box, h('span', {}, h('span', { class: 'packet-kind' }, labels[kind]), ' ', ...named, h('bdi', { class: named.length ? 'packet-sent is-name' : 'packet-sent' }, value)))));
}

const known = trail();
for (const kind of KINDS) for (const entry of kind === 'product' ? known[kind].slice(-1) : known[kind]) addLine(kind, entry);
document.getElementById('packet-none').hidden = packet.children.length > 0;

// What an agent needs in any other channel: what was written, and what was ticked, with links.
function asText() {
  const lines = [...packet.querySelectorAll('input:checked')].map((box) => {
    const kind = box.name.split('.').at(-1);
    const [id, anchor, step] = box.value.split('#');
    const url = new URL(`/articles/${encodeURIComponent(id)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`, location);
    const isPlace = kind === 'read' || kind === 'tried' || kind === 'answers';
    return `${labels[kind]}: ${isPlace ? url.href + (step ? ` (${step})` : '') : box.value}`;
  });
  const message = form.elements.message.value.trim().replaceAll(/\s*\n\s*/g, ' ');
  return [message, ...lines].filter(Boolean).slice(0, MOST_LINES).join('\n');
}

const copy = document.getElementById('copy');
copy.hidden = !navigator.clipboard;
copy.addEventListener('click', async () => {
  const text = copy.textContent;
  try {
    await navigator.clipboard.writeText(asText());
  } catch {
    return; // not allowed: the button still says what it would do
  }
  copy.textContent = labels.copied;
  setTimeout(() => { copy.textContent = text; }, 2500);
});

const fitting = document.getElementById('fitting');
const message = form.elements.message;
// Who has tried something, or was not helped by it, gets it no more.
const settled = new Set([...known.answers.map(({ value }) => value), ...known.tried.map(({ value }) => value.split('#').slice(0, 2).join('#'))]);
let asking;

function show(answer) {
  const quoted = answer.answer && { ...answer.answer.source, text: answer.answer.text };
  const sources = [quoted, ...answer.others].filter((source) => source && !settled.has(`${source.id}#${source.anchor}`)).slice(0, 3);
  fitting.hidden = sources.length === 0;
  fitting.querySelector('ul').replaceChildren(...sources.map(({ url, lang, title, text }) => h('li', {}, h('a', { href: url, lang, target: '_blank', rel: 'noopener' }, isolated(plain(title))), text ? h('p', { class: 'quiet', lang }, isolated(text)) : '')));
}

async function ask() {
  asking?.abort();
  const written = message.value.trim();
  if (written.length < LEAST_CHARACTERS) {
    fitting.hidden = true;
    return;
  }
  asking = new AbortController();
  const query = new URLSearchParams({ q: [...written].slice(-MOST_CHARACTERS).join(''), lang: document.documentElement.lang });
  try {
    const response = await fetch(`/api/v1/answer?${query}`, { signal: asking.signal });
    if (response.ok) show(await response.json());
  } catch {
    // Another one is on its way, or nothing can be reached: the form needs none.
  }
}

let timer;
message.addEventListener('input', (event) => {
  clearTimeout(timer);
  if (!event.isComposing) timer = setTimeout(ask, WAIT_MS);
});
message.addEventListener('compositionend', () => {
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT_MS);
});
form.addEventListener('submit', send);
if (message.value) ask();
