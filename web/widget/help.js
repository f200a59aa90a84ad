// help.js - asks the help centre, and remembers in memory what for. Tested by tests/e2e/widget.test.mjs.

const MOST_LINES = 10; // of each kind: an address holds them

const pairs = (lists) => new URLSearchParams(Object.entries(lists).flatMap(([name, values]) => [values].flat().filter(Boolean).map((value) => [name, value])));

export class Help {
  #server;
  #lang;
  #product;
  #packet = { questions: [], read: [], answers: [] };

  constructor({ server, lang, product }) {
    this.#server = server;
    this.#lang = lang;
    this.#product = product;
  }

  async #get(path, parameters, signal) {
    const response = await fetch(`${this.#server}/api/v1/${path}?${pairs({ ...parameters, lang: this.#lang })}`, { signal, credentials: 'omit' });
    if (!response.ok) throw Object.assign(new Error(response.statusText), { status: response.status });
    return response.json();
  }

  async #getOfProduct(path, parameters, signal, isNothing) {
    const found = await this.#get(path, { ...parameters, product: this.#product }, signal);
    return this.#product && isNothing(found) ? this.#get(path, parameters, signal) : found;
  }

  search(q, signal) {
    return this.#getOfProduct('search', { q, kind: q ? [] : 'help', per_page: 6 }, signal, ({ hits }) => !hits.length);
  }

  async answer(q, signal) {
    return (await this.#getOfProduct('answer', { q, not: this.#packet.answers }, signal, ({ answer }) => !answer)).answer;
  }

  // `q`: of the results that it is opened from, which is counted.
  article(id, q, signal) {
    return this.#get(`articles/${encodeURIComponent(id)}`, { q }, signal);
  }

  async channels() {
    return (await this.#get('channels', { product: this.#product })).channels.filter(({ url }) => url);
  }

  url(address, base = this.#server) {
    try {
      const url = new URL(address, base);
      return /^(https?|mailto|tel):$/.test(url.protocol) ? url : undefined;
    } catch {
      return undefined;
    }
  }

  place(url) {
    const [, id] = (url?.origin === this.#server && /^(?:\/[a-z]{2,3}(?:-[a-z0-9-]+)?)?\/articles\/((?!.*\.md$)[^/]+)$/.exec(url.pathname)) || [];
    try {
      return id && decodeURIComponent(id + url.hash);
    } catch {
      return undefined; // "%" alone
    }
  }

  parts(place) {
    const [id, ...anchor] = place.split('#');
    return [id, anchor.join('#')];
  }

  note(kind, value) {
    if (value) this.#packet[kind] = [...this.#packet[kind].filter((one) => one !== value), value].slice(-MOST_LINES);
  }

  // Behind '#', which no browser sends.
  formUrl(address) {
    const url = this.url(address);
    const packet = pairs({ ...this.#packet, product: this.#product });
    if (url && `${packet}`) url.hash = `packet&${packet}`;
    return url;
  }
}
