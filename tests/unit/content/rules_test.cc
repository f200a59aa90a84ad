// rules_test.cc - the table of rules is in order, and what site.yaml says of a rule is done.
#include "content/rules.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace signpost {
namespace {

TEST(Rules, AreSortedAndDescribed) {
  const auto rules = all_rules();
  EXPECT_TRUE(
      std::is_sorted(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; }));
  for (const Rule& rule : rules) {
    EXPECT_EQ(find_rule(rule.id), &rule);
    EXPECT_FALSE(rule.description.empty() || rule.description.back() == '.') << rule.id;
  }
  EXPECT_EQ(find_rule("no-such"), nullptr);
  EXPECT_EQ(rule_help("orphan"), "/en/articles/diagnostics#orphan");
}

TEST(Rules, SettingsChangeSeverities) {
  std::vector<Diagnostic> diagnostics = {{Severity::warning, "a.md", 1, 1, "link-target", "x"},
                                         {Severity::note, "a.md", 2, 1, "orphan", "x"},
                                         {Severity::error, "a.md", 3, 1, "secret", "x"}};
  CheckSettings settings;
  settings.severities = {{"link-target", Severity::error}, {"orphan", std::nullopt}};
  apply_settings(settings, diagnostics);
  ASSERT_EQ(diagnostics.size(), 2u);
  EXPECT_EQ(diagnostics[0].severity, Severity::error);
  EXPECT_EQ(diagnostics[1].rule, "secret");
}

}  // namespace
}  // namespace signpost
