#include "meaning/embeddings_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatNear;
using ::testing::HasSubstr;

std::string data(const std::string& items) { return R"({"object": "list", "data": [)" + items + "]}"; }

TEST(EmbeddingsAnswer, ReadsEveryFormThatServersWrite) {
  // Both vectors are (.6, .8) and (1, 0), in this order.
  const std::string kCases[] = {
      data(R"({"index": 0, "embedding": [0.6, 0.8]}, {"index": 1, "embedding": [1, 0]})"),
      data(R"({"index": 1, "embedding": [7.5, 0]}, {"index": 0, "embedding": [3, 4]})"),
      data(R"({"embedding": [3e-30, 4e-30]}, {"embedding": [1e30, -0.0]})"),
      data(R"({"index": 0, "embedding": "AABAQAAAgEA="}, {"index": 1, "embedding": "AACAPwAAAAA"})"),
      data(R"({"index": 0, "embedding": "AABAQAAAgEA="}, {"index": 1, "embedding": [1, 0]})"),
  };
  for (const std::string& body : kCases) {
    const auto vectors = read_embeddings(body, 2);
    ASSERT_EQ(vectors.size(), 2u) << body;
    EXPECT_THAT(vectors[0], ElementsAre(FloatNear(.6F, 1e-6F), FloatNear(.8F, 1e-6F))) << body;
    EXPECT_THAT(vectors[1], ElementsAre(1, 0)) << body;
  }
}

TEST(EmbeddingsAnswer, SaysWhatIsWrong) {
  std::string huge = "[0";
  for (size_t i = 0; i < kMaxDimension; ++i) huge += ",1";
  const struct {
    std::string in;
    std::string says;
  } kCases[] = {
      {"", "no JSON"},
      {"<html>", "no JSON"},
      {data(R"({"embedding": [1, 0]}, {"embedding": [NaN, 0]})"), "no JSON"},
      {"[]", "no list \"data\""},
      {R"({"data": {"0": 1}})", "no list \"data\""},
      {R"({"error": "no"})", "no list \"data\""},
      {std::string(100, '['), "deeper JSON"},
      {data(R"({"embedding": [1, 0]})"), "1 vectors for 2 texts"},
      {data(R"({"embedding": [1, 0]}, {"embedding": [1, 0]}, {"embedding": [1, 0]})"),
       "3 vectors for 2 texts"},
      {data("1, 2"), "an item without a vector"},
      {data(R"({"index": 0}, {"index": 1})"), "an item without a vector"},
      {data(R"({"index": 0, "embedding": [1, 0]}, {"index": 0, "embedding": [1, 0]})"),
       "two vectors of one index"},
      {data(R"({"index": 0, "embedding": [1, 0]}, {"index": 2, "embedding": [1, 0]})"),
       "an index that nobody"},
      {data(R"({"index": 0, "embedding": [1, 0]}, {"index": -1, "embedding": [1, 0]})"),
       "an index that nobody"},
      {data(R"({"index": 0, "embedding": [1, 0]}, {"index": "1", "embedding": [1, 0]})"),
       "an index that nobody"},
      {data(R"({"embedding": [1, 0]}, {"embedding": 5})"), "neither a list nor base64"},
      {data(R"({"embedding": [1, 0]}, {"embedding": [1, null]})"), "a component that is no number"},
      {data(R"({"embedding": [1, 0]}, {"embedding": [[1], 0]})"), "a component that is no number"},
      {data(R"({"embedding": [1, 0]}, {"embedding": [1e39, 0]})"), "not finite"},
      {data(R"({"embedding": "AADAfwAAAAA="}, {"embedding": [1, 0]})"), "not finite"},  // NaN
      {data(R"({"embedding": "AACAfwAAAAA="}, {"embedding": [1, 0]})"), "not finite"},  // infinity
      {data(R"({"embedding": [1, 0]}, {"embedding": [0, 0]})"), "zeros"},
      {data(R"({"embedding": [1, 0]}, {"embedding": []})"), "a vector of 0 components"},
      {data(R"({"embedding": [1]}, {"embedding": [1]})"), "a vector of 1 components"},
      {data(R"({"embedding": [1, 0]}, {"embedding": )" + huge + "]}"), "a vector of 4097 components"},
      {data(R"({"embedding": [1, 0]}, {"embedding": [1, 0, 0]})"), "vectors of 2 and of 3 components"},
      {data(R"({"embedding": "a b="}, {"embedding": [1, 0]})"), "no base64"},
      {data(R"({"embedding": "AABAQAAAgA=="}, {"embedding": [1, 0]})"), "ends within a component"},
      {std::string(max_embeddings_bytes(2) + 1, ' '), "larger or deeper"},
  };
  for (const auto& one : kCases) {
    try {
      read_embeddings(one.in, 2);
      ADD_FAILURE() << one.in.substr(0, 100);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::io);
      EXPECT_THAT(error.what(), HasSubstr(one.says)) << one.in.substr(0, 100);
    }
  }
}

TEST(EmbeddingsAnswer, HasRoomForTheLargestVectorsAsServersWriteThem) {
  std::string components = "-1.2345678901234567e-05";
  for (size_t i = 1; i < kMaxDimension; ++i) components += ", -1.2345678901234567e-05";
  const std::string body = data("{\"index\": 0, \"embedding\": [" + components + "]}");
  EXPECT_LT(body.size(), max_embeddings_bytes(1));
  EXPECT_EQ(read_embeddings(body, 1)[0].size(), kMaxDimension);
}

TEST(EmbeddingsAnswer, FindsWhatAServerSaysOfAnError) {
  const struct {
    std::string in;
    std::string want;
  } kCases[] = {
      {R"({"error": "busy"})", "busy"},
      {R"({"error": {"message": "busy", "type": "x"}})", "busy"},
      {R"({"error": {"code": 5}})", R"({"error": {"code": 5}})"},
      {"<h1>Bad gateway</h1>", "<h1>Bad gateway</h1>"},
      {"", ""},
  };
  for (const auto& [in, want] : kCases) EXPECT_EQ(said_of_error(in), want);
  EXPECT_EQ(said_of_error("{\"error\": \"" + std::string(5000, 'x') + "\"}"), std::string(300, 'x'));
  EXPECT_EQ(said_of_error("a\nb\x1b[2J").find('\n'), std::string::npos);
}

}  // namespace
}  // namespace signpost
