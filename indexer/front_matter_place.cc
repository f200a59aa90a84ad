// front_matter_place.cc - reads again: findings are few, documents are many.
#include "indexer/front_matter_place.h"

#include "content/front_matter.h"
#include "content/split_source.h"

namespace signpost {

Place FrontMatterPlaces::find(const std::string& path, std::string_view key, std::string_view value) {
  if (path != path_) {
    path_ = path;
    bytes_ = source_ ? source_->read_file(path, kMaxMarkdownBytes).bytes : "";
  }
  const Place place = place_in_front_matter(split_source(bytes_), key, value);
  return place.line == 1 ? Place{} : place;  // the first line is never a key's
}

}  // namespace signpost
