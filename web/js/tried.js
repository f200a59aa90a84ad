// tried.js - an answer out of a section whose steps the visitor has ticked as tried in this tab is folded: they need no basics again. Nothing
// is sent for it. Tested by tests/e2e/request_form.test.mjs.

import { h } from './dom.js';
import { trail } from './trail.js';

const tried = new Set(trail().tried.map(({ value }) => value.split('#').slice(0, 2).join('#')));

// ID#ANCHOR of a link to an article; browsers keep what it marks there to themselves, or leave it at the end of the address.
function nameOf(link) {
  const { pathname, hash } = new URL(link.href);
  return `${decodeURIComponent(pathname.split('/').at(-1))}#${decodeURIComponent(hash.slice(1).split(':~:')[0])}`;
}

function fold(answer) {
  const quoted = answer.querySelector(':scope > .prose');
  const source = answer.querySelector('.answer-source a');
  if (!quoted || !source || !tried.has(nameOf(source))) return;
  const folded = h('details', { class: 'answer-tried' }, h('summary', {}, document.querySelector('main').dataset.tried));
  quoted.replaceWith(folded);
  folded.append(quoted);
}

for (const answer of document.querySelectorAll('.answer')) {
  fold(answer);
  new MutationObserver(() => fold(answer)).observe(answer, { childList: true });
}
