// front_matter_place.cc - reads again: findings are few, documents are many.
#include "indexer/front_matter_place.h"

#include "content/front_matter.h"
#include "indexer/source_file.h"

namespace signpost {

Place front_matter_place(const std::string& file, std::string_view key, std::string_view value) {
  const FileBytes head = read_source_head(file);
  if (head.error != 0) return {};
  const Place place = place_in_front_matter(split_source(head.bytes), key, value);
  return place.line == 1 ? Place{} : place;  // the first line is never a key's
}

}  // namespace signpost
