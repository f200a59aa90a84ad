// improvements_pages_test.cc - what articles and /{lang}/improvements tell of readers' complaints, and that
// caches hear of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/dates.h"
#include "store/store.h"
#include "test_site.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::kTestNow;
using ::testing::Not;
using testing::TestApp;

constexpr auto kToday = static_cast<uint32_t>(kTestNow / kSecondsOfDay);

Complaint fixed(int64_t number, const std::string& lang = "en") {
  return {.number = number,
          .place = {"install", lang, "steps"},
          .section_sum = "a",
          .revision = "",
          .reason = ComplaintReason::unclear,
          .comments = {},
          .count = 12,
          .first_day = kToday - 9,
          .last_day = kToday - 8,
          .end = ComplaintEnd{ComplaintState::fixed, "c0ffee", "install: say <which> tray"},
          .end_day = kToday - 7};
}

class ImprovementsPagesTest : public ::testing::Test {
 protected:
  void tell(std::vector<Complaint> ended) {
    app_.board().put(std::make_shared<const Improvements>(std::move(ended)));
  }

  const DataFolder folder_{"signpost-improvements-pages"};
  Store store_{{.dir = folder_.path()}};
  TestApp app_{{.store = &store_, .clock = [] { return kTestNow; }}};
};

TEST_F(ImprovementsPagesTest, AnArticleSaysWhatChangedAndCachesHearOfIt) {
  const auto get = [&](const std::string& tag) {
    return app_.get("/en/articles/install", {{"if-none-match", tag}});
  };
  const std::string before = get("").etag;
  EXPECT_EQ(get(before).status, 304);
  tell({fixed(1)});
  const Response after = get(before);
  EXPECT_EQ(after.status, 200);
  EXPECT_NE(after.etag, before);
  EXPECT_THAT(after.body, HasSubstr("after 12 readers found it unclear."));
  EXPECT_THAT(after.body, HasSubstr("<a href=\"#steps\" lang=\"en\">"));
  EXPECT_EQ(get(after.etag).status, 304);
  tell({});
  EXPECT_EQ(get(before).status, 304);
  EXPECT_THAT(get("").body, Not(HasSubstr("12 readers")));
}

TEST_F(ImprovementsPagesTest, AnArticleSaysItInItsLanguageForAWhile) {
  Complaint old = fixed(2, "ko");
  old.end_day = kToday - 90;
  tell({fixed(1, "ko"), old});
  const std::string korean = app_.get("/ko/articles/install").body;
  EXPECT_THAT(korean, HasSubstr("독자 12명이 따라 하기 어렵다고"));
  EXPECT_EQ(korean.find("<ul class=\"changes\""), korean.rfind("<ul class=\"changes\""));
  EXPECT_THAT(app_.get("/en/articles/install").body, Not(HasSubstr("class=\"changes\"")));
}

TEST_F(ImprovementsPagesTest, ListsWhatWasDone) {
  EXPECT_THAT(app_.get("/en/improvements").body, HasSubstr("has been dealt with yet"));
  tell({fixed(1)});
  const std::string page = app_.get("/en/improvements").body;
  EXPECT_THAT(page, HasSubstr("href=\"/en/articles/install#steps\""));
  EXPECT_THAT(page, HasSubstr("<bdi>install: say &lt;which&gt; tray</bdi>"));
  EXPECT_THAT(page, HasSubstr("12 readers"));
  EXPECT_THAT(page, HasSubstr("href=\"/en/improvements.atom\""));
  EXPECT_THAT(app_.get("/ko/improvements").body, Not(HasSubstr("which")));
  EXPECT_EQ(app_.get("/en/improvements.atom").content_type, "application/atom+xml; charset=utf-8");
  EXPECT_THAT(app_.get("/en/articles/install").body, HasSubstr("href=\"/en/improvements\""));
  // Written by the indexer, which doesn't know whether the page is there.
  EXPECT_THAT(app_.get("/sitemap.xml").body, Not(HasSubstr("improvements")));
}

TEST_F(ImprovementsPagesTest, HasPages) {
  std::vector<Complaint> many;
  many.reserve(60);
  for (int64_t i = 60; i > 0; --i) many.push_back(fixed(i));
  tell(many);
  EXPECT_THAT(app_.get("/en/improvements").body, HasSubstr("/en/improvements?page=2"));
  EXPECT_EQ(app_.get("/en/improvements?page=3").status, 200);
  EXPECT_EQ(app_.get("/en/improvements?page=4").status, 404);
  EXPECT_EQ(app_.get("/en/improvements?page=x").status, 400);
  EXPECT_EQ(app_.get("/fr/improvements").status, 404);
}

TEST_F(ImprovementsPagesTest, AreNotThereWithoutAStore) {
  TestApp app;
  EXPECT_EQ(app.get("/en/improvements").status, 404);
  EXPECT_EQ(app.get("/en/improvements.atom").status, 404);
  EXPECT_THAT(app.get("/en/articles/install").body, Not(HasSubstr("/improvements")));
}

}  // namespace
}  // namespace signpost
