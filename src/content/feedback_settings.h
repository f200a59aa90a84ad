// feedback_settings.h - what site.yaml says of readers' complaints: where it is shown what became of them.
// Tested by tests/unit/content/site_test.cc.
#pragma once

namespace YAML {
class Node;
}

namespace signpost {

class YamlErrors;

struct FeedbackSettings {
  bool improvements = false;  // the page /{lang}/improvements, and its feed
  int changed_days = 90;      // so long an article says that it was changed after complaints; 0: not at all

  bool operator==(const FeedbackSettings&) const = default;
};

// Reads the value of the key `feedback`: a map. A wrong one adds an error with its line and keeps that
// field's default.
void read_feedback_settings(const YAML::Node& value, YamlErrors& errors, FeedbackSettings& settings);

}  // namespace signpost
