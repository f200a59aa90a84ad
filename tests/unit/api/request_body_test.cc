#include "api/request_body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/percent.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;

std::vector<std::string> wrong(std::string_view type, const std::string& body) {
  std::vector<std::string> errors;
  for (const FieldError& error : read_sent_request(type, body).errors)
    errors.push_back(error.field + ": " + error.message);
  return errors;
}

TEST(RequestBody, IsReadFromJson) {
  const SentRequest sent = read_sent_request("application/json", R"({
    "lang": "en", "reply_to": "a@example.com", "name": "Ann", "product": "printer", "message": "It does not print.",
    "packet": {"questions": ["how do I print?"],
               "read": [{"id": "print", "anchor": "paper"}, {"id": "fax"}],
               "tried": [{"id": "print", "anchor": "paper", "step": 2}],
               "answers": ["Put in paper."], "incidents": ["2026-11-29-outage"]}})");
  EXPECT_THAT(sent.errors, IsEmpty());
  EXPECT_EQ(sent.draft, draft_of("a@example.com"));
}

TEST(RequestBody, IsReadFromAForm) {
  const SentRequest sent = read_sent_request(
      "application/x-www-form-urlencoded",
      "lang=en&reply_to=a%40example.com&name=Ann&product=printer&message=It+does+not+print.&"
      "packet.questions=how+do+I+print%3F&packet.read=print%23paper&packet.read=fax&packet.tried=print%"
      "23paper%232&"
      "packet.answers=Put+in+paper.&packet.incidents=2026-11-29-outage&idempotency_key=k1");
  EXPECT_THAT(sent.errors, IsEmpty());
  EXPECT_EQ(sent.draft, draft_of("a@example.com"));
  EXPECT_EQ(sent.key, "k1");
  EXPECT_EQ(read_sent_request("application/x-www-form-urlencoded", "message=a%0D%0Ab").draft.message, "a\nb");
}

TEST(RequestBody, NeedsNoMoreThanAMessage) {
  RequestDraft draft;
  draft.message = "a";
  const std::string all_null =
      R"({"message": "a", "lang": null, "reply_to": null, "name": null, "product": null, "packet": null})";
  for (const std::string& body : {std::string(R"({"message": "a"})"), all_null,
                                  std::string(R"({"message": "a", "packet": {"read": null}})")}) {
    const SentRequest sent = read_sent_request("application/json", body);
    EXPECT_THAT(sent.errors, IsEmpty()) << body;
    EXPECT_EQ(sent.draft, draft) << body;
  }
  EXPECT_EQ(read_sent_request("application/x-www-form-urlencoded", "message=a&name=&reply_to=").draft, draft);
}

TEST(RequestBody, TellsWhichFieldIsWrong) {
  struct Case {
    std::string in, want;
  };
  const Case json[] = {
      {"", ": the content must be JSON"},
      {"{", ": the content must be JSON"},
      {"[]", ": the content must be an object"},
      {"{\"message\": \"\xFF\"}", ": the content must be JSON"},
      {R"({"name": "A"})", "message: is needed"},
      {R"({"message": 1})", "message: must be a text"},
      {R"({"message": "a", "subject": "b"})", "subject: is not known"},
      {R"({"message": "a", "packet": []})", "packet: must be an object"},
      {R"({"message": "a", "packet": {"asked": []}})", "packet.asked: is not known"},
      {R"({"message": "a", "packet": {"questions": "q"}})", "packet.questions: must be a list"},
      {R"({"message": "a", "packet": {"questions": ["q", 1]}})", "packet.questions[1]: must be a text"},
      {R"({"message": "a", "packet": {"read": ["a"]}})", "packet.read[0]: must be an object"},
      {R"({"message": "a", "packet": {"read": [{"anchor": "b"}]}})", "packet.read[0].id: is needed"},
      {R"({"message": "a", "packet": {"read": [{"id": "a", "url": "b"}]}})",
       "packet.read[0].url: is not known"},
      {R"({"message": "a", "packet": {"tried": [{"id": "a", "step": "2"}]}})",
       "packet.tried[0].step: must be a whole number"},
      {R"({"message": "a", "packet": {"tried": [{"id": "a", "step": 1.5}]}})",
       "packet.tried[0].step: must be a whole number"},
      {R"({"message": "a", "packet": {"tried": [{"id": "a", "step": 18446744073709551615}]}})",
       "packet.tried[0].step: must be a number from 1 to 1000"},
      {R"({"message": "a", "name": ")" + std::string(201, 'x') + "\"}",
       "name: has 201 bytes; 200 are allowed"},
  };
  for (const auto& [in, want] : json) {
    const auto errors = wrong("application/json", in);
    ASSERT_FALSE(errors.empty()) << in;
    EXPECT_EQ(errors[0], want) << in;
  }
  const Case forms[] = {
      {"", "message: is needed"},
      {"message=a&subject=b", "subject: is not known"},
      {"message=a&packet.tried=print%23paper%23x", "packet.tried[0].step: must be a number from 1 to 1000"},
      {"message=a&packet.tried=print", "packet.tried[0].step: must be a number from 1 to 1000"},
      {"message=a&packet.read=%23paper", "packet.read[0].id: is needed"},
  };
  for (const auto& [in, want] : forms) {
    const auto errors = wrong("application/x-www-form-urlencoded", in);
    ASSERT_EQ(errors.size(), 1u) << in;
    EXPECT_EQ(errors[0], want) << in;
  }
}

// A form feed out of a PDF is no reason to refuse a person, who doesn't see it; a program hears of it.
TEST(RequestBody, OfAFormMayHaveWhatWasPastedAlong) {
  const SentRequest sent =
      read_sent_request("application/x-www-form-urlencoded", "message=a%0Cb&name=A%00nn&reply_to=%FF");
  EXPECT_THAT(sent.errors, IsEmpty());
  EXPECT_EQ(sent.draft.message, "a\uFFFDb");
  EXPECT_THAT(wrong("application/json", R"({"message": "a\u000cb"})"),
              ::testing::ElementsAre("message: must be text in UTF-8"));
}

TEST(RequestBody, OfGreatDepthOrNumberIsNoTree) {
  EXPECT_EQ(wrong("application/json", std::string(50'000, '[')).size(), 1u);
  std::string many = R"({"message": "a", "packet": {"questions": [)";
  for (int i = 0; i < 5000; ++i) many += "1,";
  EXPECT_EQ(wrong("application/json", many + "1]}}").size(), 1u);
}

TEST(RequestBody, IsToldTwentyErrorsAtMost) {
  std::string form = "message=a";
  for (int i = 0; i < 10'000; ++i) form += "&x=";
  EXPECT_EQ(wrong("application/x-www-form-urlencoded", form).size(), 20u);
}

// What the form can hold goes into a request's body of 64 KB, whatever its letters.
TEST(RequestBody, FitsABodyAtItsLimits) {
  std::string message;
  while (message.size() + 3 <= kMaxMessageBytes) message += "한";
  EXPECT_LT(("message=" + percent_encode(message)).size(), size_t{50} << 10);
  EXPECT_THAT(
      read_sent_request("application/x-www-form-urlencoded", "message=" + percent_encode(message)).errors,
      IsEmpty());
}

}  // namespace
}  // namespace signpost
