// insight_settings.cc - see insight_settings.h.
#include "content/insight_settings.h"

#include <string>

#include "content/yaml_tree.h"

namespace signpost {
namespace {

// As long as the file keeps the sums of days, and what a person can still think of as a crowd.
constexpr int kMostInsightDays = 366;
constexpr int kMostLeastVisits = 1000;

void read_whole(const std::string& key, const YAML::Node& value, int least, int most, YamlErrors& errors,
                int& out) {
  int number = 0;
  if (value.IsScalar() && YAML::convert<int>::decode(value, number) && number >= least && number <= most) {
    out = number;
    return;
  }
  errors.add(value.Mark(),
             "'" + key + "' must be a number from " + std::to_string(least) + " to " + std::to_string(most));
}

}  // namespace

void read_insights(const YAML::Node& value, YamlErrors& errors, InsightSettings& settings) {
  if (value.IsNull() || (value.IsScalar() && YAML::convert<bool>::decode(value, settings.on))) return;
  if (!value.IsMap()) return errors.add(value.Mark(), "'insights' must be true, false or a map of settings");
  for (const auto& entry : value) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
    if (key == "retention_days") {
      read_whole(key, entry.second, 1, kMostInsightDays, errors, settings.retention_days);
    } else if (key == "least_visits") {
      read_whole(key, entry.second, 1, kMostLeastVisits, errors, settings.least_visits);
    } else {
      errors.add(entry.first.Mark(),
                 "unknown key '" + key + "' of 'insights'; known are retention_days, least_visits");
    }
  }
}

}  // namespace signpost
