// ranking_settings.cc - see ranking_settings.h.
#include "content/ranking_settings.h"

#include <string>

#include "content/yaml_tree.h"

namespace signpost {

void read_ranking(const YAML::Node& value, YamlErrors& errors, RankingSettings& settings) {
  if (value.IsNull()) return;
  if (!value.IsMap()) return errors.add(value.Mark(), "'ranking' must be a map of settings");
  for (const auto& entry : value) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
    if (key != "clicks") {
      errors.add(entry.first.Mark(), "unknown key '" + key + "' of 'ranking'; known is clicks");
    } else if (!entry.second.IsScalar() || !YAML::convert<bool>::decode(entry.second, settings.clicks)) {
      errors.add(entry.second.Mark(), "'clicks' must be true or false");
    }
  }
}

}  // namespace signpost
