// feedback_settings.cc - see feedback_settings.h.
#include "content/feedback_settings.h"

#include <string>

#include "content/yaml_tree.h"

namespace signpost {
namespace {

constexpr int kMostChangedDays = 3650;

}  // namespace

void read_feedback_settings(const YAML::Node& value, YamlErrors& errors, FeedbackSettings& settings) {
  if (value.IsNull()) return;
  if (!value.IsMap()) return errors.add(value.Mark(), "'feedback' must be a map of settings");
  for (const auto& entry : value) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
    const YAML::Node& said = entry.second;
    if (key == "improvements") {
      if (!said.IsScalar() || !YAML::convert<bool>::decode(said, settings.improvements))
        errors.add(said.Mark(), "'improvements' must be true or false");
    } else if (key == "changed_days") {
      int days = 0;
      if (!said.IsScalar() || !YAML::convert<int>::decode(said, days) || days < 0 ||
          days > kMostChangedDays) {
        errors.add(said.Mark(), "'changed_days' must be a number from 0 to 3650");
      } else {
        settings.changed_days = days;
      }
    } else {
      errors.add(entry.first.Mark(),
                 "unknown key '" + key + "' of 'feedback'; known are improvements, changed_days");
    }
  }
}

}  // namespace signpost
