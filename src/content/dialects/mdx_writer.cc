// mdx_writer.cc - writes known components as plain Markdown.
// Tested by tests/unit/content/dialects/mdx_test.cc.
#include "content/dialects/mdx_writer.h"

#include "base/ascii.h"
#include "content/dialects/mdx_values.h"
#include "content/labels.h"
#include "content/media_element.h"

namespace signpost {
namespace {

std::string title_in(const JsxTag& tag) {
  return text_value(tag, {"title", "label", "summary", "header", "heading", "question"});
}

MdxOpen named(const JsxTag& tag) {
  MdxOpen open;
  open.name = tag.name;
  return open;
}

// What of "bash title=\"a.sh\" {1,3} First try" names the block: a title, the words behind the language, or
// the language.
std::string title_of_code(std::string_view info) {
  if (const size_t at = info.find("title="); at != std::string_view::npos && at + 7 < info.size()) {
    const char quote = info[at + 6];
    const size_t end = info.find(quote, at + 7);
    if ((quote == '"' || quote == '\'') && end != std::string_view::npos)
      return std::string(info.substr(at + 7, end - at - 7));
  }
  info = trimmed(info);
  const std::string_view language = info.substr(0, info.find_first_of(" \t{"));
  std::string words;
  std::string_view rest = trimmed(info.substr(language.size()));
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest = trimmed(rest.substr(word.size()));
    if (word[0] != '{' && word.find('=') == std::string_view::npos)
      words += (words.empty() ? "" : " ") + std::string(word);
  }
  return words.empty() ? std::string(language) : words;
}

std::string video_address(std::string_view name, const std::string& id) {
  if (id.find("://") != std::string::npos || id.find('/') != std::string::npos) return id;
  const std::string lower = lower_case(name);
  if (lower.find("youtube") != std::string::npos) return "https://www.youtube.com/watch?v=" + id;
  if (lower == "vimeo") return "https://vimeo.com/" + id;
  if (lower == "loom") return "https://www.loom.com/share/" + id;
  return id;
}

}  // namespace

bool has_title(const JsxTag& tag) { return !title_in(tag).empty(); }

void MdxWriter::open(const JsxTag& tag, const MdxComponent& known, const std::string& title) {
  switch (known.form) {
    case MdxForm::box:
      return open_the_box(tag, known);
    case MdxForm::fold: {
      const std::string own = plain_markdown(title_in(tag));
      return out_.open_box(named(tag), {BoxType::fold, "details", own.empty() ? title : own});
    }
    case MdxForm::tabs: {
      MdxOpen open = named(tag);
      open.tab_titles = list_value(tag, "items");
      open.tab_labels = labels_of_values(tag);
      return out_.open_box(std::move(open), {BoxType::tabs, {}, {}});
    }
    case MdxForm::code_tabs: {
      MdxOpen open = named(tag);
      open.code_tabs = true;
      return out_.open_box(std::move(open), {BoxType::tabs, {}, {}});
    }
    case MdxForm::tab:
      return open_tab(tag);
    case MdxForm::step:
      return open_step(tag);
    case MdxForm::card:
      return open_card(tag);
    case MdxForm::field:
      return open_field(tag);
    case MdxForm::heading: {
      const std::string label = plain_markdown(text_value(tag, {"label", "title"}));
      const std::string text = plain_markdown(text_value(tag, {"description"}));
      if (!label.empty()) {
        out_.break_line();
        out_.append("## " + label);
        out_.break_line();
        out_.append(text);
      }
      return out_.open_gap(named(tag));
    }
    default: {
      MdxOpen open = named(tag);
      open.closing = plain_markdown(text_value(tag, {"caption"}));
      return out_.open_gap(std::move(open));
    }
  }
}

void MdxWriter::open_the_box(const JsxTag& tag, const MdxComponent& known) {
  std::string kind = lower_case(text_value(tag, {"type", "variant", "intent", "kind", "status"}));
  if (!find_admonition(kind, lang_)) kind = known.kind.empty() ? "note" : std::string(known.kind);
  out_.open_box(named(tag), {BoxType::box, kind, plain_markdown(title_in(tag))});
  out_.append(plain_markdown(text_value(tag, {"text", "content", "description", "children"})));
}

void MdxWriter::open_tab(const JsxTag& tag) {
  std::string title = text_value(tag, {"label", "title", "name", "tab", "header", "heading", "value"});
  if (MdxOpen* group = out_.innermost(); group != nullptr) {
    if (title.empty() && group->children < group->tab_titles.size())
      title = group->tab_titles[group->children];
    ++group->children;
    for (const auto& [value, label] : group->tab_labels) {
      if (value == title) title = label;
    }
  }
  out_.open_box(named(tag), {BoxType::tab, {}, plain_markdown(title)});
}

void MdxWriter::open_code_tab(std::string_view info) {
  MdxOpen open;
  if (const MdxOpen* group = out_.innermost()) open.child_indent = group->child_indent;
  out_.open_box(std::move(open), {BoxType::tab, {}, plain_markdown(title_of_code(info))});
}

void MdxWriter::code_block(const std::string& language, const std::string& code) {
  const std::string fence = code.find("```") == std::string::npos ? "```" : "~~~~";
  out_.break_line();
  const std::string prefix(out_.line());
  std::string block = fence + language + "\n" + std::string(trimmed(code)) + "\n" + fence + "\n";
  for (size_t at = 0; at < block.size();) {
    const size_t newline = block.find('\n', at);
    out_.append((at == 0 ? "" : prefix) + block.substr(at, newline - at));
    out_.end_line();
    at = newline + 1;
  }
}

void MdxWriter::open_step(const JsxTag& tag) {
  MdxOpen* steps = out_.innermost();
  const size_t number = steps == nullptr ? 1 : ++steps->children;
  const std::string title = plain_markdown(text_value(tag, {"title", "label", "name"}));
  out_.open_item(named(tag), std::to_string(number) + ". ", title.empty() ? title : "**" + title + "**");
}

void MdxWriter::open_card(const JsxTag& tag) {
  const std::string address = target(tag);
  std::string title = plain_markdown(title_in(tag));
  if (title.empty()) title = address;
  if (title.empty()) return out_.open_gap(named(tag));
  out_.open_item(
      named(tag), "- ",
      address.empty() ? "**" + title + "**" : "**[" + title + "]" + enclosed_target(address) + "**");
  out_.append(plain_markdown(text_value(tag, {"description"})));
}

// <ParamField path="id" type="string">: where the parameter stands is the name of the attribute.
void MdxWriter::open_field(const JsxTag& tag) {
  const std::string name = text_value(tag, {"path", "query", "body", "header", "name"});
  const std::string type = text_value(tag, {"type"});
  if (name.empty()) return out_.open_gap(named(tag));
  const auto code = [](const std::string& text) {
    return text.find('`') == std::string::npos ? "`" + text + "`" : plain_markdown(text);
  };
  out_.open_item(named(tag), "- ", "**" + code(name) + "**" + (type.empty() ? "" : " " + code(type)));
}

std::string MdxWriter::target(const JsxTag& tag) const {
  return address_value(tag, {"href", "to", "url", "link"}, imports_);
}

std::string MdxWriter::image(const JsxTag& tag) const {
  const std::string address =
      address_value(tag, {"src", "sources", "img", "image", "light", "url"}, imports_);
  if (address.empty()) return {};
  return "![" + plain_markdown(text_value(tag, {"alt", "title", "caption", "label"})) + "]" +
         enclosed_target(address);
}

std::string MdxWriter::video(const JsxTag& tag) const {
  const std::string id =
      address_value(tag, {"url", "src", "id", "videoId", "youTubeId", "embedId", "link"}, imports_);
  if (id.empty()) return {};
  const std::string address = video_address(tag.name, id);
  std::string title = plain_markdown(title_in(tag));
  if (!media_element_of(address).empty()) return "![" + title + "]" + enclosed_target(address);
  if (title.empty()) title = video_label(lang_);
  return "[" + title + "]" + enclosed_target(address);
}

bool MdxWriter::inline_text(const JsxTag& tag, const MdxComponent& known, std::string& text) const {
  switch (known.form) {
    case MdxForm::image:
      text = image(tag);
      return !text.empty();
    case MdxForm::video:
      text = video(tag);
      return !text.empty();
    case MdxForm::link: {
      const std::string address = target(tag);
      const std::string label = text_value(tag, {"label", "text", "title", "children"});
      if (!label.empty() && !address.empty())
        text = "[" + plain_markdown(label) + "]" + enclosed_target(address);
      return !text.empty();
    }
    case MdxForm::text:
      text = plain_markdown(text_value(tag, {"text", "label", "children"}));
      return true;
    default:
      return true;
  }
}

}  // namespace signpost
