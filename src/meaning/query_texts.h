// query_texts.h - texts of the corpus that a customer could have typed, for the query table to be learned
// from: titles, headings, and a few words out of sentences. Tested by tests/unit/meaning/query_texts_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct QueryText {
  std::string text;
  std::string lang;
};

// Chooses at most `limit` of the texts that pass by, those with the smallest sums: so the choice depends on
// neither order nor number of calls, and a changed document changes only what is its own.
class TextSample {
 public:
  explicit TextSample(size_t limit) : limit_(limit) {}
  void add(std::string_view text, std::string_view lang);
  // In the order of their sums.
  std::vector<QueryText> take();

 private:
  size_t limit_;
  std::map<uint64_t, QueryText> chosen_;  // by sum
};

// Two to ten words in a row (of languages without spaces, 6 to 24 characters) out of each of the sentences of
// a section, at most `limit` of them, chosen by what they say.
std::vector<std::string> spans_of(std::string_view text, size_t limit);

class QueryTexts {
 public:
  void add_title(std::string_view title, std::string_view lang) { titles_.add(title, lang); }
  void add_heading(std::string_view heading, std::string_view lang) { headings_.add(heading, lang); }
  void add_section(std::string_view text, std::string_view lang);
  // Each text once.
  std::vector<QueryText> take();

 private:
  TextSample titles_{6000};
  TextSample headings_{6000};
  TextSample spans_{12000};
};

}  // namespace signpost
