#include "meaning/embedder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scripted_embedder.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using testing::answer_by_length;
using ::testing::ElementsAre;
using testing::embedder_at;
using ::testing::FloatNear;
using ::testing::HasSubstr;
using testing::http_answer;
using ::testing::Not;
using testing::ReceivedRequest;
using testing::ScriptedServer;
using testing::texts_in;
using namespace std::chrono_literals;

using Kind = EmbedderFailure::Kind;

TEST(Embedder, AsksAsTheApiSays) {
  ScriptedServer server([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  const Embedder embedder = embedder_at(server, "sesame", {true, "e5", "e5-query", "query: ", "passage: "});
  const std::vector<std::string> texts = {"도움말", "a \"b\"\n\xFF"};
  const auto vectors = embedder.embed(TextKind::passage, texts, 60s);
  ASSERT_EQ(vectors.size(), 2u);
  EXPECT_THAT(vectors[0], ElementsAre(FloatNear(0.9985F, 1e-4F), FloatNear(0.0555F, 1e-4F), 0));
  embedder.embed(TextKind::query, texts, 60s);
  const auto asked = server.received();
  EXPECT_THAT(asked[0].head, AllOf(HasSubstr("POST /v1/embeddings HTTP/1.1"), HasSubstr("Bearer sesame\r\n"),
                                   HasSubstr("Content-Type: application/json\r\n")));
  const nlohmann::json body = nlohmann::json::parse(asked[0].body);
  EXPECT_EQ(body, (nlohmann::json{{"model", "e5"},
                                  {"input", {"passage: 도움말", "passage: a \"b\"\n\uFFFD"}},
                                  {"encoding_format", "float"}}));
  EXPECT_EQ(nlohmann::json::parse(asked[1].body).at("model"), "e5-query");
  EXPECT_EQ(texts_in(asked[1])[0], "query: 도움말");
}

TEST(Embedder, AsksForNoModelWhereNoneIsNamed) {
  ScriptedServer server([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  const Embedder embedder = embedder_at(server);
  embedder.embed(TextKind::query, std::vector<std::string>{"a"}, 60s);
  EXPECT_FALSE(nlohmann::json::parse(server.received()[0].body).contains("model"));
  EXPECT_THAT(server.received()[0].head, Not(HasSubstr("Authorization")));
  EXPECT_EQ(embedder.model_id(TextKind::query), server.url() + "/v1/embeddings");
}

TEST(Embedder, TakesTheUrlAsPeopleGiveIt) {
  for (const char* end : {"", "/", "/v1", "/v1/", "/v1/embeddings", "/v1/embeddings/"}) {
    const Embedder embedder({std::string("http://user:pass@localhost:9") + end, "", {}});
    EXPECT_EQ(embedder.model_id(TextKind::passage), "http://localhost:9/v1/embeddings") << end;
  }
  EXPECT_EQ(Embedder({"https://example.com/openai/v1", "", {}}).model_id(TextKind::query),
            "https://example.com/openai/v1/embeddings");
  for (const char* url : {"", "localhost:8080", "file:///v1"})
    EXPECT_THROW(Embedder({url, "", {}}), Error) << url;
}

TEST(Embedder, ShowsNoPartOfItsKey) {
  for (const char* key : {"key\n", "a\r\nX: b"}) {
    try {
      Embedder({"http://localhost", key, {}});
      ADD_FAILURE() << key;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_THAT(error.what(), AllOf(HasSubstr("SIGNPOST_EMBEDDER_KEY"), Not(HasSubstr(key))));
    }
  }
  // Where it is said at the end of what is shown of an answer.
  for (size_t before = 280; before <= 300; ++before) {
    ScriptedServer server([&](const ReceivedRequest&, size_t) {
      return http_answer(403, std::string(before, '-') + "abracadabra is no key");
    });
    try {
      embedder_at(server, "abracadabra").embed(TextKind::query, std::vector<std::string>{"a"}, 60s);
      ADD_FAILURE() << before;
    } catch (const EmbedderFailure& failure) {
      EXPECT_THAT(failure.what(), Not(HasSubstr("-ab")));
    }
  }
}

TEST(Embedder, NamesVectorsByTheModel) {
  const MeaningSettings settings{true, "m", "", "q: ", ""};
  const Embedder embedder({"http://localhost", "", settings});
  EXPECT_EQ(embedder.model_id(TextKind::passage), "m");
  EXPECT_EQ(embedder.model_id(TextKind::query), "m");
  EXPECT_EQ(embedder.prefix(TextKind::query), "q: ");
  EXPECT_EQ(embedder.prefix(TextKind::passage), "");
}

TEST(Embedder, SendsTheBeginningOfALongText) {
  ScriptedServer server([](const ReceivedRequest& request, size_t) { return answer_by_length(request); });
  std::string text;
  for (size_t i = 0; i < kMaxEmbeddedCharacters + 5; ++i) text += "가";
  embedder_at(server).embed(TextKind::passage, {&text, 1}, 60s);
  EXPECT_EQ(texts_in(server.received()[0])[0], text.substr(0, kMaxEmbeddedCharacters * 3));
}

TEST(Embedder, SaysWhatCameInsteadOfVectors) {
  const std::string half = "HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\n{\"data\": [";
  const struct {
    std::string in;
    Kind want;
    std::string says;
  } kCases[] = {
      {http_answer(429, R"({"error": {"message": "slow down, sesame"}})", "Retry-After: 9\r\n"), Kind::busy,
       "/v1/embeddings answered 429: slow down, (key)"},
      {http_answer(500, R"({"error": "out of memory"})"), Kind::failed, "answered 500: out of memory"},
      {http_answer(503, "<html>\x1b[2J"), Kind::busy, "answered 503: <html>"},
      {http_answer(408, ""), Kind::busy, "answered 408"},
      {http_answer(422, ""), Kind::too_large, "answered 422"},
      {http_answer(400, R"({"error": {"message": 5}})"), Kind::too_large, R"(answered 400: {"error")"},
      {http_answer(413, R"({"error": "batch size 2 > 1"})"), Kind::too_large,
       "answered 413: batch size 2 > 1"},
      {http_answer(401, R"({"error": {"message": "no such key"}})"), Kind::refused, "no such key"},
      {http_answer(404, ""), Kind::refused, "answered 404"},
      {http_answer(302, "", "Location: /elsewhere\r\n"), Kind::refused, "answered 302"},
      {http_answer(200, "{}"), Kind::refused, "answered no list \"data\""},
      {http_answer(200, std::string(1 << 20, ' ')), Kind::refused, "answered more than "},
      {half, Kind::busy, ""},
      {"", Kind::late, "no answer within 50 ms"},
  };
  for (const auto& one : kCases) {
    ScriptedServer server([&](const ReceivedRequest&, size_t) { return one.in; });
    const Embedder embedder = embedder_at(server, "sesame");
    try {
      embedder.embed(TextKind::query, std::vector<std::string>{"a"}, one.want == Kind::late ? 50ms : 60s);
      ADD_FAILURE() << one.in;
    } catch (const EmbedderFailure& failure) {
      EXPECT_EQ(failure.failure(), one.want) << one.in;
      EXPECT_EQ(failure.kind(), ErrorKind::io);
      EXPECT_THAT(failure.what(),
                  AllOf(HasSubstr(server.url()), HasSubstr(one.says), Not(HasSubstr("sesame"))));
      EXPECT_EQ(failure.retry_after(), one.in.find("Retry-After") == std::string::npos ? 0s : 9s);
    }
  }
}

}  // namespace
}  // namespace signpost
