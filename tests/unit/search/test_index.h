// test_index.h - builds a small generation from documents written in a test.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "content/document.h"
#include "content/site.h"
#include "search/searcher.h"

namespace signpost {

// Words of a document's parts; every section after the first has "Heading: text".
Document make_document(const std::string& id, const std::string& title,
                       const std::vector<std::string>& sections, const std::string& lang = "en");

// English, Korean and Japanese, with categories "start" and "account".
Site three_languages();

// A generation in a directory that goes with the object.
class TestIndex {
 public:
  explicit TestIndex(const std::vector<Document>& documents, const Site& site = three_languages(),
                     size_t shards = 1);
  ~TestIndex();
  TestIndex(const TestIndex&) = delete;
  TestIndex& operator=(const TestIndex&) = delete;

  const std::string& dir() const { return dir_; }
  const Searcher& searcher() const { return *searcher_; }
  // Ids of the hits, best first.
  std::vector<std::string> ids(const std::string& query, const std::string& lang = "") const;
  SearchResponse search(const std::string& query) const;

 private:
  std::string root_;
  std::string dir_;
  std::unique_ptr<Searcher> searcher_;
};

// A search by somebody who reads this language, "" for any.
SearchRequest in(const std::string& lang, const std::string& text);

// "" when the first hits are documents with these ids, in this order; else at the first difference what is
// there and what should be, each with the explanation of its score. For ranks.h. REQUIRES: 50 ids at most.
std::string difference(const TestIndex& index, const SearchRequest& request,
                       const std::vector<std::string>& ids);

// What gtest prints of an index.
void PrintTo(const TestIndex& index, std::ostream* out);

// The runs as text, with [brackets] around the matches.
std::string bracketed(const Runs& runs);

}  // namespace signpost
