"""client.py - PyPI's client of the Model Context Protocol, in both eras: it lists, finds, reads and asks in three languages.

SIGNPOST_URL is where the service is. The client checks each answer against the schema of its tool."""

import asyncio
import json
import os
import sys

from mcp import Client

ADDRESS = os.environ["SIGNPOST_URL"] + "/mcp"
ERAS = {"legacy": "2025-11-25", "auto": "2026-07-28"}
QUESTIONS = [
    ("en", "install", "en/install-signpost", "How do I install Signpost?", "en/install-signpost"),
    ("ko", "설치", "ko/install-signpost", "이전 색인으로 되돌리려면 어떻게 하나요?", "ko/roll-back"),
    ("ja", "インストール", "ja/install-signpost", "Signpostをインストールするにはどうすればいいですか", "ja/install-signpost"),
]


async def call(client, tool, arguments):
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


async def resources(client):
    """The addresses of all pages of the list."""
    uris, cursor = [], None
    while True:
        page = await client.list_resources(cursor=cursor)
        uris += [str(resource.uri) for resource in page.resources]
        cursor = page.next_cursor
        if cursor is None:
            return uris


async def use(mode, version):
    async with Client(ADDRESS, mode=mode) as client:
        assert client.protocol_version == version, client.protocol_version
        assert client.server_info.name == "signpost"
        tools = [tool.name for tool in (await client.list_tools()).tools]
        assert tools == ["search", "fetch", "answer", "report_problem", "channels"], tools
        for lang, words, article, question, quoted in QUESTIONS:
            found = await call(client, "search", {"query": words, "lang": lang})
            assert found["results"][0]["id"] == article, found["results"][0]
            read = await call(client, "fetch", {"id": article})
            assert read["lang"] == lang and read["text"].startswith("# "), read
            answered = await call(client, "answer", {"question": question, "lang": lang})
            assert answered["answered"] and answered["answer"]["id"] == quoted, answered
        refused = await call(client, "answer", {"question": "Where is my invoice?", "lang": "en"})
        assert refused["refusal"] == "account", refused
        wrong = await client.call_tool("search", {"query": ""})
        assert wrong.is_error and "query must be there" in wrong.content[0].text, wrong
        uris = await resources(client)
        assert len(uris) > 150 and len(set(uris)) == len(uris), len(uris)
        read = await client.read_resource("signpost://ko/articles/roll-back")
        assert read.contents[0].mime_type == "text/markdown" and read.contents[0].text.startswith("# ")
    print(f"client.py: {version}: {len(tools)} tools, {len(uris)} resources, {len(QUESTIONS)} languages")


async def main():
    for mode, version in ERAS.items():
        await use(mode, version)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
