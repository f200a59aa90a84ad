// staff_find_sources.cc - see staff_find_sources.h.
#include "api/staff_find_sources.h"

namespace signpost {

FindSources find_sources(const OperationContext& context) { return {.articles = context.searcher()}; }

bool is_internal(const FindSources&, std::string_view, std::string_view) { return false; }

}  // namespace signpost
