// sarif.cc - fuzz target: findings about files with any names, in every format that other programs read. The
// input is lines: the source folder, then a path and a message for each finding.
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/percent.h"
#include "indexer/check/findings.h"
#include "tests/fuzz/fuzz.h"

using Json = nlohmann::json;
using signpost::Findings;
using signpost::FindingsFormat;
using signpost::fuzz::require;
using signpost::fuzz::require_utf8;

namespace {

// The next line; '\0' stands for a line end in it.
std::string next_line(std::string_view& rest) {
  const size_t end = std::min(rest.find('\n'), rest.size());
  std::string line(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  for (char& c : line) c = c == '\0' ? '\n' : c;
  return line;
}

Findings findings_of(std::string_view text) {
  Findings findings;
  findings.source = findings.source_from_root = next_line(text);
  while (!text.empty() && findings.diagnostics.size() < 20) {
    const std::string path = next_line(text);
    const int line = static_cast<int>(path.size()) % 3;
    findings.diagnostics.push_back(
        {signpost::Severity::error, path, line, line, "link-missing", next_line(text), {}});
  }
  return findings;
}

std::string printed(const Findings& findings, FindingsFormat format) {
  std::ostringstream out;
  print_findings(findings, format, out);
  return out.str();
}

void check_uri(const std::string& uri, const std::string& path) {
  // RFC 3986: what may stand in a path, or is encoded.
  for (const char c : uri) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    require(plain || std::string_view("-._~/%").find(c) != std::string_view::npos,
            "a URI has only what it may have");
  }
  require(signpost::percent_decode(uri) == path, "a URI is the path, encoded");
}

void check_sarif(const Findings& findings) {
  const std::string text = printed(findings, FindingsFormat::sarif);
  require_utf8(text, "SARIF is UTF-8");
  const Json results = Json::parse(text).at("runs").at(0).at("results");
  require(results.size() == findings.diagnostics.size(), "each finding is a result");
  for (size_t i = 0; i < results.size(); ++i) {
    const Json& place = results[i].at("locations").at(0).at("physicalLocation");
    check_uri(place.at("artifactLocation").at("uri"), path_from_root(findings, findings.diagnostics[i].path));
    require(place.at("region").at("startLine").get<int>() >= 1, "lines count from 1");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Findings findings = findings_of(signpost::fuzz::text_of(data, size));
  check_sarif(findings);
  const size_t count = findings.diagnostics.size();
  require(Json::parse(printed(findings, FindingsFormat::json)).at("findings").size() == count,
          "each finding is in the JSON");
  // A finding that ended a line early could give the runner commands of its own.
  const std::string commands = printed(findings, FindingsFormat::github);
  require(static_cast<size_t>(std::count(commands.begin(), commands.end(), '\n')) == count,
          "a finding is one command");
  require(commands.find('\r') == std::string::npos, "a command is one line");
  printed(findings, FindingsFormat::text);
  return 0;
}
