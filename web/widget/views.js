// views.js - what the panel shows: the search, an article, the ways to people. Tested by tests/e2e/widget.test.mjs.

import { button, fill, h, isolated, marked, outward, quiet } from './dom.js';
import { prose } from './prose.js';

const WAIT_MS = 120; // of quiet before a search
const SETTLED_MS = 700; // of quiet before a text counts as asked

class View {
  constructor(context) {
    Object.assign(this, context);
  }

  stop() {
    this.asking?.abort();
  }

  // Drops what was asked before.
  async ask(get, show, fail) {
    this.stop();
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const got = await get(signal);
      if (!signal.aborted) show(got);
    } catch ({ status }) {
      if (!signal.aborted) fail({ 404: this.texts.gone, 429: this.texts.busy }[status] ?? this.texts.failed);
    }
  }

  again(click) {
    return button({ class: 'plain', click }, this.texts.again);
  }

  day(date) {
    return fill(this.texts.updated, { date: new Intl.DateTimeFormat(this.texts.lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(date)) });
  }

  prose(html, base, attributes) {
    return h('div', { class: 'prose', part: 'article', ...attributes }, prose(html, {
      urlOf: (address) => this.help.url(address, base),
      onLink: (link, url) => this.lead(link, url),
    }));
  }

  lead(link, url) {
    const place = this.help.place(url);
    if (!place) {
      Object.assign(link, { target: '_blank', rel: 'noopener' });
      return;
    }
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.follow(place);
    });
  }

  follow(place) {
    this.openPlace(place);
  }
}

export class SearchView extends View {
  quoted = h('div');
  found = h('div');

  constructor(context) {
    super(context);
    const { search } = this.texts;
    this.input = h('input', { type: 'search', part: 'input', 'aria-label': search, placeholder: search, autocomplete: 'off', enterkeyhint: 'search', maxlength: 400, dir: 'auto', input: () => this.askSoon() });
    const form = h('form', { role: 'search', 'aria-label': search, submit: (event) => this.onSubmit(event) }, this.input);
    this.node = h('div', { class: 'view', keydown: (event) => this.onKey(event) }, form, this.quoted, this.found);
  }

  follow(place) {
    this.openPlace(place, this.text);
  }

  focus() {
    this.input.focus();
    this.input.select();
    if (!this.asking) this.search();
  }

  get text() {
    return this.input.value.trim();
  }

  set text(text) {
    this.input.value = text;
    this.search();
    this.quote();
  }

  onSubmit(event) {
    event.preventDefault();
    if (!this.committing) this.text = this.input.value;
  }

  onKey(event) {
    // An input method's Enter; 229 is Safari's.
    if (event.isComposing || event.keyCode === 229) {
      this.committing = true;
      setTimeout(() => { this.committing = false; });
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [this.input, ...this.found.querySelectorAll('a')];
    const next = step && stops.includes(event.target) && stops[stops.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  askSoon() {
    clearTimeout(this.timer);
    clearTimeout(this.settling);
    this.timer = setTimeout(() => this.search(), WAIT_MS);
    this.settling = setTimeout(() => this.quote(), SETTLED_MS);
  }

  search() {
    clearTimeout(this.timer);
    const { text } = this;
    if (this.quotedFor !== text) this.quoted.replaceChildren();
    return this.ask(
      (signal) => this.help.search(text, signal),
      (found) => this.show(text, found),
      (why) => {
        this.found.replaceChildren(quiet(why), this.again(() => { this.text = text; }));
        this.say(why);
      },
    );
  }

  show(text, { hits, total, incidents, query }) {
    const { texts } = this;
    const form = new Intl.PluralRules(texts.lang).select(total) === 'one' ? texts.found_one : texts.found_other;
    const said = total ? fill(form, { n: total }) : texts.nothing;
    this.found.replaceChildren(
      ...incidents.map(({ title, url, lang }) => h('p', { class: 'incident', part: 'incident' }, texts.incident, ' ', outward(this.help.url(url), { lang }, isolated(title)))),
      ...(query.corrected ? [quiet(isolated(fill(texts.corrected, { text: query.words.join(' ') })))] : []),
      ...(text && total ? [] : [quiet(text ? said : texts.hint)]),
      h('ul', { class: 'list', 'aria-label': texts.results, hidden: !total }, hits.map((hit) => this.hit(text, hit))),
    );
    if (text) this.say(said);
  }

  hit(text, { title_runs: title, snippet, section, url, kind, lang, dir }) {
    const address = this.help.url(section.url || url);
    const path = isolated(section.path.join(' › '));
    const link = h('a', { href: address, class: 'hit', part: 'result', lang, dir, click: () => this.help.note('questions', text) },
      h('b', {}, marked(title)), h('small', {}, path), h('small', { class: 'snippet' }, marked(snippet)));
    this.lead(link, kind === 'help' ? address : undefined);
    return h('li', {}, link);
  }

  async quote() {
    clearTimeout(this.settling);
    const { text } = this;
    const { signal } = this.asking;
    if (!text) return;
    this.help.note('questions', text);
    try {
      const answer = await this.help.answer(text, signal);
      if (signal.aborted) return;
      this.quotedFor = text;
      this.quoted.replaceChildren(...(answer ? [this.quotation(answer)] : []));
    } catch {
      // the search says why
    }
  }

  quotation({ html, source }) {
    const address = this.help.url(source.url);
    const link = h('a', { href: address }, isolated(source.title));
    this.lead(link, source.kind === 'help' ? address : undefined);
    const reject = () => {
      this.help.note('answers', `${source.id}#${source.anchor}`);
      this.input.focus();
      this.quote();
    };
    return h('section', { class: 'answer', part: 'answer' },
      h('h2', {}, this.texts.answer),
      h('blockquote', {}, this.prose(html, address, { lang: source.lang, dir: 'auto' })),
      h('p', {}, link, ' ', h('small', {}, this.day(source.updated))),
      button({ class: 'plain', click: reject }, this.texts.not_it));
  }
}

export class ArticleView extends View {
  constructor(context, place, q) {
    super(context);
    this.q = q;
    [this.id, this.anchor] = this.help.parts(place);
    this.heading = h('h2', { tabindex: -1 }, this.texts.loading);
    this.node = h('article', { class: 'view' }, this.heading);
    this.load();
  }

  focus() {
    this.heading.focus({ preventScroll: true });
  }

  load() {
    return this.ask(
      (signal) => this.help.article(this.id, this.q, signal),
      (article) => this.show(article),
      (why) => {
        this.heading.textContent = why;
        this.node.replaceChildren(this.heading, this.again(() => this.load()));
        this.focus();
      },
    );
  }

  show({ title, html, url, updated, lang, dir }) {
    this.url = this.help.url(url).href;
    this.heading.replaceChildren(isolated(title));
    Object.assign(this.heading, { lang, dir });
    this.text = this.prose(html, this.url, { lang, dir, tabindex: 0, role: 'group', 'aria-label': title });
    const hadFocus = this.node.contains(this.node.getRootNode().activeElement);
    this.node.replaceChildren(this.heading, quiet(this.day(updated)), this.text);
    this.changed();
    if (hadFocus) this.focus();
    this.follow(`${this.id}#${this.anchor}`, hadFocus);
  }

  follow(place, focuses = true) {
    const [id, anchor] = this.help.parts(place);
    if (id !== this.id) {
      super.follow(place);
      return;
    }
    this.help.note('read', `${id}#${anchor}`);
    const target = [...this.text.querySelectorAll('[id]')].find((one) => one.id === anchor);
    if (!target) return;
    target.scrollIntoView();
    if (target.tabIndex < 0) target.tabIndex = -1;
    if (focuses) target.focus({ preventScroll: true });
  }
}

export class ContactView extends View {
  isContact = true;

  constructor(context) {
    super(context);
    this.heading = h('h2', { tabindex: -1 }, this.texts.contact);
    const hasForm = this.help.reachable.some(({ kind }) => kind === 'form');
    this.node = h('div', { class: 'view' }, this.heading, hasForm ? quiet(this.texts.contact_lead) : '', h('ul', { class: 'list' }, this.help.reachable.map((channel) => this.channel(channel))));
  }

  focus() {
    this.heading.focus();
  }

  channel({ kind, url, name, text, open }) {
    const { texts } = this;
    const address = kind === 'form' ? this.help.formUrl(url) : this.help.url(url);
    const label = [h('b', {}, isolated(name)), h('small', {}, open ? texts.open_now : texts.closed_now), h('small', {}, isolated(text))];
    const isPage = /^http/.test(address);
    return h('li', {}, isPage ? outward(address, { class: 'hit' }, label, h('span', { class: 'hidden' }, texts.new_tab)) : h('a', { href: address, class: 'hit' }, label));
  }
}
