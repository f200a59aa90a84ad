// remember.js - keeps a visitor's choice for a year in a first-party cookie, which the service reads.
// Tested by tests/e2e/settings.test.mjs.

export function remember(name, value) {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
}
