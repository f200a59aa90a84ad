// staff_member.mjs - somebody of staff with an account at a test's own service: what the tests of staff pages share.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { openPage } from './browser.mjs';

export const PASSWORD = 'correct horse battery';

// Runs signpost-desk on a data folder.
export const runDesk = (data, words, input = '') => spawnSync(process.env.SIGNPOST_DESK_PROGRAM, ['--data', data, ...words], { encoding: 'utf8', input });

export function addStaffMember(data) {
  const added = runDesk(data, ['user', 'add', 'lee'], `${PASSWORD}\n`);
  assert.equal(added.status, 0, added.stderr);
}

export async function signIn(page, password = PASSWORD) {
  await page.fill('#name', 'lee');
  await page.fill('#password', password);
  await page.locator('main button[type=submit]').click();
}

// Signed in and at this address.
export async function openSignedIn(browser, origin, path, options = {}) {
  const opened = await openPage(browser, { baseURL: origin, ...options });
  await opened.page.goto(`/staff/sign-in?${new URLSearchParams({ back: path })}`);
  await signIn(opened.page);
  await opened.page.waitForURL((url) => url.pathname + url.search === path);
  return opened;
}
