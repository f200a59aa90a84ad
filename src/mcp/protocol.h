// protocol.h - the versions of the Model Context Protocol that are spoken here, and what each asks of a
// message before anybody looks at what it wants. Tested by tests/unit/mcp/protocol_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mcp/rpc.h"

namespace signpost {

// Each message says all of itself.
inline constexpr std::string_view kModernVersion = "2026-07-28";
// A client says hello first (`initialize`); the newest first.
inline constexpr std::string_view kLegacyVersions[] = {"2025-11-25", "2025-06-18", "2025-03-26"};

enum class Era { modern, legacy };

// What intermediaries go by, as HTTP had it; nullopt for a header that is absent.
struct McpHeaders {
  std::optional<std::string> version;  // MCP-Protocol-Version
  std::optional<std::string> method;   // Mcp-Method
  std::optional<std::string> name;     // Mcp-Name
};

// By the version that the message names, else by that of its header; legacy where neither names one. Throws
// RpcError for what is of no era: another version than its header says (header_mismatch), or one that nobody
// knows here (unsupported_version, with all that are).
Era era_of(const Json& message, const McpHeaders& headers);

// Whether messages may come many at a time: in 2025-03-26 alone, which had no header for its version yet.
bool takes_batches(const McpHeaders& headers);

// What 2026-07-28 demands of a request: its `_meta`, and headers that say what it says. Throws RpcError.
void check_modern_request(const Json& request, const McpHeaders& headers);

// All versions, the newest first.
Json supported_versions();

// What `initialize` agrees upon with a client that asks for this version.
std::string_view agreed_version(std::string_view asked);

}  // namespace signpost
