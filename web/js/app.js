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
