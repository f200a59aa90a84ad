#include "desk/request_listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

StoredRequest request_of(const RequestDraft& draft) {
  return {.code = "4F9K-0A7C-PQX3",
          .changes = {{RequestState::received, 0}, {RequestState::passed_on, 86'400}},
          .draft = draft};
}

std::string listed(ListingFormat format, ListingDetail detail, const std::vector<StoredRequest>& requests) {
  std::ostringstream out;
  RequestListing listing(format, detail, out);
  for (const StoredRequest& request : requests) listing.add(request);
  listing.finish();
  return out.str();
}

TEST(RequestListing, HasALineForEach) {
  RequestDraft nameless;
  nameless.message = "\n" + std::string(100, 'x');
  EXPECT_EQ(listed(ListingFormat::text, ListingDetail::line,
                   {request_of(draft_of("a@example.com", "One\ntwo")), request_of(nameless)}),
            "4F9K-0A7C-PQX3  passed_on 1970-01-01T00:00:00Z  a@example.com  One…\n"
            "4F9K-0A7C-PQX3  passed_on 1970-01-01T00:00:00Z  -  " +
                std::string(80, 'x') + "…\n");
  EXPECT_EQ(listed(ListingFormat::text, ListingDetail::line, {}), "");
}

TEST(RequestListing, IsJsonWithAllThatIsKnown) {
  const auto json = nlohmann::json::parse(listed(ListingFormat::json, ListingDetail::all,
                                                 {request_of(draft_of("a@example.com")), request_of({})}));
  ASSERT_EQ(json.size(), 2u);
  EXPECT_EQ(json[0]["code"], "4F9K-0A7C-PQX3");
  EXPECT_EQ(json[0]["state"], "passed_on");
  EXPECT_EQ(json[0]["message"], "It does not print.");
  EXPECT_EQ(json[0]["packet"]["tried"][0]["step"], 2);
  EXPECT_EQ(json[0]["changes"][1]["at"], "1970-01-02T00:00:00Z");
  EXPECT_EQ(nlohmann::json::parse(listed(ListingFormat::json, ListingDetail::line, {})),
            nlohmann::json::array());
}

TEST(RequestListing, IsCsvThatNoSpreadsheetCalculates) {
  RequestDraft draft;
  draft.message = "=HYPERLINK(\"http://evil.example\")";
  const std::string csv = listed(ListingFormat::csv, ListingDetail::all, {request_of(draft)});
  EXPECT_THAT(csv,
              ::testing::HasSubstr(",\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"{\"\"questions\"\":[]"));
  EXPECT_THAT(csv,
              ::testing::StartsWith(
                  "\"code\",\"state\",\"received\",\"changed\",\"lang\",\"reply_to\",\"name\",\"product\","
                  "\"message\",\"packet\",\"changes\",\"notes\",\"answers\",\"assignee\",\"merged_"
                  "into\"\r\n\"4F9K-0A7C-PQX3\",\"passed_on\","));
  EXPECT_THAT(csv, ::testing::EndsWith("\r\n"));
}

TEST(RequestListing, MovesNoCursor) {
  RequestDraft draft = draft_of("\x1B[2Ja@example.com", "line\n\x1B[31mred\xE2\x80\xAE");
  draft.packet.questions = {"\x1B]0;title\x07"};
  for (const std::string& text : {describe_request(request_of(draft)),
                                  listed(ListingFormat::text, ListingDetail::line, {request_of(draft)}),
                                  listed(ListingFormat::json, ListingDetail::all, {request_of(draft)})}) {
    EXPECT_EQ(text.find('\x1B'), std::string::npos) << text;
    EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos) << text;
  }
}

TEST(DescribeRequest, SaysAllThatIsKnown) {
  EXPECT_EQ(describe_request(request_of(draft_of("a@example.com", "One\n\ntwo"))),
            R"(4F9K-0A7C-PQX3
received: 1970-01-01T00:00:00Z
passed_on: 1970-01-02T00:00:00Z
reply to: a@example.com
name: Ann
language: en
product: printer

One

two

Asked:
- how do I print?

Read:
- print#paper
- fax

Has already tried:
- print#paper (2)

Answers that did not help:
- Put in paper.

Incidents that were shown:
- 2026-11-29-outage
)");
}

}  // namespace
}  // namespace signpost
