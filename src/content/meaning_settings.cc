// meaning_settings.cc - see meaning_settings.h.
#include "content/meaning_settings.h"

#include <algorithm>

#include "content/yaml_tree.h"

namespace signpost {
namespace {

// A header or a line of the log would end there.
bool has_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string* meaning_field(const std::string& key, MeaningSettings& settings) {
  if (key == "model") return &settings.model;
  if (key == "query_model") return &settings.query_model;
  if (key == "query_prefix") return &settings.query_prefix;
  if (key == "passage_prefix") return &settings.passage_prefix;
  return nullptr;
}

}  // namespace

void read_meaning(const YAML::Node& value, YamlErrors& errors, MeaningSettings& settings) {
  if (value.IsNull() || (value.IsScalar() && YAML::convert<bool>::decode(value, settings.on))) return;
  if (!value.IsMap()) return errors.add(value.Mark(), "'meaning' must be true, false or a map of settings");
  for (const auto& entry : value) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
    std::string* field = meaning_field(key, settings);
    if (field == nullptr) {
      errors.add(entry.first.Mark(), "unknown key '" + key +
                                         "' of 'meaning'; known are model, query_model, query_prefix, "
                                         "passage_prefix");
    } else if (!entry.second.IsScalar() || has_control(entry.second.Scalar())) {
      errors.add(entry.second.Mark(), "'" + key + "' must be a text of one line");
    } else {
      *field = entry.second.Scalar();
    }
  }
}

}  // namespace signpost
