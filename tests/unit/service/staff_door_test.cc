// staff_door_test.cc - what is for staff is reached, kept and named by nobody else: every route is asked.
#include "service/staff_door.h"

#include <gmock/gmock.h>

#include "service/routes.h"
#include "staff_app.h"

namespace signpost {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using testing::header_of;
using testing::Headers;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::StaffApp;
using ::testing::StartsWith;

constexpr char kNoCode[] = "0000-0000-0000";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

// Each door for staff alone at an address of this request, for whoever reads what is behind it.
std::vector<std::pair<std::string, std::string>> staff_addresses(const std::string& code,
                                                                 Reader reader = Reader::people) {
  std::vector<std::pair<std::string, std::string>> addresses;  // method, path
  for (const Route& route : routes()) {
    if (route.door.audience != Audience::staff || route.door.reader != reader) continue;
    std::string path(route.door.path);
    for (const auto& [name, value] : {std::pair<std::string, std::string>("{code}", code),
                                      {"{file}", "days.csv"},
                                      {"{gap}", "G-1"},
                                      {"{lang}", "ko"},
                                      {"{id}", "install"}})
      path = replaced(path, name, value);
    EXPECT_EQ(path.find('{'), std::string::npos) << path << ": what stands for this name here?";
    addresses.emplace_back(route.door.method == Method::post ? "POST" : "GET", path);
  }
  return addresses;
}

// All that somebody else can see of an answer, whatever the code was.
std::string seen(const Response& response, const std::string& code) {
  std::string all = std::to_string(response.status) + "\n" + response.content_type + "\n";
  for (const auto& [name, value] : response.headers) all += name + ": " + value + "\n";
  return replaced(all + response.body, code, "CODE");
}

class StaffDoorTest : public StaffApp {};

TEST_F(StaffDoorTest, WhoIsNotStaffIsLedToTheEntranceWhateverIsThere) {
  const std::string token = begin_session();
  now_ += StaffEntrance::kLongestSeconds;  // it has ended
  const std::vector<Headers> strangers = {{},
                                          cookie(token),
                                          cookie(std::string(64, 'a')),
                                          cookie(""),
                                          {{"cookie", "signpost-staff=" + token}},
                                          {{"x-forwarded-user", "lee"}},
                                          {{"authorization", "Basic bGVlOmxlZQ=="}}};
  const auto addresses = staff_addresses(code_);
  EXPECT_GE(addresses.size(), 5u);
  const auto others = staff_addresses(kNoCode);
  for (size_t i = 0; i < addresses.size(); ++i) {
    const auto& [method, path] = addresses[i];
    for (const Headers& headers : strangers) {
      const std::string body = "state=closed&note=x&form_token=" + form_token(token);
      const Response response = ask(method, path, headers, method == "POST" ? body : "");
      SCOPED_TRACE(method + " " + path);
      EXPECT_EQ(response.status, 303);
      EXPECT_THAT(header_of(response, "Location"), StartsWith("/staff/sign-in"));
      EXPECT_EQ(header_of(response, "Cache-Control"), "no-store");
      EXPECT_EQ(header_of(response, "X-Robots-Tag"), "noindex");
      EXPECT_EQ(header_of(response, "Set-Cookie"), "");
      EXPECT_EQ(response.etag, "");
      EXPECT_FALSE(response.kept);
      EXPECT_EQ(seen(response, code_), seen(ask(method, others[i].second, headers, body), kNoCode));
    }
    for (const char* other : {"HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"}) {
      EXPECT_EQ(seen(ask(other, path), code_), seen(ask(other, others[i].second), kNoCode));
      EXPECT_THAT(ask(other, path).status, AnyOf(303, 405));
    }
  }
  EXPECT_EQ(stored().state(), RequestState::received);
  EXPECT_THAT(stored().notes, IsEmpty());
}

TEST_F(StaffDoorTest, ProgramsAreToldToSignInWhateverIsThere) {
  const std::string token = begin_session();
  now_ += StaffEntrance::kLongestSeconds;
  const auto addresses = staff_addresses(code_, Reader::programs);
  EXPECT_GE(addresses.size(), 2u);
  for (const auto& [method, path] : addresses) {
    for (const Headers& headers : {Headers{}, cookie(token), Headers{{"x-forwarded-user", "lee"}}}) {
      const Response response = ask(method, path + "?q=install&from=" + code_, headers);
      SCOPED_TRACE(method + " " + path);
      EXPECT_EQ(response.status, 401);
      EXPECT_EQ(response.content_type, "application/problem+json");
      EXPECT_EQ(header_of(response, "Cache-Control"), "no-store");
      EXPECT_EQ(header_of(response, "Set-Cookie"), "");
      EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), "");
      EXPECT_EQ(seen(response, code_), seen(ask(method, path + "?q=x&from=" + kNoCode, headers), kNoCode));
    }
  }
}

TEST_F(StaffDoorTest, DoorsOfStaffKeepNothingAndAreForNoOtherOrigin) {
  for (const Route& route : routes()) {
    const Door& door = route.door;
    if (!is_for_staff(door)) continue;
    EXPECT_EQ(door.audience == Audience::staff, door.path != "/staff/sign-in") << door.path;
    EXPECT_EQ(door.effect, Effect::uses_store) << door.path;
    EXPECT_EQ(door.keep, Keep::no) << door.path;
    EXPECT_EQ(door.tag, Tag::none) << door.path;
    EXPECT_EQ(door.origins, Origins::own) << door.path;
  }
  Door door;
  door.path = "/api/v1/things";
  door.audience = Audience::staff;
  EXPECT_TRUE(is_for_staff(door)) << "wherever it is";
  door.audience = Audience::anybody;
  EXPECT_FALSE(is_for_staff(door));
  door.path = "/staffed";
  EXPECT_FALSE(is_for_staff(door));
  door.path = "/staff/sign-in";
  EXPECT_TRUE(is_for_staff(door));
}

TEST_F(StaffDoorTest, NothingForOthersNamesIt) {
  std::vector<std::string> addresses = {"/openapi.json",        "/robots.txt",   "/sitemap.xml",
                                        "/sitemaps/000000.xml", "/nothing/here", "/search?q=staff"};
  for (const Route& route : routes()) {
    if (is_for_staff(route.door) || route.door.method == Method::post) continue;
    std::string path = replaced(std::string(route.door.path), "{lang}", "en");
    path = replaced(replaced(path, "{id}", "install"), "{code}", code_);
    if (path.find('{') == std::string::npos) addresses.push_back(path);
  }
  EXPECT_GT(addresses.size(), 20u);
  const std::string token = begin_session();
  for (const std::string& address : addresses) {
    const Response plain = ask("GET", address);
    EXPECT_THAT(plain.body, Not(HasSubstr("/staff"))) << address;
    for (const auto& [name, value] : plain.headers) EXPECT_THAT(value, Not(HasSubstr("staff"))) << address;
    // But for what is another each time it is asked for.
    if (ask("GET", address).body == plain.body) {
      EXPECT_EQ(ask("GET", address, cookie(token)).body, plain.body) << address << " is another for staff";
    }
  }
}

TEST_F(StaffDoorTest, WhatIsSentCarriesTheTokenOfItsSession) {
  const std::string token = begin_session();
  const std::string path = "/staff/requests/" + code_;
  const std::string others = form_token(begin_session());
  for (const std::string& sent : {std::string(), std::string("&form_token="), "&form_token=" + token,
                                  "&form_token=" + others, "&form_token=" + form_token(token) + "0"}) {
    EXPECT_EQ(ask("POST", path, cookie(token), "state=closed" + sent).status, 403) << sent;
  }
  const std::string right = "state=closed&form_token=" + form_token(token);
  Headers cross_site = cookie(token);
  cross_site.emplace_back("sec-fetch-site", "cross-site");
  EXPECT_EQ(ask("POST", path, cross_site, right).status, 403);
  Headers other_origin = cookie(token);
  other_origin.emplace_back("origin", "https://evil.example");
  EXPECT_EQ(ask("POST", path, other_origin, right).status, 403);
  EXPECT_EQ(stored().state(), RequestState::received);
  EXPECT_EQ(ask("POST", path, cookie(token), right).status, 303);
  EXPECT_EQ(stored().state(), RequestState::closed);
}

// From a chat or a mail: the browser keeps a strict cookie back at first.
TEST_F(StaffDoorTest, ALinkOfAnotherSiteLeadsOnByAPageOfOurs) {
  const std::string path = "/staff/requests/" + code_ + "?a=%22%3E";
  const Response page = ask("GET", path, {{"sec-fetch-site", "cross-site"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("<meta http-equiv=\"refresh\" content=\"0; url=/staff/requests/" + code_ +
                                   "?a=%22%3E\">"));
  EXPECT_EQ(header_of(page, "Cache-Control"), "no-store");
  EXPECT_EQ(ask("GET", path, {{"sec-fetch-site", "same-origin"}}).status, 303);
  EXPECT_EQ(ask("POST", "/staff/sign-out", {{"sec-fetch-site", "cross-site"}}).status, 303);
}

TEST_F(StaffDoorTest, TheEntranceLeadsBackToPagesOfStaffAlone) {
  const Response turned = ask("GET", "/staff/requests/" + code_ + "?x=1");
  EXPECT_EQ(header_of(turned, "Location"), "/staff/sign-in?back=%2Fstaff%2Frequests%2F" + code_ + "%3Fx%3D1");
  EXPECT_EQ(header_of(ask("POST", "/staff/sign-out"), "Location"), "/staff/sign-in") << "there is no page";
  const Headers in = cookie(begin_session());
  struct Case {
    const char* back;
    const char* want;
  };
  for (const auto& [back, want] :
       {Case{"/staff/requests/A?x=1%262", "/staff/requests/A?x=1&2"}, Case{"//evil.example/", "/staff/"},
        Case{"https://evil.example/staff/", "/staff/"}, Case{"/staff/%5C%5Cevil.example", "/staff/"},
        Case{"/staff/%0D%0ASet-Cookie:x", "/staff/"}, Case{"/staff/%ED%95%9C", "/staff/"},
        Case{"/en/", "/staff/"}, Case{"", "/staff/"}}) {
    const Response led = ask("GET", "/staff/sign-in?back=" + std::string(back), in);
    EXPECT_EQ(led.status, 303);
    EXPECT_EQ(header_of(led, "Location"), want) << back;
  }
}

TEST_F(StaffDoorTest, ProgramsHearThatTheyMustSignIn) {
  const Services services{
      .templates = app_.web().templates, .i18n = app_.web().i18n, .assets = app_.web().assets};
  const Request request;
  const PageContext context{
      .services = services, .request = request, .arguments = {}, .generation = nullptr, .lang = "en"};
  Door door;
  door.reader = Reader::programs;
  const Response refused = turn_away(context, door, true);
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(refused.content_type, "application/problem+json");
  EXPECT_NE(header_of(refused, "WWW-Authenticate"), "");
}

class NoStaffTest : public StaffApp {
 protected:
  NoStaffTest() : StaffApp(Accounts::none) {}
};

TEST_F(NoStaffTest, ThereIsNothing) {
  const std::string token = begin_session();  // of no account
  for (const Route& route : routes()) {
    if (!is_for_staff(route.door)) continue;
    const std::string path = replaced(std::string(route.door.path), "{code}", code_);
    for (const Headers& headers : {Headers{}, cookie(token), Headers{{"x-forwarded-user", "lee"}}}) {
      const Response get = ask("GET", path, headers, "", From::proxy);
      EXPECT_EQ(get.status, 404) << path;
      EXPECT_EQ(header_of(get, "X-Robots-Tag"), "");
      const Response post = ask("POST", path, headers);
      EXPECT_EQ(post.status, 405) << path;
      EXPECT_EQ(header_of(post, "Allow"), "GET, HEAD");
    }
  }
  store_.write([](SqliteDatabase& database) { add_staff_account(database, "kim", hash(), now_); });
  EXPECT_EQ(ask("GET", "/staff/").status, 303) << "an account makes it be there at once";
}

class ProxiedStaffTest : public StaffApp {
 protected:
  ProxiedStaffTest() : StaffApp(Accounts::none, "x-forwarded-user") {}
};

TEST_F(ProxiedStaffTest, AListedProxySaysWhoItIs) {
  const Headers named = {{"x-forwarded-user", "ann@example.com"}};
  const Response page = ask("GET", "/staff/", named, "", From::proxy);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("<bdi>ann@example.com</bdi>"));
  EXPECT_THAT(page.body, Not(HasSubstr("/staff/sign-out"))) << "its session is the proxy's";
  EXPECT_EQ(header_of(page, "Set-Cookie"), "");
  const std::string token = entrance_.vouched_for("ann@example.com")->form_token;
  const std::string path = "/staff/requests/" + code_;
  EXPECT_EQ(ask("POST", path, named, "note=Hello&form_token=" + token, From::proxy).status, 303);
  EXPECT_EQ(stored().notes.at(0).author, "ann@example.com");
  const std::string bobs = entrance_.vouched_for("bob@example.com")->form_token;
  EXPECT_EQ(ask("POST", path, named, "note=x&form_token=" + bobs, From::proxy).status, 403);
}

TEST_F(ProxiedStaffTest, NobodyElseIsBelieved) {
  const std::vector<std::pair<Headers, From>> others = {
      {{{"x-forwarded-user", "ann@example.com"}}, From::anywhere},
      {{}, From::proxy},
      {{{"x-forwarded-user", ""}}, From::proxy},
      {{{"x-forwarded-user", "ann"}, {"x-forwarded-user", "eve"}}, From::proxy},
      {{{"x-forwarded-user", "a\x01"}}, From::proxy},
      {{{"x-forwarded-user", std::string(300, 'a')}}, From::proxy},
      {{{"x-forwarded-email", "ann@example.com"}}, From::proxy},
      {cookie(std::string(64, 'a')), From::proxy}};
  for (const auto& [headers, from] : others) {
    for (const auto& [method, path] : staff_addresses(code_)) {
      const Response response = ask(method, path, headers, "", from);
      EXPECT_EQ(response.status, method == "GET" ? 404 : 405) << method << " " << path;
      EXPECT_EQ(header_of(response, "X-Robots-Tag"), "");
    }
    EXPECT_EQ(ask("GET", "/staff/sign-in", headers, "", from).status, 404);
  }
}

}  // namespace
}  // namespace signpost
