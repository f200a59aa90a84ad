// feedback.js - sends what a reader says below an article, and shows what became of it in the form's place; without scripts a page
// does. Tested by tests/e2e/feedback.test.mjs.

import './reading.js';
import { fill, h } from './dom.js';

const section = document.querySelector('.feedback');

async function send(form, helpful) {
  const fields = Object.fromEntries(new FormData(form));
  const response = await fetch('/api/v1/feedback', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...fields, helpful }),
  });
  if (!response.ok) throw new Error(response.statusText);
  return response.status === 201 ? fill(section.dataset.item, await response.json()) : section.dataset.counted;
}

function tell(text) {
  const said = h('p', { role: 'status', tabindex: '-1' }, text);
  section.querySelector('.feedback-row').replaceWith(said);
  said.focus();
}

section?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = event.submitter;
  button.disabled = true;
  try {
    tell(await send(event.target, button.value === 'yes'));
  } catch {
    // What was written stays.
    button.disabled = false;
    const said = section.querySelector('.notice') ?? section.appendChild(h('p', { class: 'notice', role: 'alert' }));
    said.textContent = section.dataset.failed;
  }
});
