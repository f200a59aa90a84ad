// findings.cc - see findings.h; what code hosts read is written by content/annotations.h.
#include "indexer/check/findings.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/printable.h"
#include "content/annotations.h"
#include "indexer/counts.h"

#ifndef SIGNPOST_VERSION
#define SIGNPOST_VERSION "unknown"
#endif

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

AnnotationRule rule_of(const Findings& findings, const Rule& rule) {
  const auto& severities = findings.settings.severities;
  const auto set = severities.find(rule.id);
  const std::optional<Severity> severity = set == severities.end() ? rule.severity : set->second;
  return {.id = std::string(rule.id),
          .description = std::string(rule.description),
          .help = "See " + rule_help(rule.id) + " in the documentation of Signpost.",
          .help_url = help_address(findings, rule.id),
          .severity = severity.value_or(rule.severity),
          .is_on = severity.has_value()};
}

AnnotatingTool tool_of(const Findings& findings) {
  AnnotatingTool tool{"signpost-index", SIGNPOST_VERSION, {}};
  for (const Rule& rule : all_rules()) tool.rules.push_back(rule_of(findings, rule));
  return tool;
}

std::vector<Annotation> annotations_of(const Findings& findings) {
  std::vector<Annotation> annotations;
  annotations.reserve(findings.diagnostics.size());
  for (const Diagnostic& d : findings.diagnostics) {
    annotations.push_back({.severity = d.severity,
                           .rule = d.rule,
                           .title = "",
                           .message = d.message,
                           .file = path_from_root(findings, d.path),
                           .line = d.line,
                           .column = d.column});
  }
  return annotations;
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
      out << annotations_to_github(annotations_of(findings));
      return;
    case FindingsFormat::sarif:
      out << annotations_to_sarif(tool_of(findings), annotations_of(findings));
  }
}

void print_counts(const Findings& findings, std::ostream& out) {
  const std::vector<Diagnostic>& found = findings.diagnostics;
  out << "Checked " << counted(findings.files, "file", "files") << ": "
      << counted_by_rule(found, Severity::error) << ", " << counted_by_rule(found, Severity::warning) << ", "
      << counted_by_rule(found, Severity::note) << '\n';
}

}  // namespace signpost
