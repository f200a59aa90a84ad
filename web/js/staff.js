// staff.js - the pages of those who answer requests: keys for all that is done often, and a button that copies. Nothing needs it.
// Tested by tests/e2e/staff.test.mjs.

import './theme_toggle.js';

const KEYS_OFF = 'signpost-staff-keys-off'; // of this browser: a key of one letter must not be in the way of who speaks to it
const COPIED_MS = 2500;

const keys = document.getElementById('keys');
const keysOn = document.getElementById('keys-on');
const copy = document.getElementById('copy');

function stored() {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined; // not allowed: the keys are as they are at first
  }
}

function move(by) {
  const links = [...document.querySelectorAll('.staff-list a')];
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

const ACTIONS = {
  j: () => move(1),
  k: () => move(-1),
  '/': () => document.getElementById('q')?.focus(),
  n: () => document.getElementById('note')?.focus(),
  c: () => copy?.click(),
  u: () => document.getElementById('up')?.click(),
  '?': () => keys.showModal(),
};

function isTyping(target) {
  return target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys?.open) return;
  if (event.key === 'Escape' && isTyping(event.target)) event.target.blur();
  if (!keys || isTyping(event.target) || (!keysOn.checked && event.key !== '?')) return;
  const action = Object.hasOwn(ACTIONS, event.key) ? ACTIONS[event.key] : undefined;
  if (!action) return;
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
