// site.cc - reads site.yaml: every key has one reader, and a key without a reader is an error.
// Tested by tests/unit/content/site_test.cc.
#include "content/site.h"

#include <algorithm>
#include <set>

#include "content/contact_reader.h"
#include "content/ids.h"
#include "content/language.h"
#include "content/time_zone.h"
#include "content/yaml_tree.h"

namespace signpost {
namespace {

class SiteReader {
 public:
  SiteReader(std::string_view yaml, const std::string& path, std::vector<Diagnostic>& diagnostics)
      : errors_(yaml, path, "site", diagnostics) {}

  Site read(const YAML::Node& root) {
    for (const auto& entry : root) read_entry(entry.first, entry.second);
    finish();
    return std::move(site_);
  }

  void error(const YAML::Mark& mark, const std::string& message) { errors_.add(mark, message); }

 private:
  void read_entry(const YAML::Node& key_node, const YAML::Node& value) {
    const std::string key = key_node.IsScalar() ? key_node.Scalar() : std::string();
    if (key == "title") {
      read_translations(key, value, errors_, site_.title);
    } else if (key == "description") {
      read_translations(key, value, errors_, site_.description);
    } else if (key == "base_url") {
      read_base_url(value);
    } else if (key == "languages") {
      read_languages(value);
    } else if (key == "default_language") {
      read_string(key, value, site_.default_language);
      default_language_mark_ = value.Mark();
      default_language_given_ = true;
    } else if (key == "categories") {
      read_categories(value);
    } else if (key == "brand_color") {
      read_color(value);
    } else if (key == "logo") {
      read_string(key, value, site_.logo);
      site_.logo_line = key_node.Mark().line + 1;
    } else if (key == "popular") {
      read_strings(key, value, site_.popular);
      site_.popular_line = key_node.Mark().line + 1;
    } else if (key == "exclude") {
      read_strings(key, value, site_.exclude);
    } else if (key == "strip_template_tags") {
      read_bool(key, value, site_.strip_template_tags);
    } else if (key == "dialects") {
      read_dialects(value);
    } else if (key == "meaning") {
      read_meaning(value, errors_, site_.meaning);
    } else if (key == "answers") {
      read_answers(value, errors_, site_.answers);
    } else if (key == "ranking") {
      read_ranking(value, errors_, site_.ranking);
    } else if (key == "requests") {
      read_requests(value, errors_, site_.requests);
    } else if (key == "feedback") {
      read_feedback_settings(value, errors_, site_.feedback);
    } else if (key == "insights") {
      read_insights(value, errors_, site_.insights);
    } else if (key == "contact") {
      read_contact(value, errors_, site_.contact);
    } else if (key == "edit_url") {
      read_edit_url(value);
    } else if (key == "edit_link") {
      read_bool(key, value, site_.edit_link);
    } else if (key == "cards") {
      read_bool(key, value, site_.cards);
    } else if (key == "time_zone") {
      read_time_zone(value);
    } else if (key == "checks") {
      read_checks(value);
    } else {
      error(key_node.Mark(), "unknown key '" + key +
                                 "'; known are title, description, base_url, languages, default_language, "
                                 "categories, brand_color, logo, popular, exclude, strip_template_tags, "
                                 "dialects, meaning, answers, ranking, contact, requests, feedback, "
                                 "insights, edit_url, edit_link, cards, time_zone, checks");
    }
  }

  void read_string(const std::string& key, const YAML::Node& value, std::string& out) {
    if (value.IsNull()) return;
    if (!value.IsScalar()) return error(value.Mark(), "'" + key + "' must be a text");
    out = value.Scalar();
  }

  // Of GitHub, GitLab, Gitea or anything else: a whole address, since it stands in links for everybody.
  void read_edit_url(const YAML::Node& value) {
    std::string url;
    read_string("edit_url", value, url);
    const bool is_address = url.starts_with("https://") || url.starts_with("http://");
    if (url.empty() || (is_address && url.find("{path}") != std::string::npos)) {
      site_.edit_url = std::move(url);
    } else {
      error(value.Mark(), "'edit_url' must begin with https:// and have {path} where the file's path stands");
    }
  }

  void read_bool(const std::string& key, const YAML::Node& value, bool& out) {
    if (value.IsScalar() && YAML::convert<bool>::decode(value, out)) return;
    error(value.Mark(), "'" + key + "' must be true or false");
  }

  void read_strings(const std::string& key, const YAML::Node& value, std::vector<std::string>& out) {
    if (value.IsNull()) return;
    if (!value.IsSequence()) return error(value.Mark(), "'" + key + "' must be a list of texts");
    std::vector<std::string> items;
    for (const auto& item : value) {
      if (!item.IsScalar()) return error(item.Mark(), "'" + key + "' must be a list of texts");
      items.push_back(item.Scalar());
    }
    out = std::move(items);
  }

  void read_dialects(const YAML::Node& value) {
    DialectSet dialects;
    if (!value.IsNull() && !value.IsSequence()) {
      return error(value.Mark(), "'dialects' must be a list of names; known are " + known_dialects());
    }
    for (const auto& item : value) {
      const auto dialect = item.IsScalar() ? parse_dialect(item.Scalar()) : std::nullopt;
      if (dialect) {
        dialects.add(*dialect);
      } else {
        const std::string name = item.IsScalar() ? "'" + item.Scalar() + "'" : "this";
        error(item.Mark(), name + " is not a dialect; known are " + known_dialects());
      }
    }
    site_.dialects = dialects;
  }

  void read_base_url(const YAML::Node& value) {
    std::string url;
    read_string("base_url", value, url);
    while (!url.empty() && url.back() == '/') url.pop_back();
    if (!url.empty() && url.rfind("http://", 0) != 0 && url.rfind("https://", 0) != 0) {
      return error(value.Mark(), "'base_url' must start with http:// or https://");
    }
    site_.base_url = url;
  }

  void read_time_zone(const YAML::Node& value) {
    std::string zone = site_.time_zone;
    read_string("time_zone", value, zone);
    if (!find_time_zone(zone)) {
      return error(
          value.Mark(),
          "'time_zone' must be UTC, a difference like +09:00 or a name like Asia/Seoul, not '" + zone + "'");
    }
    site_.time_zone = zone;
  }

  void read_color(const YAML::Node& value) {
    std::string color;
    read_string("brand_color", value, color);
    const bool hex = (color.size() == 4 || color.size() == 7) && color[0] == '#' &&
                     color.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    if (!hex) return error(value.Mark(), "'brand_color' must be a colour like \"#2457d6\" (in quotes)");
    site_.brand_color = color;
  }

  // A list of {code, name}, a list of codes, or a map from code to name.
  void read_languages(const YAML::Node& value) {
    std::vector<Language> languages;
    if (value.IsMap()) {
      for (const auto& entry : value) add_language(entry.first, entry.second, languages);
    } else if (value.IsSequence()) {
      for (const auto& item : value) {
        if (item.IsScalar()) {
          add_language(item, item, languages);
        } else if (item.IsMap()) {
          read_language(item, languages);
        } else {
          error(item.Mark(), "a language must be a map with 'code' and 'name'");
        }
      }
    } else {
      return error(value.Mark(), "'languages' must be a list of maps with 'code' and 'name'");
    }
    if (value.size() == 0) error(value.Mark(), "'languages' names no language");
    if (languages.empty()) return;
    site_.languages = std::move(languages);
    site_.languages_given = true;
  }

  void read_language(const YAML::Node& item, std::vector<Language>& out) {
    YAML::Node code;
    YAML::Node name;
    for (const auto& entry : item) {
      const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
      if (key == "code") {
        code.reset(entry.second);
      } else if (key == "name") {
        name.reset(entry.second);
      } else {
        error(entry.first.Mark(), "unknown key '" + key + "' of a language; known are code, name");
      }
    }
    if (!code.IsScalar()) return error(item.Mark(), "a language needs a 'code'");
    add_language(code, name.IsScalar() ? name : code, out);
  }

  void add_language(const YAML::Node& code, const YAML::Node& name, std::vector<Language>& out) {
    if (!code.IsScalar() || !name.IsScalar()) {
      return error(code.Mark(), "a language must be a code and a name");
    }
    const std::optional<std::string> canonical = canonical_language(code.Scalar());
    if (!canonical)
      return error(code.Mark(), "'" + code.Scalar() + "' is not a language code like en, ko or pt-BR");
    const auto same = [&](const Language& l) { return l.code == *canonical; };
    if (std::any_of(out.begin(), out.end(), same)) {
      return error(code.Mark(), "language '" + *canonical + "' is listed twice");
    }
    out.push_back({*canonical, name.Scalar()});
  }

  void read_categories(const YAML::Node& value) {
    if (value.IsNull()) return;
    if (!value.IsSequence()) return error(value.Mark(), "'categories' must be a list");
    std::vector<Category> categories;
    std::set<std::string> seen;
    for (const auto& item : value) {
      Category category;
      if (item.IsScalar()) {
        category.id = item.Scalar();
      } else if (item.IsMap()) {
        for (const auto& entry : item) read_category_entry(entry.first, entry.second, category);
      }
      if (category.id.empty()) {
        error(item.Mark(), "a category needs an 'id'");
        continue;
      }
      if (!is_valid_id(category.id)) {
        error(
            item.Mark(),
            "the id '" + category.id +
                "' of a category may have letters, digits, '-', '_' and '.' only; its name is for the rest");
        continue;
      }
      if (!seen.insert(category.id).second) {
        error(item.Mark(), "category '" + category.id + "' is listed twice");
        continue;
      }
      categories.push_back(std::move(category));
    }
    site_.categories = std::move(categories);
  }

  void read_category_entry(const YAML::Node& key_node, const YAML::Node& value, Category& category) {
    const std::string key = key_node.IsScalar() ? key_node.Scalar() : std::string();
    if (key == "id") {
      read_string(key, value, category.id);
    } else if (key == "name" || key == "names") {
      read_translations(key, value, errors_, category.names);
    } else if (key == "description" || key == "descriptions") {
      read_translations(key, value, errors_, category.descriptions);
    } else if (key == "icon") {
      read_string(key, value, category.icon);
    } else {
      error(key_node.Mark(),
            "unknown key '" + key + "' of a category; known are id, names, descriptions, icon");
    }
  }

  // A map from rules to severities, or to maps of `severity` and what else the rule knows.
  void read_checks(const YAML::Node& value) {
    if (value.IsNull()) return;
    if (!value.IsMap()) return error(value.Mark(), "'checks' must be a map from rules to severities");
    for (const auto& entry : value) {
      const std::string id = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
      if (id == "help_url") {
        read_string(id, entry.second, site_.checks.help_url);
      } else if (const Rule* rule = find_rule(id); rule == nullptr) {
        error(entry.first.Mark(), "there is no rule '" + id + "'; the article \"diagnostics\" lists them");
      } else if (entry.second.IsMap()) {
        for (const auto& setting : entry.second) read_rule_setting(*rule, setting.first, setting.second);
      } else {
        read_severity(*rule, entry.second);
      }
    }
  }

  void read_rule_setting(const Rule& rule, const YAML::Node& key_node, const YAML::Node& value) {
    const std::string key = key_node.IsScalar() ? key_node.Scalar() : std::string();
    if (key == "severity") {
      read_severity(rule, value);
    } else if (rule.id == "page-length" && key == "max_characters") {
      read_count(key, value, site_.checks.max_characters);
    } else if (rule.id == "unanswered" && key == "days") {
      read_count(key, value, site_.checks.unanswered_days);
    } else if (rule.id == "tag" && key == "known") {
      read_strings(key, value, site_.checks.known_tags);
    } else if (rule.id == "open-complaints" && key == "most") {
      read_count(key, value, site_.checks.most_complaints, 0);
    } else {
      error(key_node.Mark(), "unknown key '" + key + "' of the rule '" + std::string(rule.id) + "'");
    }
  }

  void read_severity(const Rule& rule, const YAML::Node& value) {
    const std::string word = value.IsScalar() ? value.Scalar() : std::string();
    auto& severities = site_.checks.severities;
    if (word == "off" && !rule.can_be_off) {
      error(value.Mark(), "'" + std::string(rule.id) + "' can't be off: it tells why something is missing");
    } else if (word == "off") {
      severities[std::string(rule.id)] = std::nullopt;
    } else if (const auto severity = parse_severity(word)) {
      severities[std::string(rule.id)] = *severity;
    } else {
      error(value.Mark(), "a severity must be off, note, warning or error");
    }
  }

  void read_count(const std::string& key, const YAML::Node& value, int& out, int least = 1) {
    int number = 0;
    if (value.IsScalar() && YAML::convert<int>::decode(value, number) && number >= least) {
      out = number;
    } else {
      error(value.Mark(), "'" + key + "' must be a whole number" + (least > 0 ? " above 0" : ""));
    }
  }

  // What depends on several keys, once all are read.
  void finish() {
    std::string& chosen = site_.default_language;
    chosen = canonical_language(chosen).value_or(chosen);
    if (default_language_given_ && !site_.languages_given && canonical_language(chosen)) {
      site_.languages = {{chosen, own_language_name(chosen)}};
      site_.languages_given = true;
    }
    const auto is_default = [this](const Language& l) { return l.code == site_.default_language; };
    const bool listed = std::any_of(site_.languages.begin(), site_.languages.end(), is_default);
    if (default_language_given_ && !listed) {
      error(default_language_mark_,
            "'default_language' is '" + site_.default_language + "', which 'languages' does not list");
    }
    if (!default_language_given_ || !listed) site_.default_language = site_.languages.front().code;
    settle(site_.title, chosen);
    settle(site_.description, chosen);
    for (Category& category : site_.categories) {
      settle(category.names, chosen);
      settle(category.descriptions, chosen);
    }
    settle(site_.contact, chosen, site_.time_zone);
  }

  YamlErrors errors_;
  Site site_;
  bool default_language_given_ = false;
  YAML::Mark default_language_mark_ = YAML::Mark::null_mark();
};

}  // namespace

const std::string& pick(const Translations& texts, std::string_view lang, const Site& site) {
  static const std::string kNone;
  if (texts.size() == 1) return texts.begin()->second;  // whatever is wanted; ICU is slow to tell what fits
  for (const std::string_view wanted : {lang, std::string_view(site.default_language)}) {
    if (const auto same = texts.find(std::string(wanted)); same != texts.end()) return same->second;
    std::vector<std::string> codes;
    for (const auto& entry : texts) codes.push_back(entry.first);
    if (const std::string* near = best_language(wanted, codes)) return texts.find(*near)->second;
  }
  return texts.empty() ? kNone : texts.begin()->second;
}

std::vector<Category> all_categories(const Site& site) {
  std::vector<Category> all = site.categories;
  all.insert(all.end(), site.found_categories.begin(), site.found_categories.end());
  return all;
}

Site parse_site(std::string_view yaml, const std::string& path, std::vector<Diagnostic>& diagnostics) {
  if (yaml.substr(0, 3) == "\xEF\xBB\xBF") yaml.remove_prefix(3);
  SiteReader reader(yaml, path, diagnostics);
  try {
    const YAML::Node root = load_yaml(yaml);
    if (root.IsNull()) return Site();
    if (!root.IsMap()) {
      reader.error(root.Mark(), "must be a map of settings");
      return Site();
    }
    Site site = reader.read(root);
    site.path = path;
    return site;
  } catch (const YAML::Exception& e) {
    reader.error(e.mark, e.msg);
    return Site();
  }
}

}  // namespace signpost
