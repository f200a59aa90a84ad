// widget_article.test.mjs - what the article about the widget has people copy works on pages of another origin, under the policy that it
// says is enough.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { blocksOf } from '../articles/blocks.mjs';
import { BASE } from './browser.mjs';
import { browserAndHost, hostPage, openHostPage } from './widget_host.mjs';

const blocks = blocksOf('en', 'deploying/add-the-widget').map(({ text, ...rest }) => ({ ...rest, text: text.replaceAll('https://help.example.com', BASE) }));
const pages = blocks.filter(({ marks }) => marks.page);
const [policy] = blocks.filter(({ text }) => text.startsWith('script-src')).map(({ text }) => `default-src 'none'; ${text.trim()}`);

const shared = browserAndHost();

// What somebody does with it, who finds help.
const DEEDS = [
  ['the button', policy, (page) => page.getByRole('button', { name: 'Help' }).click()],
  ['a button beside a field', policy, (page) => page.getByRole('button', { name: 'What is this?' }).click()],
  ['code', policy.replace('script-src', "script-src 'unsafe-inline'"), () => {}],
  ['files of a host of its own', policy.replace('script-src', "script-src 'self'"), (page) => page.getByRole('button', { name: 'Help' }).click()],
];

it('each page of the article is tried', () => assert.equal(pages.length, DEEDS.length));

for (const [index, [name, allowed, act]] of DEEDS.entries()) {
  it(name, async () => {
    const { page, troubles, close } = await openHostPage(shared.browser, shared.host.serve('/', hostPage({ head: '', body: pages[index].text }), allowed));
    await act(page);
    const panel = page.getByRole('dialog');
    await panel.locator('[part=result], [part=article]').first().waitFor();
    if (name === 'code') await panel.locator('[part=answer]').waitFor();
    assert.deepEqual(troubles, []);
    await close();
  });
}
