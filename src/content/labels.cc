// labels.cc - the few words that rendering adds to an author's text.
// Tested by tests/unit/content/labels_test.cc.
#include "content/labels.h"

#include <array>
#include <utility>

#include "base/ascii.h"
#include "content/interface_words.h"

namespace signpost {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kAdmonitions = {{
    {"note", "content_note"},
    {"tip", "content_tip"},
    {"important", "content_important"},
    {"warning", "content_warning"},
    {"caution", "content_caution"},
}};

}  // namespace

std::optional<Admonition> find_admonition(std::string_view marker, std::string_view lang) {
  const std::string word = lower_case(marker);
  for (const auto& [name, key] : kAdmonitions) {
    if (word == name) return Admonition{name, interface_word(key, lang)};
  }
  return std::nullopt;
}

std::string_view table_label(std::string_view lang) { return interface_word("content_table", lang); }

std::string_view task_label(bool done, std::string_view lang) {
  return interface_word(done ? "content_task_done" : "content_task_open", lang);
}

std::string_view video_label(std::string_view lang) { return interface_word("content_video", lang); }

std::string_view footnote_back_label(std::string_view lang) {
  return interface_word("content_footnote_back", lang);
}

std::string answer_heading(std::string_view author, std::string_view lang) {
  if (author.empty()) return std::string(interface_word("content_answer", lang));
  return interface_words_with("content_answer_by", lang, author);
}

}  // namespace signpost
