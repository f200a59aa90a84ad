// share_drafts.test.mjs - thousands of texts, made up by chance with a seed and out of our own articles: replies for X have the length
// that X's own library (twitter-text) gives them and never more than 280, those for Mastodon and Bluesky fit as the browser's
// segmenter counts, and no character of a person's is cut.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import twitter from 'twitter-text';
import { serveArticles, writeArticles } from './own_service.mjs';

const ARTICLES = 1500;
const BASE = 'https://help.example.com';
const work = mkdtempSync(join(tmpdir(), 'signpost-drafts-'));
let service;

let state = 20_261_130;
function random(below) {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor(state / 65_536) % below;
}
const pick = (list) => list[random(list.length)];

const PIECES = [
  () => pick(['password', 'the', 'Install', 'über', 'naïve', 'Ελλάδα', 'привет', 'a', 'don’t', '“quoted”', '…', '— ']),
  () => pick(['비밀번호를', '재설정', '설정', '가나다', '한글']),
  () => pick(['パスワード', '再設定', '日本語の文。', 'サーバー', '中文', '設定を開きます。']),
  () => pick(['👨‍👩‍👧‍👦', '👍🏽', '🇰🇷', '🏳️‍🌈', '❤️', '☎', '1️⃣', '🧑‍💻', '🫠', '©', '™️', '👩🏽‍🤝‍👩🏻', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '😀']),
  () => pick(['https://example.com/a/b?c=d#e', 'example.com', 'http://a.b.co.uk:8080/x(y)z', 'node.js', 'README.md', 'signpost.sh', 'a@b.example.org', 'www.한국.com', 'https://例え.jp/パス', 'sub-domain.example.museum/path,', '.com', 'v1.2.3', 'x.y.z', 'https://t.co/abc123', '한국어example.com', 'https://example.com/ünï', 'http://under_score.example.io', 'e.g.', 'Mr.Smith', 'a.invalid']),
  () => pick(['e\u0301', 'a\u0323\u0301', '가', 'กำ', 'नमस्ते', 'שלום', 'مرحبا', '\u200B', '𝒳']),
];
function text(most) {
  let all = '';
  for (let words = 1 + random(most); words > 0; --words) all += pick(PIECES)() + pick([' ', ' ', ' ', '', '. ', ', ', '。', '/', '-', '(', ') ']);
  return all.trim() || 'x';
}

before(async () => {
  writeArticles(work, { 'site.yaml': `title: Help\nlanguages: [en]\ndefault_language: en\nbase_url: ${BASE}\n` });
  for (let i = 0; i < ARTICLES; ++i) {
    const title = text(pick([4, 4, 4, 60]));
    const summary = random(4) ? `summary: ${JSON.stringify(text(pick([8, 30, 120])))}\n` : '';
    const steps = random(3) ? Array.from({ length: 1 + random(6) }, (_, n) => `${n + 1}. ${text(12).replaceAll('\n', ' ')}`).join('\n') : text(60);
    writeArticles(work, { [`help/en/a${i}.md`]: `---\ntitle: ${JSON.stringify(title)}\n${summary}---\n${text(20)}\n\n## Part\n\n${steps}\n` });
  }
  service = await serveArticles(work);
});

after(() => {
  service?.stop();
  rmSync(work, { recursive: true, force: true });
});

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (all) => [...segmenter.segment(all)].map(({ segment }) => segment);

function check(shared) {
  const { address, replies } = shared;
  for (const { place, text: reply, length, limit } of replies) {
    const message = `${place}: ${JSON.stringify(reply)}`;
    assert.ok(length <= limit, message);
    assert.ok(reply.endsWith(`\n${address}`), message);
    assert.ok(!reply.includes('\uFFFD'), message);
    const cut = reply.lastIndexOf('…\n');
    if (cut > 0) assert.ok(graphemes(reply).includes('…'), message);
    if (place === 'x') {
      const { weightedLength, valid } = twitter.parseTweet(reply);
      assert.equal(length, weightedLength, message);
      assert.ok(valid && weightedLength <= 280, message);
    }
    if (place === 'bluesky') assert.ok(graphemes(reply).length <= 300 && Buffer.byteLength(reply) <= 3000, message);
    if (place === 'mastodon') assert.ok(graphemes(reply.replace(/https?:\/\/[^\s]+/gu, 'x'.repeat(23))).length <= 500 + 23, message);
  }
}

it(`${ARTICLES * 2} texts made up by chance`, async () => {
  let addresses = 0;
  let longest = 0;
  for (let i = 0; i < ARTICLES; ++i) {
    for (const anchor of ['', '?anchor=part']) {
      const answer = await fetch(`${service.origin}/api/v1/articles/a${i}/share${anchor}`);
      assert.equal(answer.status, 200, `a${i}`);
      const shared = await answer.json();
      check(shared);
      assert.match(shared.address, new RegExp(`^${BASE}/s/[0-9a-hjkmnp-tv-z]{6}$`));
      addresses += twitter.extractUrls(shared.replies[0].text).length > 1;
      longest = Math.max(longest, shared.replies[0].length);
    }
  }
  // The test has something to find.
  assert.ok(addresses > ARTICLES / 4 && longest > 270, `${addresses} with addresses in the text, the longest has ${longest}`);
});

for (const lang of ['en', 'ko', 'ja']) {
  it(`all sections of our own articles in ${lang}`, async () => {
    const origin = process.env.SIGNPOST_URL;
    const sitemap = await (await fetch(`${origin}/${lang}/`)).text();
    const ids = [...new Set([...sitemap.matchAll(/articles\/([\w-]+)/g)].map(([, id]) => id))];
    assert.ok(ids.length > 5);
    for (const id of ids) {
      const article = await (await fetch(`${origin}/api/v1/articles/${id}?lang=${lang}`)).json();
      for (const anchor of ['', ...article.toc.map((entry) => entry.anchor)]) {
        const shared = await (await fetch(`${origin}/api/v1/articles/${id}/share?${new URLSearchParams({ lang, anchor })}`)).json();
        assert.equal(shared.lang, lang);
        const host = shared.address.startsWith('/') ? BASE : '';
        for (const reply of shared.replies) reply.text = reply.text.replaceAll(shared.address, host + shared.address);
        check({ ...shared, address: host + shared.address });
      }
    }
  });
}
