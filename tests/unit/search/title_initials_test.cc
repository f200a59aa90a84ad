#include "search/title_initials.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class TitleInitialsTest : public ::testing::Test {
 protected:
  static std::string build() {
    SuggestBuilder builder;
    uint32_t document = 0;
    for (const char* title : {"Two-factor authentication for all", "Service level agreements", "Save",
                              "Set up level three access", "비밀번호 바꾸기"})
      builder.add(++document, title, "");
    return builder.finish();
  }

  // The keys from the places on that may be meant, all of them or those that begin with `first`.
  std::vector<std::string> found(const std::string& abbreviation, const std::string& first = "") const {
    SuggestIndex::Range range{0, titles_.points()};
    if (!first.empty()) range = titles_.find(first);
    std::vector<std::string> keys;
    initials_.each(range, abbreviation, [&](uint32_t point) {
      keys.emplace_back(titles_.rest_of_key(point));
      return keys.size() < most_;
    });
    return keys;
  }

  const std::string bytes_ = build();
  const SuggestIndex titles_{bytes_};
  const TitleInitials initials_{titles_};
  size_t most_ = 100;
};

TEST_F(TitleInitialsTest, FindThePlacesWithTheseLetters) {
  EXPECT_THAT(found("sla"), ElementsAre("service level agreements"));
  EXPECT_THAT(found("sulta"), ElementsAre("set up level three access")) << "the fifth letter says nothing";
  EXPECT_THAT(found("sultx"), ElementsAre("set up level three access"));
  EXPECT_THAT(found("lta"), ElementsAre("level three access"));
  EXPECT_THAT(found("lax"), IsEmpty()) << "level agreements";
  EXPECT_THAT(found("sx"), IsEmpty()) << "save";
}

TEST_F(TitleInitialsTest, ADigitMayBeAnyWord) {
  EXPECT_THAT(found("2fa", "two"), ElementsAre("two factor authentication for all"));
  EXPECT_THAT(found("f2f"), ElementsAre("factor authentication for all"));
}

TEST_F(TitleInitialsTest, StopWhenToldTo) {
  EXPECT_EQ(found("s").size(), 3u);
  most_ = 1;
  EXPECT_THAT(found("s"), ElementsAre("save"));
}

}  // namespace
}  // namespace signpost
