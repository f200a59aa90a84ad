// compounds.cc - compounds by the words that an index has, without a dictionary.
//
// What is known of a language is what joins its parts, and that is the same few letters in all of them. Two
// words are parts of a third if that has the stem of the one, perhaps such letters, and then a beginning of
// the other; a beginning, because the second part is often another form than what was typed, a noun of a
// verb. How much of it must be the same is a matter of its length: "Kontrolle" is no form of "Konto".
//
// compounds_of() walks over all words of the index, as spelling does (speller.cc), and looks only at those
// that have all consonants of both: vowels change ("Buch", "Bücher"). parts_of_compound() tries all places to
// cut, each a few bisections. Accents are taken off before words are compared.
#include "search/compounds.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "content/language.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr std::string_view kLinks[] = {"", "s", "n", "e", "en", "es", "er", "ns", "ens", "in"};
constexpr size_t kShortestPart = 3;  // bytes
constexpr size_t kShortestStem = 4;
constexpr size_t kMaxForms = 3;
constexpr size_t kLongerForm = 5;  // letters that another form may have more
constexpr uint32_t kBlockOfWords = 64;
constexpr uint32_t kMaxWithRoot = 300;  // words looked at that begin alike

std::string plain(std::string_view word) { return is_ascii(word) ? std::string(word) : strip_accents(word); }

uint32_t consonants(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (is_lower(c) && std::string_view("aeiouy").find(c) == std::string_view::npos) out += c;
  }
  return letter_set(out);
}

size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<ptrdiff_t>(std::min(a.size(), b.size())), b.begin())
          .first -
      a.begin());
}

// Both without accents: forms of one word, by how they begin.
bool are_related(std::string_view a, std::string_view b) {
  const size_t shorter = std::min(a.size(), b.size());
  return a == b || common_prefix(a, b) >= std::max<size_t>(5, shorter - std::min<size_t>(shorter, 2));
}

// `rest` of a compound begins with the word, in some form.
bool begins_with_form(std::string_view rest, const TypedWord& word) {
  if (rest.size() < kShortestPart || word.surface.size() < kShortestPart) return false;
  if (word.stem.size() >= kShortestStem && rest.starts_with(word.stem)) return true;
  if (rest.starts_with(word.surface) && rest.size() <= word.surface.size() + 2) return true;
  return are_related(rest, word.surface);
}

// How the first part of a compound may begin: its stem, itself, and itself without an ending ("Kontos").
std::vector<std::string_view> beginnings_of(const TypedWord& word) {
  std::vector<std::string_view> out = {word.stem, word.surface};
  for (const std::string_view link : kLinks) {
    const std::string_view surface = word.surface;
    if (!link.empty() && surface.ends_with(link) && surface.size() >= kShortestStem + link.size())
      out.push_back(surface.substr(0, surface.size() - link.size()));
  }
  return out;
}

bool is_joined(std::string_view compound, const TypedWord& first, const TypedWord& second) {
  for (const std::string_view part : beginnings_of(first)) {
    if (part.size() < kShortestPart) continue;
    const size_t at = compound.find(part);
    // Inside a longer compound a short part is a part of anything.
    if (at == std::string_view::npos || (at > 0 && (at < kShortestPart || part.size() < kShortestStem)))
      continue;
    const std::string_view rest = compound.substr(at + part.size());
    for (const std::string_view link : kLinks) {
      if (rest.starts_with(link) && begins_with_form(rest.substr(link.size()), second)) return true;
    }
  }
  return false;
}

// The words of the index that are forms of this one, the most frequent first.
std::vector<std::pair<uint32_t, std::string>> forms_in(const WordList& words, std::string_view word) {
  std::vector<std::pair<uint32_t, std::string>> found;
  if (word.size() < kShortestPart) return found;
  const uint32_t known = words.find(word);
  if (known < words.size()) found.emplace_back(words.info(known).frequency, word);
  if (word.size() > kShortestStem) {
    const std::string_view root =
        word.substr(0, std::max(kShortestStem, word.size() - std::min<size_t>(word.size(), 3)));
    const std::string wanted = plain(word);
    const uint32_t begin = words.lower_bound(root);
    const uint32_t end = std::min(words.size(), begin + kMaxWithRoot);
    for (uint32_t i = begin; i < end && words.word(i).starts_with(root); ++i) {
      const std::string other = plain(words.word(i));
      const bool ending = other.size() <= wanted.size() + kLongerForm &&
                          (are_related(other, wanted) || other.starts_with(wanted));
      if (i != known && ending) found.emplace_back(words.info(i).frequency, words.word(i));
    }
  }
  std::sort(found.rbegin(), found.rend());
  if (found.size() > kMaxForms) found.resize(kMaxForms);
  return found;
}

}  // namespace

bool writes_compounds_as_one(std::string_view lang) {
  return is_one_of(base_language(lang),
                   {"de", "nl", "af", "sv", "da", "no", "nb", "nn", "is", "fi", "et", "hu"});
}

std::vector<std::string> compounds_of(const WordList& words, const TypedWord& one, const TypedWord& other,
                                      size_t limit) {
  const TypedWord a = {plain(one.surface), plain(one.stem)};
  const TypedWord b = {plain(other.surface), plain(other.stem)};
  const auto least = [](const TypedWord& word) {
    return std::string_view(word.stem).substr(0, kShortestStem);
  };
  // Numbers and signs are no parts, and without a consonant every word would have to be read.
  if (consonants(least(a)) == 0 || consonants(least(b)) == 0) return {};
  const uint32_t wanted = consonants(least(a)) | consonants(least(b));
  std::vector<std::pair<uint32_t, std::string>> found;
  uint32_t letters[kBlockOfWords] = {};
  for (uint32_t first = 0; first < words.size(); first += kBlockOfWords) {
    const uint32_t count = words.copy_letters(first, kBlockOfWords, letters);
    for (uint32_t k = 0; k < count; ++k) {
      if ((letters[k] & wanted) != wanted) continue;
      const std::string_view word = words.word(first + k);
      if (word.size() < least(a).size() + least(b).size()) continue;
      const std::string compound = plain(word);
      if (compound == a.surface || compound == b.surface) continue;
      if (is_joined(compound, a, b) || is_joined(compound, b, a))
        found.emplace_back(words.info(first + k).frequency, word);
    }
  }
  std::sort(found.rbegin(), found.rend());
  if (found.size() > limit) found.resize(limit);
  std::vector<std::string> out;
  out.reserve(found.size());
  for (auto& [n, word] : found) out.push_back(std::move(word));
  return out;
}

CompoundParts parts_of_compound(const WordList& words, std::string_view compound) {
  CompoundParts best;
  uint32_t best_frequency = 0;
  for (size_t cut = kShortestPart; cut + kShortestStem <= compound.size(); ++cut) {
    const auto first = forms_in(words, compound.substr(0, cut));
    if (first.empty()) continue;
    for (const std::string_view link : kLinks) {
      if (!compound.substr(cut).starts_with(link)) continue;
      const auto second = forms_in(words, compound.substr(cut + link.size()));
      const uint32_t frequency = second.empty() ? 0 : std::min(first.front().first, second.front().first);
      if (frequency <= best_frequency) continue;
      best_frequency = frequency;
      best = {};
      for (const auto& [n, word] : first) best.first.push_back(word);
      for (const auto& [n, word] : second) best.second.push_back(word);
    }
  }
  return best;
}

}  // namespace signpost
