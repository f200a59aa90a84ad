// suggester_test.cc - titles and sections while somebody types.
#include "search/suggester.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// "title" or "title > section", with [brackets] around what was typed.
std::vector<std::string> suggested(const IndexReader& index, const std::string& typed,
                                   const std::string& lang, size_t limit = 8) {
  std::vector<std::string> out;
  for (const Suggestion& s : suggest_titles(index, typed, lang, limit))
    out.push_back(bracketed(s.title_runs) + (s.section.empty() ? "" : " > " + bracketed(s.section_runs)));
  return out;
}

TEST(Suggester, CompletesWhatIsTyped) {
  struct Case {
    const char* typed;
    const char* lang;
    const char* want;  // the first one
  };
  const Case cases[] = {
      {"r", "en", "[R]eset your password"},
      {"pass", "en", "Reset your [pass]word"},
      {"RESET  PASS", "en", "[Reset] your [pass]word"},
      {"pass res", "en", "[Res]et your [pass]word"},
      {"phone", "en", "Reset your password > On a [phone]"},
      {"빔", "ko", "[비밀]번호 재설정"},  // on the way to 비밀
      {"비밀ㅂ", "ko", "[비밀번]호 재설정"},
      {"재설", "ko", "비밀번호 [재설]정"},
      {"サーb", "ja", "[サー]バーの設定"},
      {"さー", "ja", "[サー]バーの設定"},
      {"ｻｰﾊﾞ", "ja", "[サーバ]ーの設定"},
      {"設定", "ja", "サーバーの[設定]"},
  };
  for (const Case& c : cases) {
    const auto found = suggested(help_centre_reader(), c.typed, c.lang);
    ASSERT_THAT(found, Not(IsEmpty())) << c.typed;
    EXPECT_EQ(found.front(), c.want) << c.typed;
  }
  for (const char* typed : {"zzz", "", "  ", "?", "assword", "reset zzz"})
    EXPECT_THAT(suggested(help_centre_reader(), typed, "en"), IsEmpty()) << typed;
}

TEST(Suggester, LeadsToTheSection) {
  const auto found = suggest_titles(help_centre_reader(), "phone", "en", 8);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].url, "/en/articles/reset-password#s1");
  EXPECT_EQ(found[0].section, "On a phone");
  EXPECT_EQ(found[0].title, "Reset your password");
  EXPECT_EQ(found[0].kind, "help");
  EXPECT_EQ(found[0].category_name, "Account");
}

TEST(Suggester, PutsWholeOnesFirstThenTitlesThenBeginnings) {
  const TestIndex index({make_document("section", "Animals", {"", "Wombats of old: Blue."}),
                         make_document("inside", "About wombats", {""}),
                         make_document("first", "Wombats at home", {""}),
                         make_document("whole", "Wombats", {""})});
  const IndexReader reader(index.dir());
  EXPECT_THAT(suggested(reader, "wombats", "en"),
              ElementsAre("[Wombats]", "[Wombats] at home", "About [wombats]", "Animals > [Wombats] of old"));
  EXPECT_THAT(suggested(reader, "wombats", "en", 2), SizeIs(2));
  EXPECT_THAT(suggested(reader, "wombats", "en", 0), IsEmpty());
}

TEST(Suggester, ShowsTwoPlacesOfOneDocument) {
  const TestIndex index({make_document("a", "Sync", {"", "Sync one: x.", "Sync two: y.", "Sync three: z."})});
  const IndexReader reader(index.dir());
  EXPECT_THAT(suggested(reader, "sync", "en"), SizeIs(2));
}

TEST(Suggester, PutsTheLanguageFirstAndOneOfAFamily) {
  const TestIndex index({make_document("a", "Docker 1", {""}),
                         make_document("a", "Docker 1 실행", {""}, "ko"),
                         make_document("b", "Docker 2", {""})});
  const IndexReader reader(index.dir());
  EXPECT_THAT(suggested(reader, "docker", "ko"), ElementsAre("[Docker] 1 실행", "[Docker] 2"));
  EXPECT_THAT(suggested(reader, "docker", "en"), ElementsAre("[Docker] 1", "[Docker] 2"));
}

TEST(Suggester, LongTextsAreCut) {
  EXPECT_THAT(suggested(help_centre_reader(), std::string(10'000, 'r'), "en"), IsEmpty());
}

}  // namespace
}  // namespace signpost
