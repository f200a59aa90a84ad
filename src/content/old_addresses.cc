// old_addresses.cc - see old_addresses.h.
// Tested by tests/unit/content/old_addresses_test.cc.
#include "content/old_addresses.h"

#include <utility>

#include "base/ascii.h"
#include "content/stated_addresses.h"
#include "content/toml_entries.h"
#include "content/yaml_tree.h"

namespace signpost {
namespace {

void add_old(std::vector<OldAddress>& all, const std::string& old, const std::string& target) {
  if (target.empty() || target.find("://") != std::string::npos) return;
  const auto address = stated_address("url", old.starts_with('/') ? old : "/" + old);
  if (!address || address->empty()) return;
  OldAddress entry{{*address}, target.substr(0, target.find_first_of("#?"))};
  // A Markdown file's name stands for what its page was called.
  if (address->ends_with(".md")) {
    std::string page = address->substr(0, address->size() - 3);
    if (page.ends_with("/index")) page.resize(page.size() - 6);
    entry.addresses = {page + ".html"};
    if (!page.empty()) entry.addresses.push_back(page);
  }
  all.push_back(std::move(entry));
}

void read_mkdocs_redirects(const YAML::Node& root, std::vector<OldAddress>& all) {
  if (!root["plugins"] || !root["plugins"].IsSequence()) return;
  for (const auto& plugin : root["plugins"]) {
    if (!plugin.IsMap() || !plugin["redirects"] || !plugin["redirects"].IsMap()) continue;
    const YAML::Node maps = plugin["redirects"]["redirect_maps"];
    if (!maps || !maps.IsMap()) continue;
    for (const auto& pair : maps) {
      if (pair.first.IsScalar() && pair.second.IsScalar())
        add_old(all, pair.first.Scalar(), pair.second.Scalar());
    }
  }
}

void read_mintlify_redirects(const YAML::Node& root, std::vector<OldAddress>& all) {
  if (!root["redirects"] || !root["redirects"].IsSequence()) return;
  for (const auto& redirect : root["redirects"]) {
    if (!redirect.IsMap() || !redirect["source"] || !redirect["destination"]) continue;
    if (redirect["source"].IsScalar() && redirect["destination"].IsScalar())
      add_old(all, redirect["source"].Scalar(), redirect["destination"].Scalar());
  }
}

}  // namespace

bool is_old_addresses_name(std::string_view name) {
  return is_one_of(name, {"book.toml", "mkdocs.yml", "mkdocs.yaml", "docs.json", "mint.json"});
}

std::vector<OldAddress> read_old_addresses(std::string_view name, std::string_view text) {
  std::vector<OldAddress> all;
  if (name == "book.toml") {
    for (const auto& [old, target] : read_toml_pairs(text, "output.html.redirect")) add_old(all, old, target);
    return all;
  }
  try {
    const YAML::Node root = load_yaml(text);
    if (!root.IsMap()) return all;
    if (name.starts_with("mkdocs.")) {
      read_mkdocs_redirects(root, all);
    } else {
      read_mintlify_redirects(root, all);
    }
  } catch (const YAML::Exception&) {
    // Whoever orders the pages by it says so.
  }
  return all;
}

}  // namespace signpost
