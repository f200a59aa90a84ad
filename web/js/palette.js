// palette.js - finds what people who answer customers give to them, and copies it: a dialog over any page, or a page of its own. It is
// loaded when its key is pressed, and where it asks stands in its own address, behind "#".
// Pattern: w3.org/WAI/ARIA/apg/patterns/combobox. Tested by tests/e2e/palette.test.mjs.
//
// Nothing here ever writes to the input, and no key that belongs to an input method does anything.

import { keepLanguage, keepTexts, keptLanguage, keptTexts, noteUse, shownBefore, usedBefore, usedOften } from './palette_memory.js';
import { fill, h, icon, isolated, plain } from './dom.js';

const WAIT_MS = 50; // quiet time after a keystroke before asking
const SAID_MS = 3000;
const RISING = 5; // of what was found, so many are led by what was often used
const ICONS = { article: 'doc', section: 'list', step: 'check', reply: 'chat', request: 'mail' };
const FLAVOURS = ['copy', 'markdown', 'rich', 'open'];
const isMac = /Mac/.test(navigator.platform);
const KEYS = { copy: 'Enter', markdown: '⇧ Enter', rich: isMac ? '⌥ Enter' : 'Alt Enter', open: isMac ? '⌘ Enter' : 'Ctrl Enter' };

const base = /^#(\/[\w-]+)+\/$/.test(new URL(import.meta.url).hash) ? new URL(import.meta.url).hash.slice(1) : '/';

// The code of the request whose page this is.
function requestHere() {
  const requests = `${base}requests/`;
  return location.pathname.startsWith(requests) ? location.pathname.slice(requests.length) : '';
}

function flavourOf(event) {
  if (event.ctrlKey || event.metaKey) return 'open';
  if (event.altKey) return 'rich';
  return event.shiftKey ? 'markdown' : 'copy';
}

// Where the site does not say its own address, the one at which this browser has it is as good.
function absolute(item) {
  if (!item.url.startsWith('/')) return item;
  const url = location.origin + item.url;
  return { ...item, url, markdown: item.markdown.replace(`](${item.url})`, () => `](${url})`), html: item.html.replace(`"${item.url}"`, () => `"${url}"`) };
}

function textOf(item, flavour) {
  if (flavour === 'markdown') return item.markdown;
  return item.kind === 'reply' ? item.text : item.url;
}

async function copy(item, flavour) {
  const text = textOf(item, flavour);
  if (flavour !== 'rich') return navigator.clipboard.writeText(text);
  const part = (type, content) => ({ [type]: new Blob([content], { type }) });
  return navigator.clipboard.write([new ClipboardItem({ ...part('text/html', item.html), ...part('text/plain', text) })]);
}

class Palette {
  // `done`: what follows when something was copied or opened.
  constructor(done) {
    this.done = done;
    this.items = [];
    this.active = -1;
    this.input = h('input', { id: '~palette-words', type: 'text', role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': '~palette-list', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'go', dir: 'auto', maxlength: 400 });
    this.languageName = h('label', { for: '~palette-language' });
    this.language = h('select', { id: '~palette-language' });
    this.list = h('div', { id: '~palette-list', class: 'palette-list', role: 'listbox' });
    this.status = h('p', { class: 'palette-status', role: 'status' });
    this.actions = h('div', { class: 'palette-actions' }, FLAVOURS.map((flavour) => this.button(flavour)));
    this.element = h('div', { class: 'palette' },
      h('div', { class: 'palette-words' }, icon('search'), this.input),
      h('div', { class: 'palette-language' }, this.languageName, this.language), this.list, this.status, this.actions);
    this.listen();
    this.dress({ texts: {}, languages: [], ...keptTexts() });
    this.settings = this.fetchSettings();
  }

  button(flavour) {
    const button = h('button', { type: 'button', 'data-flavour': flavour }, h('span'), h('kbd', {}, KEYS[flavour]));
    button.addEventListener('click', () => this.act(flavour));
    return button;
  }

  listen() {
    this.input.addEventListener('input', () => this.later(WAIT_MS));
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.language.addEventListener('change', () => {
      keepLanguage(this.language.value);
      this.later(0);
      this.input.focus();
    });
    // Keeps the focus in the input when an option is pressed.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (!option) return;
      this.choose([...this.list.children].indexOf(option));
      this.act(flavourOf(event));
    });
  }

  // Puts words to everything, in the language of whoever searches.
  dress({ texts, languages, lang }) {
    this.texts = texts;
    this.languages = languages;
    this.lang = lang;
    if (lang) this.element.lang = lang;
    this.input.setAttribute('aria-label', texts.palette_words ?? '');
    this.input.placeholder = texts.palette_words ?? '';
    this.list.setAttribute('aria-label', texts.palette_list ?? '');
    this.languageName.textContent = texts.palette_language ?? '';
    const options = [['', texts.palette_automatic ?? ''], ...languages.map(({ code, name }) => [code, name])];
    this.language.replaceChildren(...options.map(([value, name]) => h('option', { value }, plain(name))));
    const kept = keptLanguage();
    this.language.value = languages.some(({ code }) => code === kept) ? kept : '';
    this.language.parentElement.hidden = languages.length < 2;
    const labels = [texts.palette_copy, texts.palette_markdown, texts.palette_rich, texts.palette_open];
    [...this.actions.children].forEach((button, at) => { button.firstChild.textContent = labels[at] ?? ''; });
  }

  async fetchSettings() {
    const settings = await this.ask('find/settings');
    if (!settings) return;
    keepTexts(settings);
    this.dress(settings);
    this.fillList(this.items, this.active);
    if (this.said) this.said();
  }

  // The JSON at this address; undefined where it was not to be had, and the palette says why.
  async ask(path, signal) {
    try {
      const response = await fetch(base + path, { signal, headers: { accept: 'application/json' } });
      if (response.ok) return await response.json();
      if ([401, 404].includes(response.status)) this.say(() => this.signedOut());
      else this.say(() => [this.texts.palette_failed ?? '']);
    } catch (error) {
      if (error.name !== 'AbortError') this.say(() => [this.texts.palette_failed ?? '']);
    }
    return undefined;
  }

  // What to say is made again when its language has come.
  say(make) {
    this.said = () => this.status.replaceChildren(...make());
    this.said();
  }

  signedOut() {
    const page = `${base}find-page?${new URLSearchParams({ q: this.text() })}`;
    const back = location.pathname.startsWith(base) ? location.pathname + location.search : page;
    const link = h('a', { href: `${base}sign-in?${new URLSearchParams({ back })}` }, this.texts.palette_sign_in ?? 'Sign in');
    return [this.texts.palette_signed_out ?? '', ' ', link];
  }

  text() {
    return this.input.value.trim();
  }

  // What was used before is there at once; all else when nothing has been typed for a moment.
  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), wait);
  }

  search() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.request?.abort();
    this.request = new AbortController();
    this.searching = this.searchNow(this.request.signal);
    return this.searching;
  }

  async searchNow(signal) {
    const text = this.text();
    if (!text) this.show(shownBefore(), text);
    // In whose language hits come first; only the first time is it not known already.
    if (!this.lang) await this.settings;
    if (signal.aborted) return;
    const query = new URLSearchParams({ q: text, from: requestHere() });
    if (this.lang) query.set('typed', this.lang);
    if (this.language.value) query.set('lang', this.language.value);
    if (!text) for (const name of usedBefore()) query.append('used', name);
    const found = await this.ask(`find?${query}`, signal);
    if (signal.aborted) return;
    if (found) this.show(this.ordered(found.items, text).map(absolute), text, found.lang);
    else this.fillList([]); // nothing of what was typed before must be taken for it
  }

  // What the person often takes leads the best of what was found.
  ordered(items, text) {
    if (!text) return items;
    const best = items.slice(0, RISING);
    const rank = (item) => (item.kind === 'request' ? 0 : usedOften(item.used) ? 1 : 2);
    return [...best.sort((a, b) => rank(a) - rank(b)), ...items.slice(RISING)];
  }

  // Resolves when what is shown is what was asked for last.
  async settled() {
    await this.settings;
    for (let searching; searching !== this.searching || this.timer;) {
      searching = this.timer ? this.search() : this.searching;
      await searching;
    }
  }

  show(items, text, lang) {
    this.wanted = lang;
    this.fillList(items);
    if (!items.length && !text) this.say(() => []);
    else this.say(() => [this.counted(items.length, text)]);
  }

  fillList(items, active = 0) {
    this.items = items;
    this.list.replaceChildren(...items.map((item, at) => this.option(item, at)));
    this.input.setAttribute('aria-expanded', String(items.length > 0));
    this.choose(items.length ? active : -1);
  }

  counted(count, text) {
    const { texts } = this;
    if (!count) return texts.palette_none ?? '';
    if (!text) return texts.palette_used ?? '';
    const one = new Intl.PluralRules(this.lang || 'en').select(count) === 'one';
    return fill((one ? texts.palette_found_one : texts.palette_found_other) ?? '', { n: count });
  }

  option(item, at) {
    const { texts } = this;
    const kinds = { section: texts.palette_kind_section, step: texts.palette_kind_step, reply: texts.palette_kind_reply, request: texts.palette_kind_request };
    const isElsewhere = item.lang && this.wanted && item.lang !== this.wanted && item.kind !== 'request';
    const name = this.languages.find(({ code }) => code === item.lang)?.name ?? item.lang;
    const badges = [kinds[item.kind], isElsewhere ? fill(texts.palette_only ?? '', { language: plain(name) }) : '', item.internal && item.kind !== 'request' ? texts.palette_internal : ''];
    return h('div', { id: `~palette-${at}`, role: 'option', 'aria-selected': 'false' },
      icon(ICONS[item.kind] ?? 'doc'),
      h('span', { class: 'palette-found' },
        h('span', { class: 'palette-title', lang: item.title_lang }, isolated(item.title)),
        item.context ? h('span', { class: 'palette-context', lang: item.title_lang }, isolated(item.context)) : ''),
      badges.filter(Boolean).map((badge) => h('span', { class: 'badge' }, badge)));
  }

  choose(index) {
    this.active = index;
    const options = [...this.list.children];
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = options[index];
    if (!option) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  onKey(event) {
    // 229 is what Safari reports for the Enter that ends a composition.
    if (event.isComposing || event.keyCode === 229) return;
    const last = this.items.length - 1;
    const plainly = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const moves = { ArrowDown: this.active < last ? this.active + 1 : 0, ArrowUp: this.active > 0 ? this.active - 1 : last, Home: 0, End: last };
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) this.act(flavourOf(event));
    } else if (plainly && event.key in moves && last >= 0) {
      event.preventDefault();
      this.choose(moves[event.key]);
    }
  }

  async act(flavour) {
    await this.settled();
    const item = this.items[this.active];
    if (!item?.markdown) return; // nothing, or of that which is only remembered
    const opens = flavour === 'open' || (flavour === 'copy' && item.kind === 'request');
    if (opens && !item.url) return;
    if (item.used) noteUse(item);
    if (opens) {
      // A request is here, whatever address customers know this site by.
      const url = item.kind === 'request' ? `${base}requests/${encodeURIComponent(item.id)}` : item.url;
      this.done();
      if (flavour === 'open') window.open(url, '_blank', 'noopener');
      else location.assign(url);
      return;
    }
    const title = plain(item.title);
    try {
      await copy(item, flavour);
    } catch {
      this.say(() => [fill(this.texts.palette_not_copied ?? '', { title: textOf(item, flavour) })]);
      return;
    }
    const missing = item.missing?.map((name) => `{{${name}}}`).join(' ');
    const more = missing ? ` ${fill(this.texts.palette_missing ?? '', { names: missing })}` : '';
    const copied = item.internal && item.kind !== 'reply' && item.kind !== 'request' ? this.texts.palette_copied_internal : this.texts.palette_copied;
    this.done(fill(copied ?? '{title}', { title }) + more);
  }
}

function styles() {
  const link = h('link', { rel: 'stylesheet', href: new URL('../css/palette.css', import.meta.url).pathname });
  document.head.append(link);
  return new Promise((resolve) => { for (const event of ['load', 'error']) link.addEventListener(event, resolve); });
}

// Says something below the page that is there again.
function toaster() {
  const toast = h('div', { class: 'palette-toast', role: 'status' });
  document.body.append(toast);
  let timer;
  return (text, lang) => {
    clearTimeout(timer);
    toast.lang = lang;
    toast.textContent = '';
    requestAnimationFrame(() => { toast.textContent = text; });
    timer = setTimeout(() => { toast.textContent = ''; }, SAID_MS);
  };
}

let dialog;
let palette;

function makeDialog() {
  const toast = toaster();
  dialog = h('dialog', { class: 'palette-dialog' });
  palette = new Palette((text) => {
    dialog.close();
    if (text) toast(text, palette.lang ?? '');
  });
  const close = h('button', { type: 'button', class: 'palette-close' }, icon('close'));
  close.addEventListener('click', () => dialog.close());
  dialog.append(close, palette.element);
  // Keys of the page below do nothing meanwhile, and a press beside it closes it.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('mousedown', (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('cancel', (event) => { if (palette.composing) event.preventDefault(); });
  palette.input.addEventListener('compositionstart', () => { palette.composing = true; });
  palette.input.addEventListener('compositionend', () => { palette.composing = false; });
  const name = () => {
    dialog.lang = palette.lang ?? '';
    dialog.setAttribute('aria-label', palette.texts.palette_title ?? '');
    close.setAttribute('aria-label', palette.texts.palette_close ?? '');
  };
  name();
  palette.settings.then(name);
  document.body.append(dialog);
  dialog.classList.add('is-bare');
  styles().then(() => dialog.classList.remove('is-bare'));
}

// Over the page; the browser gives the focus back when it is closed.
export function open() {
  if (!palette) makeDialog();
  if (dialog && !dialog.open) {
    dialog.showModal();
    palette.search();
  }
  palette.input.focus();
  palette.input.select();
}

// In place of what is in `element`, with these words in it.
function mount(element, words) {
  const toast = toaster();
  palette = new Palette((text) => { if (text) toast(text, palette.lang ?? ''); });
  palette.input.value = words;
  element.replaceChildren(palette.element);
  palette.input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && event.keyCode !== 229) window.close();
  });
  palette.search();
  palette.input.focus();
}

// Its key, in text fields too: as it is, and as it is while Hangul or kana are typed.
function onKey(event) {
  if (!/^[kㅏの]$/i.test(event.key) || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  open();
}

addEventListener('keydown', onKey, true);

// Its page says what it is to show; everywhere else it was loaded to be opened.
const page = document.getElementById('palette-page');
if (page) mount(page, document.getElementById('q').value);
else open();
