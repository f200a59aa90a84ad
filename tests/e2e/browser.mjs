// browser.mjs - starts Debian's Chromium for the tests and opens pages that note everything that went wrong in them.
// Used by every *.test.mjs and by screenshots.mjs.

import { chromium } from 'playwright-core';

export const BASE = process.env.SIGNPOST_URL ?? 'http://127.0.0.1:8080';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

// Longer than a busy machine needs; nothing waits for it but a test that fails.
export const PATIENCE_MS = 120_000;

// A page in a context of its own. `troubles` collects console errors, violations of the Content-Security-Policy, exceptions and
// requests to other hosts; a test expects it to stay empty.
export async function openPage(browser, { width = 1280, height = 900, theme = 'light', locale = 'en', ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, locale, baseURL: BASE, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const troubles = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[04]/.test(message.text())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== new URL(BASE).host) troubles.push(`request to another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    if (!/ERR_ABORTED/.test(request.failure()?.errorText)) troubles.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  return { context, page, troubles, close: () => context.close() };
}
