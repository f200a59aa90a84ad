// theme_toggle.js - <theme-toggle>: switches light and dark, the system's unless somebody chose.
// Tested by tests/e2e/settings.test.mjs.

import { h, icon } from './dom.js';
import { remember } from './remember.js';

const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function isDark() {
  return root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches;
}

class ThemeToggle extends HTMLElement {
  connectedCallback() {
    this.button = h('button', { type: 'button' });
    this.append(this.button);
    this.button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      remember('theme', root.dataset.theme);
      this.show();
    });
    systemDark.addEventListener('change', () => this.show());
    this.show();
  }

  show() {
    const label = isDark() ? this.dataset.toLight : this.dataset.toDark;
    this.button.setAttribute('aria-label', label);
    this.button.title = label;
    this.button.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
  }
}

customElements.define('theme-toggle', ThemeToggle);
