// function_words.cc - sets of the lists, made when first asked for.
#include "search/function_words.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/ascii.h"
#include "base/string_hash.h"
#include "content/language.h"
#include "index/letter_variants.h"
#include "index/unicode_fold.h"
#include "search/function_words_latin.h"
#include "search/function_words_other.h"
#include "search/stop_words.h"

namespace signpost {
namespace {

std::string merged(std::string_view folded) {
  std::string out(folded);
  merge_letters(out);
  return out;
}

// As it is spelled, and as it is typed without accents. Not the other way round: "ändra" is no "andra".
void add_word(std::string_view folded, std::string_view lang, FunctionWordSet& set) {
  set.insert(merged(folded));
  if (lang != "vi") set.insert(plain_letters(folded));
}

const std::map<std::string_view, FunctionWordSet>& word_sets() {
  static const auto* sets = [] {
    auto* out = new std::map<std::string_view, FunctionWordSet>;
    for (const auto lists : {latin_function_words(), other_function_words()}) {
      for (const FunctionWordList& list : lists) {
        FunctionWordSet& set = (*out)[list.lang];
        for (size_t at = 0; at < list.words.size();) {
          const size_t end = std::min(list.words.find(' ', at), list.words.size());
          add_word(fold_case(list.words.substr(at, end - at)), list.lang, set);
          at = end + 1;
        }
      }
    }
    return out;
  }();
  return *sets;
}

// Two written languages of Norwegian, and one language that is written as three.
std::string_view list_of(std::string_view lang) {
  const std::string_view base = base_language(lang);
  if (base == "nb" || base == "nn") return "no";
  if (base == "hr" || base == "bs") return "sr";
  return base;
}

}  // namespace

FunctionWords::FunctionWords(std::string_view lang) {
  const std::string_view list = list_of(lang);
  stop_words_ = is_one_of(list, {"en", "ko", "ja", "zh"});
  if (stop_words_) return;
  const auto found = word_sets().find(list);
  if (found != word_sets().end()) words_ = &found->second;
}

bool FunctionWords::has(std::string_view word) const {
  if (stop_words_) return is_stop_word(word);
  return words_ != nullptr && words_->contains(merged(word));
}

bool is_function_word(std::string_view word, std::string_view lang) { return FunctionWords(lang).has(word); }

std::vector<std::string_view> function_word_languages() {
  std::vector<std::string_view> out;
  for (const auto& [lang, words] : word_sets()) out.push_back(lang);
  return out;
}

size_t language_by_function_words(const std::vector<std::string_view>& words,
                                  const std::vector<std::string_view>& languages) {
  size_t best = languages.size();
  ptrdiff_t most = 0;
  for (size_t i = 0; i < languages.size(); ++i) {
    const FunctionWords known(languages[i]);
    const ptrdiff_t count = std::count_if(words.begin(), words.end(),
                                          [&known](std::string_view word) { return known.has(word); });
    if (count <= most) continue;
    most = count;
    best = i;
  }
  return best;
}

}  // namespace signpost
