// saved_replies.h - finds among the saved replies of a generation: a word counts by its beginning, more in
// the title, and all of them must be there. Tested by tests/unit/api/saved_replies_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/saved_reply.h"

namespace signpost {

// There are some hundred at most, so each is looked at. Safe to use from many threads.
class SavedReplies {
 public:
  explicit SavedReplies(std::vector<SavedReply> replies);

  // The best first, those in this language before others, each id once.
  std::vector<SavedReply> find(std::string_view text, std::string_view lang, size_t most) const;
  // With this id, in this language, else in any.
  std::optional<SavedReply> reply(std::string_view id, std::string_view lang) const;

 private:
  struct Entry {
    SavedReply reply;
    std::string title;  // folded, as the next one
    std::string text;
  };
  std::vector<Entry> entries_;
};

}  // namespace signpost
