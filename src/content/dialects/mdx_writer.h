// mdx_writer.h - writes known components as plain Markdown.
// Tested by tests/unit/content/dialects/mdx_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/dialects/jsx_syntax.h"
#include "content/dialects/mdx_components.h"
#include "content/dialects/mdx_output.h"
#include "content/dialects/mdx_statements.h"

namespace signpost {

class MdxWriter {
 public:
  MdxWriter(MdxOutput& out, const MdxImports& imports, std::string_view lang)
      : out_(out), imports_(imports), lang_(lang) {}

  // Opens a component that stands on lines of its own. `title` is for one whose tag has none.
  void open(const JsxTag& tag, const MdxComponent& known, const std::string& title);

  // Writes one that is part of a line; "" when nothing is to be shown; false when its tag doesn't say what it
  // shows.
  bool inline_text(const JsxTag& tag, const MdxComponent& known, std::string& text) const;

  // Where a link leads; "" when its tag doesn't say.
  std::string target(const JsxTag& tag) const;

  // A block of code, apart from what is around it.
  void code_block(const std::string& language, const std::string& code);

  // A block of code in a group of tabs begins; `info` is what stands behind its fence.
  void open_code_tab(std::string_view info);

 private:
  void open_the_box(const JsxTag& tag, const MdxComponent& known);
  void open_tab(const JsxTag& tag);
  void open_step(const JsxTag& tag);
  void open_card(const JsxTag& tag);
  void open_field(const JsxTag& tag);
  std::string image(const JsxTag& tag) const;
  std::string video(const JsxTag& tag) const;

  MdxOutput& out_;
  const MdxImports& imports_;
  std::string_view lang_;
};

// True for a tag that says by itself what its component shows a title of.
bool has_title(const JsxTag& tag);

}  // namespace signpost
