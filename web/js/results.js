// results.js - takes over the results page: typing, filters and paging change the URL and the page in place.
// Tested by tests/e2e/results.test.mjs. Without it the same links and the same form load whole pages.

import { h } from './dom.js';
import { renderResults } from './results_view.js';

const WAIT_MS = 120;
const page = document.getElementById('main');
const found = document.getElementById('found');
const form = page.querySelector('.search-band form');
const input = form.elements.q;

let texts; // the strings of the page's language, fetched at the first change
let request;
let newest = 0; // number of the newest request; answers to older ones are dropped
let timer;
let typing = false; // the first change while typing is a new entry in the history, the next ones replace it

async function getJson(url, signal) {
  const response = await fetch(url, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

// Shows what the page's URL asks for.
async function show() {
  request?.abort();
  request = new AbortController();
  const number = ++newest;
  const parameters = new URLSearchParams(location.search);
  found.setAttribute('aria-busy', 'true');
  try {
    texts ??= await getJson(`/assets/i18n-${document.documentElement.lang}.json`);
    const asked = new URLSearchParams(parameters);
    asked.set('lang', document.documentElement.lang);
    const answer = await getJson(`/api/v1/search?${asked}`, request.signal);
    if (number === newest) renderResults(page, answer, parameters, texts);
  } catch (error) {
    if (error.name === 'AbortError' || number !== newest) return;
    showFailure();
  }
  if (number === newest) found.setAttribute('aria-busy', 'false');
}

function showFailure() {
  const retry = h('button', { class: 'button', type: 'button' }, texts?.load_retry ?? '↻');
  retry.addEventListener('click', show);
  document.getElementById('hits').replaceChildren(h('li', { class: 'failed', role: 'alert' }, texts?.load_error ?? '', retry));
  document.getElementById('pages').hidden = true;
  document.getElementById('empty').hidden = true;
}

function go(url, { replace = false } = {}) {
  if (url === location.pathname + location.search) return undefined;
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  return show();
}

// The URL for new words: filters stay, the page number goes.
function urlForInput() {
  const parameters = new URLSearchParams(location.search);
  parameters.set('q', input.value.trim());
  for (const name of ['page', 'correct']) parameters.delete(name);
  return `${location.pathname}?${parameters}`;
}

input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    go(urlForInput(), { replace: typing });
    typing = true;
  }, WAIT_MS);
});

form.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  clearTimeout(timer);
  go(urlForInput(), { replace: typing });
  typing = false;
});

// Filters, chips, pages and "search instead" are plain links to this same page.
page.addEventListener('click', async (event) => {
  const link = event.target.closest('a[href]');
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname !== location.pathname) return;
  event.preventDefault();
  typing = false;
  const facet = link.dataset.facet ?? facetKey(link);
  const isPage = link.closest('#pages') !== null;
  await go(url.pathname + url.search);
  if (isPage) window.scrollTo({ top: 0 });
  restoreFocus(facet);
});

// "category 2": which filter link was pressed, by its place in the list of its group
function facetKey(link) {
  return link.closest('.facet') ? link.querySelector('.facet-name').textContent : undefined;
}

// The pressed link has been replaced: its successor, or the line that says how many results there are, takes the focus.
function restoreFocus(facet) {
  const links = [...document.querySelectorAll('.facet a')];
  const successor = facet && links.find((link) => facetKey(link) === facet);
  (successor || document.querySelector('.found-count') || input).focus({ preventScroll: true });
}

window.addEventListener('popstate', () => {
  typing = false;
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  show();
});
