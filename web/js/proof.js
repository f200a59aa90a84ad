// proof.js - a computation that is asked for while far too many requests come (src/contact/proof.h): a number whose SHA-256, behind the
// challenge, begins with so many bits of zero. By itself, since Web Crypto is slow for many short texts, and absent where a site has no TLS.
// Tested by tests/e2e/request_flood.test.mjs.

const BLOCK = 64;
const AT_ONCE = 20_000; // sums before the page has its turn

const fraction = (number) => (number - Math.floor(number)) * 2 ** 32 | 0;
const isPrime = (number) => [...Array(number).keys()].slice(2).every((other) => number % other);
const primes = [...Array(312).keys()].slice(2).filter(isPrime); // sixty-four
const ROUNDS = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const BEGIN = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const words = new Int32Array(64);

// FIPS 180-4, 6.2.2: `state` of the block that begins at `at`.
function compress(state, view, at) {
  for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i += 1) {
    const x = words[i - 15];
    const y = words[i - 2];
    words[i] = words[i - 16] + words[i - 7] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10);
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const first = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + ROUNDS[i] + words[i] | 0;
    const second = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
    h = g;
    g = f;
    f = e;
    e = d + first | 0;
    d = c;
    c = b;
    b = a;
    a = first + second | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

// The first number that is a proof, as text. The challenge is ASCII.
export async function prove(challenge, bits) {
  const bytes = new TextEncoder().encode(`${challenge}:`);
  const whole = bytes.length - bytes.length % BLOCK; // is the same for all numbers
  const middle = BEGIN.slice();
  for (let at = 0; at < whole; at += BLOCK) compress(middle, new DataView(bytes.buffer), at);
  const tail = new Uint8Array(2 * BLOCK);
  const view = new DataView(tail.buffer);
  const state = BEGIN.slice();
  for (let number = 0; ; number += 1) {
    if (number % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => { setTimeout(resolve); });
    const text = String(number);
    tail.fill(0);
    tail.set(bytes.subarray(whole));
    let end = bytes.length - whole;
    for (let i = 0; i < text.length; i += 1) tail[end + i] = text.charCodeAt(i);
    end += text.length;
    tail[end] = 0x80;
    const last = end + 9 <= BLOCK ? 0 : BLOCK;
    view.setUint32(last + BLOCK - 4, 8 * (whole + end));
    state.set(middle);
    for (let at = 0; at <= last; at += BLOCK) compress(state, view, at);
    if (Math.clz32(state[0]) >= bits) return text;
  }
}
