#include "report/report_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace signpost {
namespace {

const ReportTable kTable = {
    "asked",
    {"lang", "visits", "query"},
    {{"en", int64_t{12345}, "=1+1"}, {"ko", int64_t{7}, "환불 \"방법\""}, {{}, int64_t{3}, {}}}};

TEST(ReportTable, IsCsvWithAnEmptyCellForWhatHasNoName) {
  EXPECT_EQ(
      as_csv(kTable),
      "\"lang\",\"visits\",\"query\"\r\n\"en\",12345,\"'=1+1\"\r\n\"ko\",7,\"환불 \"\"방법\"\"\"\r\n,3,\r\n");
  EXPECT_EQ(as_csv({"days", {"day"}, {}}), "\"day\"\r\n");
}

TEST(ReportTable, IsJsonOfObjects) {
  const auto json = nlohmann::json::parse(as_json(kTable));
  ASSERT_EQ(json.size(), 3u);
  EXPECT_EQ(json[0]["visits"], 12345);
  EXPECT_EQ(json[0]["query"], "=1+1");
  EXPECT_TRUE(json[2]["query"].is_null());
  EXPECT_EQ(as_json({"days", {"day"}, {}}), "[]\n");
}

TEST(ReportTable, StandsWithOthersBehindTheirSums) {
  const auto json = nlohmann::ordered_json::parse(as_json({{"period", int64_t{7}}, {"lang", ""}}, {kTable}));
  EXPECT_EQ(json["period"], 7);
  EXPECT_EQ(json["lang"], "");
  EXPECT_EQ(json["asked"].size(), 3u);
}

TEST(ReportTable, IsTextInColumns) {
  EXPECT_EQ(as_text(kTable),
            "lang  visits  query\n"
            "en     12345  =1+1\n"
            "ko         7  환불 \"방법\"\n"
            "-          3  -\n");
  EXPECT_EQ(as_text({"days", {"day", "visits"}, {{"2026-11-30", int64_t{1}}}}),
            "day         visits\n2026-11-30       1\n");
}

TEST(ReportTable, SteersNoTerminal) {
  const ReportTable table = {"asked", {"query"}, {{"\x1B[2J\xE2\x80\xAE\xFF"}}};
  for (const std::string& text : {as_text(table), as_json(table)}) {
    EXPECT_EQ(text.find('\x1B'), std::string::npos) << text;
    EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos) << text;
  }
  EXPECT_TRUE(nlohmann::json::accept(as_json(table)));
}

}  // namespace
}  // namespace signpost
