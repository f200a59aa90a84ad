// stop_words.cc - the lists themselves.
#include "search/stop_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "index/unicode_fold.h"

namespace signpost {
namespace {

// Function words, and the words that questions to a help centre are wrapped in.
constexpr std::array kStopWords = std::to_array<std::string_view>(
    {"a",     "about", "am",   "an",    "and",   "any",    "are",   "as",     "at",     "be",   "been",
     "but",   "by",    "can",  "cant",  "could", "did",    "do",    "does",   "doesnt", "dont", "for",
     "from",  "get",   "had",  "has",   "have",  "he",     "her",   "here",   "his",    "how",  "i",
     "if",    "im",    "in",   "into",  "is",    "isnt",   "it",    "its",    "me",     "my",   "no",
     "not",   "of",    "on",   "or",    "our",   "please", "she",   "should", "so",     "some", "such",
     "than",  "that",  "the",  "their", "them",  "then",   "there", "these",  "they",   "this", "to",
     "up",    "us",    "was",  "we",    "were",  "what",   "when",  "where",  "which",  "who",  "whom",
     "whose", "why",   "will", "with",  "wont",  "would",  "you",   "your"});

// Where a word stands in a table of open addressing, or would: a query asks for each of its words many times.
constexpr size_t kStopWordSlots = 512;
constexpr size_t slot_of(std::string_view word) {
  const auto first = static_cast<uint8_t>(word.front());
  const auto last = static_cast<uint8_t>(word.back());
  return (first * size_t{37} + last * size_t{11} + word.size()) % kStopWordSlots;
}

constexpr auto kStopWordTable = [] {
  std::array<std::string_view, kStopWordSlots> table{};
  for (const std::string_view word : kStopWords) {
    size_t at = slot_of(word);
    while (!table[at].empty()) at = (at + 1) % kStopWordSlots;
    table[at] = word;
  }
  return table;
}();

// Ascending.
constexpr std::array kQuestionPairs = std::to_array<std::string_view>(
    {"何か", "何が", "何だ", "何で", "何と", "何な", "何に", "何の", "何は", "何も", "何を", "何人", "何個",
     "何処", "何名", "何回", "何年", "何度", "何日", "何時", "何月", "何歳", "何番", "何種", "誰か", "誰が",
     "誰で", "誰と", "誰な", "誰に", "誰の", "誰も", "誰を", "구인", "누가", "누구", "디서", "디에", "떻게",
     "무엇", "어느", "어디", "어떤", "어떻", "언제", "얼마", "엇을", "엇이", "엇인", "제인"});

// Case particles, topic markers, copulas and the polite endings that questions end in. The longest fit
// counts.
constexpr const char* kKoreanEndings[] = {
    "입니까", "습니까",   "합니까",   "인가요", "한가요", "하나요", "할까요", "됩니까", "되나요", "는가요",
    "은가요", "으로부터", "에서부터", "으로써", "으로서", "에서는", "에서의", "에게서", "까지는", "에서",
    "에게",   "으로",     "까지",     "부터",   "처럼",   "보다",   "이나",   "라고",   "이란",   "이라는",
    "라는",   "하는",     "하기",     "하고",   "하여",   "해서",   "하면",   "했던",   "했을",   "되는",
    "된",     "한",       "할",       "인가",   "인지",   "이며",   "이고",   "입니다", "합니다", "됩니다",
    "나요",   "는지",     "에는",     "에도",   "에만",   "와의",   "과의",   "로의",   "들은",   "들이",
    "들을",   "들의",     "을",       "를",     "이",     "가",     "은",     "는",     "의",     "에",
    "와",     "과",       "로",       "도",     "만",     "나"};

}  // namespace

bool is_stop_word(std::string_view word) {
  if (word.empty()) return false;
  for (size_t at = slot_of(word); !kStopWordTable[at].empty(); at = (at + 1) % kStopWordSlots) {
    if (kStopWordTable[at] == word) return true;
  }
  return false;
}

bool is_question_pair(std::string_view pair) {
  return std::binary_search(kQuestionPairs.begin(), kQuestionPairs.end(), pair);
}

bool has_hiragana(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (classify(next_code_point(text, at)) == CharClass::hiragana) return true;
  }
  return false;
}

size_t korean_ending(std::string_view run) {
  size_t longest = 0;
  for (const std::string_view ending : kKoreanEndings) {
    if (run.size() > ending.size() && run.ends_with(ending)) longest = std::max(longest, ending.size());
  }
  return longest;
}

}  // namespace signpost
