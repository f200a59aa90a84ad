// kept_back.h - pages that the settings of another tool keep from readers: `exclude_docs` and `draft_docs` of
// mkdocs.yml; `exclude`, `collections` and `defaults` of Jekyll's _config.yml.
// Tested by tests/unit/content/kept_back_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct KeptBack {
  std::vector<std::string> patterns;  // globs of paths beneath the file's folder; '*' goes over '/', too
  std::string key;                    // of the settings that says so
  bool operator==(const KeptBack&) const = default;
};

// True for the name of a file that read_kept_back() reads.
bool is_kept_back_name(std::string_view name);

// What can't be read keeps nothing back: the tool itself would not run with it.
std::vector<KeptBack> read_kept_back(std::string_view name, std::string_view text);

}  // namespace signpost
