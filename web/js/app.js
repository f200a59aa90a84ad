// app.js - what every page needs: the search box, the theme switch and the language menu.
// Tested by tests/e2e/search_box.test.mjs and tests/e2e/settings.test.mjs.

import './search_box.js';
import './theme_toggle.js';
import { remember } from './remember.js';

const menus = document.querySelectorAll('details.menu');

document.addEventListener('click', (event) => {
  const language = event.target.closest?.('a[data-lang]');
  if (language) remember('lang', language.dataset.lang);
  for (const menu of menus) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// Who has tools of their own in this browser gets them by Ctrl K, in text fields too. Where they are, their own pages have said.
addEventListener('keydown', (event) => {
  const isKey = /^k$/i.test(event.key) || (event.key > '~' && event.code === 'KeyK'); // the second: an input method is on
  if (!isKey || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
  const tools = localStorage.getItem('signpost-tools');
  if (!/^\/\w/.test(tools)) return; // a path of this site
  event.preventDefault();
  event.stopPropagation();
  import(tools).then(({ open }) => open());
}, true);

for (const menu of menus) {
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
