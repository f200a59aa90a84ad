// results_view.js - draws an answer of the search API as templates/results.html, hit.html and facets.html do on the server.
// Tested by tests/e2e/results.test.mjs, which holds both drawings against each other.

import { fill, h, icon, isolated, marked, plain } from './dom.js';

const SINGLE = new Set(['lang', 'per_page', 'correct', 'explain']);

// Shows `answer` (GET /api/v1/search) on the results page. `parameters` are those of the page's URL, `texts` the strings of its language.
export function renderResults(page, answer, parameters, texts) {
  const view = new ResultsView(answer, parameters, texts);
  const text = plain(answer.query.text);
  const byId = (id) => document.getElementById(id);
  page.classList.toggle('is-start', !text);
  page.querySelector('h1').replaceChildren(...(text ? [texts.results_before, isolated(text), texts.results_after] : [texts.results_title]));
  document.title = document.title.replace(/^.*(?= · )/, () => text || texts.results_title);
  byId('found-head').replaceChildren(...view.head());
  byId('hits').replaceChildren(...answer.hits.map((hit) => view.hit(hit)));
  byId('pages').replaceChildren(...view.pages());
  byId('pages').hidden = answer.query.pages < 2;
  byId('empty').hidden = answer.hits.length > 0;
  page.querySelector('.facet-list').replaceChildren(...view.facets());
}

class ResultsView {
  constructor(answer, parameters, texts) {
    this.answer = answer;
    this.parameters = carried(answer.query, parameters);
    this.texts = texts;
    this.lang = document.documentElement.lang;
    this.plurals = new Intl.PluralRules(this.lang);
  }

  // The URL of this page with other parameters; page 1 unless it says so.
  url(change) {
    const parameters = new URLSearchParams(this.parameters);
    change(parameters);
    return `/search?${parameters}`;
  }

  count(key, n) {
    const form = this.plurals.select(n) === 'one' ? 'one' : 'other';
    return fill(this.texts[`${key}_${form}`], { n: n.toLocaleString('en') });
  }

  label(facet, { value, label }) {
    return this.texts[`${facet}_${value}`] ?? label;
  }

  without(facet, value) {
    return this.url((parameters) => {
      const others = parameters.getAll(facet).filter((one) => one !== value);
      parameters.delete(facet);
      for (const other of others) parameters.append(facet, other);
    });
  }

  head() {
    const { query, total, total_exact: exact, took_ms: took } = this.answer;
    const limits = [
      ...(query.truncated ? [h('p', { class: 'notice' }, this.texts.truncated)] : []),
      ...(query.filters_truncated ? [h('p', { class: 'notice' }, fill(this.texts.filters_truncated, { n: this.chosen().length }))] : []),
    ];
    if (!query.text) return [...limits, ...this.chips()];
    const count = exact ? this.count('results', total) : fill(this.texts.results_about_other, { n: total.toLocaleString('en') });
    return [
      h('p', { class: 'found-count', role: 'status', tabindex: -1 }, `${count} `, h('span', { class: 'quiet' }, `· ${Math.round(took * 10) / 10} ms`)),
      ...this.corrected(),
      ...limits,
      ...this.chips(),
    ];
  }

  corrected() {
    const { corrected, text } = this.answer.query;
    if (!corrected) return [];
    const t = this.texts;
    const instead = this.url((parameters) => parameters.set('correct', '0'));
    return [h('p', { class: 'corrected' }, t.corrected_before, h('strong', {}, isolated(corrected)), `${t.corrected_after} `, t.instead_before, h('a', { href: instead }, isolated(text)), t.instead_after)];
  }

  chosen() {
    return this.answer.facets.flatMap(({ name, values }) => this.parameters.getAll(name)
      .map((wanted) => ({ name, value: values.find(({ value }) => value === wanted) ?? { value: wanted, label: wanted } })));
  }

  chips() {
    const chosen = this.chosen();
    if (!chosen.length) return [];
    const clear = this.url((parameters) => {
      for (const { name } of chosen) parameters.delete(name);
    });
    return [h('ul', { class: 'chips', 'aria-label': this.texts.filters_active },
      chosen.map(({ name, value }) => h('li', {}, h('a', { class: 'chip', href: this.without(name, value.value), rel: 'nofollow' },
        h('span', { class: 'hidden-text' }, `${this.texts.filters_remove}: `), isolated(this.label(name, value)), icon('close', true)))),
      h('li', {}, h('a', { class: 'chip-clear', href: clear, rel: 'nofollow' }, this.texts.filters_clear)))];
  }

  hit(hit) {
    const community = hit.kind === 'community';
    const places = [hit.category_name, ...hit.section.path].filter(Boolean).flatMap((name, index) => [index ? ' › ' : '', isolated(name)]);
    return h('li', { class: 'hit', lang: hit.lang },
      h('p', { class: 'hit-path', lang: hit.other_language ? this.lang : undefined }, 
        h('span', { class: 'badge' }, icon(community ? 'chat' : 'doc', true), this.texts[`kind_${hit.kind}`]),
        hit.other_language ? h('span', { class: 'badge badge-lang' }, isolated(languageName(hit.lang))) : '',
        h('span', { class: 'path' }, places)),
      h('h2', {}, h('a', { href: hit.section.url || hit.url }, isolated(marked(hit.title_runs)))),
      h('p', { class: 'hit-text' }, isolated(marked(hit.snippet))),
      h('p', { class: 'hit-meta', lang: this.lang }, this.facts(hit)));
  }

  facts(hit) {
    const facts = [];
    if (hit.solved) facts.push(h('span', { class: 'badge badge-good' }, icon('check', true), this.texts.solved));
    if (hit.kind === 'community') facts.push(h('span', {}, this.count('answers', hit.answers)), h('span', {}, this.count('votes', hit.votes)));
    if (hit.updated) facts.push(h('span', {}, day(hit.updated, this.lang)));
    return facts;
  }

  facets() {
    return this.answer.facets.filter((facet) => facet.values.length).map(({ name, values }) => h('section', { class: 'facet' },
      h('h2', {}, this.texts[`facet_${name}`]),
      h('ul', {}, values.map((value) => {
        const href = value.selected ? this.without(name, value.value) : this.url((parameters) => parameters.append(name, value.value));
        return h('li', {}, h('a', { href, rel: 'nofollow', 'aria-current': value.selected ? 'true' : undefined },
          h('span', { class: 'tick' }, icon('check', true)),
          h('span', { class: 'facet-name' }, isolated(this.label(name, value))),
          h('span', { class: 'facet-count' }, value.count.toLocaleString('en'))));
      }))));
  }

  pages() {
    const { page, pages } = this.answer.query;
    if (pages < 2) return [];
    const to = (number) => this.url((parameters) => {
      if (number > 1) parameters.set('page', number);
    });
    const first = Math.max(1, Math.min(page - 3, pages - 6));
    const numbers = Array.from({ length: Math.min(7, pages) }, (_, index) => first + index);
    return [
      page > 1 ? h('a', { class: 'page-step', href: to(page - 1), rel: 'prev' }, icon('left', true), this.texts.previous) : '',
      ...numbers.map((number) => h('a', { href: to(number), 'aria-current': number === page ? 'page' : undefined }, number)),
      page < pages ? h('a', { class: 'page-step', href: to(page + 1), rel: 'next' }, this.texts.next, icon('right', true)) : '',
    ].filter(Boolean);
  }
}

// What the page's other views have in common with it: the words and filters that counted, and what says how to show them.
function carried(query, parameters) {
  const kept = new URLSearchParams(query.text ? { q: query.text } : {});
  for (const [name, value] of parameters) {
    const counts = name in query.filters ? query.filters[name].includes(value) && !kept.getAll(name).includes(value) : SINGLE.has(name) && value && !kept.has(name) && (name !== 'lang' || value === document.documentElement.lang);
    if (counts) kept.append(name, value);
  }
  return kept;
}

// The language's own name, as the language menu gives it.
function languageName(code) {
  return document.querySelector(`.menu a[data-lang="${CSS.escape(code)}"]`)?.textContent.trim() ?? code;
}

// "2026-11-22" as the service writes it.
function day(iso, lang) {
  const locale = lang === 'en' ? 'en-GB' : lang;
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: lang === 'en' ? 'short' : 'long', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${iso}T00:00Z`));
}
