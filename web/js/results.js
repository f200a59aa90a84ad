// results.js - changes the results page in place: takes PARTS of the page at the new address; else whole pages load. Tested by
// tests/e2e/results.test.mjs.

const WAIT_MS = 120;
const PARTS = ['title', 'meta[property="og:title"]', '.menu ul', '.incidents', '.facet-list', '#\\~main h1', '.found-count', '.found-notes', '#answer', '#hits', '#meant', '#pages', '#empty', '#failed', '.bottom-langs'];
const page = document.getElementById('~main');
const found = document.getElementById('found');
const form = page.querySelector('.search-band form');
const input = form.elements.q;
const failed = document.getElementById('failed');
const unreachable = failed.querySelector('p').textContent;

let request = new XMLHttpRequest(); // the newest one
// What it asked for, or the page itself; browsers that hide such times have no entry.
let asked = new URL(performance.getEntriesByType('navigation')[0]?.name ?? location).search;
let timer;
let typing = false; // the first change is a new entry in the history, the next ones replace it

// Shows what the page's address asks for. `pressed`: the link that leads there, if one does.
// The document that this kind of request makes runs and loads nothing.
function show(pressed) {
  request.abort();
  request = new XMLHttpRequest();
  asked = location.search;
  found.setAttribute('aria-busy', 'true');
  request.open('GET', location.pathname + asked);
  request.responseType = 'document';
  request.onload = ({ target: { status, response } }) => {
    if (status >= 400) showFailure(response);
    else if (fits(response)) take(response, pressed);
    else location.reload();
  };
  request.onerror = () => showFailure();
  request.onloadend = () => found.setAttribute('aria-busy', 'false');
  request.send();
}

// A page of results too, in the same language, with no other styles and scripts.
function fits(answer) {
  const files = (one) => [...one.querySelectorAll('link[rel=stylesheet], script[src]')].map((file) => file.getAttribute('href') ?? file.getAttribute('src'));
  return answer?.documentElement.lang === document.documentElement.lang
    && PARTS.every((part) => !answer.querySelector(part) === !document.querySelector(part))
    && files(answer).every((file) => files(document).includes(file));
}

// Makes this page the one that was answered. The field keeps what the visitor typed.
function take(answer, pressed) {
  const focused = document.activeElement;
  const filter = filterName(pressed ?? focused);
  const isPage = pressed?.closest('#pages');
  const section = pressed?.closest('#answer');
  const scrolled = new Map(facets().map(([name, values]) => [name, values.scrollTop]));
  page.className = answer.getElementById('~main').className;
  page.classList.toggle('is-typing', typing);
  input.defaultValue = answer.getElementById('~q').defaultValue;
  for (const part of PARTS) become(document.querySelector(part), answer.querySelector(part));
  for (const [name, values] of facets()) if (scrolled.get(name)) values.scrollTop = scrolled.get(name);
  if (isPage) scrollTo({ top: 0 });
  if (document.activeElement === document.body && (pressed || focused !== document.body)) focusAfter(filter, section);
}

// The element stays: a screen reader knows what changes in it.
function become(shown, wanted) {
  if (!shown || shown.isEqualNode(wanted)) return;
  for (const { name } of [...shown.attributes]) if (!wanted.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of wanted.attributes) shown.setAttribute(name, value);
  shown.replaceChildren(...wanted.childNodes);
}

function facets() {
  return [...page.querySelectorAll('.facet')].map((facet) => [facet.querySelector('h2').textContent, facet.querySelector('ul')]);
}

// Of a filter's link: its facet's name and its own; of any other element none.
function filterName(element) {
  const facet = element.closest('.facet');
  return facet && `${facet.querySelector('h2').textContent}: ${element.querySelector('.facet-name')?.textContent}`;
}

// What had the focus is gone: the same filter takes it, the answer, the number of results or the field.
function focusAfter(filter, section) {
  const same = filter && [...page.querySelectorAll('.facet a')].find((link) => filterName(link) === filter);
  for (const next of [same, section, page.querySelector('.found-count'), input]) {
    next?.focus({ preventScroll: true });
    if (document.activeElement === next) return;
  }
}

// `answer`: the service's page about it.
function showFailure(answer) {
  page.classList.add('is-failed');
  failed.hidden = false;
  failed.querySelector('p').textContent = answer?.querySelector('.error .summary')?.textContent ?? unreachable;
}

function go(url, { replace = false, pressed } = {}) {
  const isShown = String(new URLSearchParams(url.search)) === String(new URLSearchParams(location.search));
  if (isShown && failed.hidden) return;
  history[replace || isShown ? 'replaceState' : 'pushState'](null, '', url.pathname + url.search);
  show(pressed);
}

// New words: filters stay, the page number goes.
function goToInput() {
  const parameters = new URLSearchParams(location.search);
  parameters.set('q', input.value.trim());
  for (const name of ['page', 'correct']) parameters.delete(name);
  clearTimeout(timer);
  go(new URL(`?${parameters}`, location), { replace: typing });
}

input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    goToInput();
    typing = true;
  }, WAIT_MS);
});

form.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  goToInput();
  typing = false;
  if (found.getAttribute('aria-busy') === 'false') page.classList.remove('is-typing');
});

page.addEventListener('click', (event) => {
  if (event.target.closest('#failed button')) location.reload();
  // Filters, chips and pages are links to this page.
  const link = event.target.closest('a[href]');
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname !== location.pathname) return;
  event.preventDefault();
  typing = false;
  go(url, { pressed: link });
});

// See answer.js, trail_pages.js and tried.js.
function noteAddress() {
  try {
    if (page.querySelector('#answer form')) import("./answer.js");
    if (!page.dataset.tried) return;
    sessionStorage.addresses = `${sessionStorage.addresses}\n${location.search}`.slice(-9999);
    for (const link of document.querySelectorAll('.incident a')) sessionStorage.addresses += `\n${link.pathname}#${link.text}`;
    if (sessionStorage.trail.includes('"tried":[{')) import("./tried.js");
  } catch {}
}

function showAddress() {
  clearTimeout(timer);
  if (location.search === asked) return; // another place in the same page
  typing = false;
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  show();
}

addEventListener('popstate', showAddress);
for (const event of ['submit', 'click']) document.addEventListener(event, noteAddress);
noteAddress();
showAddress(); // who reloads and goes back at once does so before this listens
