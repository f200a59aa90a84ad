// answer_settings.h - what site.yaml says of answers: whether there are any, how sure they must be, what is
// never quoted, and which questions no article can answer.
// Tested by tests/unit/content/answer_settings_test.cc.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/fields.h"

namespace YAML {
class Node;
}

namespace signpost {

class YamlErrors;

// Languages are as canonical_language() writes them.
struct AnswerSettings {
  bool on = true;                           // false: nothing is quoted
  std::map<std::string, float> thresholds;  // language -> 0..1; "" for all that have none of their own
  FieldValues never;  // documents with one of these categories, kinds or tags are never quoted
  // Language -> phrases beside the built-in ones: questions with all words of one are about the visitor's
  // own account; "" for all languages.
  std::map<std::string, std::vector<std::string>> account;
  int never_line = 0;  // of site.yaml, for messages of the indexer; no part of the generation
};

// The threshold for this language, or for the language that it is a variant of, or for all; nullopt where the
// settings leave it to the engine.
std::optional<float> answer_threshold(const AnswerSettings& settings, std::string_view lang);

// Reads the value of the key `answers`: true, false, or a map of the others. A wrong one adds an error with
// its line and keeps that field's default.
void read_answers(const YAML::Node& value, YamlErrors& errors, AnswerSettings& settings);

}  // namespace signpost
