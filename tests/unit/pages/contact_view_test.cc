// contact_view_test.cc - the hours of a week as people read them.
#include "pages/contact_view.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "test_site.h"

namespace signpost {
namespace {

std::string week_of(const std::vector<OpenHours>& hours, const char* lang = "en") {
  static const I18n texts(testing::web_dir() + "/i18n");
  std::string week;
  for (const Json& row : week_views(texts.strings(lang), hours))
    week += row["days"].get<std::string>() + " " + row["times"].get<std::string>() + "; ";
  return week;
}

TEST(ContactView, DaysOfEqualTimesStandTogether) {
  EXPECT_EQ(week_of({}), "");
  EXPECT_EQ(
      week_of(
          {{0, 540, 1080}, {1, 540, 1080}, {2, 540, 1080}, {4, 540, 720}, {4, 780, 1080}, {5, 1320, 1560}}),
      "Mon–Wed 09:00–18:00; Fri 09:00–12:00, 13:00–18:00; Sat 22:00–02:00; ");
  std::vector<OpenHours> always;
  for (uint8_t day = 0; day < 7; ++day) always.push_back({day, 0, 1440});
  EXPECT_EQ(week_of(always), "Mon–Sun 00:00–24:00; ");
  EXPECT_EQ(week_of(always, "ko"), "월–일 00:00–24:00; ");
}

}  // namespace
}  // namespace signpost
