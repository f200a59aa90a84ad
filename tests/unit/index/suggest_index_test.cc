#include "index/suggest_index.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace signpost {
namespace {

TEST(Keystrokes, OfAnUnfinishedSyllableBeginThoseOfTheWord) {
  const std::string whole = keystrokes("비밀번호");
  for (const char* typed :
       {"ㅂ", "비", "빔", "비미", "비밀", "비밇", "비밀ㅂ", "비밀버", "비밀번", "비밀번호"}) {
    if (std::string(typed) == "비밇") continue;  // a slip, not a step on the way
    EXPECT_TRUE(whole.starts_with(keystrokes(typed))) << typed;
  }
  EXPECT_FALSE(whole.starts_with(keystrokes("비번")));
  EXPECT_EQ(keystrokes("과"), "ㄱㅗㅏ");
  EXPECT_EQ(keystrokes("ㅘ"), "ㅗㅏ");
}

TEST(Keystrokes, FoldCaseAccentsKanaAndSpaces) {
  EXPECT_EQ(keystrokes("  Réset   your-Password! "), "reset your password");
  EXPECT_EQ(keystrokes("サーバー"), keystrokes("さーば"));
  EXPECT_EQ(keystrokes("C#"), "c#");
}

TEST(SuggestIndex, FindsTheBeginningsOfWords) {
  SuggestBuilder builder;
  builder.add(1, "Reset your password", "");
  builder.add(2, "Password rules", "");
  builder.add(3, "비밀번호 재설정", "");
  builder.add(1, "On a phone", "on-a-phone");
  const std::string bytes = builder.finish();
  const SuggestIndex index(bytes);
  const auto count = [&](const char* typed) {
    const SuggestIndex::Range range = index.find(keystrokes(typed));
    return range.end - range.begin;
  };
  EXPECT_EQ(count("pass"), 2u);
  EXPECT_EQ(count("p"), 3u);
  EXPECT_EQ(count("재서"), 1u);
  EXPECT_EQ(count("word"), 0u);  // not the beginning of a word
  const SuggestIndex::Range range = index.find("on a");
  ASSERT_EQ(range.end - range.begin, 1u);
  const SuggestEntry entry = index.entry(index.entry_of_point(range.begin));
  EXPECT_EQ(entry.document, 1u);
  EXPECT_EQ(index.text(entry), "On a phone");
  EXPECT_EQ(index.anchor(entry), "on-a-phone");
  EXPECT_THROW(SuggestIndex(std::string_view(bytes).substr(0, bytes.size() - 1)), Error);
}

// A pack with right sums may come from anyone.
TEST(SuggestIndex, RefusesWrongOffsets) {
  SuggestBuilder builder;
  builder.add(1, "Sign in", "");
  const std::string bytes = builder.finish();
  const size_t entry_at = 16;
  const size_t point_at = entry_at + sizeof(SuggestEntry);
  const auto broken = [&](size_t at) {
    std::string copy = bytes;
    copy[at + 2] = '\x7F';  // of a little-endian number: far behind the end
    return copy;
  };
  // The entry's key and text, the point's place and entry.
  for (const size_t at : {entry_at + 4, entry_at + 8, point_at, point_at + 4}) {
    EXPECT_THROW(SuggestIndex{broken(at)}, Error) << at;
  }
  EXPECT_THROW(SuggestIndex(bytes.substr(0, bytes.size() - 1) + "x"), Error);  // a text that never ends
}

}  // namespace
}  // namespace signpost
