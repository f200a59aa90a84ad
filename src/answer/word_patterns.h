// word_patterns.h - whether a question has all words of a pattern that a person wrote down, in any order.
// Tested by tests/unit/answer/{pinned_answers,word_patterns}_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "base/string_hash.h"

namespace signpost {

class QuestionTerms {
 public:
  // Words are compared by their terms as search does: folded, stemmed, CJK in pairs of characters.
  QuestionTerms(std::string_view text, std::string lang);

  // Function words of the pattern don't count, unless it has no others. False for a pattern without words.
  bool has_all(std::string_view pattern) const;

 private:
  const std::string lang_;
  std::unordered_set<std::string, StringHash, std::equal_to<>> terms_;
};

// Whether the two say the same but for function words and what a question is wrapped in: "How do I add an
// image?" and "Add an image". False where the question has nothing else.
bool is_question_for(std::string_view question, std::string_view heading, const std::string& lang);

}  // namespace signpost
