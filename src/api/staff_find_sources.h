// staff_find_sources.h - what staff find in when they look for something to give to a customer: the one place
// that says it. Tested by tests/unit/api/staff_find_test.cc.
#pragma once

#include <string_view>

#include "api/operation.h"
#include "api/saved_replies.h"

namespace signpost {

struct FindSources {
  const Searcher& articles;               // with what is internal, where there is anything of that
  const Searcher& everybody;              // what customers see
  const SavedReplies* replies = nullptr;  // null: there are none
};

FindSources find_sources(const OperationContext& context);

// Whether customers must not see this document at all.
bool is_internal(const FindSources& sources, std::string_view id, std::string_view lang);

// Whether customers see this section of a document, "" for the whole.
bool is_section_for_everybody(const FindSources& sources, std::string_view id, std::string_view lang,
                              std::string_view anchor);

}  // namespace signpost
