// insight_settings.h - what site.yaml says of counting what visitors look for: whether, for how long, and
// from how many visits on a query may be read. Tested by tests/unit/content/site_test.cc.
#pragma once

namespace YAML {
class Node;
}

namespace signpost {

class YamlErrors;

struct InsightSettings {
  bool on = true;
  int retention_days = 90;  // of single searches, and of queries that fewer visits asked than
  int least_visits = 5;

  bool operator==(const InsightSettings&) const = default;
};

// Reads the value of the key `insights`: true, false, or a map of the others. A wrong one adds an error with
// its line and keeps that field's default.
void read_insights(const YAML::Node& value, YamlErrors& errors, InsightSettings& settings);

}  // namespace signpost
