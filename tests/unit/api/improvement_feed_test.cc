// improvement_feed_test.cc - the list, and the feed as libxml2 reads it.
#include "api/improvement_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "api/improvement_list.h"
#include "test_site.h"
#include "tests/unit/api/feed_xml.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::kTestNow;

Complaint ended(int64_t number, const std::string& id, const std::string& anchor, ComplaintState state) {
  return {.number = number,
          .place = {id, "en", anchor},
          .section_sum = "a",
          .revision = "",
          .reason = ComplaintReason::unclear,
          .comments = {},
          .count = number,
          .first_day = 20'000,
          .last_day = 20'001,
          .end = ComplaintEnd{state, "c0ffee", state == ComplaintState::gone ? "" : "a <b>reason</b> & more"},
          .end_day = 20'002};
}

class ImprovementFeedTest : public ::testing::Test {
 protected:
  ImprovementFeedTest() {
    board_.put(std::make_shared<const Improvements>(std::vector<Complaint>{
        ended(12, "install", "steps", ComplaintState::fixed),
        ended(3, "install", "", ComplaintState::wont_fix),
        ended(2, "install", "no-such-section", ComplaintState::gone),
        ended(1, "no-such-article", "", ComplaintState::gone),
    }));
  }
  OperationContext context(const std::string& lang = "en") const {
    return {.generation = &generation_, .lang = lang, .texts = texts_, .now = kTestNow};
  }

  const testing::TemporaryDirectory index_;
  ImprovementBoard board_;
  const OpenGeneration generation_{testing::publish_test_generation(index_.path()), {}, &board_};
  const std::map<std::string, std::string> texts_ = {{"improvements_readers_one", "{n} reader"},
                                                     {"improvements_readers_other", "{n} readers"},
                                                     {"feedback_reason_unclear", "It is hard to follow"},
                                                     {"improvements_state_fixed", "Changed"},
                                                     {"changed_step", "step {n}"},
                                                     {"improvements_title", "Improved"}};
};

TEST_F(ImprovementFeedTest, ListsInPages) {
  const ImprovementList list = improvement_list(context(), 1, 3);
  EXPECT_EQ(list.total, 4u);
  EXPECT_EQ(list.pages, 2u);
  ASSERT_EQ(list.entries.size(), 3u);
  EXPECT_EQ(list.entries[0].url, "/en/articles/install#steps");
  EXPECT_NE(list.entries[0].heading, "");
  EXPECT_EQ(list.entries[1].url, "/en/articles/install");
  EXPECT_EQ(list.entries[2].url, "/en/articles/install");  // the section is gone
  EXPECT_EQ(list.entries[2].heading, "");
  const ImprovementList rest = improvement_list(context(), 2, 3);
  ASSERT_EQ(rest.entries.size(), 1u);
  EXPECT_EQ(rest.entries[0].title, "no-such-article");
  EXPECT_EQ(rest.entries[0].url, "");
  EXPECT_TRUE(improvement_list(context(), 9, 3).entries.empty());
  EXPECT_EQ(improvement_list(context("ko"), 1, 3).total, 0u);
}

TEST_F(ImprovementFeedTest, IsAtom) {
  const FeedXml feed(improvement_feed(context()));
  ASSERT_TRUE(feed.is_xml());
  for (const char* one : {"/a:feed/a:id", "/a:feed/a:title", "/a:feed/a:updated", "/a:feed/a:author/a:name",
                          "/a:feed/a:link[@rel='self']/@href"})
    EXPECT_EQ(feed.find(one).size(), 1u) << one;
  for (const char* one : {"a:id", "a:title", "a:updated", "a:link/@href", "a:content[@type='html']"})
    EXPECT_EQ(feed.find((std::string("/a:feed/a:entry/") + one).c_str()).size(), 4u) << one;
  EXPECT_THAT(feed.find("/a:feed/a:entry[1]/a:title").at(0), HasSubstr(": It is hard to follow"));
  EXPECT_THAT(feed.find("/a:feed/a:entry[1]/a:content"),
              ElementsAre("<p>12 readers</p><p>Changed: a &lt;b&gt;reason&lt;/b&gt; &amp; more</p>"));
  EXPECT_THAT(feed.find("/a:feed/a:entry[1]/a:link/@href"),
              ElementsAre("https://help.example.com/en/articles/install#steps"));
  EXPECT_THAT(feed.find("/a:feed/a:updated"), ElementsAre("2024-10-06T00:00:00Z"));
  EXPECT_TRUE(FeedXml(improvement_feed(context("ko"))).is_xml());
}

TEST_F(ImprovementFeedTest, SaysWhichStepWasMeant) {
  Complaint of_step = ended(12, "install", "", ComplaintState::fixed);
  of_step.step = 3;
  board_.put(std::make_shared<const Improvements>(std::vector<Complaint>{of_step}));
  EXPECT_THAT(FeedXml(improvement_feed(context())).find("/a:feed/a:entry/a:title"),
              ElementsAre(HasSubstr(": It is hard to follow (step 3)")));
}

TEST_F(ImprovementFeedTest, HasIdsThatStay) {
  const FeedXml before(improvement_feed(context()));
  const auto ids = before.find("/a:feed/a:entry/a:id");
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 4u);
  Complaint counted = ended(12, "install", "", ComplaintState::fixed);
  counted.number = 3;
  board_.put(std::make_shared<const Improvements>(std::vector<Complaint>{counted}));
  EXPECT_THAT(FeedXml(improvement_feed(context())).find("/a:feed/a:entry/a:id"), ElementsAre(ids[1]));
}

}  // namespace
}  // namespace signpost
