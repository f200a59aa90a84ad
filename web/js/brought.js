// brought.js - what somebody asked and read on a page of another site, in the widget there: taken from behind the "#" of the form's address,
// which no browser sends anywhere. It may be anybody's text, and is no more than lines of the form. Tested by
// tests/e2e/widget_contact.test.mjs.

import { note } from './trail.js';

const MARK = '#packet&';
const MOST_OF_A_KIND = 10;
const MOST_BYTES = 200; // of an id or an anchor, as a request takes them

const fits = (text) => new TextEncoder().encode(text).length <= MOST_BYTES;
const isAny = () => true;
const isPlace = (value) => /^[^#]+#[^#]*$/.test(value) && value.split('#').every(fits);
const TAKEN = { questions: isAny, read: isPlace, answers: isPlace, product: isAny };

// Once: the address of the page, which may be copied or kept, says no more of it.
export function takeWhatWasBrought() {
  if (!location.hash.startsWith(MARK)) return;
  const brought = new URLSearchParams(location.hash.slice(MARK.length));
  for (const [kind, isOne] of Object.entries(TAKEN)) {
    for (const value of brought.getAll(kind).filter(isOne).slice(-MOST_OF_A_KIND)) note(kind, value);
  }
  history.replaceState(history.state, '', location.pathname + location.search);
}
