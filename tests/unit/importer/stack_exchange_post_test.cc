// stack_exchange_post_test.cc - tests importer/stack_exchange_post.
#include "importer/stack_exchange_post.h"

#include <gtest/gtest.h>

#include <map>

namespace signpost {
namespace {

XmlRow row_of(std::map<std::string, std::string> changes) {
  std::map<std::string, std::string> columns = {{"Id", "7"},
                                                {"PostTypeId", "1"},
                                                {"CreationDate", "2019-01-02T03:04:05.678"},
                                                {"Title", "A  title"},
                                                {"Body", "<p>x</p>"}};
  for (auto& [name, value] : changes) columns[name] = value;
  XmlRow row;
  for (const auto& [name, value] : columns) row.attributes.emplace_back(name, value);
  return row;
}

TEST(StackExchangePost, Question) {
  const XmlRow row = row_of({{"AcceptedAnswerId", "9"},
                             {"Score", "-4"},
                             {"Tags", "|c++|ssh|"},
                             {"LastEditDate", "2020-01-01T00:00:00.000"},
                             {"ClosedDate", "2021-01-01T00:00:00.000"},
                             {"OwnerUserId", "-1"},
                             {"OwnerDisplayName", "user5"},
                             {"ContentLicense", "CC BY-SA 4.0"}});
  const StackExchangePost post = read_stack_exchange_post(row);
  EXPECT_EQ(post.problem, "");
  EXPECT_EQ(post.type, StackExchangePost::Type::question);
  EXPECT_EQ(post.id, 7u);
  EXPECT_EQ(post.accepted, 9u);
  EXPECT_EQ(post.score, -4);
  EXPECT_EQ(post.title, "A title");
  EXPECT_EQ(post.tags, (std::vector<std::string>{"c++", "ssh"}));
  EXPECT_EQ(post.date, "2019-01-02");
  EXPECT_EQ(post.edited, "2020-01-01");
  EXPECT_EQ(post.closed, "2021-01-01");
  EXPECT_EQ(post.author_id, 0u);
  EXPECT_EQ(post.author_name, "user5");
  EXPECT_EQ(post.license, "CC BY-SA 4.0");
  EXPECT_EQ(read_stack_exchange_post(row_of({})).license, "CC BY-SA 4.0");
}

TEST(StackExchangePost, Problems) {
  const struct {
    std::map<std::string, std::string> changes;
    const char* want;
  } cases[] = {
      {{{"Id", "x"}}, "it has no Id"},
      {{{"Id", "99999999999"}}, "it has no Id"},
      {{{"PostTypeId", ""}}, "it has no PostTypeId"},
      {{{"Title", " "}}, "it has no Title"},
      {{{"PostTypeId", "2"}}, "it has no ParentId"},
      {{{"CreationDate", "soon"}}, "its CreationDate is no date"},
      {{{"Body", "\n"}}, "it has no Body"},
      {{{"Body", std::string(600'000, 'x')}}, "its Body is over 512 KB"},
      {{{"PostTypeId", "4"}, {"Title", ""}}, ""},
  };
  for (const auto& each : cases) EXPECT_EQ(read_stack_exchange_post(row_of(each.changes)).problem, each.want);
}

TEST(StackExchangePost, Tags) {
  EXPECT_EQ(split_tags("<a><b-c>"), (std::vector<std::string>{"a", "b-c"}));
  EXPECT_EQ(split_tags("|a|b|"), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(split_tags("").empty());
}

}  // namespace
}  // namespace signpost
