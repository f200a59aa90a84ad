#include "feedback/masked_text.h"

#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

struct Case {
  const char* text;
  const char* masked;
};

void expect_masked(std::initializer_list<Case> cases) {
  for (const Case& one : cases) EXPECT_EQ(mask_personal(one.text).text, one.masked) << one.text;
}

TEST(MaskedText, TakesAddressesOut) {
  expect_masked({
      {"write to kim@example.com, please", "write to [e-mail], please"},
      {"<Kim.Lee+help@mail.example.co.kr>", "<[e-mail]>"},
      {"kim@example.com에 보냈는데", "[e-mail]에 보냈는데"},
      {"メールはkim@example.jpです", "メールは[e-mail]です"},
      {"ｋｉｍ＠ｅｘａｍｐｌｅ．ｃｏｍ", "[e-mail]"},
      {"kim@例え.jp is one too", "[e-mail] is one too"},
      {"mailto:kim@example.com", "mailto:[e-mail]"},
      {"npm install @types/node", "npm install @types/node"},
      {"at 5 @ noon, user@host", "at 5 @ noon, user@host"},
  });
}

TEST(MaskedText, TakesTelephonesOut) {
  expect_masked({
      {"call +49 (0)30 1234567 now", "call [phone] now"},
      {"(+82) 10-1234-5678", "[phone]"},
      {"010-1234-5678로 전화", "[phone]로 전화"},
      {"01012345678", "[phone]"},
      {"０９０－１２３４－５６７８です", "[phone]です"},
      {"09012345678", "[phone]"},
      {"030/12345678", "[phone]"},
      {"555-123-4567 or (555) 123-4567", "[phone] or [phone]"},
      {"01.23.45.67.89", "[phone]"},
  });
}

TEST(MaskedText, TakesCardsAndOtherNumbersOut) {
  expect_masked({
      {"4111 1111 1111 1111", "[card]"},
      {"on 11/30/2026 4111111111111111 was charged", "on 11/30/2026 [card] was charged"},
      {"4111 1111 1111 1111 12/27", "[number]/27"},
      {"5500-0000-0000-0004.", "[card]."},
      {"4111 1111 1111 1112", "[number]"},
      {"900101-1234567", "[number]"},
      {"order 1234567890", "order [number]"},
      {"DE89 3704 0044 0532 0130 00 IS MINE", "[account] IS MINE"},
      {"GB82WEST12345698765432", "[account]"},
  });
}

TEST(MaskedText, TakesSecretsOut) {
  expect_masked({
      {"my key is sk-abcdefghijklmnop1234 ok", "my key is [key] ok"},
      {"AKIAIOSFODNN7EXAMPLE", "[key]"},
      {"ghp_0123456789abcdefghijABCDEFGHIJ012345", "[key]"},
      {"Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-def", "Bearer [key]"},
      {"https://kim:hunter2@example.com/x", "https://[key]@example.com/x"},
      {"password: hunter2 does not work", "password: [key] does not work"},
      {"Password=\"a b\"", "Password=[key] b\""},
      {"비밀번호는 abc1234 인데", "비밀번호는 [key] 인데"},
      {"パスワード：abc!def", "パスワード：[key]"},
      {"パスワードはabc1です", "パスワードは[key]です"},
      {"d41d8cd98f00b204e9800998ecf8427e", "[key]"},
      {"Zx81LmQp04RtYw77KdHsBv29", "[key]"},
      {"-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\nafter", "[key]\nafter"},
      {"-----BEGIN PRIVATE KEY-----\nMIIE", "[key]"},
  });
}

// What writers need, and nobody is known by.
TEST(MaskedText, LeavesTheRest) {
  for (const char* text :
       {"", "It fails since 1.29.3", "192.168.100.200/24 and 10.0.0.1:8080", "2026-11-30 10:15:00",
        "error 0x80070005 in KB5034441", "30.11.2026", "09:00-18:00", "port 8080, 1920x1080, 500 MB",
        "my password is wrong", "비밀번호는 어디서 바꾸나요", "パスワードは何ですか", "the token is invalid",
        "version 2024.10.15.1234", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "use localStorage.getItem()",
        "ERR_CERT_COMMON_NAME_INVALID_OR_SO", "step 3: 12,500,000 rows"}) {
    const MaskedText masked = mask_personal(text);
    EXPECT_EQ(masked.text, text);
    EXPECT_EQ(masked.masked, 0u) << text;
  }
}

TEST(MaskedText, CountsPlacesAndKeepsBrokenBytes) {
  EXPECT_EQ(mask_personal("a@b.com, +4930123456").masked, 2u);
  EXPECT_EQ(mask_personal("\xFF\xC3 a@b.com \xE3\x81").text, "\xFF\xC3 [e-mail] \xE3\x81");
  // Whatever repeats costs no more than its length.
  for (const char* piece :
       {"+", "1", "a@", "DE12", "password:", "-----BEGIN ", "sk-", "(1", "비밀번호", "http://:"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    mask_personal(text);
  }
}

}  // namespace
}  // namespace signpost
