// dom.js - builds elements; text is always text. Tested by tests/e2e/widget.test.mjs.

const ICONS = { back: 'm14.5 6-6 6 6 6', close: 'm6 6 12 12M18 6 6 18', out: 'M14 4.5h5.5V10M19 5l-8 8M10.5 6H5v13.5h13.5V14' };

// A function is a listener; false and undefined give no attribute.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat());
  return element;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = svg.appendChild(document.createElementNS(svg.namespaceURI, 'path'));
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', name);
  svg.ariaHidden = 'true';
  path.setAttribute('d', ICONS[name]);
  return svg;
}

export const button = (attributes, ...children) => h('button', { type: 'button', ...attributes }, ...children);
export const quiet = (text) => h('p', { class: 'quiet' }, text);
// What turns a text of others ends with it.
export const isolated = (...children) => h('bdi', {}, ...children);
export const marked = (runs) => isolated(...runs.map(({ text, match }) => (match ? h('mark', {}, text) : text)));
export const outward = (href, attributes, ...children) => h('a', { href, target: '_blank', rel: 'noopener', ...attributes }, ...children);
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name]);
