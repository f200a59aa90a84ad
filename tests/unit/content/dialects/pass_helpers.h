// pass_helpers.h - Markdown through one pass alone.
#pragma once

#include <string>
#include <string_view>

#include "content/dialects/dialect_pass.h"

namespace signpost::testing {

inline std::string passed(const DialectPass& pass, std::string_view markdown, DialectSet dialects = {},
                          std::string_view lang = "en") {
  if (!pass.may_change(markdown, dialects)) return std::string(markdown);
  Leftovers leftovers;
  DialectLines lines = cut_lines(markdown);
  pass.run(lines, {dialects, lang, "a.md", 1, leftovers});
  return joined_lines(lines);
}

// What it leaves: "kind:line kind:line", of each kind the first three places.
inline std::string left_by(const DialectPass& pass, std::string_view markdown, DialectSet dialects = {}) {
  Leftovers leftovers;
  DialectLines lines = cut_lines(markdown);
  pass.run(lines, {dialects, "en", "a.md", 1, leftovers});
  std::string all;
  for (const auto& [kind, found] : leftovers.kinds()) {
    for (const LeftoverPlace& place : found.places) {
      all += (all.empty() ? "" : " ") + kind + ":" + std::to_string(place.line);
    }
  }
  return all;
}

// The marks of a box (box.h); "" is the title of the kind.
inline std::string box(const std::string& kind, const std::string& title, const std::string& text) {
  const std::string titled = " bare?>\n<?title?>\n" + title + "\n<?/title?>\n";
  return "<?box " + kind + (title.empty() ? "?>\n" : titled) + text + "\n<?/box?>\n";
}

}  // namespace signpost::testing
