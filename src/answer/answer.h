// answer.h - the one quotation that answers a question, or the refusal to answer it.
// Tested by tests/unit/answer/answer_test.cc and tests/answers/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/searcher.h"
#include "search/types.h"

namespace signpost {

enum class AnswerKind : uint8_t {
  passage,    // one to three sentences
  steps,      // a whole numbered list
  table_row,  // with its header in the HTML
  code,       // with the sentence that introduces it
  faq,        // a passage of an article whose heading or title is a question
  community,  // a passage of the accepted answer of a thread
};
std::string_view to_string(AnswerKind kind);  // as in the API

enum class RefusalReason : uint8_t {
  no_match,        // nothing has the words
  low_confidence,  // nothing that was found is likely enough to answer
  expired,         // what would answer is past its review, or about another version than the one asked for
  account,         // about the visitor's own account, order or invoice, which no article can answer
};
std::string_view to_string(RefusalReason reason);  // as in the API

// Why a quotation is the one.
enum class ChosenBy : uint8_t {
  confidence,  // the likeliest of what was considered
  name,        // the title or heading that it stands below asks the question
  hand,        // answers.yaml names it
};
std::string_view to_string(ChosenBy chosen);  // as in the API

// A section that answers, or may.
struct AnswerSource {
  std::string id;
  std::string lang;
  std::string kind;  // "help" or "community"
  std::string title;
  std::string url;                // without the anchor, as Hit::url
  std::string anchor;             // "" for the lead
  std::vector<std::string> path;  // headings from the outermost to the section's own
  std::string updated;            // ISO day or ""
  Internal internal = Internal::no;
};

struct Quotation {
  AnswerKind kind = AnswerKind::passage;
  std::string text;  // byte for byte [begin, end) of the section's plain text
  std::string html;  // the same, safe to put into a page: paragraphs, a list, a table, code
  AnswerSource source;
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string sha256;    // of the section's whole plain text, in hex
  float confidence = 0;  // 0..1: how likely it is that the quotation has the answer
};

// What was considered, for staff and for those who measure.
struct ConsideredQuotation {
  Quotation quotation;
  std::vector<Contribution> signals;  // what its confidence is made of, in the order of the model's table
  std::vector<float> inputs;          // all of the model's, in the same order
};

// A source that did not help: "install#on-debian", and "install#" for the lead.
struct RejectedSource {
  std::string id;
  std::string anchor;
};

struct AnswerRequest {
  SearchRequest search;                  // its first page is what AnswerResponse::search has
  std::vector<RejectedSource> rejected;  // of which nothing is quoted again
  std::string version;          // asked about, or a range (versions.h); "": those that the text names
  std::string without;          // the id of a document that is as if it weren't there; "" for none
  float threshold = -1;         // in place of the site's and the language's; below 0: theirs
  size_t most_considered = 10;  // of AnswerResponse::considered; each may be as long as a quotation
};

struct AnswerResponse {
  std::optional<Quotation> quotation;
  ChosenBy chosen_by = ChosenBy::confidence;  // of the quotation
  std::optional<RefusalReason> refusal;  // when there is no quotation; neither: the site wants no answers
  std::vector<AnswerSource> others;      // that may help, best first, without the quoted one, at most five
  float threshold = 0;                   // that the confidence was compared with
  float usual_threshold = 0;             // that it is compared with where the request gives none
  std::vector<ConsideredQuotation> considered;  // only if the request wants an explanation; best first
  SearchResponse search;                        // the search that it was taken from
  double took_ms = 0;
};

// Never fails because of the question's text. The same question to the same generation has the same answer.
// Throws Error only when the index itself can't be read.
AnswerResponse answer(const Searcher& searcher, const AnswerRequest& request);

}  // namespace signpost
