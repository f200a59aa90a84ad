// glossary_learning.cc - see glossary_learning.h.
//
// Memory and time are bounded by the number and length of the pairs: of a language pair at most kMostPairs,
// and of long texts none, since they say little about which of their words belong together. Counting goes
// word by word, so that it needs no table of all pairs of words.
#include "index/glossary_learning.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/alignment.h"
#include "base/ascii.h"
#include "base/fnv1a.h"
#include "base/utf8.h"
#include "index/translatable_text.h"

namespace signpost {
namespace {

constexpr size_t kFewLanguages = 6;     // so many are all learned from each other
constexpr size_t kMostPairs = 20'000;   // of texts, of two languages
constexpr size_t kMostBytes = 600;      // of a text
constexpr size_t kMostCells = 1 << 20;  // of the table that lays sections over each other
constexpr uint32_t kLeastTexts = 2;     // that a word is in
constexpr float kWordsOfShort = 6;      // a text of more says less of which of them belong together
constexpr float kLeastEvidence = 1;     // short texts that two words share
constexpr float kFewTexts = 1;  // in which each of two words is taken to be without the other, besides
constexpr size_t kCommon = 3;   // a word of more than a third of all texts says little
constexpr float kLeastLikeness = 0.05F;
constexpr float kBesideBest = 0.3F;  // share of the likeliest translation's measure, for another one
constexpr size_t kMostTranslations = 3;

using Words = std::vector<uint32_t>;  // of a text, ascending, each once

// Without its first, or its last character; "" for a piece of two.
std::string_view without_first(std::string_view piece) {
  size_t at = 0;
  next_code_point(piece, at);
  return piece.substr(at);
}
std::string_view without_last(std::string_view piece) {
  size_t at = piece.size() - 1;
  while (at > 0 && is_continuation(piece[at])) --at;
  return piece.substr(0, at);
}

CharClass script_of(std::string_view word) {
  size_t at = 0;
  return classify(next_code_point(word, at));
}

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return !is_digit(c); });
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// The words of a language, numbered as they come.
class Vocabulary {
 public:
  explicit Vocabulary(std::string lang) : lang_(std::move(lang)) {}

  Words words_of(std::string_view text) {
    Words out;
    if (text.size() > kMostBytes) return out;
    uint32_t position = 0;
    const TranslatableText read = read_translatable(text, lang_, position);
    for (const TranslatableWord& word : read.words) {
      if (has_letter(word.term)) out.push_back(number_of(word.term));
    }
    for (const TranslatableRun& run : read.runs) {
      for (const std::string& piece : pieces_of(run)) out.push_back(number_of(piece));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  const std::string& lang() const { return lang_; }
  size_t size() const { return words_.size(); }
  const std::string& word(uint32_t number) const { return words_[number]; }
  // size() for none.
  size_t find(std::string_view word) const {
    const auto found = numbers_.find(std::string(word));
    return found == numbers_.end() ? size() : found->second;
  }

 private:
  uint32_t number_of(const std::string& word) {
    const auto [at, is_new] = numbers_.try_emplace(word, static_cast<uint32_t>(words_.size()));
    if (is_new) words_.push_back(word);
    return at->second;
  }

  const std::string lang_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, uint32_t> numbers_;
};

// What an article has to be laid beside another language's.
struct Parts {
  struct Text {
    std::string_view text;
    std::optional<Words> words = {};  // once somebody has asked
  };
  struct SectionParts {
    const StoredSection* section = nullptr;
    Text heading;
    std::vector<Text> lines;
  };
  Text title, summary;
  std::vector<SectionParts> sections;
  Vocabulary* vocabulary = nullptr;

  const Words& words_of(Text& text) const {
    if (!text.words) text.words = vocabulary->words_of(text.text);
    return *text.words;
  }
};

// Pairs of texts that translate each other.
struct Bitext {
  std::vector<std::pair<Words, Words>> texts;
  std::unordered_set<uint64_t> seen;  // sums of both, since one heading may stand in many articles

  bool is_full() const { return texts.size() >= kMostPairs; }

  void add(Parts& a, Parts& b) {
    const auto add_texts = [&](Parts::Text& x, Parts::Text& y) {
      if (is_full() || x.text == y.text || !seen.insert(fnv1a(x.text) * 31 + fnv1a(y.text)).second) return;
      if (!a.words_of(x).empty() && !b.words_of(y).empty()) texts.emplace_back(*x.words, *y.words);
    };
    add_texts(a.title, b.title);
    add_texts(a.summary, b.summary);
    if (a.sections.size() * b.sections.size() > kMostCells) return;
    const auto likeness = [&](size_t i, size_t j) -> uint32_t {
      const StoredSection& x = *a.sections[i].section;
      const StoredSection& y = *b.sections[j].section;
      return !x.anchor.empty() && x.anchor == y.anchor ? 8 : x.level == y.level ? 2 : 1;
    };
    for (const auto& [i, j] : align(a.sections.size(), b.sections.size(), likeness)) {
      Parts::SectionParts& x = a.sections[i];
      Parts::SectionParts& y = b.sections[j];
      add_texts(x.heading, y.heading);
      if (x.lines.size() != y.lines.size()) continue;
      for (size_t line = 0; line < x.lines.size(); ++line) add_texts(x.lines[line], y.lines[line]);
    }
  }
};

// Finds for each word of one side of a bitext its translations on the other.
class Counting {
 public:
  Counting(const Bitext& bitext, const Vocabulary& from, const Vocabulary& to, bool turned)
      : bitext_(bitext), from_(from), to_(to), turned_(turned) {
    kept_from_ = kept(from_, true);
    kept_to_ = kept(to_, false);
    texts_with_.resize(from_.size());
    for (uint32_t text = 0; text < bitext_.texts.size(); ++text) {
      for (const uint32_t word : side(text, true)) texts_with_[word].push_back(text);
    }
  }

  // Calls use(word, translations), the likeliest first.
  template <typename Use>
  void each(Use use) {
    std::vector<std::vector<Translation>> found(from_.size());
    for (uint32_t word = 0; word < from_.size(); ++word) {
      if (kept_from_[word] > 0) found[word] = chosen(translations_of(word), from_.word(word));
    }
    for (uint32_t word = 0; word < from_.size(); ++word) {
      if (found[word].empty() || says_no_more(word, found)) continue;
      std::vector<Translation> translations = found[word];
      for (Translation& t : translations) t.likeness /= found[word].front().likeness;
      use(from_.word(word), std::move(translations));
    }
  }

 private:
  const Words& side(size_t text, bool from) const {
    const auto& [first, second] = bitext_.texts[text];
    return from != turned_ ? first : second;
  }

  // In how many texts each word is; 0 for one that is in too few or too many, or nothing but a part of
  // another.
  std::vector<uint32_t> kept(const Vocabulary& words, bool from) const {
    std::vector<uint32_t> counts(words.size());
    for (size_t text = 0; text < bitext_.texts.size(); ++text) {
      for (const uint32_t word : side(text, from)) ++counts[word];
    }
    std::vector<uint32_t> out = counts;
    for (uint32_t word = 0; word < words.size(); ++word) {
      if (counts[word] < kLeastTexts || counts[word] > bitext_.texts.size() / kCommon) out[word] = 0;
      const auto drop = [&](std::string_view part) {
        const size_t number = words.find(part);
        if (number < words.size() && counts[number] <= counts[word]) out[number] = 0;
      };
      const std::string_view whole = words.word(word);
      const CharClass script = script_of(whole);
      if (script == CharClass::hangul) {
        // What follows half of a word or more may be an ending.
        for (std::string_view part = without_last(whole); !part.empty(); part = without_last(part)) {
          if (2 * part.size() < whole.size()) drop(part);
        }
      } else if (is_cjk(script)) {
        drop(without_first(whole));
        drop(without_last(whole));
      }
    }
    return out;
  }

  std::vector<Translation> translations_of(uint32_t word) {
    shared_.resize(to_.size());
    Words met;
    for (const uint32_t text : texts_with_[word]) {
      const Words& others = side(text, false);
      const float evidence = std::min(1.0F, kWordsOfShort / static_cast<float>(others.size()));
      for (const uint32_t other : others) {
        if (kept_to_[other] == 0) continue;
        if (shared_[other].texts++ == 0) met.push_back(other);
        shared_[other].evidence += evidence;
      }
    }
    std::vector<Translation> out;
    for (const uint32_t other : met) {
      const Shared shared = std::exchange(shared_[other], {});
      const auto both = static_cast<float>(shared.texts);
      const float likeness = both * both / (static_cast<float>(kept_from_[word]) + kFewTexts) /
                             (static_cast<float>(kept_to_[other]) + kFewTexts);
      if (shared.evidence >= kLeastEvidence && likeness >= kLeastLikeness)
        out.push_back({to_.lang(), to_.word(other), likeness});
    }
    return out;
  }

  // What stands the same in both languages is found without a glossary; if it is the likeliest, other words
  // are only its neighbours.
  static std::vector<Translation> chosen(std::vector<Translation> translations, const std::string& word) {
    std::sort(translations.begin(), translations.end(), [](const Translation& a, const Translation& b) {
      if (a.likeness != b.likeness) return a.likeness > b.likeness;
      // The short ones are articles and the like.
      return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
    });
    const float least = translations.empty() ? 0 : kBesideBest * translations.front().likeness;
    std::erase_if(translations, [&](const Translation& t) { return t.text == word || t.likeness < least; });
    if (translations.size() > kMostTranslations) translations.resize(kMostTranslations);
    return translations;
  }

  // A Korean word with an ending, where the word alone is likelier to have this translation.
  bool says_no_more(uint32_t word, const std::vector<std::vector<Translation>>& found) const {
    if (script_of(from_.word(word)) != CharClass::hangul) return false;
    std::string_view stem = without_last(from_.word(word));
    for (; !stem.empty(); stem = without_last(stem)) {
      const size_t number = from_.find(stem);
      if (number == from_.size() || found[number].empty()) continue;
      const Translation& of_stem = found[number].front();
      if (of_stem.text == found[word].front().text && of_stem.likeness > found[word].front().likeness)
        return true;
    }
    return false;
  }

  const Bitext& bitext_;
  const Vocabulary& from_;
  const Vocabulary& to_;
  const bool turned_;
  std::vector<uint32_t> kept_from_, kept_to_;
  std::vector<Words> texts_with_;  // by word
  struct Shared {
    uint32_t texts = 0;
    float evidence = 0;
  };
  std::vector<Shared> shared_;  // of one word with each other one
};

}  // namespace

struct GlossaryLearner::Impl {
  Vocabulary& vocabulary(const std::string& lang) {
    std::unique_ptr<Vocabulary>& known = vocabularies[lang];
    if (!known) known = std::make_unique<Vocabulary>(lang);
    return *known;
  }

  Parts parts_of(const GlossaryArticle& article) {
    Parts out{{article.meta.title}, {article.meta.summary}, {}, &vocabulary(article.meta.lang)};
    const std::string_view text = article.text;
    for (const StoredSection& section : article.meta.sections) {
      Parts::SectionParts& parts = out.sections.emplace_back();
      parts.section = &section;
      parts.heading.text = section.heading;
      const size_t begin = std::min<size_t>(section.text_begin, text.size());
      for (const std::string_view line : lines_of(text.substr(begin, section.text_end - section.text_begin)))
        parts.lines.push_back({line});
    }
    return out;
  }

  bool learns(const std::string& a, const std::string& b) const {
    return vocabularies.size() <= kFewLanguages || a == default_language || b == default_language;
  }

  void count(const Bitext& bitext, const std::string& from, const std::string& to, bool turned) {
    Counting counting(bitext, vocabulary(from), vocabulary(to), turned);
    counting.each([&](const std::string& word, std::vector<Translation> translations) {
      const uint64_t sum = glossary_sum(from, word);
      GlossaryEntry& entry = entries[sum];
      entry.sum = sum;
      std::move(translations.begin(), translations.end(), std::back_inserter(entry.translations));
    });
  }

  std::string default_language;
  std::map<std::string, std::unique_ptr<Vocabulary>> vocabularies;  // by language
  std::map<std::pair<std::string, std::string>, Bitext> bitexts;    // by languages, the lesser one first
  std::map<uint64_t, GlossaryEntry> entries;                        // by sum
};

GlossaryLearner::GlossaryLearner(std::string default_language) : impl_(std::make_unique<Impl>()) {
  impl_->default_language = std::move(default_language);
}
GlossaryLearner::~GlossaryLearner() = default;

void GlossaryLearner::add(const std::vector<GlossaryArticle>& versions) {
  std::map<std::string, Parts> parts;
  for (const GlossaryArticle& article : versions) parts.emplace(article.meta.lang, impl_->parts_of(article));
  for (auto a = parts.begin(); a != parts.end(); ++a) {
    for (auto b = std::next(a); b != parts.end(); ++b) {
      if (impl_->learns(a->first, b->first)) impl_->bitexts[{a->first, b->first}].add(a->second, b->second);
    }
  }
}

bool GlossaryLearner::is_full() const {
  return !impl_->bitexts.empty() && std::all_of(impl_->bitexts.begin(), impl_->bitexts.end(),
                                                [](const auto& bitext) { return bitext.second.is_full(); });
}

std::vector<GlossaryEntry> GlossaryLearner::learn() {
  for (const auto& [languages, bitext] : impl_->bitexts) {
    if (!impl_->learns(languages.first, languages.second)) continue;
    impl_->count(bitext, languages.first, languages.second, false);
    impl_->count(bitext, languages.second, languages.first, true);
  }
  std::vector<GlossaryEntry> out;
  out.reserve(impl_->entries.size());
  for (auto& [sum, entry] : impl_->entries) out.push_back(std::move(entry));
  return out;
}

}  // namespace signpost
