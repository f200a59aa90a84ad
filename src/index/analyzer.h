// analyzer.h - text to terms, the same for index and query.
// Tested by tests/unit/index/analyzer_test.cc.
//
// Words are UAX #29's, folded (NFKC case folding, no accents) and stemmed (Snowball). Names such as
// `std::vector`, `Get-Process` or `localStorage` give their parts and, joined, the whole. Runs of Han, kana
// and Hangul give overlapping bigrams, and every character by itself. Emoji and operators are terms too.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace signpost {

enum class TokenKind : uint8_t {
  word,     // a word, or a part of a name
  whole,    // a name joined: "stdvector"; lies at its first part
  flag,     // what begins with its dashes or its dot: "--dryrun", ".env"; lies at its first part
  bare,     // a word as who types no accents has it, where that is another term; lies at its word
  sign,     // an emoji, a symbol or an operator; has no position of its own, but that of the next word
  bigram,   // two characters of a CJK run
  unigram,  // one character of a CJK run
};

// Views are valid only during the call that passes the token.
struct Token {
  TokenKind kind = TokenKind::word;
  bool name_part = false;  // a part that is no word by its own spelling ("local" in localStorage)
  bool elided = false;     // the "l'" of "l'application"
  bool ends_run = false;   // unigrams: no bigram begins here
  bool kana_only = false;  // bigrams: both characters hiragana, so rarely what a query is about
  uint32_t begin = 0;      // bytes in the text
  uint32_t end = 0;
  uint32_t position = 0;       // counts words and CJK characters
  uint32_t last_position = 0;  // of a whole: the position of its last part; otherwise as position
  std::string_view surface;    // folded, accents kept, not stemmed
  std::string_view term;       // what is indexed
};

class TokenSink {
 public:
  virtual ~TokenSink() = default;
  virtual void token(const Token& token) = 0;
};

// How some terms begin, to tell at a glance that a word cannot become one of them.
class TermBeginnings {
 public:
  void add(std::string_view term);
  // False when the term of this word, folded or not, is certainly none of them. Stemming keeps the first
  // letter, and the second one of all but a few short words: "dying" becomes "die", in Finnish "kka" "ka".
  // Always true for what is not ASCII.
  bool may_have(std::string_view word) const;
  // The same of all that begins with this byte.
  bool may_begin_with(char first) const;

 private:
  static size_t pair(std::string_view word) {
    return static_cast<size_t>(static_cast<uint8_t>(word[0])) * 32 + static_cast<uint8_t>(word[1]) % 32;
  }
  std::bitset<256> first_;
  std::bitset<256 * 32> pairs_;
};

class Analyzer {
 public:
  // Any code; languages without a Snowball stemmer are not stemmed, those of CJK stem Latin words as English.
  explicit Analyzer(std::string_view lang);
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // Passes the tokens of the text in order and returns the position after the last one.
  uint32_t analyze(std::string_view text, uint32_t first_position, TokenSink& sink);

  // The same from position 0 for a reader who looks only for terms that begin like these: other words are
  // passed over before they are stemmed, which costs the most. Returns the position of what begins at the
  // byte `place`, or of the first word behind it.
  uint32_t analyze_only(std::string_view text, const TermBeginnings& beginnings, TokenSink& sink,
                        size_t place);

  // The index term of one word that fold_case() made.
  std::string term_of(std::string_view folded_word);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// This thread's analyzer for a language, kept, because a stemmer's memory is worth keeping.
Analyzer& thread_analyzer(const std::string& lang);

// 32-bit hash of a term, for the forward index (FNV-1a, 64 bits, folded to 32).
uint32_t term_hash(std::string_view term);

}  // namespace signpost
