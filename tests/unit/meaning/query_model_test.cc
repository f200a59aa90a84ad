// query_model_test.cc - an embedder that is slow, wrong or gone costs those who search next to nothing.
#include "meaning/query_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "scripted_embedder.h"

namespace signpost {
namespace {

using testing::answer_by_length;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::http_answer;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::ReceivedRequest;
using testing::ScriptedServer;
using testing::texts_in;
using namespace std::chrono_literals;

// A model at a server, with a clock of the test's own and all that it says.
struct Asked {
  explicit Asked(ScriptedServer::Script script, std::chrono::milliseconds deadline = 60s)
      : server(std::move(script)), model(options(deadline)) {}

  QueryModelOptions options(std::chrono::milliseconds deadline) {
    QueryModelOptions options;
    options.url = server.url();
    options.key = "sesame";
    options.deadline = deadline;
    options.on_change = [this](bool away, const std::string& reason) {
      said.push_back(away ? "away: " + reason : "back");
    };
    options.now = [this] { return now; };
    return options;
  }
  bool answers(std::string_view query, uint32_t dimension = 3, const MeaningSettings& settings = {}) const {
    return model.vector_of(query, settings, dimension).has_value();
  }

  ScriptedServer server;
  QueryModelOptions::Clock::time_point now{};
  std::vector<std::string> said;
  QueryModel model;
};

std::string failing(const ReceivedRequest& request, size_t) {
  return http_answer(500, "{\"error\":{\"message\":\"no: " + texts_in(request)[0] + "\"}}");
}

TEST(QueryModel, AsksForQueriesAsTheSiteSays) {
  const Asked asked([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  const MeaningSettings settings{true, "e5", "e5-query", "query: ", "passage: "};
  const auto vector = asked.model.vector_of("비밀번호", settings, 3);
  ASSERT_TRUE(vector);
  EXPECT_EQ(vector->size(), 3u);
  const auto request = asked.server.received().at(0);
  EXPECT_EQ(nlohmann::json::parse(request.body).at("model"), "e5-query");
  EXPECT_THAT(texts_in(request), ElementsAre("query: 비밀번호"));
  EXPECT_THAT(request.head, HasSubstr("Bearer sesame"));
}

TEST(QueryModel, KnowsWhatWasAskedBefore) {
  const Asked asked([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  EXPECT_TRUE(asked.answers("a"));
  EXPECT_TRUE(asked.answers("a"));
  EXPECT_EQ(asked.server.received().size(), 1u);
  EXPECT_TRUE(asked.answers("a", 3, {true, "another", "", "", ""}));
  EXPECT_EQ(asked.server.received().size(), 2u);
  EXPECT_EQ(asked.model.counts().answered, 2u);
  EXPECT_EQ(asked.model.counts().known, 1u);
}

TEST(QueryModel, ForgetsTheOldest) {
  const Asked asked([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  for (size_t i = 0; i <= QueryModel::kKnownVectors; ++i) ASSERT_TRUE(asked.answers(std::to_string(i)));
  const size_t before = asked.server.received().size();
  EXPECT_TRUE(asked.answers("1"));
  EXPECT_EQ(asked.server.received().size(), before);
  EXPECT_TRUE(asked.answers("0"));
  EXPECT_EQ(asked.server.received().size(), before + 1);
}

TEST(QueryModel, LeavesADeadEmbedderAloneForAWhile) {
  std::atomic<bool> works{false};
  Asked asked([&](const ReceivedRequest& request, size_t nth) {
    return works ? answer_by_length(request) : failing(request, nth);
  });
  for (int i = 0; i < 10; ++i) EXPECT_FALSE(asked.answers("a"));
  EXPECT_EQ(asked.server.received().size(), 3u);
  EXPECT_TRUE(asked.model.counts().away);
  asked.now += QueryModel::kPause;
  for (int i = 0; i < 10; ++i) EXPECT_FALSE(asked.answers("a"));
  EXPECT_EQ(asked.server.received().size(), 4u);  // one tries whether it is back
  works = true;
  EXPECT_FALSE(asked.answers("a"));
  asked.now += QueryModel::kPause;
  EXPECT_TRUE(asked.answers("a"));
  EXPECT_TRUE(asked.answers("b"));
  const QueryModelCounts counts = asked.model.counts();
  EXPECT_EQ(counts.failed, 4u);
  EXPECT_EQ(counts.answered, 2u);
  EXPECT_EQ(counts.passed_over, 17u);
  EXPECT_FALSE(counts.away);
  ASSERT_EQ(asked.said.size(), 2u);  // at changes only
  EXPECT_THAT(asked.said[0], HasSubstr("answered 500"));
  EXPECT_EQ(asked.said[1], "back");
}

// A server may repeat what it was asked, and the log must not have what people searched for.
TEST(QueryModel, SaysNothingOfTheQuery) {
  Asked asked(failing);
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(asked.answers("my secret"));
  ASSERT_EQ(asked.said.size(), 1u);
  EXPECT_THAT(asked.said[0], Not(HasSubstr("secret")));
}

TEST(QueryModel, WaitsNoLongerThanTheDeadline) {
  Asked asked([](const ReceivedRequest&, size_t) { return ""; }, 1ms);
  EXPECT_FALSE(asked.answers("a"));
  EXPECT_EQ(asked.model.counts().late, 1u);
  EXPECT_THAT(asked.said, IsEmpty());
}

TEST(QueryModel, AVectorOfAnotherDimensionIsAFailureThatIsSaidOnce) {
  Asked asked([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  for (int i = 0; i < 10; ++i) EXPECT_FALSE(asked.answers("a", 384));
  ASSERT_EQ(asked.said.size(), 1u);
  EXPECT_EQ(asked.said[0], "away: its vectors have 3 numbers, those of the index 384");
}

TEST(QueryModel, NeverHasTwoWaiting) {
  const QueryModel* model = nullptr;
  std::optional<std::vector<float>> second;
  Asked asked([&](const ReceivedRequest& request, size_t) {
    second = model->vector_of("b", {}, 3);  // while the first one waits
    return answer_by_length(request);
  });
  model = &asked.model;
  EXPECT_TRUE(asked.answers("a"));
  EXPECT_FALSE(second);
  EXPECT_EQ(asked.model.counts().passed_over, 1u);
  EXPECT_TRUE(asked.answers("a"));
}

TEST(QueryModel, RefusesWhatIsNoUrl) {
  QueryModelOptions options;
  options.url = "ftp://localhost";
  EXPECT_THROW(QueryModel{options}, Error);
}

}  // namespace
}  // namespace signpost
