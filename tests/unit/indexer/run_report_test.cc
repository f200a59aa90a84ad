// run_report_test.cc - what a run says of itself, to people and to programs.
#include "indexer/run_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/progress.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;

RunReport example_report() {
  RunReport report;
  report.source = "articles";
  report.output = "index";
  report.generation = "000001-20260101T000000Z";
  report.files = {14, 1, 2, 1};
  report.files_indexed = 10;
  report.documents = 1234;
  report.rendered = 12;
  report.by_kind = {{"community", 4}, {"help", 1230}};
  report.by_language = {{"en", 1000}, {"ko", 234}};
  report.sections = 1;
  report.terms = 1234567;
  report.source_bytes = 3'000'000;
  report.index_bytes = 4'500'000;
  report.total_seconds = 1.5;
  report.seconds = {{"scan", 0.5}, {"render", 1.0}};
  report.diagnostics = {{Severity::warning, "b.md", 2, 0, "link-target", "nowhere"},
                        {Severity::warning, "a.md", 9, 1, "link-target", "nowhere"},
                        {Severity::warning, "a.md", 2, 1, "alias", "twice"},
                        {Severity::error, "c.md", 0, 0, "encoding", "not UTF-8: \xff"},
                        {Severity::note, "d.md", 0, 0, "unknown-key", "x"}};
  return report;
}

TEST(RunReportTest, Summary) {
  std::ostringstream out;
  print_summary(example_report(), out);
  EXPECT_EQ(out.str(),
            "Published 000001-20260101T000000Z: 1,234 documents (community 4, help 1,230; en 1,000, ko 234), "
            "1 section, "
            "1,234,567 terms, 0 other files\n"
            "Read 14 Markdown files: 10 indexed, 1 left out, 1 draft, 2 excluded\n"
            "Rendered what changed, 12 documents\n"
            "Found 1 error (encoding 1), 3 warnings (alias 1, link-target 2), 1 note\n"
            "Took 1.50 s for 3.00 MB of Markdown (2.0 MB/s); the generation has 4.50 MB\n");
}

TEST(RunReportTest, IncidentsAreNamedWhereThereAreAny) {
  RunReport report = example_report();
  report.files.incidents = 3;
  report.incidents = 1;
  std::ostringstream out;
  print_summary(report, out);
  EXPECT_THAT(out.str(), HasSubstr("0 other files, 1 incident\n"));
  EXPECT_THAT(out.str(), HasSubstr("1 draft, 2 excluded, 3 of incidents\n"));
}

TEST(RunReportTest, SummaryNamesEndingsWhereNotAllAreMd) {
  RunReport report = example_report();
  report.by_ending = {{".md", 10}};
  std::ostringstream all_md;
  print_summary(report, all_md);
  EXPECT_THAT(all_md.str(), HasSubstr("Read 14 Markdown files: 10 indexed"));
  report.by_ending = {{".md", 7}, {".mdx", 3}};
  std::ostringstream mixed;
  print_summary(report, mixed);
  EXPECT_THAT(mixed.str(), HasSubstr("Read 14 Markdown files (.md 7, .mdx 3): 10 indexed"));
}

TEST(RunReportTest, SummaryNamesDialectsAndWhatIsNotShown) {
  RunReport report = example_report();
  report.dialects = {"hugo", "mkdocs"};
  for (int line = 1; line <= 4; ++line) report.leftovers.add("{% include %}", "a.md", line);
  for (int line = 1; line <= 5; ++line) report.leftovers.add("<Widget>", "b.md", line);
  std::ostringstream out;
  print_summary(report, out);
  EXPECT_THAT(out.str(), HasSubstr("Read as written for hugo, mkdocs\n"
                                   "Dropped or not understood: 9 constructs of 2 kinds\n"
                                   "  <Widget> 5 (b.md:1, b.md:2, b.md:3, ...)\n"
                                   "  {% include %} 4 (a.md:1, a.md:2, a.md:3, ...)\n"));
  const auto json = nlohmann::json::parse(report_to_json(report));
  EXPECT_EQ(json["dialects"].dump(), R"(["hugo","mkdocs"])");
  EXPECT_EQ(json["leftovers"][1]["kind"], "{% include %}");
  EXPECT_EQ(json["leftovers"][1]["count"], 4);
  EXPECT_EQ(json["leftovers"][1]["places"][2].dump(), R"({"line":3,"path":"a.md"})");
}

TEST(RunReportTest, DiagnosticsByPlaceAndSeverityUpToALimit) {
  RunReport report = example_report();
  sort_by_place(report.diagnostics);
  std::ostringstream out;
  print_diagnostics(report.diagnostics, 2, out);
  EXPECT_EQ(out.str(),
            "c.md: error: not UTF-8: \\xff [encoding]\n"
            "a.md:2:1: warning: twice [alias]\n"
            "a.md:9:1: warning: nowhere [link-target]\n"
            "... and 1 more warnings (--report FILE has them all)\n"
            "d.md: note: x [unknown-key]\n");
}

TEST(RunReportTest, JsonHasEverything) {
  const auto json = nlohmann::json::parse(report_to_json(example_report()));
  EXPECT_EQ(json["published"], true);
  EXPECT_EQ(json["documents"]["by_language"]["ko"], 234);
  EXPECT_EQ(json["files"]["excluded"], 2);
  EXPECT_EQ(json["seconds"]["render"], 1.0);
  EXPECT_EQ(json["mb_per_second"], 2.0);
  EXPECT_EQ(json["warnings"], 3);
  EXPECT_EQ(json["by_rule"]["warning"]["link-target"], 2);
  EXPECT_EQ(json["diagnostics"].size(), 5u);
  EXPECT_EQ(json["diagnostics"][0]["path"], "b.md");
  EXPECT_EQ(json["diagnostics"][3]["message"], "not UTF-8: \xef\xbf\xbd");
}

TEST(ProgressTest, DrawsOnlyWhenEnabledAndCleansUp) {
  std::ostringstream off;
  {
    Progress progress(off, false);
    progress.step("Scanning");
    progress.rendering(1, 2, 1000);
  }
  EXPECT_EQ(off.str(), "");
  std::ostringstream on;
  {
    Progress progress(on, true);
    progress.step("Scanning");
    progress.rendering(50, 100, 1000);
    progress.rendering(51, 100, 1000);  // too soon for another drawing
  }
  EXPECT_NE(on.str().find("[###############...............] 50/100 documents"), std::string::npos)
      << on.str();
  EXPECT_EQ(on.str().find("51/100"), std::string::npos);
  EXPECT_EQ(on.str().substr(on.str().size() - 4), "\r\x1b[K");
}

}  // namespace
}  // namespace signpost
