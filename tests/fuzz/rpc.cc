// rpc.cc - fuzz target: a message of the Model Context Protocol, as a stranger sends it. The first three
// lines are its headers (version, method, name), the rest is the message.
#include "mcp/rpc.h"

#include <nlohmann/json.hpp>

#include "mcp/article_name.h"
#include "mcp/protocol.h"
#include "tests/fuzz/fuzz.h"

using signpost::Json;
using signpost::fuzz::require;

namespace {

// An empty line is an absent header, as a request has it.
std::optional<std::string> next_header(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line.empty() ? std::nullopt : std::optional<std::string>(line);
}

void check_message(const Json& message, const signpost::McpHeaders& headers) {
  const auto kind = signpost::kind_of_rpc(message);
  const std::string text = signpost::to_text(message);
  require(signpost::kind_of_rpc(signpost::parse_rpc(text)) == kind, "what was written down is the same");
  const auto era = signpost::era_of(message, headers);
  if (kind == signpost::RpcKind::request && era == signpost::Era::modern)
    signpost::check_modern_request(message, headers);
}

void check_name(std::string_view text) {
  const auto name = signpost::parse_article_name(text);
  if (!name || name->lang.empty()) return;
  require(signpost::parse_resource_uri(signpost::resource_uri(*name)) == name, "an address leads back");
  require(signpost::parse_article_name(signpost::to_text(*name)) == name, "a name leads back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view text = signpost::fuzz::text_of(data, size);
  signpost::McpHeaders headers;
  headers.version = next_header(text);
  headers.method = next_header(text);
  headers.name = next_header(text);
  if (headers.name) check_name(*headers.name);
  Json message;
  try {
    message = signpost::parse_rpc(text);
    check_message(message, headers);
  } catch (const signpost::RpcError& error) {
    const std::string answer = signpost::to_text(signpost::rpc_error(message, error));
    signpost::fuzz::require_utf8(answer, "an answer is UTF-8");
    require(Json::parse(answer).at("error").contains("code"), "an error has a code");
  }
  return 0;
}
