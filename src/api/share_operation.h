// share_operation.h - what somebody copies of an article or a section to give it to others: links in every
// form, and replies that fit elsewhere. Tested by tests/unit/api/share_operation_test.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/operation.h"

namespace signpost {

struct SharedReply {
  std::string_view place;  // "x", "mastodon", "bluesky"
  std::string_view name;
  std::string text;
  size_t length = 0;  // as the place counts
  size_t limit = 0;
};

struct Shared {
  std::string id;
  std::string lang;
  std::string anchor;    // of the section; "" for the article as a whole
  std::string title;     // "Install the app › Steps"
  std::string url;       // path of the page
  std::string address;   // short, absolute where the site has a base URL, else a path
  std::string markdown;  // the title as a link, and so the next one
  std::string html;
  std::string text;  // title and address
  std::vector<SharedReply> replies;
};

// nullopt where there is no such article or section. In the language that article() would choose.
std::optional<Shared> share(const OperationContext& context, const std::string& id,
                            const std::string& anchor);

Operation share_operation();

}  // namespace signpost
