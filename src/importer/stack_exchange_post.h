// stack_exchange_post.h - one row of Posts.xml, checked.
// The columns: https://meta.stackexchange.com/q/2677. Tested by
// tests/unit/importer/stack_exchange_post_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importer/xml_rows.h"

namespace signpost {

struct StackExchangePost {
  enum class Type { question, answer, other };
  Type type = Type::other;
  uint32_t id = 0;        // 0 when the row has none that can be used
  uint32_t question = 0;  // of an answer
  uint32_t accepted = 0;  // of a question: the id of its accepted answer, or 0
  int score = 0;
  std::string title;
  std::vector<std::string> tags;
  std::string date;  // ISO 8601 days
  std::string edited;
  std::string closed;
  uint32_t author_id = 0;   // 0 when the account is gone
  std::string author_name;  // of an account that is gone
  std::string license;
  std::string_view body;  // HTML, in the row

  std::string problem;  // why the row can't be used, "" when it can
};

StackExchangePost read_stack_exchange_post(const XmlRow& row);

// "<c++><ssh>" and "|c++|ssh|" are the two ways in which dumps list tags.
std::vector<std::string> split_tags(std::string_view tags);

// A decimal number from 1 to 4294967295, else 0.
uint32_t parse_post_id(std::string_view text);

}  // namespace signpost
