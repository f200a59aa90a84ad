// article.js - what helps while reading: links to headings, copy buttons, colours in code, the contents list that follows.
// Tested by tests/e2e/article.test.mjs.

import { h, icon, plain } from './dom.js';

const WIDE = '(min-width: 1100px)';

// A short message at the foot of the page, which is also read out.
const toast = h('div', { class: 'toast', role: 'status' });
document.body.append(toast);
let toastTimer;

function say(text) {
  toast.textContent = text;
  toast.classList.add('is-shown');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => toast.classList.remove('is-shown'), 2500);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission, or not a secure origin
  }
}

function linkHeading(heading, { link, linked }) {
  const anchor = h('a', { class: 'anchor', href: `#${encodeURIComponent(heading.id)}`, 'aria-label': `${link}: ${plain(heading.textContent)}`, title: link }, icon('link'));
  anchor.addEventListener('click', async () => {
    if (await copy(anchor.href)) say(linked);
  });
  const wrap = h('div', { class: `anchored anchored-${heading.localName}` });
  heading.before(wrap);
  wrap.append(heading, anchor);
}

function dressCode(pre, texts) {
  const code = pre.querySelector('code') ?? pre;
  const language = /(?:^|\s)language-([\w+#.-]+)/.exec(code.className)?.[1];
  const button = h('button', { type: 'button' }, icon('copy'), h('span', {}, texts.copy));
  button.addEventListener('click', async () => {
    if (!(await copy(code.textContent))) return;
    button.replaceChildren(icon('check'), h('span', {}, texts.copied));
    say(texts.copied);
    setTimeout(() => button.replaceChildren(icon('copy'), h('span', {}, texts.copy)), 2500);
  });
  const wrap = h('div', { class: 'code' }, h('div', { class: 'code-bar' }, h('span', {}, language ?? ''), button));
  pre.before(wrap);
  wrap.append(pre);
  return language && { code, language };
}

function followScroll(toc) {
  const links = new Map([...toc.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let current;
  const update = () => {
    const line = window.innerHeight * 0.25;
    const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
    const heading = atEnd ? headings.at(-1) : passed.at(-1);
    const link = heading && links.get(heading.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    current = link;
    if (link && toc.scrollHeight > toc.clientHeight) toc.scrollTop = link.offsetTop - toc.clientHeight / 2;
  };
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  }, { passive: true });
  addEventListener('resize', update);
  update();
}

const coloured = [];
for (const prose of document.querySelectorAll('.prose')) {
  const texts = prose.dataset;
  for (const heading of prose.querySelectorAll(':is(h1, h2, h3, h4, h5, h6)[id]')) linkHeading(heading, texts);
  for (const pre of prose.querySelectorAll('pre')) coloured.push(dressCode(pre, texts));
}

const toc = document.querySelector('.toc');
if (toc) {
  const wide = matchMedia(WIDE);
  const unfold = () => { toc.open = wide.matches; };
  wide.addEventListener('change', unfold);
  unfold();
  followScroll(toc);
  toc.addEventListener('click', (event) => {
    if (event.target.closest('a') && !wide.matches) toc.open = false;
  });
}

const blocks = coloured.filter(Boolean);
if (blocks.length) {
  const { colour } = await import("./code.js");
  for (const { code, language } of blocks) colour(code, language);
}
