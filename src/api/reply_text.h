// reply_text.h - a saved reply with its variables filled in, as plain text, Markdown and HTML.
// Tested by tests/unit/api/reply_text_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// By the names of variables. What is "" is not known.
using ReplyValues = std::map<std::string, std::string, std::less<>>;

struct FilledReply {
  std::string text;
  std::string markdown;  // the same, where what was filled in means nothing to Markdown
  std::string html;      // paragraphs and lines, of escaped text
  std::vector<std::string>
      missing;  // variables for which there is no value, each once: they stay as they are
};

// Each {{variable}} once: what stands for it is never looked through again.
FilledReply fill_reply(std::string_view text, const ReplyValues& values);

}  // namespace signpost
