// page_judge.mjs - says what is in a page that must not be there, whoever's text the page shows. It knows the templates of
// web/ and the allow-list of articles, not how the sanitiser works. Used by hostile.test.mjs.

import { parse } from 'parse5';

// All elements of a page (a Document) as plain values. Runs in the browser, so it must need nothing from here.
export function elementsOfPage(page = document) {
  return [...page.querySelectorAll('*')].map((element) => ({
    name: element.localName,
    space: element.namespaceURI,
    attributes: [...element.attributes].map(({ name, value }) => [name, value]),
    prose: Boolean(element.parentElement?.closest('.prose')),
    text: element.localName === 'script' ? element.textContent : '',
  }));
}

// The same of a page's bytes, read by a parser that follows the HTML standard.
export function elementsOfText(html, scriptingEnabled) {
  const elements = [];
  const open = [[parse(html, { scriptingEnabled }), false]];
  while (open.length) {
    const [node, prose] = open.pop();
    const attributes = (node.attrs ?? []).map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]);
    if (node.tagName) {
      const text = node.tagName === 'script' ? node.childNodes.map((child) => child.value).join('') : '';
      elements.push({ name: node.tagName, space: node.namespaceURI, attributes, prose, text });
    }
    const inside = prose || attributes.some(([name, value]) => name === 'class' && value.split(' ').includes('prose'));
    for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]) open.push([child, inside]);
  }
  return elements;
}

// What is wrong with these elements, as texts. `stranger`: the page shows posts, whose images are never from elsewhere.
// Runs in the browser too.
export function violations(elements, { origin, stranger }) {
  const words = (text) => new Set(text.split(' '));
  const PROSE = words('a abbr audio b bdi bdo blockquote br button caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup svg table tbody td tfoot th thead time tr track u ul use var video wbr');
  const PAGE = words('a article aside b bdi body button details div fieldset footer form h1 h2 h3 head header html input kbd label legend li link main mark meta nav ol option p script search-box section select span strong summary svg table tbody td textarea tfoot th thead theme-toggle time title tr ul use');
  const ATTRIBUTES = words('action align alt aria-activedescendant aria-autocomplete aria-busy aria-controls aria-current aria-expanded aria-haspopup aria-hidden aria-label aria-labelledby aria-selected autocapitalize autocomplete charset checked class colspan content controls datetime default dir disabled enterkeyhint for height hidden href hreflang id kind label lang loading loop maxlength media muted name open placeholder playsinline poster preload property rel reversed role rowspan scope sizes span spellcheck src srclang srcset start tabindex title type value width');
  const NAMED = words('input meta');
  // Of the form below an article.
  const NAMED_OF_OURS = words('button select textarea');
  const ATTRIBUTES_OF_OURS = words('inputmode max method min required rows');
  // Of the box beside a step, where our script puts it.
  const ATTRIBUTES_OF_STEPS = words('data-anchor data-step');
  const found = [];
  const ids = new Set();

  const protocolOf = (value) => {
    try { return new URL(value, origin).protocol; } catch { return 'none:'; }
  };
  const isOurs = (value) => new URL(value, origin).origin === origin;

  const checkUrl = ({ name }, attribute, value) => {
    const allowed = name === 'img' && !stranger && /^data:image\/(png|jpe?g|gif|webp);base64,/i.test(value) ? ['data:'] : ['http:', 'https:', ...(name === 'a' ? ['mailto:', 'tel:', 'none:'] : [])];
    if (!allowed.includes(protocolOf(value))) found.push(`${name} ${attribute}=${value}`);
    else if (name === 'img' && stranger && !isOurs(value)) found.push(`image from elsewhere ${value}`);
  };

  const checks = {
    script: ({ attributes, prose, text }) => {
      const { src, type } = Object.fromEntries(attributes);
      if (prose) return false;
      if (type === 'application/ld+json' && src === undefined) return !text.includes('<') && Boolean(JSON.parse(text));
      return type === 'module' && src?.startsWith('/assets/') && text === '';
    },
    meta: ({ attributes, prose }) => !prose && attributes.every(([name]) => ['charset', 'name', 'content', 'property'].includes(name)),
    link: ({ attributes }) => {
      const { rel, href } = Object.fromEntries(attributes);
      return rel === 'stylesheet' ? href.startsWith('/assets/') : ['icon', 'canonical', 'alternate', 'prev', 'next'].includes(rel);
    },
    form: ({ attributes }) => /^\/(search|[a-z]{2}\/(ask|feedback|outcomes))$/.test(Object.fromEntries(attributes).action),
    input: ({ attributes, prose }) => {
      const { type, name, disabled, 'aria-label': label } = Object.fromEntries(attributes);
      return prose ? type === 'checkbox' && (disabled !== undefined || label !== undefined) : ['q', 'lang', 'id', 'reason', 'outcome', 'to', 'step', 'source'].includes(name) && ['search', 'hidden', 'radio', 'number'].includes(type);
    },
    // Beside a step: "I have tried this". Authors' own have become their text.
    label: ({ attributes, prose }) => !prose || Object.fromEntries(attributes).class === 'tried',
    use: ({ attributes }) => attributes.every(([name, value]) => name === 'href' && value.startsWith('/assets/')),
  };

  for (const element of elements) {
    const { name, space, attributes, prose } = element;
    const drawing = name === 'svg' || name === 'use';
    if (space !== (drawing ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1999/xhtml')) found.push(`foreign ${name}`);
    if (!(prose ? PROSE : PAGE).has(name) && !(PROSE.has(name) && prose)) found.push(`element ${name}`);
    if (checks[name] && !checks[name](element)) found.push(`${name} ${JSON.stringify(attributes)}`);
    for (const [attribute, value] of attributes) {
      const isOurOwn = prose ? name === 'label' && ATTRIBUTES_OF_STEPS.has(attribute) : attribute.startsWith('data-') || ATTRIBUTES_OF_OURS.has(attribute);
      if (!ATTRIBUTES.has(attribute) && !isOurOwn) found.push(`attribute ${name} ${attribute}`);
      if (attribute === 'name' && !NAMED.has(name) && (prose || !NAMED_OF_OURS.has(name))) found.push(`named ${name} ${value}`);
      if (['href', 'src', 'action', 'poster'].includes(attribute)) checkUrl(element, attribute, value);
      if (attribute === 'srcset') for (const one of value.split(', ')) checkUrl(element, attribute, one.split(' ')[0]);
      if (attribute !== 'id') continue;
      if (ids.has(value)) found.push(`repeated id ${value}`);
      ids.add(value);
    }
  }
  return found;
}
