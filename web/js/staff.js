// staff.js - the pages of those who answer requests: keys for all that is done often, and a button that copies. Nothing needs it.
// Tested by tests/e2e/staff.test.mjs.

import './theme_toggle.js';

const KEYS_OFF = 'signpost-staff-keys-off'; // of this browser: a key of one letter must not be in the way of who speaks to it
const COPIED_MS = 2500;

const keys = document.getElementById('keys');
const keysOn = document.getElementById('keys-on');
const copy = document.getElementById('copy');
const { tools, staff } = document.documentElement.dataset; // where the script of the palette is, and who has signed in; else undefined
const KEPT = { tools: 'signpost-tools', memory: 'signpost-palette', owner: 'signpost-palette-owner' };

function stored() {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined; // not allowed: the keys are as they are at first
  }
}

const listed = () => [...document.querySelectorAll('.staff-list a')];

function move(by) {
  const links = listed();
  const now = links.indexOf(document.activeElement);
  const next = now < 0 ? (by > 0 ? 0 : links.length - 1) : now + by;
  links[Math.max(0, Math.min(next, links.length - 1))]?.focus();
}

async function copyForAgent() {
  const text = copy.textContent;
  try {
    await navigator.clipboard.writeText(document.getElementById('copy-text').value);
  } catch {
    return; // not allowed: the text is there to be marked
  }
  copy.textContent = copy.dataset.copied;
  setTimeout(() => { copy.textContent = text; }, COPIED_MS);
}

// The first time it is loaded, and opens by that; then it hears its keys itself.
function openPalette() {
  import(tools).then(({ open }) => open());
}

// Back in a list; above its first entry, and everywhere else, it finds.
function moveBackOrFind() {
  if (listed().indexOf(document.activeElement) > 0) move(-1);
  else openPalette();
}

const ACTIONS = {
  j: () => move(1),
  k: () => moveBackOrFind(),
  '/': () => document.getElementById('q')?.focus(),
  n: () => document.getElementById('note')?.focus(),
  c: () => copy?.click(),
  u: () => document.getElementById('up')?.click(),
  '?': () => keys.showModal(),
};

function isTyping(target) {
  return target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}

// As it is, and as it is while Hangul or kana are typed.
const isK = (event) => /^[kㅏの]$/i.test(event.key);

function onChord(event) {
  if (!isK(event) || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  openPalette();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys?.open) return;
  if (event.key === 'Escape' && isTyping(event.target)) event.target.blur();
  if (!keys || isTyping(event.target) || (!keysOn.checked && event.key !== '?')) return;
  const key = isK(event) ? 'k' : event.key;
  const action = Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
  if (!action || (key === 'k' && event.repeat && listed().indexOf(document.activeElement) <= 0)) return;
  event.preventDefault();
  action();
});

if (keys) {
  keysOn.checked = !stored()?.getItem(KEYS_OFF);
  keysOn.addEventListener('change', () => {
    if (keysOn.checked) stored()?.removeItem(KEYS_OFF);
    else stored()?.setItem(KEYS_OFF, '1');
  });
  const show = document.getElementById('show-keys');
  show.hidden = false;
  show.addEventListener('click', () => keys.showModal());
}

if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener('click', copyForAgent);
}

// Pages for everybody find the palette by what is kept here, and say nothing of it themselves.
if (tools) {
  // What one person used is nothing for the next.
  if (stored()?.getItem(KEPT.owner) !== staff) stored()?.removeItem(KEPT.memory);
  stored()?.setItem(KEPT.owner, staff);
  stored()?.setItem(KEPT.tools, tools);
  document.addEventListener('keydown', onChord);
  document.getElementById('sign-out')?.addEventListener('submit', () => {
    for (const key of Object.values(KEPT)) stored()?.removeItem(key);
  });
}

// The page of the palette becomes one by its script.
if (tools && document.getElementById('palette-page')) {
  import(tools);
  const bookmark = document.getElementById('bookmark');
  const page = JSON.stringify(location.origin + bookmark.dataset.path);
  // It runs where it was dragged to, never here.
  bookmark.href = `javascript:void open(${page}+'?q='+encodeURIComponent(String(getSelection()).trim().slice(0,400)),'signpost','popup,width=560,height=680')`;
  bookmark.addEventListener('click', (event) => event.preventDefault());
  document.getElementById('anywhere').hidden = false;
}
