"""serve.py - a server of embeddings for development and tests: multilingual-e5-small behind POST /v1/embeddings on the loopback.
The model e5-query makes the vectors of questions, e5-passage those of texts; each has its prefix put before it here.
Started by `./dev embedder`. Tested by tests/embedder/compare.py and tests/embedder/embedder_test.cc."""
import argparse
import base64
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from e5_file import E5File, path_in_package
from e5_model import E5Model

PREFIXES = {"e5-query": "query: ", "e5-passage": "passage: "}
MOST_TEXTS = 256
MOST_BYTES = 16 << 20


class Refusal(Exception):
    """What the client did wrong, with the status that says so."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def read_request(body):
    """The model, the texts and whether vectors are wanted as base64."""
    try:
        request = json.loads(body)
    except ValueError as error:
        raise Refusal(400, "the body is no JSON") from error
    if not isinstance(request, dict):
        raise Refusal(400, "the body is no object")
    texts = request.get("input")
    if isinstance(texts, str):
        texts = [texts]
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        raise Refusal(400, "'input' must be a text or a list of texts")
    if len(texts) > MOST_TEXTS:
        raise Refusal(413, f"at most {MOST_TEXTS} texts at once")
    model, form = request.get("model"), request.get("encoding_format", "float")
    if model not in PREFIXES:
        raise Refusal(404, "'model' must be " + " or ".join(PREFIXES))
    if form not in ("float", "base64"):
        raise Refusal(400, "'encoding_format' must be float or base64")
    return model, texts, form == "base64"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # an answer in one piece: the second of two waits for the first to be acknowledged
    timeout = 600
    model = None
    one_at_a_time = threading.Lock()

    def log_message(self, *_):
        pass

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def refuse(self, status, message):
        self.close_connection = True  # its body may not have been read
        self.answer(status, {"error": {"message": message, "type": "invalid_request_error"}})

    def do_GET(self):
        if self.path == "/v1/models":
            self.answer(200, {"object": "list", "data": [{"id": name, "object": "model"} for name in PREFIXES]})
        else:
            self.refuse(404, "there are POST /v1/embeddings and GET /v1/models")

    def do_POST(self):
        size = self.headers.get("Content-Length", "")
        try:
            if self.path != "/v1/embeddings":
                raise Refusal(404, "there are POST /v1/embeddings and GET /v1/models")
            if not size.isdecimal() or int(size) > MOST_BYTES:
                raise Refusal(413, f"a body must say its length, of at most {MOST_BYTES} bytes")
            name, texts, as_base64 = read_request(self.rfile.read(int(size)))
        except Refusal as refusal:
            return self.refuse(refusal.status, str(refusal))
        with self.one_at_a_time:
            vectors, tokens = self.model.embed([PREFIXES[name] + text for text in texts])
        written = [base64.b64encode(row.tobytes()).decode() if as_base64 else row.tolist() for row in vectors.astype("<f4")]
        self.answer(200, {
            "object": "list",
            "data": [{"object": "embedding", "index": nth, "embedding": row} for nth, row in enumerate(written)],
            "model": name,
            "usage": {"prompt_tokens": tokens, "total_tokens": tokens},
        })


def main():
    parser = argparse.ArgumentParser(description="Serves embeddings of multilingual-e5-small on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=8090, help="0 takes any that is free (default: %(default)s)")
    parser.add_argument("--tokens", type=int, default=128, help="of a text that are read, 512 at most (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="that compute (default: all cores)")
    options = parser.parse_args()
    Handler.model = E5Model(E5File(path_in_package()), options.tokens, options.threads)
    server = ThreadingHTTPServer(("127.0.0.1", options.port), Handler)
    server.daemon_threads = True
    print(f"embedder: http://127.0.0.1:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
