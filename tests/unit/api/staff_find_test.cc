#include "api/staff_find.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "open_test_generation.h"
#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::open_test_generation;

class StaffFindTest : public ::testing::Test {
 protected:
  std::vector<FoundItem> find(const FindQuestion& question) const {
    return staff_find(context_, {context_.searcher(), context_.searcher(), &replies_}, question);
  }
  std::vector<FoundItem> find(const std::string& text, const std::string& lang = "en") const {
    return find({.text = text, .lang = lang, .typed = "en", .from = "", .used = {}});
  }

  const DataFolder folder_{"signpost-staff-find"};
  Store store_{{.dir = folder_.path()}};
  const std::map<std::string, std::string> texts_{{"request_received", "Received"}};
  const OperationContext context_{
      .generation = &open_test_generation(), .lang = "en", .texts = texts_, .now = 500, .store = &store_};
  const std::string code_ = store_.keep(draft_of("ann@example.com"), "", 100)->code;
  const SavedReplies replies_{{{.id = "thanks",
                                .lang = "en",
                                .title = "Thanks for the installer",
                                .text = "Thank you, {{name}}.\n{{code}} {{article_url}} {{other}}",
                                .article = "install"}}};
};

TEST_F(StaffFindTest, AnArticleWithAllThatIsPasted) {
  const auto found = find("install app");
  ASSERT_FALSE(found.empty());
  const FoundItem& item = found.front();
  EXPECT_EQ(item.kind, FoundKind::article);
  EXPECT_EQ(item.title, "Install the desktop app");
  EXPECT_EQ(item.url, "https://help.example.com/en/articles/install");
  EXPECT_EQ(item.markdown, "[Install the desktop app](https://help.example.com/en/articles/install)");
  EXPECT_EQ(item.html,
            "<a href=\"https://help.example.com/en/articles/install\">Install the desktop app</a>");
  EXPECT_EQ(used_name(item), "article:install");
  EXPECT_FALSE(item.internal);
}

TEST_F(StaffFindTest, ASectionLeadsWhereItsHeadingSaysMoreThanTheTitle) {
  const auto found = find("forgotten password");
  ASSERT_GE(found.size(), 2u);
  EXPECT_EQ(found[0].kind, FoundKind::section);
  EXPECT_EQ(found[0].title, "Forgotten password");
  EXPECT_EQ(found[0].context, "Reset your password");
  EXPECT_EQ(found[0].url, "https://help.example.com/en/articles/reset-password#forgotten-password");
  EXPECT_THAT(found[0].markdown, HasSubstr("[Reset your password › Forgotten password]("));
  EXPECT_EQ(found[1].kind, FoundKind::article);
  EXPECT_EQ(find("reset your password").front().kind, FoundKind::article) << "its title says it all";
}

TEST_F(StaffFindTest, AStepLeadsWhereItSaysMoreThanHeadings) {
  const auto found = find("open the installer");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].kind, FoundKind::step);
  EXPECT_EQ(found[0].title, "Open the installer.");
  EXPECT_EQ(found[0].context, "Install the desktop app › Steps › 1");
  EXPECT_EQ(found[0].url, "https://help.example.com/en/articles/install#steps");
  EXPECT_EQ(used_name(found[0]), "section:install#steps") << "it comes back as its section";
}

TEST_F(StaffFindTest, IsInTheLanguageOfTheCustomer) {
  const auto found = find("install app", "ko");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].title, "Install the desktop app") << "as it was found";
  EXPECT_EQ(found[0].lang, "ko");
  EXPECT_EQ(found[0].markdown, "[데스크톱 앱 설치하기](https://help.example.com/ko/articles/install)");
  const auto only = find("billing questions", "ko");
  ASSERT_FALSE(only.empty());
  EXPECT_EQ(only[0].lang, "en") << "it says in which language it is";
}

// Whatever language somebody searches in.
TEST_F(StaffFindTest, IsFoundInTheLanguageOfTheWords) {
  for (const char* typed : {"en", "ko", "ja"}) {
    const auto korean = find({.text = "데스크톱 앱", .lang = "en", .typed = typed, .from = "", .used = {}});
    ASSERT_FALSE(korean.empty()) << typed;
    EXPECT_EQ(korean[0].url, "https://help.example.com/en/articles/install") << typed;
    const auto english = find({.text = "desktop app", .lang = "ko", .typed = typed, .from = "", .used = {}});
    ASSERT_FALSE(english.empty()) << typed;
    EXPECT_EQ(english[0].url, "https://help.example.com/ko/articles/install") << typed;
  }
}

TEST_F(StaffFindTest, WhileAWordIsBeingTyped) {
  for (const char* text : {"inst", "instal", "forgo", "데스크"}) EXPECT_FALSE(find(text).empty()) << text;
  EXPECT_EQ(find("forgo").front().url,
            "https://help.example.com/en/articles/reset-password#forgotten-password");
}

TEST_F(StaffFindTest, EachPlaceOnceAndNotTooMany) {
  for (const char* text : {"password", "install", "app", "the", "a", "設定"}) {
    const auto found = find(text);
    EXPECT_LE(found.size(), kMostFound);
    for (size_t i = 0; i < found.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        EXPECT_FALSE(found[i].url == found[j].url && found[i].kind == found[j].kind &&
                     found[i].title == found[j].title)
            << text << ": " << found[i].title;
      }
    }
  }
}

TEST_F(StaffFindTest, ARequestByItsCode) {
  std::string typed = " " + code_;
  std::replace(typed.begin(), typed.end(), '-', ' ');
  const auto found = find(typed);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].kind, FoundKind::request);
  EXPECT_EQ(found[0].title, code_);
  EXPECT_EQ(found[0].url, "https://help.example.com/staff/requests/" + code_);
  EXPECT_THAT(found[0].context, HasSubstr("Received · "));
  for (const FoundItem& item : find("0000-0000-0000")) EXPECT_NE(item.kind, FoundKind::request);
}

TEST_F(StaffFindTest, ARequestTellsTheLanguage) {
  EXPECT_EQ(language_of_request(context_, "0000-0000-0000", "ja"), "ja");
  EXPECT_EQ(language_of_request(context_, "", "ja"), "ja");
  RequestDraft draft = draft_of("ann@example.com");
  draft.lang = "ko";
  EXPECT_EQ(language_of_request(context_, store_.keep(draft, "", 100)->code, "ja"), "ko");
  draft.lang = "fr";
  EXPECT_EQ(language_of_request(context_, store_.keep(draft, "", 100)->code, "ja"), "ja")
      << "the site has none of it";
}

TEST_F(StaffFindTest, AReplyIsFilledFromTheRequest) {
  RequestDraft draft = draft_of("ann@example.com");
  draft.name = "<Ann>";
  const std::string code = store_.keep(draft, "", 100)->code;
  const auto reply_of = [&](const std::string& from) {
    for (FoundItem& item :
         find({.text = "installer", .lang = "en", .typed = "en", .from = from, .used = {}})) {
      if (item.kind == FoundKind::reply) return std::move(item);
    }
    ADD_FAILURE() << "no reply";
    return FoundItem();
  };
  const FoundItem filled = reply_of(code);
  const std::string rest = code + " https://help.example.com/en/articles/install {{other}}";
  EXPECT_EQ(filled.text, "Thank you, <Ann>.\n" + rest);
  EXPECT_THAT(filled.html, HasSubstr("Thank you, &lt;Ann&gt;.<br>"));
  EXPECT_THAT(filled.missing, ElementsAre("other"));
  EXPECT_EQ(filled.url, "");
  EXPECT_EQ(used_name(filled), "reply:thanks");
  EXPECT_THAT(reply_of("").missing, ElementsAre("name", "code", "other")) << "no request says them";
}

TEST_F(StaffFindTest, WhatWasUsedComesBackInItsOrder) {
  FindQuestion question{.text = "", .lang = "ko", .typed = "en", .from = "", .used = {}};
  EXPECT_THAT(find(question), IsEmpty());
  question.used = {"section:install#steps",
                   "reply:thanks",
                   "article:gone",
                   "article:billing-faq",
                   "reply:gone",
                   "section:install#gone",
                   "",
                   ":",
                   "section:",
                   "x:#"};
  std::vector<std::string> names;
  for (const FoundItem& item : find(question)) names.push_back(used_name(item));
  EXPECT_THAT(names,
              ElementsAre("section:install#steps", "reply:thanks", "article:billing-faq", "article:install"));
  EXPECT_THAT(find(question)[0].url, HasSubstr("/ko/articles/install#"))
      << "in the language that is wanted now";
}

}  // namespace
}  // namespace signpost
