// clients.test.mjs - the protocol's own clients of both generations, as assistants use them: they find, read and ask in three
// languages, and check each answer against the schema of its tool.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client as ModernClient, StreamableHTTPClientTransport as ModernTransport } from '@modelcontextprotocol/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const address = new URL(`${process.env.SIGNPOST_URL}/mcp`);
const who = { name: 'signpost-test', version: '1.0.0' };

const CLIENTS = {
  '@modelcontextprotocol/sdk 1': { make: () => new LegacyClient(who), transport: LegacyTransport, version: '2025-11-25', missing: -32002 },
  '@modelcontextprotocol/client 2, as it comes': { make: () => new ModernClient(who), transport: ModernTransport, version: '2025-11-25', missing: -32602 },
  '@modelcontextprotocol/client 2, whichever the server has': {
    make: () => new ModernClient(who, { versionNegotiation: { mode: 'auto' } }),
    transport: ModernTransport,
    version: '2026-07-28',
    missing: -32602, // as the client 2 writes the older code, too
  },
};

const QUESTIONS = [
  { lang: 'en', words: 'install', article: 'en/install-signpost', question: 'How do I install Signpost?', quoted: 'en/install-signpost' },
  { lang: 'ko', words: '설치', article: 'ko/install-signpost', question: '이전 색인으로 되돌리려면 어떻게 하나요?', quoted: 'ko/roll-back' },
  { lang: 'ja', words: 'インストール', article: 'ja/install-signpost', question: 'Signpostをインストールするにはどうすればいいですか', quoted: 'ja/install-signpost' },
];

const markdown = async (id) => (await fetch(`${process.env.SIGNPOST_URL}/${id.replace('/', '/articles/')}.md`)).text();

for (const [name, { make, transport, version, missing }] of Object.entries(CLIENTS)) {
  // A client is connected for one test, and closed whatever becomes of it.
  const with_client = (title, body) =>
    test(`${name}: ${title}`, async () => {
      const client = make();
      await client.connect(new transport(address));
      try {
        await client.listTools(); // with its schemas, against which it then checks what it gets
        await body(client);
      } finally {
        await client.close();
      }
    });
  const call = async (client, tool, args) => {
    const result = await client.callTool({ name: tool, arguments: args });
    assert.ok(!result.isError, JSON.stringify(result.content));
    assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
    return result.structuredContent;
  };

  with_client('is told what there is', async (client) => {
    assert.equal(client.getServerVersion().name, 'signpost');
    const negotiated = client.getNegotiatedProtocolVersion?.() ?? client.transport.protocolVersion;
    assert.equal(negotiated, version);
    assert.match(client.getInstructions(), /help centre/);
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map((tool) => tool.name), ['search', 'fetch', 'answer', 'report_problem', 'channels']);
    for (const tool of tools) assert.equal(tool.annotations.readOnlyHint, tool.name !== 'report_problem');
  });

  for (const { lang, words, article, question, quoted } of QUESTIONS) {
    with_client(`finds, reads and asks in ${lang}`, async (client) => {
      const found = await call(client, 'search', { query: words, lang, limit: 3 });
      assert.equal(found.results[0].id, article);
      assert.ok(found.results.length <= 3);
      assert.match(found.results[0].url, new RegExp(`^https://help\\.example\\.com/${lang}/articles/`));
      const read = await call(client, 'fetch', { id: found.results[0].id });
      assert.equal(read.text, await markdown(article));
      const answered = await call(client, 'answer', { question, lang });
      assert.equal(answered.answer?.id, quoted, JSON.stringify(answered));
      assert.ok((await markdown(quoted)).length > answered.answer.text.length);
    });
  }

  with_client('is refused an answer with a reason', async (client) => {
    const refused = await call(client, 'answer', { question: 'Where is my invoice?', lang: 'en' });
    assert.equal(refused.answered, false);
    assert.equal(refused.refusal, 'account');
  });

  with_client('is told of the ways to people', async (client) => {
    const { channels } = await call(client, 'channels', { lang: 'ko' });
    assert.ok(channels.some((channel) => channel.name === '문의 남기기'), JSON.stringify(channels));
  });

  with_client('reports a problem, which becomes an item', async (client) => {
    const { item } = await call(client, 'report_problem', { id: 'ja/roll-back', reason: 'unclear', comment: 'どこで実行しますか。' });
    assert.match(item, /^F-\d+$/);
  });

  with_client('is told what is wrong', async (client) => {
    const wrong = await client.callTool({ name: 'search', arguments: { query: 'a', limit: 1000 } });
    assert.ok(wrong.isError);
    assert.match(wrong.content[0].text, /limit must be a whole number from 1 to 50/);
    await assert.rejects(client.callTool({ name: 'no_such_tool', arguments: {} }), /Unknown tool/);
    await assert.rejects(client.readResource({ uri: 'signpost://en/articles/nothing' }), (error) => {
      assert.equal(error.code, missing);
      return true;
    });
  });

  with_client('lists all resources and reads them', async (client) => {
    const uris = [];
    let cursor;
    do {
      const page = await client.listResources(cursor === undefined ? {} : { cursor });
      uris.push(...page.resources.map((resource) => resource.uri));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    assert.ok(uris.length > 150, `${uris.length} resources`);
    assert.equal(new Set(uris).size, uris.length);
    const { contents } = await client.readResource({ uri: 'signpost://ko/articles/roll-back' });
    assert.equal(contents[0].text, await markdown('ko/roll-back'));
    const { resourceTemplates } = await client.listResourceTemplates();
    assert.deepEqual(resourceTemplates.map((one) => one.uriTemplate), ['signpost://{lang}/articles/{id}']);
  });
}
