#include "content/readable_name.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(ReadableName, SaysWhatANameMeans) {
  const struct {
    const char* name;
    const char* want;
  } cases[] = {
      {"getting-started", "Getting started"},
      {"10-getting-started", "Getting started"},
      {"01_intro", "Intro"},
      {"1. Usage", "Usage"},
      {"2-step-login", "2 step login"},
      {"2fa", "2FA"},
      {"404", "404"},
      {"2024-roadmap", "2024 roadmap"},
      {"2024-02-29-news", "News"},
      {"1.2-notes", "1.2 notes"},
      {"3d-printing", "3d printing"},
      {"_articles", "Articles"},
      {"faq", "FAQ"},
      {"sso-and-saml-setup", "SSO and SAML setup"},
      {"rest-of-it", "Rest of it"},
      {"API-Reference", "API Reference"},
      {"Step-by-step guide", "Step-by-step guide"},
      {"my%20page", "My page"},
      {"über-uns", "Über uns"},
      {"시작하기", "시작하기"},
      {"01-시작하기", "시작하기"},
      {"はじめに", "はじめに"},
      {"b_\xFF", "B \xEF\xBF\xBD"},
      {"--", ""},
      {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(readable_name(c.name), c.want) << c.name;
}

TEST(ReadableName, KnowsNumbersThatOrder) {
  const struct {
    const char* name;
    int number;
    const char* rest;
  } cases[] = {
      {"01-intro", 1, "intro"}, {"10. setup", 10, "setup"}, {"2-step", 2, "step"}, {"100_x", 100, "x"}};
  for (const auto& c : cases) {
    const auto numbered = numbered_name(c.name);
    ASSERT_TRUE(numbered) << c.name;
    EXPECT_EQ(numbered->number, c.number);
    EXPECT_EQ(numbered->name, c.rest);
  }
  for (const char* none : {"intro", "2fa", "2024-02-29-x", "1.2-x", "2024-x", "10", "10-", ""})
    EXPECT_FALSE(numbered_name(none)) << none;
}

}  // namespace
}  // namespace signpost
