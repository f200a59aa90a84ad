// types.h - what goes into a search and what comes out: plain values, no library's types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/fields.h"
#include "content/readers.h"

namespace signpost {

class ClickTable;
class QueryEmbedder;

// Values of one facet are joined by OR, different facets by AND. All values as in the API: "help", "basic",
// ...
// Languages come only from lang: in the query text, and then there are hits in no other.
struct Filters : FieldValues {
  bool truncated = false;  // there were more than count: see search_parameters.h
};

struct SearchRequest {
  std::string text;  // any bytes; never an error
  std::string lang;  // preferred language, "" for none: its hits come first
  Filters filters;
  uint32_t page = 1;       // from 1
  uint32_t per_page = 10;  // 1..50
  bool correct = true;     // false: search for the words exactly as typed ("Search instead for ...")
  bool explain = false;    // fill Hit::explanation
  uint32_t today = 0;      // days since 1970-01-01, for freshness; 0: by the clock
  const QueryEmbedder* embedder = nullptr;  // asked where little is found; null for none
  const ClickTable* clicks = nullptr;       // that take part in the ranking; null for none
};

// A piece of text; `match` is true for the characters that matched the query.
struct Run {
  std::string text;
  bool match = false;
};
using Runs = std::vector<Run>;

struct SectionRef {
  std::string anchor;             // "" for the lead
  std::vector<std::string> path;  // headings from the outermost to this one
};

// One line of the explanation of a score: what contributed, how much, and why.
struct Contribution {
  std::string what;  // "word: install", "title", "coverage (factor)", "signal: weight", ...
  double value = 0;
  std::string
      signals;  // that the value comes from: "weight 3.2, title 1, text 4"; "" where there is no more to say
};

struct Hit {
  std::string id;
  std::string kind;  // "help" or "community"
  std::string lang;
  std::string title;
  Runs title_runs;       // the title again, with the matches marked
  std::string url;       // "/en/articles/<id>" or "/community/<id>", without the anchor
  std::string category;  // category id, "" for none
  std::string category_name;
  std::string updated;  // ISO day or ""
  SectionRef section;   // the best section
  Runs snippet;         // from the best section
  double score = 0;
  int votes = 0;  // community only, like the next two
  int answers = 0;
  bool solved = false;
  Internal internal = Internal::no;
  bool other_language = false;  // not in the language asked for
  bool by_meaning = false;      // it means what was asked, and has hardly a word of it
  std::vector<Contribution> explanation;
};

struct FacetValue {
  std::string value;
  std::string label;  // category names in the request's language; otherwise as value
  uint32_t count = 0;
  bool selected = false;
};

struct Facet {
  Field field = Field::kind;
  std::vector<FacetValue> values;  // in the order of the field, at most 20
};

// How the query was read.
struct Understood {
  std::string text;                      // after normalising white space and dropping what is over the limits
  std::string lang;                      // language that ranked first
  std::vector<std::string> words;        // what was searched, in order
  std::optional<std::string> corrected;  // the text that was searched instead of the one typed
  bool truncated = false;                // over 512 bytes or 32 terms: the rest was dropped
  Filters filters;                       // request's and query text's together
};

// Where the meaning of a query came from that took part in the order of its hits.
enum class MeaningFrom : uint8_t { none, table, model };

struct SearchResponse {
  uint64_t total = 0;  // that have words of the query
  bool total_exact = true;
  std::vector<Hit> hits;  // of the page; on the first one those by meaning come behind them
  MeaningFrom meaning = MeaningFrom::none;
  bool model_missed = false;  // the embedder was wanted and gave nothing: another time there may be more
  std::vector<Facet> facets;
  Understood query;
  double took_ms = 0;
};

struct Suggestion {
  std::string title;  // of the article, or "Article > Section" parts below
  Runs title_runs;
  std::string section;  // heading when a section matched, "" otherwise
  Runs section_runs;
  std::string url;  // with the anchor
  std::string kind;
  std::string category_name;
  std::string lang;
  Internal internal = Internal::no;
};

}  // namespace signpost
