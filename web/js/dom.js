// dom.js - builds elements from data; text is always text, never markup.
// Tested through its users in tests/e2e.

const SVG = 'http://www.w3.org/2000/svg';

// An element with attributes (a boolean true gives an empty one, false and undefined none) and children (nodes or strings;
// undefined and '' are left out).
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

// Runs of text as the API gives them, [{text, match}], with the matches in <mark>.
export function marked(runs) {
  return runs.map((run) => (run.match ? h('mark', {}, run.text) : run.text));
}

// "{n} results" with {n: 3}
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
