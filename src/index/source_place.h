// source_place.h - where sections stand in the repository that their generation was made from, and who looks
// after them. Tested by tests/unit/index/source_place_test.cc.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/document.h"
#include "index/owners_file.h"
#include "index/stored_document.h"

namespace signpost {

struct SourcePlace {
  std::string file;  // from the top of the repository; from the source's folder where it is in none
  int line = 1;      // of the section's heading; 1 for the whole, and where it is not known
  std::vector<std::string> owners;
  bool operator==(const SourcePlace&) const = default;
};

// By anchor; "" for the whole.
using SectionPlaces = std::map<std::string, SourcePlace, std::less<>>;

// The owners are those of the front matter, else those of CODEOWNERS. `body` is of the same document.
SectionPlaces places_of_sections(const StoredMeta& meta, const Document& body, const SourceOwners& owners);

// An article, or a thread, in a language.
struct DocumentName {
  std::string id;
  std::string lang;
  auto operator<=>(const DocumentName&) const = default;
};

// Those that the generation has of these. The caller need not have verified it: to compare all its sums would
// take longer than the rest, and what is read of it, no postings, is believed no further than snapshot.h and
// stored_document.h say. Throws Error{not_found, corrupt, io}.
std::map<DocumentName, SectionPlaces> read_source_places(const std::string& generation_dir,
                                                         const std::set<DocumentName>& wanted);

}  // namespace signpost
