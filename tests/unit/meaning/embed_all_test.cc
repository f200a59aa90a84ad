#include "meaning/embed_all.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scripted_embedder.h"

namespace signpost {
namespace {

using testing::answer_by_length;
using ::testing::ElementsAre;
using testing::embedder_at;
using ::testing::HasSubstr;
using testing::http_answer;
using testing::ReceivedRequest;
using testing::ScriptedServer;
using ::testing::SizeIs;
using testing::texts_in;
using namespace std::chrono_literals;

std::vector<std::string> texts_of(size_t count) {
  std::vector<std::string> texts;
  for (size_t i = 0; i < count; ++i) texts.push_back(std::string(i + 1, 'a'));
  return texts;
}

BatchLimits quick(size_t texts) {
  BatchLimits limits;
  limits.texts = texts;
  limits.pause = 1ms;
  limits.longest_pause = 2ms;
  return limits;
}

std::vector<size_t> batches_of(const ScriptedServer& server) {
  std::vector<size_t> sizes;
  for (const ReceivedRequest& request : server.received()) sizes.push_back(texts_in(request).size());
  return sizes;
}

// The first component says how long the text was.
bool is_of(const std::optional<QuantizedVector>& vector, const std::string& text) {
  return vector &&
         quantize(std::vector<float>{static_cast<float>(text.size()), 1, 0}).values == vector->values;
}

TEST(EmbedAll, GoesBatchByBatchAndTellsOfEach) {
  ScriptedServer server([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  std::vector<std::pair<size_t, size_t>> told;
  const auto tell = [&](size_t first, std::span<const QuantizedVector> vectors) {
    told.emplace_back(first, vectors.size());
  };
  const std::vector<std::string> texts = texts_of(10);
  const EmbeddedTexts got = embed_all(embedder_at(server), TextKind::passage, texts, quick(4), tell);
  EXPECT_EQ(got.error, "");
  ASSERT_THAT(got.vectors, SizeIs(10));
  for (size_t i = 0; i < texts.size(); ++i) EXPECT_TRUE(is_of(got.vectors[i], texts[i])) << i;
  EXPECT_THAT(batches_of(server), ElementsAre(4, 4, 2));
  EXPECT_THAT(told, ElementsAre(std::pair(0, 4), std::pair(4, 4), std::pair(8, 2)));
}

TEST(EmbedAll, AsksNothingForNothing) {
  ScriptedServer server([](const ReceivedRequest&, size_t) { return ""; });
  const EmbeddedTexts got = embed_all(embedder_at(server), TextKind::query, {}, quick(4));
  EXPECT_THAT(got.vectors, SizeIs(0));
  EXPECT_EQ(got.error, "");
  EXPECT_THAT(server.received(), SizeIs(0));
}

TEST(EmbedAll, KeepsBatchesUnderTheirBytes) {
  ScriptedServer server([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  BatchLimits limits = quick(100);
  limits.bytes = 3000;
  const std::vector<std::string> texts = {std::string(1000, 'a'),
                                          std::string(2000, 'a'),
                                          std::string(1500, 'a'),
                                          std::string(9000, 'a'),
                                          "b",
                                          "c"};
  embed_all(embedder_at(server), TextKind::passage, texts, limits);
  EXPECT_THAT(batches_of(server), ElementsAre(2, 1, 1, 2));
}

TEST(EmbedAll, TriesAgainWhenTheServerIsBusy) {
  for (const std::string& busy :
       {http_answer(429, "", "Retry-After: 0\r\n"), http_answer(500, ""), http_answer(503, ""),
        std::string("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n{")}) {
    ScriptedServer server([&](const ReceivedRequest& request, size_t nth) {
      return nth < 3 ? busy : answer_by_length(request);
    });
    const EmbeddedTexts got = embed_all(embedder_at(server), TextKind::passage, texts_of(2), quick(2));
    EXPECT_EQ(got.error, "") << busy;
    EXPECT_TRUE(got.vectors[1]) << busy;
    EXPECT_THAT(batches_of(server), ElementsAre(2, 2, 2, 2)) << busy;
  }
}

TEST(EmbedAll, WaitsAsLongAsTheServerAsksItTo) {
  ScriptedServer server([&](const ReceivedRequest& request, size_t nth) {
    return nth == 0 ? http_answer(429, "", "Retry-After: 1\r\n") : answer_by_length(request);
  });
  BatchLimits limits = quick(2);
  limits.longest_pause = 10s;
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(embed_all(embedder_at(server), TextKind::passage, texts_of(2), limits).error, "");
  EXPECT_GE(std::chrono::steady_clock::now() - start, 1s);
}

TEST(EmbedAll, GivesUpWithWhatItHas) {
  const struct {
    std::string in;
    std::vector<size_t> batches;
    std::string says;
  } kCases[] = {
      {http_answer(503, "gone"), {2, 2, 2, 2, 2}, "answered 503: gone"},
      {http_answer(500, "gone"), {2, 2, 2, 2, 2, 1, 1, 2, 2, 2, 2, 1}, "answered 500: gone"},
      {http_answer(400, "gone"), {2, 2, 1, 1, 2, 1}, "answered 400: gone"},
      {http_answer(429, "later", "Retry-After: 86400\r\n"), {2, 2, 2, 2, 2}, "answered 429: later"},
      {http_answer(401, "no such key"), {2, 2}, "answered 401: no such key"},
      {http_answer(200, "{}"), {2, 2}, "no list \"data\""},
      {"", {2, 2, 1, 1, 1}, "no answer within 100 ms"},
  };
  for (const auto& one : kCases) {
    ScriptedServer server([&](const ReceivedRequest& request, size_t nth) {
      return nth == 0 ? answer_by_length(request) : one.in;
    });
    BatchLimits limits = quick(2);
    if (one.in.empty()) limits.deadline = 100ms;
    const EmbeddedTexts got = embed_all(embedder_at(server), TextKind::passage, texts_of(6), limits);
    EXPECT_THAT(got.error, HasSubstr(one.says));
    ASSERT_THAT(got.vectors, SizeIs(6));
    for (size_t i = 0; i < 6; ++i) EXPECT_EQ(got.vectors[i].has_value(), i < 2) << i;
    EXPECT_EQ(batches_of(server), one.batches) << one.says;
  }
}

TEST(EmbedAll, HalvesWhatIsTooLarge) {
  for (const int status : {413, 400}) {
    ScriptedServer server([&](const ReceivedRequest& request, size_t) {
      return texts_in(request).size() > 2 ? http_answer(status, "too large") : answer_by_length(request);
    });
    const std::vector<std::string> texts = texts_of(7);
    const EmbeddedTexts got = embed_all(embedder_at(server), TextKind::passage, texts, quick(7));
    EXPECT_EQ(got.error, "");
    for (size_t i = 0; i < texts.size(); ++i) EXPECT_TRUE(is_of(got.vectors[i], texts[i])) << i;
    EXPECT_THAT(batches_of(server), ElementsAre(7, 3, 1, 2, 4, 2, 2));
  }
}

TEST(EmbedAll, ShortensATextThatIsTooLong) {
  for (const int status : {400, 413, 422, 500}) {
    ScriptedServer server([&](const ReceivedRequest& request, size_t) {
      const std::vector<std::string> texts = texts_in(request);
      const bool is_long =
          std::any_of(texts.begin(), texts.end(), [](const auto& t) { return t.size() > 600; });
      return is_long ? http_answer(status, "the context has 512 tokens") : answer_by_length(request);
    });
    const std::vector<std::string> texts = {"a", std::string(1000, 'b'), "cc"};
    const EmbeddedTexts got = embed_all(embedder_at(server), TextKind::passage, texts, quick(3));
    EXPECT_EQ(got.error, "") << status;
    EXPECT_TRUE(is_of(got.vectors[0], texts[0])) << status;
    EXPECT_TRUE(is_of(got.vectors[1], std::string(500, 'b'))) << status;
    EXPECT_TRUE(is_of(got.vectors[2], texts[2])) << status;
  }
}

TEST(EmbedAll, LeavesOutATextThatTheServerNeverTakes) {
  ScriptedServer server([&](const ReceivedRequest& request, size_t) {
    return request.body.find("bbb") != std::string::npos ? http_answer(400, "not that")
                                                         : answer_by_length(request);
  });
  for (size_t bad = 0; bad < 3; ++bad) {
    std::vector<std::string> texts = {"a", "aa", "aaa"};
    texts[bad] = std::string(1000, 'b');
    const EmbeddedTexts got = embed_all(embedder_at(server), TextKind::passage, texts, quick(3));
    for (size_t i = 0; i < 3; ++i) EXPECT_EQ(got.vectors[i].has_value(), i != bad) << i << " of " << bad;
    EXPECT_THAT(got.error, HasSubstr("not that"));
  }
}

TEST(EmbedAll, SoonSeesThatNothingIsTaken) {
  ScriptedServer server([](const ReceivedRequest&, size_t) { return http_answer(400, "no such model"); });
  const EmbeddedTexts got = embed_all(embedder_at(server), TextKind::passage, texts_of(1000), quick(32));
  EXPECT_THAT(got.error, HasSubstr("no such model"));
  EXPECT_THAT(batches_of(server), ElementsAre(32, 16, 8, 4, 2, 1, 1, 2, 1));
}

}  // namespace
}  // namespace signpost
