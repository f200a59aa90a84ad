// page_builder.cc - collects the HTML of a page and, beside it, its sections as plain text.
// Tested by tests/unit/content/render_test.cc.
#include "content/page_builder.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/escape.h"
#include "base/utf8.h"
#include "content/heading_ids.h"
#include "content/ids.h"

namespace signpost {
namespace {

void trim(std::string& text) {
  size_t end = text.size();
  while (end > 0 && is_space(text[end - 1])) --end;
  text.resize(end);
  size_t start = 0;
  while (start < text.size() && is_space(text[start])) ++start;
  text.erase(0, start);
}

// Splits "Text {#id}" and returns the id; "" when there is none. Also "{#id .class}".
std::string cut_explicit_id(std::string& text) {
  if (text.empty() || text.back() != '}') return {};
  const size_t open = text.rfind("{#");
  if (open == std::string::npos) return {};
  std::string id = text.substr(open + 2, text.size() - open - 3);
  id.resize(std::min(id.find(' '), id.size()));
  if (!is_safe_html_id(id)) return {};
  text.resize(open);
  trim(text);
  return id;
}

// What two titles have in common that a reader would call the same: case, spaces and ASCII punctuation don't
// count.
std::string comparable(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    const auto point = static_cast<UChar32>(next_code_point(text, pos));
    if (point >= 0x80 ? u_isUWhiteSpace(point) == 0 : is_alnum(static_cast<char>(point)))
      append_utf8(out, static_cast<char32_t>(u_foldCase(point, U_FOLD_CASE_DEFAULT)));
  }
  return out.empty() ? std::string(text) : out;
}

}  // namespace

PageBuilder::PageBuilder(PageOptions options) : options_(std::move(options)) {
  Section lead;
  lead.anchor = options_.lead_anchor;
  lead.path = options_.outer_path;
  if (!lead.path.empty()) {
    lead.heading = lead.path.back();
    lead.level = options_.min_heading_level - 1;
  }
  page_.sections.push_back(std::move(lead));
  sink_ = &page_.sections.back().text;
}

void PageBuilder::html_text(std::string_view text) {
  if (muted_ == 0) append_escaped(html_, text);
}

void PageBuilder::space() {
  if (hidden_ == 0 && !sink_->empty() && !is_space(sink_->back())) *sink_ += ' ';
}

void PageBuilder::new_line() {
  if (hidden_ > 0) return;
  if (in_heading()) return space();
  text_blocks_.line_end(page_.sections.back());
  if (sink_->empty()) return;
  while (!sink_->empty() && sink_->back() == ' ') sink_->pop_back();
  if (!sink_->empty() && sink_->back() != '\n') *sink_ += '\n';
}

void PageBuilder::text_block(BlockKind kind, std::string_view text) {
  begin_block(kind);
  this->text(text);
  end_block();
  new_line();
}

void PageBuilder::cell() {
  if (!sink_->empty() && sink_->back() != '\n') text(" | ");
}

char32_t PageBuilder::last_code_point() const {
  return sink_->empty() ? U'\0' : code_point_before(*sink_, sink_->size());
}

size_t PageBuilder::begin_alt() {
  ++muted_;
  return sink_->size();
}

std::string PageBuilder::end_alt(size_t mark) {
  --muted_;
  mark_picture(mark);
  return text_since(mark);
}

void PageBuilder::mark_picture(size_t mark) {
  if (hidden_ > 0 || mark >= sink_->size()) return;
  if (!in_heading()) return text_blocks_.picture(page_.sections.back(), mark);
  heading_pictures_.emplace_back(mark, sink_->size());
}

std::string PageBuilder::text_since(size_t mark) const {
  std::string text = mark < sink_->size() ? sink_->substr(mark) : std::string();
  std::replace(text.begin(), text.end(), '\n', ' ');
  trim(text);
  return text;
}

void PageBuilder::mark_link(size_t mark) {
  Section& section = page_.sections.back();
  if (hidden_ > 0 || sink_ != &section.text || mark >= sink_->size()) return;
  section.links.emplace_back(static_cast<uint32_t>(mark), static_cast<uint32_t>(sink_->size()));
}

bool PageBuilder::begin_heading(int level, Place place) {
  if (in_heading()) return false;
  heading_block_ = page_.blocks.size();
  page_.blocks.push_back({.kind = SourceBlock::Kind::heading, .level = level, .place = place});
  new_line();
  source_level_ = level;
  heading_level_ = std::clamp(level + options_.heading_shift, options_.min_heading_level, 6);
  if (options_.close_gaps) {
    heading_level_ = std::min(heading_level_, std::max(last_level_, options_.min_heading_level - 1) + 1);
  }
  last_level_ = heading_level_;
  heading_text_.clear();
  heading_pictures_.clear();
  heading_id_.clear();
  heading_start_ = html_.size();
  sink_ = &heading_text_;
  return true;
}

// A title of a lower level is one only where nothing stands before it.
bool PageBuilder::is_page_title(const std::string& text) const {
  if (any_heading_ || text.empty()) return false;
  if (options_.take_title && source_level_ == 1) return true;
  const bool opens = is_blank(html_) && is_blank(page_.sections.front().text);
  return (source_level_ == 1 || opens) && comparable(text) == comparable(options_.title);
}

// Badges beside a title are no part of it; a picture alone is.
std::string PageBuilder::heading_without_pictures() const {
  std::string text;
  size_t done = 0;
  for (const auto& [first, second] : heading_pictures_) {
    if (first < done) continue;
    text.append(heading_text_, done, first - done);
    done = std::min(second, heading_text_.size());
    if (!text.empty() && is_space(text.back())) text.pop_back();
  }
  text.append(heading_text_, done, std::string::npos);
  trim(text);
  return text.empty() ? heading_text_ : text;
}

void PageBuilder::end_heading() {
  std::string inner = html_.substr(heading_start_);
  html_.resize(heading_start_);
  std::string title = heading_without_pictures();
  trim(heading_text_);
  trim(title);
  trim(inner);
  if (std::string id = cut_explicit_id(heading_text_); !id.empty()) {
    cut_explicit_id(inner);
    cut_explicit_id(title);
    heading_id_ = std::move(id);
  }
  scrub_utf8(heading_text_);
  scrub_utf8(title);
  const bool given = is_safe_html_id(heading_id_);
  Slot slot{0, given ? composed(heading_id_) : heading_slug(heading_text_), given, std::nullopt};
  if (is_page_title(title)) {
    page_.title = std::move(title);
    page_.anchors.push_back(options_.id_prefix + slot.id);
    sink_ = &page_.sections.back().text;
  } else {
    if (options_.take_title && source_level_ == 1 && page_.title.empty()) page_.title = title;
    const char digit = static_cast<char>('0' + heading_level_);
    html_ += "<h";
    html_ += digit;
    slot.position = html_.size();
    html_ += '>';
    html_ += inner;
    html_ += "</h";
    html_ += digit;
    html_ += ">\n";
    slot.section = page_.sections.size();
    page_.blocks[heading_block_].section = static_cast<uint32_t>(page_.sections.size());
    slots_.push_back(std::move(slot));
    add_section(heading_text_);
  }
  any_heading_ = true;
  heading_level_ = 0;
}

void PageBuilder::add_section(const std::string& heading) {
  text_blocks_.leave(page_.sections.back());
  while (!outline_.empty() && outline_.back().first >= heading_level_) outline_.pop_back();
  outline_.emplace_back(heading_level_, heading);
  Section section;
  section.heading = heading;
  section.level = heading_level_;
  section.path = options_.outer_path;
  for (const auto& [level, text] : outline_) section.path.push_back(text);
  page_.sections.push_back(std::move(section));
  sink_ = &page_.sections.back().text;
}

void PageBuilder::id_attribute(std::string_view id) {
  if (muted_ > 0 || !is_safe_html_id(id)) return;
  if (in_heading()) {
    if (heading_id_.empty()) set_heading_id(id);
    return;
  }
  slots_.push_back({html_.size(), composed(id), true, std::nullopt});
}

// Ids that authors gave to headings come first, then the slugs of the other headings, then what stands in
// raw HTML, which goes without where a heading has the same.
void PageBuilder::assign_ids() {
  HeadingIds ids;
  for (const std::string& id : reserved_) ids.take(id);
  if (!options_.lead_anchor.empty()) ids.take(options_.lead_anchor);
  for (const bool given : {true, false}) {
    for (Slot& slot : slots_) {
      if (slot.given != given || !slot.section) continue;
      slot.id = ids.take_numbered(options_.id_prefix + slot.id);
      page_.sections[*slot.section].anchor = slot.id;
    }
  }
  for (Slot& slot : slots_) {
    if (slot.section) continue;
    slot.id = options_.id_prefix + slot.id;
    if (ids.take(slot.id)) {
      page_.anchors.push_back(slot.id);
    } else {
      slot.id.clear();
    }
  }
}

Page PageBuilder::finish() {
  text_blocks_.leave(page_.sections.back());
  assign_ids();
  page_.html.reserve(html_.size() + slots_.size() * 32);
  size_t done = 0;
  for (const Slot& slot : slots_) {
    page_.html.append(html_, done, slot.position - done);
    done = slot.position;
    if (!slot.id.empty()) page_.html += " id=\"" + slot.id + "\"";
  }
  page_.html.append(html_, done, std::string::npos);
  scrub_utf8(page_.html);
  for (Section& section : page_.sections) {
    const size_t size = section.text.size();
    scrub_utf8(section.text);
    const bool fits = section.text.size() == size;
    while (!section.text.empty() && is_space(section.text.back())) section.text.pop_back();
    const auto limit = static_cast<uint32_t>(section.text.size());
    std::erase_if(section.links, [&](const auto& span) { return !fits || span.first >= limit; });
    for (auto& span : section.links) span.second = std::min(span.second, limit);
    if (!fits) section.blocks = whole_text(section.text, BlockKind::paragraph);
  }
  return std::move(page_);
}

}  // namespace signpost
