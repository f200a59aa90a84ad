// raw_html.h - passes the raw HTML of an article through the allow-list, tag by tag.
// Tested by tests/unit/content/raw_html_test.cc.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/dialects/box.h"
#include "content/html_elements.h"
#include "content/html_tokens.h"
#include "content/leftovers.h"
#include "content/link_rewriter.h"
#include "content/media_element.h"
#include "content/page_builder.h"

namespace signpost {

// Raw HTML comes in pieces between pieces of Markdown: "<details>", paragraphs, "</details>". What is kept is
// written anew from its parsed form, balanced, so that what a browser reads is what was judged here. Takes
// time linear in the input; it never builds a tree.
class RawHtml {
 public:
  RawHtml(PageBuilder& page, LinkRewriter& links, std::string_view lang, const std::string& path,
          std::vector<Diagnostic>& diagnostics, Leftovers& leftovers)
      : page_(page),
        links_(links),
        lang_(lang),
        path_(path),
        diagnostics_(diagnostics),
        leftovers_(leftovers) {}

  // Where a tag or comment stands in its file; asked in order, not for all of them.
  using PlaceOf = std::function<Place(std::string_view source)>;

  // One piece.
  void write(std::string_view html, const PlaceOf& place_of);

  // Elements opened after mark() are closed by close_to(mark): none reaches out of the Markdown block that
  // it was opened in.
  size_t mark();
  void close_to(size_t mark);
  // Before a Markdown block: an open <p> would end here anyway.
  void close_paragraph();

  // Begins or ends what passes wrote as a box: like an element, it doesn't reach out of its Markdown block.
  void box_mark(const BoxMark& mark);
  // The tags of the paragraph that follows now, if it is the title of a box.
  std::optional<std::pair<std::string_view, std::string_view>> take_title();

 private:
  struct Open {
    std::string name;
    bool hides = false;               // an element that is dropped with its content
    bool heading = false;             // ended by PageBuilder::end_heading
    bool nothing = false;             // its tags are not written
    bool scrolls = false;             // a table in its scrolling box
    bool media = false;               // written by media_ when it ends
    std::optional<size_t> link = {};  // of a link to another page: its place in LinkRewriter::links
    size_t text_mark = 0;             // where the text of a link starts
    bool block = false;               // is one of the plain text
    std::optional<BoxMark> box = {};  // begun by a mark: no tag of raw HTML ends it
  };

  void text(std::string_view source);
  void start_tag(const HtmlToken& token, const PlaceOf& place_of);
  void end_tag(const HtmlToken& token);
  bool has_its_list(std::string_view name) const;
  void open_element(const std::string& name, const HtmlToken& token, const ElementInfo& info,
                    const PlaceOf& place_of);
  void drop_element(const HtmlToken& token, const ElementInfo& info, Place place);
  void begin_block(const std::string& name, const HtmlToken& token);
  void open_link(const HtmlToken& token, Place place);
  void open_media(const HtmlToken& token, Place place);
  bool in_picture() const;
  void write_source(const HtmlToken& token, Place place);
  void write_picture_set(const HtmlToken& token, Place place);
  void write_image(const HtmlToken& token, Place place);
  void write_frame(const HtmlToken& token, Place place);
  void write_attributes(const std::string& name, const HtmlToken& token);
  void close_implied(const std::string& opened);
  void pop();
  bool is_open(std::string_view name) const;
  void note_dropped(const std::string& name, Place place);

  PageBuilder& page_;
  LinkRewriter& links_;
  std::string_view lang_;
  const std::string& path_;
  std::vector<Diagnostic>& diagnostics_;
  Leftovers& leftovers_;
  std::vector<Open> open_;
  bool title_next_ = false;            // the next paragraph is the title of the innermost box
  size_t base_ = 0;                    // elements below belong to outer blocks
  std::optional<MediaElement> media_;  // while one is open: the innermost
  std::set<std::string> noted_;        // names that were diagnosed already
};

}  // namespace signpost
