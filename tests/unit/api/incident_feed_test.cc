// incident_feed_test.cc - the feed is Atom as RFC 4287 wants it: parsed by libxml2, and looked at.
#include "api/incident_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/zoned_time.h"
#include "test_site.h"
#include "tests/unit/api/feed_xml.h"

namespace signpost {
namespace {

using testing::kTestNow;

std::string feed_at(int64_t now, const std::string& lang, bool with_incidents = true) {
  static const testing::TemporaryDirectory index;
  static const OpenGeneration with(
      testing::publish_test_generation(index.path() + "/with", "", testing::test_incidents()));
  static const OpenGeneration without(testing::publish_test_generation(index.path() + "/without"));
  static const std::map<std::string, std::string> kTexts = {{"incidents_title", "Known incidents"},
                                                            {"content_incident_identified", "Identified"}};
  return incident_feed(
      {.generation = with_incidents ? &with : &without, .lang = lang, .texts = kTexts, .now = now});
}

TEST(IncidentFeed, IsAtom) {
  for (const bool with_incidents : {true, false}) {
    const FeedXml feed(feed_at(kTestNow, "en", with_incidents));
    ASSERT_TRUE(feed.is_xml());
    for (const char* one : {"/a:feed/a:id", "/a:feed/a:title", "/a:feed/a:updated", "/a:feed/a:author/a:name",
                            "/a:feed/a:link[@rel='self']/@href"})
      EXPECT_EQ(feed.find(one).size(), 1u) << one;
    const size_t entries = feed.find("/a:feed/a:entry").size();
    EXPECT_EQ(entries, with_incidents ? 4u : 0u);
    for (const char* each : {"/a:feed/a:entry/a:id", "/a:feed/a:entry/a:title", "/a:feed/a:entry/a:updated",
                             "/a:feed/a:entry/a:content[@type='html']", "/a:feed/a:entry/a:link/@href"})
      EXPECT_EQ(feed.find(each).size(), entries) << each;
    const std::vector<std::string> ids = feed.find("//a:id");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    for (const std::string& id : ids) EXPECT_THAT(id, ::testing::MatchesRegex("urn:uuid:[-0-9a-f]{36}"));
    for (const std::string& time : feed.find("//a:updated | //a:published"))
      EXPECT_TRUE(parse_zoned_time(time, nullptr)) << time;
  }
}

TEST(IncidentFeed, HasTheUpdatesTheNewestFirst) {
  const FeedXml feed(feed_at(kTestNow, "ko"));
  EXPECT_THAT(feed.find("/a:feed/a:entry/a:title"),
              ::testing::ElementsAre("데스크톱 앱이 꺼집니다: Identified - a bad file",
                                     "Signing in is slow: content_incident_monitoring",
                                     "데스크톱 앱이 꺼집니다: content_incident_investigating",
                                     "Accounts were closed"));
  EXPECT_EQ(feed.find("/a:feed/a:entry[1]/a:content")[0], "<p>It is a <b>file</b>.</p>\n");
  EXPECT_EQ(feed.find("/a:feed/a:entry[1]/@xml:lang")[0], "en");
  EXPECT_THAT(feed.find("/a:feed/a:entry[1]/a:link/@href")[0],
              ::testing::StartsWith("https://help.example.com/ko/incidents/app-crash#update-2026-"));
  EXPECT_EQ(feed.find("/a:feed/a:updated"), feed.find("/a:feed/a:entry[1]/a:updated"));
}

TEST(IncidentFeed, KeepsItsIds) {
  EXPECT_EQ(FeedXml(feed_at(kTestNow, "en")).find("//a:id"),
            FeedXml(feed_at(kTestNow + 999, "en")).find("//a:id"));
}

}  // namespace
}  // namespace signpost
