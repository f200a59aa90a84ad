// terms.mjs - warns of words that the table of docs/terms.md replaces, in the articles and the interface of its languages.
//   node tests/check/terms.mjs [FOLDER]     the project's folder, default: the current one; exits 1 after a warning
// Exercised by tests/check/terms_test and `./dev check`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const LANGUAGES = { Korean: "ko", Japanese: "ja" };
// What readers type stands in these fields as they type it.
const TYPED_FIELDS = /^(queries|keywords|aliases):/;

// "アドレス (but IP アドレス), トピック (in a.md)" -> [{word, but: ["IP アドレス"], files: []}, ...]
function readCell(cell) {
  const words = [];
  for (const [, word, notes] of cell.matchAll(/([^,()]+?)\s*(?:\(([^)]*)\))?\s*(?:,|$)/g)) {
    if (!word.trim()) continue;
    const list = (start) => notes?.startsWith(start) ? notes.slice(start.length).split(",").map((s) => s.trim()) : [];
    words.push({ word: word.trim(), but: list("but "), files: list("in ") });
  }
  return words;
}

// {ko: [{word, instead, line, but, files}], ja: [...]}
export function readTerms(markdown) {
  const terms = { ko: [], ja: [] };
  let columns;
  markdown.split("\n").forEach((text, index) => {
    if (!text.startsWith("|")) return (columns = undefined);
    const cells = text.slice(1, text.lastIndexOf("|")).split("|").map((cell) => cell.trim());
    if (!columns) return (columns = cells);
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) return;
    for (const [name, lang] of Object.entries(LANGUAGES)) {
      const instead = cells[columns.indexOf(name)];
      for (const entry of readCell(cells[columns.indexOf(`${name}, not`)] ?? "")) {
        terms[lang].push({ ...entry, instead, line: index + 1 });
      }
    }
  });
  return terms;
}

// The text with what isn't prose blanked out, a line each: code, addresses, comments, fields of typed words.
export function proseLines(text) {
  let fence = null, frontMatter = null, typed = false;
  return text.split("\n").map((line, index) => {
    if (index === 0 && line === "---") return (frontMatter = true), "";
    if (frontMatter) {
      if (line === "---") return (frontMatter = false), "";
      if (/^\S/.test(line)) typed = TYPED_FIELDS.test(line);
      return typed ? "" : line;
    }
    const mark = line.match(/^\s*(```+|~~~+)/)?.[1];
    if (fence) return mark?.startsWith(fence) ? ((fence = null), "") : "";
    if (mark) return (fence = mark), "";
    return line.replace(/<!--.*?-->/g, "").replace(/`[^`]*`/g, "``").replace(/\]\([^)]*\)/g, "]()").replace(/https?:\S+/g, "");
  });
}

export function findReplaced(terms, file, lines) {
  const found = [];
  lines.forEach((text, index) => {
    for (const term of terms) {
      if (term.files.includes(basename(file))) continue;
      const rest = term.but.reduce((left, allowed) => left.replaceAll(allowed, ""), text);
      if (rest.includes(term.word)) found.push({ ...term, table: term.line, line: index + 1 });
    }
  });
  return found;
}

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)])
        .sort()
    : [];

function check(root) {
  const terms = readTerms(readFileSync(join(root, "docs/terms.md"), "utf8"));
  let count = 0;
  for (const [lang, words] of Object.entries(terms)) {
    const files = [
      ...["help", "community"].flatMap((kind) => filesBelow(join(root, "articles", kind, lang))),
      ...filesBelow(join(root, "articles/images")).filter((file) => file.endsWith(`-${lang}.svg`)),
      join(root, "articles/site.yaml"),
      join(root, "web/i18n", `${lang}.json`),
    ].filter(existsSync);
    for (const file of files) {
      const shown = file.slice(root.length + 1);
      const text = readFileSync(file, "utf8").normalize("NFC");
      const lines = file.endsWith(".md") ? proseLines(text) : text.split("\n");
      for (const { line, word, instead, table } of findReplaced(words, shown, lines)) {
        console.log(`${shown}:${line}: warning: ${word}: say ${instead} (docs/terms.md:${table})`);
        count += 1;
      }
    }
  }
  console.log(`${count} words to replace`);
  return count;
}

if (process.argv[1] === new URL(import.meta.url).pathname) process.exitCode = check(process.argv[2] ?? process.cwd()) ? 1 : 0;
