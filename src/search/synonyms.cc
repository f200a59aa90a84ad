// synonyms.cc - sides of rules as terms, so that any form of a word finds its synonyms.
#include "search/synonyms.h"

#include <algorithm>

#include "content/language.h"
#include "index/analyzer.h"

namespace signpost {
namespace {

class SequenceSink : public TokenSink {
 public:
  void token(const Token& t) override {
    if (t.kind != TokenKind::word && t.kind != TokenKind::bigram) return;
    if (sequence.terms.empty()) first_ = t.position;
    sequence.terms.emplace_back(t.term);
    sequence.offsets.push_back(t.position - first_);
  }
  TermSequence sequence;

 private:
  uint32_t first_ = 0;
};

}  // namespace

TermSequence analyze_sequence(std::string_view text, const std::string& lang) {
  SequenceSink sink;
  thread_analyzer(lang).analyze(text, 0, sink);
  return std::move(sink.sequence);
}

std::string Synonyms::key(const std::string& lang, const std::vector<std::string>& terms) {
  std::string out = lang;
  for (const std::string& term : terms) out += '\n' + term;
  return out;
}

Synonyms::Synonyms(const std::vector<SynonymRule>& rules) {
  for (const SynonymRule& rule : rules) {
    for (const std::string& from : rule.from) {
      const TermSequence source = analyze_sequence(from, rule.lang);
      if (source.terms.empty()) continue;
      longest_ = std::max(longest_, source.terms.size());
      std::vector<TermSequence>& targets = targets_[key(rule.lang, source.terms)];
      for (const std::string& to : rule.to) {
        TermSequence target = analyze_sequence(to, rule.lang);
        if (!target.terms.empty() && target.terms != source.terms) targets.push_back(std::move(target));
      }
    }
  }
}

const std::vector<TermSequence>* Synonyms::find(const std::string& lang,
                                                const std::vector<std::string>& terms) const {
  auto found = targets_.find(key(lang, terms));
  if (found == targets_.end()) found = targets_.find(key(std::string(base_language(lang)), terms));
  return found == targets_.end() ? nullptr : &found->second;
}

}  // namespace signpost
