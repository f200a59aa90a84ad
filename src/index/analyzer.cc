// analyzer.cc - finds the words, names and CJK runs of a text, and makes terms of them.
#include "index/analyzer.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "base/error.h"
#include "base/fnv1a.h"
#include "base/utf8.h"
#include "content/language.h"
#include "index/name_splitter.h"
#include "index/signs.h"
#include "index/unicode_fold.h"
#include "index/word_terms.h"

namespace signpost {
namespace {

constexpr size_t kMaxTerm = 64;      // bytes; a longer word is cut, on both sides alike
constexpr size_t kMaxCjkRun = 4096;  // bytes handled at once, so that buffers stay small

bool has_digit(std::string_view s) { return s.find_first_of("0123456789") != std::string_view::npos; }

// Of what joins a word.
void plain_apostrophes(std::string& word) {
  std::replace(word.begin(), word.end(), '"', '\'');
  for (const std::string_view other : kOtherApostrophes) {
    for (size_t at; (at = word.find(other)) != std::string::npos;) word.replace(at, other.size(), "'");
  }
}

// What ends a word of ASCII and joins it with no other one, whatever follows.
constexpr auto kBehindWords = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view(" \t\n\f\r,;!?()[]{}<>/=|\"")) table[static_cast<uint8_t>(c)] = true;
  return table;
}();

void cut(std::string& word) { word.resize(whole_characters(word, kMaxTerm)); }

// How a language writes what it puts behind an apostrophe.
enum class Suffix {
  possessive,  // "user's" is the user
  any          // "Ankara'da" is in Ankara
};

// Replaces `out` by the folded word; apostrophes go, but a suffix is cut off.
void fold_word(std::string_view word, Suffix suffix, std::string& out) {
  out.assign(word);
  if (word.size() <= kMaxTerm && std::all_of(word.begin(), word.end(), is_alnum)) {  // as nearly all are
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return;
  }
  plain_apostrophes(out);
  out = fold_case(out);
  if (out.find('\'') != std::string::npos) {
    const size_t at = suffix == Suffix::any ? out.find('\'', 2) : std::string::npos;
    if (at != std::string::npos) {
      out.resize(at);
    } else if (out.ends_with("'s")) {
      out.resize(out.size() - 2);
    }
    std::erase(out, '\'');
  }
  cut(out);
}

bool elides(std::string_view lang) {
  return lang.starts_with("fr") || lang.starts_with("it") || lang.starts_with("ca");
}

// What loses its vowel before another word in these languages, and says as little there as it does whole.
// Other words before an apostrophe are half of one: "aujourd'hui".
bool is_elided_word(std::string_view folded) {
  return is_one_of(folded,
                   {"l",     "d",      "j",      "m",      "t",     "s",     "n",    "c",    "v",     "qu",
                    "jusqu", "lorsqu", "puisqu", "quoiqu", "gl",    "un",    "all",  "dall", "dell",  "nell",
                    "sull",  "coll",   "pell",   "agl",    "dagl",  "degl",  "negl", "sugl", "quell", "quest",
                    "dov",   "cos",    "com",    "anch",   "quand", "quant", "bell", "null", "ell"});
}

}  // namespace

struct Analyzer::Impl {
  explicit Impl(std::string_view lang)
      : words(lang),
        suffix(is_one_of(base_language(lang), {"tr", "az"}) ? Suffix::any : Suffix::possessive),
        split_apostrophe(elides(lang)),
        changes_beginnings(
            is_one_of(stemming_algorithm(lang), {"indonesian", "irish", "serbian", "turkish"})) {}

  WordTerms words;
  Suffix suffix;
  bool split_apostrophe;
  bool changes_beginnings;                            // what the stemmer does
  std::unique_ptr<icu::BreakIterator> complex_words;  // made when first needed
  NameSpan span;
  std::vector<FoldedChar> chars;
  std::string surface;
  std::string joined;
  std::string gram;

  std::string_view text;
  uint32_t position = 0;
  TokenSink* sink = nullptr;
  const TermBeginnings* beginnings = nullptr;
  size_t place = std::string_view::npos;  // whose position is wanted
  uint32_t position_of_place = 0;

  // What begins here has this position.
  void look_for_place(size_t begin, uint32_t at) {
    if (begin < place) return;
    position_of_place = at;
    place = std::string_view::npos;
  }

  bool passed_over(std::string_view word) const {
    return beginnings != nullptr && !changes_beginnings && !beginnings->may_have(word);
  }

  // The word that ends here is cut off by an apostrophe with another one behind it.
  bool is_cut_off(size_t end) const {
    return split_apostrophe && span.end == end && ends_at_apostrophe(text, end) && is_elided_word(surface);
  }

  void emit_word(size_t begin, size_t end, bool name_part) {
    look_for_place(begin, position);
    if (passed_over(text.substr(begin, end - begin))) return void(++position);
    fold_word(text.substr(begin, end - begin), suffix, surface);
    if (surface.empty()) return;
    const WordTerm word = words.of(surface);
    Token t;
    t.name_part = name_part;
    t.elided = is_cut_off(end);
    t.begin = static_cast<uint32_t>(begin);
    t.end = static_cast<uint32_t>(end);
    t.position = t.last_position = position++;
    t.surface = surface;
    t.term = word.term;
    sink->token(t);
    if (word.bare.empty()) return;
    t.kind = TokenKind::bare;
    t.term = word.bare;
    sink->token(t);
  }

  void emit_whole(TokenKind kind, uint32_t first_position, std::string_view prefix) {
    // Known by how it begins, before it is put together.
    const char first = prefix.empty() ? text[span.parts.front().begin] : prefix[0];
    if (beginnings != nullptr && !changes_beginnings && !beginnings->may_begin_with(first)) return;
    joined.assign(prefix);
    for (const WordPart& part : span.parts) {
      fold_word(text.substr(part.begin, part.end - part.begin), suffix, surface);
      const bool number_joint = part.begin > 0 && text[part.begin - 1] == '.' && !joined.empty() &&
                                has_digit(joined.substr(joined.size() - 1)) &&
                                has_digit(surface.substr(0, 1));
      const bool address_joint = part.begin > span.begin && text[part.begin - 1] == '@';
      if (number_joint) joined += '.';
      if (address_joint) joined += '@';
      joined += surface;
    }
    for (size_t i = span.parts.back().end; i < span.end; ++i) joined += text[i];  // "#", "++"
    cut(joined);
    if (passed_over(joined)) return;
    Token t;
    t.kind = kind;
    t.begin = static_cast<uint32_t>(span.begin);
    t.end = static_cast<uint32_t>(span.end);
    t.position = first_position;
    t.last_position = position > first_position ? position - 1 : first_position;
    t.surface = joined;
    // "nodejs" is a word too
    t.term = kind == TokenKind::whole ? words.of(joined).term : std::string_view(joined);
    sink->token(t);
  }

  // "v1.29.3" is the version 1.29.3.
  void drop_version_letter() {
    WordPart& first = span.parts.front();
    if (span.parts.size() < 2 || first.end - first.begin < 2) return;
    const char letter = text[first.begin];
    const char digit = text[first.begin + 1];
    if ((letter == 'v' || letter == 'V') && digit >= '0' && digit <= '9') ++first.begin;
  }

  // Where the plain word that begins at text[i] ends: letters of ASCII, all but the first one small or all of
  // them large, with nothing around them that could make them a part of a name. 0 for anything else.
  size_t plain_word_end(size_t i) const {
    if (!is_letter(text[i]) || (i > 0 && (text[i - 1] == '-' || text[i - 1] == '.'))) return 0;
    size_t end = i + 1;
    while (end < text.size() && is_lower(text[end])) ++end;
    if (end == i + 1 && is_upper(text[i])) {
      while (end < text.size() && is_upper(text[end])) ++end;
    }
    if (end == text.size() || kBehindWords[static_cast<uint8_t>(text[end])]) return end;
    const char next = end + 1 < text.size() ? text[end + 1] : ' ';
    return (text[end] == '.' && is_space(next)) || (text[end] == ':' && next != ':') ? end : 0;
  }

  // Most words are plain, and then there is nothing to take apart.
  void analyze_word(size_t& i) {
    const size_t end = plain_word_end(i);
    if (end == 0) return analyze_name(i);
    emit_word(i, end, false);
    i = end;
  }

  void analyze_name(size_t& i) {
    read_name(text, i, split_apostrophe, span);
    drop_version_letter();
    const uint32_t first_position = position;
    const bool several = span.parts.size() > 1;
    for (const WordPart& part : span.parts) emit_word(part.begin, part.end, part.camel && several);
    const bool signs_behind = span.end > span.parts.back().end;
    if (several || signs_behind) emit_whole(TokenKind::whole, first_position, "");
    if (span.flag) emit_whole(TokenKind::flag, first_position, "--");
    if (span.dot) emit_whole(TokenKind::flag, first_position, ".");
  }

  void analyze_signs(size_t& i) {
    const size_t begin = i;
    const std::string_view sign = text.substr(begin, read_signs(text, i));
    if (sign.empty() || passed_over(sign)) return;
    Token t;
    t.kind = TokenKind::sign;
    t.begin = static_cast<uint32_t>(begin);
    t.end = static_cast<uint32_t>(begin + sign.size());
    t.position = t.last_position = position;
    t.surface = t.term = sign;
    sink->token(t);
  }

  void emit_gram(TokenKind kind, size_t at, size_t length) {
    gram.clear();
    bool kana_only = true;
    for (size_t k = at; k < at + length; ++k) {
      append_utf8(gram, chars[k].code_point);
      kana_only = kana_only && chars[k].char_class == CharClass::hiragana;
    }
    Token t;
    t.kind = kind;
    t.kana_only = kana_only;
    t.ends_run = length == 1 && at + 1 == chars.size();
    t.begin = chars[at].begin;
    t.end = chars[at + length - 1].end;
    t.position = t.last_position = position + static_cast<uint32_t>(at);
    t.last_position += static_cast<uint32_t>(length - 1);
    t.surface = gram;
    t.term = gram;
    sink->token(t);
  }

  void analyze_cjk(size_t& i) {
    const size_t begin = i;
    size_t end = i;
    while (end < text.size() && end - begin < kMaxCjkRun) {
      size_t after = end;
      if (static_cast<uint8_t>(text[end]) < 0x80) break;
      const char32_t c = next_code_point(text, after);
      const CharClass char_class = classify(c);
      if (!is_cjk(char_class) && char_class != CharClass::ignorable && c != 0x3099 && c != 0x309A) break;
      end = after;
    }
    i = end;
    fold_cjk_run(text, begin, end, chars);
    for (size_t k = 0; k < chars.size(); ++k) {
      look_for_place(chars[k].begin, position + static_cast<uint32_t>(k));
      emit_gram(TokenKind::unigram, k, 1);
      if (k + 1 < chars.size()) emit_gram(TokenKind::bigram, k, 2);
    }
    position += static_cast<uint32_t>(chars.size());
  }

  icu::BreakIterator& word_breaks() {
    if (!complex_words) {
      UErrorCode status = U_ZERO_ERROR;
      complex_words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
      if (U_FAILURE(status)) throw Error(ErrorKind::internal, "ICU cannot break words");
    }
    return *complex_words;
  }

  void analyze_complex(size_t& i) {
    const size_t begin = i;
    size_t end = i;
    while (end < text.size() && end - begin < kMaxCjkRun) {
      size_t after = end;
      const CharClass c = classify(next_code_point(text, after));
      if (c != CharClass::complex && c != CharClass::ignorable) break;
      end = after;
    }
    i = end;
    UErrorCode status = U_ZERO_ERROR;
    UText* run = utext_openUTF8(nullptr, text.data() + begin, static_cast<int64_t>(end - begin), &status);
    word_breaks().setText(run, status);
    int32_t from = 0;
    for (int32_t to = word_breaks().next(); to != icu::BreakIterator::DONE; to = word_breaks().next()) {
      emit_word(begin + static_cast<size_t>(from), begin + static_cast<size_t>(to), false);
      from = to;
    }
    utext_close(run);
  }
};

void TermBeginnings::add(std::string_view term) {
  first_.set(static_cast<uint8_t>(term[0]));
  if (term.size() > 1) return void(pairs_.set(pair(term)));
  for (char second = 0; second < 32; ++second) pairs_.set(pair(std::string({term[0], second})));
}

bool TermBeginnings::may_begin_with(char first) const {
  return static_cast<uint8_t>(first) >= 0x80 || first_[static_cast<uint8_t>(lower(first))];
}

bool TermBeginnings::may_have(std::string_view word) const {
  constexpr size_t kIrregular = 5;  // bytes; the longest word whose stem has another second letter
  if (!may_begin_with(word[0])) return false;
  const char beginning[2] = {lower(word[0]), word.size() > 1 ? lower(word[1]) : '\0'};
  if (static_cast<uint8_t>(beginning[0]) >= 0x80 || !is_alnum(beginning[1])) return true;
  if (pairs_[pair({beginning, 2})]) return true;
  const bool changes = beginning[1] == beginning[0] || beginning[1] == 'y';
  return changes && word.size() <= kIrregular;
}

Analyzer::Analyzer(std::string_view lang) : impl_(std::make_unique<Impl>(lang)) {}
Analyzer::~Analyzer() = default;

uint32_t Analyzer::analyze(std::string_view text, uint32_t first_position, TokenSink& sink) {
  impl_->text = text;
  impl_->position = first_position;
  impl_->sink = &sink;
  for (size_t i = 0; i < text.size();) {
    size_t after = i;
    const char32_t c = next_code_point(text, after);
    if (c < 0x80) {
      const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (word) {
        impl_->analyze_word(i);
      } else if (may_begin_signs(text, i)) {
        impl_->analyze_signs(i);
      } else {
        ++i;
      }
      continue;
    }
    const CharClass char_class = classify(c);
    if (char_class == CharClass::word) {
      impl_->analyze_name(i);
    } else if (is_cjk(char_class)) {
      impl_->analyze_cjk(i);
    } else if (char_class == CharClass::complex) {
      impl_->analyze_complex(i);
    } else {
      impl_->analyze_signs(i);
    }
  }
  return impl_->position;
}

std::string Analyzer::term_of(std::string_view folded_word) {
  return std::string(impl_->words.of(folded_word).term);
}

uint32_t Analyzer::analyze_only(std::string_view text, const TermBeginnings& beginnings, TokenSink& sink,
                                size_t place) {
  impl_->beginnings = &beginnings;
  impl_->place = place;
  const uint32_t behind = analyze(text, 0, sink);
  impl_->beginnings = nullptr;
  const bool found = impl_->place == std::string_view::npos && place != std::string_view::npos;
  impl_->place = std::string_view::npos;
  return found ? impl_->position_of_place : behind;
}

Analyzer& thread_analyzer(const std::string& lang) {
  thread_local std::unordered_map<std::string, std::unique_ptr<Analyzer>> analyzers;
  auto& analyzer = analyzers[lang];
  if (!analyzer) analyzer = std::make_unique<Analyzer>(lang);
  return *analyzer;
}

uint32_t term_hash(std::string_view term) {
  const uint64_t hash = fnv1a(term);
  return static_cast<uint32_t>(hash ^ (hash >> 32));
}

}  // namespace signpost
