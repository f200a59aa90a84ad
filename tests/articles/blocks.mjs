// blocks.mjs - the help articles as the tests of this folder read them: their code blocks with the marks behind the language, and
// their tables. CONTRIBUTING.md lists the marks. Tested by being run: commands.test.mjs fails for a mark that it does not know.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const ARTICLES = join(ROOT, 'articles');

// Articles of a language as "category/name", sorted.
export function articlesOf(lang) {
  const help = join(ARTICLES, 'help', lang);
  return readdirSync(help, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(help, name)).filter((file) => file.endsWith('.md')).map((file) => `${name}/${file.slice(0, -3)}`))
    .sort();
}

export const pathOf = (lang, name) => `articles/help/${lang}/${name}.md`;
export const isThere = (lang, name) => existsSync(join(ROOT, pathOf(lang, name)));
export const textOf = (lang, name) => readFileSync(join(ROOT, pathOf(lang, name)), 'utf8');

// "run exit=1 norun=\"why\"" as {run: true, exit: "1", norun: "why"}.
function marksOf(text) {
  const marks = {};
  for (const [, key, quoted, bare] of text.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|(\S+)))?/g)) marks[key] = quoted ?? bare ?? true;
  return marks;
}

// The fenced blocks of an article: {place: "path:line" of the fence, lang, info, marks, text without the fence's indentation}.
export function blocksOf(lang, name) {
  const lines = textOf(lang, name).split('\n');
  const blocks = [];
  for (let at = 0; at < lines.length; at += 1) {
    const fence = /^( *)(`{3,}|~{3,})\s*([^\s`]*)\s*([^`]*)$/.exec(lines[at]);
    if (!fence) continue;
    const place = `${pathOf(lang, name)}:${at + 1}`;
    const [, indent, ticks, language, info] = fence;
    const body = [];
    for (at += 1; at < lines.length && lines[at].trim() !== ticks; at += 1) {
      body.push(lines[at].startsWith(indent) ? lines[at].slice(indent.length) : lines[at]);
    }
    blocks.push({ place, lang: language, info: info.trim(), marks: marksOf(info), text: `${body.join('\n')}\n` });
  }
  return blocks;
}

// The tables of an article: {heading: id of the heading above or the heading itself, head: [cell], rows: [[cell]]}, cells as written.
export function tablesOf(lang, name) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim());
  const lines = textOf(lang, name).split('\n');
  const tables = [];
  let heading = '';
  let fenced = false;
  for (let at = 0; at < lines.length; at += 1) {
    if (/^ *(```|~~~)/.test(lines[at])) fenced = !fenced;
    if (fenced) continue;
    heading = /^#+ (.*)$/.exec(lines[at])?.[1] ?? heading;
    if (!/^\|[ :|-]+\|$/.test(lines[at]) || !lines[at - 1]?.startsWith('|')) continue;
    const rows = [];
    const head = cells(lines[at - 1]);
    for (at += 1; at < lines.length && lines[at].startsWith('|'); at += 1) rows.push(cells(lines[at]));
    tables.push({ heading, head, rows });
  }
  return tables;
}

// What stands in backticks in a text.
export const codesOf = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
