// saved_reply.h - a text that staff send again and again: replies/en/late-delivery.md of the source.
// Tested by tests/unit/content/saved_reply_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/parse.h"

namespace signpost {

struct SavedReply {
  std::string id;
  std::string lang;
  std::string title;
  std::string text;          // lines as their author wrote them, with variables such as {{name}}
  std::string article = {};  // the id of the one that {{article_url}} stands for; "" for none
  bool operator==(const SavedReply&) const = default;
};

inline constexpr std::string_view kReplyFolder = "replies/";
inline constexpr size_t kMaxReplyBytes = 16 * 1024;

// "replies/en/shipping/late.md": the id is the path below the language, "shipping-late". nullopt for what is
// not a Markdown file in a folder of a language there.
std::optional<SourceInfo> reply_at(std::string_view path);

// From its file. `info`: of reply_at(). Front matter may say `title`, `id` and `article`. nullopt, and an
// error, for one without a text, of more than kMaxReplyBytes, or that can't be read.
std::optional<SavedReply> read_reply(const SourceInfo& info, const SourceFile& file,
                                     std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
