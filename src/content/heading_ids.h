// heading_ids.h - the ids of headings, as GitHub makes them.
// Tested by tests/unit/content/heading_ids_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace signpost {

// Lower case, spaces to '-', letters, marks, digits, '-' and '_' kept, all else dropped: the rule of
// https://github.com/gjtorikian/html-pipeline (toc_filter). Composed (NFC). "section" when nothing
// is left.
std::string heading_slug(std::string_view heading);

// True for an id that can be written into an attribute and a URL fragment as it is: letters, digits, marks
// and -_.: only, 128 bytes at most.
bool is_safe_html_id(std::string_view id);

// The ids of one page, each given out once.
class HeadingIds {
 public:
  // Takes `id` if it is free.
  bool take(const std::string& id) { return used_.insert(id).second; }

  // `id`, or with "-1", "-2", ... the first that is free.
  std::string take_numbered(const std::string& id);

 private:
  std::unordered_set<std::string> used_;
  std::unordered_map<std::string, int> next_number_;  // keeps many equal headings from costing the square
};

}  // namespace signpost
