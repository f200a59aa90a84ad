#include "delivery/mail_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/base64.h"
#include "told_event.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr int64_t kSentAt = 1'796'000'005;

struct Parts {
  std::string head;  // with the ends of its lines
  std::string body;  // decoded
};

Parts mailed(const EventMessage& message, const MailAddress& from = {"Help Centre", "help@example.com"}) {
  const std::string mail = mail_message(from, {"desk@example.com", "b@example.com"}, message, kSentAt);
  const size_t end = mail.find("\r\n\r\n");
  std::string letters;
  for (const char c : mail.substr(end + 4)) {
    if (c != '\r' && c != '\n') letters += c;
  }
  for (size_t at = 0; at < mail.size();) {
    const size_t line_end = mail.find("\r\n", at);
    EXPECT_LE(line_end - at, 76u) << mail.substr(at, line_end - at);
    at = line_end + 2;
  }
  return {mail.substr(0, end + 2), from_base64(letters).value_or("no base64")};
}

TEST(MailMessage, HasTheHeadOfAMail) {
  const Parts parts = mailed(told_event());
  EXPECT_EQ(parts.head,
            "Date: Mon, 30 Nov 2026 00:53:25 +0000\r\n"
            "From: =?UTF-8?B?SGVscCBDZW50cmU=?=\r\n <help@example.com>\r\n"
            "To: desk@example.com,\r\n b@example.com\r\n"
            "Reply-To: =?UTF-8?B?QW5u?=\r\n <ann@example.com>\r\n"
            "Message-ID: <msg_0123@example.com>\r\n"
            "Subject: =?UTF-8?B?WzRGOUstMEE3Qy1QUVgzXSBJdCBkb2VzIG5vdCBwcmludC4=?=\r\n"
            "Auto-Submitted: auto-generated\r\n"
            "MIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: base64\r\n");
  EXPECT_THAT(parts.body, AllOf(HasSubstr("https://help.example.com/en/requests/4F9K-0A7C-PQX3\r\n4F9K-"),
                                HasSubstr("\r\n\r\nIt does not print.\r\n"),
                                HasSubstr("- https://help.example.com/articles/print#paper (2)\r\n")));
}

TEST(MailMessage, BringsAnAnswerToWhoSentTheRequest) {
  EventMessage message = told_event();
  message.kind = EventKind::answer_to_customer;
  message.answer = {.number = 1, .author = "lee", .text = "Put in paper.\n.\nThen print.", .source = {}};
  const std::string mail = answer_mail({"Help Centre", "help@example.com"}, message, kSentAt);
  const size_t end = mail.find("\r\n\r\n");
  const std::string head = mail.substr(0, end + 2);
  EXPECT_THAT(head, HasSubstr("To: =?UTF-8?B?QW5u?=\r\n <ann@example.com>\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("Auto-Submitted")));
  EXPECT_THAT(head,
              HasSubstr("Subject: =?UTF-8?B?" + to_base64("Re: [4F9K-0A7C-PQX3] It does not print.") + "?="));
  std::string letters;
  for (const char c : mail.substr(end + 4)) {
    if (c != '\r' && c != '\n') letters += c;
  }
  EXPECT_EQ(from_base64(letters),
            "Put in paper.\r\n.\r\nThen print.\r\n\r\n-- \r\n"
            "https://help.example.com/en/requests/4F9K-0A7C-PQX3\r\n");
}

// What gets past every check before it still ends no line.
TEST(MailMessage, LetsNobodyWriteIntoItsHead) {
  RequestDraft draft =
      draft_of("ann@example.com\r\nBcc: all@example.com", "Hello\r\n.\r\nBcc: all@example.com");
  draft.name = "Ann\r\nBcc: all@example.com";
  for (const char* reply_to : {"ann@example.com\r\nBcc: all@example.com", "ann@example.com"}) {
    draft.reply_to = reply_to;
    EventMessage message = told_event(draft);
    message.request.code = "4F9K\r\nBcc: all@example.com";
    const Parts parts = mailed(message);
    EXPECT_THAT(parts.head, Not(HasSubstr("Bcc")));
  }
}

TEST(MailMessage, FoldsLongTextsBetweenCharacters) {
  const std::string korean = "인쇄가 되지 않습니다. 종이를 넣었는데도 계속 종이가 없다고 나와요.";
  const Parts parts = mailed(told_event(draft_of("", korean)), {"", "help@example.com"});
  EXPECT_THAT(parts.head, AllOf(HasSubstr("From: help@example.com\r\n"), Not(HasSubstr("Reply-To"))));
  const size_t begin = parts.head.find("Subject: ") + 9;
  std::string subject;
  for (size_t at = begin; (at = parts.head.find("=?UTF-8?B?", at)) != std::string::npos;) {
    const size_t end = parts.head.find("?=", at + 10);
    const auto word = from_base64(parts.head.substr(at + 10, end - at - 10));
    ASSERT_TRUE(word);
    EXPECT_NE(static_cast<unsigned char>((*word)[0]) & 0xC0, 0x80);  // begins with a whole character
    subject += *word;
    at = end;
  }
  EXPECT_EQ(subject, subject_of(told_event(draft_of("", korean))));
}

TEST(MailMessage, ReadsAddressesWithNames) {
  EXPECT_EQ(parse_mail_address("help@example.com").address, "help@example.com");
  EXPECT_EQ(parse_mail_address("도움말 <help@example.com>").name, "도움말");
  EXPECT_EQ(parse_mail_address("도움말 <help@example.com>").address, "help@example.com");
  for (const char* text :
       {"", "help", "<help>", "a <help@example.com> b", "help@example.com>", "a <b <c@d.e>", "a@b.c, d@e.f"})
    EXPECT_EQ(parse_mail_address(text).address, "") << text;
}

}  // namespace
}  // namespace signpost
