// document_diff.h - which documents two generations have, and which addresses only the older one answers.
// Tested by tests/unit/release/document_diff_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/searcher.h"

namespace signpost {

struct DocumentChange {
  std::string id;
  std::string lang;
  std::string kind;  // "help" or "community"
  std::string title;
  std::string url;
  std::vector<std::string> parts;  // of a changed one: "title", "text", "tags", ...
};

// An address that shows another article than before, though the article that it showed is still there.
struct TakenUrl {
  std::string url;
  std::string title;         // of what it shows now
  std::string former_title;  // of what it showed
  std::string former_url;    // where that is now
};

struct DocumentDiff {
  uint64_t old_count = 0;
  uint64_t new_count = 0;
  std::vector<DocumentChange> added;  // these three by URL
  std::vector<DocumentChange> changed;
  std::vector<DocumentChange> removed;
  std::vector<std::string> lost_urls;  // answered before, and now nothing is there; sorted
  std::vector<TakenUrl> taken_urls;    // by URL
};

// A document is the same one if kind, language and id are. The article is still there where its file or its
// text is, at whatever address.
DocumentDiff compare_documents(const Searcher& before, const Searcher& after);

// What differs between two states of a document, by what an author would call it; empty for nothing.
std::vector<std::string> changed_parts(const Document& before, const Document& after);

}  // namespace signpost
