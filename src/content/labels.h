// labels.h - the few words that rendering adds to an author's text: interface_words.h by their use.
// Tested by tests/unit/content/labels_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// The kinds of `> [!NOTE]` boxes; `name` is the CSS class.
struct Admonition {
  std::string_view name;
  std::string_view label;
};

// `marker` is the word between "[!" and "]" in any case; nullopt when it names no kind. Languages that we
// don't know get English.
std::optional<Admonition> find_admonition(std::string_view marker, std::string_view lang);

std::string_view table_label(std::string_view lang);            // names a table that scrolls
std::string_view task_label(bool done, std::string_view lang);  // names the box of a task
std::string_view video_label(std::string_view lang);            // text of a link to a film
std::string_view footnote_back_label(std::string_view lang);    // names the arrow back to the text
std::string answer_heading(std::string_view author, std::string_view lang);  // "Answer by Kim"

}  // namespace signpost
