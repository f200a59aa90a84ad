// document.h - what a document is: the contract between the half that writes an index and the half that
// reads it. Tested by tests/unit/content/document_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/diagnostic.h"
#include "content/fields.h"
#include "content/readers.h"
#include "content/text_block.h"

namespace signpost {

enum class Kind : uint8_t { help, community };

// The part of a document from one heading to the next. The text before the first heading is the lead: level
// 0, no anchor, no heading.
struct Section {
  std::string anchor;             // the heading's id, unique in the document; "" for the lead
  std::string heading;            // plain text of the heading
  int level = 0;                  // 1..6, 0 for the lead
  std::vector<std::string> path;  // plain headings from the outermost to this one, inclusive
  std::string text;               // plain text, valid UTF-8, blocks separated by '\n', heading not included
  std::vector<std::pair<uint32_t, uint32_t>> links;  // bytes [first, second) of the text that link elsewhere
  std::vector<TextBlock> blocks = {};                // what the text is made of
};

// Where a post was imported from, and under which licence. Of a post of one's own all is "".
struct PostOrigin {
  std::string url;         // of the original: http or https, as the next two
  std::string author_url;  // a page about the author there
  std::string license_url;
  std::string license;  // "CC BY-SA 4.0"
  std::string closed;   // ISO 8601 day on which the question was closed there

  bool operator==(const PostOrigin&) const = default;
};

// One entry of a community thread; posts[0] is the question, then the answers in the order shown.
struct Post {
  std::string author;
  std::string date;  // ISO 8601 day, "" when unknown
  int votes = 0;
  bool accepted = false;
  std::string anchor;  // "question", "answer-1", ...: also the anchor of its first section
  std::string html;    // sanitised
  PostOrigin origin{};
};

// A link to another place of this site as its author wrote it, kept for checks across documents.
struct Link {
  std::string target_path;  // path of the source file it leads to, relative to the source folder
  std::string fragment;     // without '#', percent-decoded; "" when there is none
  int line = 0;             // in the file that has the link
  int column = 0;
  std::string text;  // plain text of the link
  // Of one that leads to no file: the path that it has, decoded; the other places of the target are "".
  std::string address = {};
};

// A file (image, PDF, ...) that the page shows or links, to be copied into the generation.
struct Asset {
  std::string source_path;  // relative to the source folder
  std::string url;          // "/files/<path>", as in the HTML
};

// What a page is built of, as its author wrote it, kept for checks. A box is an admonition, whatever its
// notation; a step is an item of a numbered list.
struct SourceBlock {
  enum class Kind : uint8_t { heading, table, code, step, item, image, box };

  Kind kind = Kind::heading;
  int level = 0;         // of a heading, the page's title included: 1..6
  int rows = 0;          // of a table, its head not counted
  int columns = 0;       // of a table
  Place place;           // of all but headings the line alone
  uint32_t section = 0;  // of a heading: the place in Document::sections of what it begins; 0 for the title
};

// An article or a community thread, parsed, sanitised and rendered. All strings are valid UTF-8.
struct Document {
  // identity
  std::string id;    // see is_valid_id(); the same in all languages
  std::string lang;  // as canonical_language() writes it: "en", "pt-BR"
  Kind kind = Kind::help;
  std::string source_path;  // relative to the source folder; of a thread, its question.md

  // metadata
  std::string title;
  std::string summary;
  FieldValues fields;                // of those that front matter gives: see values_of()
  std::vector<std::string> aliases;  // old URL paths, each starting with '/'
  std::vector<std::string> names;    // other names than the title, which are searched
  std::string updated;               // ISO 8601 day, "" when not given
  std::string review_by;             // likewise
  int weight = 0;                    // higher is more important
  std::vector<std::string> owners;   // who looks after it, as its front matter says; public nowhere
  std::vector<std::pair<std::string, std::string>> extra;  // unknown front matter keys, values as YAML text

  // community threads only
  std::string author;
  int votes = 0;
  bool solved = false;
  std::vector<Post> posts;

  Internal internal = Internal::no;

  // content
  std::vector<Section> sections;     // in reading order; sections[0] is the lead (may be empty)
  std::vector<int> section_lines;    // of an article, by section: the line of its heading; 0 for none
  std::string html;                  // sanitised body, without the title heading; "" for threads (see posts)
  std::string markdown;              // source as shown_source() has it; threads: the posts joined
  std::vector<std::string> anchors;  // ids in the html besides those of sections, where links may lead
  std::vector<Link> links;
  std::vector<Asset> assets;

  // for checks; of a thread, empty
  std::vector<SourceBlock> blocks;
  std::vector<Place> images_without_text;  // with no alternative text
};

// "help", "community": the words of URLs and JSON. Of no kind that there is: "".
std::string_view to_string(Kind kind);

// What a document has of any field, its kind and language included.
std::vector<std::string> values_of(const Document& document, Field field);

}  // namespace signpost
