// word_patterns.cc - see word_patterns.h.
#include "answer/word_patterns.h"

#include <algorithm>
#include <vector>

#include "index/analyzer.h"
#include "search/asked_terms.h"
#include "search/function_words.h"

namespace signpost {
namespace {

struct PatternTerm {
  TokenKind kind;
  std::string term;
  uint32_t begin;
  uint32_t end;
  bool weak;  // says little about what is asked
};

class PatternTerms : public TokenSink {
 public:
  explicit PatternTerms(const std::string& lang) : lang_(lang) {}
  void token(const Token& token) override {
    if (token.kind != TokenKind::word && token.kind != TokenKind::bigram && token.kind != TokenKind::unigram)
      return;
    const bool weak = token.kind == TokenKind::bigram
                          ? token.kana_only
                          : token.kind == TokenKind::word && is_function_word(token.surface, lang_);
    terms.push_back({token.kind, std::string(token.term), token.begin, token.end, weak});
  }
  std::vector<PatternTerm> terms;

 private:
  const std::string& lang_;
};

std::vector<PatternTerm> terms_of_pattern(std::string_view text, const std::string& lang) {
  PatternTerms sink(lang);
  thread_analyzer(lang).analyze(text, 0, sink);
  return std::move(sink.terms);
}

}  // namespace

QuestionTerms::QuestionTerms(std::string_view text, std::string lang) : lang_(std::move(lang)) {
  for (PatternTerm& term : terms_of_pattern(text, lang_)) terms_.insert(std::move(term.term));
}

bool QuestionTerms::has_all(std::string_view pattern) const {
  std::vector<PatternTerm> wanted = terms_of_pattern(pattern, lang_);
  const std::vector<PatternTerm> all = wanted;
  // A character counts by itself only where it is a whole run.
  std::erase_if(wanted, [&](const PatternTerm& one) {
    return one.kind == TokenKind::unigram &&
           std::any_of(all.begin(), all.end(), [&](const PatternTerm& pair) {
             return pair.kind == TokenKind::bigram && pair.begin <= one.begin && one.end <= pair.end;
           });
  });
  const auto is_weak = [](const PatternTerm& term) { return term.weak; };
  if (!std::all_of(wanted.begin(), wanted.end(), is_weak)) std::erase_if(wanted, is_weak);
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [this](const PatternTerm& term) {
    return terms_.count(term.term) != 0;
  });
}

// With the ends of verbs, as in Japanese many differ in these alone: to delete, to put back.
bool is_question_for(std::string_view question, std::string_view heading, const std::string& lang) {
  const std::vector<std::string> asked = telling_terms(question, lang, KanaPairs::kept);
  return !asked.empty() && asked == telling_terms(heading, lang, KanaPairs::kept);
}

}  // namespace signpost
