// discourse_topic.h - one topic of a Discourse forum as its JSON has it (/t/ID.json), checked.
// Tested by tests/unit/importer/discourse_topic_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace signpost {

// A file that is longer holds more than one topic, or something else.
inline constexpr uint64_t kMaxTopicBytes = 32ull * 1024 * 1024;

struct DiscoursePost {
  uint32_t id = 0;
  uint32_t number = 0;  // in the topic; the question is 1
  std::string author;
  std::string date;    // ISO 8601 day
  std::string edited;  // likewise, "" when it never was
  int likes = 0;
  bool accepted = false;
  std::string html;  // "cooked"
  std::string raw;   // Markdown, for exports without HTML

  std::string problem;  // why it can't be used, "" when it can
};

struct DiscourseTopic {
  uint32_t id = 0;
  std::string title;
  std::string slug;
  std::vector<std::string> tags;
  bool gone = false;                 // deleted, its first post hidden, or private: not for everybody's eyes
  std::vector<DiscoursePost> posts;  // what people wrote and others may see
  std::vector<uint32_t> stream;      // ids of all posts, of which a file may have some only
  std::vector<uint32_t> left_out;    // ids of notes of moderators, whispers, hidden and deleted posts

  std::string problem;  // why the topic can't be used, "" when it can
};

DiscourseTopic read_discourse_topic(const std::string& json);

}  // namespace signpost
