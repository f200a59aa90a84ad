// ranking_settings.h - what site.yaml says of the order of results. Tested by
// tests/unit/content/site_test.cc.
#pragma once

namespace YAML {
class Node;
}

namespace signpost {

class YamlErrors;

struct RankingSettings {
  bool clicks = false;  // what visitors chose takes part, within bounds

  bool operator==(const RankingSettings&) const = default;
};

// Reads the value of the key `ranking`: a map. A wrong one adds an error with its line and keeps that field's
// default.
void read_ranking(const YAML::Node& value, YamlErrors& errors, RankingSettings& settings);

}  // namespace signpost
