// share.js - copies an article or a section for others: its short address, links in each form, and replies that fit elsewhere, as the
// API gives them. Without scripts the short addresses stand in the article's tools. Tested by tests/e2e/share.test.mjs.

import { fill, h, icon, plain } from './dom.js';

const tools = document.querySelector('.share');
const words = tools?.dataset;

async function load(anchor) {
  const query = new URLSearchParams({ lang: words.lang, ...(anchor && { anchor }) });
  const response = await fetch(`/api/v1/articles/${encodeURIComponent(words.id)}/share?${query}`);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

// With this site before what has no host of its own.
function absolute({ address }, text) {
  return address.startsWith('/') ? text.replaceAll(address, location.origin + address) : text;
}

async function copy({ text, html }) {
  if (!html) return navigator.clipboard.writeText(text);
  const flavours = { 'text/plain': text, 'text/html': html };
  const blobs = Object.entries(flavours).map(([type, flavour]) => [type, new Blob([flavour], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

// One thing to copy: a label, the text as it will be, and the button.
function row(label, content, said, note) {
  const shown = h('p', { class: 'share-text', lang: content.lang, dir: 'auto' }, content.text);
  const button = h('button', { type: 'button', class: 'button', 'aria-label': `${words.copy}: ${label}` }, icon('copy', true), words.copy);
  button.addEventListener('click', async () => {
    try {
      await copy(content);
      said.textContent = `${words.copied}: ${label}`;
    } catch {
      getSelection().selectAllChildren(shown);
      said.textContent = words.select;
    }
  });
  return h('li', {}, h('div', { class: 'share-head' }, h('span', { class: 'share-label' }, label), note && h('span', { class: 'quiet' }, note), button), shown);
}

function rows(shared, said) {
  const of = (text) => ({ text: absolute(shared, text), lang: shared.lang });
  return [
    row(words.address, of(shared.address), said),
    row(words.link, { ...of(shared.text), html: absolute(shared, shared.html) }, said),
    row(words.markdown, of(shared.markdown), said),
    row(words.plain, of(shared.text), said),
  ];
}

function replies(shared, said) {
  return shared.replies.map(({ name, text, length, limit }) => row(name, { text: absolute(shared, text), lang: shared.lang }, said, fill(words.length, { n: length, most: limit })));
}

async function open(anchor) {
  const title = h('h2', { id: '~share', tabindex: '-1' }, words.share);
  const said = h('p', { class: 'share-said', role: 'status' });
  const close = h('button', { type: 'button', class: 'share-close', 'aria-label': words.close }, icon('close'));
  const body = h('div', { class: 'share-body' });
  const dialog = h('dialog', { class: 'share-dialog', 'aria-labelledby': '~share' }, h('div', { class: 'share-top' }, title, close), said, body);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
  try {
    const shared = await load(anchor);
    body.append(
      h('p', { class: 'share-title', lang: shared.lang }, h('bdi', {}, shared.title)),
      h('ul', {}, rows(shared, said)),
      h('h3', {}, words.replies),
      h('ul', {}, replies(shared, said)),
    );
  } catch {
    said.textContent = words.failed;
  }
}

function offer(anchor) {
  const heading = document.getElementById(anchor);
  const before = heading?.parentElement.querySelector('.anchor') ?? heading;
  if (!before?.closest('.anchored')) return;
  const label = `${words.part}: ${plain(heading.textContent)}`;
  const button = h('button', { type: 'button', class: 'share-part', 'aria-label': label, title: words.part, 'aria-haspopup': 'dialog' }, icon('share'));
  button.addEventListener('click', () => open(anchor));
  before.after(button);
}

if (tools) {
  for (const link of tools.querySelectorAll('[data-anchor]')) offer(link.dataset.anchor);
  const button = h('button', { type: 'button', class: 'share-open', 'aria-haspopup': 'dialog' }, icon('share'), words.share);
  button.addEventListener('click', () => open(''));
  tools.replaceWith(button);
}
