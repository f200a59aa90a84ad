// front_matter_place.h - finds a value in the front matter of a file, for findings that are made when the
// file is no longer at hand. Tested by tests/unit/indexer/cross_check_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/diagnostic.h"
#include "indexer/source_folder.h"

namespace signpost {

class FrontMatterPlaces {
 public:
  explicit FrontMatterPlaces(std::optional<SourceFolder> source) : source_(std::move(source)) {}

  // {0, 0} when the file can't be read or has no such key. Remembers the last
  // file, so ask for one after the other.
  Place find(const std::string& path, std::string_view key, std::string_view value);

 private:
  std::optional<SourceFolder> source_;
  std::string path_;
  std::string bytes_;
};

}  // namespace signpost
