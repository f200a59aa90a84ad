// discourse_topic_test.cc - what is taken from a topic's JSON, in the forms that versions of Discourse give
// it.
#include "importer/discourse_topic.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

std::string topic_json(const std::string& posts, const std::string& more = "") {
  return R"({"id": 12, "title": "A  title", "slug": "a-title", )" + more + R"("post_stream": {"posts": [)" +
         posts + R"(], "stream": [1, 2]}})";
}

const char kQuestionPost[] =
    R"({"id": 1, "post_number": 1, "post_type": 1, "username": "mira", "name": "Mira K.", "version": 2,
        "created_at": "2024-05-06T07:08:09.000Z", "updated_at": "2024-06-01T00:00:00.000Z", "cooked": "<p>q</p>",
        "actions_summary": [{"id": 2, "count": 5}, {"id": 3, "count": 9}], "deleted_at": null})";
const char kAnswerPost[] =
    R"({"id": 2, "post_number": 2, "created_at": "2024-05-07T00:00:00Z", "cooked": "<p>a</p>", "like_count": 3,
        "version": 1, "updated_at": "2024-07-01T00:00:00Z", "name": "Only Name"})";

TEST(DiscourseTopic, Reads) {
  const DiscourseTopic topic = read_discourse_topic(
      topic_json(std::string(kQuestionPost) + "," + kAnswerPost,
                 R"("tags": ["a", {"id": 3, "name": "b"}, 5], "accepted_answer": {"post_number": 2}, )"));
  EXPECT_EQ(topic.problem, "");
  EXPECT_EQ(topic.id, 12u);
  EXPECT_EQ(topic.title, "A title");
  EXPECT_EQ(topic.tags, (std::vector<std::string>{"a", "b"}));
  EXPECT_FALSE(topic.gone);
  ASSERT_EQ(topic.posts.size(), 2u);
  EXPECT_EQ(topic.posts[0].author, "mira");
  EXPECT_EQ(topic.posts[0].date, "2024-05-06");
  EXPECT_EQ(topic.posts[0].edited, "2024-06-01");
  EXPECT_EQ(topic.posts[0].likes, 5);
  EXPECT_FALSE(topic.posts[0].accepted);
  EXPECT_EQ(topic.posts[1].author, "Only Name");
  EXPECT_EQ(topic.posts[1].edited, "") << "Discourse touches updated_at without an edit";
  EXPECT_EQ(topic.posts[1].likes, 3);
  EXPECT_TRUE(topic.posts[1].accepted);
}

TEST(DiscourseTopic, AcceptedOnThePost) {
  const std::string answer = std::string(kAnswerPost).insert(1, R"("accepted_answer": true, )");
  EXPECT_TRUE(read_discourse_topic(topic_json(answer)).posts.at(0).accepted);
}

TEST(DiscourseTopic, RawOnlyWhereThereIsNoHtml) {
  const std::string both = std::string(kAnswerPost).insert(1, R"("raw": "*a*", )");
  EXPECT_EQ(read_discourse_topic(topic_json(both)).posts.at(0).raw, "");
  const std::string raw = R"({"id": 2, "post_number": 2, "created_at": "2024-05-07", "raw": "*a*"})";
  EXPECT_EQ(read_discourse_topic(topic_json(raw)).posts.at(0).raw, "*a*");
}

TEST(DiscourseTopic, WhatIsNotForAllToSee) {
  const char* hidden[] = {R"("post_type": 3, )",
                          R"("post_type": 4, )",
                          R"("hidden": true, )",
                          R"("user_deleted": true, )",
                          R"("deleted_at": "2024-01-01", )",
                          R"("action_code": "closed.enabled", )"};
  for (const char* key : hidden) {
    const DiscourseTopic topic = read_discourse_topic(topic_json(std::string(kAnswerPost).insert(1, key)));
    EXPECT_TRUE(topic.posts.empty()) << key;
    EXPECT_EQ(topic.left_out, std::vector<uint32_t>{2}) << key;
    EXPECT_FALSE(topic.gone);
  }
  EXPECT_TRUE(
      read_discourse_topic(topic_json(std::string(kQuestionPost).insert(1, R"("hidden": true, )"))).gone);
  EXPECT_TRUE(read_discourse_topic(topic_json(kQuestionPost, R"("archetype": "private_message", )")).gone);
  EXPECT_TRUE(read_discourse_topic(topic_json(kQuestionPost, R"("deleted_at": "2024-01-01", )")).gone);
}

TEST(DiscourseTopic, Problems) {
  const struct {
    std::string json;
    const char* want;
  } cases[] = {
      {"", "it is not valid JSON"},
      {"{", "it is not valid JSON"},
      {"[]", "it is no topic: it has no id or no post_stream"},
      {R"({"id": -1, "post_stream": {}})", "it is no topic: it has no id or no post_stream"},
      {R"({"id": 18446744073709551615, "post_stream": {}})",
       "it is no topic: it has no id or no post_stream"},
      {R"({"id": 1, "title": 5, "post_stream": {}})", "the topic has no title"},
      {R"({"id": 1, "title": "a", "post_stream": {}} [)", "it is not valid JSON"},
  };
  for (const auto& each : cases)
    EXPECT_EQ(read_discourse_topic(each.json).problem, each.want) << each.json.substr(0, 60);
  const struct {
    const char* json;
    const char* want;
  } posts[] = {
      {R"({"post_number": 2})", "it has no id"},
      {R"({"id": 3})", "it has no post_number"},
      {R"({"id": 3, "post_number": 2, "created_at": "x"})", "its created_at is no date"},
      {R"({"id": 3, "post_number": 2, "created_at": "2024-01-01"})", "it has neither cooked nor raw"},
      {R"("no post")", "it has no id"},
  };
  for (const auto& each : posts) {
    EXPECT_EQ(read_discourse_topic(topic_json(each.json)).posts.at(0).problem, each.want) << each.json;
  }
}

TEST(DiscourseTopic, JsonHasLimits) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(read_discourse_topic(topic_json(kQuestionPost, "\"tags\": " + deep + ", ")).problem,
            "the JSON is nested too deep (the limit is 32)");
  std::string many = "[0";
  for (int i = 0; i < 2'000'000; ++i) many += ",0";
  EXPECT_EQ(read_discourse_topic(topic_json(kQuestionPost, "\"tags\": " + many + "], ")).problem,
            "the JSON holds too many values (the limit is 2000000)");
  EXPECT_EQ(read_discourse_topic(std::string(32 * 1024 * 1024, '[')).problem,
            "the JSON is nested too deep (the limit is 32)");
}

}  // namespace
}  // namespace signpost
