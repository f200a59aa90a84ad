// rules.h - every rule that a finding can name: how bad it is, where it is looked for, what it means.
// Tested by tests/unit/content/rules_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"

namespace signpost {

// Who looks for it: every index run, or only `signpost-index check`. What is a matter of style or costs
// more than rendering is for the latter, so that a folder from elsewhere can be indexed in quiet.
enum class RuleRun : uint8_t { always, check };

struct Rule {
  std::string_view id;                    // stable, kebab-case
  Severity severity = Severity::warning;  // by default, of the worst of its findings
  RuleRun run = RuleRun::always;
  bool can_be_off = true;        // false: it tells why something is missing in the help centre
  std::string_view description;  // one sentence without a full stop
};

// Sorted by id.
std::span<const Rule> all_rules();
const Rule* find_rule(std::string_view id);  // nullptr when there is none

// Where the help article says what to do about it, as a path of the sample help centre:
// "/en/articles/diagnostics#link-target".
std::string rule_help(std::string_view id);

// What site.yaml says under `checks`.
struct CheckSettings {
  std::map<std::string, std::optional<Severity>, std::less<>> severities;  // by rule; nullopt for off
  int max_characters = 30'000;          // page-length: of the text of one article
  int unanswered_days = 14;             // unanswered: how long a question may wait
  int most_complaints = 0;              // open-complaints: of a changed article, that are not reported
  std::vector<std::string> known_tags;  // tag; empty: any is fine
  std::string help_url;                 // where the help of rules is served; "" for nowhere
};

// Gives every finding the severity that the settings say, and takes out those that are off.
void apply_settings(const CheckSettings& settings, std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
