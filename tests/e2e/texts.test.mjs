// texts.test.mjs - the texts of the interface: the same keys in every language, none missing, none unused.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WEB = join(ROOT, 'web');
const read = (...parts) => readFileSync(join(...parts), 'utf8');
const files = (folder, ending) => readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
const languages = Object.fromEntries(files(join(WEB, 'i18n'), '.json').map((path) => [path.slice(-7, -5), JSON.parse(read(path))]));
const keys = Object.keys(languages.en);
// Node before version 22 takes a file *.js for CommonJS, whatever is in it.
const { grammarOf, needs } = await import(`data:text/javascript,${encodeURIComponent(read(WEB, 'js', 'grammars.js'))}`);

const templates = files(join(WEB, 'templates'), '.html').map((path) => read(path)).join('\n');
const scripts = files(join(WEB, 'js'), '.js').map((path) => read(path)).join('\n').replace(/^\s*\/\/.*$/gm, '');
const service = ['src/api', 'src/pages', 'src/content'].flatMap((folder) => files(join(ROOT, folder), '.cc')).map((path) => read(path)).join('\n');

// Keys that are put together from a prefix and a value: kind_help, votes_one ...
// The values of a facet, too, if it has texts for them.
const FAMILIES = [...keys.filter((key) => key.startsWith('facet_')).map((key) => `${key.slice('facet_'.length)}_`), 'type_', 'facet_', 'content_incident_', 'explain_part_', 'refusal_', 'ask_which_', 'channel_', 'weekday_', 'request_', 'feedback_reason_', 'insights_reason_', 'internal_', 'changed_', 'audit_', 'improvements_state_', 'palette_kind_', 'error_400_', 'error_404_', 'error_410_', 'error_414_', 'error_429_', 'error_431_', 'error_500_', 'error_503_'];
const COUNTED = ['articles', 'results', 'votes', 'answers', 'staff_requests', 'staff_sign_in_later', 'staff_undelivered', 'staff_attempts', 'insights_rare', 'complaint_count', 'gap_count', 'gap_lost', 'gap_queries', 'gap_rare', 'gap_asked', 'gap_sent', 'gap_helped', 'palette_found', 'staff_review_count', 'staff_translations_count', 'staff_review_visits', 'staff_review_complaints', 'improvements_readers'];

describe('texts', () => {
  it('English, Korean and Japanese are there', () => {
    assert.deepEqual(Object.keys(languages).sort(), ['en', 'ja', 'ko']);
  });

  for (const [lang, texts] of Object.entries(languages)) {
    it(`${lang} has the keys of en, in the same order, with the same placeholders`, () => {
      assert.deepEqual(Object.keys(texts), keys);
      for (const key of keys) {
        const placeholders = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
        assert.deepEqual(placeholders(texts[key]), placeholders(languages.en[key]), key);
      }
    });
  }

  it('no text has been left in English', () => {
    const same = ['footer_powered', 'share_markdown'];
    for (const key of keys.filter((one) => !same.includes(one) && /[a-z]{4}/.test(languages.en[one]))) {
      for (const lang of ['ko', 'ja']) assert.notEqual(languages[lang][key], languages.en[key], `${lang}: ${key}`);
    }
  });

  it('no Korean particle stands behind a placeholder, since its form depends on the last sound', () => {
    const texts = Object.entries(languages.ko);
    assert.deepEqual(texts.filter(([, text]) => /\}(?:은|는|이|가|을|를|과|와|으로|로|아|야)(?![가-힣])/.test(text)), []);
    for (const [key, text] of texts.filter(([one]) => one.endsWith('_after'))) assert.doesNotMatch(text, /^(?:은|는|이|가|을|를|과|와|으로|로)(?![가-힣])/, key);
  });

  it('every key that the templates and the scripts name exists', () => {
    const used = [...templates.matchAll(/\{\{\{?[#^/]?t\.(\w+)/g), ...scripts.matchAll(/\b(?:this\.)?texts\??\.(\w+)/g)].map((match) => match[1]);
    const ofDataset = ['copy', 'copied', 'link', 'linked'];
    assert.ok(used.length > 60);
    assert.deepEqual(used.filter((key) => !(key in languages.en) && !ofDataset.includes(key)), []);
  });

  it('each part of a score has a name', () => {
    const sources = read(ROOT, 'src/search/ranking.cc') + read(ROOT, 'src/search/query_run.cc');
    const parts = [...sources.matchAll(/(?:\b(?:note|add|signal)\(\s*{?|return {{)"([a-z ]+?)(?: \(factor\))?"/g)].map(([, name]) => `explain_part_${name.replaceAll(' ', '_')}`);
    const ofAnswers = [...read(ROOT, 'src/answer/confidence.cc').matchAll(/{"([a-z ]+)",\s+(?:&S::|static_cast)/g)].map(([, name]) => `explain_part_${name.replaceAll(' ', '_')}`);
    assert.ok(ofAnswers.length > 25);
    assert.deepEqual(keys.filter((key) => key.startsWith('explain_part_')).sort(), [...parts, ...ofAnswers].sort());
  });

  it('no key is unused', () => {
    const isUsed = (key) => FAMILIES.some((family) => key.startsWith(family))
      || COUNTED.some((name) => key === `${name}_one` || key === `${name}_other`)
      || new RegExp(`\\bt\\.${key}\\b`).test(templates)
      || new RegExp(`(?:texts\\??|\\bt)\\.${key}\\b`).test(scripts)
      || service.includes(`"${key}"`);
    assert.deepEqual(keys.filter((key) => !isUsed(key)), []);
  });
});

describe('grammars', () => {
  const list = '/usr/share/nodejs/prismjs/components.json'; // of Debian's node-prismjs, which the service serves
  const { languages: prism } = JSON.parse(read(list));

  it('each is loaded after those that it builds on', () => {
    for (const [name, { require: wanted = [] }] of Object.entries(prism)) {
      const own = needs(name).filter((one) => !(name === 'markdown' && one === 'yaml'));
      assert.deepEqual(own.sort(), [wanted].flat().sort(), name);
    }
  });

  for (const [name, want] of [['C++', 'cpp'], ['sh', 'bash'], ['yml', 'yaml'], ['html', 'markup'], ['text', undefined], ['../x', undefined]]) {
    it(`${name} is coloured as ${want}`, () => {
      assert.equal(grammarOf(name), want);
      if (want) assert.ok(want in prism);
    });
  }
});

describe('scripts and styles', () => {
  it('never parse markup', () => {
    assert.equal(/innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write|\beval\(|new Function/.test(scripts), false);
  });

  it('no template has an inline script, style or handler', () => {
    assert.equal(/<style|\sstyle=|\son[a-z]+=/.test(templates), false);
    const inline = [...templates.matchAll(/<script(?![^>]*(?:src=|application\/ld\+json))/g)];
    assert.deepEqual(inline, []);
  });
});
