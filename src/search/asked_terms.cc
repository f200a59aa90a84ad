// asked_terms.cc - see asked_terms.h. What says little is what query_plan.cc gives little weight; here
// nothing is asked of an index, so that a query of last year has the same terms today.
#include "search/asked_terms.h"

#include <algorithm>
#include <iterator>

#include "index/analyzer.h"
#include "search/asking_phrases.h"
#include "search/function_words.h"
#include "search/query_syntax.h"
#include "search/stop_words.h"

namespace signpost {
namespace {

struct QueryTerm {
  std::string text;
  uint32_t begin = 0;  // bytes in the part
  uint32_t end = 0;
  uint32_t position = 0;
  bool pair = false;  // of a run of Han, kana or Hangul
  bool telling = true;
};

class QueryTermSink : public TokenSink {
 public:
  QueryTermSink(const std::string& lang, KanaPairs kana) : lang_(lang), kana_(kana) {}

  void token(const Token& token) override {
    const bool pair = token.kind == TokenKind::bigram;
    if (token.kind == TokenKind::bare || (token.kind == TokenKind::unigram && !stands_alone(token))) return;
    terms.push_back({std::string(token.term), token.begin, token.end, token.position, pair, tells(token)});
  }

  std::vector<QueryTerm> terms;

 private:
  // Other characters of a run stand in its pairs.
  bool stands_alone(const Token& token) const {
    return token.ends_run && (terms.empty() || !terms.back().pair || terms.back().end < token.end);
  }

  bool tells(const Token& token) const {
    if (token.kind == TokenKind::sign)
      return token.surface.find_first_not_of(".:!?") != std::string_view::npos;
    if (token.kind == TokenKind::bigram) {
      const bool may_tell = kana_ == KanaPairs::kept || !has_hiragana(token.surface);
      return may_tell && !is_question_pair(token.surface);
    }
    return !token.elided && !is_stop_word(token.surface) && !is_function_word(token.surface, lang_);
  }

  const std::string& lang_;
  const KanaPairs kana_;
};

// What a run of Han, kana or Hangul asks with, and what its Korean particle or ending is a part of, if
// anything is left without it.
void pass_over_grammar(std::string_view text, std::vector<QueryTerm>& terms) {
  for (size_t first = 0; first < terms.size();) {
    size_t last = first;
    while (last + 1 < terms.size() && terms[last].pair && terms[last + 1].pair &&
           terms[last + 1].position == terms[last].position + 1)
      ++last;
    const std::string_view run = text.substr(terms[first].begin, terms[last].end - terms[first].begin);
    const size_t ending = last > first ? korean_ending(run) : 0;
    const ThingAsked thing = terms[first].pair ? thing_asked(run) : ThingAsked{0, run.size()};
    for (size_t i = first; i <= last; ++i) {
      const uint32_t begin = terms[i].begin - terms[first].begin;
      const uint32_t end = terms[i].end - terms[first].begin;
      if (begin < thing.begin || end > thing.end) terms[i].telling = false;
    }
    for (size_t i = first + 1; i <= last; ++i) {
      if (terms[i].end + ending > terms[last].end && ending > 0) terms[i].telling = false;
    }
    first = last + 1;
  }
}

std::vector<QueryTerm> terms_of(std::string_view text, const std::string& lang, KanaPairs kana) {
  QueryTermSink sink(lang, kana);
  thread_analyzer(lang).analyze(text, 0, sink);
  pass_over_grammar(text, sink.terms);
  return std::move(sink.terms);
}

// Ascending, each once.
std::vector<std::string> texts_of(std::vector<QueryTerm> terms) {
  std::vector<std::string> texts;
  texts.reserve(terms.size());
  for (QueryTerm& term : terms) texts.push_back(std::move(term.text));
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

bool says_little(const QueryTerm& term) { return !term.telling; }

}  // namespace

std::vector<std::string> asked_terms(std::string_view text, const std::string& lang) {
  std::vector<QueryTerm> all;
  const ParsedQuery query = parse_query(text);
  for (const QueryPart& part : query.parts) {
    if (part.exclude) continue;
    std::vector<QueryTerm> terms = terms_of(part.text, lang, KanaPairs::left_out);
    std::move(terms.begin(), terms.end(), std::back_inserter(all));
  }
  if (!std::all_of(all.begin(), all.end(), says_little)) std::erase_if(all, says_little);
  return texts_of(std::move(all));
}

std::vector<std::string> telling_terms(std::string_view text, const std::string& lang, KanaPairs kana) {
  std::vector<QueryTerm> terms = terms_of(text, lang, kana);
  std::erase_if(terms, says_little);
  return texts_of(std::move(terms));
}

}  // namespace signpost
