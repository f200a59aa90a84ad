// atom_feed.h - a feed as Atom has it (RFC 4287). Tested by tests/unit/api/incident_feed_test.cc and
// tests/unit/api/improvement_feed_test.cc.
#pragma once

#include <string>
#include <vector>

#include "api/operation.h"

namespace signpost {

struct AtomEntry {
  std::string name;  // its id is made from it, and from nothing else
  std::string lang;
  std::string title;
  std::string time;  // RFC 3339
  std::string url;   // of its page
  std::string html;
};

struct AtomFeed {
  std::string name;  // as that of an entry
  std::string lang;
  std::string title;
  std::string author;
  std::string updated;   // RFC 3339
  std::string own_url;   // of the feed
  std::string page_url;  // of the page that says the same
  std::vector<AtomEntry> entries;
};

inline constexpr size_t kMostFeedEntries = 50;

// One of this site's in the context's language, as old as the generation and without entries: "incidents" has
// its title from the text "incidents_title". The paths are those of the feed and of its page.
AtomFeed feed_of_site(const OperationContext& context, const std::string& name, const std::string& own_path,
                      const std::string& page_path);

// Texts are text; entries that would make it longer than 256 KB are left out.
std::string atom_xml(const AtomFeed& feed);

}  // namespace signpost
