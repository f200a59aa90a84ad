// trail_pages.js - notes what the visitor asks, reads, tries and is told (trail.js), where requests to people can be sent. Tested by
// tests/e2e/request_form.test.mjs.

import { h, plain } from './dom.js';
import { forgetWhatWasSent, has, note, takeBack } from './trail.js';
import './tried.js';

const READ_SECONDS = 4; // in which a section is more than scrolled past

// What an address says of a search or a conversation.
function noteQuery(search) {
  const query = new URLSearchParams(search);
  const question = query.get('q')?.trim();
  if (question) note('questions', question);
  for (const answer of query.getAll('not')) note('answers', answer);
  for (const kind of ['product', 'level']) for (const value of query.getAll(kind)) note(kind, value);
}

// Of the page of results, which leaves them here (results.js), each with the incidents that it showed; and of a conversation, which is
// this page.
function noteAddresses() {
  try {
    for (const line of sessionStorage.getItem('addresses')?.split('\n') ?? []) (line.startsWith('/') ? noteIncident(...line.split(/#(.*)/)) : noteQuery(line));
    sessionStorage.removeItem('addresses');
  } catch {
    // No storage: then nothing is known.
  }
  if (document.querySelector('main.ask')) noteQuery(location.search);
}

function noteIncident(path, title) {
  note('incidents', decodeURIComponent(path.split('/').at(-1)), plain(title));
}

function noteIncidents() {
  for (const link of document.querySelectorAll('.incident a')) noteIncident(link.pathname, link.textContent);
}

// Of a conversation, which names them.
function noteTitles() {
  for (const turn of document.querySelectorAll('[data-not]')) note('answers', turn.dataset.not, plain(turn.textContent));
}

// The article's own headings, each with what stands below it up to the next one; null for what stands before the first.
function sectionsOf(prose) {
  return [null, ...prose.querySelectorAll(':is(h2, h3, h4, h5, h6)[id]')];
}

function nameOf(id, heading) {
  return `${id}#${heading?.id ?? ''}`;
}

function titleOf(heading) {
  const title = plain(document.querySelector('h1').textContent);
  return heading ? `${title} › ${plain(heading.textContent)}` : title;
}

// The section at the middle of the window, a second at a time.
function noteReading(prose, id) {
  const seconds = new Map();
  setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    const line = innerHeight / 2;
    const { top, bottom } = prose.getBoundingClientRect();
    if (top > innerHeight || bottom < 0) return;
    const heading = sectionsOf(prose).filter((one) => one === null || one.getBoundingClientRect().top <= line).at(-1);
    const spent = (seconds.get(heading) ?? 0) + 1;
    seconds.set(heading, spent);
    if (spent === READ_SECONDS) note('read', nameOf(id, heading), titleOf(heading));
  }, 1000);
}

// A box beside each step of a list of steps: "I have tried this".
function offerSteps(prose, id, text) {
  const steps = new Map(); // how many the section has so far
  const headings = sectionsOf(prose).slice(1);
  for (const item of prose.querySelectorAll('ol > li')) {
    if (item.parentElement.closest('li, blockquote')) continue;
    const heading = headings.filter((one) => one.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
    const step = (steps.get(heading) ?? 0) + 1;
    steps.set(heading, step);
    const value = `${nameOf(id, heading)}#${step}`;
    const box = h('input', { type: 'checkbox', 'aria-label': `${text} (${step})` });
    box.checked = has('tried', value);
    box.addEventListener('change', () => (box.checked ? note('tried', value, `${titleOf(heading)} (${step})`) : takeBack('tried', value)));
    const label = h('label', { class: 'tried', 'data-anchor': heading?.id ?? '', 'data-step': step }, box, h('span', { 'aria-hidden': 'true' }, text));
    item.append(h('div', { class: 'tried-row' }, label));
  }
}

if ('request' in document.documentElement.dataset) forgetWhatWasSent();
noteAddresses();
noteIncidents();
noteTitles();
for (const prose of document.querySelectorAll('[data-trail]')) {
  noteReading(prose, prose.dataset.trail);
  offerSteps(prose, prose.dataset.trail, prose.dataset.tried);
}
