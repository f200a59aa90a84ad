// meant_embedder.mjs - a server of embeddings whose model knows one thing: what is about getting money back. All else it tells apart by
// its length. Prints its address. Started by meant.test.mjs, as a process of its own, since that waits for signpost-index.

import { createServer } from 'node:http';

const DIMENSION = 8;
const ABOUT_MONEY_BACK = /refund|money back|환불|돌려받/i;

function vectorOf(text) {
  const place = ABOUT_MONEY_BACK.test(text) ? 0 : 1 + (text.length % (DIMENSION - 1));
  return Array.from({ length: DIMENSION }, (_, i) => Number(i === place));
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (data) => { body += data; });
  request.on('end', () => {
    const data = JSON.parse(body).input.map((text, index) => ({ index, embedding: vectorOf(text) }));
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ object: 'list', data }));
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
