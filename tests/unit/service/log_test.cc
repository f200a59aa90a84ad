// log_test.cc - each line is one JSON object.
#include "service/log.h"

#include <gtest/gtest.h>

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

TEST(Log, KnowsItsLevels) {
  EXPECT_EQ(parse_log_level("warning"), LogLevel::warning);
  EXPECT_THROW(parse_log_level("loud"), Error);
}

}  // namespace
}  // namespace signpost
