// page_size_test.cc - no address makes an answer of more than 512 KB, in a help centre that is as large and
// as odd as one can be: every route, with the longest query that a request may have. What an author wrote is
// as long as they wrote it: the texts of articles and threads, files, and the list of all pages for crawlers
// are outside of the bound.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

#include "base/percent.h"
#include "content/article.h"
#include "index/encode.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/merge.h"
#include "index/shard_writer.h"
#include "service/routes.h"
#include "test_site.h"

namespace signpost {
namespace {

using testing::header_of;

constexpr size_t kMaxAnswer = 512 << 10;
constexpr size_t kMaxHeader = 8 << 10;  // of one header; proxies hold no more
constexpr size_t kLongest = 16362;      // of an address, so that the request line has 16 KB
constexpr int kDocuments = 3000;
constexpr int kTags = 200;
constexpr int kCategories = 700;

std::string repeated(const std::string& text, size_t bytes) {
  std::string all;
  while (all.size() + text.size() <= bytes) all += text;
  return all;
}

std::string tag_name(int number) { return repeated("\"태그<&", 90) + std::to_string(number); }
std::string category_id(int number) { return repeated("주제", 150) + std::to_string(number); }

// As many channels as there may be, each with as much as it may have.
ContactSettings large_contact() {
  ContactSettings contact;
  for (size_t i = 0; i < kMaxChannels; ++i) {
    Channel channel;
    channel.id = "channel" + std::to_string(i);
    channel.kind = ChannelKind::link;
    channel.names = {{"en", repeated("\"N<a>m&e' ", kMaxChannelTextBytes)}};
    channel.texts = {{"en", repeated("\"T<e>x&t' ", kMaxChannelTextBytes)}};
    channel.addresses = {{"", "https://example.com/?" + repeated("\"&<", kMaxChannelTextBytes - 30)}};
    channel.time_zone = "America/Argentina/ComodRivadavia";
    for (size_t j = 0; j < kMaxChannelTexts; ++j) {
      channel.languages.push_back("zh-Hant-TW");
      channel.products.push_back(repeated("\"&<", kMaxProductNameBytes - 3) +
                                 std::to_string((i + j) % kMaxProducts));
    }
    for (uint8_t day = 0; day < 7; ++day)
      for (uint16_t hour = 0; hour < 4; ++hour)
        channel.hours.push_back(
            {day, static_cast<uint16_t>(hour * 180), static_cast<uint16_t>(hour * 180 + 170)});
    for (uint32_t day = 20'800; day < 21'300; ++day) channel.holidays.push_back(day);
    contact.channels.push_back(std::move(channel));
  }
  return contact;
}

Site large_site() {
  Site site = testing::test_site();
  site.redirects = {{"/old", "a0"}};
  site.contact = large_contact();
  for (const char* code : {"fr", "de", "es", "it", "pt"}) site.languages.push_back({code, code});
  for (int i = 0; i < kCategories; ++i) {
    site.categories.push_back({category_id(i),
                               {{"en", repeated("\"N<a>m&e' ", 2'000)}},
                               {{"en", repeated("\"D<e>s&c' ", 2'000)}},
                               "book"});
  }
  return site;
}

// So many words as a query may have, each with a line of its own in what explains a score.
std::string query_words() {
  std::string words;
  for (int i = 0; i < 32; ++i) words += (i == 0 ? "" : " ") + std::string("w") + std::to_string(i) + "y";
  return words;
}

std::string in_address(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '+');
  return text;
}

// Every other one has a title, headings and a text that grow when they are escaped, and matches nearly
// everywhere.
std::string source_of(int number) {
  const bool odd = number % 2 == 0;
  const std::string title =
      odd ? query_words() + repeated(" word & \"a\" <b>", 3'000) : "Title " + std::to_string(number);
  std::string text = "---\ntitle: '" + title + "'\nsummary: '" + repeated("word \"<&> ", odd ? 4'000 : 40) +
                     "'\nproduct: '" + tag_name(number % 50) +
                     "'\nupdated: 2026-11-22\nlevel: basic\ntags: ['" + tag_name(number % kTags) + "', '" +
                     tag_name((number + 1) % kTags) + "']\n---\n";
  for (int level = 2; level <= 6; ++level)
    text += std::string(level, '#') + " " + repeated("word \"&\" ", odd ? 500 : 10) + "\n\n";
  return text + query_words() + repeated(" word a \" & < b", odd ? 1'200 : 60) + "\n";
}

std::string publish_large(const std::string& index_dir) {
  std::filesystem::create_directories(index_dir + "/shard");
  const Site site = large_site();
  const std::string dir = new_generation(index_dir);
  {
    ShardWriter writer(index_dir + "/shard");
    const LinkResolver links{[](const std::string&) { return std::nullopt; },
                             [](const std::string&) { return false; }};
    for (int i = 0; i < kDocuments; ++i) {
      const std::string id = i == 0 ? "a0" : repeated("아이디", 150) + std::to_string(i);
      // A third of all in one category, one in each of the others.
      const std::string category = i % 3 == 0 ? category_id(0) : category_id(i % kCategories);
      const std::string path = "help/en/a" + std::to_string(i) + ".md";
      const ParseResult parsed =
          parse_article({path, Kind::help, id, "en", category}, {path, source_of(i)}, site, links);
      writer.add(encode_document(*parsed.document));
    }
    writer.finish();
  }
  merge_shards({index_dir + "/shard"}, site, dir);
  seal_generation(dir, kDocuments);
  publish_generation(index_dir, dir);
  return dir;
}

std::string many(const std::string& name, size_t from, const std::function<std::string(int)>& value) {
  std::string query;
  for (int i = 0;; ++i) {
    const std::string pair = "&" + name + "=" + value(i);
    if (from + query.size() + pair.size() > kLongest - 100) return query;
    query += pair;
  }
}

// What is behind the '?', for a path of so many bytes.
std::vector<std::string> worst_queries(size_t path) {
  const auto filled = [path](const std::string& start, const std::string& piece) {
    return start + repeated(piece, kLongest - path - start.size() - 1);
  };
  const auto number = [](int i) { return std::to_string(i); };
  const std::string shown = "explain=1&per_page=50&lang=en&q=word+a+b";
  const std::string tags_there = many("tag", path + 1600, [](int i) { return percent_encode(tag_name(i)); });
  return {
      "",
      filled("q=", "a"),
      filled("q=", "%22"),
      filled("q=word%22", "%26%3C%22%27"),
      filled("q=word+", "\"'<>"),
      filled("q=", "%ED%95%9C%EA%B5%AD"),
      filled("per_page=50&q=word+", "a+b+"),
      filled("explain=1&per_page=50&q=", "word+a+b+title+"),
      filled("explain=1&per_page=50&lang=en&q=word+a+", "%ED%95%9C"),
      filled("q=word&x=", "("),
      filled("q=word&lang=", "("),
      filled("page=2&q=word&tag=", "("),
      filled("q=word&q=", "a&q="),
      filled("", "q=a&"),
      filled("", "(&"),
      filled("", "tag=x&"),
      filled("per_page=50&q=word&", "kind=help&kind=community&level=basic&level=expert&"),
      "per_page=50&q=word" + many("tag", path + 20, number),
      "per_page=50&q=word" + many("category", path + 20, number),
      "per_page=50&q=word" + many("product", path + 20, number),
      "explain=1&per_page=50&q=" + repeated("%ED%95%9C", 3 * 500) + "+word" +
          many("tag", path + 1600, number),
      "explain=1&per_page=50&q=" + repeated("word+a+b+", 1500) + many("tag", path + 1600, number),
      "explain=1&per_page=50&q=" + in_address(query_words()),
      "per_page=50&q=" + in_address(query_words()) + repeated("%22", 1200) + many("tag", path + 1400, number),
      "explain=1&per_page=50&lang=en&q=" + in_address(query_words()) + many("tag", path + 200, number),
      "per_page=50&lang=en&q=word+" + repeated("%22", 1500) + tags_there,
      "correct=0&" + shown + tags_there,
      shown + "&page=19",
      "page=2",
      "page=7&per_page=200",
      "lang=en&keep=1" + many("tag", path + 20, number),
      "q=word+a+b" + many("not", path + 40, [](int i) { return "a" + std::to_string(i) + "%23x"; }),
      "q=" + in_address(query_words()) + "&not=" + repeated("%EC%95%84", 400) + "%23" + repeated("%22", 400),
      "limit=20&q=word",
      "limit=20&lang=en&q=t",
  };
}

std::vector<std::string> addresses_of(const Route& route) {
  const std::pair<const char*, std::string> values[] = {
      {"{lang}", "en"},
      {"{id}", route.door.name == "category" ? percent_encode(category_id(0)) : "a0"},
      {"{path*}", "css/app.css"}};
  std::string path(route.door.path);
  for (const auto& [name, value] : values) {
    if (const size_t at = path.find(name); at != std::string::npos)
      path.replace(at, std::string(name).size(), value);
  }
  std::vector<std::string> addresses;
  for (const std::string& query : worst_queries(path.size()))
    addresses.push_back(query.empty() ? path : path + "?" + query);
  return addresses;
}

class PageSizeTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    dir_ = new testing::TemporaryDirectory;
    app_ = new testing::TestApp({.live_reload = true});
    app_->serve(app_->open(publish_large(dir_->path() + "/index")));
  }
  static void TearDownTestSuite() {
    delete app_;
    delete dir_;
  }

  // The largest that is let through, for the report.
  static void expect_bounded(const std::string& address) {
    ASSERT_LE(address.size(), kLongest);
    const auto started = std::chrono::steady_clock::now();
    const Response response = app_->get(address);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
    EXPECT_LT(response.status, 500) << address.substr(0, 120);
    EXPECT_LE(response.body.size(), kMaxAnswer) << address.substr(0, 120);
    for (const auto& [name, value] : response.headers) EXPECT_LE(value.size(), kMaxHeader) << name;
    if (response.body.size() > largest_) {
      largest_ = response.body.size();
      std::cout << response.body.size() / 1024 << " KB in " << took.count()
                << " ms: " << address.substr(0, 90) << "\n";
    }
  }

  static testing::TestApp* app_;
  static testing::TemporaryDirectory* dir_;
  static size_t largest_;
};

testing::TestApp* PageSizeTest::app_ = nullptr;
testing::TemporaryDirectory* PageSizeTest::dir_ = nullptr;
size_t PageSizeTest::largest_ = 0;

TEST_F(PageSizeTest, EveryRouteIsBounded) {
  for (const Route& route : routes_without(Effect::uses_store)) {
    if (route.door.name == "sitemap") continue;
    for (const std::string& address : addresses_of(route)) expect_bounded(address);
  }
}

TEST_F(PageSizeTest, AddressesOfNothingAreBounded) {
  for (const char* start :
       {"/", "/api/", "/api/v1/articles/", "/en/articles/", "/en/categories/", "/old?", "/files/", "/xx/"}) {
    for (const char* piece : {"a", "%22", "%ED%95%9C", "(", "\"", "a/", "word-"}) {
      expect_bounded(start + repeated(piece, 8000));
    }
  }
}

TEST_F(PageSizeTest, ALongListIsInPages) {
  const std::string path = "/en/categories/" + percent_encode(category_id(0));
  size_t articles = 0;
  std::string next = path;
  int pages = 0;
  while (!next.empty()) {
    const std::string body = app_->get(next).body;
    ++pages;
    for (size_t at = body.find("<li class=\"ref\""); at != std::string::npos;
         at = body.find("<li class=\"ref\"", at + 1))
      ++articles;
    EXPECT_NE(body.find("<link rel=\"canonical\" href=\"https://help.example.com" + next + "\">"),
              std::string::npos);
    EXPECT_EQ(body.find("<link rel=\"prev\"") != std::string::npos, pages > 1);
    const size_t link = body.find("<link rel=\"next\" href=\"");
    const size_t start = link + 23;
    next = link == std::string::npos ? "" : body.substr(start, body.find('"', start) - start);
  }
  EXPECT_EQ(articles, 1003u);
  EXPECT_EQ(pages, 11);
  EXPECT_EQ(app_->get(path + "?page=1").status, 200);
  EXPECT_EQ(app_->get(path + "?page=12").status, 404);
  EXPECT_EQ(app_->get(path + "?page=0").status, 400);
  EXPECT_EQ(app_->get("/en/categories?page=12").status, 200);
  EXPECT_EQ(app_->get("/en/categories?page=13").status, 404);
  EXPECT_EQ(app_->get("/en/categories?page=x").status, 400);
}

}  // namespace
}  // namespace signpost
