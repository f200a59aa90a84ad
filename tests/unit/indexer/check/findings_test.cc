// findings_test.cc - each format, and SARIF against the schema of its standard.
#include "indexer/check/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/http/schema_check.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using nlohmann::json;
using ::testing::IsEmpty;

Findings example() {
  Findings findings;
  findings.source = "docs/articles";
  findings.source_from_root = "docs/articles";
  findings.files = 3;
  findings.documents = 2;
  findings.settings.severities["orphan"] = std::nullopt;
  findings.settings.help_url = "https://help.example.com/";
  findings.diagnostics = {{Severity::error, "help/ko/한글 100%.md", 7, 3, "secret", "100%: a,\nb"},
                          {Severity::warning, "a.md", 2, 0, "link-target", "x"},
                          {Severity::note, "a.md", 0, 0, "orphan", "y"}};
  return findings;
}

std::string printed(const Findings& findings, FindingsFormat format) {
  std::ostringstream out;
  print_findings(findings, format, out);
  return out.str();
}

TEST(Findings, TextNamesFilesAsTheCurrentFolderDoes) {
  EXPECT_EQ(printed(example(), FindingsFormat::text),
            "docs/articles/help/ko/한글 100%.md:7:3: error: 100%: a,\\nb [secret]\n"
            "docs/articles/a.md:2: warning: x [link-target]\n"
            "docs/articles/a.md: note: y [orphan]\n");
  Findings here = example();
  here.source = ".";
  here.site_file = "../site.yaml";
  EXPECT_EQ(path_from_here(here, "a.md"), "a.md");
  EXPECT_EQ(path_from_here(here, "../site.yaml"), "../site.yaml");
}

TEST(Findings, GithubCommandsAreEscaped) {
  EXPECT_EQ(printed(example(), FindingsFormat::github),
            "::error file=docs/articles/help/ko/한글 100%25.md,line=7,col=3,title=secret::100%25: a,%0Ab\n"
            "::warning file=docs/articles/a.md,line=2,title=link-target::x\n"
            "::notice file=docs/articles/a.md,title=orphan::y\n");
  Findings odd = example();
  odd.diagnostics = {{Severity::error, "a,b:c.md", 1, 1, "secret", "a:b,c"}};
  EXPECT_EQ(printed(odd, FindingsFormat::github),
            "::error file=docs/articles/a%2Cb%3Ac.md,line=1,col=1,title=secret::a:b,c\n");
}

TEST(Findings, PathsCountFromTheTopOfTheRepository) {
  const TemporaryFolder folder;
  folder.write("docs/articles/a.md", "");
  EXPECT_EQ(path_below(folder.path(), folder.path("docs/articles")), "docs/articles");
  EXPECT_EQ(path_below(folder.path(), folder.path("docs/../docs/articles/")), "docs/articles");
  EXPECT_EQ(path_below(folder.path("docs"), folder.path()), "..");
  EXPECT_EQ(path_below(".", "no/such"), "no/such");
  Findings top = example();
  top.source_from_root = ".";
  top.site_file = "../s.yaml";
  top.site_file_from_root = "conf/s.yaml";
  EXPECT_EQ(path_from_root(top, "help/a.md"), "help/a.md");
  EXPECT_EQ(path_from_root(top, "../s.yaml"), "conf/s.yaml");
}

TEST(Findings, Json) {
  const json got = json::parse(printed(example(), FindingsFormat::json));
  EXPECT_EQ(got["source"], "docs/articles");
  EXPECT_EQ(got["files"], 3);
  EXPECT_EQ(got["documents"], 2);
  EXPECT_EQ(got["errors"], 1);
  EXPECT_EQ(got["warnings"], 1);
  EXPECT_EQ(got["notes"], 1);
  const json want = {{"rule", "link-target"},
                     {"severity", "warning"},
                     {"file", "docs/articles/a.md"},
                     {"path", "a.md"},
                     {"line", 2},
                     {"column", 0},
                     {"message", "x"},
                     {"help", "/en/articles/diagnostics#link-target"}};
  EXPECT_EQ(got["findings"][1], want);
}

TEST(Findings, Sarif) {
  const json log = json::parse(printed(example(), FindingsFormat::sarif));
  const json& run = log["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["rules"].size(), all_rules().size());
  const json& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "secret");
  const json& rule = run["tool"]["driver"]["rules"][result["ruleIndex"].get<size_t>()];
  EXPECT_EQ(rule["id"], "secret");
  EXPECT_EQ(rule["helpUri"], "https://help.example.com/en/articles/diagnostics#secret");
  const json& place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "docs/articles/help/ko/%ED%95%9C%EA%B8%80%20100%25.md");
  EXPECT_EQ(place["region"], json({{"startLine", 7}, {"startColumn", 3}}));
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(run["results"][2]["locations"][0]["physicalLocation"]["region"], json({{"startLine", 1}}));
}

TEST(Findings, SarifIsAsItsSchemaSays) {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/tests/data/sarif/sarif-2.1.0-rtm.5.json");
  const json schema = json::parse(file);
  for (const Findings& findings : {example(), Findings()}) {
    const json log = json::parse(printed(findings, FindingsFormat::sarif));
    EXPECT_THAT(testing::check_schema(log, schema, schema), IsEmpty());
  }
  json broken = json::parse(printed(example(), FindingsFormat::sarif));
  broken["runs"][0]["results"][0]["level"] = "fatal";
  broken["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0;
  broken["runs"][0]["tool"]["driver"]["colour"] = "red";
  EXPECT_EQ(testing::check_schema(broken, schema, schema).size(), 3u);
}

TEST(Findings, CountsByRule) {
  std::ostringstream out;
  print_counts(example(), out);
  EXPECT_EQ(out.str(), "Checked 3 files: 1 error (secret 1), 1 warning (link-target 1), 1 note (orphan 1)\n");
}

}  // namespace
}  // namespace signpost
