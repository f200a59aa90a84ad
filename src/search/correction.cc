// correction.cc - replaces word by word what the index does not know, and keeps the rest as it was typed.
//
// The result is a text that is shown ("Showing results for ...") and searched in place of the one typed, so
// it is put together of the text itself: what stands between two parts, filters too, is copied. A part is
// touched only if it is a word of letters alone, signs around it aside; quoted and excluded parts, names
// with signs, words with digits and CJK text are what was meant.
//
// A word is known if the plan found it, by its stem or by what stands in for it: a form of a word that
// happens to be rare is no misspelling, and neither is half of one ("head lines"). An unknown one becomes the
// likeliest similar word (speller.h), or two words, if it is made of two and no similar one is frequent
// enough.
//
// A query of which all words are known gets no answer; the caller (query_run.cc) takes one only if it finds
// something. One pass over the parts, each at most one walk over the list of words.
#include "search/correction.h"

#include <algorithm>

#include "index/name_splitter.h"
#include "index/unicode_fold.h"
#include "search/function_words.h"
#include "search/speller.h"
#include "search/stop_words.h"

namespace signpost {
namespace {

bool is_apostrophe(char32_t c) {
  std::string bytes;
  append_utf8(bytes, c);
  return c == '\'' ||
         std::find(kOtherApostrophes.begin(), kOtherApostrophes.end(), bytes) != kOtherApostrophes.end();
}

// A word that spelling may touch, without apostrophes: letters of an alphabet only. "" otherwise.
std::string spellable(std::string_view text) {
  const auto sign = [](char c) { return std::string_view(".,;:!?()'\"").find(c) != std::string_view::npos; };
  while (!text.empty() && sign(text.back())) text.remove_suffix(1);
  while (!text.empty() && sign(text.front())) text.remove_prefix(1);
  std::string letters;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (is_apostrophe(c)) continue;
    if (classify(c) != CharClass::word || (c >= '0' && c <= '9')) return "";
    append_utf8(letters, c);
  }
  return fold_case(letters);
}

bool has_unit(const QueryPlan& plan, const std::string& surface) {
  return std::any_of(plan.units.begin(), plan.units.end(),
                     [&surface](const Unit& unit) { return unit.surface == surface; });
}

// "github's" is spelt as "github" is, "customers'" as "customers", and in Turkish "Ankara'da" as "Ankara", of
// which the plan has a unit.
std::string_view without_suffix(std::string_view text, const QueryPlan& plan) {
  for (size_t i = 0; i < text.size();) {
    const size_t at = i;
    if (!is_apostrophe(next_code_point(text, i))) continue;
    const std::string behind = spellable(text.substr(i));
    if (at == 0) continue;
    const std::string_view before = text.substr(0, at);
    if (behind.empty() || behind == "s" || has_unit(plan, fold_case(before))) return before;
  }
  return text;
}

class Corrector {
 public:
  Corrector(const ParsedQuery& query, const QueryPlan& plan, const IndexReader& index)
      : query_(query), plan_(plan), index_(index) {}

  std::optional<std::string> run();

 private:
  size_t elided(std::string_view text) const;
  bool is_known(const std::string& word) const;
  std::string replacement(const std::string& word) const;

  const ParsedQuery& query_;
  const QueryPlan& plan_;
  const IndexReader& index_;
};

// Bytes of the "l'" that the plan cut off; 0 where there is none.
size_t Corrector::elided(std::string_view text) const {
  for (size_t i = 0; i < text.size();) {
    const size_t at = i;
    if (!is_apostrophe(next_code_point(text, i))) continue;
    const std::string before = fold_case(text.substr(0, at));
    const bool cut_off = std::any_of(plan_.units.begin(), plan_.units.end(), [&before](const Unit& unit) {
      return unit.elided && unit.surface == before;
    });
    return cut_off ? i : 0;
  }
  return 0;
}

// The index has the word, or what it may become when it is finished; a function word needs no index.
bool Corrector::is_known(const std::string& word) const {
  const std::vector<std::string>& languages = index_.names().languages;
  if (is_stop_word(word) || std::any_of(languages.begin(), languages.end(), [&word](const std::string& lang) {
        return is_function_word(word, lang);
      })) {
    return true;
  }
  for (const Unit& unit : plan_.units) {
    if (unit.surface == word) return unit.idf > 0;
  }
  const WordList& words = index_.words();
  return words.find(word) < words.size();
}

std::string Corrector::replacement(const std::string& word) const {
  const std::vector<Correction> corrections = correct_word(index_.words(), word, 1);
  const auto parts = split_word(index_.words(), word, 2);
  if (!corrections.empty() && (corrections.front().score > -1 || !parts)) return corrections.front().word;
  return parts ? parts->first + " " + parts->second : "";
}

std::optional<std::string> Corrector::run() {
  std::string text;
  bool changed = false;
  // What is no word (filters, phrases) is kept from the text as it was typed.
  size_t at = 0;
  for (const QueryPart& part : query_.parts) {
    const size_t found = query_.text.find(part.text, at);
    if (found == std::string::npos) return std::nullopt;
    text += query_.text.substr(at, found - at);
    at = found + part.text.size();
    const size_t kept = elided(part.text);
    const bool touched = !part.phrase && !part.exclude;
    const std::string_view written = std::string_view(part.text).substr(kept);
    const std::string word = touched ? spellable(without_suffix(written, plan_)) : "";
    const std::string better = word.empty() || is_known(word) ? "" : replacement(word);
    changed = changed || !better.empty();
    text += better.empty() ? part.text : part.text.substr(0, kept) + better;
  }
  text += query_.text.substr(at);
  if (!changed) return std::nullopt;
  return text;
}

}  // namespace

std::optional<std::string> correct_query(const ParsedQuery& query, const QueryPlan& plan,
                                         const IndexReader& index) {
  return Corrector(query, plan, index).run();
}

}  // namespace signpost
