#include "content/code_owners.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<OwnerRule> parse(std::string_view text) {
  std::vector<Diagnostic> found;
  std::vector<OwnerRule> rules = parse_code_owners(text, "CODEOWNERS", found);
  EXPECT_THAT(found, IsEmpty());
  return rules;
}

TEST(CodeOwners, MatchesAsGitHubsDocumentationSays) {
  const struct {
    const char* pattern;
    const char* path;
    bool matches;
  } kCases[] = {
      {"*", "a.md", true},
      {"*", "docs/en/a.md", true},
      {"*.js", "src/deep/app.js", true},
      {"*.js", "src/app.jsx", false},
      {"/build/logs/", "build/logs/today.txt", true},
      {"/build/logs/", "old/build/logs/today.txt", false},
      {"docs/*", "docs/getting-started.md", true},
      {"docs/*", "docs/build-app/troubleshooting.md", false},
      {"apps/", "apps/a.txt", true},
      {"apps/", "deep/apps/below/a.txt", true},
      {"apps/", "apps", false},
      {"/docs/", "docs/a/b.md", true},
      {"/docs/", "more/docs/a.md", false},
      {"**/logs", "build/logs/a", true},
      {"**/logs", "deeply/nested/logs", true},
      {"**/logs", "logs", true},
      {"/apps/github", "apps/github", true},
      {"/apps/github", "apps/github/a.rb", true},
      {"/apps/github", "apps/githubs", false},
      {"docs/**/a.md", "docs/a.md", true},
      {"docs/**/a.md", "docs/x/y/a.md", true},
      {"docs/**", "docs/x/y/a.md", true},
      {"docs/**", "docs", false},
      {"**", "a", true},
      {"/", "a", false},
      {"a?c.md", "abc.md", true},
      {"a?c.md",
       "a\xC3\xA9"
       "c.md",
       true},
      {"a?c.md", "ac.md", false},
      {"help/*/print*.md", "help/en/printing.md", true},
      {"help/*/print*.md", "help/en/deep/printing.md", false},
      {"Docs/", "docs/a.md", false},
      {"a\\*.md", "a*.md", true},
      {"a\\*.md", "abc.md", false},
      {"*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
  };
  for (const auto& one : kCases) {
    const std::vector<OwnerRule> rules = {{one.pattern, {"@docs"}, ""}};
    EXPECT_EQ(!owners_of(rules, one.path).empty(), one.matches) << one.pattern << " of " << one.path;
  }
}

TEST(CodeOwners, TheLastRuleThatMatchesCounts) {
  const auto rules = parse(
      "# everybody\n"
      "*       @global-owner1 @global-owner2\r\n"
      "*.md    docs@example.com  # in a hurry: @nobody\n"
      "\n"
      "/apps/ @octocat\n"
      "/apps/github\n"
      "/with\\ space/ @Org/Team_1");
  EXPECT_THAT(owners_of(rules, "a.txt"), ElementsAre("@global-owner1", "@global-owner2"));
  EXPECT_THAT(owners_of(rules, "a.md"), ElementsAre("docs@example.com"));
  EXPECT_THAT(owners_of(rules, "apps/a.md"), ElementsAre("@octocat"));
  EXPECT_THAT(owners_of(rules, "apps/github/a.md"), IsEmpty());
  EXPECT_THAT(owners_of(rules, "with space/a.md"), ElementsAre("@Org/Team_1"));
}

TEST(CodeOwners, HasGitLabsSections) {
  const auto rules = parse(
      "* @all\n"
      "[Documentation][2] @docs\n"
      "docs/\n"
      "docs/api/ @api\n"
      "^[DOCUMENTATION]\n"
      "docs/own/ @own\n"
      "[Security]\n"
      "docs/api/ @security @api\n");
  EXPECT_THAT(owners_of(rules, "docs/a.md"), ElementsAre("@docs", "@all"));
  EXPECT_THAT(owners_of(rules, "docs/own/a.md"), ElementsAre("@own", "@all"));
  EXPECT_THAT(owners_of(rules, "docs/api/a.md"), ElementsAre("@security", "@api", "@all"));
}

TEST(CodeOwners, WarnsOfALineThatCountsForNothing) {
  const struct {
    const char* line;
    const char* message;
  } kCases[] = {{"!docs/ @docs", "'!'"},    {"\\#docs @docs", "'\\#'"}, {"docs/[ab] @docs", "'['"},
                {"a***b @docs", "'***'"},   {"docs/ docs", "'docs'"},   {"docs/ @", "'@'"},
                {"docs/ a@b", "'a@b'"},     {"[Docs]x @docs", "'['"},   {"[Docs] docs", "'['"},
                {"docs/ \xFF@", "no owner"}};
  for (const auto& one : kCases) {
    std::vector<Diagnostic> found;
    const auto rules = parse_code_owners("* @all\n" + std::string(one.line) + "\n", "../CODEOWNERS", found);
    EXPECT_EQ(rules.size(), 1u) << one.line;
    ASSERT_EQ(found.size(), 1u) << one.line;
    EXPECT_EQ(found[0].path, "../CODEOWNERS");
    EXPECT_EQ(found[0].line, 2);
    EXPECT_EQ(found[0].rule, "code-owners");
    EXPECT_EQ(found[0].severity, Severity::warning);
    EXPECT_THAT(found[0].message, HasSubstr(one.message)) << one.line;
  }
}

TEST(CodeOwners, NamesOnlySoManyFaults) {
  std::string text;
  for (size_t i = 0; i < 2 * kMaxCodeOwnersFaults; ++i) text += "!\n";
  text += "* " + std::string(100'000, 'x') + "\n* @all\n";
  std::vector<Diagnostic> found;
  EXPECT_EQ(parse_code_owners(text, "CODEOWNERS", found).size(), 1u);
  ASSERT_EQ(found.size(), kMaxCodeOwnersFaults + 1);
  EXPECT_THAT(found.back().message, HasSubstr("more lines"));
  found.clear();
  parse_code_owners("* " + std::string(100'000, 'x'), "CODEOWNERS", found);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_LT(found[0].message.size(), 250u);
}

TEST(CodeOwners, EndsWhereThereAreTooMany) {
  std::string text = "!\n";
  for (size_t i = 0; i < kMaxOwnerRules; ++i) text += "a\n";
  std::vector<Diagnostic> found;
  EXPECT_EQ(parse_code_owners(text + "b\n!\nc\n", "CODEOWNERS", found).size(), kMaxOwnerRules);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].line, static_cast<int>(kMaxOwnerRules) + 2);
  EXPECT_THAT(found[1].message, HasSubstr("too many rules or owners; the rest counts for nothing"));
}

}  // namespace
}  // namespace signpost
