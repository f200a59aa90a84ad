// search_box.js - <search-box>: a combobox with list autocomplete and manual selection around a plain search form.
// Pattern: w3.org/WAI/ARIA/apg/patterns/combobox. Tested by tests/e2e/search_box.test.mjs.
//
// Nothing here ever writes to the input, so an input method is never disturbed. On the results page (data-live): see results.js.

import { fill, fillWith, h, icon, isolated, marked } from './dom.js';

const WAIT_MS = 60; // quiet time before asking
const LIMIT = 7;

class SearchBox extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.input = this.querySelector('input[type="search"]');
    this.asked = 0; // number of the newest request; older answers are dropped
    this.active = -1;
    document.addEventListener('keydown', (event) => this.onShortcut(event));
    this.form.addEventListener('submit', (event) => {
      if (this.committing) event.preventDefault();
    });
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    if (this.dataset.live === undefined) this.makeCombobox();
  }

  makeCombobox() {
    this.list = h('div', { id: '~suggestions', class: 'suggestions', role: 'listbox', 'aria-label': this.dataset.label, hidden: true });
    this.status = h('div', { class: 'hidden-text', role: 'status' });
    this.append(this.list, this.status);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': '~suggestions' })) {
      this.input.setAttribute(name, value);
    }
    this.input.addEventListener('input', () => this.ask(WAIT_MS));
    this.input.addEventListener('focusout', () => this.close());
    // Keeps the focus in the input, so that the list is still there for the click.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  onShortcut(event) {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const chord = /^[kㅏの]$/i.test(event.key) && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if ((!slash && !chord) || event.isComposing) return;
    let tools; // of whose browser was told of some
    try { tools = chord && localStorage['signpost-tools']; } catch {}
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (!tools && typing && (slash || typing !== this.input)) return;
    event.preventDefault();
    if (/^\/\w/.test(tools)) return import(tools);
    this.input.focus();
    this.input.select();
  }

  onKey(event) {
    // Of an input method; 229 is Safari's Enter that ends a composition.
    if (event.isComposing || event.keyCode === 229) {
      this.committing = true;
      setTimeout(() => { this.committing = false; });
      return;
    }
    if (!this.list) return;
    const handle = { ArrowDown: () => this.onDown(event), ArrowUp: () => this.onUp(event), Enter: () => this.onEnter(event), Escape: () => this.onEscape(event) }[event.key];
    if (handle) handle();
    else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) this.choose(-1);
  }

  onDown(event) {
    event.preventDefault();
    if (this.list.hidden) {
      if (this.options().length && this.shownFor === this.text()) this.open();
      else this.ask(0);
      if (event.altKey) return;
    }
    if (!this.list.hidden) this.choose(this.active + 1 < this.options().length ? this.active + 1 : -1);
  }

  onUp(event) {
    event.preventDefault();
    if (this.list.hidden) return;
    if (event.altKey) this.close();
    else this.choose(this.active < 0 ? this.options().length - 1 : this.active - 1);
  }

  onEnter(event) {
    const option = this.list.hidden ? undefined : this.options()[this.active];
    if (option) {
      event.preventDefault();
      option.click();
    }
    this.close();
  }

  onEscape(event) {
    if (!this.list.hidden) event.preventDefault(); // it would empty the field
    this.close();
  }

  text() {
    return this.input.value.trim();
  }

  options() {
    return [...this.list.children];
  }

  ask(wait) {
    clearTimeout(this.timer);
    this.request?.abort();
    const text = this.text();
    if (!text) {
      this.close();
      this.list.replaceChildren();
      return;
    }
    const number = ++this.asked;
    this.timer = setTimeout(async () => {
      this.request = new AbortController();
      try {
        const query = new URLSearchParams({ q: text, lang: document.documentElement.lang, limit: LIMIT });
        const response = await fetch(`/api/v1/suggest?${query}`, { signal: this.request.signal });
        if (!response.ok) throw new Error(response.statusText);
        const { suggestions } = await response.json();
        if (number === this.asked) this.show(text, suggestions);
      } catch (error) {
        // Without them the form still searches.
        if (error.name !== 'AbortError' && number === this.asked) this.close();
      }
    }, wait);
  }

  show(text, suggestions) {
    const all = new URLSearchParams({ q: text, lang: document.documentElement.lang });
    this.list.replaceChildren(
      ...suggestions.map((suggestion) => this.option(suggestion)),
      h('a', { class: 'suggestion-all', role: 'option', tabindex: -1, 'aria-selected': 'false', href: `/search?${all}` }, icon('search'), h('span', {}, fillWith(this.dataset.all, 'q', isolated(text)))),
    );
    this.options().forEach((option, index) => { option.id = `~suggestion-${index}`; });
    this.shownFor = text;
    this.choose(-1);
    if (document.activeElement === this.input) this.open();
    this.announce(suggestions.length);
  }

  option({ title_runs: title, section_runs: section, url, kind, category_name: place, lang, dir }) {
    return h('a', { role: 'option', tabindex: -1, 'aria-selected': 'false', href: url, lang },
      icon(kind === 'community' ? 'chat' : 'doc'),
      h('span', {}, h('span', { class: 'suggestion-title' }, isolated(marked(title), dir)), section.length ? h('span', { class: 'suggestion-section' }, isolated(marked(section), dir)) : ''),
      place ? h('span', { class: 'suggestion-place' }, isolated(place)) : '');
  }

  announce(count) {
    const { none, one, other } = this.dataset;
    const plural = new Intl.PluralRules(document.documentElement.lang).select(count) === 'one' ? one : other;
    this.status.textContent = count ? fill(plural, { n: count }) : none;
  }

  choose(index) {
    this.active = index;
    this.options().forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = this.options()[index];
    if (!option) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  open() {
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  // Closes the list, and for an answer under way too.
  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.asked += 1;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.choose(-1);
  }
}

customElements.define('search-box', SearchBox);
