// help_desks.test.mjs - the ready-made bodies of packaging/deliveries go to servers that take what the API of each help desk demands and
// nothing else. The demands are those of:
//   Zendesk   developer.zendesk.com/api-reference/ticketing/tickets/ticket-requests (Create Request, anonymous: requester.name)
//   Zammad    docs.zammad.org/en/latest/api/ticket/index.html (Create: title, group, customer_id; sender with a customer of another name)
//   Chatwoot  github.com/chatwoot/chatwoot: swagger/definitions/request/conversation/create_payload.yml, and message_type of
//             create_message_payload.yml

import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DeliveringCentre, Receiver } from './help_desk.mjs';

const bodies = join(dirname(fileURLToPath(import.meta.url)), '../../packaging/deliveries');
const text = { type: 'string', least: 1 };
const whole = { type: 'integer' };
// Members that there may be; those with `needed` that there must be.
const needed = (schema) => ({ ...schema, needed: true });
const object = (members) => ({ type: 'object', members });
const DEMANDS = {
  '/api/v2/requests.json': object({
    request: needed(object({
      requester: needed(object({ name: needed(text), email: { ...text, pattern: /^[^@\s]+@[^@\s]+$/ }, locale: text })),
      subject: needed(text),
      comment: needed(object({ body: needed(text) })),
    })),
  }),
  '/api/v1/tickets': object({
    title: needed(text),
    group: needed(text),
    customer_id: needed({ ...text, pattern: /^guess:[^@\s]+@[^@\s]+$/ }),
    article: needed(object({
      subject: text,
      body: needed(text),
      content_type: { ...text, oneOf: ['text/plain', 'text/html'] },
      type: { ...text, oneOf: ['note', 'web', 'phone', 'email'] },
      sender: needed({ ...text, oneOf: ['Customer'] }),
      internal: { type: 'boolean' },
    })),
  }),
  '/api/v1/accounts/1/conversations': object({
    source_id: needed(text),
    inbox_id: needed(whole),
    contact_id: needed(whole),
    additional_attributes: { type: 'object' },
    custom_attributes: { type: 'object' },
    status: { ...text, oneOf: ['open', 'resolved', 'pending'] },
    message: needed(object({ content: needed(text), message_type: { ...text, oneOf: ['incoming', 'outgoing'] } })),
  }),
};

const typeOf = (value) => (Number.isInteger(value) ? 'integer' : value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

// What is wrong, each with its place.
function faults(value, schema, place = '') {
  if (typeOf(value) !== schema.type) return [`${place} is ${typeOf(value)}`];
  const wrong = [];
  if (schema.least && value.trim().length < schema.least) wrong.push(`${place} is empty`);
  if (schema.pattern && !schema.pattern.test(value)) wrong.push(`${place} is '${value}'`);
  if (schema.oneOf && !schema.oneOf.includes(value)) wrong.push(`${place} is '${value}'`);
  if (!schema.members) return wrong;
  for (const name of Object.keys(value)) if (!schema.members[name]) wrong.push(`${place}/${name} is not known`);
  for (const [name, member] of Object.entries(schema.members)) {
    if (name in value) wrong.push(...faults(value[name], member, `${place}/${name}`));
    else if (member.needed) wrong.push(`${place}/${name} is missing`);
  }
  return wrong;
}

const refused = [];
const receiver = new Receiver((request, response) => {
  const { body } = receiver.got.at(-1);
  const wrong = faults(JSON.parse(body), DEMANDS[request.url]);
  if (request.headers['content-type'] !== 'application/json') wrong.push('content-type');
  if (wrong.length) refused.push(`${request.url}: ${wrong.join(', ')}`);
  response.writeHead(wrong.length ? 422 : 201).end();
});
const centre = new DeliveringCentre();

before(async () => {
  const port = await receiver.listen();
  for (const name of ['zendesk', 'zammad', 'chatwoot']) copyFileSync(join(bodies, `${name}.json`), join(centre.work, `${name}.json`));
  const delivery = (id, path, header) => `  - id: ${id}
    webhook: http://127.0.0.1:${port}${path}
    body: ${id}.json
    headers: {${header}}
    allow_networks: [127.0.0.1]
`;
  centre.save('deliveries.yaml', `deliveries:
${delivery('zendesk', '/api/v2/requests.json', 'Idempotency-Key: "{{id}}"')}${delivery('zammad', '/api/v1/tickets', 'Authorization: Token token=hidden')}${delivery('chatwoot', '/api/v1/accounts/1/conversations', 'api_access_token: hidden')}`);
  await centre.start();
});

after(async () => {
  centre.stop();
  await receiver.close();
});

it('the judge of bodies sees what is missing, what is not known, and what is no text', () => {
  const schema = DEMANDS['/api/v2/requests.json'];
  assert.deepEqual(faults({ request: { requester: { name: '' }, comment: { body: 3 }, priority: 'high' } }, schema), [
    '/request/priority is not known', '/request/requester/name is empty', '/request/subject is missing', '/request/comment/body is integer',
  ]);
});

for (const [kind, request] of Object.entries({
  'all that there is': { message: 'It does not print.\n"Really"', reply_to: 'ann@example.com', name: 'Ann', lang: 'en', product: 'Printer', packet: { questions: ['how?'] } },
  'a message alone': { message: '인쇄가 안 돼요' },
  'a telephone number': { message: 'Call me', reply_to: '+82 2 1234 5678' },
  'hostile texts': { message: '"},"admin":true,{{name}} \\ \u2028 </script>', name: '{{email}}", "role": "admin', reply_to: 'a@b@c' },
})) {
  it(`each help desk takes a request with ${kind}`, async () => {
    const from = receiver.got.length;
    const code = await centre.send(request);
    await receiver.until(() => receiver.got.length === from + 3);
    assert.deepEqual(refused, []);
    for (const { body } of receiver.got.slice(from)) {
      assert.ok(body.includes(code));
      assert.ok(JSON.stringify(JSON.parse(body)).includes(JSON.stringify(request.message.split('\n')[0]).slice(1, -1)), body);
    }
  });
}

it('a change of the state opens no second ticket', async () => {
  const code = await centre.send({ message: 'One ticket' });
  centre.desk('state', code, 'closed');
  const last = await centre.send({ message: 'Another' });
  await receiver.until(() => receiver.got.filter(({ body }) => body.includes(last)).length === 3);
  assert.equal(receiver.got.filter(({ body }) => body.includes(code)).length, 3);
});

it('headers are sent as they are told', () => {
  const at = (path) => receiver.at(path)[0].headers;
  assert.match(at('/api/v2/requests.json')['idempotency-key'], /^msg_[0-9a-f]{32}$/);
  assert.equal(at('/api/v1/tickets').authorization, 'Token token=hidden');
  assert.equal(at('/api/v1/accounts/1/conversations').api_access_token, 'hidden');
});
