// site_language_test.cc - Accept-Language, and what the site has.
#include "service/site_language.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(SiteLanguage, IsTheOneWantedMost) {
  Site site;
  site.languages = {{"en", "English"}, {"ko", "한국어"}, {"ja", "日本語"}};
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"ko", "ko"},
                                                       {"ko-KR,ko;q=0.9,en;q=0.8", "ko"},
                                                       {"fr, ja;q=0.5, en;q=0.7", "en"},
                                                       {"KO-kr", "ko"},
                                                       {"fr", ""},
                                                       {"ko;q=0, en", "en"},
                                                       {"ko;q=0", ""},
                                                       {"fr, *;q=0.1", "en"},
                                                       {"ko;q=2, ja;q=0.1", "ja"},
                                                       {"ko;q=, ja;q=0.1", "ja"},
                                                       {";;;,,,;q", ""}};
  for (const auto& [in, want] : cases) EXPECT_EQ(match_language(in, site), want) << in;
}

}  // namespace
}  // namespace signpost
