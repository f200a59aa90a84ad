// sarif.cc - SARIF 2.1.0: the rules that there are, and a result for every finding.
// Tested by tests/unit/indexer/check/findings_test.cc.
#include "indexer/check/sarif.h"

#include <nlohmann/json.hpp>

#include "base/percent.h"
#include "base/printable.h"

#ifndef SIGNPOST_VERSION
#define SIGNPOST_VERSION "unknown"
#endif

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

Json rule_to_json(const Findings& findings, const Rule& rule) {
  const std::string id(rule.id);
  const auto& severities = findings.settings.severities;
  const auto set = severities.find(rule.id);
  const std::optional<Severity> severity = set == severities.end() ? rule.severity : set->second;
  Json json = {{"id", id},
               {"shortDescription", {{"text", std::string(rule.description) + "."}}},
               {"help", {{"text", "See " + rule_help(rule.id) + " in the documentation of Signpost."}}},
               {"defaultConfiguration",
                {{"enabled", severity.has_value()}, {"level", to_string(severity.value_or(rule.severity))}}}};
  if (const std::string address = help_address(findings, rule.id); !address.empty())
    json["helpUri"] = address;
  return json;
}

Json result_to_json(const Findings& findings, const Diagnostic& d) {
  // A finding about the file as a whole gets its first line: without one, viewers show nothing.
  Json region = {{"startLine", std::max(d.line, 1)}};
  if (d.line > 0 && d.column > 0) region["startColumn"] = d.column;
  const Json file = {{"uri", encode_path(path_from_root(findings, d.path))}, {"uriBaseId", "%SRCROOT%"}};
  const Json place = {{"artifactLocation", file}, {"region", region}};
  Json result = {{"ruleId", d.rule},
                 {"level", to_string(d.severity)},
                 {"message", {{"text", d.message}}},
                 {"locations", Json::array({{{"physicalLocation", place}}})}};
  if (const Rule* rule = find_rule(d.rule)) result["ruleIndex"] = rule - all_rules().data();
  return result;
}

}  // namespace

std::string findings_to_sarif(const Findings& findings) {
  Json rules = Json::array();
  for (const Rule& rule : all_rules()) rules.push_back(rule_to_json(findings, rule));
  Json results = Json::array();
  for (const Diagnostic& d : findings.diagnostics) results.push_back(result_to_json(findings, d));
  const Json driver = {{"name", "signpost-index"}, {"version", SIGNPOST_VERSION}, {"rules", rules}};
  const Json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  const Json log = {
      {"$schema",
       "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", Json::array({run})}};
  return printable_json(log.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace signpost
