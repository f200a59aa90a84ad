// signs_test.cc - which signs are searched, and which are punctuation.
#include "index/signs.h"

#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

// What of a text is searched, with a space between.
std::string signs_in(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const bool word = (text[i] >= 'a' && text[i] <= 'z') || (text[i] >= '0' && text[i] <= '9');
    if (word) {
      ++i;
      continue;
    }
    const size_t begin = i;
    const size_t length = read_signs(text, i);
    if (length > 0) out += (out.empty() ? "" : " ") + std::string(text.substr(begin, length));
    EXPECT_GT(i, begin);
    EXPECT_LE(begin + length, i);
  }
  return out;
}

TEST(Signs, OperatorsAreSearchedAndPunctuationIsNot) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"the operator ||> pipes, ?\? is a default, => maps.", "||> ?\? =>"},
      {"||>", "||>"},
      {"use ->.", "->"},
      {"use (?\?): it", "?\?"},
      {"a ?. b", "?."},
      {"the & and the |, then ^.", "& | ^"},
      {"x!=y && z->w", "!= && ->"},
      {"c ?: d <=> e", "?: <=>"},
      {"hello :) and :-( bye", ":) :-("},
      {"what?\? really!! no... yes: so.", ""},
      {"- a * b", "*"},
      {"x = 1 - 2: why ?", ""},
      {"https://example.com/a?b=c&d=e", ""},
      {"../a/b **.md a/b ./run", ""},
      {"---- ==== ***** ......", ""},
      {"--flag -x", ""},
      {"(a) [b] {c}", ""},
      {"f(:)", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(signs_in(c.in), c.want) << c.in;
}

TEST(Signs, EmojiAndSymbolsAreSearched) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"add a 👍 to it", "👍"},
      {"🎉🎉", "🎉 🎉"},
      {"👍🏽", "👍"},
      {"🇰🇷🇯🇵", "🇰🇷 🇯🇵"},
      {"❤️ x", "❤"},
      {"a → b ≥ 5 €", "→ ≥ €"},
      {"⌘k", "⌘"},
      {"┌──┐ █", ""},
      {"\xEF\xBF\xBD \xFF", ""},
      {"“a” … – x", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(signs_in(c.in), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
