// dialect_pass.h - Markdown of other tools made into ours, line by line, before anything else reads it.
// Tested by tests/unit/content/dialects/dialect_pass_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/dialects/dialect.h"
#include "content/leftovers.h"
#include "content/source_filter.h"

namespace signpost {

struct LinkResolver;

// A line of Markdown on its way through the passes.
struct DialectLine {
  std::string text;   // without its end
  int source = 0;     // the line of the body that it was made of, 0-based
  bool code = false;  // of a code block (its fences too): no pass may change it
};
using DialectLines = std::vector<DialectLine>;

struct DialectContext {
  DialectSet dialects;    // that are on
  std::string_view lang;  // of the article, for the words that stand in for something
  std::string_view path;  // of the file, and the line of it where the body starts: for leftovers
  int first_line = 1;
  Leftovers& leftovers;
  // For passes that find files by their names; nullptr for nobody who knows or wants to be told.
  const LinkResolver* files = nullptr;
  std::vector<Diagnostic>* diagnostics = nullptr;

  // Counts what a pass drops, or leaves as it stands because it doesn't understand it.
  void leave(std::string_view kind, const DialectLine& line) const {
    leftovers.add(kind, path, first_line + line.source);
  }
};

// One construct of one or more tools. What no plain text means by accident is read everywhere; the rest only
// where its dialect is on. A pass may take lines out and put others in, which keep the `source` of what they
// stand for; the `code` of new lines is found out before the next pass runs.
struct DialectPass {
  bool (*may_change)(std::string_view body, DialectSet dialects);  // a quick look at the text
  void (*run)(DialectLines& lines, const DialectContext& context);
};

struct DialectText {
  bool changed = false;  // false: no pass had anything to do, and `text` is empty
  std::string text;
  SourceLines lines;  // from lines of `text` to lines of the file
};

// The one place that passes are called from: `body` through all of them, in the order of their table.
DialectText read_dialects(std::string_view body, const DialectContext& context);

// The lines of `body`, with `code` found out; and back.
DialectLines cut_lines(std::string_view body);
std::string joined_lines(const DialectLines& lines);

// Finds out which lines are code, after some have changed.
void find_code(DialectLines& lines);

}  // namespace signpost
