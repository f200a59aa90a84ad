// raw_html.cc - passes the raw HTML of an article through the allow-list, tag by tag.
// Tested by tests/unit/content/raw_html_test.cc.
#include "content/raw_html.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "content/html_text.h"
#include "content/labels.h"
#include "content/picture_set.h"

namespace signpost {
namespace {

constexpr size_t kMaxDepth = 100;

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// The standard's "formatting elements": one that is open where a block starts is opened again inside it, so
// that its id would stand on the page twice.
bool is_copied_by_browsers(std::string_view name) {
  return name == "b" || name == "code" || name == "em" || name == "i" || name == "s" || name == "small" ||
         name == "strong" || name == "u";
}

// What a number that is none, or isn't there, gives.
int number_or(int otherwise, std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

}  // namespace

void RawHtml::write(std::string_view html, const PlaceOf& place_of) {
  for (size_t pos = 0; pos < html.size();) {
    const HtmlToken token = next_html_token(html, pos);
    switch (token.type) {
      case HtmlToken::Type::text:
        text(token.source);
        break;
      case HtmlToken::Type::start_tag:
        start_tag(token, place_of);
        break;
      case HtmlToken::Type::end_tag:
        end_tag(token);
        break;
      case HtmlToken::Type::comment:
        break;
    }
  }
}

size_t RawHtml::mark() {
  const size_t outer = base_;
  base_ = open_.size();
  return outer;
}

void RawHtml::close_to(size_t outer) {
  while (open_.size() > base_) pop();
  base_ = outer;
}

void RawHtml::close_paragraph() {
  if (open_.size() > base_ && open_.back().name == "p") pop();
}

void RawHtml::box_mark(const BoxMark& mark) {
  if (page_.hidden()) return;
  title_next_ = mark.action == BoxMark::Action::title;
  if (mark.action == BoxMark::Action::start && open_.size() < kMaxDepth) {
    page_.html(mark.start_tag);
    open_.push_back({});
    open_.back().box = mark;
    begin_block(std::string(mark.name), {});
  }
  if (mark.action != BoxMark::Action::end) return;
  for (size_t i = open_.size(); i > base_; --i) {
    if (!open_[i - 1].box || open_[i - 1].box->name != mark.name) continue;
    while (open_.size() >= i) pop();
    return;
  }
}

std::optional<std::pair<std::string_view, std::string_view>> RawHtml::take_title() {
  const bool takes = title_next_ && !open_.empty() && open_.back().box;
  title_next_ = false;
  if (!takes || open_.back().box->title_tag.empty()) return std::nullopt;
  return std::make_pair(open_.back().box->title_tag, open_.back().box->title_end_tag);
}

void RawHtml::text(std::string_view source) {
  if (page_.hidden()) return;
  std::string escaped;
  append_html_source_text(escaped, source);
  page_.html(escaped);
  const std::string plain = decode_references(source);
  if (is_open("pre")) return page_.text(plain);
  size_t pos = 0;
  while (pos < plain.size()) {
    const size_t start = plain.find_first_not_of(" \t\r\n", pos);
    if (start != pos) page_.space();
    if (start == std::string::npos) break;
    const size_t end = std::min(plain.find_first_of(" \t\r\n", start), plain.size());
    page_.text(std::string_view(plain).substr(start, end - start));
    pos = end;
  }
}

bool RawHtml::is_open(std::string_view name) const {
  return std::any_of(open_.begin(), open_.end(), [&](const Open& open) { return open.name == name; });
}

void RawHtml::note_dropped(const std::string& name, Place place) {
  leftovers_.add("<" + name + ">", path_, place.line);
  if (!noted_.insert(name).second) return;
  diagnostics_.push_back({Severity::note, path_, place.line, place.column, "html-dropped",
                          "<" + name + "> is not allowed in articles and was left out"});
}

void RawHtml::start_tag(const HtmlToken& token, const PlaceOf& place_of) {
  const ElementInfo info = element_info(token.name);
  if (page_.hidden()) {
    if (open_.size() > base_ && open_.back().media) {
      if (info.is_void) media_->add(token, links_, place_of(token.source));
      return;
    }
    // Only the same element can nest in one that is dropped, as <svg> in <svg>.
    if (open_.size() > base_ && open_.back().name == token.name && info.policy == ElementPolicy::drop &&
        open_.size() < kMaxDepth) {
      page_.hide();
      open_.push_back({token.name, true, false, true, false});
    }
    return;
  }
  switch (info.policy) {
    case ElementPolicy::unknown:
      return text(token.source);
    case ElementPolicy::unwrap:
      note_dropped(token.name, place_of(token.source));
      if (info.is_block) page_.new_line();
      return;
    case ElementPolicy::drop:
      return drop_element(token, info, place_of(token.source));
    case ElementPolicy::allow:
      return open_element(info.renamed.empty() ? token.name : std::string(info.renamed), token, info,
                          place_of);
  }
}

void RawHtml::drop_element(const HtmlToken& token, const ElementInfo& info, Place place) {
  note_dropped(token.name, place);
  if (token.name == "iframe") write_frame(token, place);
  if (info.is_void || open_.size() >= kMaxDepth) return;
  page_.hide();
  open_.push_back({token.name, true, false, true, false});
}

// An item outside a list would make a browser end the item of Markdown's that it lies in, and then let later
// end tags end the page's own elements.
bool RawHtml::has_its_list(std::string_view name) const {
  if (!is_one_of(name, {"li", "dt", "dd"})) return true;
  return std::any_of(open_.begin() + static_cast<std::ptrdiff_t>(base_), open_.end(), [&](const Open& open) {
    return name == "li" ? open.name == "ul" || open.name == "ol" : open.name == "dl";
  });
}

void RawHtml::open_element(const std::string& name, const HtmlToken& token, const ElementInfo& info,
                           const PlaceOf& place_of) {
  if (name == "img") return write_image(token, place_of(token.source));
  if (name == "video" || name == "audio") return open_media(token, place_of(token.source));
  if (name == "source" && in_picture()) return write_source(token, place_of(token.source));
  if (name == "source" || name == "track") return note_dropped(name, place_of(token.source));
  if (!has_its_list(name)) return note_dropped(name, place_of(token.source));
  close_implied(name);
  if (is_table_cell(name)) {
    page_.cell();
  } else if (info.is_block) {
    page_.new_line();
  } else if (name == "br") {
    page_.space();
  }
  if (!info.is_void && open_.size() >= kMaxDepth) return note_dropped(name, place_of(token.source));
  if (name == "a") return open_link(token, place_of(token.source));
  if (is_heading(name)) {
    if (!page_.begin_heading(name[1] - '0', place_of(token.source))) return;
    page_.set_heading_id(attribute(token, "id"));
    open_.push_back({name, false, true, true, false});
    return;
  }
  const bool scrolls = name == "table" && !is_open("table");
  if (scrolls) {
    page_.html("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
    page_.html(table_label(lang_));
    page_.html("\">");
  }
  page_.html("<" + name);
  write_attributes(name, token);
  if (name == "pre") page_.html(" tabindex=\"0\"");
  page_.html(">");
  if (info.is_void) return;
  open_.push_back({name, false, false, false, scrolls});
  begin_block(name, token);
}

// Of what was opened last.
void RawHtml::begin_block(const std::string& name, const HtmlToken& token) {
  const auto kind = block_of_element(name);
  if (!kind) return;
  open_.back().block = true;
  const bool list = *kind == BlockKind::numbered_list;
  page_.begin_block(*kind, number_or(list ? 1 : 0, attribute(token, list ? "start" : "value")));
}

void RawHtml::write_attributes(const std::string& name, const HtmlToken& token) {
  for (const auto& [key, value] : token.attributes) {
    if (key == "id") {
      if (!is_copied_by_browsers(name)) page_.id_attribute(value);
    } else if (is_allowed_attribute(name, key, value)) {
      page_.html(" " + key + "=\"");
      page_.html_text(value);
      page_.html("\"");
    }
  }
}

// <a name="x"> is how anchors were written before ids. One in a heading names the heading.
void RawHtml::open_link(const HtmlToken& token, Place place) {
  const std::string_view source_url = attribute(token, "href");
  std::string_view id = attribute(token, "id");
  if (id.empty()) id = attribute(token, "name");
  const bool has_url = std::any_of(token.attributes.begin(), token.attributes.end(),
                                   [](const auto& attribute) { return attribute.first == "href"; });
  Open open{"a", false, false, true, false};
  if (page_.in_heading() && !id.empty()) {
    page_.set_heading_id(id);
    id = {};
  }
  if (!id.empty()) {  // an element of its own: a browser would copy an <a> around a block, id and all
    page_.html("<a");
    page_.id_attribute(id);
    page_.html("></a>");
  }
  auto href = has_url && !is_open("a") ? links_.link(source_url, place) : std::nullopt;
  if (href) {
    open.nothing = false;
    std::string value;
    append_url_attribute(value, href->url);
    page_.html("<a href=\"" + value + (href->external ? "\" rel=\"noopener\"" : "\""));
    if (const std::string_view title = attribute(token, "title"); !title.empty()) {
      page_.html(" title=\"");
      page_.html_text(title);
      page_.html("\"");
    }
    page_.html(">");
    open.link = href->link;
    open.text_mark = page_.text_mark();
  }
  open_.push_back(std::move(open));
}

// What stands in it is for browsers that can't play it. "<video src=... />" has nothing in it, as its author
// meant it, whatever a browser would read.
void RawHtml::open_media(const HtmlToken& token, Place place) {
  if (open_.size() >= kMaxDepth) return note_dropped(token.name, place);
  media_.emplace(token.name);
  media_->read(token, links_, place);
  page_.hide();
  open_.push_back({token.name, true, false, true, false, true});
  if (token.source.ends_with("/>")) pop();
}

bool RawHtml::in_picture() const { return open_.size() > base_ && open_.back().name == "picture"; }

// Another picture for other screens; the <img> beside it is the one that counts.
void RawHtml::write_source(const HtmlToken& token, Place place) {
  const std::string set = rewritten_picture_set(attribute(token, "srcset"), links_, place);
  if (set.empty()) return;
  page_.html("<source srcset=\"" + set + "\"");
  write_attributes("source", token);
  page_.html(">");
}

void RawHtml::write_picture_set(const HtmlToken& token, Place place) {
  const std::string set = rewritten_picture_set(attribute(token, "srcset"), links_, place);
  if (!set.empty()) page_.html(" srcset=\"" + set + "\"");
}

void RawHtml::write_image(const HtmlToken& token, Place place) {
  const std::string_view alt = attribute(token, "alt");
  // alt="" says that a picture says nothing.
  const bool has_alt = std::any_of(token.attributes.begin(), token.attributes.end(),
                                   [](const auto& attribute) { return attribute.first == "alt"; });
  if (!has_alt) page_.image_without_text(place);
  if (const auto url = links_.image(attribute(token, "src"), place)) {
    std::string value;
    append_url_attribute(value, *url);
    page_.html("<img src=\"" + value + "\"");
    write_picture_set(token, place);
    if (!has_alt) page_.html(" alt=\"\"");
    write_attributes("img", token);
    page_.html(" loading=\"lazy\">");
  } else {
    page_.html("<span class=\"missing-image\">");
    page_.html_text(alt);
    page_.html("</span>");
  }
  const size_t mark = page_.text_mark();
  page_.text(alt);
  page_.mark_picture(mark);
}

// A film or a map from elsewhere becomes a link to it.
void RawHtml::write_frame(const HtmlToken& token, Place place) {
  const Url url = check_url(attribute(token, "src"), Trust::company, UrlUse::link);
  if (url.kind != UrlKind::external || is_open("a")) return;
  const auto href = links_.link(url.text, place);
  if (!href) return;
  std::string value;
  append_url_attribute(value, href->url);
  std::string_view label = attribute(token, "title");
  if (is_blank(label)) label = video_label(lang_);
  page_.html("<a href=\"" + value + "\" rel=\"noopener\">");
  page_.html_text(label);
  page_.html("</a>");
  page_.text(label);
}

void RawHtml::close_implied(const std::string& opened) {
  for (size_t i = open_.size(); i > base_; --i) {
    if (closes_implicitly(open_[i - 1].name, opened)) {
      while (open_.size() >= i) pop();
    } else if (bounds_implied_end(open_[i - 1].name, opened)) {
      return;
    }
  }
}

void RawHtml::end_tag(const HtmlToken& token) {
  if (page_.hidden()) {
    if (open_.size() > base_ && open_.back().hides && open_.back().name == token.name) pop();
    return;
  }
  const ElementInfo info = element_info(token.name);
  if (info.policy == ElementPolicy::unknown) return text(token.source);
  if (info.policy == ElementPolicy::unwrap && info.is_block) page_.new_line();
  if (info.policy != ElementPolicy::allow) return;
  const std::string name = info.renamed.empty() ? token.name : std::string(info.renamed);
  for (size_t i = open_.size(); i > base_; --i) {
    if (open_[i - 1].name != name) continue;
    while (open_.size() >= i) pop();
    return;
  }
}

void RawHtml::pop() {
  const Open open = std::move(open_.back());
  open_.pop_back();
  if (open.block) page_.end_block();
  if (open.hides) page_.show();
  if (open.media) {
    media_->write(page_, is_open("a"));
    page_.text(media_->label());
  }
  if (open.hides) return;
  if (open.heading) return page_.end_heading();
  if (open.nothing) return;
  if (open.box) return page_.html(open.box->end_tag);
  if (open.name == "a") page_.mark_link(open.text_mark);
  if (open.link) links_.links[*open.link].text = page_.text_since(open.text_mark);
  page_.html("</" + open.name + (open.scrolls ? "></div>" : ">"));
  if (element_info(open.name).is_block && !is_table_cell(open.name)) page_.new_line();
}

}  // namespace signpost
