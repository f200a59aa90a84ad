// live.js - loads the page again when another generation is published, for whoever writes articles: only on pages of
// `signpost-serve --live-reload`. Tested by tests/e2e/live_reload.test.mjs.

const shown = document.documentElement.dataset.generation;

async function look() {
  try {
    const response = document.hidden ? null : await fetch('/readyz', { cache: 'no-store' });
    if (response?.ok && (await response.json()).content !== shown) return location.reload();
  } catch {
    // The service is being started again.
  }
  setTimeout(look, 100);
}

look();
