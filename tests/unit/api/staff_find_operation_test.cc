#include "api/staff_find_operation.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "open_test_generation.h"

namespace signpost {
namespace {

using nlohmann::json;
using testing::operation_context;

TEST(StaffFindOperation, ReadsItsParameters) {
  Parameters arguments;
  for (const auto& [name, value] :
       {std::pair("q", "install"), {"lang", "ko"}, {"typed", "ja"}, {"from", "X"}})
    arguments.add(name, value);
  for (size_t i = 0; i < 2 * kMostUsed; ++i) arguments.add("used", "article:" + std::to_string(i));
  const FindQuestion question = find_question(operation_context("ko"), arguments);
  EXPECT_EQ(question.text, "install");
  EXPECT_EQ(question.lang, "ko");
  EXPECT_EQ(question.typed, "ja");
  EXPECT_EQ(question.from, "X");
  EXPECT_EQ(question.used.size(), kMostUsed);
  EXPECT_EQ(question.used[1], "article:1");
  Parameters strange;
  strange.add("typed", "tlh");
  EXPECT_EQ(find_question(operation_context("ko"), strange).typed, "ko");
}

TEST(StaffFindOperation, GivesItemsInOrder) {
  Parameters arguments;
  arguments.add("q", "forgotten password");
  const Answer answer = staff_find_operation().answer(operation_context("en"), arguments);
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(answer.of_this_moment);
  EXPECT_EQ(answer.noticed, nullptr) << "what staff look for is not counted";
  const json found = json::parse(answer.text);
  EXPECT_EQ(found.at("lang"), "en");
  const json& item = found.at("items").at(0);
  EXPECT_EQ(item.at("kind"), "section");
  EXPECT_EQ(item.at("used"), "section:reset-password#forgotten-password");
  for (const char* key : {"title", "title_lang", "context", "id", "lang", "url", "markdown", "html"})
    EXPECT_TRUE(item.at(key).is_string()) << key;
  EXPECT_EQ(item.at("internal"), false);
}

TEST(StaffFindOperation, ARequestHasNoNameToBeKept) {
  FoundItem item;
  item.kind = FoundKind::request;
  EXPECT_FALSE(found_item_json(item).contains("used"));
  item.kind = FoundKind::reply;
  EXPECT_TRUE(found_item_json(item).contains("text"));
}

TEST(StaffFindOperation, SettingsHaveTheTextsOfThePaletteAlone) {
  const std::map<std::string, std::string> texts = {{"palette_title", "Find"}, {"staff_title", "Support"}};
  const Answer answer = staff_find_settings_operation().answer(operation_context("ko", texts), {});
  const json settings = json::parse(answer.text);
  EXPECT_EQ(settings.at("lang"), "ko");
  EXPECT_EQ(settings.at("texts"), json({{"palette_title", "Find"}}));
  EXPECT_EQ(settings.at("languages").size(), 3u);
  EXPECT_EQ(settings.at("languages").at(0).at("code"), "en");
}

}  // namespace
}  // namespace signpost
