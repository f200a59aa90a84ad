// panel.js - the frame, which keeps what was shown for the way back. It is not modal: Tab leaves it. Tested by tests/e2e/widget.test.mjs.

import { button, h, icon, outward } from './dom.js';
import { Help } from './help.js';
import { sheet } from './style.js';
import { ArticleView, ContactView, SearchView } from './views.js';

class Panel {
  isOpen = false;
  #element;
  #button;
  #texts;
  #help;
  #views = [];
  #opener;

  constructor(element, root, texts) {
    this.#element = element;
    this.#button = root.querySelector('button');
    this.#texts = texts;
    this.#help = new Help({ server: element.server, lang: element.language, product: element.getAttribute('product') ?? '' });
    this.#draw(root);
    this.#views = [{ view: new SearchView(this.#context()) }];
    this.#showTop();
  }

  open({ article, query, opener }) {
    if (!this.frame.contains(opener)) this.#opener = opener;
    if (!this.isOpen) this.#appear();
    if (article || query) this.#toBottom();
    if (article) this.#goTo(new ArticleView(this.#context(), article));
    else if (query) this.#top().text = query;
    this.#top().focus();
  }

  close() {
    if (!this.isOpen) return;
    const isInside = this.frame.contains(this.#element.shadowRoot.activeElement);
    this.isOpen = false;
    this.frame.hidePopover?.();
    this.frame.hidden = true;
    this.#button.ariaExpanded = 'false';
    document.removeEventListener('focusin', this.#onFocus);
    if (isInside) (this.#opener.isConnected && this.#opener !== document.body ? this.#opener : this.#button).focus();
    this.#tell('signpost-close');
  }

  #appear() {
    this.isOpen = true;
    this.frame.hidden = false;
    this.frame.showPopover?.(); // above all that the page has
    this.#button.ariaExpanded = 'true';
    document.addEventListener('focusin', this.#onFocus);
    this.#offerContact();
    this.#tell('signpost-open');
  }

  #tell(name) {
    this.#element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }

  // No focus goes to what lies below.
  #onFocus = ({ target }) => {
    if (target === this.#element || target === document.body) return;
    const inner = target.getBoundingClientRect();
    const outer = this.frame.getBoundingClientRect();
    if (inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom) this.close();
  };

  #draw(root) {
    const texts = this.#texts;
    const label = this.#element.getAttribute('label') || texts.help;
    this.back = button({ class: 'tool', 'aria-label': texts.back, hidden: true, click: () => this.#goBack() }, icon('back'));
    this.out = outward('', { class: 'tool', 'aria-label': `${texts.out} ${texts.new_tab}`, title: texts.out }, icon('out'));
    const close = button({ class: 'tool', 'aria-label': texts.close, click: () => this.close() }, icon('close'));
    this.body = h('div', { class: 'body', part: 'body' });
    this.contact = button({ class: 'contact', part: 'contact', click: () => this.#goTo(new ContactView(this.#context())) }, texts.contact);
    this.foot = h('div', { class: 'foot', part: 'footer', hidden: true }, this.contact);
    this.status = h('p', { class: 'status', role: 'status' });
    this.frame = h('div', { class: 'panel', part: 'panel', role: 'dialog', 'aria-label': label, lang: texts.lang, dir: this.#element.direction, popover: 'manual', hidden: true },
      h('div', { class: 'head', part: 'header' }, this.back, h('p', { class: 'title', part: 'title' }, label), this.out, close), this.body, this.foot, this.status);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 1), sheet];
    root.append(this.frame);
  }

  #context() {
    return {
      help: this.#help,
      texts: this.#texts,
      say: (text) => { this.status.textContent = text; },
      openPlace: (place, q) => this.#goTo(new ArticleView(this.#context(), place, q)),
      changed: () => this.#showTop(),
    };
  }

  #top() {
    return this.#views.at(-1).view;
  }

  #leave() {
    Object.assign(this.#views.at(-1), { scrolled: this.body.scrollTop, focused: this.#element.shadowRoot.activeElement });
  }

  #goTo(view) {
    this.#leave();
    this.#views.push({ view });
    this.#showTop();
    view.focus();
  }

  #goBack() {
    this.#views.pop().view.stop();
    this.#showTop();
    const { view, scrolled, focused } = this.#views.at(-1);
    this.body.scrollTop = scrolled;
    if (focused && view.node.contains(focused)) focused.focus();
    else view.focus();
  }

  #toBottom() {
    for (const { view } of this.#views.splice(1)) view.stop();
    this.#showTop();
  }

  #showTop() {
    const view = this.#top();
    this.back.hidden = this.#views.length === 1;
    this.contact.hidden = view.isContact;
    this.out.hidden = !view.url;
    if (view.url) this.out.href = view.url;
    this.status.textContent = '';
    if (this.body.firstChild === view.node) return;
    this.body.replaceChildren(view.node);
    this.body.scrollTop = 0;
  }

  async #offerContact() {
    try {
      this.#help.reachable = await this.#help.channels();
      this.foot.hidden = this.#help.reachable.length === 0;
    } catch {
      // a search says why
    }
  }
}

export function makePanel(element, root, texts) {
  return new Panel(element, root, texts);
}
