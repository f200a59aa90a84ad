// labels.h - the few words that rendering adds to an author's text: interface_words.h by their use.
// Tested by tests/unit/content/labels_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// A kind of box: `> [!NOTE]` and what other tools have of it. `name` is the CSS class, one of note, tip,
// important, warning, caution.
struct Admonition {
  std::string_view name;
  std::string label;
};

// `word` is what authors call it, in any case: "NOTE", "danger", "seealso"; nullopt when it names no kind.
// Languages that we don't know get English.
std::optional<Admonition> find_admonition(std::string_view word, std::string_view lang);

// Of a word that surely names a box: one that we don't know is a note with that word for a label, "Big news"
// of "big-news".
Admonition admonition_of(std::string_view word, std::string_view lang);

std::string_view table_label(std::string_view lang);            // names a table that scrolls
std::string_view task_label(bool done, std::string_view lang);  // names the box of a task
std::string_view video_label(std::string_view lang);            // text of a link to a film
// Stands above code that a site elsewhere would draw, by its language: "mermaid", "math"; "" for other code.
std::string_view undrawn_label(std::string_view language, std::string_view lang);
std::string_view footnote_back_label(std::string_view lang);  // names the arrow back to the text
std::string answer_heading(std::string_view author, std::string_view lang);  // "Answer by Kim"

}  // namespace signpost
