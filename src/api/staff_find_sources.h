// staff_find_sources.h - what staff find in when they look for something to give to a customer: the one place
// that says it. Tested by tests/unit/api/staff_find_test.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "api/operation.h"
#include "api/reply_text.h"

namespace signpost {

// Saved replies, wherever they lie.
class ReplySource {
 public:
  virtual ~ReplySource() = default;
  // The best first, those in this language before others, each id once.
  virtual std::vector<SavedReply> find(std::string_view text, std::string_view lang, size_t most) const = 0;
  // With this id, in this language, else in any.
  virtual std::optional<SavedReply> reply(std::string_view id, std::string_view lang) const = 0;
};

struct FindSources {
  const Searcher& articles;
  const ReplySource* replies = nullptr;  // null: there are none
};

FindSources find_sources(const OperationContext& context);

// Whether customers must not see this document.
bool is_internal(const FindSources& sources, std::string_view id, std::string_view lang);

}  // namespace signpost
