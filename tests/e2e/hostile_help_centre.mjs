// hostile_help_centre.mjs - writes a help centre in which every payload of tests/data/xss stands in every place that a writer
// or a visitor can fill. Used by hostile.test.mjs.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const data = new URL('../data/xss/', import.meta.url);
export const PAYLOADS = ['dompurify.json', 'owasp.json'].flatMap((name) => JSON.parse(readFileSync(new URL(name, data), 'utf8')));

// A word that every document has, so that one query finds them all.
export const MARK = 'zqmark';
export const LANGUAGES = ['en', 'ko', 'ja'];

const yaml = (value) => JSON.stringify(value); // a JSON text is a YAML one
const oneLine = (text) => text.replace(/[\r\n]+/g, ' ');
const languageOf = (number) => LANGUAGES[number % LANGUAGES.length];

export const articleUrl = (number) => `/${languageOf(number)}/articles/p${number}`;
export const threadUrl = (number) => `/community/t${number}?lang=${languageOf(number)}`;

// The payload in the places of Markdown. As it is it comes last: it may swallow what follows.
function body(payload) {
  const line = oneLine(payload);
  return [
    MARK,
    `## ${line}`,
    `# ${line} {#${line}}`,
    `| ${line} | a |\n|---|---|\n| ${line} | ${line.replaceAll('|', '\\|')} |`,
    `![${line}](shot.png "${line}")`,
    `![x](<${line}>) ![x](${line})`,
    `[${line}](https://example.com "${line}")`,
    `[x](<${line}>) [x](${line}) [r] <${line}>`,
    `[r]: <${line}> '${line}'`,
    `- ${line}\n- [ ] **${line}**\n\n> ${line}`,
    `\`${line}\` ~~${line}~~ x[^1]`,
    `[^1]: ${line}`,
    `\`\`\`${line}\n${payload}\n\`\`\``,
    `<details><summary>${line}</summary>\n\n${line}\n\n</details>`,
    payload,
  ].join('\n\n');
}

function frontMatter(fields) {
  return `---\n${Object.entries(fields).map(([key, value]) => `${key}: ${yaml(value)}\n`).join('')}---\n`;
}

// Headings whose ids are names that scripts find on `window`.
const NAMES = ['Global', 'Prism', 'Module', 'Exports', 'Cookie', 'Location', 'Body', 'Self', 'Top', 'Name', 'Status', 'History', 'Fetch', 'Document'];

export function writeHelpCentre(folder) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('site.yaml', `title: { en: Hostile }\nbase_url: https://help.example.com\nlanguages:\n  - { code: en, name: English }\n  - { code: ko, name: 한국어 }\n  - { code: ja, name: 日本語 }\n`);
  PAYLOADS.forEach((payload, number) => {
    const lang = languageOf(number);
    const title = `zq${number} ${payload}`;
    const text = body(payload);
    write(`help/${lang}/places/p${number}.md`, frontMatter({ id: `p${number}`, title, summary: payload, product: payload, platform: [payload], tags: [payload], author: payload, aliases: [`/old/${oneLine(payload)}`] }) + text);
    write(`community/${lang}/t${number}/question.md`, frontMatter({ id: `t${number}`, title, author: payload, tags: [payload], date: '2026-01-01' }) + text);
    write(`community/${lang}/t${number}/answer-1.md`, frontMatter({ author: payload, accepted: true, votes: 3 }) + text);
  });
  write('help/en/places/names.md', `${frontMatter({ id: 'names', title: 'Names' })}${NAMES.map((name) => `## ${name}\n\n${MARK}\n`).join('\n')}\n\`\`\`js\nconst a = 1;\n\`\`\`\n`);
  for (const lang of LANGUAGES) {
    write(`help/${lang}/places/shot.png`, '');
    write(`community/${lang}/shot.png`, '');
  }
}
