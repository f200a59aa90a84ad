// link_writer.h - writes the links and images of a Markdown syntax tree: what leads elsewhere, or comes from
// there. Tested by tests/unit/content/render_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/link_rewriter.h"
#include "content/markdown_places.h"
#include "content/markdown_tree.h"
#include "content/page_builder.h"

namespace signpost {

// What is begun must be ended, the last first.
class LinkWriter {
 public:
  LinkWriter(Trust trust, MarkdownPlaces& places, PageBuilder& page, LinkRewriter& links)
      : trust_(trust), places_(places), page_(page), links_(links) {}

  void begin_link(cmark_node* node);
  void end_link();
  void begin_image(cmark_node* node);
  void end_image(cmark_node* node);

 private:
  struct Begun {
    size_t text_mark = 0;
    std::optional<Href> href;          // of a link that is shown as one
    std::optional<std::string> image;  // its address
    Place place;                       // of an image
  };

  Begun take();

  const Trust trust_;
  MarkdownPlaces& places_;
  PageBuilder& page_;
  LinkRewriter& links_;
  std::vector<Begun> begun_;
  int link_depth_ = 0;
};

}  // namespace signpost
