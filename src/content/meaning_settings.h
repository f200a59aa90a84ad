// meaning_settings.h - what site.yaml says of the vectors of an embedder, by which articles are found by
// meaning. Tested by tests/unit/content/site_test.cc.
#pragma once

#include <string>

namespace YAML {
class Node;
}

namespace signpost {

class YamlErrors;

struct MeaningSettings {
  bool on = true;              // false: vectors are neither made nor used
  std::string model;           // as the embedder calls it; "": it is asked for none by name
  std::string query_model;     // for questions, where they have a name of their own; "": the same
  std::string query_prefix;    // put before each question, as the model's description says
  std::string passage_prefix;  // before each text of the articles

  bool operator==(const MeaningSettings&) const = default;
};

// Reads the value of the key `meaning`: true, false, or a map of the others. A wrong one adds an error with
// its line and keeps that field's default.
void read_meaning(const YAML::Node& value, YamlErrors& errors, MeaningSettings& settings);

}  // namespace signpost
