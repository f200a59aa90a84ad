// markdown_links.cc - how a MarkdownRenderer writes links and images: what leads elsewhere, or comes from
// there. Tested by tests/unit/content/render_test.cc.
#include "content/html_text.h"
#include "content/markdown_renderer.h"
#include "content/markdown_tree.h"

namespace signpost {

void MarkdownRenderer::enter_link(cmark_node* node) {
  Frame& frame = frames_.back();
  if (link_depth_++ > 0 || page_.hidden()) return;
  frame.href = links_.link(view_of(cmark_node_get_url(node)), context_.places.of_link(node));
  if (!frame.href) return;
  std::string tag = "<a href=\"";
  append_url_attribute(tag, frame.href->url);
  tag += '"';
  if (const std::string_view title = view_of(cmark_node_get_title(node)); !title.empty()) {
    tag += " title=\"";
    append_escaped(tag, title);
    tag += '"';
  }
  if (context_.trust == Trust::stranger) {
    tag += " rel=\"ugc nofollow noopener\"";
  } else if (frame.href->external) {
    tag += " rel=\"noopener\"";
  }
  open(tag + ">", "</a>");
}

void MarkdownRenderer::leave_link() {
  --link_depth_;
  const Frame& frame = frames_.back();
  page_.html(frame.end_tag);
  page_.mark_link(frame.text_mark);
  if (frame.href && frame.href->link)
    links_.links[*frame.href->link].text = page_.text_since(frame.text_mark);
}

void MarkdownRenderer::enter_image(cmark_node* node) {
  Frame& frame = frames_.back();
  if (!page_.hidden()) {
    frame.place = context_.places.of_link(node);
    frame.image = links_.image(view_of(cmark_node_get_url(node)), frame.place);
  }
  frame.text_mark = page_.begin_alt();
}

void MarkdownRenderer::leave_image(cmark_node* node) {
  const Frame& frame = frames_.back();
  const std::string alt = page_.end_alt(frame.text_mark);
  if (alt.empty() && frame.place.line > 0) page_.image_without_text(frame.place);
  if (frame.image) {
    std::string tag = "<img src=\"";
    append_url_attribute(tag, *frame.image);
    tag += "\" alt=\"";
    append_escaped(tag, alt);
    if (const std::string_view title = view_of(cmark_node_get_title(node)); !title.empty()) {
      tag += "\" title=\"";
      append_escaped(tag, title);
    }
    return page_.html(tag + "\" loading=\"lazy\">");
  }
  const Url url = check_url(view_of(cmark_node_get_url(node)), context_.trust, UrlUse::link);
  if (url.kind != UrlKind::external || link_depth_ > 0) {
    page_.html("<span class=\"missing-image\">");
    page_.html_text(alt);
    return page_.html("</span>");
  }
  // A stranger's picture from elsewhere would tell its server who reads; the link doesn't.
  std::string tag = "<a href=\"";
  append_url_attribute(tag, url.text);
  page_.html(tag + "\" rel=\"ugc nofollow noopener\">");
  page_.html_text(alt.empty() ? url.text : alt);
  page_.html("</a>");
}

}  // namespace signpost
