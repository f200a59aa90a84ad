// app_test.cc - requests to responses over a real index and the real web folder.
#include "service/app.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "base/sha256.h"
#include "index/card_picture.h"
#include "net/entity_tag.h"
#include "service/routes.h"
#include "test_site.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using ::testing::Not;
using ::testing::StartsWith;
using testing::TestApp;

class AppTest : public ::testing::Test {
 protected:
  // One for all tests: each reads the web folder anew.
  static TestApp& app() {
    static TestApp instance;
    static const bool served = (serve_incident(instance), true);
    (void)served;
    return instance;
  }
  // With an incident that is over: its page is one of every kind of page.
  static void serve_incident(TestApp& app) {
    static const testing::TemporaryDirectory index;
    static const std::string dir = testing::publish_test_generation(
        index.path() + "/index", "", {testing::test_incidents().back()}, testing::test_channels());
    app.serve(app.open(dir));
  }
};

TEST_F(AppTest, AnswersEveryKindOfUrl) {
  struct Case {
    const char* target;
    int status;
    const char* type;
    const char* has;  // a piece of the body or, for redirects, the whole Location
  };
  const Case cases[] = {
      {"/", 200, "text/html", "Example Help"},
      {"/ko/", 200, "text/html", "예제 도움말"},
      {"/ko", 301, "text/plain", "/ko/"},
      {"/en", 301, "text/plain", "/"},
      {"/?lang=ja", 200, "text/html", "<html lang=\"ja\""},
      {"/search?q=password", 200, "text/html", "Reset your"},
      {"/search", 200, "text/html", "name=\"q\""},
      {"/search?q=password&page=x", 400, "text/html", "name=\"q\""},
      {"/search?q=password&explain=1", 200, "text/html", "Why these results"},
      {"/search?q=password&not=x", 400, "text/html", "name=\"q\""},
      {"/ask", 200, "text/html", "Your question"},
      {"/ko/ask?q=password", 200, "text/html", "<html lang=\"ko\""},
      {"/en/ask?q=password&not=x", 400, "text/html", "name=\"q\""},
      {"/en/articles/install", 200, "text/html", "dir=\"ltr\">Install the desktop app</h1>"},
      {"/ko/articles/install", 200, "text/html", "데스크톱 앱 설치하기"},
      {"/articles/install", 200, "text/html", "Install the desktop app"},
      {"/articles/install.md", 200, "text/markdown", "# Install the desktop app\n\nDownload"},
      {"/ko/articles/install.md", 200, "text/markdown", "# 데스크톱"},
      {"/ja/articles/%E6%97%A5%E6%9C%AC%E8%AA%9E%E3%82%AC%E3%82%A4%E3%83%89", 200, "text/html", "使い方"},
      {"/community/printer-offline", 200, "text/html", "Install the new driver"},
      {"/community/printer-offline.md", 200, "text/markdown", "Turn it on."},
      {"/articles/printer-offline?lang=en", 301, "text/plain", "/community/printer-offline?lang=en"},
      {"/en/articles/printer-offline", 301, "text/plain", "/community/printer-offline"},
      {"/community/install", 301, "text/plain", "/articles/install"},
      {"/community/install.md", 301, "text/plain", "/articles/install.md"},
      {"/old/install.html?x=1", 301, "text/plain", "/en/articles/install?x=1"},
      {"/kb/42", 301, "text/plain", "/en/articles/install"},
      {"/kb/42/", 301, "text/plain", "/en/articles/install"},
      {"/kb/7", 301, "text/plain", "/en/articles/install#steps"},
      {"/kb/7/?x=1", 301, "text/plain", "/en/articles/install?x=1#steps"},
      {"/ko/kb/7", 301, "text/plain", "/ko/articles/install"},
      {"/kb/8?x=1", 301, "text/plain", "/search?q=disk#main"},
      {"/kb/9", 404, "text/html", "name=\"q\""},
      {"/print", 301, "text/plain", "/community/%EC%9D%B8%EC%87%84-%EB%AC%B8%EC%A0%9C"},
      {"/articles/install/", 301, "text/plain", "/articles/install"},
      {"/en/categories/setup", 200, "text/html", "Getting it to run."},
      {"/en/categories/none", 404, "text/html", "name=\"q\""},
      {"/en/categories", 200, "text/html", "/en/categories/setup"},
      {"/xx/articles/install", 404, "text/html", "name=\"q\""},
      {"/articles/none", 404, "text/html", "name=\"q\""},
      {"/nothing/here", 404, "text/html", "name=\"q\""},
      {"//evil.example/", 404, "text/html", "name=\"q\""},
      {"/api/v1/search?q=install", 200, "application/json", "\"total\":"},
      // Encoded once: encoded twice, no page of an id beyond ASCII was found.
      {"/api/v1/search?q=%EC%9D%B8%EC%87%84", 200, "application/json",
       "\"/community/%EC%9D%B8%EC%87%84-%EB%AC%B8%EC%A0%9C\""},
      {"/api/v1/search?page=0", 400, "application/problem+json", "\"field\":\"page\""},
      {"/api/v1/answer?q=install", 200, "application/json", "\"took_ms\":"},
      {"/api/v1/answer?q=a&not=a", 400, "application/problem+json", "\"field\":\"not\""},
      {"/api/v1/suggest?q=ins", 200, "application/json", "Install"},
      {"/api/v1/suggest?q=a&limit=99", 400, "application/problem+json", "\"field\":\"limit\""},
      {"/api/v1/articles/install?lang=ko", 200, "application/json", "데스크톱 앱 설치하기"},
      {"/api/v1/articles/none", 404, "application/problem+json", "\"status\":404"},
      {"/api/v1/categories?lang=ko", 200, "application/json", "/ko/categories/setup"},
      {"/api/v2/search", 404, "application/problem+json", "\"status\":404"},
      {"/files/img/logo.svg", 200, "image/svg+xml", "<svg"},
      {"/files/img/none.svg", 404, "text/html", "name=\"q\""},
      {"/files//manifest.json", 404, "text/html", "name=\"q\""},
      {"/files/img", 404, "text/html", "name=\"q\""},
      {"/files/%252e%252e/manifest.json", 404, "text/html", "name=\"q\""},
      {"/assets/css/app.css", 200, "text/css", "{"},
      {"/assets/brand.css", 200, "text/css", "--brand:#0a7f3f"},
      {"/assets/none.css", 404, "text/html", "name=\"q\""},
      {"/favicon.svg", 200, "image/svg+xml", "<svg"},
      {"/openapi.json", 200, "application/json", "\"3.1.0\""},
      {"/widget.js", 200, "text/javascript", "import('./widget/"},
      {"/widget/integrity.json", 200, "application/json", "sha256-"},
      {"/widget/0123456789ab/texts/ko.js", 200, "text/javascript", "export default"},
      {"/widget/none.js", 404, "application/problem+json", "\"status\":404"},
      {"/ko/integrations", 200, "text/html", "https://help.example.com/widget.js"},
      {"/integrations?lang=ja", 200, "text/html", "<signpost-help lang=\"ja\">"},
      {"/sitemap.xml", 200, "application/xml", "https://help.example.com/ko/articles/install"},
      {"/sitemaps/000000.xml", 200, "application/xml", "https://help.example.com/ko/articles/install"},
      {"/sitemaps/000001.xml", 404, "application/problem+json", ""},
      {"/robots.txt", 200, "text/plain", "Sitemap: https://help.example.com/sitemap.xml"},
      {"/healthz", 200, "application/json", "ok"},
      {"/readyz", 200, "application/json", "ready"},
  };
  for (const Case& test : cases) {
    const Response response = app().get(test.target);
    EXPECT_EQ(response.status, test.status) << test.target;
    EXPECT_THAT(response.content_type, StartsWith(test.type)) << test.target;
    if (test.status == 301) {
      EXPECT_EQ(header_of(response, "Location"), test.has) << test.target;
    } else {
      EXPECT_THAT(response.body, HasSubstr(test.has)) << test.target;
    }
    EXPECT_THAT(response.body, Not(HasSubstr("{{"))) << test.target;
    EXPECT_EQ(header_of(response, "X-Content-Type-Options"), "nosniff") << test.target;
    EXPECT_THAT(header_of(response, "Content-Security-Policy"), HasSubstr("default-src 'none'"))
        << test.target;
    EXPECT_THAT(header_of(response, "Content-Security-Policy"), Not(HasSubstr("script-src 'unsafe")))
        << test.target;
    EXPECT_FALSE(header_of(response, "Cache-Control").empty()) << test.target;
  }
}

// Its address stays, so that nobody keeps it for long; what it loads has a version, and is kept for ever.
TEST_F(AppTest, TheWidgetIsKeptAsLongAsItIsTheSame) {
  const auto control = [&](const std::string& target, const std::string& tag = "") {
    const Response response = app().get(target, {{"if-none-match", tag}});
    EXPECT_EQ(response.status, tag.empty() ? 200 : 304) << target;
    EXPECT_EQ(header_of(response, "Cross-Origin-Resource-Policy"), "cross-origin") << target;
    return header_of(response, "Cache-Control");
  };
  const std::string stays = control("/widget.js");
  EXPECT_THAT(stays, StartsWith("public, max-age=300"));
  EXPECT_EQ(control("/widget.js", app().get("/widget.js").etag), stays);
  const auto sums = nlohmann::json::parse(app().get("/widget/integrity.json").body);
  const std::string folder = "/widget/" + sums.at("version").get<std::string>() + "/";
  EXPECT_THAT(app().get("/widget.js").body, HasSubstr("import('." + folder + "panel.js')"));
  for (const auto& [path, sum] : sums.at("integrity").items()) {
    EXPECT_THAT(path, StartsWith(folder));
    EXPECT_THAT(control(path), HasSubstr("immutable")) << path;
    EXPECT_EQ(control(path, app().get(path).etag), control(path)) << path;
  }
  const std::string other = "/widget/0123456789ab/panel.js";
  EXPECT_EQ(app().get(other).body, app().get(folder + "panel.js").body);
  EXPECT_THAT(control(other), HasSubstr("max-age=0"));
}

TEST_F(AppTest, AShortAddressLeadsToTheReadersLanguage) {
  const std::string path =
      nlohmann::json::parse(app().get("/api/v1/articles/install").body).at("short_url").get<std::string>();
  ASSERT_EQ(path, "/s/" + testing::short_code_of("install"));
  const struct {
    std::string target;
    std::vector<std::pair<std::string, std::string>> headers;
    const char* leads_to;
  } cases[] = {
      {path, {}, "/en/articles/install"},
      {path, {{"accept-language", "ko-KR,en;q=0.5"}}, "/ko/articles/install"},
      {path + "?lang=ko&x=1", {}, "/ko/articles/install?x=1"},
      {"/s/" + testing::short_code_of("install", "ko"), {}, "/ko/articles/install"},
      {"/s/" + testing::short_code_of("install", "ko"), {{"accept-language", "en"}}, "/en/articles/install"},
      {path, {{"cookie", "lang=ko"}, {"accept-language", "en"}}, "/ko/articles/install"},
  };
  for (const auto& test : cases) {
    const Response response = app().get(test.target, test.headers);
    EXPECT_EQ(response.status, 302) << test.target;
    EXPECT_EQ(header_of(response, "Location"), test.leads_to) << test.target;
    EXPECT_EQ(header_of(response, "Cache-Control"), "no-store");
  }
  EXPECT_EQ(app().get("/s/zzzzzz").status, 404);
  EXPECT_EQ(app().get("/s/install").status, 404);
  const Response gone = app().get("/s/" + testing::gone_short_code());
  EXPECT_EQ(gone.status, 410);
  EXPECT_THAT(gone.body, HasSubstr("What was here has been removed"));
  EXPECT_THAT(gone.body, HasSubstr("name=\"q\""));
}

TEST_F(AppTest, AnArticleHasACardThatNeverChangesAtItsAddress) {
  const std::string page = app().get("/ko/articles/install").body;
  const std::string before = "<meta property=\"og:image\" content=\"https://help.example.com";
  ASSERT_THAT(page, HasSubstr(before + "/cards/install/"));
  EXPECT_THAT(page,
              HasSubstr("<meta property=\"og:image:alt\" content=\"데스크톱 앱 설치하기 · 예제 도움말\">"));
  EXPECT_THAT(page, HasSubstr("<meta name=\"twitter:card\" content=\"summary_large_image\">"));
  const size_t at = page.find(before) + before.size();
  const std::string path = page.substr(at, page.find('"', at) - at);
  const Response card = app().get(path, {{"accept-language", "en"}});
  EXPECT_EQ(card.status, 200);
  EXPECT_EQ(card.content_type, "image/png");
  EXPECT_EQ(card.body, card_png(testing::card_of("ko")));
  EXPECT_THAT(header_of(card, "Cache-Control"), HasSubstr("immutable"));
  EXPECT_EQ(header_of(card, "Cross-Origin-Resource-Policy"), "cross-origin");
  // An earlier title's.
  const Response old = app().get("/cards/install/0123456789abcdef.png");
  EXPECT_EQ(old.status, 302);
  EXPECT_EQ(app().get(header_of(old, "Location")).body, card_png(testing::card_of("en")));
  EXPECT_EQ(app().get("/cards/printer-offline/0123456789abcdef.png").status, 404);
  EXPECT_EQ(app().get("/cards/none/0123456789abcdef.png").status, 404);
  EXPECT_THAT(app().get("/community/printer-offline").body, Not(HasSubstr("og:image")));
}

TEST_F(AppTest, ChoosesTheLanguage) {
  struct Case {
    const char* target;
    std::vector<std::pair<std::string, std::string>> headers;
    const char* lang;
  };
  const Case cases[] = {
      {"/", {}, "en"},
      {"/", {{"accept-language", "ja,en;q=0.5"}}, "ja"},
      {"/", {{"accept-language", "ja"}, {"cookie", "lang=ko"}}, "ko"},
      {"/?lang=en", {{"accept-language", "ja"}, {"cookie", "lang=ko"}}, "en"},
      {"/ja/", {{"cookie", "lang=ko"}}, "ja"},
      {"/ja/?lang=ko", {}, "ja"},
      {"/?lang=xx", {{"cookie", "lang=zz"}, {"accept-language", "fr"}}, "en"},
      {"/articles/install", {{"accept-language", "ko-KR"}}, "ko"},
      {"/?lang=ko_KR", {}, "ko"},
  };
  for (const Case& test : cases) {
    const Response response = app().get(test.target, test.headers);
    EXPECT_THAT(response.body, HasSubstr(std::string("<html lang=\"") + test.lang + "\"")) << test.target;
  }
  EXPECT_THAT(header_of(app().get("/"), "Vary"), HasSubstr("Accept-Language"));
  EXPECT_THAT(header_of(app().get("/ko/"), "Vary"), Not(HasSubstr("Accept-Language")));
  const struct {
    const char* chosen;
    const char* leads_to;
  } choices[] = {{"/?lang=ko&keep=1", "/?lang=ko"},
                 {"/search?q=a&lang=ko&keep=1", "/search?q=a&lang=ko"},
                 {"/ko/articles/install?lang=ko&keep=1", "/ko/articles/install"}};
  for (const auto& choice : choices) {
    const Response response = app().get(choice.chosen);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(header_of(response, "Location"), choice.leads_to);
    EXPECT_THAT(header_of(response, "Set-Cookie"), StartsWith("lang=ko; Path=/"));
  }
  EXPECT_EQ(header_of(app().get("/KO/articles/install?x=1"), "Location"), "/ko/articles/install?x=1");
  EXPECT_EQ(app().get("/fr/articles/install").status, 404);
  // A link that somebody shares changes nobody's language for good.
  EXPECT_EQ(header_of(app().get("/?lang=ko"), "Set-Cookie"), "");
  EXPECT_EQ(header_of(app().get("/?lang=xx&keep=1"), "Set-Cookie"), "");
  // No cookie unless it is needed to keep a choice.
  EXPECT_EQ(header_of(app().get("/ko/"), "Set-Cookie"), "");
  EXPECT_EQ(header_of(app().get("/?lang=ko", {{"cookie", "lang=ko"}}), "Set-Cookie"), "");
  EXPECT_EQ(header_of(app().get("/search?q=a&lang=ko", {{"accept-language", "ko"}}), "Set-Cookie"), "");
  EXPECT_EQ(header_of(app().get("/ja/?lang=ko"), "Set-Cookie"), "");
}

TEST_F(AppTest, AnnouncesAFallback) {
  const std::string body = app().get("/ja/articles/reset-password").body;
  EXPECT_THAT(body, HasSubstr("<html lang=\"ja\""));
  EXPECT_THAT(body, HasSubstr("<h1 lang=\"en\" dir=\"ltr\">"));
  EXPECT_THAT(body, HasSubstr("notice-lang"));
  EXPECT_THAT(
      body,
      HasSubstr("<link rel=\"canonical\" href=\"https://help.example.com/en/articles/reset-password\">"));
  EXPECT_THAT(body, HasSubstr("まだ日本語に翻訳されていないため、英語版を"));
  EXPECT_THAT(app().get("/ko/articles/sign-in").body, HasSubstr("한국어 번역이 아직 없어 영어 글을"));
  EXPECT_THAT(app().get("/en/articles/日本語ガイド").body, HasSubstr("reading it in Japanese"));
  EXPECT_THAT(app().get("/en/articles/reset-password").body, Not(HasSubstr("notice-lang")));
}

TEST_F(AppTest, OtherLanguagesAreMarkedInTheReaders) {
  const std::string badge = "<span class=\"badge badge-lang\"><bdi>";
  const std::string home = app().get("/ko/").body;
  EXPECT_THAT(home, HasSubstr(badge + "영어</bdi>"));
  EXPECT_THAT(home, Not(HasSubstr(badge + "한국어")));
  EXPECT_THAT(app().get("/ko/categories/accounts").body, HasSubstr("lang=\"ko\"><bdi>영어</bdi>"));
  const std::string found = app().get("/search?q=driver&lang=ja").body;
  EXPECT_THAT(found, HasSubstr(badge + "英語</bdi>"));
  EXPECT_THAT(found, HasSubstr("Satoさんの回答"));
  EXPECT_THAT(found, Not(HasSubstr("Answer by")));
}

TEST_F(AppTest, TheHomePageShowsRecentArticlesOfItsLanguageFirst) {
  std::string recent = app().get("/ko/").body;
  recent = recent.substr(recent.find("<h2 id=\"recent\""));
  const size_t own = recent.find("데스크톱 앱 설치하기");
  const size_t newer = recent.find("Sign in with two factors");
  EXPECT_LT(own, newer);
  EXPECT_NE(newer, std::string::npos);
}

TEST_F(AppTest, AnExplanationIsInTheReadersLanguage) {
  const std::string body = app().get("/search?q=설치하기&lang=ko&explain=1").body;
  EXPECT_THAT(body, HasSubstr("<bdi>단어: 설치"));
  EXPECT_THAT(body, HasSubstr("<bdi>제목</bdi>"));
  EXPECT_THAT(body, Not(HasSubstr("signal: ")));
}

TEST_F(AppTest, ArticlePageHasWhatCrawlersRead) {
  const std::string body = app().get("/ko/articles/install").body;
  for (const char* piece :
       {"<link rel=\"canonical\" href=\"https://help.example.com/ko/articles/install\">",
        "hreflang=\"en\" href=\"https://help.example.com/en/articles/install\"",
        "hreflang=\"ko\" href=\"https://help.example.com/ko/articles/install\"",
        "hreflang=\"x-default\" href=\"https://help.example.com/articles/install\"",
        "<meta name=\"description\" content=\"컴퓨터에 앱을 설치합니다.\">", "property=\"og:title\"",
        "application/ld+json", "BreadcrumbList", "2026년 11월 20일"}) {
    EXPECT_THAT(body, HasSubstr(piece));
  }
}

// Regression: threads had no description; results are for nobody's index.
TEST_F(AppTest, EveryPageDescribesItself) {
  const std::pair<const char*, const char*> cases[] = {
      {"/community/printer-offline", "It says offline."},
      {"/community/%EC%9D%B8%EC%87%84-%EB%AC%B8%EC%A0%9C", "도와주세요."},
      {"/en/", "Answers for everyone."},
      {"/en/categories/setup", "Getting it to run."},
  };
  for (const auto& [path, want] : cases) {
    const std::string body = app().get(path).body;
    EXPECT_THAT(body, HasSubstr("<meta name=\"description\" content=\"" + std::string(want) + "\">")) << path;
    EXPECT_THAT(body, Not(HasSubstr("noindex"))) << path;
  }
  EXPECT_THAT(app().get("/search?q=install").body, HasSubstr("<meta name=\"robots\" content=\"noindex"));
}

TEST_F(AppTest, EscapesTitles) {
  const std::string body = app().get("/en/articles/billing-faq").body;
  EXPECT_THAT(body, HasSubstr("Billing: &lt;b&gt; frequent &amp; &quot;odd&quot; questions"));
  EXPECT_THAT(body, Not(HasSubstr("<b> frequent")));
}

TEST_F(AppTest, EscapesTheQuery) {
  const Response response =
      app().get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22%27&category=%22%3E%3Cb%3E");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(response.body, Not(HasSubstr("\"><b>")));
}

TEST_F(AppTest, EveryGenerationAnswerHasATagAndA304) {
  for (const char* target :
       {"/", "/search?q=install", "/en/articles/install", "/articles/install.md", "/files/img/logo.svg",
        "/assets/css/app.css", "/api/v1/search?q=install", "/api/v1/suggest?q=i", "/api/v1/articles/install",
        "/api/v1/categories", "/sitemap.xml", "/openapi.json"}) {
    const Response first = app().get(target);
    ASSERT_EQ(first.status, 200) << target;
    ASSERT_FALSE(first.etag.empty()) << target;
    EXPECT_EQ(header_of(first, "ETag"), first.etag);
    const Response second = app().get(target, {{"if-none-match", first.etag}});
    EXPECT_EQ(second.status, 304) << target;
    EXPECT_TRUE(second.body.empty()) << target;
    EXPECT_EQ(header_of(second, "ETag"), first.etag) << target;
    EXPECT_EQ(header_of(second, "Vary"), header_of(first, "Vary")) << target;
    EXPECT_EQ(app().get(target, {{"if-none-match", "\"other\""}}).status, 200) << target;
  }
}

TEST_F(AppTest, StarMatchesOnlyWhatIsThere) {
  EXPECT_EQ(app().get("/en/articles/install", {{"if-none-match", "*"}}).status, 304);
  EXPECT_EQ(app().get("/en/articles/none", {{"if-none-match", "*"}}).status, 404);
}

TEST_F(AppTest, ConditionsAreMetInTheirOrder) {
  struct Case {
    std::vector<std::pair<std::string, std::string>> headers;
    int status;
  };
  const std::string path = "/files/docs/manual.pdf";
  const std::string tag = app().get(path).etag;
  const Case cases[] = {
      {{{"if-match", tag}}, 200},
      {{{"if-match", "*"}}, 200},
      {{{"if-match", "\"other\""}}, 412},
      {{{"if-match", "W/" + tag}}, 412},
      {{{"if-match", "\"other\""}, {"if-none-match", tag}}, 412},
      {{{"if-match", tag}, {"if-none-match", tag}}, 304},
      {{{"if-match", tag}, {"range", "bytes=0-9"}}, 206},
      {{{"if-match", "\"other\""}, {"range", "bytes=0-9"}}, 412},
      {{{"if-none-match", tag}, {"range", "bytes=0-9"}}, 304},
      {{{"if-none-match", tag}, {"range", "bytes=999999-"}}, 304},
      {{{"if-none-match", "\"other\""}, {"range", "bytes=0-9"}}, 206},
      {{{"range", "bytes=999999-"}}, 416},
  };
  for (const Case& test : cases) {
    const Response response = app().get(path, test.headers);
    EXPECT_EQ(response.status, test.status) << test.headers[0].first << ": " << test.headers[0].second;
  }
  // Conditions are on what is there.
  EXPECT_EQ(app().get("/files/none.pdf", {{"if-match", "\"other\""}}).status, 404);
  EXPECT_EQ(app().get("/old/install.html", {{"if-match", "\"other\""}}).status, 301);
  EXPECT_EQ(app().get("/en/articles/install", {{"if-match", "\"other\""}}).status, 412);
}

TEST_F(AppTest, RangesAreOfFilesOnly) {
  const std::vector<std::pair<std::string, std::string>> range = {{"range", "bytes=0-9"}};
  for (const char* target : {"/", "/en/articles/install", "/api/v1/categories", "/sitemap.xml", "/healthz"}) {
    const Response response = app().get(target, range);
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_EQ(header_of(response, "Accept-Ranges"), "") << target;
  }
  for (const char* target : {"/files/img/logo.svg", "/assets/css/app.css"}) {
    EXPECT_EQ(app().get(target, range).status, 206) << target;
    EXPECT_EQ(header_of(app().get(target), "Accept-Ranges"), "bytes") << target;
  }
}

TEST_F(AppTest, TagsDifferWhereAnswersDo) {
  const std::string plain = app().get("/").etag;
  EXPECT_NE(app().get("/", {{"accept-encoding", "gzip"}}).etag, plain);
  EXPECT_NE(app().get("/", {{"cookie", "theme=dark"}}).etag, plain);
  EXPECT_NE(app().get("/", {{"accept-language", "ko"}}).etag, plain);
  EXPECT_NE(app().get("/?x=1").etag, plain);
  EXPECT_EQ(app().get("/").etag, plain);
  EXPECT_EQ(app().get("/", {{"cookie", "theme=neither"}}).etag, plain);
  TestApp live({.live_reload = true});
  serve_incident(live);
  EXPECT_NE(live.get("/").etag, plain);
  EXPECT_EQ(live.get("/api/v1/categories").etag, app().get("/api/v1/categories").etag);
  // The time that a search took is in its answer, so no two are the same byte for byte.
  EXPECT_THAT(app().get("/api/v1/search?q=a").etag, StartsWith("W/"));
}

TEST_F(AppTest, CompressesText) {
  const Response brotli = app().get("/en/articles/install", {{"accept-encoding", "gzip, br"}});
  EXPECT_EQ(header_of(brotli, "Content-Encoding"), "br");
  EXPECT_THAT(header_of(brotli, "Vary"), HasSubstr("Accept-Encoding"));
  const Response again = app().get("/en/articles/install", {{"accept-encoding", "gzip, br"}});
  EXPECT_EQ(again.body, brotli.body);
  EXPECT_EQ(header_of(app().get("/en/articles/install", {{"accept-encoding", "gzip"}}), "Content-Encoding"),
            "gzip");
  EXPECT_EQ(header_of(app().get("/assets/css/app.css", {{"accept-encoding", "br"}}), "Content-Encoding"),
            "br");
  EXPECT_EQ(header_of(app().get("/healthz", {{"accept-encoding", "br"}}), "Content-Encoding"), "");
  EXPECT_EQ(header_of(app().get("/en/articles/install"), "Content-Encoding"), "");
}

TEST_F(AppTest, FingerprintedAssetsAreImmutable) {
  const std::string url = app().web().assets.find("css/app.css")->url;
  EXPECT_THAT(header_of(app().get(url), "Cache-Control"), HasSubstr("immutable"));
  EXPECT_THAT(header_of(app().get("/assets/css/app.css"), "Cache-Control"), HasSubstr("must-revalidate"));
}

TEST_F(AppTest, OnlyReads) {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"}) {
    const Response response = app().get("/search", {}, method);
    EXPECT_EQ(response.status, 405) << method;
    EXPECT_EQ(header_of(response, "Allow"), "GET, HEAD") << method;
  }
  const Response post = app().get("/api/v1/search", {}, "POST");
  EXPECT_EQ(post.status, 405);
  EXPECT_EQ(header_of(post, "Allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(app().get("/", {}, "HEAD").status, 200);
}

TEST_F(AppTest, FilesOfAuthorsDoNotRunHere) {
  const Response note = app().get("/files/docs/note.html");
  EXPECT_EQ(note.status, 200);
  EXPECT_EQ(header_of(note, "Content-Disposition"), "attachment");
  EXPECT_THAT(header_of(note, "Content-Security-Policy"), HasSubstr("sandbox"));
  const Response drawing = app().get("/files/img/logo.svg");
  EXPECT_THAT(drawing.content_type, StartsWith("image/svg+xml"));      // <img> shows it ...
  EXPECT_EQ(header_of(drawing, "Content-Disposition"), "attachment");  // ... and no tab of its own runs it
  EXPECT_THAT(header_of(drawing, "Content-Security-Policy"), HasSubstr("sandbox"));
}

TEST_F(AppTest, LargeFilesAreNotHeldInMemory) {
  const Response manual = app().get("/files/docs/manual.pdf");
  EXPECT_EQ(manual.content_type, "application/pdf");
  EXPECT_EQ(manual.file.size, 300'000u);
  EXPECT_EQ(manual.body, "");
  EXPECT_EQ(app().get("/files/docs/manual.pdf", {{"if-none-match", manual.etag}}).status, 304);
  EXPECT_EQ(app().get("/files/img/logo.svg").file.size, 0u);
}

TEST_F(AppTest, TheHomePageShowsThreadsOfItsLanguageFirst) {
  for (const auto& [page, first, second] :
       {std::tuple("/ko/", "인쇄가 안 됩니다", "Why is my printer offline?"),
        std::tuple("/en/", "Why is my printer offline?", "인쇄가 안 됩니다")}) {
    const std::string body = app().get(page).body;
    EXPECT_LT(body.find(first), body.find(second)) << page;
    EXPECT_NE(body.find(second), std::string::npos) << page;
  }
}

TEST_F(AppTest, PeopleAreRefusedWithAPage) {
  Request page;
  page.method = "GET";
  page.path = page.raw_path = "/ko/articles/install";
  const Response busy = app().app().refusal(429, std::chrono::seconds(3), &page);
  EXPECT_EQ(busy.status, 429);
  EXPECT_EQ(header_of(busy, "Retry-After"), "3");
  EXPECT_THAT(busy.content_type, StartsWith("text/html"));
  for (const char* part : {"<html lang=\"ko\"", "role=\"search\"", "잠시만 기다려 주세요"}) {
    EXPECT_THAT(busy.body, HasSubstr(part));
  }
  page.path = page.raw_path = "/en/articles/other";
  EXPECT_THAT(app().app().refusal(503, std::chrono::seconds(1), &page).body, HasSubstr("<html lang=\"en\""));
  Request call;
  call.path = call.raw_path = "/api/v1/search";
  EXPECT_EQ(app().app().refusal(429, std::chrono::seconds(3), &call).content_type,
            "application/problem+json");
  EXPECT_EQ(app().app().refusal(400, {}).content_type, "application/problem+json");
}

// A browser showed 990 pasted Japanese characters as {"type":"about:blank","title":"URI Too Long"...}.
TEST_F(AppTest, NoPersonIsGivenJson) {
  TestApp empty;
  empty.serve(nullptr);
  for (TestApp* served : {&app(), &empty}) {
    for (const int status : {400, 408, 413, 414, 429, 431, 500, 503}) {
      for (const char* path : {"/search", "/en/articles/install", "/", "/no/such"}) {
        Request page;
        page.method = "GET";
        page.path = page.raw_path = path;
        const Response refused = served->app().refusal(status, {}, &page);
        EXPECT_EQ(refused.status, status) << path;
        EXPECT_THAT(refused.content_type, StartsWith("text/html")) << path << status;
        EXPECT_THAT(refused.body, HasSubstr("<h1>")) << path << status;
      }
      Request call;
      call.path = call.raw_path = "/api/v1/search";
      EXPECT_EQ(served->app().refusal(status, {}, &call).content_type, "application/problem+json") << status;
    }
    for (const char* method : {"POST", "DELETE"}) {
      const Response refused = served->get("/search", {}, method);
      EXPECT_EQ(refused.status, 405);
      EXPECT_THAT(refused.content_type, StartsWith("text/html"));
      EXPECT_EQ(served->get("/api/v1/search", {}, method).content_type, "application/problem+json");
    }
  }
  Request page;
  page.path = page.raw_path = "/ko/";
  EXPECT_THAT(app().app().refusal(414, {}, &page).body, HasSubstr("주소가 너무 깁니다"));
}

// It was a line of the text: in snippets, searched, and the author named twice.
TEST_F(AppTest, AnImportedPostNamesItsOriginOnceAndIsNotFoundByIt) {
  const std::string page = app().get("/community/slow-search?lang=en").body;
  const size_t main = page.find("<article");
  const std::string post = page.substr(main, page.find("</article>") - main);
  for (const char* part : {"Asked by <a href=\"https://forum.example.net/u/annabel\" rel=\"ugc nofollow "
                           "noopener\"><bdi>Annabel</bdi></a>",
                           "From <a href=\"https://forum.example.net/t/9?x=1\" rel=\"ugc nofollow "
                           "noopener\"><bdi>forum.example.net</bdi></a>",
                           "Licence: <a href=\"https://creativecommons.org/licenses/by-sa/4.0/\"",
                           "Closed there on 2 Aug 2026"}) {
    EXPECT_THAT(post, HasSubstr(part));
  }
  EXPECT_EQ(post.find("Asked by"), post.rfind("Asked by"));
  EXPECT_THAT(
      app().get("/community/slow-search.md").body,
      HasSubstr("too?\n\nAnnabel <https://forum.example.net/u/annabel>, <https://forum.example.net/t/9?x=1>, "
                "CC BY-SA 4.0 <https://creativecommons.org/licenses/by-sa/4.0/>\n"));
  for (const char* query : {"creativecommons", "forum.example.net"}) {
    EXPECT_EQ(nlohmann::json::parse(app().get("/api/v1/search?q=" + std::string(query)).body)["total"], 0)
        << query;
  }
  EXPECT_THAT(app().get("/community/printer-offline").body, Not(HasSubstr("Licence")));
}

TEST_F(AppTest, ALongPasteIsCutAndThePageSaysSo) {
  std::string paste = "install";
  for (int i = 0; i < 990; ++i) paste += "%E6%96%87";
  const Response found = app().get("/search?lang=en&q=" + paste);
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("Your search was too long"));
  EXPECT_LT(found.body.size(), 60000u);
}

TEST_F(AppTest, APageOfResultsBeyondTheEndIsTheLastOne) {
  const std::string notice = "There is no such page of results";
  for (const char* page : {"2", "9", "1000", "1001", "99999999999999"}) {
    const Response found = app().get("/search?lang=en&q=password&page=" + std::string(page));
    EXPECT_EQ(found.status, 200);
    EXPECT_THAT(found.body, HasSubstr("Reset your"));
    EXPECT_THAT(found.body, HasSubstr(notice)) << page;
    EXPECT_THAT(found.body, Not(HasSubstr("Nothing matched"))) << page;
  }
  const std::string last = app().get("/search?lang=en&q=install&per_page=1&page=500").body;
  EXPECT_THAT(last, HasSubstr("aria-current=\"page\""));
  EXPECT_THAT(last, HasSubstr(notice));
  for (const char* none : {"/search?lang=en&q=password", "/search?lang=en&q=zzzzzz&page=9",
                           "/search?lang=en&page=9", "/search?lang=en&q=install&per_page=1&page=2"}) {
    EXPECT_THAT(app().get(none).body, Not(HasSubstr(notice))) << none;
  }
  for (const char* wrong : {"0", "-1", "x", "1x"}) {
    EXPECT_EQ(app().get("/search?q=password&page=" + std::string(wrong)).status, 400) << wrong;
  }
  // Programs are told how many pages there are.
  auto answer = nlohmann::json::parse(app().get("/api/v1/search?lang=en&q=password&page=9").body);
  EXPECT_TRUE(answer["hits"].empty());
  EXPECT_EQ(answer["query"]["page"], 9);
  EXPECT_GT(answer["total"], 0);
}

// One address for each route that is asked, as it answers with 200.
std::vector<std::string> address_of_each_route() {
  std::vector<std::string> addresses;
  for (const Route& route : routes_without(Effect::uses_store)) {
    if (route.door.method != Method::get) continue;
    std::string address(route.door.path);
    const std::string rest = route.door.name == "file"      ? "docs/manual.pdf"
                             : route.door.name == "sitemap" ? "000000.xml"
                             : route.door.name == "widget"  ? "panel.js"
                                                            : "css/app.css";
    const std::string id = route.door.name == "thread"     ? "printer-offline"
                           : route.door.name == "category" ? "setup"
                           : route.door.name == "incident" ? "old-outage"
                                                           : "install";
    for (const auto& [name, value] :
         {std::pair<std::string, std::string>("{lang}", "ko"),
          {"{id}", id},
          {"{path*}", rest},
          {"{code}", testing::short_code_of("install")},
          {"{file}", fingerprint({testing::card_of("ko")}).substr(0, 16) + ".png"}}) {
      if (const size_t at = address.find(name); at != std::string::npos)
        address.replace(at, name.size(), value);
    }
    addresses.push_back(std::move(address));
  }
  return addresses;
}

// A cache that others share would give one visitor's choice to everybody.
TEST_F(AppTest, NothingThatACookieMadeIsPublic) {
  for (const std::string& address : address_of_each_route()) {
    const Response plain = app().get(address);
    ASSERT_LT(plain.status, 400) << address;
    for (const char* cookie :
         {"theme=dark", "lang=ja", "theme=light; lang=ko", "theme=x; lang=xx", "other=1"}) {
      for (const char* query : {"", "?lang=ja&keep=1", "?lang=en"}) {
        for (const std::string& tag :
             {std::string(), app().get(address + query, {{"cookie", cookie}}).etag}) {
          const Response response = app().get(
              address + query, {{"cookie", cookie}, {"if-none-match", tag.empty() ? "\"x\"" : tag}});
          const std::string control = header_of(response, "Cache-Control");
          const bool is_public = control.starts_with("public");
          if (!header_of(response, "Set-Cookie").empty()) {
            EXPECT_EQ(control, "no-store") << address;
          }
          const Response without = app().get(address + query);
          if (response.status == 200 && without.etag != response.etag) {
            EXPECT_FALSE(is_public) << address << query << " with " << cookie;
            EXPECT_THAT(header_of(without, "Vary"), HasSubstr("Cookie")) << address;
          }
          if (response.status == 304) {
            EXPECT_EQ(control, header_of(app().get(address + query, {{"cookie", cookie}}), "Cache-Control"));
          }
        }
      }
    }
    EXPECT_THAT(header_of(plain, "Cache-Control"), Not(HasSubstr("private"))) << address;
  }
}

TEST_F(AppTest, OtherOriginsReadTheApiAndNothingElse) {
  const std::string open = "Access-Control-Allow-Origin";
  for (const std::string& address : address_of_each_route()) {
    const bool is_open =
        address.starts_with("/api/") || address == "/openapi.json" || address.starts_with("/widget");
    const char* want = is_open ? "*" : "";
    const Response response = app().get(address, {{"origin", "https://example.org"}});
    EXPECT_EQ(header_of(response, open), want) << address;
    EXPECT_EQ(header_of(app().get(address, {{"if-none-match", response.etag}}), open), want) << address;
    EXPECT_EQ(header_of(app().get(address, {}, "HEAD"), open), want) << address;
    EXPECT_EQ(header_of(app().get(address, {}, "POST"), open), want) << address;
    const Response preflight = app().get(
        address, {{"origin", "https://example.org"}, {"access-control-request-method", "GET"}}, "OPTIONS");
    EXPECT_EQ(preflight.status, is_open ? 204 : 405) << address;
    EXPECT_EQ(header_of(preflight, open), want) << address;
    EXPECT_EQ(header_of(preflight, "Access-Control-Allow-Methods"), is_open ? "GET, HEAD, OPTIONS" : "")
        << address;
    EXPECT_EQ(header_of(response, "Access-Control-Allow-Credentials"), "") << address;
  }
  for (const char* target : {"/api/v1/search?page=0", "/api/v1/articles/none", "/api/v9/none", "/api"}) {
    const Response response = app().get(target);
    EXPECT_GE(response.status, 400) << target;
    EXPECT_EQ(header_of(response, open), "*") << target;
    EXPECT_EQ(app().get(target, {}, "OPTIONS").status, 204) << target;
  }
  for (const int status : {408, 413, 429, 431, 503}) {
    Request call;
    call.path = call.raw_path = "/api/v1/search";
    const Response refused = app().app().refusal(status, std::chrono::seconds(3), &call);
    EXPECT_EQ(header_of(refused, open), "*") << status;
    EXPECT_THAT(header_of(refused, "Access-Control-Expose-Headers"), HasSubstr("Retry-After")) << status;
    call.path = call.raw_path = "/search";
    EXPECT_EQ(header_of(app().app().refusal(status, std::chrono::seconds(3), &call), open), "") << status;
  }
  TestApp fresh;
  fresh.serve(nullptr);
  EXPECT_EQ(header_of(fresh.get("/api/v1/search"), open), "*");
}

// Without templates and texts: all was rendered with the generation, so that a flood of requests that are
// refused costs nothing of the kind.
TEST_F(AppTest, RefusalsAreReady) {
  const auto generation = app().open(app().generation_dir());
  std::ostringstream text;
  Log log(LogLevel::off, text);
  App bare({}, log, [&] { return Serving{nullptr, generation}; });
  for (const char* lang : {"en", "ko", "ja"}) {
    for (const int status : {400, 414, 429, 431, 503}) {
      Request page;
      page.path = page.raw_path = "/search";
      page.headers = {{"accept-language", lang}};
      const std::string body = bare.refusal(status, std::chrono::seconds(1), &page).body;
      EXPECT_THAT(body, HasSubstr("<html lang=\"" + std::string(lang) + "\""));
      EXPECT_EQ(body, generation->refusal_page(status, lang)->body);
    }
  }
  EXPECT_EQ(generation->refusal_page(404, "en"), nullptr);
}

TEST_F(AppTest, RefusalsAreLoggedInNumbers) {
  TestApp fresh;
  fresh.app().log_refusals({{429, 1000}, {503, 1}});
  EXPECT_THAT(fresh.log_text(), HasSubstr("\"status\":429,\"count\":1000}"));
  EXPECT_THAT(fresh.log_text(), HasSubstr("\"status\":503"));
}

// Of every kind of answer, the refused and the unchanged ones too.
TEST_F(AppTest, EveryAnswerHasTheSecurityHeaders) {
  std::vector<Response> answers;
  for (const char* target :
       {"/en/", "/en/articles/install", "/api/v1/search?q=install", "/assets/css/app.css",
        "/files/img/logo.svg", "/no/such/page", "/api/no/such", "/old/install.html"}) {
    answers.push_back(app().get(target));
  }
  answers.push_back(app().get("/en/", {{"if-none-match", answers.front().etag}}));
  EXPECT_EQ(answers.back().status, 304);
  answers.push_back(app().get("/search", {}, "POST"));
  answers.push_back(app().app().refusal(431, std::chrono::seconds(0)));
  for (const Response& answer : answers) {
    const std::string policy = header_of(answer, "Content-Security-Policy");
    EXPECT_THAT(policy, StartsWith("default-src 'none'; "));
    EXPECT_THAT(policy, Not(HasSubstr("script-src 'unsafe")));
    EXPECT_EQ(header_of(answer, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header_of(answer, "Referrer-Policy"), "strict-origin-when-cross-origin");
    EXPECT_THAT(header_of(answer, "Permissions-Policy"), HasSubstr("geolocation=()"));
    EXPECT_EQ(header_of(answer, "Cross-Origin-Opener-Policy"), "same-origin");
  }
  const std::string policy = header_of(answers.front(), "Content-Security-Policy");
  for (const char* part : {"frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
                           "require-trusted-types-for 'script'", "trusted-types 'none'"}) {
    EXPECT_THAT(policy, HasSubstr(part));
  }
}

TEST_F(AppTest, FiltersAreLinks) {
  const std::string body = app().get("/search?q=password&lang=en&category=accounts&page=1").body;
  EXPECT_THAT(body, HasSubstr("href=\"/search?q=password&amp;lang=en\""));
  EXPECT_THAT(body, HasSubstr("category=accounts&amp;level=basic"));
}

// With 1,020 filters in the address a page had 19 MB.
TEST_F(AppTest, SaysThatNotAllFiltersCount) {
  std::string many = "/search?q=install&lang=en";
  for (int i = 0; i < 1020; ++i) many += "&tag=" + std::to_string(i);
  const std::string page = app().get(many).body;
  EXPECT_THAT(page, HasSubstr("only the first 32 were used"));
  EXPECT_LT(page.size(), 100'000u);
  const auto answer = nlohmann::json::parse(app().get("/api/v1" + many).body);
  EXPECT_EQ(answer["query"]["filters_truncated"], true);
  EXPECT_EQ(answer["query"]["filters"]["tag"].size(), 32u);
  EXPECT_THAT(app().get("/search?q=install&tag=a").body, Not(HasSubstr("only the first")));
}

TEST_F(AppTest, PagesAreLinks) {
  const std::string first = app().get("/search?q=install&lang=en&per_page=1").body;
  EXPECT_THAT(first, HasSubstr("href=\"/search?q=install&amp;lang=en&amp;per_page=1&amp;page=2\""));
  EXPECT_THAT(first, HasSubstr("aria-current=\"page\">1<"));
  const std::string second = app().get("/search?q=install&lang=en&per_page=1&page=2").body;
  EXPECT_THAT(second, HasSubstr("href=\"/search?q=install&amp;lang=en&amp;per_page=1\""));
  EXPECT_THAT(second, HasSubstr("aria-current=\"page\">2<"));
}

TEST_F(AppTest, OffersTheWordsAsTyped) {
  const std::string body = app().get("/search?q=pasword&lang=en").body;
  EXPECT_THAT(body, HasSubstr("correct=0"));
  EXPECT_THAT(app().get("/search?q=pasword&lang=en&correct=0").body, Not(HasSubstr("class=\"corrected\"")));
}

TEST_F(AppTest, NotFoundSuggestsByTheWordsOfTheAddress) {
  const Response response = app().get("/en/articles/reset-your_password.html");
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(response.body, HasSubstr("/en/articles/reset-password"));
}

TEST_F(AppTest, LogsNoQueryAndNoAddress) {
  app().get("/search?q=verysecretwords");
  EXPECT_THAT(app().log_text(), HasSubstr("\"route\":\"search\""));
  EXPECT_THAT(app().log_text(), Not(HasSubstr("verysecretwords")));
}

TEST_F(AppTest, SaysWhenThereIsNothingToServeYet) {
  TestApp fresh;
  fresh.serve(nullptr);
  for (const char* target : {"/", "/search?q=a", "/en/articles/install", "/nothing"}) {
    const Response page = fresh.get(target);
    EXPECT_EQ(page.status, 503) << target;
    EXPECT_EQ(header_of(page, "Retry-After"), "2");
    EXPECT_THAT(page.body, HasSubstr("<main"));
  }
  EXPECT_EQ(fresh.get("/readyz").status, 503);
  EXPECT_EQ(fresh.get("/api/v1/search").content_type, "application/problem+json");
  EXPECT_EQ(fresh.get("/healthz").status, 200);
  EXPECT_EQ(fresh.get("/assets/css/app.css").status, 200);
  EXPECT_EQ(fresh.get("/assets/none.css").status, 404);
}

// Every {{t.key}} of the real templates exists, so that no page shows a bare key or a gap.
TEST_F(AppTest, TemplatesUseTextsThatExist) {
  const auto& texts = app().web().i18n.strings("en").texts();
  for (const auto& entry : std::filesystem::directory_iterator(testing::web_dir() + "/templates")) {
    std::ifstream file(entry.path());
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    for (size_t at = text.find("{{t."); at != std::string::npos; at = text.find("{{t.", at + 1)) {
      const std::string key = text.substr(at + 4, text.find("}}", at) - at - 4);
      EXPECT_EQ(texts.count(key), 1u) << entry.path() << " uses " << key;
    }
  }
}

// What stands in a page beside our own words: whoever wrote it, its direction ends with it.
TEST_F(AppTest, TemplatesIsolateWhatOthersWrote) {
  // Our own texts, numbers and dates; and the texts of a document itself, which are blocks of their own.
  const std::set<std::string> ours = {"answers",
                                      "after",
                                      "answers_label",
                                      "article.answers_label",
                                      "ask.asks_back",
                                      "ask.refusal_text",
                                      "answer.refusal_text",
                                      "threshold",
                                      "way_label",
                                      "article.fallback_notice",
                                      "article.html",
                                      "article.json_ld",
                                      "article.updated_label",
                                      "article.votes_label",
                                      "author_after",
                                      "author_before",
                                      "before",
                                      "closed_label",
                                      "count",
                                      "count_label",
                                      "date_label",
                                      "days",
                                      "error",
                                      "error.detail",
                                      "error.status",
                                      "facet_label",
                                      "cell",
                                      "chart_label",
                                      "column_label",
                                      "figure_label",
                                      "insights.range_label",
                                      "lead_label",
                                      "link_label",
                                      "share_label",
                                      "svg",  // a picture, whose texts have no such characters
                                      "error.title",
                                      "feedback.detail",
                                      "feedback.title",
                                      "form.refused",
                                      "plain_heading",  // in an <option>: nothing in it turns what follows
                                      "form.message",   // in a <textarea>, which has nothing else
                                      "html",
                                      "incident.html",
                                      "incident.resolved_label",
                                      "incident.started_label",
                                      "incident.status_label",
                                      "incident.updated_label",
                                      "attempts_label",
                                      "choice_label",
                                      "form.error",
                                      "line_label",
                                      "more",
                                      "request.copy",
                                      "request.note",
                                      "request.note_error",
                                      "undelivered_label",
                                      "json_ld",
                                      "kind_label",
                                      "license_after",
                                      "license_before",
                                      "line_kind",
                                      "number",
                                      "reason",
                                      "request.detail",
                                      "request.keep",
                                      "request.state_label",
                                      "request.title",
                                      "score",
                                      "search.filters_notice",
                                      "search.results_label",
                                      "started_label",
                                      "state_label",
                                      "status_label",
                                      "time_label",
                                      "times",
                                      "source_after",
                                      "source_before",
                                      "updated_label",
                                      "own_label",
                                      "value",
                                      "votes",
                                      "votes_label",
                                      "waiting_label",
                                      "write_anyway",
                                      "zone_label",
                                      "day_label",
                                      "step_label",
                                      "readers",
                                      "last_label",
                                      "sentence",
                                      "gap",
                                      "gap.gap",
                                      "choice",
                                      "item",
                                      "trailer",
                                      "gap.state_label",
                                      "gap.state_text",
                                      "figure_label",
                                      "visits_label",
                                      "gap.rare_label",
                                      "gap.article_command",
                                      "gap.synonyms_file",
                                      "lost_label",
                                      "queries_label",
                                      "only_label",
                                      "article.internal_label",
                                      "complaints_label",
                                      "due_label",
                                      "internal_label",
                                      "line",  // of front matter, ours
                                      "ages_label",
                                      "change_label",
                                      "since_label",

                                      "code",   // of a request
                                      "draft",  // in a <textarea>, as request.note
                                      "helped_label",
                                      "kept_label",
                                      "refusal_text",
                                      "request.merge_error",
                                      "request.merged",
                                      "page.lang",
                                      "request.verdict",
                                      "requests_label",
                                      "times_label",
                                      "verdict_label",
                                      "what_label",
                                      "widget.article",
                                      "widget.fixed_url",
                                      "widget.import_map",
                                      "widget.url"};
  // In attributes and the head, where no element can isolate: addresses, codes, and what has no such
  // characters.
  const std::set<std::string> plain = {
      "page.title", "page.description", "site.title", "search.q", "plain_title", "q", "form.name"};
  // The parts of these that are shown are checked; a name is one by its own word.
  const std::set<std::string> names = {"title",  "name",    "description",   "summary",    "label",
                                       "author", "product", "text",          "heading",    "original",
                                       "what",   "q",       "category_name", "lang_badge", "own_lang_name"};
  for (const auto& entry : std::filesystem::directory_iterator(testing::web_dir() + "/templates")) {
    std::ifstream file(entry.path());
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const size_t head_end = std::min(text.find("</head>"), text.size());
    const bool has_head = head_end < text.size();
    for (size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at + 2)) {
      const size_t start = text.find_first_not_of('{', at);
      if (std::string("#/^>").find(text[start]) != std::string::npos || text.compare(start, 2, "t.") == 0)
        continue;
      const std::string variable = text.substr(start, text.find('}', start) - start);
      const size_t tag = text.find_last_of("<>", at);
      const bool in_attribute = tag != std::string::npos && text[tag] == '<';
      if (in_attribute || (has_head && at < head_end)) {
        const std::string name = variable.substr(variable.rfind('.') + 1);
        EXPECT_TRUE(names.count(name) == 0 || plain.count(variable) == 1) << entry.path() << ": " << variable;
      } else if (ours.count(variable) == 0) {
        // A block with a direction of its own isolates as well, where nothing else is in it.
        const std::string_view alone = R"(<h1 lang="{{article.lang}}" dir="{{article.dir}}">)";
        if (text.substr(0, at).ends_with(alone) || text.substr(0, at).ends_with(R"( dir="auto">)")) continue;
        const size_t opened = text.rfind("<bdi", at);
        const size_t closed = text.rfind("</bdi>", at);
        EXPECT_TRUE(opened != std::string::npos && (closed == std::string::npos || closed < opened))
            << entry.path() << ": " << variable;
      }
    }
  }
}

// Where no element can end what such a character begins, it is left out; in the text it stays, isolated.
TEST(AppDirections, NoTitleTurnsWhatFollows) {
  TestApp app;
  const testing::TemporaryDirectory dir;
  app.serve(app.open(testing::publish_test_generation(dir.path() + "/index", "Pay \u202Efdp.exe\u200B now")));
  const std::string page = app.get("/en/articles/extra").body;
  const size_t head = page.find("</head>");
  ASSERT_NE(head, std::string::npos);
  EXPECT_THAT(page.substr(0, head), HasSubstr("<title>Pay fdp.exe now · "));
  EXPECT_THAT(page.substr(0, head), HasSubstr("property=\"og:title\" content=\"Pay fdp.exe now\""));
  EXPECT_THAT(page.substr(head), HasSubstr("<h1 lang=\"en\" dir=\"ltr\">Pay \u202Efdp.exe\u200B now</h1>"));
  EXPECT_THAT(page, HasSubstr("\"headline\":\"Pay fdp.exe now\""));
  const std::string explained = app.get("/search?q=pay&explain=1&lang=en").body;
  EXPECT_THAT(explained, HasSubstr("aria-label=\"Pay fdp.exe now\""));
  const std::string results = app.get("/search?q=pay%E2%80%AEfdp&lang=en").body;
  EXPECT_THAT(results, HasSubstr("value=\"payfdp\""));
  EXPECT_THAT(results, HasSubstr("<title>payfdp"));
  // Programs get what was written.
  EXPECT_THAT(app.get("/api/v1/articles/extra?lang=en").body, HasSubstr("\"title\":\"Pay \u202Efdp.exe"));
}

// What a visitor types and where they are stays out of the log unless it is asked for.
TEST(AppLog, TellsOfQueriesAndAddressesOnlyWhenAsked) {
  for (const bool wanted : {false, true}) {
    TestApp app({.log_queries = wanted, .log_addresses = wanted});
    Request request;
    request.method = "GET";
    request.path = request.raw_path = "/search";
    request.query = Parameters().with("q", "hidden words");
    request.client = "192.0.2.7";
    app.app().handle(request);
    std::istringstream lines(app.log_text());
    std::string line;
    ASSERT_TRUE(std::getline(lines, line));
    const auto json = nlohmann::json::parse(line);
    EXPECT_EQ(json["msg"], "request");
    EXPECT_EQ(json["route"], "search");
    EXPECT_EQ(json["status"], 200);
    EXPECT_EQ(json.value("query", "-"), wanted ? "hidden words" : "-");
    EXPECT_EQ(json.value("client", "-"), wanted ? "192.0.2.7" : "-");
    EXPECT_EQ(line.find("hidden") != std::string::npos, wanted);
    EXPECT_EQ(line.find("192.0.2.7") != std::string::npos, wanted);
  }
}

TEST(AppMetrics, CountsWhatIsAnswered) {
  TestApp app;
  app.get("/api/v1/search?q=install");
  app.get("/api/v1/search?q=install");
  app.get("/api/v1/search?q=zzzzqqqq");
  app.get("/search");
  app.get("/nothing");
  app.app().refusal(414, {});
  const Response metrics = app.app().metrics({.connections = 3});
  EXPECT_THAT(metrics.content_type, StartsWith("text/plain; version=0.0.4"));
  for (const char* line :
       {"signpost_requests_total{route=\"api_search\",status=\"200\"} 3\n",
        "signpost_requests_total{route=\"none\",status=\"404\"} 1\n",
        "signpost_requests_refused_total{status=\"414\"} 1\n", "signpost_searches_total 3\n",
        "signpost_searches_without_result_total 1\n", "signpost_connections 3\n",
        "signpost_cache_hits_total{cache=\"searches\"} 1\n",
        "signpost_cache_misses_total{cache=\"searches\"} 3\n", "signpost_documents 12\n"}) {
    EXPECT_THAT(metrics.body, HasSubstr(line));
  }
  const size_t age = metrics.body.find("\nsignpost_generation_age_seconds ");
  ASSERT_NE(age, std::string::npos);
  const double seconds = std::stod(metrics.body.substr(metrics.body.find(' ', age)));
  EXPECT_GE(seconds, 0);
  EXPECT_LT(seconds, 3600);
  app.serve(nullptr);
  EXPECT_THAT(app.app().metrics({}).body, HasSubstr("signpost_ready 0\n"));
}

// An answer from the cache is that of the generation that is asked, and of nothing else that tells two
// requests apart.
TEST(AppCache, KeepsSearchesApart) {
  TestApp app;
  const std::string first = app.get("/api/v1/search?q=install").body;
  EXPECT_EQ(app.get("/api/v1/search?q=install").body, first);
  EXPECT_NE(app.get("/api/v1/search?q=install&page=2").body, first);
  EXPECT_NE(app.get("/api/v1/search?q=install&lang=ko").body, first);
  EXPECT_NE(app.get("/api/v1/search?q=extra").body, app.get("/api/v1/search?q=title").body);
  const testing::TemporaryDirectory dir;
  // The second one of its index, so that its name is not that of the one that was served.
  testing::publish_test_generation(dir.path() + "/index");
  app.serve(app.open(testing::publish_test_generation(dir.path() + "/index", "Install the extra")));
  EXPECT_THAT(app.get("/api/v1/search?q=install").body, HasSubstr("Install the extra"));
}

// What is said of an article may be past its day tomorrow: no answer of a search is kept beyond its day.
TEST(AppCache, AnswersAreOfTheirDay) {
  static int64_t now = 20'000 * kSecondsOfDay;
  TestApp app({.clock = [] { return now; }});
  const std::string first = app.get("/api/v1/answer?q=install").etag;
  EXPECT_EQ(app.get("/api/v1/answer?q=install").etag, first);
  const std::string page = app.get("/en/articles/install").etag;
  now += kSecondsOfDay;
  EXPECT_NE(app.get("/api/v1/answer?q=install").etag, first);
  EXPECT_EQ(app.get("/api/v1/answer?q=install", {{"if-none-match", first}}).status, 200);
  EXPECT_EQ(app.get("/en/articles/install").etag, page);
}

// A newly published generation makes stale what differs in it, and no image.
TEST(AppCache, TagsAreOfContent) {
  TestApp app;
  const testing::TemporaryDirectory dir;
  const std::string first = testing::publish_test_generation(dir.path() + "/index");
  app.serve(app.open(first));
  const char* const files[] = {"/files/img/logo.svg", "/files/docs/manual.pdf", "/files/docs/list.txt",
                               "/assets/brand.css",   "/favicon.svg",           "/openapi.json"};
  std::vector<std::string> tags;
  for (const char* target : files) tags.push_back(app.get(target).etag);
  const std::string page = app.get("/en/articles/install").etag;
  EXPECT_EQ(tags[0], "\"" + sha256_of("<svg xmlns='http://www.w3.org/2000/svg'/>") + "\"");
  EXPECT_EQ(app.get("/files/img/logo.svg?again=1").etag, tags[0]);
  EXPECT_NE(app.get("/files/docs/list.txt", {{"accept-encoding", "gzip"}}).etag, tags[2]);
  EXPECT_EQ(app.get("/files/docs/manual.pdf", {{"accept-encoding", "gzip"}}).etag, tags[1]);

  app.serve(app.open(testing::publish_test_generation(dir.path() + "/index", "Install the extra")));
  for (size_t i = 0; i < std::size(files); ++i) EXPECT_EQ(app.get(files[i]).etag, tags[i]) << files[i];
  EXPECT_NE(app.get("/en/articles/install").etag, page);

  // One of the same name, as two indexes that were made in the same second have.
  const testing::TemporaryDirectory other;
  const std::string second = testing::publish_test_generation(other.path() + "/index", "Another");
  const std::string renamed = other.path() + "/" + std::filesystem::path(first).filename().string();
  std::filesystem::rename(second, renamed);
  app.serve(app.open(renamed));
  EXPECT_NE(app.get("/en/articles/install").etag, page);
  // And the same content by another name.
  const std::string copy = other.path() + "/000777-20300101T000000Z";
  std::filesystem::copy(first, copy, std::filesystem::copy_options::recursive);
  app.serve(app.open(copy));
  EXPECT_EQ(app.get("/en/articles/install").etag, page);
}

}  // namespace
}  // namespace signpost
