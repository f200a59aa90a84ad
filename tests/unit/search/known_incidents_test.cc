#include "search/known_incidents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/built_in_words.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int64_t kNow = 1'000'000;

Incident with_queries(std::vector<IncidentQuery> queries, std::string component = "nothing") {
  Incident incident;
  incident.id = "one";
  incident.component = std::move(component);
  incident.started = {kNow - 100, 0};
  incident.queries = std::move(queries);
  incident.texts = {{"en", "One", "", {}}};
  return incident;
}

TEST(KnownIncidents, AreFoundByTheWordsOfTheirQueries) {
  const struct {
    const char* lang;
    const char* pattern;
    const char* text;
    bool want;
  } cases[] = {
      {"en", "search slow", "why is the SEARCH so slow today?", true},
      {"en", "search slow", "slow searches", true},
      {"en", "search slow", "search", false},
      {"en", "is the search slow", "search slow", true},
      {"en", "cannot sign in", "i can not sign in", false},
      {"en", "payment failed", "paymnet failed", true},
      {"en", "payment failed", "payment failde", true},
      {"en", "printer offline", "pointer offline", false},  // a word as it is
      {"en", "slow", "snow", false},
      {"en", "error 503", "error 504", false},
      {"en", "timeout", "Timeout: tag:x \"quoted\" -minus", true},
      {"en", "", "anything", false},
      {"en", "?!", "anything", false},
      {"en", "slow", "", false},
      {"en", "slow", "\xff\xfe slow", true},
      {"de", "Anmeldung langsam", "langsame anmeldung", true},
      {"ko", "검색 느려", "검색이 너무 느려요", true},
      {"ko", "검색 느려", "검색 결과", false},
      {"ko", "결제 오류", "결제할 때 오류가 나요", true},
      {"ja", "検索 遅い", "今日は検索が遅いです", true},
      {"ja", "ログインできない", "急にログインできなくなった", false},
      {"ja", "ログイン できな", "急にログインできなくなった", true},
      {"ja", "検索 遅い", "検索", false},
  };
  for (const auto& one : cases) {
    const std::vector<Incident> incidents = {with_queries({{one.lang, one.pattern}})};
    const KnownIncidents known(incidents, general_words());
    EXPECT_EQ(!known.concerning({one.text, {}, kNow}).empty(), one.want) << one.pattern << " / " << one.text;
  }
}

TEST(KnownIncidents, ConcernByTheStrongestReason) {
  std::vector<Incident> incidents = {with_queries({{"en", "timeout"}}, ""), with_queries({}, "Cloud"),
                                     with_queries({{"en", "slow"}}, "Other")};
  incidents[1].id = "two";
  incidents[2].id = "three";
  const KnownIncidents known(incidents, general_words());
  const auto concerns = [&](std::string_view text, std::vector<std::string_view> about) {
    std::vector<std::string> all;
    for (const auto& [incident, concern] : known.concerning({text, std::move(about), kNow}))
      all.push_back(incident->id + " " + std::string(to_string(concern)));
    return all;
  };
  EXPECT_THAT(concerns("", {}), ElementsAre("one everything"));
  EXPECT_THAT(concerns("", {"Cloud", "setup"}), ElementsAre("two component", "one everything"));
  EXPECT_THAT(concerns("slow", {"Cloud"}), ElementsAre("three query", "two component", "one everything"));
  EXPECT_THAT(concerns("timeout", {}), ElementsAre("one query"));
}

TEST(KnownIncidents, BeginAndLeaveAtTheirMoments) {
  Incident over = with_queries({}, "");
  over.status = IncidentStatus::resolved;
  over.resolved = ZonedTime{kNow - 50, 0};
  over.until = ZonedTime{kNow + 50, 0};
  Incident planned = with_queries({}, "");
  planned.id = "planned";
  planned.started = {kNow + 20, 0};
  const std::vector<Incident> incidents = {planned, over};
  const KnownIncidents known(incidents, general_words());
  const auto ids = [&](int64_t now) {
    std::vector<std::string> all;
    for (const Incident* incident : known.active(now)) all.push_back(incident->id);
    return all;
  };
  EXPECT_THAT(ids(kNow - 101), IsEmpty());
  EXPECT_THAT(ids(kNow), ElementsAre("one"));
  EXPECT_THAT(ids(kNow + 20), ElementsAre("planned", "one"));  // what is resolved comes last
  EXPECT_THAT(ids(kNow + 50), ElementsAre("planned"));
  EXPECT_EQ(known.known(kNow + 50).size(), 2u);
  EXPECT_EQ(known.find("planned", kNow), nullptr);
  EXPECT_NE(known.find("planned", kNow + 20), nullptr);
  EXPECT_EQ(known.find("none", kNow), nullptr);
  const int64_t moments[] = {kNow - 100, kNow + 20, kNow + 50};
  for (size_t i = 0; i < std::size(moments); ++i) {
    EXPECT_EQ(known.phase(moments[i] - 1), i);
    EXPECT_EQ(known.phase(moments[i]), i + 1);
  }
}

TEST(KnownIncidents, WithoutAnyNothingIsSaid) {
  const std::vector<Incident> none;
  const KnownIncidents known(none, general_words());
  EXPECT_FALSE(known.any());
  EXPECT_THAT(known.concerning({"slow", {"Cloud"}, kNow}), IsEmpty());
  EXPECT_EQ(known.phase(kNow), 0u);
}

}  // namespace
}  // namespace signpost
