// contact.js - the contact page in the visitor's own time, and as it is now: moments are shown by the visitor's clocks, and what is open
// is asked for again while somebody looks. Without this the page says the same, by the clocks of the channels.
// Tested by tests/e2e/contact.test.mjs.

import { fill } from './dom.js';

const AGAIN_MS = 30_000;
const lang = document.documentElement.lang;
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const moment = new Intl.DateTimeFormat(lang, { weekday: 'short', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
let asked = Date.now();

function showMoments(part) {
  for (const time of part.querySelectorAll('time[datetime]')) time.textContent = moment.format(new Date(time.dateTime));
}

// This kind of request makes a document of the answer that runs and loads nothing.
function ask() {
  asked = Date.now();
  const request = new XMLHttpRequest();
  request.open('GET', location.pathname + location.search);
  request.responseType = 'document';
  request.onload = () => {
    const answer = request.response?.getElementById('channels');
    if (request.status === 200 && answer) take(answer);
  };
  request.send();
}

// What is the same stays, and with it the focus and what a screen reader has read.
function take(answer) {
  const shown = document.getElementById('channels');
  showMoments(answer);
  if (shown.isEqualNode(answer)) return;
  const focused = document.activeElement?.closest('.channel')?.id;
  shown.replaceChildren(...answer.childNodes);
  if (focused) document.getElementById(focused)?.querySelector('a')?.focus();
}

function look() {
  if (!document.hidden && Date.now() - asked >= AGAIN_MS) ask();
}

const note = document.getElementById('zone');
if (zone) {
  note.textContent = fill(note.dataset.text, { zone });
  note.hidden = false;
}
showMoments(document);
setInterval(look, AGAIN_MS);
document.addEventListener('visibilitychange', look);
