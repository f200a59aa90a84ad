// answer_settings.cc - reads the key `answers` of site.yaml.
// Tested by tests/unit/content/answer_settings_test.cc.
#include "content/answer_settings.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/language.h"
#include "content/translations.h"
#include "content/yaml_tree.h"

namespace signpost {
namespace {

constexpr Field kNeverFields[] = {Field::category, Field::kind, Field::tag};

class AnswerReader {
 public:
  AnswerReader(YamlErrors& errors, AnswerSettings& settings) : errors_(errors), settings_(settings) {}

  void read(const std::string& key, const YAML::Node& key_node, const YAML::Node& value) {
    if (key == "threshold") {
      read_by_language(key, value, [this](const std::string& lang, const YAML::Node& node) {
        read_threshold(lang, node);
      });
    } else if (key == "never") {
      settings_.never_line = key_node.Mark().line + 1;
      read_never(value);
    } else if (key == "account") {
      read_by_language(key, value, [this](const std::string& lang, const YAML::Node& node) {
        read_texts("account", node, settings_.account[lang]);
      });
    } else if (key == "contact") {
      errors_.add(key_node.Mark(), "'contact' of 'answers' is a key of its own now: a list of channels");
    } else {
      errors_.add(key_node.Mark(),
                  "unknown key '" + key + "' of 'answers'; known are threshold, never, account");
    }
  }

 private:
  // Either one value for all languages, or a map from language to value.
  template <typename ReadOne>
  void read_by_language(const std::string& key, const YAML::Node& value, ReadOne read_one) {
    if (value.IsNull()) return;
    if (!value.IsMap()) return read_one(std::string(), value);
    for (const auto& entry : value) {
      const std::string code = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
      if (const auto lang = canonical_language(code)) {
        read_one(*lang, entry.second);
      } else {
        errors_.add(entry.first.Mark(),
                    "'" + code + "' of '" + key + "' is not a language code like en, ko or pt-BR");
      }
    }
  }

  void read_threshold(const std::string& lang, const YAML::Node& node) {
    float number = 0;
    const bool read = node.IsScalar() && YAML::convert<float>::decode(node, number);
    if (!read || !(number >= 0 && number <= 1))
      return errors_.add(node.Mark(), "'threshold' must be a number from 0 to 1");
    settings_.thresholds[lang] = number;
  }

  void read_never(const YAML::Node& value) {
    if (value.IsNull()) return;
    if (!value.IsMap()) return errors_.add(value.Mark(), "'never' must be a map of category, kind and tag");
    for (const auto& entry : value) {
      const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
      const auto field = std::find_if(std::begin(kNeverFields), std::end(kNeverFields),
                                      [&](Field one) { return row_of(one).name == key; });
      if (field == std::end(kNeverFields)) {
        errors_.add(entry.first.Mark(),
                    "unknown key '" + key + "' of 'never'; known are category, kind, tag");
      } else if (read_texts(key, entry.second, settings_.never[*field])) {
        drop_unknown(row_of(*field), entry.second);
      }
    }
  }

  void drop_unknown(const FieldRow& row, const YAML::Node& node) {
    std::erase_if(settings_.never[row.field], [&](const std::string& value) {
      if (is_value(row, value)) return false;
      errors_.add(node.Mark(),
                  "'" + value + "' is no " + std::string(row.name) + "; it is " + alternatives(row));
      return true;
    });
  }

  // A list of texts, or one.
  bool read_texts(const std::string& key, const YAML::Node& node, std::vector<std::string>& out) {
    std::vector<std::string> texts;
    const auto add = [&](const YAML::Node& item) {
      if (!item.IsScalar() || trimmed(item.Scalar()).empty()) return false;
      texts.emplace_back(trimmed(item.Scalar()));
      return true;
    };
    bool good = node.IsSequence() || add(node);
    if (node.IsSequence()) {
      for (const auto& item : node) good = good && add(item);
    }
    if (good) {
      out = std::move(texts);
    } else {
      errors_.add(node.Mark(), "'" + key + "' must be a list of texts");
    }
    return good;
  }

  YamlErrors& errors_;
  AnswerSettings& settings_;
};

}  // namespace

std::optional<float> answer_threshold(const AnswerSettings& settings, std::string_view lang) {
  const float* threshold = for_language(settings.thresholds, lang);
  return threshold == nullptr ? std::nullopt : std::optional<float>(*threshold);
}

void read_answers(const YAML::Node& value, YamlErrors& errors, AnswerSettings& settings) {
  if (value.IsNull() || (value.IsScalar() && YAML::convert<bool>::decode(value, settings.on))) return;
  if (!value.IsMap()) return errors.add(value.Mark(), "'answers' must be true, false or a map of settings");
  AnswerReader reader(errors, settings);
  for (const auto& entry : value) {
    reader.read(entry.first.IsScalar() ? entry.first.Scalar() : std::string(), entry.first, entry.second);
  }
}

}  // namespace signpost
