// request.cc - fuzz target: the bytes of a connection, as requests, one behind the other, each answered by
// the pages and the API.
#include <string>

#include "net/request_parser.h"
#include "test_site.h"
#include "tests/fuzz/fuzz.h"

using signpost::RequestLimits;
using signpost::RequestParser;
using signpost::fuzz::require;

namespace {

using State = RequestParser::State;

// What comes in pieces must mean what it means at once.
void require_same_in_pieces(std::string_view bytes, const RequestParser& whole, State state) {
  RequestParser parser;
  State last = State::incomplete;
  for (size_t size = 0; size <= bytes.size() && last == State::incomplete; ++size) {
    last = parser.parse(bytes.substr(0, size), RequestLimits());
  }
  require(last == state, "pieces give the same state");
  if (state == State::refused) require(parser.status() == whole.status(), "pieces give the same status");
  if (state == State::complete) require(parser.size() == whole.size(), "pieces give the same size");
}

signpost::App& app() {
  static signpost::testing::TestApp app;
  return app.app();
}

void answer(const signpost::Request& request) {
  const signpost::Response response = app().handle(request);
  require(response.status >= 200 && response.status < 500, "no request makes the service fail");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes = signpost::fuzz::text_of(data, size);
  while (!bytes.empty()) {
    RequestParser parser;
    const State state = parser.parse(bytes, RequestLimits());
    require_same_in_pieces(bytes, parser, state);
    if (state == State::refused)
      require(parser.status() >= 400 && parser.status() < 500, "refused with a 4xx");
    if (const auto begun = parser.beginning(bytes); begun && state != State::complete)
      require(!begun->path.empty() && !app().refusal(400, {}, &*begun).body.empty(),
              "a refusal says something");
    if (state != State::complete) return 0;
    require(parser.size() > 0 && parser.size() <= bytes.size(), "a request has bytes, and no more than came");
    answer(parser.request(bytes));
    if (!parser.keeps_connection()) return 0;
    bytes.remove_prefix(parser.size());
  }
  return 0;
}
