// labels.cc - the few words that rendering adds to an author's text.
// Tested by tests/unit/content/labels_test.cc.
#include "content/labels.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/interface_words.h"

namespace signpost {
namespace {

struct AdmonitionWord {
  std::string_view word;
  std::string_view name;
  std::string_view key;
};

// What Docusaurus, MkDocs, Obsidian, Sphinx and others call them.
constexpr AdmonitionWord kAdmonitionWords[] = {
    {"abstract", "note", "content_summary"},
    {"alert", "warning", "content_warning"},
    {"attention", "warning", "content_warning"},
    {"bug", "caution", "content_bug"},
    {"caution", "caution", "content_caution"},
    {"check", "tip", "content_success"},
    {"cite", "note", "content_quote"},
    {"critical", "caution", "content_danger"},
    {"danger", "caution", "content_danger"},
    {"deprecated", "warning", "content_deprecated"},
    {"details", "note", "content_details"},
    {"done", "tip", "content_success"},
    {"error", "caution", "content_error"},
    {"example", "note", "content_example"},
    {"fail", "caution", "content_error"},
    {"failure", "caution", "content_error"},
    {"faq", "note", "content_question"},
    {"help", "note", "content_question"},
    {"hint", "tip", "content_tip"},
    {"important", "important", "content_important"},
    {"info", "note", "content_info"},
    {"information", "note", "content_info"},
    {"missing", "caution", "content_error"},
    {"note", "note", "content_note"},
    {"notice", "note", "content_note"},
    {"question", "note", "content_question"},
    {"quote", "note", "content_quote"},
    {"seealso", "note", "content_see_also"},
    {"spoiler", "note", "content_details"},
    {"staff", "staff", "content_staff"},
    {"success", "tip", "content_success"},
    {"summary", "note", "content_summary"},
    {"tip", "tip", "content_tip"},
    {"tldr", "note", "content_summary"},
    {"todo", "note", "content_task_open"},
    {"warn", "warning", "content_warning"},
    {"warning", "warning", "content_warning"},
};

}  // namespace

std::optional<Admonition> find_admonition(std::string_view word, std::string_view lang) {
  const std::string wanted = lower_case(word);
  for (const AdmonitionWord& known : kAdmonitionWords) {
    if (wanted == known.word) return Admonition{known.name, std::string(interface_word(known.key, lang))};
  }
  return std::nullopt;
}

Admonition admonition_of(std::string_view word, std::string_view lang) {
  if (auto known = find_admonition(word, lang)) return *known;
  if (is_blank(word)) return *find_admonition("note", lang);
  std::string label(trimmed(word));
  std::replace_if(
      label.begin(), label.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  label[0] = upper(label[0]);
  return {"note", std::move(label)};
}

std::string_view table_label(std::string_view lang) { return interface_word("content_table", lang); }

std::string_view task_label(bool done, std::string_view lang) {
  return interface_word(done ? "content_task_done" : "content_task_open", lang);
}

std::string_view video_label(std::string_view lang) { return interface_word("content_video", lang); }

std::string_view undrawn_label(std::string_view language, std::string_view lang) {
  if (is_one_of(language, {"math", "latex-math", "katex"})) return interface_word("content_formula", lang);
  if (is_one_of(language, {"mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "vega-lite", "flow"})) {
    return interface_word("content_diagram", lang);
  }
  return {};
}

std::string_view footnote_back_label(std::string_view lang) {
  return interface_word("content_footnote_back", lang);
}

std::string answer_heading(std::string_view author, std::string_view lang) {
  if (author.empty()) return std::string(interface_word("content_answer", lang));
  return interface_words_with("content_answer_by", lang, author);
}

}  // namespace signpost
