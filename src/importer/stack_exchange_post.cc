// stack_exchange_post.cc - a post without what a thread needs is a problem; a broken extra is left out.
#include "importer/stack_exchange_post.h"

#include <algorithm>
#include <charconv>

#include "base/dates.h"
#include "importer/attribution.h"
#include "importer/html_markdown.h"
#include "importer/markdown_text.h"

namespace signpost {
namespace {

int parse_score(std::string_view text) {
  int score = 0;
  std::from_chars(text.data(), text.data() + text.size(), score);
  return score;
}

std::string problem_of(const StackExchangePost& post) {
  if (post.id == 0) return "it has no Id";
  if (post.type == StackExchangePost::Type::question && post.title.empty()) return "it has no Title";
  if (post.type == StackExchangePost::Type::answer && post.question == 0) return "it has no ParentId";
  if (post.date.empty()) return "its CreationDate is no date";
  if (post.body.find_first_not_of(" \t\r\n") == std::string_view::npos) return "it has no Body";
  if (post.body.size() > kMaxHtmlBytes) return "its Body is over 512 KB";
  return {};
}

}  // namespace

uint32_t parse_post_id(std::string_view text) {
  uint32_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  return error == std::errc() && end == text.data() + text.size() ? id : 0;
}

std::vector<std::string> split_tags(std::string_view tags) {
  std::vector<std::string> out;
  while (!tags.empty()) {
    const size_t end = std::min(tags.find_first_of("<>|"), tags.size());
    if (end > 0) out.emplace_back(tags.substr(0, end));
    tags.remove_prefix(std::min(end + 1, tags.size()));
  }
  return out;
}

StackExchangePost read_stack_exchange_post(const XmlRow& row) {
  StackExchangePost post;
  const auto day = [&](std::string_view column) { return parse_date(row.get(column)).value_or(""); };
  const std::string_view type = row.get("PostTypeId");
  post.id = parse_post_id(row.get("Id"));
  if (type == "1") post.type = StackExchangePost::Type::question;
  if (type == "2") post.type = StackExchangePost::Type::answer;
  if (type.empty()) post.problem = "it has no PostTypeId";
  if (post.type == StackExchangePost::Type::other) return post;
  post.question = parse_post_id(row.get("ParentId"));
  post.accepted = parse_post_id(row.get("AcceptedAnswerId"));
  post.score = parse_score(row.get("Score"));
  post.title = collapsed(row.get("Title"));
  post.tags = split_tags(row.get("Tags"));
  post.date = day("CreationDate");
  post.edited = day("LastEditDate");
  post.closed = day("ClosedDate");
  post.author_id = parse_post_id(row.get("OwnerUserId"));
  post.author_name = collapsed(row.get("OwnerDisplayName"));
  post.license = collapsed(row.get("ContentLicense"));
  if (post.license.empty()) post.license = stack_exchange_license(post.date);
  post.body = row.get("Body");
  post.problem = problem_of(post);
  return post;
}

}  // namespace signpost
