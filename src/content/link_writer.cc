// link_writer.cc - writes the links and images of a Markdown syntax tree.
// Tested by tests/unit/content/render_test.cc.
#include "content/link_writer.h"

#include <utility>

#include "base/escape.h"
#include "content/media_element.h"

namespace signpost {

LinkWriter::Begun LinkWriter::take() {
  Begun begun = std::move(begun_.back());
  begun_.pop_back();
  return begun;
}

void LinkWriter::begin_link(cmark_node* node) {
  Begun& begun = begun_.emplace_back();
  begun.text_mark = page_.text_mark();
  if (link_depth_++ > 0 || page_.hidden()) return;
  begun.href = links_.link(view_of(cmark_node_get_url(node)), places_.of_link(node));
  if (!begun.href) return;
  std::string tag = "<a href=\"";
  append_url_attribute(tag, begun.href->url);
  tag += '"';
  if (const std::string_view title = view_of(cmark_node_get_title(node)); !title.empty()) {
    tag += " title=\"";
    append_escaped(tag, title);
    tag += '"';
  }
  if (trust_ == Trust::stranger) {
    tag += " rel=\"ugc nofollow noopener\"";
  } else if (begun.href->external) {
    tag += " rel=\"noopener\"";
  }
  page_.html(tag + ">");
}

void LinkWriter::end_link() {
  --link_depth_;
  const Begun begun = take();
  if (begun.href) page_.html("</a>");
  page_.mark_link(begun.text_mark);
  if (begun.href && begun.href->link)
    links_.links[*begun.href->link].text = page_.text_since(begun.text_mark);
}

void LinkWriter::begin_image(cmark_node* node) {
  Begun& begun = begun_.emplace_back();
  if (!page_.hidden()) {
    begun.place = places_.of_link(node);
    begun.image = links_.image(view_of(cmark_node_get_url(node)), begun.place);
  }
  begun.text_mark = page_.begin_alt();
}

void LinkWriter::end_image(cmark_node* node) {
  const Begun begun = take();
  const std::string alt = page_.end_alt(begun.text_mark);
  if (alt.empty() && begun.place.line > 0) page_.image_without_text(begun.place);
  if (const std::string_view media = media_element_of(view_of(cmark_node_get_url(node)));
      begun.image && !media.empty() && trust_ == Trust::company) {
    MediaElement element(media);
    element.set_title(alt);
    element.show(*begun.image, {});
    return element.write(page_, link_depth_ > 0);
  }
  if (begun.image) {
    std::string tag = "<img src=\"";
    append_url_attribute(tag, *begun.image);
    tag += "\" alt=\"";
    append_escaped(tag, alt);
    if (const std::string_view title = view_of(cmark_node_get_title(node)); !title.empty()) {
      tag += "\" title=\"";
      append_escaped(tag, title);
    }
    return page_.html(tag + "\" loading=\"lazy\">");
  }
  const Url url = check_url(view_of(cmark_node_get_url(node)), trust_, UrlUse::link);
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
