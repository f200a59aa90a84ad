// help_source.h - a folder of articles that changes from round to round, and what an index of it must be.
#pragma once

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "index/generation.h"
#include "index/manifest.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost::testing {

class HelpSource {
 public:
  explicit HelpSource(const TemporaryFolder& folder, int articles = 200) : folder_(folder) {
    for (int i = 0; i < articles; ++i) write(i);
  }

  std::string path() const { return folder_.path("source"); }
  size_t size() const { return present_.size(); }
  const std::set<int>& present() const { return present_; }

  // Changes a few articles, takes one away or brings one back.
  void edit(std::mt19937& random) {
    for (int i = 0; i < 5; ++i) write(static_cast<int>(random() % 200));
    const int other = static_cast<int>(random() % 200);
    if (present_.count(other) != 0 && present_.size() > 150) {
      std::filesystem::remove(folder_.path(name(other)));
      present_.erase(other);
    } else {
      write(other);
    }
  }

 private:
  static std::string name(int i) { return "source/article-" + std::to_string(i) + ".md"; }

  void write(int i) {
    present_.insert(i);
    folder_.write(name(i), "# Article " + std::to_string(i) + "\n\n![x](picture.png)\n\nEdition " +
                               std::to_string(++edition_) + ". " + std::string(1500, 'w') + "\n");
    if (edition_ == 1) folder_.write("source/picture.png", std::string(50'000, 'p'));
  }

  const TemporaryFolder& folder_;
  std::set<int> present_;
  int edition_ = 0;
};

// The published generation and all that are kept are what their manifests say. Returns the documents of the
// published one.
inline uint64_t verified_documents(const std::string& index) {
  for (const std::string& name : list_generations(index)) {
    EXPECT_NO_THROW(verify_generation(index + "/generations/" + name)) << name;
  }
  const auto current = current_generation(index);
  EXPECT_TRUE(current.has_value());
  return current ? verify_generation(*current).documents : 0;
}

}  // namespace signpost::testing
