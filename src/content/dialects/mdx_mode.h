// mdx_mode.h - how much of MDX a file is read as, and which of its lines are code then.
// Tested by tests/unit/content/dialects/mdx_mode_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "content/dialects/dialect_pass.h"

namespace signpost {

enum class MdxMode : uint8_t {
  markdown,    // only callouts, tabs and the like that begin a line and are closed: no text by accident
  components,  // Markdown with components: capital letters, statements, comments
  full,        // ".mdx": braces are expressions, elements of HTML hold Markdown
};

// By the dialects that are on; a file that imports something has components, whatever they say.
MdxMode mdx_mode(const DialectLines& lines, DialectSet dialects);

// Fences of code, which MDX may indent as it likes. It has no other blocks of code.
class MdxFences {
 public:
  // True for a line of code, its fences included. Feed it every line in order.
  bool is_code(std::string_view line);

  // Of the line that was fed last.
  bool opened() const { return opened_; }
  bool closed() const { return closed_; }
  std::string_view info() const { return info_; }  // behind the opening fence

 private:
  char mark_ = '\0';
  size_t length_ = 0;
  bool opened_ = false;
  bool closed_ = false;
  std::string_view info_;
};

}  // namespace signpost
