// compare.mjs - says whether what was printed is what an article shows: texts line by line, JSON by its structure.
// Tested by tests/articles/compare.test.mjs.

// Fields of JSON whose values an article can't keep up with: only their type is compared.
const UNSTABLE = {
  took_ms: 'a time',
  score: 'goes with the ranking and with all other articles',
  value: 'as the score',
  generation: 'has a number and a time',
  content: 'the sum of the index',
  total: 'how many articles there are',
  documents: 'how many articles there are',
  pages: 'how many articles there are',
  count: 'how many articles there are',
  updated: 'when the article was changed last',
  snippet: 'goes with the words of the article; the API schema test has its form',
};

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// A line as a pattern: "…" is anything; with numbers "any", digits are any number, a sum any sum, and columns any width.
function pattern(line, numbers) {
  return line.trimEnd().split('…').map((part) => {
    const text = escaped(part);
    if (numbers !== 'any') return text;
    return text.replace(/\b[0-9a-f]{32,}\b|\d[\d,]*| {2,}/g, (found) => {
      if (found.startsWith(' ')) return ' +';
      return found.length >= 32 ? '[0-9a-f]+' : '\\d[\\d,]*';
    });
  }).join('.*');
}

// undefined when `got` is what `want` shows; otherwise a sentence. A line "…" is any number of lines.
export function compareText(want, got, numbers) {
  const lines = want.trimEnd().split('\n').map((line) => (line.trim() === '…' ? '(?:.*\n)*' : `${pattern(line, numbers)} *\n`));
  if (new RegExp(`^${lines.join('')}$`).test(`${got.trimEnd()}\n`)) return undefined;
  return `want:\n${want.trimEnd()}\ngot:\n${got.trimEnd()}`;
}

const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

// undefined, or where and how `got` differs. Objects have the same keys, arrays the same length; a last element "…" stands for
// any number of elements, a key "…" for any other keys, and the string "…" for any value.
export function compareJson(want, got, at = '$') {
  if (want === '…') return undefined;
  const type = typeOf(want);
  if (type !== typeOf(got)) return `${at}: the article has ${type}, the answer ${typeOf(got)}: ${JSON.stringify(got)?.slice(0, 200)}`;
  if (type === 'array') {
    const open = want.at(-1) === '…';
    const listed = open ? want.slice(0, -1) : want;
    if (open ? got.length < listed.length : got.length !== listed.length) return `${at}: the article has ${listed.length} elements, the answer ${got.length}`;
    for (const [i, value] of listed.entries()) {
      const said = compareJson(value, got[i], `${at}[${i}]`);
      if (said) return said;
    }
    return undefined;
  }
  if (type === 'object') {
    for (const key of Object.keys(want).filter((one) => one !== '…')) {
      if (!(key in got)) return `${at}.${key}: is in the article, not in the answer`;
      const said = key in UNSTABLE && typeOf(want[key]) !== 'object' ? typeOf(want[key]) !== typeOf(got[key]) && `${at}.${key}: another type` : compareJson(want[key], got[key], `${at}.${key}`);
      if (said) return said;
    }
    const unknown = '…' in want ? [] : Object.keys(got).filter((key) => !(key in want));
    return unknown.length ? `${at}: the answer also has ${unknown.join(', ')}` : undefined;
  }
  const same = type === 'string' ? new RegExp(`^${want.split('…').map(escaped).join('[^]*')}$`).test(got) : want === got;
  return same ? undefined : `${at}: the article has ${JSON.stringify(want)}, the answer ${JSON.stringify(got)}`;
}
