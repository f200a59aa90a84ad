// reply_draft.h - a short text about an article or a section that fits where people answer each other in
// public, and ends with its address: whole sentences or steps, as many as there is room for, and nothing cut
// inside of what a person takes for one character. Tested by tests/unit/api/reply_draft_test.cc, and against
// X's own library by tests/e2e/share_drafts.test.mjs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/quotable.h"

namespace signpost {

struct DraftText {
  std::string title;
  std::vector<std::string> sentences;
  std::vector<std::string> steps;  // "1. Open it."
  std::string address;             // absolute
};

// Of a document's section, or of the whole for its lead: the summary, else what its text begins with; and the
// steps. One line each, without characters that turn or hide text. `title`, `summary`: of the document.
DraftText draft_text(const QuotableDocument& document, size_t section, const std::string& title,
                     const std::string& summary, const std::string& address);

struct ReplyPlace {
  std::string_view id;    // "x"
  std::string_view name;  // "X"
  size_t limit;
  size_t (*length)(std::string_view text);
  size_t most_bytes;  // 0: any number
};
// X, Mastodon, Bluesky.
const std::vector<ReplyPlace>& reply_places();

// REQUIRES: an address that is shorter than half of the place's limit.
std::string draft_reply(const DraftText& of, const ReplyPlace& place);

}  // namespace signpost
