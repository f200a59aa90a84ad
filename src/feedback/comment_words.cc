// comment_words.cc - see comment_words.h.
#include "feedback/comment_words.h"

#include <algorithm>

#include "index/analyzer.h"

namespace signpost {
namespace {

constexpr size_t kMostWords = 100;

// Single characters of a run of Han, kana or Hangul say little beside its pairs, and signs say nothing.
class WordHashes : public TokenSink {
 public:
  void token(const Token& token) override {
    if (token.kind == TokenKind::unigram || token.kind == TokenKind::sign || token.kana_only) return;
    hashes.push_back(term_hash(token.term));
  }
  std::vector<uint32_t> hashes;
};

}  // namespace

std::vector<uint32_t> comment_words(std::string_view comment, const std::string& lang) {
  WordHashes words;
  thread_analyzer(lang).analyze(comment, 0, words);
  std::vector<uint32_t>& hashes = words.hashes;
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  hashes.resize(std::min(hashes.size(), kMostWords));
  return std::move(hashes);
}

}  // namespace signpost
