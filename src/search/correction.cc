// correction.cc - replaces word by word what the index does not know, and keeps the rest as it was typed.
//
// The result is a text that is shown ("Showing results for ...") and searched in place of the one typed, so
// it is put together of the text itself: what stands between two parts, filters too, is copied. A part is
// touched only if it is a word of letters alone, signs around it aside, or such words with hyphens between;
// quoted and excluded parts, names with other signs, words with digits and CJK text are what was meant.
//
// A word is known if the index has it, or what stands in for it for certain (a synonym, half of "head
// lines"). Where the index only has a form of it, a longer word that begins so, or the two words that it is
// made of, that is a guess of the plan (Unit::guess): a word of the language (general_words.h) is taken as
// such, of anything else a correction may be likelier. So "instaling" stays, which has the stem of
// "installing", but "runing" isn't left to the runes that have its stem.
//
// Among the similar words (speller.h) the likeliest is the one that fits beside the other words of the query
// (word_context.h). A word of the language that the index lacks is right as it is; it becomes another only
// where titles have that one beside its neighbour: "wood processor", but no "wood" alone.
//
// A query of which all words are known gets no answer; the caller (query_run.cc) takes one only if it finds
// something. One pass over the parts, each at most one walk over the list of words.
#include "search/correction.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "index/analyzer.h"
#include "index/name_splitter.h"
#include "index/unicode_fold.h"
#include "search/built_in_words.h"
#include "search/edit_cost.h"
#include "search/function_words.h"
#include "search/sequences.h"
#include "search/speller.h"
#include "search/stop_words.h"
#include "search/word_context.h"

namespace signpost {
namespace {

constexpr size_t kCandidates = 10;  // similar words that are laid beside the other words of the query
constexpr int kMaxLookedUp = 8;  // words of a query; each is a walk over the index's. Nobody slips more often
constexpr float kTogetherBonus = 2.5F;  // for each neighbour that a title has beside it
constexpr float kUnlikely = -6;         // too far for how rare it is
constexpr int kOtherForm = kEdit / 2;   // what it costs to be a form of a word that the index has otherwise
constexpr int kMissingSpace = 12;
constexpr int kShortPart = 8;  // more, with letters that any word may begin or end with

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

// What stands around a word, folded; "" at an end, and beside what is no word.
struct Beside {
  std::string_view before;
  std::string_view behind;
};

// Of a part's text, with the word that stands there, folded; "" for what is no word.
struct Piece {
  size_t begin = 0;
  size_t end = 0;
  std::string word;
};

class Corrector {
 public:
  Corrector(const ParsedQuery& query, const QueryPlan& plan, std::string_view lang, const IndexReader& index)
      : query_(query),
        plan_(plan),
        lang_(lang),
        index_(index),
        function_words_(index.names().languages.begin(), index.names().languages.end()) {}

  std::optional<std::string> run();

 private:
  std::vector<Piece> pieces_of(const QueryPart& part) const;
  size_t elided(std::string_view text) const;
  const Unit* unit_of(const std::string& word) const;
  bool is_general(const std::string& word) const;
  bool is_known(const std::string& word) const;
  const WordContext& context();
  float likelihood_as_found(const Unit& unit) const;
  int together_with(const std::string& word, const Beside& beside);
  bool has_near_neighbour(const std::string& word, const Beside& beside);
  std::string similar_word(const std::string& word, const Beside& beside, float& at_least);
  std::string two_words(const std::string& word, float at_least);
  std::string replacement(const std::string& word, const Beside& beside);
  std::string rewritten(const QueryPart& part, std::vector<Piece>& pieces, std::string_view before,
                        std::string_view behind);

  const ParsedQuery& query_;
  const QueryPlan& plan_;
  const std::string lang_;
  const IndexReader& index_;
  std::vector<FunctionWords> function_words_;  // of the languages that documents are in
  std::optional<WordContext> context_;
  int looked_up_ = 0;
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

const Unit* Corrector::unit_of(const std::string& word) const {
  for (const Unit& unit : plan_.units) {
    if (unit.surface == word) return &unit;
  }
  return nullptr;
}

// Of the reader's language, or of one that documents are in.
bool Corrector::is_general(const std::string& word) const {
  const std::vector<std::string>& languages = index_.names().languages;
  return general_words().has(lang_, word) ||
         std::any_of(languages.begin(), languages.end(),
                     [&word](const std::string& lang) { return general_words().has(lang, word); });
}

// The index has the word for certain, or it is a word and the index has a form of it; a function word needs
// no index.
bool Corrector::is_known(const std::string& word) const {
  if (is_stop_word(word) || std::any_of(function_words_.begin(), function_words_.end(),
                                        [&word](const FunctionWords& known) { return known.has(word); })) {
    return true;
  }
  const Unit* unit = unit_of(word);
  if (unit == nullptr) return index_.words().find(word) < index_.words().size();
  return unit->idf > 0 && (!unit->guess || is_general(word));
}

const WordContext& Corrector::context() {
  if (!context_) context_.emplace(plan_, lang_, index_);
  return *context_;
}

// Of a guess of the plan, if it is right: another form of a word, or a longer one.
float Corrector::likelihood_as_found(const Unit& unit) const {
  uint32_t documents = 0;
  for (const Alternative& a : unit.alternatives) {
    if (a.more_terms.empty()) documents = std::max(documents, a.documents);
  }
  return documents == 0 ? kUnlikely : likelihood(static_cast<float>(documents), false, kOtherForm);
}

// How many of its neighbours a title has beside it.
int Corrector::together_with(const std::string& word, const Beside& beside) {
  return (context().stand_together(beside.before, word) ? 1 : 0) +
         (context().stand_together(word, beside.behind) ? 1 : 0);
}

// A word within one edit stands beside a neighbour in a title. Of most words of the language that an index
// lacks there is none, which is quickly known.
bool Corrector::has_near_neighbour(const std::string& word, const Beside& beside) {
  if (beside.before.empty() && beside.behind.empty()) return false;
  const auto near = index_.corrections().find(word, SIZE_MAX, kEdit);
  return std::any_of(near->begin(), near->end(),
                     [&](const Correction& c) { return together_with(c.word, beside) > 0; });
}

// The likeliest similar word, "" where none is likelier than `at_least`, which becomes its likelihood.
std::string Corrector::similar_word(const std::string& word, const Beside& beside, float& at_least) {
  const bool general = is_general(word);
  if (general && !has_near_neighbour(word, beside)) return "";
  std::string best;
  const auto likeliest = index_.corrections().find(word, kCandidates);
  for (const Correction& c : *likeliest) {
    const int together = together_with(c.word, beside);
    if (general && (together == 0 || c.cost > kEdit)) continue;
    const float likely = likelihood(context().expected_documents(c.word), c.info.in_title, c.cost) +
                         kTogetherBonus * static_cast<float>(together);
    if (likely <= at_least) continue;
    at_least = likely;
    best = c.word;
  }
  return best;
}

// The two words that it is made of, if they stand behind each other in so many documents that it is likelier.
std::string Corrector::two_words(const std::string& word, float at_least) {
  const auto parts = split_word(index_.words(), word, 1);
  if (!parts) return "";
  Analyzer& analyzer = thread_analyzer(lang_);
  const TermSequence sequence = {{analyzer.term_of(parts->first), analyzer.term_of(parts->second)}, {0, 1}};
  const uint32_t documents = documents_with(sequence, index_);
  if (documents == 0) return "";
  const auto any_word_has = [](const std::string& part) { return part.size() < 4 && !is_stop_word(part); };
  const int cost =
      kMissingSpace + (any_word_has(parts->first) || any_word_has(parts->second) ? kShortPart : 0);
  const bool in_title = context().stand_together(parts->first, parts->second);
  if (likelihood(static_cast<float>(documents), in_title, cost) <= at_least) return "";
  return parts->first + " " + parts->second;
}

// "" where the plan finds what was most likely meant.
std::string Corrector::replacement(const std::string& word, const Beside& beside) {
  const Unit* unit = unit_of(word);
  const bool guess = unit != nullptr && unit->guess;
  float likely = guess ? likelihood_as_found(*unit) : kUnlikely;
  std::string best = similar_word(word, beside, likely);
  std::string apart = is_general(word) ? "" : two_words(word, likely);
  if (!guess) return apart.empty() ? best : apart;
  if (!apart.empty() || best.empty()) return "";
  const std::string term = thread_analyzer(lang_).term_of(best);
  const bool found =
      std::any_of(unit->alternatives.begin(), unit->alternatives.end(),
                  [&term](const Alternative& a) { return a.more_terms.empty() && a.term == term; });
  return found ? "" : best;
}

// The words of a part that spelling may touch; one without a word where it may touch nothing. A hyphen joins
// words that are spelt as they are alone.
std::vector<Piece> Corrector::pieces_of(const QueryPart& part) const {
  const std::string_view text = part.text;
  const std::vector<Piece> untouched = {{0, text.size(), ""}};
  if (part.phrase || part.exclude) return untouched;
  const size_t begin = elided(text);
  std::string word = spellable(without_suffix(text.substr(begin), plan_));
  if (!word.empty()) return {{begin, text.size(), std::move(word)}};
  std::vector<Piece> out;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('-', at), text.size());
    word = spellable(text.substr(at, end - at));
    if (word.empty()) return untouched;
    out.push_back({at, end, std::move(word)});
    at = end + 1;
  }
  return out;
}

// What a part becomes; `before` and `behind` are the words around it. The last of its pieces is then the word
// before the next part.
std::string Corrector::rewritten(const QueryPart& part, std::vector<Piece>& pieces, std::string_view before,
                                 std::string_view behind) {
  std::string out;
  size_t at = 0;
  for (size_t k = 0; k < pieces.size(); ++k) {
    Piece& piece = pieces[k];
    out += part.text.substr(at, piece.begin - at);
    at = piece.end;
    const Beside beside = {k > 0 ? std::string_view(pieces[k - 1].word) : before,
                           k + 1 < pieces.size() ? std::string_view(pieces[k + 1].word) : behind};
    const bool unknown = !piece.word.empty() && !is_known(piece.word) && ++looked_up_ <= kMaxLookedUp;
    std::string better = unknown ? replacement(piece.word, beside) : "";
    out += better.empty() ? part.text.substr(piece.begin, piece.end - piece.begin) : better;
    if (!better.empty()) piece.word = std::move(better);
  }
  return out;
}

std::optional<std::string> Corrector::run() {
  std::vector<std::vector<Piece>> pieces;
  pieces.reserve(query_.parts.size());
  for (const QueryPart& part : query_.parts) pieces.push_back(pieces_of(part));
  std::string text;
  // What is no word (filters, phrases) is kept from the text as it was typed.
  size_t at = 0;
  for (size_t i = 0; i < query_.parts.size(); ++i) {
    const QueryPart& part = query_.parts[i];
    const size_t found = query_.text.find(part.text, at);
    if (found == std::string::npos) return std::nullopt;
    text += query_.text.substr(at, found - at);
    at = found + part.text.size();
    text += rewritten(part, pieces[i], i > 0 ? std::string_view(pieces[i - 1].back().word) : "",
                      i + 1 < pieces.size() ? std::string_view(pieces[i + 1].front().word) : "");
  }
  text += query_.text.substr(at);
  if (text == query_.text) return std::nullopt;
  return text;
}

}  // namespace

std::optional<std::string> correct_query(const ParsedQuery& query, const QueryPlan& plan,
                                         std::string_view lang, const IndexReader& index) {
  return Corrector(query, plan, lang, index).run();
}

}  // namespace signpost
