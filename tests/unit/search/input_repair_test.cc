// input_repair_test.cc - what was meant when the keyboard or the input method was in the wrong state.
#include "search/input_repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

TEST(InputRepair, OffersWhatWasMeant) {
  struct Case {
    const char* typed;
    const char* want;
  };
  const Case cases[] = {
      {"qlalfqjsgh", "비밀번호"},            // Korean on Latin keys
      {"ㅑㅜㄴㅅ미ㅣ", "install"},           // and the reverse
      {"ㅂㅣㅁㅣㄹㅂㅓㄴㅎㅗ", "비밀번호"},  // letters that were not joined
      {"ㅂㅁㅂㅎ", "비밀번호"},              // initial consonants
      {"ㅁㅂ", "밀번"},                      // in the middle of a title
      {"비밀변호", "비밀번호"},              // one wrong letter
      {"サーb", "サー"},                     // an input method was not done
  };
  for (const Case& c : cases)
    EXPECT_THAT(repair_input(c.typed, help_centre_reader()), Contains(c.want)) << c.typed;
}

TEST(InputRepair, OffersNothingForWhatNoKeyboardConfuses) {
  for (const char* text : {"新幹線", "サーバー", "1234", ""})
    EXPECT_THAT(repair_input(text, help_centre_reader()), IsEmpty()) << text;
}

TEST(InputRepair, IsUsedOnlyWhereLittleIsFound) {
  EXPECT_EQ(help_centre_index().search("qlalfqjsgh").query.corrected, "비밀번호");
  for (const char* text : {"password", "\"qlalfqjsgh\"", "qlalfqjsgh -x"})
    EXPECT_EQ(help_centre_index().search(text).query.corrected, std::nullopt) << text;
}

TEST(InputRepair, DropsPendingRomaji) {
  struct Case {
    const char* typed;
    const char* want;
  };
  const Case cases[] = {{"けn", "け"},  {"サーb", "サー"},    {"けkky", "け"}, {"けabcd", "けabcd"},
                        {"abc", "abc"}, {"け abc", "け abc"}, {"けN", "けN"},  {"", ""}};
  for (const Case& c : cases) EXPECT_EQ(without_pending_romaji(c.typed), c.want) << c.typed;
}

}  // namespace
}  // namespace signpost
