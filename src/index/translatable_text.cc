// translatable_text.cc - see translatable_text.h.
#include "index/translatable_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/language.h"
#include "index/analyzer.h"

namespace signpost {
namespace {

constexpr size_t kShortestOfKatakana = 3;  // of a longer run
constexpr size_t kLongestOfHan = 6;        // longer words are built of shorter ones

class ReadTranslatable : public TokenSink {
 public:
  ReadTranslatable(std::string_view text, bool words) : text_(text), words_(words) {}

  void token(const Token& t) override {
    if (t.kind == TokenKind::word || t.kind == TokenKind::whole) {
      if (words_ && !t.name_part && !t.elided)
        out.words.push_back({std::string(t.surface), std::string(t.term)});
    } else if (t.kind == TokenKind::unigram) {
      add_character(t);
    }
  }

  TranslatableText out;

 private:
  void add_character(const Token& t) {
    size_t at = t.begin;
    const CharClass script = classify(next_code_point(text_, at));
    if (script == CharClass::hiragana) return;
    if (out.runs.empty() || t.begin != end_ || out.runs.back().script != script)
      out.runs.push_back({script, {}, t.position});
    out.runs.back().characters.emplace_back(t.surface);
    end_ = t.end;
  }

  std::string_view text_;
  const bool words_;
  uint32_t end_ = 0;  // of the last run
};

// Folded katakana that belongs to the character before it.
bool continues_syllable(std::string_view character) {
  return is_one_of(character, {"ー", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "ゃ", "ゅ", "ょ", "っ"});
}

}  // namespace

TranslatableText read_translatable(std::string_view text, const std::string& lang, uint32_t& position) {
  ReadTranslatable sink(text, !is_one_of(base_language(lang), {"ja", "ko", "zh"}));
  position = thread_analyzer(lang).analyze(text, position, sink);
  return std::move(sink.out);
}

std::string piece_of(const TranslatableRun& run, size_t first, size_t count) {
  std::string out;
  for (size_t i = first; i < first + count; ++i) out += run.characters[i];
  return out;
}

bool may_be_word(const TranslatableRun& run, size_t first, size_t count) {
  const size_t size = run.characters.size();
  if (count == size) return count <= kLongestPiece;
  if (run.script != CharClass::katakana)
    return count >= 2 && count <= (run.script == CharClass::han ? kLongestOfHan : kLongestPiece);
  const size_t behind = first + count;
  return count >= kShortestOfKatakana && count <= kLongestPiece && run.characters[first] != "ん" &&
         !continues_syllable(run.characters[first]) &&
         (behind == size || !continues_syllable(run.characters[behind]));
}

std::vector<std::string> pieces_of(const TranslatableRun& run) {
  std::vector<std::string> out;
  const size_t size = run.characters.size();
  const size_t beginnings = run.script == CharClass::hangul ? 1 : size;
  for (size_t first = 0; first < beginnings; ++first) {
    for (size_t count = 1; count <= std::min(kLongestPiece, size - first); ++count) {
      if (may_be_word(run, first, count)) out.push_back(piece_of(run, first, count));
    }
  }
  return out;
}

}  // namespace signpost
