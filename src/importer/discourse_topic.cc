// discourse_topic.cc - takes nothing for granted: any value may be missing or of another type.
#include "importer/discourse_topic.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/dates.h"
#include "base/error.h"
#include "base/json_limits.h"
#include "base/utf8.h"
#include "importer/html_markdown.h"
#include "importer/markdown_text.h"

namespace signpost {
namespace {

using Json = nlohmann::json;

// A topic has some ten levels, and some ninety values for each post.
constexpr JsonLimits kTopicLimits = {kMaxTopicBytes, 32, 2'000'000};
constexpr int kLike = 2;  // https://github.com/discourse/discourse/blob/main/app/models/post_action_type.rb
constexpr int kRegular = 1;

const Json& member(const Json& object, const char* key) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  const auto at = object.find(key);
  return at == object.end() ? kNothing : *at;
}

std::string text_in(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_string()) return {};
  std::string text = value.get<std::string>();
  scrub_utf8(text);
  return text;
}

int64_t number_in(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (value.is_number_unsigned() &&
      value.get<uint64_t>() > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) {
    return 0;
  }
  return value.is_number_integer() ? value.get<int64_t>() : 0;
}

uint32_t as_id(int64_t number) {
  return number > 0 && number <= std::numeric_limits<uint32_t>::max() ? static_cast<uint32_t>(number) : 0;
}

bool is_true(const Json& object, const char* key) {
  const Json& value = member(object, key);
  return value.is_boolean() && value.get<bool>();
}

bool is_set(const Json& object, const char* key) { return !member(object, key).is_null(); }

std::string day_of(const Json& object, const char* key) {
  return parse_date(text_in(object, key)).value_or("");
}

// Either the plain count or, in most versions, one of the actions that people took.
int likes_of(const Json& post) {
  int64_t likes = number_in(post, "like_count");
  const Json& actions = member(post, "actions_summary");
  if (actions.is_array()) {
    for (const Json& action : actions) {
      if (number_in(action, "id") == kLike) likes = std::max(likes, number_in(action, "count"));
    }
  }
  return static_cast<int>(std::clamp<int64_t>(likes, 0, std::numeric_limits<int>::max()));
}

bool is_hidden(const Json& post) {
  return is_true(post, "hidden") || is_true(post, "user_deleted") || is_set(post, "deleted_at") ||
         is_set(post, "action_code");
}

bool is_regular(const Json& post) {
  return !is_set(post, "post_type") || number_in(post, "post_type") == kRegular;
}

std::string problem_of(const DiscoursePost& post) {
  if (post.id == 0) return "it has no id";
  if (post.number == 0) return "it has no post_number";
  if (post.date.empty()) return "its created_at is no date";
  if (is_blank(post.html) && is_blank(post.raw)) return "it has neither cooked nor raw";
  if (std::max(post.html.size(), post.raw.size()) > kMaxHtmlBytes) return "its text is over 512 KB";
  return {};
}

DiscoursePost read_post(const Json& json) {
  DiscoursePost post;
  post.id = as_id(number_in(json, "id"));
  post.number = as_id(number_in(json, "post_number"));
  // The name that texts call people by, and that they chose to show to everybody.
  post.author = collapsed(text_in(json, "username"));
  if (post.author.empty()) post.author = collapsed(text_in(json, "name"));
  post.date = day_of(json, "created_at");
  if (number_in(json, "version") != 1) post.edited = day_of(json, "updated_at");
  post.likes = likes_of(json);
  post.accepted = is_true(json, "accepted_answer");
  post.html = text_in(json, "cooked");
  if (is_blank(post.html)) post.raw = text_in(json, "raw");
  post.problem = problem_of(post);
  return post;
}

std::vector<std::string> tags_of(const Json& topic) {
  std::vector<std::string> tags;
  const Json& list = member(topic, "tags");
  if (!list.is_array()) return tags;
  for (const Json& tag : list) {
    std::string name = tag.is_string() ? tag.get<std::string>() : text_in(tag, "name");
    scrub_utf8(name);
    name = collapsed(name);
    if (!name.empty()) tags.push_back(std::move(name));
  }
  return tags;
}

void read_posts(const Json& json, DiscourseTopic& topic) {
  const Json& stream = member(json, "post_stream");
  const int64_t solution = number_in(member(json, "accepted_answer"), "post_number");
  const Json& posts = member(stream, "posts");
  if (posts.is_array()) {
    for (const Json& each : posts) {
      if (is_hidden(each) || !is_regular(each)) {
        topic.left_out.push_back(as_id(number_in(each, "id")));
        topic.gone = topic.gone || number_in(each, "post_number") == 1;
        continue;
      }
      DiscoursePost post = read_post(each);
      post.accepted = post.number != 1 && (post.accepted || (solution > 0 && post.number == solution));
      topic.posts.push_back(std::move(post));
    }
  }
  const Json& ids = member(stream, "stream");
  if (ids.is_array()) {
    for (const Json& id : ids) {
      if (id.is_number_integer()) topic.stream.push_back(as_id(id.get<int64_t>()));
    }
  }
  std::sort(topic.stream.begin(), topic.stream.end());
}

}  // namespace

DiscourseTopic read_discourse_topic(const std::string& json) {
  DiscourseTopic topic;
  try {
    check_json(json, kTopicLimits);
  } catch (const Error& error) {
    topic.problem = error.what();
    return topic;
  }
  const Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded()) {
    topic.problem = "it is not valid JSON";
    return topic;
  }
  topic.id = as_id(number_in(root, "id"));
  topic.title = collapsed(text_in(root, "title"));
  topic.slug = text_in(root, "slug");
  topic.tags = tags_of(root);
  topic.gone = is_set(root, "deleted_at") || text_in(root, "archetype") == "private_message";
  if (topic.id == 0 || !member(root, "post_stream").is_object()) {
    topic.problem = "it is no topic: it has no id or no post_stream";
  } else if (topic.title.empty()) {
    topic.problem = "the topic has no title";
  } else {
    read_posts(root, topic);
  }
  return topic;
}

}  // namespace signpost
