// dialect.cc - the Markdown of other tools: which there are, and a set of them.
// Tested by tests/unit/content/dialects/dialect_test.cc.
#include "content/dialects/dialect.h"

#include <array>

namespace signpost {
namespace {

// By Dialect, and sorted.
constexpr std::array<std::string_view, kDialects> kNames = {"docusaurus", "gitbook",   "hugo",     "jekyll",
                                                            "mdbook",     "mdx",       "mintlify", "mkdocs",
                                                            "obsidian",   "starlight", "vitepress"};

}  // namespace

std::string_view to_string(Dialect dialect) { return kNames.at(static_cast<size_t>(dialect)); }

std::optional<Dialect> parse_dialect(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Dialect>(i);
  }
  return std::nullopt;
}

std::vector<std::string> names_of(DialectSet dialects) {
  std::vector<std::string> names;
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (dialects.has(static_cast<Dialect>(i))) names.emplace_back(kNames[i]);
  }
  return names;
}

std::string known_dialects() {
  std::string list;
  for (const std::string_view name : kNames) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

}  // namespace signpost
