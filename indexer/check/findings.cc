// findings.cc - one function for each format; SARIF has a file of its own.
#include "indexer/check/findings.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/printable.h"
#include "indexer/check/sarif.h"
#include "indexer/counts.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

void print_text(const Findings& findings, std::ostream& out) {
  for (Diagnostic diagnostic : findings.diagnostics) {
    diagnostic.path = path_from_here(findings, diagnostic.path);
    out << to_string(diagnostic) << '\n';
  }
}

void print_json(const Findings& findings, std::ostream& out) {
  Json list = Json::array();
  for (const Diagnostic& d : findings.diagnostics) {
    list.push_back({{"rule", d.rule},
                    {"severity", to_string(d.severity)},
                    {"file", path_from_root(findings, d.path)},
                    {"path", d.path},
                    {"line", d.line},
                    {"column", d.column},
                    {"message", d.message},
                    {"help", rule_help(d.rule)}});
  }
  const Json json = {{"source", findings.source},
                     {"files", findings.files},
                     {"documents", findings.documents},
                     {"errors", count_of(findings.diagnostics, Severity::error)},
                     {"warnings", count_of(findings.diagnostics, Severity::warning)},
                     {"notes", count_of(findings.diagnostics, Severity::note)},
                     {"findings", list}};
  out << printable_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
}

// GitHub's documentation, "Workflow commands for GitHub Actions": '%' and line ends are escaped in all
// values, ':' and ',' too in those before the "::".
std::string command_text(std::string_view text, bool property) {
  std::string escaped;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (at > 0) escaped += "%0A";
    for (const char c : printable(text.substr(at, end - at))) {
      if (c == '%') {
        escaped += "%25";
      } else if (property && c == ':') {
        escaped += "%3A";
      } else if (property && c == ',') {
        escaped += "%2C";
      } else {
        escaped += c;
      }
    }
    at = end + 1;
  }
  return escaped;
}

void print_github(const Findings& findings, std::ostream& out) {
  for (const Diagnostic& d : findings.diagnostics) {
    out << "::" << (d.severity == Severity::note ? "notice" : to_string(d.severity))
        << " file=" << command_text(path_from_root(findings, d.path), true);
    if (d.line > 0) out << ",line=" << d.line;
    if (d.line > 0 && d.column > 0) out << ",col=" << d.column;
    out << ",title=" << command_text(d.rule, true) << "::" << command_text(d.message, false) << '\n';
  }
}

}  // namespace

std::string path_from_here(const Findings& findings, const std::string& path) {
  if (path == findings.site_file) return path;
  return (fs::path(findings.source) / path).lexically_normal().generic_string();
}

std::string path_from_root(const Findings& findings, const std::string& path) {
  if (path == findings.site_file) return findings.site_file_from_root;
  return (fs::path(findings.source_from_root) / path).lexically_normal().generic_string();
}

std::string path_below(const std::string& root, const std::string& path) {
  std::error_code error;
  const fs::path from = fs::weakly_canonical(fs::absolute(root), error);
  const fs::path to = fs::weakly_canonical(fs::absolute(path), error);
  return error ? path : to.lexically_relative(from).generic_string();
}

std::string help_address(const Findings& findings, std::string_view rule) {
  std::string address = findings.settings.help_url;
  while (!address.empty() && address.back() == '/') address.pop_back();
  return address.empty() ? "" : address + rule_help(rule);
}

void print_findings(const Findings& findings, FindingsFormat format, std::ostream& out) {
  switch (format) {
    case FindingsFormat::text:
      return print_text(findings, out);
    case FindingsFormat::json:
      return print_json(findings, out);
    case FindingsFormat::github:
      return print_github(findings, out);
    case FindingsFormat::sarif:
      out << findings_to_sarif(findings);
  }
}

void print_counts(const Findings& findings, std::ostream& out) {
  const std::vector<Diagnostic>& found = findings.diagnostics;
  out << "Checked " << counted(findings.files, "file", "files") << ": "
      << counted_by_rule(found, Severity::error) << ", " << counted_by_rule(found, Severity::warning) << ", "
      << counted_by_rule(found, Severity::note) << '\n';
}

}  // namespace signpost
