// page_builder.h - collects the HTML of a page and, beside it, its sections as plain text.
// Tested by tests/unit/content/render_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/block_builder.h"
#include "content/document.h"

namespace signpost {

struct PageOptions {
  // Of the page, or with take_title what stands in for one: a heading that opens the text and says the same
  // is left out.
  std::string title;
  bool take_title = false;  // the first heading of level 1 is the title; one that opens the text is left out
  std::string id_prefix;    // put before every id
  std::string lead_anchor;  // of the text before the first heading
  int min_heading_level = 2;
  bool close_gaps = false;              // no heading is more than one level below the one before
  int heading_shift = 0;                // added to the level of every heading
  std::vector<std::string> outer_path;  // headings above the first one of this text
};

struct Page {
  std::string html;
  std::vector<Section> sections;  // the first is the lead
  std::vector<std::string> anchors;
  std::string title;  // with take_title: the text of the heading, "" when there was none; without the texts
                      // of its pictures, unless it has nothing else
  std::vector<SourceBlock> blocks;
  std::vector<Place> images_without_text;
};

// Text goes to where it belongs: the section, the heading that is open, the picture whose text it is.
class PageBuilder {
 public:
  explicit PageBuilder(PageOptions options);

  // HTML that is safe already, and text to escape. Neither adds plain text.
  void html(std::string_view markup) {
    if (muted_ == 0) html_ += markup;
  }
  void html_text(std::string_view text);

  // Plain text, as it is; a space unless there is one; a new line unless there is one; what stands between
  // the cells of a table.
  void text(std::string_view text) {
    if (hidden_ > 0) return;
    if (!in_heading()) text_blocks_.text(page_.sections.back(), text);
    *sink_ += text;
  }
  void space();
  void new_line();
  void cell();
  char32_t last_code_point() const;

  // Between hide() and show() nothing is kept.
  void hide() { ++hidden_, ++muted_; }
  void show() { --hidden_, --muted_; }
  bool hidden() const { return hidden_ > 0; }

  // Between these two, text is collected but no HTML: the text of a picture. end_alt returns it, still in
  // the plain text.
  size_t begin_alt();
  std::string end_alt(size_t mark);
  // The plain text since `mark` is that of a picture.
  void mark_picture(size_t mark);
  // The plain text since `mark`, one of text_mark().
  size_t text_mark() const { return sink_->size(); }
  std::string text_since(size_t mark) const;
  void image_without_text(Place place) { page_.images_without_text.push_back(place); }
  // The plain text since `mark` is that of a link.
  void mark_link(size_t mark);

  // What the plain text in between is: see BlockBuilder.
  void begin_block(BlockKind kind, int number = 0) {
    text_blocks_.begin(page_.sections.back(), kind, number);
  }
  void end_block() { text_blocks_.end(page_.sections.back()); }
  // A whole one.
  void text_block(BlockKind kind, std::string_view text);

  void add_block(const SourceBlock& block) {
    if (hidden_ == 0) page_.blocks.push_back(block);
  }
  // Headings don't nest; begin_heading returns false inside another one.
  bool begin_heading(int level, Place place);
  void end_heading();
  bool in_heading() const { return heading_level_ > 0; }
  // The id that the author gave the open heading.
  void set_heading_id(std::string_view id) { heading_id_ = std::string(id); }

  // Inside a start tag that is being written: an id attribute if no heading needs the id. Of an element in a
  // heading it becomes the heading's, unless that has one.
  void id_attribute(std::string_view id);
  // An id that is written by the caller.
  void reserve_id(std::string id) { reserved_.push_back(std::move(id)); }

  Page finish();

 private:
  // A place in html_ where an id goes once all are known.
  struct Slot {
    size_t position;
    std::string id;                 // what the author wants, or the slug
    bool given = false;             // by the author
    std::optional<size_t> section;  // of a heading
  };

  bool is_page_title(const std::string& text) const;
  std::string heading_without_pictures() const;
  void add_section(const std::string& heading);
  void assign_ids();

  PageOptions options_;
  Page page_;
  std::string html_;
  std::string* sink_;
  BlockBuilder text_blocks_;
  std::string heading_text_;
  std::vector<std::pair<size_t, size_t>> heading_pictures_;  // bytes [first, second) of it
  std::string heading_id_;
  size_t heading_start_ = 0;
  size_t heading_block_ = 0;  // in the page's blocks
  int heading_level_ = 0;     // 0 while no heading is open
  int source_level_ = 0;
  int last_level_ = 0;  // of the heading before; 0 when there was none
  bool any_heading_ = false;
  int muted_ = 0;
  int hidden_ = 0;
  std::vector<Slot> slots_;
  std::vector<std::string> reserved_;
  std::vector<std::pair<int, std::string>> outline_;  // open headings: level and text
};

}  // namespace signpost
