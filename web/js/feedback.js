// feedback.js - sends what a reader says below an article, and shows what became of it in the form's place; without scripts a page
// does. Leads to the form from a step that was tried (trail_pages.js) and did not help. Tested by tests/e2e/feedback.test.mjs.

import './reading.js';
import { fill, h } from './dom.js';

const section = document.querySelector('.feedback');

async function send(form, helpful) {
  const fields = Object.fromEntries(new FormData(form));
  const response = await fetch('/api/v1/feedback', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...fields, step: Number(fields.step) || null, helpful }),
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

// The form, filled in with where the step is; or what has become of it already.
function tellOf({ anchor, step }) {
  const form = section.querySelector('details form');
  if (!form) {
    section.querySelector('[role=status]').focus();
    return;
  }
  form.parentElement.open = true;
  const part = form.elements.anchor ?? form.appendChild(h('input', { type: 'hidden', name: 'anchor' }));
  part.value = anchor;
  if (part.selectedIndex === -1) part.value = '';
  form.elements.step.value = step;
  form.elements.reason[0].focus();
}

function offerToTell(label) {
  const button = h('button', { type: 'button', class: 'step-no' }, section.dataset.stepNo);
  button.addEventListener('click', () => tellOf(label.dataset));
  label.after(button);
}

if (section) {
  for (const box of document.querySelectorAll('.tried :checked')) offerToTell(box.parentElement);
  document.addEventListener('change', ({ target }) => {
    const label = target.closest('.tried');
    if (label && target.checked) offerToTell(label);
    else label?.nextElementSibling.remove();
  });
}
