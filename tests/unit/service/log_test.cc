// log_test.cc - each line is one JSON object.
#include "service/log.h"

#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/error.h"

namespace signpost {
namespace {

TEST(Log, WritesJsonLines) {
  std::ostringstream out;
  Log log(LogLevel::info, out);
  log.write(LogLevel::info, "a \"quoted\"\nline", {{"route", "x"}, {"status", int64_t{200}}, {"ms", 1.5}});
  log.write(LogLevel::debug, "not shown");
  log.write(LogLevel::error, "bad \xFF bytes {} %v");
  std::istringstream lines(out.str());
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  const auto first = nlohmann::json::parse(line);
  EXPECT_EQ(first["msg"], "a \"quoted\"\nline");
  EXPECT_EQ(first["level"], "info");
  EXPECT_EQ(first["status"], 200);
  EXPECT_EQ(first["ms"], 1.5);
  EXPECT_EQ(first["time"].get<std::string>().size(), 24u);
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(nlohmann::json::parse(line)["msg"], "bad \xEF\xBF\xBD bytes {} %v");
  EXPECT_FALSE(std::getline(lines, line));
}

// The forms of values that stand in a line without being written by a JSON library, and those that do not.
TEST(Log, WritesEveryValueAsJson) {
  const struct {
    LogValue value;
    const char* want;
  } cases[] = {
      {int64_t{-7}, "-7"},
      {0.007, "0.007"},
      {1234.5, "1234.5"},
      {std::nan(""), "null"},
      {std::string_view("GET"), "\"GET\""},
      {std::string_view(""), "\"\""},
      {std::string_view("a\\b\"c"), "\"a\\\\b\\\"c\""},
      {std::string_view("\x1B[31m\x7F"), "\"\\u001b[31m\\u007f\""},
      {std::string_view("\u202Egnp.exe"), "\"\\u202egnp.exe\""},
      {std::string_view("한국어"), "\"한국어\""},
  };
  for (const auto& [value, want] : cases) {
    std::ostringstream out;
    Log(LogLevel::info, out).write(LogLevel::info, "m", {{"field", value}});
    EXPECT_THAT(out.str(), ::testing::EndsWith(std::string(",\"msg\":\"m\",\"field\":") + want + "}\n"));
    EXPECT_TRUE(nlohmann::json::accept(out.str()));
  }
}

// By a thread of its own, which has written all when the log goes.
TEST(Log, WritesToStandardError) {
  ::testing::internal::CaptureStderr();
  {
    Log log(LogLevel::warning);
    for (int64_t i = 0; i < 1000; ++i) log.write(LogLevel::warning, "line", {{"number", i}});
    log.write(LogLevel::info, "not shown");
  }
  std::istringstream lines(::testing::internal::GetCapturedStderr());
  int64_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto json = nlohmann::json::parse(line);
    EXPECT_EQ(json["level"], "warning");
    EXPECT_EQ(json["number"], count);
  }
  EXPECT_EQ(count, 1000);
}

TEST(Log, KnowsItsLevels) {
  EXPECT_EQ(parse_log_level("warning"), LogLevel::warning);
  EXPECT_THROW(parse_log_level("loud"), Error);
}

}  // namespace
}  // namespace signpost
