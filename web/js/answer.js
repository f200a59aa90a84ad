// answer.js - tells the service that the article of an answer was opened from there: a result may lead to the same article, and no
// request says which of the links it was. Without --data there is no form below the answer, and nobody to tell. Tested by
// tests/e2e/counting.test.mjs.

document.addEventListener('click', ({ target }) => {
  const link = target.closest('#answer .answer-source a');
  if (!link || !document.querySelector('#answer form')) return;
  const id = decodeURIComponent(link.pathname.split('/').pop());
  navigator.sendBeacon('/api/v1/events', JSON.stringify({ kind: 'click', id, lang: link.lang, q: document.getElementById('~q').defaultValue, position: 0 }));
});
