// glossary_learning.h - learns from articles and their translations which words mean the same.
// Tested by tests/unit/index/glossary_learning_test.cc.
//
// Translations have the structure of their source, so their titles, headings and paragraphs are pairs of
// short texts. Two words that stand in the same pairs and hardly without each other translate each other: the
// measure is the share of the pairs with one that have the other, times the same the other way round (the
// square of Ochiai's coefficient), a little less for what few pairs say.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "index/glossary.h"
#include "index/stored_document.h"

namespace signpost {

// An article in one language.
struct GlossaryArticle {
  StoredMeta meta;
  std::string text;  // of all sections, as decode_text() has it
};

class GlossaryLearner {
 public:
  // Learns between this language and each other one; between all of them as long as they are few.
  explicit GlossaryLearner(std::string default_language);
  ~GlossaryLearner();
  GlossaryLearner(const GlossaryLearner&) = delete;
  GlossaryLearner& operator=(const GlossaryLearner&) = delete;

  // All languages of one article. The order of calls decides between what is equally likely.
  void add(const std::vector<GlossaryArticle>& versions);

  // So many texts are known that more articles would add nothing.
  bool is_full() const;

  // For encode_glossary(); empty where nothing was learned.
  std::vector<GlossaryEntry> learn();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
