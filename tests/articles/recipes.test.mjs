// recipes.test.mjs - the recipes for GitLab and cron, as they stand in their article, do what it says of them: compare a merge request,
// publish, stay silent when nothing changed, and keep back what fails.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { it } from 'node:test';
import { blocksOf } from './blocks.mjs';
import { Sandbox } from './sandbox.mjs';

const blocks = blocksOf('en', 'ci/gitlab-ci-and-cron');
const gitlab = blocks.find(({ lang }) => lang === 'yaml').text;
const cron = blocks.find(({ marks }) => marks.save);

// The commands of a job in GitLab's file, one a line.
function scriptOf(job) {
  const [, body] = new RegExp(`^${job}:\\n((?: .*\\n|\\n)+)`, 'm').exec(gitlab);
  const [, lines] = /^ {2}script:\n((?: {4}.*\n)+)/m.exec(body);
  return lines.replace(/^ {4}- /gm, '');
}

const ARTICLES = `mkdir -p origin/articles
cd origin
git init --quiet
printf '# Refunds\\n\\nAsk for your money back.\\n' >articles/refunds.md
printf 'golden:\\n  - {q: refunds, expect: [refunds]}\\n' >articles/queries.yaml
git add . && git commit --quiet -m first
printf '# Invoices\\n\\nThey come monthly.\\n' >articles/invoices.md
git add . && git commit --quiet -m second
mkdir -p "$SANDBOX/var/lib/signpost" "$SANDBOX/srv"
git clone --quiet . ../gitlab
git clone --quiet . "$SANDBOX/srv/help"`;

it('the recipes do what their article says', async () => {
  const sandbox = await Sandbox.make();
  const run = async (script, wanted = 0) => {
    const { status, output } = await sandbox.run(sandbox.into(script));
    assert.equal(status, wanted, `${script}\n${output}`);
    return output;
  };
  try {
    await run(ARTICLES);

    // A merge request, then the default branch.
    await run('cd ../gitlab; export CI=true CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git rev-parse HEAD~)');
    assert.match(await run(scriptOf('articles')), /\+ \/en\/articles\/invoices/);
    await run('unset CI_MERGE_REQUEST_DIFF_BASE_SHA');
    await run(scriptOf('articles'));
    await run(scriptOf('publish'));
    for (const [, path] of gitlab.matchAll(/^ {6}- (\.signpost\/.*)$/gm)) assert.ok(statSync(sandbox.path(`gitlab/${path}`)).size > 0, path);

    // The server with cron.
    await run('rm -rf /var/lib/signpost/index; cd ../origin');
    const publish = cron.marks.save;
    sandbox.save(publish, cron.text.replace('export PATH=', `export PATH=${sandbox.env.PATH}:`));
    const log = '/srv/help/.signpost/log';
    assert.equal(await run(publish), '', 'cron mails what went well');
    assert.match(await run(`cat ${log}`), /^Published 000001-/m);
    assert.equal(await run(publish), '', 'cron mails what went well');
    assert.match(await run(`cat ${log}`), /is published already/);
    await run('rm articles/refunds.md; git commit --quiet -am "lose refunds"');
    assert.match(await run(publish, 1), /1 failed/);
    assert.equal(readdirSync(sandbox.path('/var/lib/signpost/index/generations')).length, 1, 'what fails is published');
    assert.ok(!existsSync(sandbox.path('/srv/help/articles/refunds.md')));
  } finally {
    await sandbox.remove();
  }
});
