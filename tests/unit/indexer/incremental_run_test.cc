// incremental_run_test.cc - a run that renders only what changed must leave what a full run would: for random
// edits, moves, renames and deletions, down to the bytes and to the answer of every query.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "base/file_io.h"
#include "base/sanitized_build.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "indexer/indexing_run.h"
#include "indexer/published_generation.h"
#include "indexer/run_state.h"
#include "search/searcher.h"
#include "tests/unit/index/edit_manifest.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;

class IncrementalRunTest : public ::testing::Test {
 protected:
  struct Result {
    int code = 0;
    std::string out;
    std::string generation;
    nlohmann::json report;
  };

  // Times of files are no help here: all are older than the last run, and equal.
  void age_files() const {
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path("source"))) {
      if (entry.is_regular_file()) fs::last_write_time(entry.path(), long_ago);
    }
  }

  Result run(const std::string& index, bool full) {
    IndexOptions options;
    options.source = folder_.path("source");
    options.output = folder_.path(index);
    options.report_file = folder_.path(index + ".json");
    options.full = full;
    options.force = true;
    std::ostringstream out;
    std::ostringstream err;
    Result result;
    result.code = run_index(options, out, err);
    result.out = out.str();
    result.report = nlohmann::json::parse(folder_.read(index + ".json"));
    result.generation = *current_generation(options.output);
    return result;
  }

  TemporaryFolder folder_;
};

std::string print(const Runs& runs) {
  std::string out;
  for (const Run& run : runs) out += run.match ? "[" + run.text + "]" : run.text;
  return out;
}

std::string print(const SearchResponse& response) {
  std::ostringstream out;
  out.precision(17);
  out << response.total << (response.total_exact ? "" : "+") << ' ' << response.query.text << " -> "
      << response.query.corrected.value_or("") << '\n';
  for (const Hit& hit : response.hits) {
    out << hit.url << '#' << hit.section.anchor << ' ' << print(hit.title_runs) << " | " << print(hit.snippet)
        << ' ' << hit.score << ' ' << hit.category_name << ' ' << hit.updated << hit.votes << hit.answers
        << hit.solved << hit.other_language << '\n';
  }
  for (const Facet& facet : response.facets) {
    for (const FacetValue& value : facet.values)
      out << row_of(facet.field).name << '=' << value.value << ':' << value.count << ' ';
  }
  return out.str();
}

// All that a visitor may see of a page.
std::string print(const Article& article) {
  std::string out = article.document.title + article.document.html + article.document.markdown;
  for (const Post& post : article.document.posts) out += post.html;
  for (const ArticleRef& related : article.related) out += related.url + "\n";
  return out;
}

// Records but for where their bytes lie, which may differ.
std::vector<DocRecord> records(const std::string& generation) {
  const std::string bytes = read_file(generation + "/" + files::kDocuments);
  std::vector<DocRecord> records(bytes.size() / sizeof(DocRecord));
  std::memcpy(records.data(), bytes.data(), bytes.size());
  for (DocRecord& record : records) record.store_file = record.store_offset = 0;
  return records;
}

void expect_same_files(const std::string& a, const std::string& b) {
  for (const char* name : {files::kNames, files::kWords, files::kSuggest, files::kRelated, files::kSite})
    EXPECT_TRUE(read_file(a + "/" + name) == read_file(b + "/" + name)) << name << " differs";
  const std::string glossary = std::string("/") + files::kGlossary;
  EXPECT_TRUE(read_file_if_present(a + glossary) == read_file_if_present(b + glossary))
      << "the glossary differs";
  const auto left = records(a);
  const auto right = records(b);
  ASSERT_EQ(left.size(), right.size());
  EXPECT_EQ(std::memcmp(left.data(), right.data(), left.size() * sizeof(DocRecord)), 0) << "docs.bin differs";
}

void expect_same_answers(const std::string& a, const std::string& b,
                         const std::vector<std::string>& queries) {
  const Searcher left(a);
  const Searcher right(b);
  for (const std::string& text : queries) {
    for (const char* lang : {"", "ko"}) {
      SearchRequest request;
      request.text = text;
      request.lang = lang;
      ASSERT_EQ(print(left.search(request)), print(right.search(request))) << text;
    }
    const std::string typed = text.substr(0, 3);
    const auto one = left.suggest(typed, "");
    const auto two = right.suggest(typed, "");
    ASSERT_EQ(one.size(), two.size()) << typed;
    for (size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i].url, two[i].url) << typed;
  }
  const auto articles = right.all_articles();
  ASSERT_EQ(left.all_articles().size(), articles.size());
  for (const ArticleRef& ref : articles) {
    const auto one = left.article(ref.id, ref.lang);
    const auto two = right.article(ref.id, ref.lang);
    ASSERT_TRUE(one && two) << ref.url;
    EXPECT_EQ(print(*one), print(*two)) << ref.url;
  }
}

// A source that changes at random, always in the same way for the same seed.
class RandomSource {
 public:
  RandomSource(const TemporaryFolder& folder, unsigned seed) : folder_(folder), random_(seed) {}

  void fill() {
    folder_.write(
        "source/site.yaml",
        "title: { en: Help }\nlanguages:\n  - { code: en, name: English }\n  - { code: ko, name: 한국어 }\n"
        "  - { code: ja, name: 日本語 }\n");
    for (int i = 0; i < 24; ++i) add_article();
    for (int i = 0; i < 4; ++i) add_thread();
    for (int i = 0; i < 4; ++i) folder_.write("source/img/" + std::to_string(i) + ".png", "png");
  }

  void change() {
    for (unsigned n = below(3) + 1; n > 0; --n) change_once();
  }

  std::vector<std::string> queries() {
    std::vector<std::string> out = {"서", "\"" + word() + " " + word() + "\"", word() + " -" + word(),
                                    "kind:community", "lang:ja " + word()};
    for (int i = 0; i < 24; ++i) {
      std::string query = word();
      for (unsigned n = below(4); n > 0; --n) query += " " + word();
      if (below(4) == 0)
        query.erase(below(static_cast<unsigned>(query.size())), 1);  // a typing error, or half a letter
      out.push_back(query);
    }
    return out;
  }

 private:
  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }

  std::string word() {
    static const std::vector<std::string> kWords = {
        "reset",   "password",   "account", "billing", "invoice",  "refund",  "printer", "network",
        "install", "update",     "the",     "how",     "to",       "server",  "error",   "0x80070005",
        "node.js", "비밀번호를", "재설정",  "계정",    "설정하는", "방법",    "서버",    "パスワード",
        "再設定",  "アカウント", "の",      "設定",    "方法",     "サーバー"};
    // Few words often, many seldom.
    return kWords[std::min(below(30), below(30))];
  }

  std::string sentence() {
    std::string out;
    for (unsigned n = below(12) + 3; n > 0; --n) out += word() + " ";
    return out + ".\n\n";
  }

  std::string body() {
    std::string out = "# " + word() + " " + word() + "\n\n" + sentence();
    for (unsigned n = below(4); n > 0; --n) out += "## " + word() + "\n\n" + sentence();
    if (!articles_.empty() && below(2) == 0)
      out += "See [there](/" + some(articles_) + "#" + word() + ").\n\n";
    if (below(4) == 0) out += "See [what was](/old/" + std::to_string(below(9)) + ").\n\n";
    if (below(3) == 0) out += "![picture](/img/" + std::to_string(below(6)) + ".png)\n";
    return out;
  }

  std::string front_matter() {
    std::string out = "---\n";
    if (below(3) == 0) out += "id: " + std::string(1, static_cast<char>('a' + below(8))) + "\n";
    if (below(3) == 0) out += "tags: [" + word() + "]\n";
    if (below(4) == 0) out += "weight: " + std::to_string(below(5)) + "\n";
    if (below(4) == 0) out += "aliases: [/old/" + std::to_string(below(9)) + "]\n";
    if (below(4) == 0) out += "permalink: /old/" + std::to_string(below(9)) + "/\n";
    if (below(4) == 0) out += "order: " + std::to_string(below(9)) + "\n";
    if (below(8) == 0) out += "draft: true\n";
    if (below(6) == 0) out += "updated: 2026-01-0" + std::to_string(below(9) + 1) + "\n";
    if (below(12) == 0) out += "title: [broken\n";
    return out + "---\n";
  }

  const std::string& some(const std::vector<std::string>& paths) {
    return paths[below(static_cast<unsigned>(paths.size()))];
  }

  std::string new_path() {
    static const char* const kFolders[] = {"help/en/start/", "help/ko/start/", "help/ja/account/",
                                           "help/en/account/"};
    return kFolders[below(4)] + std::to_string(next_++ % 40) + ".md";
  }

  void add_article() {
    const std::string path = new_path();
    folder_.write("source/" + path, front_matter() + body());
    if (std::find(articles_.begin(), articles_.end(), path) == articles_.end()) articles_.push_back(path);
  }

  void add_thread() {
    const std::string dir = "community/en/t" + std::to_string(next_++) + "/";
    folder_.write("source/" + dir + "question.md", "---\nauthor: kim\nvotes: 3\n---\n" + body());
    threads_.push_back(dir);
    answer();
  }

  void answer() {
    if (threads_.empty()) return;
    folder_.write("source/" + some(threads_) + "answer-" + std::to_string(below(3)) + ".md",
                  "---\nauthor: lee\naccepted: true\n---\n" + sentence());
  }

  void move(const std::string& from, const std::string& to) {
    const fs::path target = folder_.path("source/" + to);
    fs::create_directories(target.parent_path());
    fs::rename(folder_.path("source/" + from), target);
  }

  void change_once() {
    const size_t last = articles_.size() - 1;
    const size_t at = below(static_cast<unsigned>(articles_.size()));
    switch (below(9)) {
      case 0:
      case 1:
      case 2:
        folder_.write("source/" + articles_[at], front_matter() + body());
        break;
      case 3:
        add_article();
        break;
      case 4:
        if (articles_.size() < 8) break;
        fs::remove(folder_.path("source/" + articles_[at]));
        std::swap(articles_[at], articles_[last]);
        articles_.pop_back();
        break;
      case 5: {
        const std::string path = new_path();
        if (std::find(articles_.begin(), articles_.end(), path) != articles_.end()) break;
        move(articles_[at], path);
        articles_[at] = path;
        break;
      }
      case 6:
        answer();
        break;
      case 7:
        below(2) == 0 ? folder_.write("source/img/" + std::to_string(below(6)) + ".png", "png" + word())
                      : void(fs::remove(folder_.path("source/img/" + std::to_string(below(6)) + ".png")));
        break;
      default:
        if (below(2) == 0 || threads_.empty()) {
          add_thread();
        } else {
          fs::remove_all(folder_.path("source/" + threads_.back()));
          threads_.pop_back();
        }
    }
  }

  const TemporaryFolder& folder_;
  std::mt19937 random_;
  std::vector<std::string> articles_;
  std::vector<std::string> threads_;
  unsigned next_ = 0;
};

class RandomChanges : public IncrementalRunTest, public ::testing::WithParamInterface<unsigned> {};

TEST_P(RandomChanges, GiveWhatAFullRunGives) {
  RandomSource source(folder_, GetParam());
  source.fill();
  age_files();
  run("small", false);
  run("full", true);  // what is published decides who keeps an address
  for (int step = 0; step < 12; ++step) {
    source.change();
    SCOPED_TRACE("seed " + std::to_string(GetParam()) + ", step " + std::to_string(step));
    const Result small = run("small", false);
    const Result full = run("full", true);
    EXPECT_EQ(small.report["rendered"]["full_because"], "");
    EXPECT_EQ(small.code, full.code);
    for (const char* part : {"documents", "sections", "terms", "diagnostics"})
      EXPECT_EQ(small.report[part], full.report[part]) << part;
    verify_generation(small.generation);
    expect_same_files(small.generation, full.generation);
    expect_same_answers(small.generation, full.generation, source.queries());
    if (HasFailure()) return;
  }
}

// A sanitizer takes ten times as long for each, and two show what it can find.
INSTANTIATE_TEST_SUITE_P(Seeds, RandomChanges, ::testing::Range(1u, kSanitizedBuild ? 3u : 7u));

TEST_F(IncrementalRunTest, RendersOnlyWhatChanged) {
  for (int i = 0; i < 5; ++i)
    folder_.write("source/" + std::to_string(i) + ".md",
                  "# Page\n\nSee [the next](" + std::to_string(i + 1) + ".md).\n");
  EXPECT_EQ(run("index", false).report["rendered"]["full_because"], "there is no earlier run to go on from");
  EXPECT_EQ(run("index", false).report["rendered"]["documents"], 0);
  folder_.write("source/3.md", "# Another page\n\nwombat\n");
  const Result edited = run("index", false);
  EXPECT_EQ(edited.report["rendered"]["documents"], 1);
  EXPECT_THAT(edited.out, HasSubstr("Rendered what changed, 1 document\n"));
  folder_.write("source/5.md", "# Was missing\n");  // 4.md links to it
  EXPECT_EQ(run("index", false).report["rendered"]["documents"], 2);
  fs::remove(folder_.path("source/0.md"));
  EXPECT_EQ(run("index", false).report["rendered"]["documents"], 0);
  SearchRequest request;
  request.text = "wombat";
  EXPECT_EQ(Searcher(run("index", false).generation).search(request).total, 1u);
}

// Regression: a link by name depends on files anywhere.
TEST_F(IncrementalRunTest, RendersWhatLinksByName) {
  folder_.write("source/.obsidian/app.json", "{}");
  folder_.write("source/a.md", "# A\n\n[[Later]]\n");
  folder_.write("source/b.md", "# B\n");
  run("index", false);
  folder_.write("source/deep/folder/later.md", "# Later\n");
  EXPECT_EQ(run("index", false).report["rendered"]["documents"], 2);
  fs::remove(folder_.path("source/deep/folder/later.md"));
  EXPECT_EQ(run("index", false).report["rendered"]["documents"], 1);
}

TEST_F(IncrementalRunTest, NewTimesAloneChangeNothing) {
  folder_.write("source/a.md", "# A\n\ntext\n");
  age_files();
  run("index", false);
  fs::last_write_time(folder_.path("source/a.md"),
                      fs::file_time_type::clock::now() - std::chrono::minutes(5));
  EXPECT_EQ(run("index", false).report["rendered"]["documents"], 0);
}

TEST_F(IncrementalRunTest, ShareTheFilesOfTheBase) {
  for (int i = 0; i < 3; ++i) folder_.write("source/" + std::to_string(i) + ".md", "# Page\n\ntext\n");
  const std::string first = run("index", false).generation;
  folder_.write("source/1.md", "# Other\n\ntext\n");
  const std::string second = run("index", false).generation;
  EXPECT_TRUE(fs::equivalent(first + "/segments/000001/store.000", second + "/segments/000001/store.000"));
  EXPECT_TRUE(fs::exists(second + "/segments/000002/store.000"));
  verify_generation(second, first);
}

// Changes a run's state behind its format and checksum, of four bytes each, and makes the checksum fit.
void set_content_of(const std::string& path, const std::function<void(std::string&)>& change) {
  const std::string head = read_file(path).substr(0, 8);
  std::string content = read_file(path).substr(8);
  change(content);
  const auto sum = static_cast<uint32_t>(
      ::crc32_z(0, reinterpret_cast<const unsigned char*>(content.data()), content.size()));
  write_file(path,
             head.substr(0, 4) + std::string(reinterpret_cast<const char*>(&sum), sizeof sum) + content);
}

TEST_F(IncrementalRunTest, SayWhyEverythingIsRendered) {
  folder_.write("source/a.md", "# A\n\ntext\n");
  folder_.write("source/site.yaml", "title: { en: One }\n");
  const auto reason = [this](bool full = false) {
    return run("index", full).report["rendered"]["full_because"].get<std::string>();
  };
  EXPECT_EQ(reason(), "there is no earlier run to go on from");
  EXPECT_EQ(reason(true), "--full");
  EXPECT_EQ(reason(), "");
  folder_.write("source/site.yaml", "title: { en: Two }\n");
  EXPECT_EQ(reason(), "the settings of the help centre changed");
  const auto state = [this] {
    return state_dir(folder_.path("index"), *current_generation(folder_.path("index"))) + "/run";
  };
  fs::resize_file(state(), fs::file_size(state()) - 1);
  EXPECT_EQ(reason(), "what the last run left cannot be read");
  set_content_of(state(), [](std::string& content) { content.pop_back(); });
  EXPECT_EQ(reason(), "what the last run left cannot be read");
  std::fstream(state(), std::ios::in | std::ios::out | std::ios::binary).put('\x7f');  // its format
  EXPECT_EQ(reason(), "another version of the program made the index");
  EXPECT_EQ(reason(), "");
  testing::set_schema_version(*current_generation(folder_.path("index")), kSchemaVersion - 1);
  EXPECT_EQ(reason(), "the published index has another format");
  EXPECT_EQ(reason(), "");
  for (int i = 0; i < 70; ++i) folder_.write("source/n" + std::to_string(i) + ".md", "# N\n\ntext\n");
  EXPECT_EQ(reason(), "so much changed since the last full run");
}

// They are published all the same.
TEST_F(IncrementalRunTest, SettingsOfAnswersRenderNothing) {
  folder_.write("source/a.md", "# A\n\ntext\n");
  folder_.write("source/site.yaml", "title: { en: One }\n");
  run("index", false);
  folder_.write("source/site.yaml", "title: { en: One }\nanswers: { threshold: 0.9 }\n");
  folder_.write("source/answers.yaml", "answers:\n  - { q: why, answer: a }\n");
  EXPECT_EQ(run("index", false).report["rendered"]["full_because"], "");
  const Searcher searcher(*current_generation(folder_.path("index")));
  EXPECT_EQ(answer_threshold(searcher.site().answers, "en"), 0.9F);
  EXPECT_EQ(searcher.site().pinned_answers.size(), 1u);
}

// Nor do those that only the service reads.
TEST_F(IncrementalRunTest, SettingsOfTheServiceRenderNothing) {
  folder_.write("source/a.md", "# A\n\ntext\n");
  folder_.write("source/site.yaml", "title: { en: One }\n");
  run("index", false);
  for (const char* settings :
       {"feedback: { improvements: true, changed_days: 5 }\n", "ranking: { clicks: true }\n",
        "insights: { retention_days: 5 }\n", "requests: { retention_days: 5 }\n"}) {
    folder_.write("source/site.yaml", std::string("title: { en: One }\n") + settings);
    EXPECT_EQ(run("index", false).report["rendered"]["full_because"], "") << settings;
    const Searcher searcher(*current_generation(folder_.path("index")));
    EXPECT_FALSE(
        searcher.site().ranking == RankingSettings() && searcher.site().feedback == FeedbackSettings() &&
        searcher.site().insights == InsightSettings() && searcher.site().requests == RequestSettings())
        << settings;
  }
}

// What is published counts, not what was made last.
TEST_F(IncrementalRunTest, GoOnFromTheGenerationRolledBackTo) {
  folder_.write("source/a.md", "# A\n\nfirst\n");
  run("index", false);
  folder_.write("source/a.md", "# A\n\nsecond\n");
  run("index", false);
  std::ostringstream out;
  run_roll_back(folder_.path("index"), out);
  const Result again = run("index", false);
  EXPECT_EQ(again.report["rendered"]["documents"], 1);
  SearchRequest request;
  request.text = "second";
  EXPECT_EQ(Searcher(again.generation).search(request).total, 1u);
}

}  // namespace
}  // namespace signpost
