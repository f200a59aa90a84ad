// article_file.h - the file that an article is written in, for staff, and who looks after it.
// Tested by tests/unit/api/staff_review_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index/owners_file.h"
#include "search/searcher.h"

namespace signpost {

// Which articles of a list for staff.
struct ArticleListQuestion {
  std::string lang = {};   // "" for all
  std::string owner = {};  // as is_looked_after_by() has it
  size_t first = 0;        // so many are passed over
  size_t most = 0;
};

struct ArticleFile {
  std::string file = {};    // from the top of the repository; "" where that is not known
  std::string source = {};  // the same from the folder of the source
  std::vector<std::string> owners = {};
};

// Of the article with this id in exactly this language. It is read for that.
ArticleFile article_file(const Searcher& searcher, const SourceOwners& owners, const ArticleRef& article);

// Small letters are large ones; "" is everybody.
bool is_looked_after_by(const ArticleFile& file, const std::string& owner);

}  // namespace signpost
