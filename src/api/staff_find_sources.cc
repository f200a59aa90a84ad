// staff_find_sources.cc - see staff_find_sources.h.
#include "api/staff_find_sources.h"

namespace signpost {

FindSources find_sources(const OperationContext& context) {
  const OpenGeneration& whole = context.whole == nullptr ? *context.generation : *context.whole;
  return {.articles = whole.searcher(), .everybody = context.searcher(), .replies = whole.replies()};
}

bool is_internal(const FindSources& sources, std::string_view id, std::string_view lang) {
  return &sources.articles != &sources.everybody && !sources.everybody.quotable(id, lang);
}

bool is_section_for_everybody(const FindSources& sources, std::string_view id, std::string_view lang,
                              std::string_view anchor) {
  const auto document = sources.everybody.quotable(id, lang);
  return document && (anchor.empty() || document->find_section(anchor));
}

}  // namespace signpost
