// lists.test.mjs - what articles list (options, keys, rules, exit codes, metrics, limits, fields) is what the programs and the source
// have: nothing is missing, and nothing is listed that does not exist. In every language in which the article has the table.
// article_facts prints the tables and limits of the source.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ROOT, codesOf, isThere, pathOf, tablesOf, textOf } from './blocks.mjs';
import { BIN, Sandbox } from './sandbox.mjs';

const source = (path) => readFileSync(join(ROOT, path), 'utf8');
const facts = JSON.parse(spawnSync(join(BIN, 'article_facts'), { encoding: 'utf8' }).stdout);
const openapi = JSON.parse(source('web/openapi.json'));
const { schemas } = openapi.components;
const LANGUAGES = ['en', 'ko', 'ja'];
const sorted = (list) => [...new Set(list)].sort();
const plain = (table, column = 0) => table.rows.map((row) => codesOf(row[column]));

// check(tables, lang, place) for each language of an article. `find` picks the tables; English must have them, translations may lack
// some, which is for `signpost-index check` to say.
function inEach(name, find, check) {
  for (const lang of LANGUAGES.filter((one) => isThere(one, name))) {
    const tables = tablesOf(lang, name).filter(find);
    if (lang === 'en') assert.ok(tables.length, `${pathOf(lang, name)} has no such table`);
    if (tables.length) check(tables, lang, pathOf(lang, name));
  }
}
const listing = (code) => ({ rows }) => rows.some((row) => row.slice(0, 3).some((cell) => codesOf(cell).some((one) => one.split(' ')[0] === code)));

// What a program prints, whatever it ends with.
const run = (program, args, cwd) => {
  const { stdout, stderr } = spawnSync(join(BIN, program), args, { encoding: 'utf8', cwd });
  return stdout || stderr;
};

// Options of a program by their long name: {variable, value} as --help has them.
function optionsOf(...command) {
  const { stdout, status } = spawnSync(join(BIN, command[0]), [...command.slice(1), '--help'], { encoding: 'utf8', env: {} });
  assert.equal(status, 0, command.join(' '));
  const options = {};
  for (const [, text] of stdout.matchAll(/^ {2}((?:-\w,)?--[a-z].*(?:\n {10,}.*)?)/gm)) {
    const [, name] = /--([a-z0-9-]+)/.exec(text);
    options[`--${name}`] = { variable: /Env:(\w+)/.exec(text)?.[1], value: /^\S+ [^\n(]*?=(\S+)/.exec(text)?.[1] ?? /\[(\w+)(?:;[^\]]*)?\]$/.exec(text)?.[1] };
  }
  return options;
}

describe('options', () => {
  const whole = ['signpost-serve', 'signpost-index']; // whose tables end with --version and --help
  const LISTS = [
    ['deploying/serve-options', ['signpost-serve'], '--port'],
    ['ci/index-options', ['signpost-index'], '--strict'],
    ['ci/check-articles', ['signpost-index', 'check'], '--baseline'],
    ['ci/review-search-changes', ['signpost-index', 'diff'], '--depth'],
    ['search/golden-queries', ['signpost-eval'], '--golden'],
  ];
  for (const [name, command, one] of LISTS) {
    it(`of ${command.join(' ')}`, () => inEach(name, listing(one), ([table], lang, place) => {
      const options = optionsOf(...command);
      const listed = plain(table).map((codes) => codes.map((code) => code.split(' ')[0]).filter((code) => code.startsWith('--')));
      const subject = Object.keys(options).filter((option) => (whole.includes(command[0]) && command.length === 1) || option !== '--help');
      assert.deepEqual(sorted(listed.flat()), sorted(subject), place);
      for (const [i, row] of table.rows.entries()) {
        const { variable, value } = options[listed[i][0]];
        if (variable) assert.deepEqual(codesOf(row[1]), [variable], place);
        if (value && value !== 'none') assert.ok(row.at(-1).includes(value), `${place}: the default of ${listed[i][0]} is ${value}, not ${row.at(-1)}`);
      }
    }));
  }

  it('of the widget', () => {
    const [{ declarations: [element] }] = JSON.parse(source('web/widget/custom-elements.json')).modules;
    const names = (list) => list.map(({ name }) => name);
    const list = (code, want) => inEach('deploying/add-the-widget', listing(code), ([table], lang, place) => assert.deepEqual(sorted(plain(table).flat()), sorted(want), place));
    list('placement', names(element.attributes));
    list('--signpost-accent', names(element.cssProperties));
    for (const lang of LANGUAGES) {
      const line = textOf(lang, 'deploying/add-the-widget').split('\n').find((one) => one.includes('::part(button)'));
      assert.deepEqual(sorted(codesOf(line).filter((code) => /^\w+$/.test(code)).concat('button')), sorted(names(element.cssParts)), lang);
    }
  });

  it('fields of a request', () => inEach('api/requests-api', listing('reply_to'), ([table], lang, place) => {
    const { properties } = JSON.parse(readFileSync(join(ROOT, 'web/openapi.json'), 'utf8')).components.schemas.NewRequest;
    const limits = Object.entries(properties).flatMap(([name, { maxLength, properties: parts }]) => (parts
      ? Object.entries(parts).map(([part, { maxItems, maxLength: most, items }]) => [`${name}.${part}`, items ? [maxItems, items.maxLength ?? items.properties.id.maxLength] : [most]])
      : [[name, maxLength === undefined ? [] : [maxLength]]]));
    const said = table.rows.map((row) => [codesOf(row[0])[0], (row[2].replaceAll(',', '').match(/\d+/g) ?? []).map(Number)]);
    const inOrder = (rows) => rows.map(([name, numbers]) => [name, numbers.sort((a, b) => a - b).join(' ')]).sort();
    assert.deepEqual(inOrder(said), inOrder(limits), place);
  }));

  it('commands of signpost-desk', () => inEach('deploying/keep-requests', ({ rows }) => codesOf(rows[0][0])[0] === 'list', ([table], lang, place) => {
    const { stdout } = spawnSync(join(BIN, 'signpost-desk'), ['--help'], { encoding: 'utf8' });
    const commands = [...stdout.slice(stdout.indexOf('Subcommands:')).matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name);
    assert.deepEqual(sorted(table.rows.map((row) => codesOf(row[0])[0].split(' ')[0])), sorted(commands), place);
  }));

  it('tables and figures of signpost-desk insights', () => inEach('deploying/see-what-people-look-for', () => true, ([figures, tables], lang, place) => {
    const { stdout } = spawnSync(join(BIN, 'signpost-desk'), ['insights', '--help'], { encoding: 'utf8' });
    const names = /Only one of ([a-z_,\s]+) \[csv/.exec(stdout)[1].split(/,\s*/);
    assert.deepEqual(plain(tables).flat(), names, place);
    const columns = [...source('src/report/insight_tables.cc').matchAll(/{"([a-z_]+)", \[\]\(const InsightFigures/g)].map(([, name]) => name);
    assert.deepEqual(sorted(plain(figures, 1).flat().filter((code) => /^[a-z_]+$/.test(code))), sorted(columns), place);
  }));

  it('of pack and publish', () => inEach('deploying/pack-and-publish', listing('--max-bytes'), ([table], lang, place) => {
    for (const command of ['pack', 'publish']) {
      const options = optionsOf('signpost-index', command);
      const rows = table.rows.filter((row) => codesOf(row[0])[0] === command);
      const listed = rows.map((row) => codesOf(row[1]).map((code) => code.split(' ')[0]).find((code) => code.startsWith('--')));
      assert.deepEqual(sorted(listed), sorted(Object.keys(options).filter((option) => option !== '--help')), place);
      for (const [i, row] of rows.entries()) {
        const { value } = options[listed[i]];
        if (value) assert.ok(codesOf(row.at(-1)).includes(value), `${place}: the default of ${listed[i]} is ${value}`);
      }
    }
  }));

  for (const [name, kind] of [['community/import-from-stack-exchange', 'stackexchange'], ['community/import-from-discourse', 'discourse']]) {
    // One table for what may stand anywhere, another for what stands behind the word.
    it(`of signpost-import ${kind}`, () => inEach(name, ({ rows }) => rows.every((row) => /^`(-o`(, |、)`)?--/.test(row[0])), (tables, lang, place) => {
      const listed = tables.map((table) => sorted(plain(table).flat().map((code) => code.split(' ')[0]).filter((code) => code.startsWith('--'))));
      const wanted = [optionsOf('signpost-import'), optionsOf('signpost-import', kind)].map((options) => sorted(Object.keys(options).filter((option) => !['--help', '--version'].includes(option))));
      assert.deepEqual(listed, wanted, place);
    }));
  }

  it('of signpost-index urls', () => {
    for (const lang of LANGUAGES.filter((one) => isThere(one, 'writing/redirect-an-old-url'))) {
      const text = textOf(lang, 'writing/redirect-an-old-url');
      const missing = Object.keys(optionsOf('signpost-index', 'urls')).filter((option) => option !== '--help' && !text.includes(option));
      assert.deepEqual(missing, [], pathOf(lang, 'writing/redirect-an-old-url'));
    }
  });

  it('of signpost find', () => inEach('deploying/find-fast', listing('--server'), ([table], lang, place) => {
    const options = { ...optionsOf('signpost'), ...optionsOf('signpost', 'find') };
    const listed = table.rows.map((row) => [codesOf(row[0])[0].split(' ')[0], codesOf(row[1])[0]]);
    assert.deepEqual(sorted(listed.map(([option]) => option)), sorted(Object.keys(options).filter((one) => !['--help', '--version'].includes(one))), place);
    for (const [option, variable] of listed) assert.equal(variable, options[option].variable, `${place}: ${option}`);
  }));

  it('fields of what staff find', () => inEach('deploying/find-fast', listing('title_lang'), ([table], lang, place) => {
    const [, written] = /Json found_item_json\(.*?\{\n(.*?)\n}\n/s.exec(source('src/api/staff_find_operation.cc'));
    const fields = [...written.matchAll(/(?:\{|json\[)"([a-z_]+)"/g)].map(([, name]) => name);
    assert.ok(fields.length > 10);
    assert.deepEqual(sorted(plain(table).flat()), sorted(fields), place);
  }));

  it('commands of signpost-index', () => inEach('ci/index-options', listing('signpost-index'), ([table], lang, place) => {
    const help = spawnSync(join(BIN, 'signpost-index'), ['--help'], { encoding: 'utf8' }).stdout;
    const commands = [...help.matchAll(/^ {2}(?:signpost-index )?(check|[a-z]+)(?= (?:OLD|FILE| {2,}))/gm)].map(([, command]) => command);
    assert.ok(commands.length >= 5);
    assert.deepEqual(sorted(plain(table).flat().map((code) => code.split(' ')[1])), sorted(commands), place);
  }));

  it('variables of signpost-ci', () => inEach('ci/gitlab-ci-and-cron', listing('SIGNPOST_BASE'), ([table], lang, place) => {
    const help = spawnSync(join(ROOT, 'packaging/signpost-ci'), ['help'], { encoding: 'utf8' }).stdout;
    assert.deepEqual(sorted(plain(table).flat()), sorted(help.match(/SIGNPOST_[A-Z_]+/g)), place);
  }));

  it('inputs and outputs of the GitHub Action', () => inEach('ci/github-action', listing('recorded-queries'), ([table], lang, place) => {
    const [, inputs, outputs] = /^inputs:\n([^]*?)^outputs:\n([^]*?)^runs:/m.exec(source('action.yml'));
    const keysOf = (text) => [...text.matchAll(/^ {2}([a-z0-9-]+):/gm)].map(([, key]) => key);
    assert.deepEqual(sorted(plain(table).flat()), sorted(keysOf(inputs)), place);
    for (const row of table.rows) {
      const value = new RegExp(`^  ${codesOf(row[0])[0]}:\\n(?: {4}.*\\n)*? {4}default: "?([a-z0-9]+)"?\n`, 'm').exec(inputs)?.[1];
      if (value) assert.ok(codesOf(row[2]).includes(value), `${place}: the default of ${row[0]} is ${value}`);
    }
    const text = textOf(lang, 'ci/github-action');
    const given = [...text.matchAll(/uses: example\/signpost@\S+\n( +)with:\n((?:\1 +.*\n)+)/g)].flatMap(([, , lines]) => [...lines.matchAll(/^ +([a-z-]+):/gm)].map(([, key]) => key));
    assert.deepEqual(given.filter((key) => !keysOf(inputs).includes(key)), [], place);
    const taken = [...text.matchAll(/outputs\.(\w+)/g)].map(([, output]) => output);
    assert.deepEqual(sorted(taken), sorted(keysOf(outputs)), place);
  }));
});

describe('keys', () => {
  // The keys that a function of the source compares with, one by one.
  const comparedIn = (path, begin) => {
    const text = source(path);
    const from = text.indexOf(begin);
    assert.ok(from > 0, `${path} has no ${begin}`);
    return [...text.slice(from, text.indexOf('\n  }\n', from)).matchAll(/key == "(\w+)"/g)].map(([, key]) => key);
  };

  it('of front matter', () => inEach('writing/front-matter', ({ rows }) => ['title', 'author'].includes(codesOf(rows[0][0])[0]), (tables, lang, place) => {
    const own = comparedIn('src/content/front_matter.cc', 'bool read_own');
    const origin = [...source('src/content/post_origin.cc').matchAll(/\{"(\w+)", &PostOrigin::/g)].map(([, key]) => key);
    assert.ok(own.length >= 12 && origin.length >= 5);
    // `alias` is another name of `aliases`, `owners` of `owner`; `draft` and `order` are read where those of other tools are.
    const wanted = [...own.filter((key) => !['alias', 'owners'].includes(key)), ...origin, ...Object.keys(facts.fields), 'draft', 'order'];
    assert.deepEqual(sorted(tables.flatMap((table) => plain(table).flat())), sorted(wanted), place);
    for (const [key, words] of Object.entries(facts.fields).filter(([, list]) => list.length)) {
      const [row] = tables[0].rows.filter((one) => codesOf(one[0])[0] === key);
      assert.deepEqual(sorted(codesOf(row[1])), sorted(words), `${place}: ${key}`);
    }
  }));

  it('of site.yaml', () => inEach('getting-started/configure-site', listing('base_url'), ([table], lang, place) => {
    const keys = comparedIn('src/content/site.cc', 'if (key == "title")');
    assert.ok(keys.length >= 13);
    assert.deepEqual(sorted(plain(table).flat()), sorted(keys), place);
  }));

  it('of meaning', () => inEach('getting-started/configure-site', listing('query_model'), ([table], lang, place) => {
    const keys = comparedIn('src/content/meaning_settings.cc', 'if (key == "model")');
    assert.deepEqual(sorted(plain(table).flat()), sorted(keys), place);
  }));

  it('of answers', () => inEach('getting-started/configure-site', listing('threshold'), ([table], lang, place) => {
    const keys = comparedIn('src/content/answer_settings.cc', 'if (key == "threshold")').filter((key) => key !== 'contact'); // which says where it is now
    assert.deepEqual(sorted(plain(table).flat()), sorted(keys), place);
  }));

  it('of channels', () => inEach('getting-started/configure-site', listing('presence'), ([table], lang, place) => {
    const keys = comparedIn('src/content/contact_reader.cc', 'if (key == "kind") return;');
    assert.deepEqual(sorted(plain(table).flat()), sorted(keys), place);
    const [, kinds] = /kChannelKinds\[\] = \{([^}]*)\}/.exec(source('src/content/contact_settings.cc'));
    assert.deepEqual(sorted(codesOf(table.rows.find(([key]) => key.includes('kind'))[1])), sorted(kinds.match(/\w+/g)), place);
  }));

  it('of golden queries', () => inEach('search/golden-queries', listing('expect'), ([table], lang, place) => {
    assert.deepEqual(sorted(plain(table).flat()), ['expect', 'lang', 'never', 'q', 'top'], place);
  }));

  it('dialects', () => inEach('getting-started/configure-site', listing('base_url'), ([table], lang, place) => {
    const row = table.rows.find((one) => codesOf(one[0])[0] === 'dialects');
    assert.deepEqual(sorted(codesOf(row[1]).filter((code) => code !== '[]')), sorted(facts.dialects), place);
  }));
});

describe('rules and exit codes', () => {
  it('every rule has its section, with its severity', () => {
    const text = textOf('en', 'ci/diagnostics');
    const sections = text.split(/^(?=###? )/m).map((section) => ({ id: /^### .*\{#([a-z-]+)\}\n/.exec(section)?.[1], section }));
    const used = sections.slice(sections.findIndex(({ section }) => section.startsWith("## The file can't be used")) + 1);
    const always = used.slice(0, used.findIndex(({ id }) => !id)).map(({ id }) => id);
    const alsoAlways = codesOf(text.split('\n').find((line) => line.startsWith("These rules can't be switched off")));
    const documented = sections.filter(({ id }) => id);
    assert.deepEqual(sorted(documented.map(({ id }) => id)), facts.rules.map(({ id }) => id));
    for (const { id, section } of documented) {
      const rule = facts.rules.find((one) => one.id === id);
      assert.match(section, new RegExp(`\\b${rule.severity}\\b`, 'i'), `${id} is by default: ${rule.severity}`);
      assert.equal(/^\w+, check only\./m.test(section), rule.check_only, `${id}: check only`);
      assert.equal(always.includes(id) || alsoAlways.includes(id), !rule.can_be_off, `${id}: can it be switched off?`);
    }
    for (const lang of ['ko', 'ja'].filter((one) => isThere(one, 'ci/diagnostics'))) {
      const ids = [...textOf(lang, 'ci/diagnostics').matchAll(/^### .*\{#([a-z-]+)\}$/gm)].map(([, id]) => id);
      assert.deepEqual(ids, documented.map(({ id }) => id), pathOf(lang, 'ci/diagnostics'));
    }
  });

  for (const [name, program] of [['ci/exit-codes', 'signpost-index'], ['community/import-from-stack-exchange', 'signpost-import']]) {
    it(`exit codes of ${program}`, () => inEach(name, ({ rows }) => rows.every((row) => /^\d$/.test(row[0])), ([table], lang, place) => {
      const help = spawnSync(join(BIN, program), ['--help'], { encoding: 'utf8' }).stdout;
      const codes = [.../^Exit status:.*$/m.exec(help)[0].matchAll(/\b(\d) /g)].map(([, code]) => code);
      assert.deepEqual(table.rows.map((row) => row[0]), codes, place);
    }));
  }
});

describe('messages', () => {
  it('of files that are left out', () => inEach('troubleshooting/article-left-out', ({ rows }) => codesOf(rows[0][0]).some((code) => code.includes('2 MB')), ([table], lang, place) => {
    const work = mkdtempSync(join(tmpdir(), 'signpost-lists-'));
    const files = {
      'large.md': 'x'.repeat(2 * 1024 * 1024 + 1), 'one.md': '---\nid: a\n---\n\n# A', 'two.md': '---\nid: a\n---\n\n# A',
      'latin.md': Buffer.from('Caf\xe9', 'latin1'), 'empty.md': '', 'draft.md': '---\ndraft: true\n---\n\n# D',
    };
    const folder = join(work, 'articles/help/en/a');
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    symlinkSync('/etc/hostname', join(folder, 'link.md'));
    const { stderr } = spawnSync(join(BIN, 'signpost-index'), [], { encoding: 'utf8', cwd: work });
    rmSync(work, { recursive: true });
    for (const [message] of plain(table)) {
      const pattern = new RegExp(message.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
      assert.match(stderr, pattern, place);
    }
  }));

  it('of runs that start over', () => inEach('ci/index-only-what-changed', listing('--full'), ([table], lang, place) => {
    const sources = ['run_plan.cc', 'previous_run.cc', 'run_state.cc', 'run_state.h', 'index_pass.cc'].map((name) => source(`indexer/${name}`)).join('');
    const known = [...sources.matchAll(/(?:plan_full\(corpus_?,(?: options_\.full \?)?|full_because =|\bwhy =|kUnreadable\[\] =)\s*"([^"]+)"/g)].map(([, reason]) => reason);
    assert.ok(known.length >= 7);
    assert.deepEqual(sorted(plain(table).flat()), sorted(known), place);
  }));
});

describe('limits', () => {
  const { limits } = facts;
  const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  const seconds = (ms) => String(ms / 1000);
  const kilobytes = (bytes) => String(bytes / 1024);
  const megabytes = (bytes) => String(bytes / 1024 / 1024);
  const numbersOf = (text) => text.match(/\d[\d,.]*\d|\d/g) ?? [];

  it('of the service', () => inEach('deploying/deploy', ({ rows }) => rows.some((row) => row.join('').includes('`--max-connections`')), ([table], lang, place) => {
    // The numbers in the columns "Value" and "What happens", row by row.
    const wanted = [
      [grouped(limits.connections), String(limits.other_files)],
      [String(limits.connections_per_address)],
      ['20', '429'], // of the image, see below
      [grouped(limits.queue), '503'],
      [seconds(limits.request_ms), '408'],
      [seconds(limits.idle_ms), seconds(limits.request_ms)],
      [kilobytes(limits.least_taken), seconds(limits.take_ms)],
      [grouped(limits.requests)],
      [kilobytes(limits.line), '414'],
      [kilobytes(limits.head), String(limits.headers), '431'],
      [kilobytes(limits.body), '413'],
      [megabytes(limits.buffered)],
      [megabytes(limits.buffered / 2)],
      [megabytes(limits.kept)],
    ];
    // Translations have another order, and write words as numbers.
    const said = table.rows.map((row) => numbersOf(`${row[1]} ${row[2]}`));
    if (lang === 'en') assert.deepEqual(said, wanted, place);
    for (const [i, numbers] of wanted.entries()) assert.deepEqual(numbers.filter((number) => !said[i].includes(number)), [], `${place}: ${table.rows[i][0]}`);
  }));

  it('of the image', () => {
    assert.ok(source('Dockerfile').includes('SIGNPOST_RATE_LIMIT=20 '));
    assert.ok(source('Dockerfile').includes('SIGNPOST_METRICS=0.0.0.0:9180'));
    const [, volumes] = /^VOLUME (.+)$/m.exec(source('Dockerfile'));
    const [, data] = /SIGNPOST_DATA=(\S+)/.exec(textOf('en', 'deploying/run-in-docker'));
    assert.ok(volumes.split(' ').includes(data), 'requests outlive a container');
  });

  it('of the systemd unit', () => {
    const unit = source('packaging/signpost.service.in');
    for (const [line, said] of [['LimitNOFILE=65536', '65,536'], ['MemoryMax=1G', '1 GB'], ['SIGNPOST_METRICS=127.0.0.1:9180', '127.0.0.1:9180']]) {
      assert.ok(unit.includes(line) && textOf('en', 'deploying/run-with-systemd').includes(said), line);
    }
    const [, data] = /SIGNPOST_DATA=(\S+)/.exec(textOf('en', 'deploying/run-with-systemd'));
    assert.equal(data, `/var/lib/${/^StateDirectory=(.+)$/m.exec(unit)[1]}`);
    const variables = Object.values(optionsOf('signpost-serve')).map(({ variable }) => variable);
    for (const variable of textOf('en', 'deploying/run-with-systemd').match(/SIGNPOST_[A-Z]\w+/g)) assert.ok(variables.includes(variable), variable);
    if (spawnSync('systemd-analyze', ['--version']).error) return;
    const work = mkdtempSync(join(tmpdir(), 'signpost-lists-'));
    writeFileSync(join(work, 'signpost.service'), unit.replaceAll('@SIGNPOST_BIN@', BIN).replaceAll('@SIGNPOST_SHARE@', ROOT));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', join(work, 'signpost.service')], { encoding: 'utf8' });
    rmSync(work, { recursive: true });
    assert.equal(status, 0, stderr);
  });

  it('of rules', () => inEach('ci/check-articles', listing('page-length'), ([table], lang, place) => {
    assert.deepEqual(table.rows.map((row) => numbersOf(row[2]).join()), [String(limits.page_characters), String(limits.unanswered_days), String(limits.most_complaints), ''], place);
  }));

  it('of queries and files', () => {
    const SAID = [
      ['search/search-tips', [limits.query_bytes, limits.query_words, limits.filters, limits.filter_bytes]],
      ['faq/how-big', [megabytes(limits.markdown), limits.query_bytes, limits.query_words]],
      ['api/search-api', [limits.filters, limits.filter_bytes, limits.query_bytes, limits.query_words]],
    ];
    for (const [name, numbers] of SAID) {
      for (const lang of LANGUAGES.filter((one) => isThere(one, name))) {
        const said = numbersOf(textOf(lang, name));
        for (const number of numbers) assert.ok(said.includes(grouped(number)) || said.includes(String(number)), `${pathOf(lang, name)} does not say ${number}`);
      }
    }
  });
});

describe('the API', () => {
  it('tools of assistants', () => inEach('api/connect-an-assistant', listing('report_problem'), ([table], lang, place) => {
    const sources = ['reading', 'people'].map((name) => source(`src/mcp/${name}_tools.cc`)).join('');
    const tools = [...sources.matchAll(/return \{\s*\.name = "(\w+)"/g)].map(([, name]) => name);
    assert.deepEqual(sorted(plain(table).map(([name]) => name)), sorted(tools), place);
    const versions = [...source('src/mcp/protocol.h').matchAll(/"(\d{4}-\d\d-\d\d)"/g)].map(([, version]) => version);
    for (const version of versions) assert.ok(textOf(lang, 'api/connect-an-assistant').includes(version), `${place}: ${version}`);
    const [, size] = /kRpcLimits\{(\d+) << 10,/.exec(source('src/mcp/rpc.cc'));
    assert.match(textOf(lang, 'api/connect-an-assistant'), new RegExp(`\\b${size} ?KB`), place);
  }));

  const PARAMETERS = [['api/search-api', '/api/v1/search', 'per_page'], ['api/suggest-api', '/api/v1/suggest', 'limit'], ['api/answer-api', '/api/v1/answer', 'not']];
  for (const [name, path, one] of PARAMETERS) {
    it(`parameters of ${path}`, () => inEach(name, listing(one), ([table], lang, place) => {
      const { parameters } = openapi.paths[path].get;
      assert.deepEqual(plain(table).flat(), parameters.map((parameter) => parameter.name), place);
      for (const { name: parameter, schema } of parameters.filter((each) => each.schema.maximum)) {
        const row = table.rows.find((each) => codesOf(each[0]).includes(parameter));
        const [least, most] = row[1].match(/\d+/g);
        assert.deepEqual([Number(least), Number(most), Number(row[2])], [schema.minimum, schema.maximum, schema.default], `${place}: ${parameter}`);
      }
    }));
  }

  it('fields of an article', () => inEach('api/articles-api', listing('html'), ([table], lang, place) => {
    const keys = (schema) => Object.keys(schemas[schema].properties);
    assert.deepEqual(sorted(plain(table).flat()), sorted(keys('Article')), place);
    const described = (field) => sorted(codesOf(table.rows.find((row) => codesOf(row[0])[0] === field)[1]));
    assert.deepEqual(described('posts'), sorted(keys('Post')), place);
    assert.deepEqual(described('toc'), sorted(keys('TocEntry')), place);
    const sentence = textOf(lang, 'api/articles-api').split('\n').find((line) => line.includes('`answers`'));
    assert.deepEqual(sorted(codesOf(sentence)), sorted([...keys('Reference'), 'translations', 'related', 'previous', 'next']), place);
  }));

  it('the explained fields of a search exist', () => inEach('api/search-api', listing('query.corrected'), ([table], lang, place) => {
    const known = Object.values(schemas).flatMap(({ properties }) => Object.keys(properties ?? {}));
    for (const code of plain(table).flat()) assert.ok(known.includes(code.split('.').at(-1)), `${place}: ${code}`);
  }));

  it('fields of findings', () => inEach('ci/check-articles', listing('findings'), ([table], lang, place) => {
    const work = mkdtempSync(join(tmpdir(), 'signpost-lists-'));
    mkdirSync(join(work, 'articles'));
    writeFileSync(join(work, 'articles/a.md'), '# A\n\n[b](b.md)\n');
    const found = JSON.parse(run('signpost-index', ['check', '--format', 'json'], work));
    rmSync(work, { recursive: true });
    const listed = plain(table).flatMap((codes) => codes.map((code) => (codes[0].startsWith('findings[].') ? code.replace('findings[].', '') : code)));
    assert.deepEqual(sorted(listed), sorted([...Object.keys(found), ...Object.keys(found.findings[0])]), place);
  }));

  it('fields of a report', () => inEach('ci/index-report', listing('by_rule'), ([table], lang, place) => {
    const work = mkdtempSync(join(tmpdir(), 'signpost-lists-'));
    run('signpost-index', ['--source', join(ROOT, 'articles'), '--report', 'report.json'], work);
    const report = JSON.parse(readFileSync(join(work, 'report.json'), 'utf8'));
    rmSync(work, { recursive: true });
    assert.deepEqual(sorted(plain(table).flat()), sorted(Object.keys(report)), place);
    for (const row of table.rows) {
      const value = report[codesOf(row[0])[0]];
      const parts = value && typeof value === 'object' && !Array.isArray(value) && !['by_kind', 'by_rule'].includes(codesOf(row[0])[0]) ? Object.keys(value) : [];
      for (const part of parts) assert.ok(codesOf(row[1]).includes(part), `${place}: ${row[0]} also has ${part}`);
    }
  }));
});

// By their names, for which each language has words of its own besides CLDR's, whose versions also differ (터키어 in that of Debian 12).
describe('languages', () => {
  const OTHER_NAMES = { en: { bn: 'Bengali' }, ko: { ca: '카탈루냐어', tr: '튀르키예어' }, ja: { ca: 'カタルーニャ語', my: 'ビルマ語' } };
  const namesOf = (codes, lang) => {
    const names = new Intl.DisplayNames([lang], { type: 'language' });
    return sorted(codes.map((code) => OTHER_NAMES[lang][code] ?? names.of(code)));
  };
  const { stemmed, function_words: withList } = facts.languages;
  const listed = (tables, lang, one) => {
    const [name] = namesOf([one], lang);
    const rows = tables.flatMap(({ rows }) => rows.map((row) => row[0].split(/, |、/))).filter((names) => names.length > 4 && names.includes(name));
    assert.equal(rows.length, 1, `one list has ${name}`);
    return sorted(rows[0]);
  };

  it('that are stemmed', () => inEach('faq/languages', () => true, (tables, lang, place) => assert.deepEqual(listed(tables, lang, 'hu'), namesOf(stemmed, lang), place)));
  it('that only have function words', () => inEach('faq/languages', () => true, (tables, lang, place) => {
    // Croatian and Bosnian have the list of Serbian; English has its own.
    assert.deepEqual(stemmed.filter((code) => !withList.includes(code)), ['bs', 'en', 'hr']);
    assert.deepEqual(listed(tables, lang, 'pl'), namesOf(withList.filter((code) => !stemmed.includes(code)), lang), place);
  }));
});

describe('metrics', () => {
  let sandbox;
  let answer;
  before(async () => {
    sandbox = await Sandbox.make();
    await sandbox.run('cp -r "$REPOSITORY/articles" articles; signpost-index --source articles --output index');
    await sandbox.run('cp "$REPOSITORY/packaging/deliveries/zammad.json" .; printf "deliveries:\\n  - {id: desk, webhook: \\"https://desk.example.com/\\", body: zammad.json}\\n" > deliveries.yaml');
    await sandbox.runOn('signpost-serve --index index --metrics 127.0.0.1:9180 --embedder http://127.0.0.1:9 --data data --deliveries deliveries.yaml', 'Signpost is at');
    await fetch(`http://127.0.0.1:${sandbox.ownPort}/en/`);
    answer = await (await fetch(`http://127.0.0.1:${sandbox.ports[9180]}/metrics`)).text();
  });
  after(() => sandbox.remove());

  it('are those that the service has', () => inEach('deploying/health-checks', ({ rows }) => rows.some((row) => row[0].includes('signpost_ready')), ([table], lang, place) => {
    const names = [...answer.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name);
    assert.ok(names.length > 10);
    assert.deepEqual(sorted(plain(table).flat()), sorted(names), place);
    for (const row of table.rows) {
      const labels = codesOf(row[0]).flatMap((name) => [...answer.matchAll(new RegExp(`^${name}(?:_\\w+)?\\{(.*)\\}`, 'gm'))].flatMap(([, list]) => [...list.matchAll(/(\w+)="/g)].map(([, label]) => label)));
      const missing = sorted(labels).filter((label) => label !== 'le' && !codesOf(row[1]).includes(label));
      assert.deepEqual(missing, [], `${place}: ${row[0]}`);
    }
  }));
});
