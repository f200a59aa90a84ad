// request_settings.cc - see request_settings.h.
#include "content/request_settings.h"

#include <string>

#include "content/yaml_tree.h"

namespace signpost {
namespace {

constexpr int kMostRetentionDays = 3650;

}  // namespace

void read_requests(const YAML::Node& value, YamlErrors& errors, RequestSettings& settings) {
  if (value.IsNull()) return;
  if (!value.IsMap()) return errors.add(value.Mark(), "'requests' must be a map of settings");
  for (const auto& entry : value) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
    int days = 0;
    if (key != "retention_days" && key != "audit_days") {
      errors.add(entry.first.Mark(),
                 "unknown key '" + key + "' of 'requests'; known are retention_days, audit_days");
    } else if (!entry.second.IsScalar() || !YAML::convert<int>::decode(entry.second, days) || days < 0 ||
               days > kMostRetentionDays) {
      errors.add(entry.second.Mark(), "'" + key + "' must be a number from 0 to 3650");
    } else {
      (key == "audit_days" ? settings.audit_days : settings.retention_days) = days;
    }
  }
}

}  // namespace signpost
