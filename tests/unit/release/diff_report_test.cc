// diff_report_test.cc - the three forms of a report, and that no title or query becomes markup in a comment.
#include "release/diff_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "release/diff_markdown.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

DiffReport sample_diff() {
  DiffReport report;
  report.old_name = "old.tar.zst";
  report.new_name = "index";
  report.documents = {4,
                      4,
                      {{"new", "en", "help", "New one", "/en/articles/new", {}}},
                      {{"roll-back", "en", "help", "Go back", "/en/articles/roll-back", {"title", "text"}}},
                      {{"gone", "en", "help", "Gone", "/en/articles/gone", {}}},
                      {"/en/articles/gone"},
                      {{"/en/articles/plan", "New plan", "Plan", "/en/articles/plan-2"}}};
  report.queries.golden = 2;
  report.queries.recorded = 1;
  report.queries.golden_broken = 1;
  report.queries.changed = {
      {"undo",
       "en",
       7,
       0,
       true,
       false,
       {{"new", "en", "New one", 0, 1}, {"roll-back", "en", "Go back", 1, 2, false, true}}},
      {"a|b `c`", "", 0, 12, true, true, {{"gone", "en", "Gone", 3, 0}}}};
  return report;
}

TEST(DiffReport, AsText) {
  EXPECT_EQ(to_text(sample_diff()), R"(Documents: 1 added, 1 changed, 1 removed (4 before, 4 now)
  + /en/articles/new  New one
  ~ /en/articles/roll-back  Go back  (title, text)
  - /en/articles/gone  Gone

Addresses that nothing answers any more: 1
  /en/articles/gone

Addresses that show another article now: 1
  /en/articles/plan  New plan  (Plan is at /en/articles/plan-2)

Queries: the first results of 2 of 2 golden and 1 recorded ones change; 1 golden query fails now, 0 pass again

  undo [en]  (golden, line 7, fails now)
    old  new
      -    1  new [en]  New one
      1    2  roll-back [en]  Go back  (by meaning now)

  a|b `c`  (recorded 12 times)
    old  new
      3    -  gone [en]  Gone
)");
}

TEST(DiffReport, AsMarkdown) {
  EXPECT_EQ(to_markdown(sample_diff()), R"(<!-- signpost-diff -->
### Help centre: 1 added, 1 changed, 1 removed

4 documents before, 4 now.

<details><summary>Added: 1</summary>

- New one `/en/articles/new`

</details>

<details><summary>Changed: 1</summary>

- Go back `/en/articles/roll-back`: title, text

</details>

<details><summary>Removed: 1</summary>

- Gone `/en/articles/gone`

</details>

**Nothing answers these addresses any more.** Add an alias or a redirect, unless that is meant.

- `/en/articles/gone`

**These addresses show another article now**, though the one that they showed is still there. Whoever has a link lands on the wrong page: give the new article another `id`, unless that is meant.

- `/en/articles/plan`: New plan; Plan is at `/en/articles/plan-2`

**Search:** the first results of 2 of 3 queries change; **1 golden query fails now**.

`undo` in en (**golden, line 7, fails now**)

| old | new | document |
| --: | --: | --- |
| – | 1 | New one `en/new` |
| 1 | 2 | Go back `en/roll-back`, by meaning now |

`` a\|b `c` `` (recorded 12 times)

| old | new | document |
| --: | --: | --- |
| 3 | – | Gone `en/gone` |
)");
}

TEST(DiffReport, AsJson) {
  const nlohmann::json json = nlohmann::json::parse(to_json(sample_diff()));
  EXPECT_EQ(json["old"]["name"], "old.tar.zst");
  EXPECT_EQ(json["added"][0]["url"], "/en/articles/new");
  EXPECT_EQ(json["changed"][0]["parts"], nlohmann::json({"title", "text"}));
  EXPECT_EQ(json["removed"][0]["id"], "gone");
  EXPECT_EQ(json["lost_urls"][0], "/en/articles/gone");
  EXPECT_EQ(json["taken_urls"][0]["url"], "/en/articles/plan");
  EXPECT_EQ(json["taken_urls"][0]["former_url"], "/en/articles/plan-2");
  EXPECT_EQ(json["queries"]["golden_broken"], 1);
  const nlohmann::json& query = json["queries"]["changed"][0];
  EXPECT_EQ(query["query"], "undo");
  EXPECT_EQ(query["passes_now"], false);
  EXPECT_TRUE(query["results"][0]["old_rank"].is_null());
  EXPECT_EQ(query["results"][0]["new_rank"], 1);
  EXPECT_EQ(query["results"][1]["old_by_meaning"], false);
  EXPECT_EQ(query["results"][1]["new_by_meaning"], true);
  EXPECT_EQ(json["queries"]["changed"][1]["count"], 12);
}

TEST(DiffReport, SaysThatNothingChanged) {
  DiffReport report;
  report.queries.golden = 3;
  EXPECT_EQ(to_markdown(report),
            "<!-- signpost-diff -->\n### Help centre: 0 added, 0 changed, 0 removed\n\n0 documents before, 0 "
            "now.\n\n"
            "**Search:** the first results of all 3 queries stay.\n");
}

TEST(DiffReport, TitlesAndQueriesStayText) {
  DiffReport report = sample_diff();
  report.documents.added[0].title = "@all see #1 <img src=x> [a](b) | **c** \n# d";
  report.queries.changed[0].text = "``` | <script> \n @all";
  report.queries.changed[0].rows[0].title = "a | b @all";
  const std::string comment = to_markdown(report);
  EXPECT_THAT(comment,
              HasSubstr("- \\@<!-- -->all see \\#<!-- -->1 \\<img src\\=x\\> \\[a\\](b) \\| \\*\\*c\\*\\*  "
                        "\\#<!-- --> d `/en/articles/new`\n"));
  EXPECT_THAT(comment, HasSubstr("\n```` ``` \\| <script>   @all ```` in en"));
  EXPECT_THAT(comment, HasSubstr("| – | 1 | a \\| b \\@<!-- -->all `en/new` |"));
}

TEST(DiffReport, ACommentHasALimit) {
  DiffReport report = sample_diff();
  for (int i = 0; i < 1000; ++i) {
    report.documents.added.push_back(report.documents.added[0]);
    report.documents.added.back().title = std::string(3000, '*');
    report.queries.changed.push_back(report.queries.changed[0]);
    for (int row = 0; row < 30; ++row) {
      report.queries.changed.back().rows.push_back({"설치", "ko", std::string(999, '@'), 1, 2});
    }
  }
  const std::string comment = to_markdown(report);
  EXPECT_LE(comment.size(), 60'100u);
  EXPECT_THAT(comment, HasSubstr("too long for a comment"));
  EXPECT_THAT(comment, HasSubstr("and 961 more"));
}

}  // namespace
}  // namespace signpost
