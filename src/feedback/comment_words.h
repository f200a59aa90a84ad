// comment_words.h - by which two comments are compared: their words as the index has them, so that spelling,
// inflection and order count little. Tested by tests/unit/feedback/comment_words_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// Hashes of terms, ascending, each once; at most 100 of them.
std::vector<uint32_t> comment_words(std::string_view comment, const std::string& lang);

}  // namespace signpost
