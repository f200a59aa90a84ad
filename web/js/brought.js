// brought.js - what somebody asked and read on a page of another site, in the widget there: taken from behind the "#" of the form's address,
// which no browser sends anywhere. It may be anybody's text, and is no more than lines of the form. Tested by
// tests/e2e/widget_contact.test.mjs.

import { note } from './trail.js';

const MARK = '#packet&';
const MOST_OF_A_KIND = 10;
const IS_PLACE = /^[^#]{1,60}#[^#]{0,60}$/u;
const TAKEN = { questions: () => true, read: (value) => IS_PLACE.test(value), answers: (value) => IS_PLACE.test(value), product: () => true };

// Once: the address of the page, which may be copied or kept, says no more of it.
export function takeWhatWasBrought() {
  if (!location.hash.startsWith(MARK)) return;
  const brought = new URLSearchParams(location.hash.slice(MARK.length));
  for (const [kind, isOne] of Object.entries(TAKEN)) {
    for (const value of brought.getAll(kind).filter(isOne).slice(-MOST_OF_A_KIND)) note(kind, value);
  }
  history.replaceState(history.state, '', location.pathname + location.search);
}
