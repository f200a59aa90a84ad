// published_pages.h - the addresses that a generation has given to the world: its pages, the places in them,
// and the old addresses that lead there. Tested by tests/unit/indexer/check/published_test.cc.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/document.h"

namespace signpost {

struct PublishedAnchor {
  std::string anchor;
  std::string heading;  // "" for a place that is no heading
};

struct PublishedPage {
  Kind kind = Kind::help;
  std::string lang;
  std::string id;
  std::string source_path;
  std::vector<PublishedAnchor> anchors;  // without those that footnotes make
  std::vector<std::string> aliases;      // that it states, whichever page they lead to
};

struct PublishedPages {
  std::vector<PublishedPage> pages;
  std::map<std::string, size_t> aliases;  // old URL path -> index of the page it leads to
};

// Reads all of a generation that has been verified. Throws Error{not_found, corrupt, io}.
PublishedPages read_published_pages(const std::string& generation_dir);

}  // namespace signpost
