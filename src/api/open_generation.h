// open_generation.h - one open generation, as operations read it. Tested by tests/unit/service/app_test.cc.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "api/improvements.h"
#include "api/saved_replies.h"
#include "index/manifest.h"
#include "index/original_versions.h"
#include "index/owners_file.h"
#include "search/clicks.h"
#include "search/searcher.h"

namespace signpost {

class OpenGeneration {
 public:
  // What visitors chose, null for nothing known; asked where the site lets it count.
  using ReadClicks = std::function<std::shared_ptr<const ClickTable>()>;

  // Opens a generation whose manifest has been verified. `board`: of what it tells besides; outlives it, null
  // for none. Throws Error.
  explicit OpenGeneration(const std::string& generation_dir, const ReadClicks& read_clicks = {},
                          const ImprovementBoard* board = nullptr);

  const Searcher& searcher() const { return searcher_; }
  const Site& site() const { return searcher_.site(); }
  const std::chrono::system_clock::time_point& created() const { return created_; }
  // Null where it is not for staff.
  const SavedReplies* replies() const { return replies_.get(); }
  Readers readers() const { return readers_; }  // for whom it is
  // Null where clicks don't count.
  const ClickTable* clicks() const { return clicks_.get(); }
  // The same for generations with the same files and the same clicks, whatever their names and whenever they
  // were made; another one for others. What is made from the whole generation is known by it.
  const std::string& content() const { return content_; }
  // The same as long as no incident begins or leaves by itself, and no complaint of readers ends: what shows
  // these, or could, is known by it.
  std::string content_at(int64_t now) const;
  // What became of readers' complaints; never null.
  std::shared_ptr<const Improvements> improvements() const;
  // Who looks after its files, beside what their front matter says: read anew, as only staff ask and a site
  // may have many. Empty where its folder is gone meanwhile. Throws Error{corrupt, io}.
  SourceOwners owners() const { return load_owners(dir_); }
  // Likewise what was translated where that has changed since.
  std::vector<OriginalVersion> original_versions() const { return load_original_versions(dir_); }
  // What the manifest says of a file of the generation that is served as it is: those below files/ and
  // sitemaps/; nullptr when there is none. Nothing else is read from the disk for a visitor.
  const ManifestFile* find_file(const std::string& path) const {
    const auto found = files_.find(path);
    return found == files_.end() ? nullptr : &found->second;
  }

 private:
  const ImprovementBoard* board_;
  const std::string dir_;
  Searcher searcher_;
  std::shared_ptr<const ClickTable> clicks_;
  std::string content_;
  std::unordered_map<std::string, ManifestFile> files_;  // by path
  std::chrono::system_clock::time_point created_;
  Readers readers_ = Readers::everybody;
  std::unique_ptr<const SavedReplies> replies_;
};

}  // namespace signpost
