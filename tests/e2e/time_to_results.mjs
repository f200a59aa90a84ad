// time_to_results.mjs - measures what a search on the results page takes, from the key press to the painted results, and what it
// transfers: tests/e2e/run time_to_results.mjs. Its figures are in BENCHMARKS.md.

import { launch, openPage } from './browser.mjs';

const WORDS = {
  en: 'install search index markdown thread docker category language answer query proxy image alias report title theme cache update filter community tag systemd backup metric facet synonym golden keyboard privacy import',
  ko: '설치 검색 색인 마크다운 질문 도커 분류 언어 답변 프록시 이미지 별칭 보고서 제목 테마 캐시 갱신 필터 커뮤니티 태그 백업 지표 동의어 단축키 개인정보 가져오기 배포 오류 번역 파일',
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// In the page: resolves with the time from the next Enter to the frame after the one that shows the results for `words`.
const painted = (words) => new Promise((resolve) => {
  let pressed;
  addEventListener('keydown', (event) => { pressed = event.timeStamp; }, { once: true, capture: true });
  const observer = new MutationObserver(() => {
    if (!document.title.startsWith(`${words} · `) || document.getElementById('found').getAttribute('aria-busy') === 'true') return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - pressed);
      port2.postMessage(undefined);
    });
  });
  observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
});

const browser = await launch();
for (const [lang, words] of Object.entries(WORDS)) {
  for (const throttled of [1, 4]) {
    const { page, context, close } = await openPage(browser, { locale: lang });
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Emulation.setCPUThrottlingRate', { rate: throttled });
    await page.goto(`/search?q=signpost&lang=${lang}`, { waitUntil: 'networkidle' });
    const bytes = [];
    client.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes[bytes.length - 1] += encodedDataLength; });
    const times = [];
    for (const word of words.split(' ')) {
      bytes.push(0);
      await page.focus('#\\~q');
      await page.evaluate((text) => { document.getElementById('~q').value = text; }, word); // no input event, so that Enter alone starts the search
      const shown = page.evaluate(painted, word);
      await page.evaluate(() => {}); // it listens by now
      await page.keyboard.press('Enter');
      times.push(await shown);
    }
    console.log(`${lang}, ${throttled === 1 ? 'this machine' : `a processor ${throttled} times slower`}: ${times.length} searches, first ${times[0].toFixed(1)} ms, median ${median(times).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms; ${Math.round(median(bytes))} bytes at the median, ${bytes.reduce((a, b) => a + b)} in all`);
    await close();
  }
}
await browser.close();
