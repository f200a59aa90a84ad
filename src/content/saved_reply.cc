// saved_reply.cc - see saved_reply.h.
#include "content/saved_reply.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/ids.h"
#include "content/language.h"
#include "content/markdown_names.h"
#include "content/opened_source.h"

namespace signpost {
namespace {

// "# Title" in the first line, which is taken off; "" for none.
std::string take_title(std::string_view& text) {
  if (!text.starts_with("# ")) return {};
  const size_t end = std::min(text.find('\n'), text.size());
  std::string title(trimmed(text.substr(2, end - 2)));
  text = trimmed(text.substr(end));
  return title;
}

std::string stated(const FrontMatter& matter, std::string_view key) {
  const auto found = std::find_if(matter.extra.begin(), matter.extra.end(),
                                  [key](const auto& entry) { return entry.first == key; });
  return found == matter.extra.end() ? std::string() : make_id(found->second);
}

}  // namespace

std::optional<SourceInfo> reply_at(std::string_view path) {
  if (!path.starts_with(kReplyFolder) || !is_markdown_name(path.substr(path.rfind('/') + 1)))
    return std::nullopt;
  std::string_view rest = path.substr(kReplyFolder.size());
  const size_t slash = rest.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto lang = canonical_language(rest.substr(0, slash));
  if (!lang) return std::nullopt;
  rest.remove_prefix(slash + 1);
  SourceInfo info;
  info.path = path;
  info.lang = *lang;
  info.id = make_id(rest.substr(0, rest.rfind('.')));
  return info;
}

std::optional<SavedReply> read_reply(const SourceInfo& info, const SourceFile& file,
                                     std::vector<Diagnostic>& diagnostics) {
  const auto source = open_source(file, diagnostics);
  if (!source) return std::nullopt;
  std::string_view text = trimmed(source->split.body);
  SavedReply reply{info.id, info.lang, source->matter.title.value_or(""), "",
                   stated(source->matter, "article")};
  if (source->matter.id && is_valid_id(*source->matter.id)) reply.id = *source->matter.id;
  if (const std::string heading = take_title(text); reply.title.empty()) reply.title = heading;
  if (reply.title.empty()) reply.title = title_from_path(file.path);
  reply.text = text;
  if (!text.empty() && text.size() <= kMaxReplyBytes) return reply;
  diagnostics.push_back(
      {Severity::error, file.path, 0, 0, "reply",
       text.empty() ? "the reply has no text; left out"
                    : "the reply is longer than " + std::to_string(kMaxReplyBytes / 1024) + " KB; left out"});
  return std::nullopt;
}

}  // namespace signpost
