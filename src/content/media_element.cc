// media_element.cc - films and sound in an article: shown with controls, and linked.
// Tested by tests/unit/content/media_element_test.cc.
#include "content/media_element.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/escape.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "content/html_elements.h"

namespace signpost {
namespace {

std::string url_attribute(std::string_view name, std::string_view url) {
  std::string out = " " + std::string(name) + "=\"";
  append_url_attribute(out, url);
  return out + '"';
}

std::string text_attribute(std::string_view name, std::string_view text) {
  std::string out = " " + std::string(name) + "=\"";
  append_escaped(out, text);
  return out + '"';
}

std::string_view path_of(std::string_view url) { return url.substr(0, url.find_first_of("?#")); }

// What a reader calls a file: the last name of its address.
std::string file_name(std::string_view url) {
  const std::string_view path = path_of(url);
  std::string name = percent_decode(path.substr(path.find_last_of('/') + 1));
  scrub_utf8(name);
  return name.empty() ? std::string(url) : name;
}

}  // namespace

std::string_view media_element_of(std::string_view url) {
  const std::string_view path = path_of(url);
  const size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] != '.') return {};
  const std::string ending = lower_case(path.substr(dot + 1));
  if (is_one_of(ending, {"mp4", "m4v", "mov", "ogv", "webm"})) return "video";
  if (is_one_of(ending, {"aac", "flac", "m4a", "mp3", "oga", "ogg", "opus", "wav"})) return "audio";
  return {};
}

void MediaElement::read(const HtmlToken& start_tag, LinkRewriter& links, Place place) {
  for (const auto& [key, value] : start_tag.attributes) {
    if (key == "title" || (key == "aria-label" && title_.empty())) title_ = value;
    if (key == "src") {
      if (const auto url = links.media(value, place)) show(*url, {});
    }
    if (key == "poster" && name_ == "video") {
      if (const auto url = links.image(value, place)) attributes_ += url_attribute("poster", *url);
    }
    if (is_allowed_attribute(name_, key, value) && key != "title") attributes_ += text_attribute(key, value);
  }
}

void MediaElement::add(const HtmlToken& child, LinkRewriter& links, Place place) {
  const std::string_view url = attribute(child, "src");
  const bool track = child.name == "track" && name_ == "video";
  if (child.name != "source" && !track) return;
  const auto file = links.media(url, place);
  if (!file) return;
  if (!track) return show(*file, attribute(child, "type"));
  if (file->substr(0, 1) != "/") return;  // browsers take captions of the same site only
  children_ += "<track" + url_attribute("src", *file);
  for (const auto& [key, value] : child.attributes) {
    if (is_allowed_attribute("track", key, value)) children_ += text_attribute(key, value);
  }
  children_ += '>';
}

void MediaElement::show(const std::string& url, std::string_view type) {
  if (first_.empty()) first_ = url;
  children_ += "<source" + url_attribute("src", url);
  if (is_allowed_attribute("source", "type", type)) children_ += text_attribute("type", type);
  children_ += '>';
}

std::string MediaElement::label() const {
  return is_blank(title_) && !first_.empty() ? file_name(first_) : title_;
}

void MediaElement::write(PageBuilder& page, bool in_link) const {
  const std::string label = this->label();
  if (first_.empty()) {
    page.html("<span class=\"missing-image\">");
    page.html_text(label);
    return page.html("</span>");
  }
  page.html("<" + name_ + " controls preload=\"metadata\"" + text_attribute("aria-label", label) +
            attributes_ + ">" + children_ + "</" + name_ + ">");
  if (in_link) return;
  const bool external = first_.substr(0, 1) != "/";
  page.html(" <a class=\"media-link\"" + url_attribute("href", first_) +
            (external ? " rel=\"noopener\">" : ">"));
  page.html_text(label);
  page.html("</a>");
}

}  // namespace signpost
