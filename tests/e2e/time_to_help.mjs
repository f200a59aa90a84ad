// time_to_help.mjs - measures how long it takes, beside the form to people, from what somebody writes to the painted articles that may
// help: tests/e2e/run time_to_help.mjs. Its figures are in BENCHMARKS.md.

import { launch, openPage } from './browser.mjs';

const WRITTEN = {
  en: ['I cannot install Signpost on Debian', 'my article does not show up', 'how do I redirect an old address', 'the search finds too much', 'images are not shown', 'which languages can I use', 'roll back to the index of yesterday', 'the container does not start', 'how do I translate an article', 'synonyms do not work'],
  ko: ['데비안에 설치가 안 됩니다', '글이 보이지 않습니다', '이전 주소를 새 주소로 보내고 싶어요', '검색 결과가 너무 많아요', '이미지가 보이지 않아요', '이전 색인으로 되돌리는 방법', '컨테이너가 시작되지 않습니다', '글을 번역하려면 어떻게 하나요', '동의어가 작동하지 않습니다', '백업하는 방법'],
};
const ROUNDS = 3;
const at = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))];

// In the page: resolves with the time from the next input to the frame after the one that shows what may help.
const painted = () => new Promise((resolve) => {
  let written;
  addEventListener('input', (event) => { written = event.timeStamp; }, { once: true, capture: true });
  const fitting = document.getElementById('fitting');
  const observer = new MutationObserver(() => {
    if (fitting.hidden) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - written);
      port2.postMessage(undefined);
    });
  });
  observer.observe(fitting, { attributes: true, childList: true, subtree: true });
});

const browser = await launch();
for (const [lang, texts] of Object.entries(WRITTEN)) {
  for (const throttled of [1, 4]) {
    const { page, context, close } = await openPage(browser, { locale: lang });
    const client = await context.newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: throttled });
    await page.goto(`/${lang}/requests/new`, { waitUntil: 'networkidle' });
    const times = [];
    for (let round = 0; round < ROUNDS; ++round) {
      for (const text of texts) {
        await page.fill('#message', '');
        await page.waitForSelector('#fitting', { state: 'hidden' });
        await page.focus('#message');
        const shown = page.evaluate(painted);
        await page.evaluate(() => {}); // it listens by now
        await page.keyboard.insertText(text);
        times.push(await shown);
      }
    }
    console.log(`${lang}, ${throttled === 1 ? 'this machine' : `a processor ${throttled} times slower`}: ${times.length} texts, median ${at(times, 0.5).toFixed(1)} ms, p90 ${at(times, 0.9).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms`);
    await close();
  }
}
await browser.close();
