#include "content/dates.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Dates, ReadsWhatPeopleWrite) {
  struct Case {
    const char* in;
    const char* want;  // "" for no date
  };
  const Case cases[] = {
      {"2024-02-29", "2024-02-29"},
      {"2024-2-9", "2024-02-09"},
      {"2024-02-29T23:10:00+09:00", "2024-02-29"},
      {"2024-02-29 10:00:00", "2024-02-29"},
      {"2024/02/29", "2024-02-29"},
      {"12/17/2023", "2023-12-17"},
      {"1/2/2023", "2023-01-02"},
      {"February 29, 2024", "2024-02-29"},
      {"Feb 29 2024", "2024-02-29"},
      {"29 Feb 2024", "2024-02-29"},
      {"2023-02-29", ""},  // no leap year
      {"1900-02-29", ""},
      {"2000-02-29", "2000-02-29"},
      {"2024-13-01", ""},
      {"2024-00-10", ""},
      {"17/12/2023", ""},  // day first is not guessed
      {"", ""},
      {"yesterday", ""},
      {"2024", ""},
      {"20240229", ""},
      {"-2024-02-29", ""},
      {"99999999999999999999-01-01", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(parse_date(c.in).value_or(""), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
