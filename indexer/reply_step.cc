// reply_step.cc - see reply_step.h.
#include "indexer/reply_step.h"

#include <set>
#include <utility>

#include "indexer/source_folder.h"

namespace signpost {

std::vector<SavedReply> read_replies(const Corpus& corpus, std::vector<Diagnostic>& diagnostics) {
  std::vector<SavedReply> replies;
  std::set<std::pair<std::string, std::string>> known;
  for (const SourceInfo& info : corpus.replies) {
    FileBytes file = corpus.source->read_file(info.path, kMaxMarkdownBytes);
    if (file.error != 0) {
      diagnostics.push_back(
          {Severity::error, info.path, 0, 0, "file-read", describe_read_error(file.error) + "; left out"});
      continue;
    }
    auto reply = read_reply(info, {info.path, std::move(file.bytes)}, diagnostics);
    if (!reply) continue;
    if (known.emplace(reply->lang, reply->id).second) {
      replies.push_back(std::move(*reply));
    } else {
      diagnostics.push_back({Severity::error, info.path, 0, 0, "reply",
                             "has the id '" + reply->id + "' of another reply in its language; left out"});
    }
  }
  return replies;
}

}  // namespace signpost
