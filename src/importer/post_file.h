// post_file.h - one imported post as the bytes of question.md or answer-*.md, and how such a file is known
// again. Tested by tests/unit/importer/post_file_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importer/attribution.h"

namespace signpost {

struct ImportedPost {
  bool question = true;
  std::string date;     // ISO 8601 day
  std::string updated;  // likewise, "" when it was never edited
  int votes = 0;
  std::string body;  // Markdown
  Attribution attribution;

  // of a question only
  std::string id;  // of the thread
  std::string title;
  std::string category;  // "" for none
  std::vector<std::string> tags;

  bool accepted = false;  // of an answer only
};

// `key` is that of the site (see SiteAddress).
std::string post_file(const ImportedPost& post, std::string_view key);

// True for a file that an import from this site wrote and nobody made their own by deleting the line that
// says so. `head`: the first kPostHeadBytes of the file, or all.
inline constexpr size_t kPostHeadBytes = 512;
bool is_post_file(std::string_view head, std::string_view key);

}  // namespace signpost
