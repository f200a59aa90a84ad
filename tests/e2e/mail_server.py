# mail_server.py CERTIFICATE KEY - a mail server (aiosmtpd) that takes mail of who has signed in, over TLS alone. Prints its port, then
# each message as Python's own library reads it, a line of JSON each. Its first message is put off with 451.
import asyncio
import json
import ssl
import sys
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


def signed_in(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"desk", b"hidden")
    return AuthResult(success=good, handled=False)


class Handler:
    def __init__(self):
        self.seen = 0

    async def handle_DATA(self, server, session, envelope):
        self.seen += 1
        message = message_from_bytes(envelope.content, policy=policy.default)
        told = {name: [str(value) for value in message.get_all(name, [])] for name in dict.fromkeys(message.keys())}
        body = message.get_content()
        print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "headers": told, "body": body,
                          "defects": [str(one) for one in message.defects], "tls": session.ssl is not None,
                          "put_off": self.seen == 1}), flush=True)
        return "451 later, ann@example.com" if self.seen == 1 else "250 kept"


async def serve():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    handler = Handler()
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(handler, tls_context=context, require_starttls=True, authenticator=signed_in, auth_required=True,
                     enable_SMTPUTF8=True, hostname="localhost"), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
