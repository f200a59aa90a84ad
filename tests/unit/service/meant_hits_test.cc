// meant_hits_test.cc - what is found by meaning, with a model that is asked where words find little: as the
// API and the pages say it.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "index/manifest.h"
#include "index/query_table.h"
#include "index/schema.h"
#include "index/section_vectors.h"
#include "meaning/query_model.h"
#include "search/index_reader.h"
#include "test_site.h"
#include "tests/unit/net/scripted_server.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::http_answer;
using ::testing::Not;
using testing::ReceivedRequest;
using testing::ScriptedServer;
using testing::TestApp;

constexpr char kOtherWords[] = "/api/v1/search?q=xyzzy+plugh+frobnicate&lang=en";
constexpr char kOtherWordsPage[] = "/search?q=xyzzy+plugh+frobnicate&lang=en";

// The article "billing-faq" points one way, and no other one has a vector; the table knows no word.
void give_vectors(const std::string& dir) {
  const IndexReader index(dir);
  std::vector<uint32_t> counts(index.document_count(), 0);
  counts.at(index.find("en", "billing-faq") - 1) = 1;
  SectionVectorsWriter writer(dir + "/" + files::kVectors, 2, counts);
  writer.add({0, quantize(std::vector<float>{1, 0})});
  writer.close();
  testing::write_file(dir + "/" + files::kQueryTable, encode_query_table({{"", {0, 0}}}, {}));
  seal_generation(dir, index.document_count());
}

const std::string& generation_with_vectors() {
  static const testing::TemporaryDirectory place;
  static const std::string dir = [] {
    const std::string made = testing::publish_test_generation(place.path() + "/index");
    give_vectors(made);
    return made;
  }();
  return dir;
}

std::string pointing_there(const ReceivedRequest&, size_t) {
  return http_answer(200, R"({"data":[{"index":0,"embedding":[1,0]}]})");
}

QueryModelOptions options_for(const ScriptedServer& server) {
  QueryModelOptions options;
  options.url = server.url();
  options.deadline = std::chrono::seconds(60);
  return options;
}

class MeantHits : public ::testing::Test {
 protected:
  explicit MeantHits(ScriptedServer::Script script = pointing_there)
      : server_(std::move(script)), model_(options_for(server_)), app_({.model = &model_}) {
    app_.serve(app_.open(generation_with_vectors()));
  }
  nlohmann::json search(const char* target) { return nlohmann::json::parse(app_.get(target).body); }

  ScriptedServer server_;
  QueryModel model_;
  TestApp app_;
};

class MissedHits : public MeantHits {
 protected:
  MissedHits() : MeantHits([](const ReceivedRequest&, size_t) { return http_answer(500, "{}"); }) {}
};

TEST_F(MeantHits, AreSaidToBeInTheApi) {
  const nlohmann::json answer = search(kOtherWords);
  EXPECT_EQ(answer.at("meaning"), "model");
  EXPECT_EQ(answer.at("total"), 0);
  ASSERT_EQ(answer.at("hits").size(), 1u);
  EXPECT_EQ(answer.at("hits")[0].at("id"), "billing-faq");
  EXPECT_EQ(answer.at("hits")[0].at("by_meaning"), true);
}

TEST_F(MeantHits, AreNotWhatHasTheWords) {
  const nlohmann::json answer = search("/api/v1/search?q=reset+password&lang=en");
  EXPECT_EQ(answer.at("meaning"), "none");
  EXPECT_EQ(answer.at("hits")[0].at("by_meaning"), false);
  EXPECT_EQ(server_.received().size(), 0u);  // words found enough
}

TEST_F(MeantHits, HaveALineAboveThemOnThePage) {
  const std::string page = app_.get(kOtherWordsPage).body;
  EXPECT_THAT(page, HasSubstr("Nothing has these words. These may be what you mean:"));
  EXPECT_THAT(page, HasSubstr("href=\"/en/articles/billing-faq\""));
  EXPECT_THAT(page, Not(HasSubstr("0 results")));
  EXPECT_THAT(app_.get("/search?q=reset+password&lang=en").body,
              HasSubstr("id=\"meant\" aria-labelledby=\"meant-heading\" hidden"));
}

// Few people look at a second page.
TEST_F(MeantHits, AreOnTheFirstPageHoweverManyFollow) {
  const nlohmann::json answer = search("/api/v1/search?q=xyzzy+plugh+frobnicate+password&lang=en&per_page=1");
  EXPECT_GT(answer.at("total"), 1);
  ASSERT_EQ(answer.at("hits").size(), 2u);
  EXPECT_EQ(answer.at("hits")[0].at("by_meaning"), false);
  EXPECT_EQ(answer.at("hits")[1].at("id"), "billing-faq");
}

// One page has them, and it is the first one.
TEST_F(MeantHits, AreOnNoFurtherPage) {
  EXPECT_EQ(search((std::string(kOtherWords) + "&page=2").c_str()).at("hits").size(), 0u);
  EXPECT_THAT(app_.get(std::string(kOtherWordsPage) + "&page=2").body, HasSubstr("billing-faq"));
}

TEST_F(MeantHits, AreExplainedByTheirLikeness) {
  const nlohmann::json hit = search((std::string(kOtherWords) + "&explain=1").c_str()).at("hits")[0];
  ASSERT_EQ(hit.at("explanation").size(), 1u);
  EXPECT_EQ(hit.at("explanation")[0].at("what"), "likeness of meaning");
  EXPECT_EQ(hit.at("explanation")[0].at("value"), hit.at("score"));
  EXPECT_THAT(app_.get(std::string(kOtherWordsPage) + "&explain=1").body, HasSubstr("Likeness of meaning"));
}

TEST_F(MeantHits, AreCounted) {
  search(kOtherWords);
  const std::string text = app_.app().metrics({}).body;
  EXPECT_THAT(text, HasSubstr("signpost_embedder_questions_total{outcome=\"answered\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("signpost_embedder_away 0\n"));
}

// What the model gave nothing to is another answer when it does.
TEST_F(MissedHits, LeaveAnAnswerThatNobodyKeeps) {
  const Response answer = app_.get(kOtherWords);
  EXPECT_EQ(nlohmann::json::parse(answer.body).at("meaning"), "none");
  EXPECT_EQ(answer.cache, CachePolicy::no_store);
  EXPECT_EQ(answer.etag, "");
  EXPECT_EQ(app_.get(kOtherWordsPage).cache, CachePolicy::no_store);
  EXPECT_NE(app_.get("/api/v1/search?q=reset+password&lang=en").etag, "");
}

// Whoever keeps an answer of a service without an embedder asks this one again.
TEST_F(MeantHits, MakeAnotherTag) {
  TestApp without;
  without.serve(without.open(generation_with_vectors()));
  EXPECT_EQ(nlohmann::json::parse(without.get(kOtherWords).body).at("meaning"), "none");
  EXPECT_NE(without.get(kOtherWords).etag, app_.get(kOtherWords).etag);
}

}  // namespace
}  // namespace signpost
