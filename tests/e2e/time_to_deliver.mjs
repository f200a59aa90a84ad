// time_to_deliver.mjs - measures how fast requests that have waited go out to a receiver on the same machine. With SIGNPOST_INDEX_PROGRAM
// and SIGNPOST_SERVE_PROGRAM set, node prints it. Its figure is in BENCHMARKS.md.

import { DeliveringCentre, Receiver, SECRET } from './help_desk.mjs';
const N = 1000;
let broken = true;
const receiver = new Receiver((request, response) => response.writeHead(broken ? 503 : 200).end());
const port = await receiver.listen();
const centre = new DeliveringCentre();
centre.save('deliveries.yaml', `deliveries:\n  - {id: desk, webhook: "http://127.0.0.1:${port}/", secrets: ["${SECRET}"], allow_networks: 127.0.0.1}\n`);
await centre.start();
const t0 = performance.now();
for (let i = 0; i < N / 4; ++i) await Promise.all(Array.from({ length: 4 }, () => centre.send({ message: 'It does not print.' })));
const t1 = performance.now();
const failed = receiver.got.length;
broken = false;
await receiver.until(() => receiver.got.length > failed);
const t2 = performance.now();
await receiver.until(() => receiver.got.length >= N + failed);
const t3 = performance.now();
console.log(`${N} requests kept in ${Math.round(t1 - t0)} ms, delivered in ${Math.round(t3 - t2)} ms`);
centre.stop();
await receiver.close();
