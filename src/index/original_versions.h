// original_versions.h - what articles said when translations of them that are outdated now were up to date.
// Tested by tests/unit/index/original_versions_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace signpost {

// Of an article in the site's default language.
struct OriginalVersion {
  std::string id = {};
  std::string day = {};  // the `updated` of the translations that it is for
  std::string revision =
      {};                  // the commit that made it; "" where the repository has none of that time, as below
  std::string made = {};   // ISO 8601 day of that commit
  std::string title = {};  // as its front matter says; "" where its heading does
  std::string markdown = {};  // as Document::markdown
  bool operator==(const OriginalVersion&) const = default;
};

// What a writer never exceeds, so that what is written can be loaded.
inline constexpr size_t kMaxOriginalVersions = 2'000;
inline constexpr size_t kMaxOriginalBytes = 8 << 20;  // of all titles and texts together

// GENERATION/originals.json; none is written where there are none. Throws Error{io}.
void write_original_versions(const std::string& generation_dir, const std::vector<OriginalVersion>& versions);

// None where there is no file. Throws Error{corrupt, io}.
std::vector<OriginalVersion> load_original_versions(const std::string& generation_dir);

}  // namespace signpost
