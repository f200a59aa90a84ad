// request_form.js - the form to people: shows what was done in this tab as lines that go along while they are ticked, and what may help
// while one writes. Sending takes one click at any moment. Tested by tests/e2e/request_form.test.mjs.

import { takeWhatWasBrought } from './brought.js';
import { h, isolated, plain } from './dom.js';
import { prove } from './proof.js';
import { KINDS, MOST, isChoice, send, trail } from './trail.js';

const WAIT_MS = 20; // of quiet before asking: what may help is there within a tenth of a second
const SETTLED_MS = 700; // of quiet before a screen reader is told of it
const REFUSED_MS = 10_000; // that nothing is asked after the service had too much: who sends something comes first
const LEAST_CHARACTERS = 4;
const MOST_CHARACTERS = 400; // of the end of what was written: it says what it has come to
const MOST_LINES = 12; // of a text to copy

const form = document.querySelector('form.request');
const packet = document.getElementById('packet');
const labels = form.querySelector('.packet').dataset;
const fieldOf = (kind) => (kind === 'product' ? kind : `packet.${kind}`);
const partsOf = (value) => value.split('#'); // id, anchor, step

function addLine(kind, { value, title }) {
  const shown = [...packet.querySelectorAll('input')].filter((box) => box.name === fieldOf(kind));
  if (shown.some((box) => box.value === value) || shown.length >= (isChoice(kind) ? 1 : MOST)) return;
  const box = h('input', { type: 'checkbox', name: fieldOf(kind), value, checked: true });
  const named = title && title !== value ? [h('bdi', {}, title), ' '] : [];
  packet.append(h('li', {}, h('label', {}, box, h('span', {}, h('span', { class: 'packet-kind' }, labels[kind]), ' ', ...named, h('bdi', { class: named.length ? 'packet-sent is-name' : 'packet-sent' }, value)))));
}

takeWhatWasBrought();
const known = trail();
for (const kind of KINDS) for (const entry of isChoice(kind) ? known[kind].slice(-1) : known[kind]) addLine(kind, entry);
document.getElementById('packet-none').hidden = packet.children.length > 0;

// The page of results leaves the names of answers that did not help, and not what they are called; so does the widget.
async function namePlaces() {
  for (const sent of packet.querySelectorAll(':is([name="packet.answers"], [name="packet.read"]) + span .packet-sent:not(.is-name)')) {
    const response = await fetch(`/api/v1/articles/${encodeURIComponent(partsOf(sent.textContent)[0])}?lang=${document.documentElement.lang}`);
    if (!response.ok) continue;
    sent.classList.add('is-name');
    sent.before(isolated(plain((await response.json()).title)), ' ');
  }
}
namePlaces().catch(() => {}); // nothing can be reached: then the names alone are shown

// What was ticked, a line for each, and one for all steps of a section.
function tickedLines() {
  const lines = new Map();
  for (const box of packet.querySelectorAll('input:checked')) {
    const kind = box.name.split('.').at(-1);
    const [id, anchor, step] = partsOf(box.value);
    const isPlace = kind === 'read' || kind === 'tried' || kind === 'answers';
    const url = new URL(`/articles/${encodeURIComponent(id)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`, location);
    const line = `${labels[kind]}: ${isPlace ? url.href : box.value}`;
    lines.set(line, { kind, steps: [...(lines.get(line)?.steps ?? []), ...(kind === 'tried' ? [step] : [])] });
  }
  return [...lines].map(([line, { kind, steps }]) => ({ kind, text: steps.length ? `${line} (${steps.join(', ')})` : line }));
}

// As many as there is room for: the newest of each kind, the next ones, and how many are left out.
function linesThatFit(lines, room) {
  if (lines.length <= room) return lines;
  const ages = lines.map(({ kind }, index) => lines.slice(index + 1).filter((other) => other.kind === kind).length);
  const kept = new Set([...lines.keys()].sort((a, b) => ages[a] - ages[b] || a - b).slice(0, room - 1));
  return [...lines.filter((_, index) => kept.has(index)), { text: `… +${lines.length - kept.size}` }];
}

// What an agent needs in any other channel: what was written, and what was ticked, with links.
function asText() {
  const message = form.elements.message.value.trim().replaceAll(/\s*\n\s*/g, ' ');
  const lines = linesThatFit(tickedLines(), message ? MOST_LINES - 1 : MOST_LINES);
  return [message, ...lines.map(({ text }) => text)].filter(Boolean).join('\n');
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
const settled = new Set([...known.answers.map(({ value }) => value), ...known.tried.map(({ value }) => partsOf(value).slice(0, 2).join('#'))]);
let asking;
let shownNow = '';
let quietUntil = 0;

function show(answer) {
  const quoted = answer.answer && { ...answer.answer.source, text: answer.answer.text };
  const sources = [quoted, ...answer.others].filter((source) => source && !settled.has(`${source.id}#${source.anchor}`)).slice(0, 3);
  fitting.hidden = sources.length === 0;
  const names = JSON.stringify(sources.map(({ url, text }) => [url, text]));
  if (names === shownNow) return; // what stays is not drawn anew under a pointer
  shownNow = names;
  fitting.querySelector('ul').replaceChildren(...sources.map(({ url, lang, title, text }) => h('li', {}, h('a', { href: url, lang, target: '_blank', rel: 'noopener' }, isolated(plain(title))), text ? h('p', { class: 'quiet', lang }, isolated(text)) : '')));
}

async function ask() {
  asking?.abort();
  const written = message.value.trim();
  if (written.length < LEAST_CHARACTERS) {
    fitting.hidden = true;
    return;
  }
  if (Date.now() < quietUntil) return;
  asking = new AbortController();
  const query = new URLSearchParams({ q: [...written].slice(-MOST_CHARACTERS).join(''), lang: document.documentElement.lang });
  try {
    const response = await fetch(`/api/v1/answer?${query}`, { signal: asking.signal });
    if (response.ok) show(await response.json());
    else quietUntil = Date.now() + REFUSED_MS;
  } catch {
    // Another one is on its way, or nothing can be reached: the form needs none.
  }
}

let timer;
let settling;

// While somebody writes, what changes is to be seen, and not to be heard at each letter.
function askSoon() {
  clearTimeout(timer);
  clearTimeout(settling);
  timer = setTimeout(ask, WAIT_MS);
  fitting.setAttribute('aria-busy', 'true');
  settling = setTimeout(() => { fitting.setAttribute('aria-busy', 'false'); }, SETTLED_MS);
}

message.addEventListener('input', (event) => {
  if (event.isComposing) clearTimeout(timer);
  else askSoon();
});
message.addEventListener('compositionend', askSoon);
if (message.value) ask();

// While far too many requests come, the browser computes something before it sends one; whoever presses the button earlier waits for that.
let proof;
if (form.dataset.proofBits) {
  document.getElementById('refused')?.removeAttribute('hidden');
  proof = prove(form.elements.token.value, Number(form.dataset.proofBits)).then((nonce) => {
    form.append(h('input', { type: 'hidden', name: 'proof', value: `${form.elements.token.value}:${nonce}` }));
    proof = undefined;
  });
}

// What became of it is counted, without saying of whom, unless the browser asks that nobody be counted.
const isCounted = form.dataset.outcomes && !navigator.globalPrivacyControl && navigator.doNotTrack !== '1';
let isOver = false;

form.addEventListener('submit', (event) => {
  if (proof) {
    event.preventDefault();
    proof.then(() => form.requestSubmit());
    return;
  }
  isOver = true;
  send();
});
document.getElementById('solved')?.addEventListener('submit', () => { isOver = true; });
addEventListener('pagehide', () => {
  if (isCounted && !isOver) navigator.sendBeacon(form.dataset.outcomes, new URLSearchParams({ outcome: 'left' }));
});
