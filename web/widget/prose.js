// prose.js - an article as elements, made one by one from lists of what it may have: no text becomes markup. Tested by tests/e2e/widget.test.mjs.

const words = (text) => new Set(text.split(' '));
const ELEMENTS = words('a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr');
const EMPTY = words('br col hr img input source wbr');
const SOURCES = words('audio img source video');
const ATTRIBUTES = words('align alt aria-label checked colspan controls datetime dir height id lang loop muted open playsinline reversed rowspan scope span start title type value width');
const CLASSES = words('admonition caution code-title important missing-image note tab tab-title table-scroll task tip undrawn warning');
const DEEPEST = 200;
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"<]*")*)>|[^<]+|</gi;
const ATTRIBUTE = /([a-z][a-z-]*)(?:="([^"]*)")?/gi;
const CHARACTERS = { amp: '&', lt: '<', gt: '>', quot: '"' };

const decoded = (text) => text.replace(/&(amp|lt|gt|quot);/g, (whole, name) => CHARACTERS[name]);

export function prose(html, { urlOf, onLink }) {
  const top = document.createDocumentFragment();
  const open = [{ element: top }];

  function start(tag, source) {
    // below the panel's own headings
    const element = document.createElement(tag.replace(/^h([2-5])$/, (whole, level) => `h${Number(level) + 1}`));
    for (const [, written, raw = ''] of source.matchAll(ATTRIBUTE)) {
      const name = written.toLowerCase();
      const value = decoded(raw);
      if (ATTRIBUTES.has(name)) element.setAttribute(name, value);
      else if (name === 'class') element.className = value.split(' ').filter((one) => CLASSES.has(one)).join(' ');
      else if (name === 'tabindex') element.tabIndex = 0; // of what scrolls
      else if (value === 'group') element.setAttribute('role', value);
      else if (name === 'href' && tag === 'a') link(element, urlOf(value));
      else if (name === 'src' && SOURCES.has(tag)) load(element, urlOf(value));
    }
    if (tag === 'pre') element.tabIndex = 0;
    if (tag === 'input') Object.assign(element, { type: 'checkbox', disabled: true });
    open.at(-1).element.append(element);
    if (!EMPTY.has(tag)) open.push({ tag, element });
  }

  function link(element, url) {
    if (!url) return;
    element.href = url.href;
    onLink(element, url);
  }

  function load(element, url) {
    if (!url?.protocol.startsWith('http')) return;
    element.loading = 'lazy';
    element.preload = 'none';
    element.src = url.href;
  }

  function end(tag) {
    const at = open.findLastIndex((one) => one.tag === tag);
    if (at > 0) open.length = at;
  }

  for (const [source, closes, name, attributes] of html.matchAll(TOKEN)) {
    const tag = name?.toLowerCase();
    if (!tag) open.at(-1).element.append(decoded(source));
    else if (ELEMENTS.has(tag) && closes) end(tag);
    else if (ELEMENTS.has(tag) && open.length <= DEEPEST) start(tag, attributes);
  }
  return top;
}
