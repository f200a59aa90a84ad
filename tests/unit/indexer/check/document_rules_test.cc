// document_rules_test.cc - for each rule about one document: what breaks it, where, and what doesn't.
#include "indexer/check/document_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/article.h"
#include "content/thread.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "rule 3:1" of all findings of the rule.
std::vector<std::string> places(const std::vector<Diagnostic>& diagnostics, const std::string& rule) {
  std::vector<std::string> all;
  for (const Diagnostic& d : diagnostics) {
    if (d.rule == rule) all.push_back(std::to_string(d.line) + ":" + std::to_string(d.column));
  }
  return all;
}

Site site_with_tags() {
  Site site;
  site.checks.known_tags = {"billing", "search"};
  site.checks.max_characters = 10;
  site.checks.unanswered_days = 14;
  return site;
}

std::vector<std::string> article(const std::string& rule, const std::string& bytes, const Site& site) {
  SourceInfo info{"help/en/a.md", Kind::help, "a", "en", ""};
  const std::vector<SourceFile> files = {{info.path, bytes}};
  const LinkResolver links{nullptr, [](const std::string&) { return true; }};
  const ParseResult parsed = parse_article(info, files[0], site, links);
  return places(check_document({*parsed.document, files, site, "2026-11-22"}), rule);
}

TEST(DocumentRules, Articles) {
  struct Case {
    const char* rule;
    const char* bytes;
    std::vector<std::string> want;
  };
  const Case cases[] = {
      {"summary", "---\ntitle: A\n---\nx\n", {"1:1"}},
      {"summary", "# A\n", {"0:0"}},
      {"summary", "---\ntitle: A\nsummary:\n---\nx\n", {"3:1"}},
      {"summary", "---\ntitle: A\nsummary: B\n---\nx\n", {}},
      {"alt-text",
       "---\ntitle: A\n---\n한글 ![](a.png) ![b](a.png)\n\n<img src=\"a.png\">\n",
       {"4:4", "6:1"}},
      {"alt-text", "<img src=\"a.png\" alt=\"\"> ![`code`](a.png)\n", {}},
      {"heading-level", "# A\n\n### B\n\n#### C\n\n## D\n\n#### E\n", {"3:1", "9:1"}},
      {"heading-level", "---\ntitle: A\n---\n## B\n\n### C\n\n## D\n", {}},
      {"heading-level", "---\ntitle: A\n---\n\n### B\n", {"5:1"}},
      {"page-length", "# A\n\n가나다라마바사아자차\n", {}},
      {"page-length", "# A\n\n가나다라마바사아자차카\n", {"0:0"}},
      {"review-by", "---\ntitle: A\nreview_by: 2026-11-21\n---\nx\n", {"3:12"}},
      {"review-by", "---\ntitle: A\nreview_by: 2026-11-22\n---\nx\n", {}},
      {"tag", "---\ntitle: A\ntags: [billing, 결제, other]\n---\nx\n", {"3:17", "3:21"}},
      {"tag", "---\ntitle: A\ntags:\n  - search\n  - x\n---\nx\n", {"5:5"}},
  };
  for (const Case& c : cases) EXPECT_EQ(article(c.rule, c.bytes, site_with_tags()), c.want) << c.bytes;
  EXPECT_THAT(article("tag", "---\ntags: [any]\n---\nx\n", Site()), IsEmpty());
}

TEST(DocumentRules, SecretsAreFoundInCodeAndComments) {
  const std::string token = "gh" + std::string("p_q7Zp2Lw9Xc4Vb8Nm1Kj6Hg3Fd5Sa0Tr7Ye2U");
  const std::string bytes = "\xEF\xBB\xBF# A\n\n```\n열쇠 " + token + "\n```\n<!-- " + token + " -->\n";
  EXPECT_THAT(article("secret", bytes, Site()), ElementsAre("4:4", "6:6"));
}

TEST(DocumentRules, WhatIsOffIsNotLookedFor) {
  Site site;
  site.checks.severities["summary"] = std::nullopt;
  EXPECT_THAT(article("summary", "# A\n", site), IsEmpty());
}

TEST(DocumentRules, Threads) {
  const auto thread = [](const char* date, bool answered) {
    SourceInfo info{"community/en/t/question.md", Kind::community, "t", "en", ""};
    std::vector<SourceFile> files = {
        {info.path, std::string("---\ntitle: Why?\n") + date + "---\nWhy?\n\n#### Deep\n"}};
    if (answered) files.push_back({"community/en/t/answer-1.md", "Because.\n"});
    const Site site = site_with_tags();
    const ParseResult parsed = parse_thread(info, files, site, LinkResolver());
    const auto all = check_document({*parsed.document, files, site, "2026-11-22"});
    EXPECT_EQ(all.size(), places(all, "unanswered").size());  // style is the company's own affair
    return places(all, "unanswered");
  };
  EXPECT_THAT(thread("date: 2026-11-07\n", false), ElementsAre("3:7"));
  EXPECT_THAT(thread("date: 2026-11-08\n", false), IsEmpty());
  EXPECT_THAT(thread("date: 2026-11-07\n", true), IsEmpty());
  EXPECT_THAT(thread("", false), IsEmpty());
}

}  // namespace
}  // namespace signpost
