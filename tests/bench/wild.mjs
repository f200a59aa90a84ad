// wild.mjs ORIGIN NAME REPORT - reads the addresses of a help centre's pages (one a line on standard input), asks ORIGIN for each, and
// prints a row of wild.sh's table: NAME, what the indexer's REPORT says, how many pages there are, on how many of them markup was left
// in the text, by kind, and the links and pictures that lead nowhere. Three examples of each kind go to standard error.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [origin, name, reportFile] = process.argv.slice(2);
const kConcurrent = 8;
const kExamples = 3;

// What a reader should never see outside of code, each with how it looks in the text of a page.
const kLeftovers = {
  ':::': /:::/,
  '{{': /\{\{/,
  '{%': /\{%/,
  'import ': /^\s*(?:import\s[^\n]*\bfrom\s*['"]|import\s*['"]|export\s+(?:const|default|function)\b)/m,
  '[[': /\[\[[^\]\n]+\]\]/,
  ' #}': /\{:?\s*[#.][\w-][^}\n]*\}|\s#\}/,
  '**': /\*\*\S/,
  '!!!': /^\s*(?:!!!|\?\?\?\+?)\s+\w/m,
  '<Tag': /<\/?[A-Z][A-Za-z.]*[\s/>]/,
  '{/*': /\{\/\*/,
  '%%': /%%\S[^%\n]*%%/,
  '==': /(?:^|\s)==[^=\s][^=\n]*==/,
  '[TOC]': /\[\[?_?toc_?\]\]?/i,
};

const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]);

// The page's title and the article: what its writer answers for.
function article(html) {
  const prose = html.indexOf('class="prose"');
  const body = prose < 0 ? '' : html.slice(html.indexOf('>', prose) + 1, html.indexOf('</article>', prose));
  return { title: /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '', body };
}

// Ends of blocks are ends of lines; code is no text.
const text = (html) =>
  unescaped(
    html
      .replace(/<(pre|code|math|svg|script|style)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<\/(?:p|h\d|li|td|th|div|summary|dt|dd)>|<br>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );

const answers = new Map();
const get = (path) => {
  if (!answers.has(path)) {
    answers.set(
      path,
      (async () => {
        const response = await fetch(origin + path, { redirect: 'follow' });
        const isPage = response.headers.get('content-type')?.startsWith('text/html');
        const body = isPage ? await response.text() : (await response.arrayBuffer(), '');
        return { status: response.status, body, ids: new Set([...body.matchAll(/\sid="([^"]*)"/g)].map((m) => unescaped(m[1]))) };
      })(),
    );
  }
  return answers.get(path);
};

const found = { pages: 0, refused: 0, touched: 0, leftovers: {}, links: 0, dead_links: 0, dead_anchors: 0, pictures: 0, dead_pictures: 0 };
const examples = {};
const note = (kind, place) => {
  examples[kind] ??= [];
  if (examples[kind].length < kExamples) examples[kind].push(place);
};

async function follow(page, link) {
  const url = new URL(unescaped(link), origin + page);
  if (url.origin !== origin) return;
  const path = url.pathname + url.search;
  found.links += 1;
  const target = await get(path);
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (target.status >= 400) {
    found.dead_links += 1;
    note('dead link', `${page} -> ${path}`);
  } else if (anchor && !anchor.startsWith(':~:') && !target.ids.has(anchor)) {
    found.dead_anchors += 1;
    note('dead anchor', `${page} -> ${path}#${anchor}`);
  }
}

async function look(page) {
  const answer = await get(page);
  found.pages += 1;
  if (answer.status !== 200) {
    found.refused += 1;
    note(`status ${answer.status}`, page);
    return;
  }
  const { title, body } = article(answer.body);
  const shown = `${text(title)}\n${text(body)}`;
  let touched = false;
  for (const [kind, pattern] of Object.entries(kLeftovers)) {
    const match = pattern.exec(shown);
    if (!match) continue;
    touched = true;
    found.leftovers[kind] = (found.leftovers[kind] ?? 0) + 1;
    note(kind, `${page}: ${shown.slice(Math.max(0, match.index - 10), match.index + 50).replace(/\s+/g, ' ')}`);
  }
  if (touched) found.touched += 1;
  for (const [, link] of body.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) await follow(page, link);
  for (const [, link] of body.matchAll(/<(?:img|source|video|audio)\b[^>]*\ssrc="([^"]*)"/g)) {
    const url = new URL(unescaped(link), origin + page);
    if (url.origin !== origin) continue;
    found.pictures += 1;
    if ((await get(url.pathname + url.search)).status < 400) continue;
    found.dead_pictures += 1;
    note('dead picture', `${page} -> ${url.pathname}`);
  }
}

const pages = [];
for await (const line of createInterface({ input: process.stdin })) if (line) pages.push(line);
await Promise.all(
  Array.from({ length: kConcurrent }, async () => {
    for (let page = pages.pop(); page !== undefined; page = pages.pop()) await look(page);
  }),
);
const report = JSON.parse(readFileSync(reportFile, 'utf8'));
const left = Object.entries(found.leftovers).map(([kind, pages]) => `\`${kind}\` ${pages}`);
const row = [
  name,
  report.files.markdown,
  report.seconds.total.toFixed(1),
  found.pages - found.refused,
  found.refused,
  found.touched,
  left.join(', '),
  `${found.dead_links} of ${found.links}`,
  found.dead_anchors,
  `${found.dead_pictures} of ${found.pictures}`,
];
console.log(`| ${row.join(' | ')} |`);
for (const [kind, places] of Object.entries(examples)) for (const place of places) console.error(`${name}: ${kind}: ${place}`);
