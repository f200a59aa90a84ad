// media_element.h - films and sound in an article: shown with controls, and linked.
// Tested by tests/unit/content/media_element_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/html_tokens.h"
#include "content/link_rewriter.h"
#include "content/page_builder.h"

namespace signpost {

// "video" or "audio" for the address of a file that browsers play; "" for any other.
std::string_view media_element_of(std::string_view url);

// One <video> or <audio>, written when all its sources are known.
class MediaElement {
 public:
  // `name` is "video" or "audio". Whatever would start by itself, or has no controls, gets them instead.
  explicit MediaElement(std::string_view name) : name_(name) {}

  // What its start tag says: the film, a picture in its place, a title, a size.
  void read(const HtmlToken& start_tag, LinkRewriter& links, Place place);
  // What a <source> or <track> in it names.
  void add(const HtmlToken& child, LinkRewriter& links, Place place);
  // A file that can be shown, by the address that LinkRewriter gave.
  void show(const std::string& url, std::string_view type);
  void set_title(std::string_view title) { title_ = title; }

  // The title, or else the name of the first file.
  std::string label() const;
  // Also writes a link to the first source, where no link is open; what can't be shown leaves its title.
  void write(PageBuilder& page, bool in_link) const;

 private:
  std::string name_;
  std::string attributes_;
  std::string children_;
  std::string first_;  // address of the first source
  std::string title_;
};

}  // namespace signpost
