// annotations.cc - see annotations.h.
#include "content/annotations.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/percent.h"
#include "base/printable.h"

namespace signpost {
namespace {

using Json = nlohmann::ordered_json;

Json rule_to_json(const AnnotationRule& rule) {
  Json json = {{"id", rule.id},
               {"shortDescription", {{"text", rule.description + "."}}},
               {"help", {{"text", rule.help}}},
               {"defaultConfiguration", {{"enabled", rule.is_on}, {"level", to_string(rule.severity)}}}};
  if (!rule.help_url.empty()) json["helpUri"] = rule.help_url;
  return json;
}

Json result_to_json(const AnnotatingTool& tool, const Annotation& annotation) {
  // What is about the file as a whole gets its first line: without one, viewers show nothing.
  Json region = {{"startLine", std::max(annotation.line, 1)}};
  if (annotation.line > 0 && annotation.column > 0) region["startColumn"] = annotation.column;
  const Json file = {{"uri", encode_path(annotation.file)}, {"uriBaseId", "%SRCROOT%"}};
  const Json place = {{"artifactLocation", file}, {"region", region}};
  Json result = {{"ruleId", annotation.rule},
                 {"level", to_string(annotation.severity)},
                 {"message", {{"text", annotation.message}}},
                 {"locations", Json::array({{{"physicalLocation", place}}})}};
  const auto rule = std::find_if(tool.rules.begin(), tool.rules.end(),
                                 [&](const AnnotationRule& one) { return one.id == annotation.rule; });
  if (rule != tool.rules.end()) result["ruleIndex"] = rule - tool.rules.begin();
  if (!annotation.fingerprint.empty())
    result["partialFingerprints"] = {{tool.name + "/v1", annotation.fingerprint}};
  return result;
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

}  // namespace

std::string annotations_to_sarif(const AnnotatingTool& tool, const std::vector<Annotation>& annotations) {
  Json rules = Json::array();
  for (const AnnotationRule& rule : tool.rules) rules.push_back(rule_to_json(rule));
  Json results = Json::array();
  for (const Annotation& annotation : annotations) results.push_back(result_to_json(tool, annotation));
  const Json driver = {{"name", tool.name}, {"version", tool.version}, {"rules", rules}};
  const Json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  const Json log = {
      {"$schema",
       "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs", Json::array({run})}};
  return printable_json(log.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::string annotations_to_github(const std::vector<Annotation>& annotations) {
  std::string commands;
  for (const Annotation& annotation : annotations) {
    const bool is_note = annotation.severity == Severity::note;
    commands += "::" + (is_note ? "notice" : to_string(annotation.severity)) +
                " file=" + command_text(annotation.file, true);
    if (annotation.line > 0) commands += ",line=" + std::to_string(annotation.line);
    if (annotation.line > 0 && annotation.column > 0) commands += ",col=" + std::to_string(annotation.column);
    const std::string& title = annotation.title.empty() ? annotation.rule : annotation.title;
    commands += ",title=" + command_text(title, true) + "::" + command_text(annotation.message, false) + "\n";
  }
  return commands;
}

}  // namespace signpost
