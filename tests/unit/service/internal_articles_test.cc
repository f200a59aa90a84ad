// internal_articles_test.cc - what is internal leaks nowhere: everything that is answered to everybody is
// byte for byte what it is where nothing internal exists, whoever claims to be of staff; and staff see it
// all.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "base/percent.h"
#include "index/generation.h"
#include "indexer/indexing_run.h"
#include "release/pack.h"
#include "release/publish.h"
#include "service/routes.h"
#include "service/staff_door.h"
#include "staff_app.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using testing::Headers;
using testing::kStaffPassword;
using ::testing::Not;
using testing::TemporaryDirectory;

constexpr char kCanary[] = "quokkafact";  // in every internal text
constexpr size_t kQueries = 2000;

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void append(const fs::path& path, const std::string& text) {
  ASSERT_TRUE(fs::exists(path)) << path;
  std::ofstream(path, std::ios::binary | std::ios::app) << text;
}

// An internal part, and the empty lines that it stands in the place of.
struct Part {
  const char* file;
  const char* text;
};
constexpr Part kParts[] = {
    {"help/en/search/search-tips.md",
     "\n> [!STAFF]\n> Agents may quokkafact the zebrine index.\n\nThe end.\n"},
    {"help/ko/search/search-tips.md", "\n> [!staff] 상담원\n> 얼룩말꿀단지 quokkafact\n\n끝.\n"},
    {"help/ja/search/search-tips.md", "\n- > [!STAFF]\n  > 縞馬蜂蜜 quokkafact\n\n以上。\n"},
};

std::string emptied(const std::string& part) {
  std::string out;
  std::istringstream lines(part);
  for (std::string line; std::getline(lines, line);) {
    const bool is_item = line.starts_with("- >");
    const bool is_part = line.starts_with(">") || line.starts_with("  >") || is_item;
    out += (is_item ? "- " : is_part ? "" : line) + "\n";
  }
  return out;
}

// Our own articles, with internal ones and without.
class Sources {
 public:
  Sources() {
    for (const char* name : {"with", "without"})
      fs::copy(std::string(SIGNPOST_SOURCE_DIR) + "/articles", path(name), fs::copy_options::recursive);
    for (const Part& part : kParts) {
      append(path("with") + "/" + part.file, part.text);
      append(path("without") + "/" + part.file, emptied(part.text));
    }
    add("internal/help/en/search/quokka-limits.md",
        "---\nid: quokka-limits\ntitle: Zebrine limits quokkafact\ncategory: search\ntags: [quokkatag]\n"
        "aliases: [/old/quokkafact]\nproduct: Quokkaproduct\n---\n"
        "A quokkafact of ours. See [tips](../../../../help/en/search/search-tips.md).\n\n"
        "![plan](plan-quokkafact.png)\n\n## How do I filter by quokkafact\n\n1. Ask the zebrine team.\n");
    add("internal/help/en/search/plan-quokkafact.png", "\x89PNG quokkafact");
    add("help/ko/search/internal/quokka-limits.md",
        "---\nid: quokka-limits\ntitle: 얼룩말꿀단지 한도 quokkafact\n---\n본문 quokkafact 얼룩말꿀단지.\n");
    add("help/ja/search/quokka-limits.md",
        "---\nid: quokka-limits\nvisibility: staff\ntitle: 縞馬蜂蜜の上限 quokkafact\n---\n本文 "
        "quokkafact。\n");
    add("help/en/search/search-tips.internal.md",
        "---\ntitle: Filters quokkafact\n---\nA quokkafact twin.\n");
    add("community/en/quokka-thread/question.md",
        "---\ntitle: Why quokkafact?\nauthor: lee\nvisibility: staff\n---\nquokkafact question\n");
    add("community/en/quokka-thread/answer-1.md", "---\nauthor: kim\n---\nquokkafact answer\n");
    add("internal/incidents/en/quokka-outage.md",
        "---\ntitle: Zebrine outage quokkafact\nstatus: investigating\nstarted: 2026-11-01 10:00 UTC\n---\n"
        "## 2026-11-01 10:00 UTC - Investigating\n\nquokkafact down.\n");
  }

  std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
  const std::set<std::string>& internal() const { return internal_; }
  void add(const std::string& file, const std::string& text) {
    testing::write_file(path("with") + "/" + file, text);
    internal_.insert(file);
  }

 private:
  TemporaryDirectory folder_;
  std::set<std::string> internal_;
};

// One of the two, as it is packed for everybody: the pack depends on nothing but the articles.
struct Built {
  std::string index;
  std::string pack;
  std::string published;  // an index that the pack was published into
};

Built build(const Sources& sources, const std::string& name) {
  Built built{sources.path(name + "-index"), sources.path(name + ".pack"), sources.path(name + "-published")};
  IndexOptions options;
  options.source = sources.path(name);
  options.output = built.index;
  options.jobs = 1;
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_NE(run_index(options, out, err), kExitNotPublished) << err.str();
  EXPECT_EQ(err.str().find(kCanary), std::string::npos) << err.str();
  run_pack({.index = built.index, .output = built.pack, .revision = "", .program = "test"}, out);
  PublishOptions publish;
  publish.file = built.pack;
  publish.index = built.published;
  run_publish(publish, out);
  return built;
}

// Each number that stands behind these words.
void leave_out_number(std::string_view words, std::string& text) {
  for (size_t at = text.find(words); at != std::string::npos; at = text.find(words, at)) {
    at += words.size();
    text.erase(at, std::min(text.find_first_not_of("0123456789.e-", at), text.size()) - at);
  }
}

class Fixture {
 public:
  Sources sources;
  Built with = build(sources, "with");
  Built without = build(sources, "without");
};

class InternalArticlesTest : public testing::StaffApp {
 protected:
  static void SetUpTestSuite() { fixture_ = std::make_unique<Fixture>(); }
  static void TearDownTestSuite() { fixture_.reset(); }

  InternalArticlesTest()
      : log_(LogLevel::info, log_text_),
        web_(std::make_shared<const WebFiles>(testing::web_dir())),
        with_{.web = web_,
              .generation = open(fixture_->with.published),
              .staff = open(staff_index(fixture_->with.index))},
        without_{.web = web_, .generation = open(fixture_->without.published)},
        app_with_(options(), log_, [this] { return with_; }),
        app_without_(options(), log_, [this] { return without_; }) {}

  AppOptions options() {
    AppOptions options;
    options.log_queries = true;
    options.store = &store_;
    options.clock = [] { return now_; };
    options.staff = &entrance_;
    options.staff_header = "x-forwarded-user";
    return options;
  }

  std::shared_ptr<const ServedGeneration> open(const std::string& index) const {
    return std::make_shared<const ServedGeneration>(*current_generation(index), web_);
  }

  static Response ask(App& app, const std::string& method, const std::string& target,
                      const Headers& headers = {}) {
    Request request;
    request.method = method;
    EXPECT_TRUE(parse_target(target, request)) << target;
    request.headers = headers;
    request.headers.emplace_back("accept-language", "en");
    request.client = "192.0.2.1";
    if (const auto kept = app.at_once(request)) return kept->response();
    return app.handle(request);
  }

  // All that is seen of an answer, but for the time that it took and the names of the generations.
  std::string seen(const Response& response, const Serving& serving) const {
    std::string all = std::to_string(response.status) + "\n" + response.content_type + "\n" + response.etag +
                      "\n" + std::to_string(static_cast<int>(response.cache)) + "\n";
    for (const auto& [name, value] : response.headers) all += name + ": " + value + "\n";
    all += response.body + std::to_string(response.file.size);
    const std::string& name = serving.generation->searcher().name();
    for (size_t at = all.find(name); at != std::string::npos; at = all.find(name))
      all.replace(at, name.size(), "G");
    for (const char* before : {"\"took_ms\":", "Server-Timing: search;dur="}) leave_out_number(before, all);
    return all;
  }

  static Response ask_as_assistant(App& app, const std::string& question, const Headers& headers) {
    Request request;
    request.method = "POST";
    request.path = "/mcp";
    request.headers = headers;
    request.headers.emplace_back("content-type", "application/json");
    request.body = R"({"jsonrpc": "2.0", "id": 1, "method": )" + question + "}";
    request.client = "192.0.2.1";
    return app.handle(request);
  }

  // The same of both services to one of the strangers.
  void expect_same(const std::string& method, const std::string& target, const Headers& stranger) {
    const std::string want = seen(ask(app_without_, method, target), without_);
    const std::string got = seen(ask(app_with_, method, target, stranger), with_);
    if (got == want) return;
    ADD_FAILURE() << method << " " << target << " differs at byte "
                  << std::mismatch(got.begin(), got.end(), want.begin(), want.end()).first - got.begin()
                  << "\n"
                  << got.substr(0, 3000) << "\n----\n"
                  << want.substr(0, 3000);
  }
  // Whoever asks.
  void expect_same(const std::string& method, const std::string& target) {
    for (const Headers& stranger : strangers_) expect_same(method, target, stranger);
  }

  static inline std::unique_ptr<Fixture> fixture_;
  std::ostringstream log_text_;
  Log log_;
  std::shared_ptr<const WebFiles> web_;
  Serving with_;
  Serving without_;
  App app_with_;
  App app_without_;
  const std::string ended_ = [this] {
    const std::string token = begin_session();
    now_ += StaffEntrance::kLongestSeconds;
    return token;
  }();
  const std::vector<Headers> strangers_ = {{},
                                           cookie(ended_),
                                           cookie(std::string(64, 'a')),
                                           {{"x-forwarded-user", "lee"}},
                                           {{"authorization", "Basic bGVlOmxlZQ=="}}};
};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// All that an assistant can ask for: what there is for everybody, what is internal, and nothing.
std::vector<std::string> questions_of_assistants() {
  std::vector<std::string> params;
  for (const char* lang : {"en", "ko", "ja"}) {
    const std::string in = std::string(R"(", "lang": ")") + lang + R"("}})";
    for (const char* words :
         {"zebrine limits", "얼룩말꿀단지", "縞馬蜂蜜", "quokkafact", "tag:quokkatag", "filters"}) {
      params.push_back(std::string(R"("tools/call", "params": {"name": "search", "arguments": {"query": ")") +
                       words + in);
      params.push_back(
          std::string(R"("tools/call", "params": {"name": "answer", "arguments": {"question": ")") + words +
          in);
    }
    for (const char* id : {"quokka-limits", "quokka-thread", "search-tips"}) {
      params.push_back(std::string(R"("tools/call", "params": {"name": "fetch", "arguments": {"id": ")") +
                       id + in);
      params.push_back(std::string(R"("resources/read", "params": {"uri": "signpost://)") + lang +
                       "/articles/" + id + R"("})");
    }
  }
  for (const char* all :
       {R"("resources/list")", R"("resources/list", "params": {"cursor": "100"})", R"("tools/list")"})
    params.emplace_back(all);
  return params;
}

// Lines of all texts, public and internal, words of them, their beginnings, and with a letter missing.
std::vector<std::string> queries(const std::string& source) {
  std::vector<std::string> all = {kCanary,        "quokkafac",    "quokafact",     "zebrine limits",
                                  "얼룩말꿀단지", "縞馬蜂蜜",     "tag:quokkatag", "\"quokkafact twin\"",
                                  "quokka",       "filters",      "얼룩말꿀",      "縞馬",
                                  "zebrnie",      "Quokkaproduct"};
  std::vector<std::string> lines;
  for (const auto& entry : fs::recursive_directory_iterator(source)) {
    if (entry.path().extension() != ".md") continue;
    std::istringstream text(read_all(entry.path()));
    for (std::string line; std::getline(text, line);) {
      if (line.starts_with("#") || line.starts_with("title: "))
        lines.push_back(line.substr(line.find(' ') + 1));
    }
  }
  std::sort(lines.begin(), lines.end());
  for (size_t i = 0; all.size() < kQueries && i < lines.size() * 4; ++i) {
    const std::string& line = lines[i % lines.size()];
    const std::vector<std::string> words = words_of(line);
    if (words.empty()) continue;
    const std::string& word = words[i % words.size()];
    switch (i / lines.size()) {
      case 0:
        all.push_back(line);
        break;
      case 1:
        all.push_back(word);
        break;
      case 2:
        all.push_back(word.substr(0, word.size() / 2));
        break;
      default:
        all.push_back(words.front() + " " + word.substr(0, 1) +
                      word.substr(std::min<size_t>(2, word.size())));
    }
  }
  return all;
}

// Each address that a route can have here: of what there is for everybody, of what is internal, and of
// nothing.
std::vector<std::string> addresses(const Route& route) {
  const std::map<std::string, std::vector<std::string>> values = {
      {"{lang}", {"en", "ko", "ja"}},
      {"{id}",
       {"search-tips", "search-tips.md", "quokka-limits", "quokka-limits.md", "search", "quokka-outage",
        "quokka-thread", "container-image-downloads-failed", "nothing"}},
      {"{code}", {"000000", "zzzzzz"}},
      {"{file}", {"0123456789abcdef.png"}},
      {"{path*}",
       {"images/logo.svg", "internal/help/en/search/plan-quokkafact.png", "css/app.css", "000001.xml"}}};
  std::vector<std::string> all = {std::string(route.door.path)};
  for (const auto& [name, texts] : values) {
    std::vector<std::string> next;
    for (const std::string& path : all) {
      const size_t at = path.find(name);
      for (const std::string& text : texts) {
        next.push_back(at == std::string::npos ? path
                                               : path.substr(0, at) + text + path.substr(at + name.size()));
        if (at == std::string::npos) break;
      }
    }
    all = next;
  }
  return all;
}

bool is_for_everybody(const Door& door) {
  return door.audience == Audience::anybody && !is_for_staff(door) && door.effect != Effect::uses_store &&
         door.method == Method::get;
}

TEST_F(InternalArticlesTest, ThePackForEverybodyIsTheOneOfASourceWithoutThem) {
  const std::string with = read_all(fixture_->with.pack);
  ASSERT_GT(with.size(), 100'000u);
  EXPECT_TRUE(with == read_all(fixture_->without.pack));
  std::ostringstream out;
  EXPECT_THROW(run_pack({.index = staff_index(fixture_->with.index),
                         .output = fixture_->with.pack + ".staff",
                         .revision = "",
                         .program = "test"},
                        out),
               Error);
  EXPECT_FALSE(fs::exists(fixture_->with.pack + ".staff"));
}

TEST_F(InternalArticlesTest, NoFileOfTheIndexForEverybodyKnowsThem) {
  size_t files = 0;
  for (auto at = fs::recursive_directory_iterator(fixture_->with.index); at != fs::end(at); ++at) {
    if (at->path() == staff_index(fixture_->with.index)) {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file()) continue;
    ++files;
    const std::string bytes = read_all(at->path());
    for (const char* word : {kCanary, "quokka", "zebrine", "얼룩말꿀단지", "縞馬蜂蜜"})
      EXPECT_EQ(bytes.find(word), std::string::npos) << at->path() << ": " << word;
  }
  EXPECT_GT(files, 10u);
}

TEST_F(InternalArticlesTest, EveryRouteAnswersEverybodyAsIfTheyWereNotThere) {
  size_t asked = 0;
  for (const Route& route : routes()) {
    if (!is_for_everybody(route.door)) continue;
    for (const std::string& address : addresses(route)) {
      EXPECT_EQ(address.find('{'), std::string::npos) << address << ": what stands for this name here?";
      for (const char* method : {"GET", "HEAD", "OPTIONS", "POST"}) expect_same(method, address);
      ++asked;
    }
  }
  EXPECT_GT(asked, 100u);
  for (const char* address :
       {"/old/quokkafact", "/nothing/here", "/internal/help/en/search/quokka-limits.md",
        "/en/articles/Quokka-Limits", "/files/internal/help/en/search/plan-quokkafact.png",
        "/en/categories/internal", "/internal/", "/staff"})
    expect_same("GET", address);
}

// A card is in a cache of everybody's for a year: so only what everybody may read has one, and staff get
// none.
TEST_F(InternalArticlesTest, NothingOfTheIndexForStaffHasACard) {
  const Searcher& staff = with_.staff->searcher();
  const Searcher& everybody = with_.generation->searcher();
  for (const char* lang : {"en", "ko", "ja"}) {
    EXPECT_NE(everybody.card("search-tips", lang), "") << lang;
    EXPECT_TRUE(everybody.card("search-tips", lang) ==
                without_.generation->searcher().card("search-tips", lang));
    for (const char* id : {"search-tips", "quokka-limits", "roll-back"})
      EXPECT_EQ(staff.card(id, lang), "") << id << " " << lang;
  }
  const Headers lee = cookie(begin_session());
  EXPECT_THAT(ask(app_with_, "GET", "/en/articles/search-tips").body, HasSubstr("og:image"));
  EXPECT_THAT(ask(app_with_, "GET", "/en/articles/search-tips", lee).body, Not(HasSubstr("og:image")));
  EXPECT_THAT(ask(app_with_, "GET", "/en/articles/quokka-limits", lee).body, Not(HasSubstr("og:image")));
  for (const Headers& who : {lee, Headers{}})
    EXPECT_EQ(ask(app_with_, "GET", "/cards/quokka-limits/0123456789abcdef.png", who).status, 404);
}

TEST_F(InternalArticlesTest, TwoThousandQueriesAreAnsweredAsIfTheyWereNotThere) {
  const std::vector<std::string> all = queries(fixture_->sources.path("with"));
  ASSERT_EQ(all.size(), kQueries);
  const char* const langs[] = {"en", "ko", "ja"};
  const Headers lee = cookie(begin_session());
  for (size_t i = 0; i < all.size(); ++i) {
    const std::string q = "?q=" + percent_encode(all[i]) + "&lang=" + langs[i % 3];
    const Headers& stranger = strangers_[i % strangers_.size()];
    // Nothing that a thread or a cache keeps of what staff asked is given to the next.
    ask(app_with_, "GET", "/search" + q, lee);
    ask(app_with_, "GET", "/api/v1/answer" + q + "&explain=1", lee);
    expect_same("GET", "/search" + q, stranger);
    expect_same("GET", "/api/v1/search" + q + "&explain=1", stranger);
    expect_same("GET", "/api/v1/suggest" + q, stranger);
    expect_same("GET", "/api/v1/answer" + q + "&explain=1", stranger);
    expect_same("GET", "/ask" + q, stranger);
    if (HasFailure()) break;
  }
}

TEST_F(InternalArticlesTest, AssistantsAreAnsweredAsIfTheyWereNotThereWhoeverUsesThem) {
  std::vector<Headers> askers = strangers_;
  askers.push_back(cookie(begin_session()));
  for (const std::string& question : questions_of_assistants()) {
    const Response want = ask_as_assistant(app_without_, question, {});
    EXPECT_EQ(want.status, 200) << question;
    for (const Headers& asker : askers)
      EXPECT_EQ(ask_as_assistant(app_with_, question, asker).body, want.body) << question;
  }
}

TEST_F(InternalArticlesTest, StaffFindReadAndSeeThem) {
  const Headers lee = cookie(begin_session());
  const auto body = [&](const std::string& target) {
    const Response response = ask(app_with_, "GET", target, lee);
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_EQ(header_of(response, "Cache-Control"), "no-store") << target;
    EXPECT_EQ(header_of(response, "X-Robots-Tag"), "noindex") << target;
    EXPECT_EQ(response.etag, "") << target;
    EXPECT_FALSE(response.kept) << target;
    return response.body;
  };
  EXPECT_THAT(body("/en/articles/quokka-limits"), HasSubstr("badge-internal"));
  EXPECT_THAT(body("/ko/articles/quokka-limits"), HasSubstr("얼룩말꿀단지"));
  EXPECT_THAT(body("/community/quokka-thread"), HasSubstr("quokkafact answer"));
  EXPECT_THAT(body("/en/articles/search-tips"), HasSubstr("admonition staff"));
  EXPECT_THAT(body("/ja/articles/search-tips.md"), HasSubstr("縞馬蜂蜜"));
  EXPECT_THAT(body("/search?q=zebrine+limits&lang=en"), HasSubstr("hit-internal"));
  EXPECT_THAT(body("/api/v1/search?q=zebrine+limits&lang=en"), HasSubstr("\"internal\":\"whole\""));
  EXPECT_THAT(body("/api/v1/search?q=agents+zebrine+index&lang=en"), HasSubstr("\"internal\":\"parts\""));
  EXPECT_THAT(body("/api/v1/search?q=zebrnie&lang=en"), HasSubstr("zebrine"));
  EXPECT_THAT(body("/api/v1/suggest?q=zebrine&lang=en"), HasSubstr("Zebrine limits"));
  EXPECT_THAT(body("/en/incidents/quokka-outage"), HasSubstr("quokkafact down"));
  EXPECT_THAT(body("/"), HasSubstr("internal-bar"));
  EXPECT_EQ(ask(app_with_, "GET", "/old/quokkafact", lee).status, 301);
  EXPECT_EQ(header_of(ask(app_with_, "GET", "/old/quokkafact", lee), "Cache-Control"), "no-store");
  EXPECT_EQ(ask(app_with_, "GET", "/files/internal/help/en/search/plan-quokkafact.png", lee).status, 200);
  // What is for everybody has the address there that it has for everybody.
  EXPECT_THAT(body("/en/articles/search-tips"), HasSubstr("/en/articles/search-tips"));
  // Who asked before, and who asks next, is nobody's matter.
  EXPECT_EQ(ask(app_with_, "GET", "/en/articles/quokka-limits").status, 404);
  expect_same("GET", "/search?q=zebrine+limits&lang=en");
}

TEST_F(InternalArticlesTest, NoLogHasWhatStaffLookedFor) {
  const Headers lee = cookie(begin_session());
  ask(app_with_, "GET", "/search?q=quokkafact", lee);
  ask(app_with_, "GET", "/api/v1/answer?q=quokkafact", lee);
  ask(app_with_, "GET", "/en/articles/quokka-limits", lee);
  ask(app_with_, "GET", "/search?q=install", {});
  EXPECT_EQ(log_text_.str().find(kCanary), std::string::npos) << log_text_.str();
  EXPECT_NE(log_text_.str().find("install"), std::string::npos) << "queries are logged at all";
}

TEST_F(InternalArticlesTest, AFormIsAboutWhatEverybodySees) {
  const std::string token = begin_session();
  for (const char* target : {"/api/v1/feedback", "/en/feedback"}) {
    Request request;
    request.method = "POST";
    ASSERT_TRUE(parse_target(target, request));
    request.headers = cookie(token);
    request.headers.emplace_back("content-type", "application/json");
    request.body = R"({"article":"quokka-limits","lang":"en","helpful":false})";
    const Response response = app_with_.handle(request);
    EXPECT_GE(response.status, 400) << target;
    EXPECT_THAT(response.body, Not(HasSubstr("Zebrine"))) << target;
  }
}

}  // namespace
}  // namespace signpost
