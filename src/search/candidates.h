// candidates.h - what of a generation could answer a question: the best sections of its best hits, with where
// they have its words. Tested by tests/unit/search/candidates_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/quotable.h"
#include "search/types.h"

namespace signpost {

// A word of the question, or a pair of its CJK characters.
struct QuestionWord {
  std::string surface;    // folded
  float weight = 0;       // share of what the question says; all together make 1
  uint32_t position = 0;  // in the question: counts words and CJK characters
  bool known = false;     // the index has it
  bool weak = false;      // a function word
};

// A place of one of them in a text.
struct WordPlace {
  uint32_t begin = 0;  // bytes [begin, end) of the text
  uint32_t end = 0;
  uint32_t position = 0;  // counts words and CJK characters
  uint16_t word = 0;      // which one
  float factor = 1;       // 1: the word itself, less: what stands in for it
};

struct CandidateSection {
  size_t hit = 0;      // of the hits, and of Candidates::documents
  size_t section = 0;  // of the document
  SectionText text;
  std::vector<WordPlace> places;  // in the text, in order
  std::vector<float> titled;  // by word: 0..1, as it stands in the title or in a heading around the section
  std::vector<float> headed;  // the same of the headings alone
};

struct Candidates {
  SearchResponse response;  // of the search
  std::vector<QuestionWord> words;
  std::vector<QuotableDocument> documents;  // of the first hits, one each
  std::vector<CandidateSection> sections;   // by hit, the best section of each first
};

}  // namespace signpost
