// reading.js - tells the service that an article was read to its end: of nobody in particular, and not where the visitor wants to be
// no part of statistics. Tested by tests/e2e/counting.test.mjs.

const LEAST_MS = 5000; // who sees the end sooner was looking for something else

const article = document.querySelector('.feedback input[name=id]')?.form.elements;
const opened = performance.now();

function tell() {
  navigator.sendBeacon('/api/v1/events', JSON.stringify({ kind: 'read', id: article.id.value, lang: article.lang.value }));
}

if (article && !navigator.globalPrivacyControl && navigator.doNotTrack !== '1') {
  const seen = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting || performance.now() - opened < LEAST_MS) return;
    seen.disconnect();
    tell();
  });
  const look = () => seen.observe(document.querySelector('.feedback'));
  look();
  // A short one is all in view from the beginning, and nothing changes then.
  setTimeout(() => {
    seen.unobserve(document.querySelector('.feedback'));
    look();
  }, LEAST_MS);
}
