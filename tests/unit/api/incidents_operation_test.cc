// incidents_operation_test.cc - what a visitor of a language is told of incidents, at a moment.
#include "api/incidents_operation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/search_operation.h"
#include "test_site.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::kTestNow;

OperationContext at(int64_t now, std::string lang = "en") {
  static const testing::TemporaryDirectory index;
  static const OpenGeneration generation(
      testing::publish_test_generation(index.path() + "/index", "", testing::test_incidents()));
  static const std::map<std::string, std::string> kNoTexts;
  return {.generation = &generation, .lang = std::move(lang), .texts = kNoTexts, .now = now};
}

std::vector<std::string> ids(const std::vector<IncidentEntry>& entries) {
  std::vector<std::string> all;
  for (const IncidentEntry& entry : entries)
    all.push_back(entry.incident->id + (entry.concern ? " " + std::string(to_string(*entry.concern)) : ""));
  return all;
}

TEST(IncidentsOperation, ListsWhatHasBegun) {
  const IncidentList all = incidents(at(kTestNow), {});
  EXPECT_THAT(ids(all.incidents), ElementsAre("sign-in-slow", "app-crash", "old-outage"));
  EXPECT_TRUE(all.incidents[1].active);
  EXPECT_FALSE(all.incidents[2].active);
  EXPECT_THAT(ids(incidents(at(kTestNow), {.active = true}).incidents),
              ElementsAre("sign-in-slow", "app-crash"));
  const IncidentList second = incidents(at(kTestNow), {.page = 2, .per_page = 2});
  EXPECT_THAT(ids(second.incidents), ElementsAre("old-outage"));
  EXPECT_EQ(second.total, 3u);
  EXPECT_EQ(second.pages, 2u);
  EXPECT_THAT(ids(incidents(at(kTestNow), {.page = 9}).incidents), IsEmpty());
  EXPECT_THAT(ids(incidents(at(kTestNow - 7000), {}).incidents), ElementsAre("app-crash", "old-outage"));
}

TEST(IncidentsOperation, LeaveByThemselves) {
  EXPECT_THAT(ids(active_incidents(at(kTestNow + 59))), ElementsAre("sign-in-slow", "app-crash"));
  EXPECT_THAT(ids(active_incidents(at(kTestNow + 60))), ElementsAre("app-crash"));
  EXPECT_TRUE(incident(at(kTestNow + 60), "sign-in-slow").has_value());
  EXPECT_FALSE(incident(at(kTestNow - 3601), "sign-in-slow").has_value());
  EXPECT_TRUE(has_incidents(at(kTestNow)));
  EXPECT_FALSE(has_incidents(at(0)));
}

TEST(IncidentsOperation, AreInTheVisitorsLanguageElseInTheFirst) {
  const IncidentEntry korean = *incident(at(kTestNow, "ko"), "app-crash");
  EXPECT_EQ(korean.text->title, "데스크톱 앱이 꺼집니다");
  EXPECT_EQ(korean.url, "/ko/incidents/app-crash");
  const IncidentEntry japanese = *incident(at(kTestNow, "ja"), "app-crash");
  EXPECT_EQ(japanese.text->lang, "en");
  EXPECT_EQ(japanese.url, "/ja/incidents/app-crash");
  EXPECT_EQ(incident(at(kTestNow, "en"), "old-outage")->component_name, "Accounts");
}

TEST(IncidentsOperation, AConcernedSearchHasThem) {
  const auto of_search = [](const char* text, const char* lang, const char* product) {
    SearchRequest request;
    request.text = text;
    request.lang = lang;
    if (*product != '\0') request.filters[Field::product] = {product};
    return ids(search(at(kTestNow, lang), request).incidents);
  };
  EXPECT_THAT(of_search("backup", "en", ""), ElementsAre("sign-in-slow everything"));
  EXPECT_THAT(of_search("my app crahses", "en", ""),
              ElementsAre("app-crash query", "sign-in-slow everything"));
  EXPECT_THAT(of_search("앱이 꺼짐", "ko", ""), ElementsAre("app-crash query", "sign-in-slow everything"));
  EXPECT_THAT(of_search("", "en", "Desktop"), ElementsAre("app-crash component", "sign-in-slow everything"));
  EXPECT_THAT(of_search("backup", "en", "Desktop"),
              ElementsAre("app-crash component", "sign-in-slow everything"));
}

}  // namespace
}  // namespace signpost
