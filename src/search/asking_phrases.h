// asking_phrases.h - what a Japanese or Korean question is wrapped in: "どうすればいいですか", "방법을 알려
// 주세요". It asks for help with a thing, whatever that is, and says nothing about it; in languages with
// spaces function words do that (function_words.h). Tested by tests/unit/search/asking_phrases_test.cc.
#pragma once

#include <cstddef>
#include <string_view>

namespace signpost {

// The bytes [begin, end) of a run that are about the thing. Empty where all of it asks.
struct ThingAsked {
  size_t begin = 0;
  size_t end = 0;
};

// `run`: CJK characters without spaces between them, folded.
ThingAsked thing_asked(std::string_view run);

}  // namespace signpost
