#include "finder/help_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/net/scripted_server.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using testing::http_answer;
using testing::ReceivedRequest;
using testing::ScriptedServer;

// Answers everything with this.
ScriptedServer server_with(int status, const std::string& headers = "", const std::string& body = "{}") {
  return ScriptedServer([=](const ReceivedRequest&, size_t) { return http_answer(status, body, headers); });
}

ErrorKind kind_of_failure(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "it worked";
  return ErrorKind::internal;
}

TEST(HelpServer, SignsIn) {
  const ScriptedServer server = server_with(303,
                                            "Location: /staff/\r\nset-cookie: other=1\r\n"
                                            "Set-Cookie: __Host-signpost-staff=abc123; Path=/; Secure\r\n");
  EXPECT_EQ(HelpServer(server.url()).sign_in("lee", "a&b=c é"), "abc123");
  const ReceivedRequest got = server.received().at(0);
  EXPECT_THAT(got.head, AllOf(HasSubstr("POST /staff/sign-in HTTP/1.1\r\n"),
                              HasSubstr("Content-Type: application/x-www-form-urlencoded\r\n")));
  EXPECT_EQ(got.body, "name=lee&password=a%26b%3Dc%20%C3%A9");
}

TEST(HelpServer, SaysWhyNobodyIsSignedIn) {
  for (const auto& [status, kind] : {std::pair(403, ErrorKind::usage),
                                     {404, ErrorKind::usage},
                                     {200, ErrorKind::usage},
                                     {303, ErrorKind::usage},  // without a cookie
                                     {429, ErrorKind::io},
                                     {503, ErrorKind::io}}) {
    const ScriptedServer server = server_with(status);
    EXPECT_EQ(kind_of_failure([&] { HelpServer(server.url()).sign_in("lee", "x"); }), kind) << status;
  }
}

TEST(HelpServer, Finds) {
  const ScriptedServer server = server_with(200, "", "{\"items\":[]}");
  const HelpServer help(server.url(), "ko-KR");
  EXPECT_EQ(help.find("abc", {.text = "a&b ü", .lang = "ja", .from = "4F9K"}), "{\"items\":[]}");
  EXPECT_THAT(
      server.received().at(0).head,
      AllOf(HasSubstr("GET /staff/find?q=a%26b%20%C3%BC&lang=ja&from=4F9K HTTP/1.1\r\n"),
            HasSubstr("Cookie: __Host-signpost-staff=abc\r\n"), HasSubstr("Accept-Language: ko-KR\r\n")));
}

TEST(HelpServer, SaysThatTheSessionHasEnded) {
  for (const auto& [status, kind] :
       {std::pair(401, ErrorKind::usage), {404, ErrorKind::io}, {500, ErrorKind::io}, {302, ErrorKind::io}}) {
    const ScriptedServer server = server_with(status);
    EXPECT_EQ(kind_of_failure([&] { HelpServer(server.url()).find("abc", {}); }), kind) << status;
  }
}

// A token that was written into the file by hand begins no header of its own.
TEST(HelpServer, ATokenStaysInItsHeader) {
  const ScriptedServer server = server_with(200);
  EXPECT_EQ(kind_of_failure([&] { HelpServer(server.url()).find("a\r\nX: y", {}); }), ErrorKind::usage);
}

TEST(ServerOrigin, IsWhereAPasswordMayGo) {
  for (const auto& [typed, want] : {std::pair("https://Help.example.com", "https://help.example.com"),
                                    {"https://help.example.com/staff/?a=b", "https://help.example.com"},
                                    {"https://h.example:8443/", "https://h.example:8443"},
                                    {"http://127.0.0.1:8080", "http://127.0.0.1:8080"},
                                    {"http://localhost:1", "http://localhost:1"},
                                    {"http://[::1]:8080/", "http://[::1]:8080"}}) {
    EXPECT_EQ(server_origin(typed), want);
  }
  for (const char* typed :
       {"", "help.example.com", "ftp://h.example", "http://help.example.com", "http://127.0.0.1.evil.example",
        "http://localhost.evil.example", "https://", "https://lee:secret@h.example",
        "http://127.0.0.1@evil.example", "https://h.example\\@evil.example", "https://h example",
        "http://[::2]/", "http://0x7f000001"}) {
    EXPECT_THROW(server_origin(typed), Error) << typed;
  }
}

TEST(LanguageOfLocale, IsThatOfItsMessages) {
  for (const auto& [locale, want] : {std::pair("ko_KR.UTF-8", "ko-KR"),
                                     {"ja", "ja"},
                                     {"de_DE@euro", "de-DE"},
                                     {"C", ""},
                                     {"C.UTF-8", ""},
                                     {"POSIX", ""},
                                     {"", ""},
                                     {"a\r\nb", ""}}) {
    EXPECT_EQ(language_of_locale(locale), want) << locale;
  }
  EXPECT_EQ(language_of_locale(nullptr), "");
}

}  // namespace
}  // namespace signpost
