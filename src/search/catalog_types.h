// catalog_types.h - articles and categories as a reader gets them from a generation.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content/document.h"

namespace signpost {

// Enough of an article to link to it.
struct ArticleRef {
  std::string id;
  std::string lang;
  std::string title;
  std::string url;
  std::string kind;
  std::string summary;
  std::string category;
  std::string category_name;
  std::string updated;
  int votes = 0;
  int answers = 0;
  bool solved = false;
  Internal internal = Internal::no;
};

// One that is to be looked at again.
struct DueArticle {
  ArticleRef article;
  uint32_t review_by = 0;  // days since 1970
};

// A translation of an earlier day than its original, the article with its id in the site's default language.
struct OutdatedTranslation {
  ArticleRef translation;
  ArticleRef original;
};

struct TocEntry {
  std::string anchor;
  std::string heading;
  int level = 0;                // 1..6
  std::string short_code = {};  // of its short address; "" for none
};

// Where a short address leads.
struct ShortLead {
  enum class State { unknown, gone, found };
  State state = State::unknown;
  std::string url = {};  // of the article, percent-encoded; the rest is of it too
  std::string anchor = {};
  std::string id = {};
  std::string lang = {};
};

// A whole article or thread. `document.sections` is empty; `toc` has their headings.
struct Article {
  Document document;
  std::string url;
  std::string category_name;
  std::vector<TocEntry> toc;
  std::vector<ArticleRef> translations;  // the same id in the other languages, in the site's order
  std::vector<ArticleRef> related;       // at most 5, best first, same language
  std::vector<ArticleRef> previous;      // none or one: neighbours in the category
  std::vector<ArticleRef> next;
  bool fallback = false;        // not in the language asked for
  std::string short_code = {};  // of its short address; "" for none
};

// An address that leads elsewhere.
struct OldUrl {
  std::string path;    // percent-decoded
  std::string target;  // path of this site, percent-encoded, with "#anchor" or not
};

struct CategoryInfo {
  std::string id;
  std::string name;  // in the language asked for
  std::string description;
  std::string icon;
  uint32_t count = 0;  // articles in that language (or standing in for it)
  bool shown =
      true;  // in lists: site.yaml has it, or an article in that language (or a variant of it) is in it
};

}  // namespace signpost
