#include "meaning/embed_cached.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "scripted_embedder.h"

namespace signpost {
namespace {

using testing::answer_by_length;
using ::testing::ElementsAre;
using testing::embedder_at;
using ::testing::HasSubstr;
using testing::http_answer;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::ReceivedRequest;
using testing::ScriptedServer;
using ::testing::SizeIs;
using testing::texts_in;

using Texts = std::vector<std::string>;

class EmbedCachedTest : public ::testing::Test {
 protected:
  EmbedCachedTest() : cache_(file_, [](const std::string& message) { ADD_FAILURE() << message; }) {}
  ~EmbedCachedTest() override { std::filesystem::remove(file_); }

  CachedTexts embed(const ScriptedServer& server, const Texts& texts) {
    progress_.clear();
    BatchLimits limits;
    limits.texts = 2;
    limits.tries = 1;
    return embed_cached(named(server), cache_, TextKind::passage, texts, limits,
                        [this](size_t done, size_t total) { progress_.emplace_back(done, total); });
  }
  // The same model, wherever it is.
  static Embedder named(const ScriptedServer& server) {
    return embedder_at(server, "", {true, "m", "", "", ""});
  }

  static std::vector<size_t> dimensions(const CachedTexts& got) {
    std::vector<size_t> out;
    for (const auto& vector : got.vectors) out.push_back(vector ? vector->values.size() : 0);
    return out;
  }

  const std::string file_ = ::testing::TempDir() + "signpost-embed-cached-" + std::to_string(getpid());
  EmbeddingCache cache_;
  std::vector<std::pair<size_t, size_t>> progress_;
};

// Vectors of so many components.
ScriptedServer::Script model_of(size_t dimension) {
  return [dimension](const ReceivedRequest& request, size_t) {
    nlohmann::json data = nlohmann::json::array();
    for (const std::string& text : texts_in(request)) {
      nlohmann::json embedding(std::vector<float>(dimension, 1));
      embedding[0] = text.size();
      data.push_back({{"index", data.size()}, {"embedding", embedding}});
    }
    return http_answer(200, nlohmann::json{{"data", data}}.dump());
  };
}

TEST_F(EmbedCachedTest, AsksForEachTextOnce) {
  ScriptedServer server([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  CachedTexts got = embed(server, {"a", "bb", "a", "ccc", "bb"});
  EXPECT_EQ(got.error, "");
  EXPECT_EQ(got.asked, 3u);
  ASSERT_THAT(got.vectors, SizeIs(5));
  EXPECT_EQ(got.vectors[0], got.vectors[2]);
  EXPECT_EQ(got.vectors[1], got.vectors[4]);
  EXPECT_NE(got.vectors[0], got.vectors[1]);
  EXPECT_THAT(progress_, ElementsAre(Pair(2, 3), Pair(3, 3)));

  const CachedTexts again = embed(server, {"ccc", "dddd", "a"});
  EXPECT_EQ(again.asked, 1u);
  EXPECT_EQ(again.vectors[0], got.vectors[3]);
  EXPECT_EQ(again.vectors[2], got.vectors[0]);
  EXPECT_TRUE(again.vectors[1]);
  ASSERT_THAT(server.received(), SizeIs(3));
  EXPECT_THAT(texts_in(server.received()[2]), ElementsAre("dddd"));
}

TEST_F(EmbedCachedTest, NeedsNoEmbedderForWhatIsKnown) {
  {
    ScriptedServer server(model_of(3));
    embed(server, {"a", "b"});
  }
  ScriptedServer gone([](const ReceivedRequest&, size_t) { return http_answer(503, ""); });
  const CachedTexts got = embed(gone, {"b", "a"});
  EXPECT_THAT(dimensions(got), ElementsAre(3, 3));
  EXPECT_EQ(got.error, "");
  EXPECT_THAT(gone.received(), IsEmpty());
  EXPECT_THAT(embed(gone, {}).vectors, IsEmpty());
}

TEST_F(EmbedCachedTest, KeepsWhatCameBeforeTheEmbedderWent) {
  ScriptedServer server([](const ReceivedRequest& request, size_t nth) {
    return nth == 0 ? answer_by_length(request) : http_answer(503, "gone");
  });
  const CachedTexts got = embed(server, {"a", "bb", "ccc", "dddd"});
  EXPECT_THAT(dimensions(got), ElementsAre(3, 3, 0, 0));
  EXPECT_EQ(got.asked, 2u);
  EXPECT_THAT(got.error, HasSubstr("gone"));
  ScriptedServer back(model_of(3));
  EXPECT_EQ(embed(back, {"a", "bb", "ccc", "dddd"}).asked, 2u);
}

TEST_F(EmbedCachedTest, TellsWhatARunWouldCost) {
  ScriptedServer server(model_of(3));
  const Embedder embedder = named(server);
  const auto cost = [&](const Texts& texts) {
    const EmbeddingCost found = cost_of_embedding(embedder, cache_, TextKind::passage, texts);
    return std::pair(found.texts, found.characters);
  };
  EXPECT_THAT(cost({}), Pair(0, 0));
  EXPECT_THAT(cost({"가나", "abc", "가나", std::string(5000, 'x')}), Pair(3, 2 + 3 + kMaxEmbeddedCharacters));
  embed(server, {"abc"});
  EXPECT_THAT(cost({"가나", "abc"}), Pair(1, 2));
  EXPECT_THAT(server.received(), SizeIs(1));
}

TEST_F(EmbedCachedTest, AsksAgainWhenAnotherModelHasTheName) {
  {
    ScriptedServer old(model_of(3));
    embed(old, {"a", "bb", "ccc"});
  }
  ScriptedServer server(model_of(4));
  const CachedTexts got = embed(server, {"a", "bb", "ccc", "dddd"});
  EXPECT_THAT(dimensions(got), ElementsAre(4, 4, 4, 4));
  EXPECT_EQ(got.asked, 4u);
  // Those of both that an earlier run has left, with nothing new to ask for.
  ScriptedServer third(model_of(5));
  EXPECT_EQ(embed(third, {"ccc"}).asked, 0u);
  EXPECT_EQ(embed(third, {"ccc", "x"}).asked, 2u);
  EXPECT_THAT(dimensions(embed(third, {"a", "x", "dddd"})), ElementsAre(5, 5, 5));
}

TEST_F(EmbedCachedTest, MixesNoDimensionsWhenTheEmbedderGoes) {
  {
    ScriptedServer old(model_of(3));
    embed(old, {"a", "bb"});
  }
  ScriptedServer server([](const ReceivedRequest& request, size_t nth) {
    return nth == 0 ? model_of(4)(request, nth) : http_answer(503, "gone");
  });
  const CachedTexts got = embed(server, {"a", "bb", "ccc"});
  EXPECT_THAT(dimensions(got), ElementsAre(0, 0, 4));
  EXPECT_THAT(got.error, HasSubstr("gone"));
}

}  // namespace
}  // namespace signpost
