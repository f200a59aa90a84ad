// widget.js - <signpost-help>, a button; its first focus or opening loads the panel, which may be newer. See custom-elements.json. Tested by tests/e2e/widget.test.mjs.

const LABELS = { en: 'Help', ko: '도움말', ja: 'ヘルプ' };
const TEXTS = { en: () => import('./texts/en.js'), ko: () => import('./texts/ko.js'), ja: () => import('./texts/ja.js') };
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

// What is important here wins over the page's "* { all: unset }".
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { all: initial !important; display: contents !important; color-scheme: light dark !important; }
:host([theme=light]) { color-scheme: light !important; }
:host([theme=dark]) { color-scheme: dark !important; }
:host([hidden]), :host([placement=none]) .button { display: none !important; }
.button {
  position: fixed; inset-block-end: var(--signpost-inset-block, 20px); inset-inline-end: var(--signpost-inset-inline, 20px);
  z-index: var(--signpost-z-index, 2147483000); display: inline-flex; align-items: center; gap: .5em; box-sizing: border-box;
  min-block-size: 3em; padding-block: 0; padding-inline: 1.1em 1.3em; border: 1px solid transparent; border-radius: 999px;
  background: var(--signpost-accent, #2457d6); color: var(--signpost-on-accent, #fff); box-shadow: 0 2px 6px rgb(0 0 0 / 18%), 0 8px 24px -6px rgb(0 0 0 / 30%);
  font: 600 var(--signpost-font-size, 1em)/1.3 var(--signpost-font, system-ui, sans-serif); cursor: pointer;
}
:host([placement=start]) .button { inset-inline: var(--signpost-inset-inline, 20px) auto; }
:host([placement=inline]) .button { position: static; min-block-size: 2.5em; box-shadow: none; }
.button:hover { filter: brightness(1.1); }
.button:focus-visible { outline: 3px solid var(--signpost-accent, #2457d6); outline-offset: 3px; }
svg { inline-size: 1.35em; block-size: 1.35em; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
@media (max-width: 480px), (max-height: 480px) { .button[aria-expanded=true] { visibility: hidden; } }
@media print { :host { display: none !important; } }
`);

function icon() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = svg.appendChild(document.createElementNS(svg.namespaceURI, 'path'));
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  path.setAttribute('d', 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 1 1 0-17M9.5 9.7a2.6 2.6 0 0 1 5.1.3c0 1.7-2.6 1.9-2.6 3.8M12 16.6h.01');
  return svg;
}

function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

class SignpostHelp extends HTMLElement {
  static observedAttributes = ['dir', 'label', 'lang', 'product', 'server'];
  #root = this.attachShadow({ mode: 'open' });
  #button = document.createElement('button');
  #label = document.createElement('span');
  #panel;
  #dressed;
  #asked = 0; // so many times; what is loaded late is for the last

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#button.type = 'button';
    this.#button.className = 'button';
    this.#button.part = 'button';
    this.#label.part = 'label';
    this.#button.ariaHasPopup = 'dialog';
    this.#button.ariaExpanded = 'false';
    this.#button.append(icon(), this.#label);
    this.#root.append(this.#button);
    this.#button.addEventListener('focus', () => { this.#load().catch(() => {}); });
    this.#button.addEventListener('click', () => (this.isOpen ? this.close() : this.open()));
    this.#root.addEventListener('keydown', (event) => this.#onKey(event));
  }

  connectedCallback() {
    this.#dress();
  }

  disconnectedCallback() {
    this.close();
  }

  attributeChangedCallback() {
    if (!this.isConnected) return;
    this.close();
    this.#panel = undefined;
    this.#button.nextSibling?.remove();
    this.#dress();
  }

  get server() {
    return new URL(this.getAttribute('server') || import.meta.url, document.baseURI).origin;
  }

  get language() {
    return this.closest('[lang]:not([lang=""])')?.lang ?? '';
  }

  get direction() {
    if (this.dir || !this.language) return getComputedStyle(this).direction;
    return RIGHT_TO_LEFT.test(this.language) ? 'rtl' : 'ltr';
  }

  get isOpen() {
    return this.#panel?.isOpen ?? false;
  }

  async open({ article = '', query = '' } = {}) {
    const opener = focused();
    if (this.#dressed !== this.language) this.attributeChangedCallback();
    const asked = ++this.#asked;
    try {
      const panel = await this.#load();
      if (asked === this.#asked) panel.open({ article: String(article), query: String(query), opener });
    } catch {
      if (asked === this.#asked) globalThis.open(this.server, '_blank', 'noopener');
    }
  }

  close() {
    this.#asked += 1;
    this.#panel?.close();
  }

  get #code() {
    const code = this.language.slice(0, 2).toLowerCase();
    return code in LABELS ? code : 'en';
  }

  #dress() {
    this.#dressed = this.language;
    this.#label.textContent = this.getAttribute('label') || LABELS[this.#code];
    this.#button.lang = this.getAttribute('label') ? this.language : this.#code;
    this.#button.dir = this.direction;
  }

  async #load() {
    const lang = this.#code;
    const [{ makePanel }, { default: texts }] = await Promise.all([import('./panel.js'), TEXTS[lang]()]);
    if (lang !== this.#code) return this.#load();
    this.#panel ??= makePanel(this, this.#root, { ...texts, lang });
    return this.#panel;
  }

  #onKey(event) {
    if (event.key !== 'Escape' || event.isComposing || !this.isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }
}

function helpFor(opener) {
  return document.getElementById(opener.getAttribute('aria-controls'))?.closest('signpost-help')
    ?? opener.closest('dialog')?.querySelector('signpost-help') ?? document.querySelector('signpost-help');
}

if (!customElements.get('signpost-help')) {
  customElements.define('signpost-help', SignpostHelp);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const opener = event.composedPath().find((node) => node.dataset?.signpostOpen !== undefined);
    const help = opener && helpFor(opener);
    if (!help) return;
    event.preventDefault();
    opener.focus(); // not all browsers do
    help.open({ article: opener.dataset.signpostOpen });
  });
}
