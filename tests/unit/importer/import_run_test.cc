// import_run_test.cc - what is imported is what the indexer then has, without a word of complaint.
#include "importer/import_run.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "content/parse.h"
#include "content/thread.h"
#include "indexer/indexing_run.h"
#include "tests/unit/importer/import_helpers.h"

namespace signpost {
namespace {

const char kPosts[] =
    "<posts>\n"
    "<row Id=\"1\" PostTypeId=\"1\" AcceptedAnswerId=\"3\" CreationDate=\"2021-03-01T10:00:00.000\" "
    "Score=\"7\" OwnerUserId=\"9\""
    " Title=\"What is &quot;second flush&quot; &amp; why: does it matter?\" "
    "Tags=\"&lt;darjeeling&gt;&lt;no&gt;\""
    " LastEditDate=\"2021-05-01T10:00:00.000\" ClosedDate=\"2022-01-01T10:00:00.000\""
    " Body=\"&lt;p&gt;My tin says &lt;code&gt;2nd&lt;/code&gt;. See &lt;a "
    "href=&quot;/questions/2&quot;&gt;here&lt;/a&gt;."
    "&lt;/p&gt;&#xA;&lt;img src=&quot;https://i.example/tin.png&quot; alt=&quot;tin&quot;&gt;"
    "&lt;a href=&quot;#x&quot;&gt;gone&lt;/a&gt;\" />\n"
    "<row Id=\"2\" PostTypeId=\"2\" ParentId=\"1\" CreationDate=\"2021-03-02T10:00:00.000\" Score=\"12\" "
    "OwnerUserId=\"8\""
    " Body=\"&lt;h1&gt;Harvest&lt;/h1&gt;&lt;ul&gt;&lt;li&gt;first: spring&lt;/li&gt;&lt;li&gt;second: "
    "June&lt;/li&gt;&lt;/ul&gt;\" />\n"
    "<row Id=\"3\" PostTypeId=\"2\" ParentId=\"1\" CreationDate=\"2021-03-03T10:00:00.000\" Score=\"2\""
    " Body=\"&lt;p&gt;It matters for the muscatel taste.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;\" "
    "/>\n"
    "</posts>\n";

class ImportRunTest : public ImportTest {
 protected:
  ImportRunTest() {
    command_.options.dump = folder_.path("tea.example.com");
    folder_.write("tea.example.com/Posts.xml", kPosts);
  }
};

TEST_F(ImportRunTest, TheIndexerHasNothingToSay) {
  ASSERT_EQ(run(), kImportClean) << err_;
  IndexOptions options;
  options.source = folder_.path("articles");
  options.output = folder_.path("index");
  options.report_file = folder_.path("report.json");
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_EQ(run_index(options, out, err), kExitClean);
  EXPECT_EQ(err.str(), "");
  const auto report = nlohmann::json::parse(folder_.read("report.json"));
  EXPECT_EQ(report.at("documents").at("by_kind").at("community"), 1);
  EXPECT_EQ(report.at("files").at("indexed"), 3);
  EXPECT_TRUE(report.at("diagnostics").empty());
}

TEST_F(ImportRunTest, TheThreadHasItsAnswersVotesAndDates) {
  run();
  std::vector<SourceFile> posts;
  for (const auto& [name, bytes] : files()) posts.push_back({"community/" + name, bytes});
  std::rotate(posts.begin(), posts.end() - 1, posts.end());  // question.md is last by name
  const SourceInfo info{posts[0].path, Kind::community, "folder", "en", ""};
  const ParseResult parsed = parse_thread(info, posts, Site(), LinkResolver());
  EXPECT_TRUE(parsed.diagnostics.empty()) << to_string(parsed.diagnostics.front());
  ASSERT_TRUE(parsed.document);
  const Document& thread = *parsed.document;
  EXPECT_EQ(thread.id, "tea.example.com-1");
  EXPECT_EQ(thread.title, "What is \"second flush\" & why: does it matter?");
  EXPECT_EQ(thread.fields[Field::tag], (std::vector<std::string>{"darjeeling", "no"}));
  EXPECT_EQ(thread.updated, "2021-05-01");
  EXPECT_TRUE(thread.solved);
  EXPECT_TRUE(thread.extra.empty());
  ASSERT_EQ(thread.posts.size(), 3u);
  EXPECT_EQ(thread.posts[0].votes, 7);
  EXPECT_EQ(thread.posts[0].author, "user9");
  EXPECT_EQ(thread.posts[1].anchor, "answer-3");
  EXPECT_TRUE(thread.posts[1].accepted);
  EXPECT_EQ(thread.posts[2].votes, 12);
  EXPECT_EQ(thread.posts[0].origin.closed, "2022-01-01");
  EXPECT_EQ(thread.posts[0].origin.url, "https://tea.example.com/questions/1");
  EXPECT_NE(thread.posts[0].html.find("href=\"https://tea.example.com/questions/2\""), std::string::npos);
  EXPECT_EQ(thread.posts[2].origin.license_url, "https://creativecommons.org/licenses/by-sa/4.0/");
  for (const Section& section : thread.sections) {
    EXPECT_EQ(section.text.find("CC BY"), std::string::npos) << "the licence is no text of the post";
    EXPECT_EQ(section.text.find("tea.example.com"), std::string::npos);
  }
  EXPECT_EQ(thread.posts[1].html.find("alert"), std::string::npos);
}

TEST_F(ImportRunTest, RefusesWhatItCannotDo) {
  const auto refused = [&](auto change) {
    ImportCommand command = command_;
    change(command.options);
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_THROW(run_import(command, out, err), Error);
  };
  refused([](ImportOptions& options) { options.base_url = "tea.example.com"; });
  refused([](ImportOptions& options) { options.lang = "../.."; });
  refused([](ImportOptions& options) { options.lang = ""; });
  refused([](ImportOptions& options) { options.category = "a/b"; });
  refused([&](ImportOptions& options) { options.dump = folder_.path("articles"); });
  refused([&](ImportOptions& options) { options.dump = folder_.path("no.such.folder"); });
  command_.options.base_url = "https://other.example";
  EXPECT_EQ(run(), kImportClean);
  EXPECT_EQ(names().substr(0, 17), "en/other.example-");
  folder_.write("tea.example.com/Posts.xml", "<posts></posts>");
  EXPECT_EQ(run(), kImportFailed);
}

}  // namespace
}  // namespace signpost
