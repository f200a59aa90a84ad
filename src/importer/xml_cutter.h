// xml_cutter.h - cuts XML behind its tags, so that libxml2 gets each whole and none with more attributes than
// it can compare with each other. Tested by tests/unit/importer/xml_cutter_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

// What is longer between '<' and '>' is left out.
inline constexpr size_t kMaxRowBytes = 4 * 1024 * 1024;
// A row of Posts.xml has 22 at most.
inline constexpr size_t kMaxRowAttributes = 64;

class XmlCutter {
 public:
  // Takes the next piece of a file and returns what can be parsed now: tags that have ended, comments and
  // the like, and the text around them. "" when more must come first. Nothing may be added to an error.
  std::string add(std::string_view piece);

  // Why no parser should see what began last, "" as long as one may: a limit, a '<' within a tag, a document
  // type.
  const std::string& error() const { return error_; }

  // Something has begun with '<' and not ended.
  bool unfinished() const { return state_ != State::text; }

  // Tags that were returned.
  size_t tags() const { return tags_; }

 private:
  enum class State { text, open, tag, quoted, instruction, comment, cdata };

  // Goes on at `at` with what the state says, and returns where the next state begins.
  size_t step(size_t at);
  size_t begin_markup(size_t at);
  size_t in_tag(size_t at);
  size_t in_quotes(size_t at);
  size_t until(std::string_view end, size_t at);
  size_t fail(const char* error);

  State state_ = State::text;
  std::string pending_;
  size_t done_ = 0;    // of `pending_`: the state is that behind these bytes
  size_t markup_ = 0;  // where what is unfinished began
  size_t attributes_ = 0;
  size_t tags_ = 0;
  char quote_ = 0;
  std::string error_;
};

}  // namespace signpost
