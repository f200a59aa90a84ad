// parse.h - Markdown source in, Document out: front matter, rendering, sanitising, sections, links.
// Tested by tests/unit/content/parse_test.cc and the goldens in tests/golden/markdown/.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/document.h"
#include "content/site.h"

namespace signpost {

// What the place of a file in the source says of it; front matter overrides.
struct SourceInfo {
  std::string path;  // relative to the source folder
  Kind kind = Kind::help;
  std::string id;  // default id
  std::string lang;
  std::string category;
};

// One file of a document: an article has one, a thread its question.md and answer-*.md.
struct SourceFile {
  std::string path;  // relative to the source folder
  std::string bytes;
};

// Answers what a relative link leads to. Must be callable in a forked worker.
struct LinkResolver {
  // Page URL ("/en/articles/<id>" ...) of a Markdown source path, nullopt when there is no such document.
  std::function<std::optional<std::string>(const std::string& path)> page_url;
  // True when a regular file lies at this source path, so that it can be shown or downloaded.
  std::function<bool(const std::string& path)> has_file;
};

struct ParseResult {
  std::optional<Document> document;  // nullopt when nothing usable was left; then an error says why
  std::vector<Diagnostic> diagnostics;
};

// Raw HTML passes an allow-list. Never throws on bad input.
ParseResult parse_article(const SourceInfo& info, const SourceFile& file, const Site& site,
                          const LinkResolver& links);

// `files[0]` is the question. No raw HTML passes, links get rel="ugc nofollow noopener". Answers are sorted
// accepted first, then by votes, then by date.
ParseResult parse_thread(const SourceInfo& info, const std::vector<SourceFile>& files, const Site& site,
                         const LinkResolver& links);

// The same document without Markdown: its text escaped in one <pre>. For input that the renderer can't take.
ParseResult parse_plain(const SourceInfo& info, const std::vector<SourceFile>& files, const Site& site);

// Only the identity that the front matter gives, without rendering: cheap, for the map of link targets.
struct Identity {
  std::optional<std::string> id;
  std::optional<std::string> lang;
  bool draft = false;
};
Identity read_identity(std::string_view bytes);

// Default ids are made with this: lower case, [\p{L}\p{N}._-]+, other characters become '-'.
std::string make_id(std::string_view text);
bool is_valid_id(std::string_view id);

}  // namespace signpost
