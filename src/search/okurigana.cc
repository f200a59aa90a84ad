// okurigana.cc - the kana in which the first verb of a compound ends.
#include "search/okurigana.h"

#include "index/unicode_fold.h"

namespace signpost {
namespace {

// The rows of i and e, in which the stems of verbs end, without the particles に, へ and で; and the small
// tsu of 引っ越し.
constexpr std::u32string_view kStemEndings = U"いきしちみりぎじびえけせてねめれげぜべっ";

bool is_han(char32_t c) { return classify(c) == CharClass::han; }

}  // namespace

std::vector<std::pair<std::string, std::string>> with_kana_between(std::string_view pair) {
  const std::u32string kanji = code_points(pair);
  if (kanji.size() != 2 || !is_han(kanji[0]) || !is_han(kanji[1])) return {};
  std::vector<std::pair<std::string, std::string>> out;
  out.reserve(kStemEndings.size());
  for (const char32_t kana : kStemEndings) {
    auto& [first, second] = out.emplace_back();
    append_utf8(first, kanji[0]);
    append_utf8(first, kana);
    append_utf8(second, kana);
    append_utf8(second, kanji[1]);
  }
  return out;
}

std::string without_kana_between(std::string_view pair, std::string_view next_pair) {
  const std::u32string first = code_points(pair);
  const std::u32string second = code_points(next_pair);
  if (first.size() != 2 || second.size() != 2 || first[1] != second[0]) return "";
  if (!is_han(first[0]) || !is_han(second[1])) return "";
  if (kStemEndings.find(first[1]) == std::u32string_view::npos) return "";
  std::string out;
  append_utf8(out, first[0]);
  append_utf8(out, second[1]);
  return out;
}

}  // namespace signpost
