// dom.js - builds elements from data; text is always text, never markup.
// Tested through its users in tests/e2e.

const INVISIBLE = /[\u00AD\u061C\u115F\u1160\u180E\u3164\uFEFF\uFFA0\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;
const joins = (letter) => letter >= '\u0080' && letter !== '\u3000' && letter !== '\u00A0';
const SVG = 'http://www.w3.org/2000/svg';

// An element. `true` gives an empty attribute, false and undefined none; of its children undefined and '' are left out.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== ''));
  return element;
}

export function icon(name, small = false) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', small ? 'icon icon-s' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${document.documentElement.dataset.icons}#${name}`);
  svg.append(use);
  return svg;
}

// Runs of text, [{text, match}], with the matches in <mark>.
export function marked(runs) {
  return runs.map((run) => (run.match ? h('mark', {}, run.text) : run.text));
}

// A text of others: its direction, and characters that turn it, end with it. `dir`: of its language.
export function isolated(children, dir) {
  return h('bdi', { dir }, children);
}

// The same text where no element can end what it turns: as without_bidi_controls() of the service.
export function plain(text) {
  let kept = '';
  let before = '';
  let joiner = '';
  for (const letter of text) {
    if (INVISIBLE.test(letter)) {
      joiner = /[\u200C\u200D]/.test(letter) && joins(before) ? letter : '';
      continue;
    }
    kept += (joins(letter) ? joiner : '') + letter;
    before = letter;
    joiner = '';
  }
  return kept;
}

// "{n} results" with {n: 3}
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// The same with an element in its place, as nodes.
export function fillWith(text, name, element) {
  const [before, after = ''] = text.split(`{${name}}`);
  return [before, element, after];
}
