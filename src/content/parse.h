// parse.h - what every parse of Markdown source takes and gives: what is known of the file, its bytes, what
// links lead to; and the document with what is wrong in it. Tested by tests/unit/content/parse_test.cc and
// the goldens in tests/golden/markdown/.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/document.h"
#include "content/leftovers.h"

namespace signpost {

// What the place of a file in the source says of it; front matter overrides.
struct SourceInfo {
  std::string path;  // relative to the source folder
  Kind kind = Kind::help;
  std::string id;  // default id
  std::string lang;
  std::string category;
  // URL paths that lead to it besides its own: what its front matter states, and what it had here before.
  std::vector<std::string> addresses = {};
  // What its front matter states and another page has: `id` counts instead of one there, and of the addresses
  // there none that is in `taken`.
  bool id_is_taken = false;
  std::vector<std::string> taken = {};
};

// One file of a document: an article has one, a thread its question.md and answer-*.md.
struct SourceFile {
  std::string path;  // relative to the source folder
  std::string bytes;
};

// Answers what a relative link leads to. Must be callable in a forked worker.
struct LinkResolver {
  // Path of the page ("/en/articles/<id>" ...) of a Markdown source path, nullopt when there is no such
  // document.
  std::function<std::optional<std::string>(const std::string& path)> page_of;
  // True when a regular file lies at this source path, so that it can be shown or downloaded.
  std::function<bool(const std::string& path)> has_file;
  // Source path of the document that has this URL path ("/docs/a") among its addresses; nullopt when none
  // has.
  std::function<std::optional<std::string>(const std::string& address)> page_at = {};
  // The path as the file system spells it, which may differ from how links do in the case of letters and in
  // Unicode's forms; in its usual_spelling() where there is no such file.
  std::function<std::string(const std::string& path)> real_path = {};
  // Source paths of all files that a link by name may mean, as wiki_names.h compares them: of "notes/Alpha",
  // those whose path ends so, Markdown without its ending. May be empty: there are none.
  std::function<std::vector<std::string>(const std::string& name)> files_named = {};
  // True for the path of a page that is none for everybody, whose readers are everybody. May be empty: none
  // is.
  std::function<bool(const std::string& path)> is_internal = {};
};

struct ParseResult {
  std::optional<Document> document;  // nullopt when nothing usable was left; then an error says why
  std::vector<Diagnostic> diagnostics;
  Leftovers leftovers;
};

}  // namespace signpost
