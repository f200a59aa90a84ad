// diff_test.cc - whole comparisons of indexes and packs, and whole lists of addresses.
#include "release/diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "index/generation.h"
#include "release/pack.h"
#include "release/urls.h"
#include "tests/unit/index/edit_manifest.h"
#include "tests/unit/release/released_articles.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;

class DiffTest : public ::testing::Test {
 protected:
  DiffTest() {
    write_articles(folder_, "source");
    index_articles(folder_, "source", "old");
    fs::remove(folder_.path("source/help/en/billing/invoices.md"));
    fs::remove(folder_.path("source/redirects"));
    folder_.write("source/help/en/billing/refunds.md", "---\ntitle: Money back\n---\nAsk for a refund.\n");
    folder_.write("source/help/en/billing/receipts.md",
                  "---\ntitle: Receipts\n---\nAn invoice comes monthly.\n");
    index_articles(folder_, "source", "new");
    folder_.write(
        "queries.yaml",
        "golden:\n  - {q: invoices, expect: [invoices], top: 1}\n  - {q: refund, expect: [refunds]}\n");
    folder_.write("queries.tsv", "3\tmonthly\ten\n1\tnothing at all\n");
    // Where a pack is unpacked to be read.
    fs::create_directory(folder_.path("temporary"));
    ::setenv("TMPDIR", folder_.path("temporary").c_str(), 1);
    options_.before = folder_.path("old");
    options_.after = folder_.path("new");
    options_.queries = {folder_.path("queries.yaml"), folder_.path("queries.tsv")};
  }
  ~DiffTest() override { ::unsetenv("TMPDIR"); }

  std::string run(int want) {
    std::ostringstream out;
    EXPECT_EQ(run_diff(options_, out), want);
    return out.str();
  }
  std::string pack(const std::string& index) {
    PackOptions options;
    options.index = folder_.path(index);
    options.output = folder_.path(index + ".tar.zst");
    std::ostringstream ignored;
    run_pack(options, ignored);
    return options.output;
  }
  std::string refusal() {
    std::ostringstream out;
    try {
      run_diff(options_, out);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  TemporaryFolder folder_;
  DiffOptions options_;
};

constexpr char kExpected[] = R"(Documents: 1 added, 1 changed, 1 removed (4 before, 4 now)
  + /en/articles/receipts  Receipts
  ~ /en/articles/refunds  Money back  (title, text, aliases)
  - /en/articles/invoices  Invoices

Addresses that nothing answers any more: 3
  /en/articles/invoices
  /kb/7
  /old/refunds

Queries: the first results of 2 of 2 golden and 2 recorded ones change; 1 golden query fails now, 0 pass again

  invoices  (golden, line 2, fails now)
    old  new
      -    1  receipts [en]  Receipts
      1    -  invoices [en]  Invoices

  monthly [en]  (recorded 3 times)
    old  new
      -    1  receipts [en]  Receipts
      1    -  invoices [en]  Invoices
)";

TEST_F(DiffTest, ComparesIndexesGenerationsAndPacks) {
  EXPECT_EQ(run(1), kExpected);
  options_.before = pack("old");
  options_.after = *current_generation(folder_.path("new"));
  EXPECT_EQ(run(1), kExpected);
  EXPECT_TRUE(fs::is_empty(folder_.path("temporary")));
  options_.queries.clear();
  EXPECT_THAT(run(0), Not(HasSubstr("Queries")));
}

TEST_F(DiffTest, AnswersInEachFormat) {
  options_.format = DiffFormat::json;
  EXPECT_THAT(run(1), HasSubstr("\"golden_broken\": 1"));
  options_.format = DiffFormat::markdown;
  EXPECT_THAT(run(1), HasSubstr("### Help centre: 1 added, 1 changed, 1 removed\n"));
}

TEST_F(DiffTest, WhatDoesNotFitItsManifestIsNotOpened) {
  const std::string good = pack("old");
  std::string bytes = folder_.read("old.tar.zst");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  folder_.write("bad.tar.zst", bytes);
  options_.before = folder_.path("bad.tar.zst");
  EXPECT_THAT(refusal(), HasSubstr("damaged"));
  EXPECT_TRUE(fs::is_empty(folder_.path("temporary")));

  const std::string generation = *current_generation(folder_.path("old"));
  const std::string name = fs::path(generation).filename().string();
  const std::string documents = folder_.read("old/generations/" + name + "/docs.bin");
  folder_.write("old/generations/" + name + "/docs.bin", std::string(documents.size(), 'x'));
  options_.before = folder_.path("old");
  EXPECT_THAT(refusal(), HasSubstr("docs.bin is damaged"));
  folder_.write("old/generations/" + name + "/docs.bin", documents);

  testing::set_schema_version(generation, 999);
  EXPECT_THAT(refusal(), HasSubstr("is in version 999 of the index"));
  options_.before = folder_.path("nowhere");
  EXPECT_NE(refusal(), "");
}

TEST_F(DiffTest, NamesTheLineOfAQueryThatMeansNothing) {
  folder_.write("queries.tsv", "many\tx\n");
  EXPECT_THAT(refusal(), HasSubstr("queries.tsv:1: error: "));
}

TEST_F(DiffTest, ListsAddresses) {
  UrlsOptions options;
  options.index = pack("old");
  options.files = true;
  std::ostringstream out;
  EXPECT_EQ(run_urls(options, out), 0);
  EXPECT_EQ(out.str(), R"(200 /
200 /community/lost
200 /en/articles/invoices
200 /en/articles/refunds
200 /en/categories/billing
301 /kb/7 /en/articles/invoices
200 /ko/
200 /ko/articles/refunds
200 /ko/categories/billing
301 /old/refunds /en/articles/refunds
200 /files/a.png
)");
  options.format = UrlFormat::json;
  options.files = false;
  out.str("");
  run_urls(options, out);
  EXPECT_THAT(
      out.str(),
      HasSubstr("\"url\": \"/kb/7\",\n      \"status\": 301,\n      \"target\": \"/en/articles/invoices\""));
}

}  // namespace
}  // namespace signpost
