// box.h - how passes say "box", "folded", "tabs" in Markdown, and how the renderer reads it.
// Tested by tests/unit/content/dialects/box_test.cc.
//
//   <?box danger bare?>    starts a box of a kind; without "bare" its title is the word of the kind; "<?fold
//   note?>"
//                          one that is folded, "<?fold note open?>" that can be; "<?tabs?>" a group of tabs,
//                          "<?tab?>" one of them
//   <?title?>              the paragraph behind it is the title of what is open
//   Never **unplug**
//   <?/title?>
//   any Markdown
//   <?/box?>               "<?/fold?>", "<?/tabs?>", "<?/tab?>": the end
//
// Each stands on a line of its own, indented and quoted as what it is part of. They are HTML blocks of their
// own in CommonMark, so that no blank lines are needed, which would loosen lists. What an author writes so
// himself is read so too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/dialects/dialect_pass.h"

namespace signpost {

enum class BoxType : uint8_t { box, fold, open_fold, tabs, tab };

struct BoxStart {
  BoxType type = BoxType::box;
  std::string kind;       // of a box or a fold, as its author names it: "warning", "seealso"; in any case
  std::string title;      // Markdown; "": the word of the kind in the language of the article; of a tab, none
  bool untitled = false;  // a box that has no title at all
};

// Appends what starts and ends it; `at` is the line that says so, `prefix` what stands before it: spaces,
// '>'.
void start_box(DialectLines& out, const BoxStart& start, std::string_view prefix, const DialectLine& at);
void end_box(DialectLines& out, BoxType type, std::string_view prefix, const DialectLine& at);

// One of the lines above, read.
struct BoxMark {
  enum class Action : uint8_t { start, end, title } action = Action::start;
  std::string_view name;  // that start and end have in common: "box"
  std::string start_tag;  // HTML; of Action::title, "" (see title_tag)
  std::string_view end_tag;
  std::string_view title_tag;  // that the title of this one has
  std::string_view title_end_tag;
};

// Of a block of HTML; nullopt when it is no such line. `lang` is that of the article.
std::optional<BoxMark> read_box_mark(std::string_view html, std::string_view lang);

}  // namespace signpost
