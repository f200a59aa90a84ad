// translations.cc - see translations.h.
#include "content/translations.h"

#include "content/yaml_tree.h"

namespace signpost {

void read_translations(const std::string& key, const YAML::Node& value, YamlErrors& errors,
                       Translations& out) {
  if (value.IsNull()) return;
  if (value.IsScalar()) {
    out = {{std::string(), value.Scalar()}};
    return;
  }
  if (!value.IsMap())
    return errors.add(value.Mark(), "'" + key + "' must be a text or a map from language to text");
  Translations texts;
  for (const auto& entry : value) {
    if (!entry.first.IsScalar() || !entry.second.IsScalar()) {
      return errors.add(entry.first.Mark(), "'" + key + "' must be a text or a map from language to text");
    }
    const std::string& lang = entry.first.Scalar();
    texts[canonical_language(lang).value_or(lang)] = entry.second.Scalar();
  }
  out = std::move(texts);
}

void settle(Translations& texts, const std::string& default_language) {
  const auto plain = texts.find("");
  if (plain == texts.end()) return;
  texts[default_language] = plain->second;
  texts.erase("");
}

}  // namespace signpost
