// source_filter.cc - under construction.
#include "content/source_filter.h"

namespace signpost {
bool needs_filter(std::string_view, const FilterOptions&) { return false; }
std::string filter_source(std::string_view body, const FilterOptions&, SourceLines&) {
  return std::string(body);
}
std::string strip_template_tags(std::string_view text) { return std::string(text); }
}  // namespace signpost
