// conformance.test.mjs - the scenarios of @modelcontextprotocol/conformance that need no server of their own, in both eras: all
// that a revision requires is run, and what isn't for us stands in conformance-REVISION.yaml with its reason.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const program = 'node_modules/@modelcontextprotocol/conformance/dist/index.js';

function run(...args) {
  const ended = spawnSync(
    process.execPath,
    ['--no-warnings', '--loader', './fs_of_node_22.mjs', program, 'server', '--url', `${process.env.SIGNPOST_URL}/mcp`, ...args],
    { encoding: 'utf8', timeout: 100_000 },
  );
  return { status: ended.status, output: ended.stdout + ended.stderr };
}

// Without colours, and only what is below the last heading.
const summary = (output) => output.slice(output.lastIndexOf('=== SUMMARY ===')).replace(/\x1b\[\d+m/g, '');

for (const [revision, passing] of Object.entries({
  '2026-07-28': ['tools-list', 'resources-list', 'sep-2164-resource-not-found', 'dns-rebinding-protection', 'http-header-validation', 'server-sse-multiple-streams', 'input-required-result-unsupported-methods'],
  '2025-11-25': ['server-initialize', 'ping', 'tools-list', 'resources-list', 'dns-rebinding-protection'],
})) {
  test(`conforms to ${revision}, but for what is not for us`, () => {
    const { status, output } = run('--requirements', revision, '--expected-failures', `conformance-${revision}.yaml`);
    assert.equal(status, 0, summary(output).slice(0, 6000) || output.slice(-3000));
    for (const scenario of passing) assert.match(summary(output), new RegExp(`✓ ${scenario}: \\d+ passed, 0 failed`));
  });
}

// Of which the revision's own list does not have all.
for (const scenario of ['http-header-validation', 'server-stateless']) {
  test(`${scenario}: what the suite can try here passes`, () => {
    const { output } = run('--scenario', scenario, '--spec-version', '2026-07-28');
    const failed = output.split('\n').filter((line) => /^\s*Error: /.test(line.replace(/\x1b\[\d+m/g, '')));
    for (const line of failed) assert.match(line, /Not testable: /, line);
    assert.match(output, /Passed|passed/);
  });
}
