// front_matter.h - what the head of a Markdown file says.
// Tested by tests/unit/content/front_matter_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/diagnostic.h"
#include "content/document.h"
#include "content/split_source.h"
#include "content/visibility.h"

namespace signpost {

// What front matter says, in our words: foreign keys that mean the same are mapped to ours.
struct FrontMatter {
  std::optional<std::string> title;
  std::optional<std::string> id;    // normalised by make_id
  std::optional<std::string> lang;  // as canonical_language() writes it
  std::string summary;
  FieldValues fields;
  std::vector<std::string> aliases;    // URL paths
  std::vector<std::string> names;      // other names than the title
  std::vector<std::string> addresses;  // as stated_address() has them
  std::string updated;
  std::string review_by;
  std::vector<std::string> owners;
  int weight = 0;
  std::optional<double> position;  // among its neighbours, ascending: see stated_order.h
  std::string short_title;         // for lists of pages: `linkTitle`
  Visibility visibility;
  std::string author;
  std::string date;
  int votes = 0;
  bool accepted = false;
  PostOrigin origin;  // its keys are in `extra` too: of an article they mean nothing to us
  std::vector<std::pair<std::string, std::string>> extra;
};

// Reads the head of `source`; what is wrong with it is added to `diagnostics`, with lines of the file `path`.
FrontMatter read_front_matter(const SplitSource& source, const std::string& path,
                              std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
