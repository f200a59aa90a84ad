// protocol.cc - see protocol.h.
#include "mcp/protocol.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/base64.h"

namespace signpost {
namespace {

constexpr char kVersionKey[] = "io.modelcontextprotocol/protocolVersion";
constexpr char kCapabilitiesKey[] = "io.modelcontextprotocol/clientCapabilities";
constexpr std::string_view kBatchVersion = "2025-03-26";

const Json& member_of(const Json& json, const char* name) {
  static const Json kNothing;
  if (!json.is_object()) return kNothing;
  const auto found = json.find(name);
  return found == json.end() ? kNothing : *found;
}

const Json& meta_of(const Json& message) { return member_of(member_of(message, "params"), "_meta"); }

bool is_legacy_version(std::string_view version) {
  return std::find(std::begin(kLegacyVersions), std::end(kLegacyVersions), version) !=
         std::end(kLegacyVersions);
}

RpcError mismatch(const std::string& what) {
  return {RpcCode::header_mismatch, "Header mismatch: " + what, 400};
}

RpcError malformed_meta(const char* key) {
  return {RpcCode::invalid_params, std::string("Invalid params: _meta must have ") + key, 400};
}

void refuse_unknown_version(const std::string& version) {
  if (version == kModernVersion || is_legacy_version(version)) return;
  throw RpcError(RpcCode::unsupported_version, "Unsupported protocol version", 400,
                 {{"supported", supported_versions()}, {"requested", version}});
}

// What a header may say of any text: the text itself, or "=?base64?...?=" of it; nullopt for what is neither.
std::optional<std::string> decoded_header(std::string_view value) {
  constexpr std::string_view kBegin = "=?base64?";
  constexpr std::string_view kEnd = "?=";
  const bool is_plain = std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (!is_plain) return std::nullopt;
  if (!value.starts_with(kBegin) || !value.ends_with(kEnd) || value.size() < kBegin.size() + kEnd.size())
    return std::string(value);
  return from_base64(value.substr(kBegin.size(), value.size() - kBegin.size() - kEnd.size()));
}

// The member of `params` that Mcp-Name repeats; null where there is none to repeat.
const char* named_by(const std::string& method) {
  if (method == "tools/call" || method == "prompts/get") return "name";
  return method == "resources/read" ? "uri" : nullptr;
}

}  // namespace

Era era_of(const Json& message, const McpHeaders& headers) {
  const Json& claim = member_of(meta_of(message), kVersionKey);
  if (!claim.is_null() && !claim.is_string()) throw malformed_meta(kVersionKey);
  if (claim.is_string()) {
    const auto version = claim.get<std::string>();
    if (headers.version && *headers.version != version)
      throw mismatch("MCP-Protocol-Version is not the version of _meta");
    refuse_unknown_version(version);
    return version == kModernVersion ? Era::modern : Era::legacy;
  }
  if (!headers.version) return Era::legacy;
  refuse_unknown_version(*headers.version);
  return *headers.version == kModernVersion ? Era::modern : Era::legacy;
}

bool takes_batches(const McpHeaders& headers) {
  return headers.version.value_or(std::string(kBatchVersion)) == kBatchVersion;
}

void check_modern_request(const Json& request, const McpHeaders& headers) {
  const Json& meta = meta_of(request);
  if (!member_of(meta, kVersionKey).is_string()) throw malformed_meta(kVersionKey);
  if (!member_of(meta, kCapabilitiesKey).is_object()) throw malformed_meta(kCapabilitiesKey);
  if (!headers.version) throw mismatch("there is no MCP-Protocol-Version");
  const auto method = request.at("method").get<std::string>();
  if (headers.method != method) throw mismatch("Mcp-Method is not the method of the request");
  const char* const member = named_by(method);
  if (member == nullptr) return;
  const Json& name = member_of(member_of(request, "params"), member);
  const auto said = decoded_header(headers.name.value_or(""));
  // A request without a name is told so as one with wrong parameters.
  if (name.is_string() && said != name.get<std::string>())
    throw mismatch(std::string("Mcp-Name is not the ") + member + " of the request");
}

Json supported_versions() {
  Json versions = Json::array();
  versions.push_back(kModernVersion);
  for (const std::string_view version : kLegacyVersions) versions.push_back(version);
  return versions;
}

std::string_view agreed_version(std::string_view asked) {
  const auto* const known = std::find(std::begin(kLegacyVersions), std::end(kLegacyVersions), asked);
  return known == std::end(kLegacyVersions) ? kLegacyVersions[0] : *known;
}

}  // namespace signpost
