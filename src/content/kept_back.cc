// kept_back.cc - see kept_back.h.
// Tested by tests/unit/content/kept_back_test.cc.
#include "content/kept_back.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/yaml_tree.h"

namespace signpost {
namespace {

// The globs of a line of .gitignore's form, beneath `base`. One with '!' takes nothing back here: what is
// kept back by another line may not be meant for readers.
std::vector<std::string> globs_of_line(std::string_view line, const std::string& base) {
  line = trimmed(line);
  if (line.empty() || line[0] == '#' || line[0] == '!') return {};
  const bool folder = line.ends_with('/');
  if (folder) line.remove_suffix(1);
  const bool anchored = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return {};
  std::vector<std::string> globs;
  for (const std::string& place : {base, base + "*/"}) {
    if (anchored && place != base) continue;
    const std::string path = place + std::string(line);
    if (!folder) globs.push_back(path);
    globs.push_back(path + "/*");
  }
  return globs;
}

void add_globs(std::vector<std::string>& all, std::vector<std::string> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

void add_key(std::vector<KeptBack>& all, std::vector<std::string> patterns, std::string key) {
  if (!patterns.empty()) all.push_back({std::move(patterns), std::move(key)});
}

std::vector<KeptBack> read_mkdocs(const YAML::Node& root) {
  const YAML::Node folder = root["docs_dir"];
  const std::string base = (folder && folder.IsScalar() ? folder.Scalar() : "docs") + "/";
  std::vector<KeptBack> all;
  for (const char* key : {"exclude_docs", "draft_docs"}) {
    const YAML::Node lines = root[key];
    if (!lines || !lines.IsScalar()) continue;
    std::vector<std::string> patterns;
    const std::string& text = lines.Scalar();
    for (std::string_view rest = text; !rest.empty();) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      add_globs(patterns, globs_of_line(rest.substr(0, end), base));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    add_key(all, std::move(patterns), key);
  }
  return all;
}

bool says_false(const YAML::Node& map, const char* key) {
  bool value = true;
  return map.IsMap() && map[key] && YAML::convert<bool>::decode(map[key], value) && !value;
}

std::vector<KeptBack> read_jekyll(const YAML::Node& root) {
  std::vector<KeptBack> all;
  std::vector<std::string> excluded;
  if (root["exclude"] && root["exclude"].IsSequence()) {
    for (const auto& item : root["exclude"]) {
      if (item.IsScalar()) add_globs(excluded, globs_of_line("/" + item.Scalar(), ""));
    }
  }
  add_key(all, std::move(excluded), "exclude");
  std::vector<std::string> collections;
  if (root["collections"] && root["collections"].IsMap()) {
    for (const auto& entry : root["collections"]) {
      if (entry.first.IsScalar() && says_false(entry.second, "output"))
        add_globs(collections, globs_of_line("/_" + entry.first.Scalar() + "/", ""));
    }
  }
  add_key(all, std::move(collections), "collections");
  std::vector<std::string> defaults;
  if (root["defaults"] && root["defaults"].IsSequence()) {
    for (const auto& entry : root["defaults"]) {
      if (!entry.IsMap() || !entry["values"] || !says_false(entry["values"], "published")) continue;
      const YAML::Node path =
          entry["scope"] && entry["scope"].IsMap() ? entry["scope"]["path"] : YAML::Node();
      if (path && path.IsScalar() && !path.Scalar().empty())
        add_globs(defaults, globs_of_line("/" + path.Scalar(), ""));
    }
  }
  add_key(all, std::move(defaults), "defaults");
  return all;
}

}  // namespace

bool is_kept_back_name(std::string_view name) {
  return is_one_of(name, {"mkdocs.yml", "mkdocs.yaml", "_config.yml", "_config.yaml"});
}

std::vector<KeptBack> read_kept_back(std::string_view name, std::string_view text) {
  try {
    const YAML::Node root = load_yaml(text);
    if (!root.IsMap()) return {};
    return name.starts_with("mkdocs.") ? read_mkdocs(root) : read_jekyll(root);
  } catch (const YAML::Exception&) {
    return {};
  }
}

}  // namespace signpost
