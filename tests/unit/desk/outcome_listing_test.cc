// outcome_listing_test.cc - three columns, and no sum of them.
#include "desk/outcome_listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const std::vector<OutcomeDay> kDays = {
    {.day = "2026-11-29", .lang = "en", .solved = 12, .left = 34, .sent = 5},
    {.day = "2026-11-30", .lang = "pt-BR", .solved = 0, .left = 1, .sent = 0}};

std::string listed_outcomes(ListingFormat format, const std::vector<OutcomeDay>& days = kDays) {
  std::ostringstream out;
  list_outcomes(days, format, out);
  return out.str();
}

TEST(OutcomeListing, IsATableThatSaysWhatIsNotCounted) {
  const std::string text = listed_outcomes(ListingFormat::text);
  EXPECT_THAT(text, StartsWith("day         lang    solved    left    sent\n"
                               "2026-11-29  en          12      34       5\n"
                               "2026-11-30  pt-BR        0       1       0\n"));
  EXPECT_THAT(text, HasSubstr("Sec-GPC"));
}

TEST(OutcomeListing, IsJsonAndCsv) {
  const auto json = nlohmann::json::parse(listed_outcomes(ListingFormat::json));
  ASSERT_EQ(json.size(), 2u);
  EXPECT_EQ(json[0].dump(), R"({"day":"2026-11-29","lang":"en","left":34,"sent":5,"solved":12})");
  EXPECT_EQ(listed_outcomes(ListingFormat::csv),
            "day,lang,solved,left,sent\r\n2026-11-29,en,12,34,5\r\n2026-11-30,pt-BR,0,1,0\r\n");
  EXPECT_EQ(listed_outcomes(ListingFormat::json, {}), "[]\n");
}

}  // namespace
}  // namespace signpost
