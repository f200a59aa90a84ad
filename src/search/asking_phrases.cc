// asking_phrases.cc - see asking_phrases.h. Japanese questions are unwrapped phrase by phrase from their
// end, so that "のやり方を教えてください" needs no entry of its own; Korean ones are words between spaces.
#include "search/asking_phrases.h"

#include <algorithm>
#include <array>
#include <string>

namespace signpost {
namespace {

constexpr std::string_view kBefore[] = {"どうやって", "どうすれば", "どうしたら", "どのように", "どうやれば"};

constexpr std::string_view kBehind[] = {
    "教えて",     "教えてほしい", "教えて欲しい", "ください",   "下さい",       "知りたい",     "方法",
    "やり方",     "やりかた",     "仕方",         "しかた",     "どうやって",   "どうやる",     "どうする",
    "どうすれば", "どうしたら",   "どうやれば",   "いいですか", "よいですか",   "いい",         "よい",
    "良いですか", "良い",         "のですか",     "ですか",     "ますか",       "でしょうか",   "するには",
    "には",       "したい",       "したいです",   "です",       "わかりません", "分かりません", "わからない",
    "分からない", "できますか",   "できる",       "可能ですか", "可能"};

// Between two of them, or between one and the thing.
constexpr std::string_view kParticles[] = {"の", "を", "は", "が", "に", "も", "か", "する", "について"};

// Ascending.
constexpr std::array kKorean = std::to_array<std::string_view>(
    {"가능한가요",   "가능할까요", "가르쳐", "가르쳐주세요", "궁금합니다", "궁금해요", "되나요",
     "될까요",       "됩니까",     "방법",   "방법은",       "방법을",     "방법이",   "방법좀",
     "부탁드립니다", "싶습니다",   "싶어",   "싶어요",       "싶은데",     "싶은데요", "알고",
     "알려",         "알려주세요", "알려줘", "어떡하죠",     "어떡해",     "어떻게",   "있나요",
     "있을까요",     "좀",         "주세요", "하나요",       "하는지",     "하려면",   "하면",
     "하죠",         "하지요",     "할까요", "할수",         "합니까"});
static_assert(std::is_sorted(kKorean.begin(), kKorean.end()));

template <typename List>
size_t longest_end(const List& list, std::string_view text) {
  size_t longest = 0;
  for (const std::string_view phrase : list) {
    if (text.ends_with(phrase)) longest = std::max(longest, phrase.size());
  }
  return longest;
}

}  // namespace

ThingAsked thing_asked(std::string_view run) {
  if (std::binary_search(kKorean.begin(), kKorean.end(), run)) return {};
  ThingAsked thing{0, run.size()};
  for (const std::string_view phrase : kBefore) {
    if (run.starts_with(phrase)) thing.begin = phrase.size();
  }
  for (bool asks = false;;) {
    const std::string_view left = run.substr(thing.begin, thing.end - thing.begin);
    size_t phrase = longest_end(kBehind, left);
    asks = asks || phrase > 0;
    if (asks) phrase = std::max(phrase, longest_end(kParticles, left));
    if (phrase == 0) return thing;
    thing.end -= phrase;
  }
}

}  // namespace signpost
