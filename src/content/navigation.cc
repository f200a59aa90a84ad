// navigation.cc - Markdown lists line by line; all others as YAML, which JSON and plain JavaScript data are.
// Tested by tests/unit/content/navigation_test.cc.
#include "content/navigation.h"

#include <algorithm>
#include <cstdlib>

#include "base/ascii.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "content/title_text.h"
#include "content/yaml_tree.h"

namespace signpost {
namespace {

constexpr size_t kMostEntries = 50'000;

std::string page_of_href(std::string_view href) {
  href = trimmed(href.substr(0, std::min(href.find_first_of("#?"), href.size())));
  if (href.starts_with('<') && href.ends_with('>')) href = href.substr(1, href.size() - 2);
  if (href.find("://") != std::string_view::npos || href.starts_with("mailto:")) return "";
  std::string page = percent_decode(href);
  scrub_utf8(page);
  return page;
}

// "- [Title](page.md)", "* Title", "## Title"; indentation is depth.
class SummaryReader {
 public:
  Navigation read(std::string_view text) {
    while (!text.empty()) {
      const size_t end = std::min(text.find('\n'), text.size());
      read_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(navigation_);
  }

 private:
  void read_line(std::string_view line) {
    const size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    std::string_view rest = trimmed(line);
    if (rest.starts_with('#')) {
      const size_t level = std::min(rest.find_first_not_of('#'), rest.size());
      section_ = level > 1 ? 1 : 0;
      if (level > 1) add({title_text(trimmed(rest.substr(level))), "", 0});
      return;
    }
    const bool item = rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ");
    if (item) rest = trimmed(rest.substr(2));
    const size_t close = rest.find("](");
    if (rest.starts_with('[') && close != std::string_view::npos) {
      const size_t end = std::min(rest.rfind(')'), rest.size());
      std::string_view href = rest.substr(close + 2, end > close + 2 ? end - close - 2 : 0);
      if (const size_t quote = href.find(" \""); quote != std::string_view::npos)
        href = href.substr(0, quote);
      add({title_text(rest.substr(1, close - 1)), page_of_href(href), depth_of(indent)});
    } else if (item && !rest.empty()) {
      add({title_text(rest), "", depth_of(indent)});
    }
  }

  int depth_of(size_t indent) {
    while (!indents_.empty() && indents_.back() >= indent) indents_.pop_back();
    indents_.push_back(indent);
    return section_ + static_cast<int>(indents_.size()) - 1;
  }

  void add(NavEntry entry) {
    if (navigation_.entries.size() < kMostEntries) navigation_.entries.push_back(std::move(entry));
  }

  Navigation navigation_;
  std::vector<size_t> indents_;  // of the items that are open
  int section_ = 0;
};

// Goes over the lists and maps of all the tools, which say the same in other words.
class TreeReader {
 public:
  explicit TreeReader(Navigation& navigation) : navigation_(navigation) {}

  void read(const YAML::Node& node, int depth) {
    if (navigation_.entries.size() >= kMostEntries) return;
    if (node.IsScalar()) {
      add("", page_of_href(node.Scalar()), depth);
    } else if (node.IsSequence()) {
      for (const auto& item : node) read(item, depth);
    } else if (node.IsMap()) {
      read_map(node, depth);
    }
  }

 private:
  static std::string text_at(const YAML::Node& map, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
      const YAML::Node value = map[key];
      if (value && value.IsScalar()) return value.Scalar();
    }
    return "";
  }

  void add(std::string title, std::string page, int depth) {
    if (!title.empty()) title = title_text(title);
    scrub_utf8(title);
    if (!title.empty() || !page.empty())
      navigation_.entries.push_back({std::move(title), std::move(page), depth});
  }

  // {type, label, link, items}, {group, pages}, {tab, groups}, ...
  void read_map(const YAML::Node& node, int depth) {
    static constexpr const char* kChildren[] = {"items",    "pages",     "groups",     "tabs",
                                                "anchors",  "dropdowns", "navigation", "languages",
                                                "versions", "products"};
    const std::string type = text_at(node, {"type"});
    const std::string title =
        text_at(node, {"label", "group", "title", "tab", "anchor", "dropdown", "product"});
    std::string page = text_at(node, {"id", "dirName", "page", "root"});
    const YAML::Node link = node["link"];
    if (link && link.IsMap()) page = text_at(link, {"id"});
    const bool has_children = std::any_of(std::begin(kChildren), std::end(kChildren), [&](const char* key) {
      return node[key] && !node[key].IsScalar();
    });
    if (!has_children && type.empty()) return read_pairs(node, depth);
    if (type == "link" || type == "html") return;
    const bool heading = !title.empty() || !page.empty();
    add(title, page_of_href(page), depth);
    for (const char* key : kChildren) {
      if (node[key] && !node[key].IsScalar()) read(node[key], depth + (heading ? 1 : 0));
    }
  }

  // {Title: page.md}, {Title: [pages]}: mkdocs.yml, and the sidebars of sidebars.js by their names.
  void read_pairs(const YAML::Node& node, int depth) {
    for (const auto& pair : node) {
      const std::string title = pair.first.IsScalar() ? pair.first.Scalar() : "";
      if (pair.second.IsScalar()) {
        const std::string page = page_of_href(pair.second.Scalar());
        if (!page.empty()) add(title, page, depth);
      } else {
        add(title, "", depth);
        read(pair.second, depth + 1);
      }
    }
  }

  Navigation& navigation_;
};

// The outermost object or list that the script gives away; "" when there is none.
std::string data_of_script(std::string_view script) {
  std::string plain;
  char quote = '\0';
  for (size_t i = 0; i < script.size(); ++i) {
    const std::string_view rest = script.substr(i);
    if (quote == '\0' && (rest.starts_with("//") || rest.starts_with("/*"))) {
      const size_t end = rest.starts_with("//") ? script.find('\n', i) : script.find("*/", i + 2);
      if (end == std::string_view::npos) break;
      i = rest.starts_with("//") ? end - 1 : end + 1;
      continue;
    }
    if (quote != '\0' && script[i] == '\\') {
      plain += script.substr(i++, 2);
      continue;
    }
    if (quote == '\0' ? script[i] == '\'' || script[i] == '"' || script[i] == '`' : script[i] == quote)
      quote = quote == '\0' ? script[i] : '\0';
    plain += script[i] == '\t' ? ' ' : script[i];
    if (quote == '\0' && script[i] == ':') plain += ' ';  // which YAML wants, and JavaScript doesn't
  }
  size_t start = plain.find("= {");
  if (start == std::string::npos) start = plain.find("={");
  if (start == std::string::npos) start = plain.find("default {");
  if (start == std::string::npos) return "";
  start = plain.find('{', start);
  int depth = 0;
  for (size_t i = start; i < plain.size(); ++i) {
    depth += (plain[i] == '{' || plain[i] == '[') - (plain[i] == '}' || plain[i] == ']');
    if (depth == 0) return plain.substr(start, i + 1 - start);
  }
  return "";
}

// sidebars.js names several lists; their names are no titles.
void read_sidebars(const YAML::Node& root, Navigation& navigation) {
  TreeReader reader(navigation);
  for (const auto& sidebar : root) reader.read(root.IsMap() ? sidebar.second : YAML::Node(sidebar), 0);
}

void read_tree(std::string_view name, std::string_view text, Navigation& navigation) {
  const bool script = name.ends_with(".js") || name.ends_with(".ts") || name.ends_with(".cjs");
  const std::string data = script ? data_of_script(text) : std::string(text);
  const YAML::Node root = load_yaml(data);
  if (name.starts_with("sidebars")) {
    if (script && data.empty()) navigation.error = "is not plain data";
    if (root.IsMap()) read_sidebars(root, navigation);
    return;
  }
  if (!root.IsMap()) {
    navigation.error = "is not a map of settings";
    return;
  }
  if (name.starts_with("mkdocs.")) {
    const YAML::Node folder = root["docs_dir"];
    navigation.folder = folder && folder.IsScalar() ? folder.Scalar() : "docs";
    if (root["nav"]) TreeReader(navigation).read(root["nav"], 0);
  } else if (root["navigation"]) {
    TreeReader(navigation).read(root["navigation"], 0);
  }
}

}  // namespace

bool is_navigation_name(std::string_view name) {
  return is_one_of(name, {"SUMMARY.md", "mkdocs.yml", "mkdocs.yaml", "sidebars.js", "sidebars.cjs",
                          "sidebars.ts", "sidebars.json", "docs.json", "mint.json"});
}

Navigation read_navigation(std::string_view name, std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (name == "SUMMARY.md") return SummaryReader().read(text);
  Navigation navigation;
  try {
    read_tree(name, text, navigation);
  } catch (const YAML::Exception& error) {
    navigation.error = error.msg;
  }
  if (!navigation.error.empty()) navigation.entries.clear();
  return navigation;
}

std::optional<FolderSettings> read_folder_settings(std::string_view text) {
  try {
    const YAML::Node root = load_yaml(text);
    if (!root.IsMap()) return std::nullopt;
    FolderSettings settings;
    if (root["label"] && root["label"].IsScalar()) settings.label = title_text(root["label"].Scalar());
    scrub_utf8(settings.label);
    double position = 0;
    if (root["position"] && YAML::convert<double>::decode(root["position"], position))
      settings.position = position;
    return settings;
  } catch (const YAML::Exception&) {
    return std::nullopt;
  }
}

}  // namespace signpost
