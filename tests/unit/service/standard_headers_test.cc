// standard_headers_test.cc - what every answer says beside its content. Over all routes: app_test.cc.
#include "service/standard_headers.h"

#include <gtest/gtest.h>

#include "service/routes.h"
#include "test_site.h"

namespace signpost {
namespace {

using testing::header_of;

Response with_headers(const char* path, Response response) {
  add_standard_headers(origins_at(find_route("GET", path), path), response);
  return response;
}

TEST(StandardHeaders, SayWhoMayKeepAnAnswer) {
  const auto cache_control = [](CachePolicy policy) {
    Response response = text_response(200, "");
    response.cache = policy;
    return header_of(with_headers("/", response), "Cache-Control");
  };
  EXPECT_EQ(cache_control(CachePolicy::revalidate), "public, max-age=0, must-revalidate");
  EXPECT_EQ(cache_control(CachePolicy::personal), "private, max-age=0, must-revalidate");
  EXPECT_EQ(cache_control(CachePolicy::immutable), "public, max-age=31536000, immutable");
  EXPECT_EQ(cache_control(CachePolicy::no_store), "no-store");
}

TEST(StandardHeaders, ACookieIsNeverKept) {
  Response response = redirect(303, "/?lang=ko");
  response.headers.emplace_back("Set-Cookie", "lang=ko");
  for (const CachePolicy policy : {CachePolicy::revalidate, CachePolicy::personal, CachePolicy::immutable}) {
    response.cache = policy;
    EXPECT_EQ(header_of(with_headers("/", response), "Cache-Control"), "no-store");
  }
}

TEST(StandardHeaders, OnlyTheApiIsOpenToOtherOrigins) {
  struct Case {
    const char* path;
    const char* allowed;
    const char* resource;
  };
  const Case cases[] = {
      {"/api/v1/search", "*", "cross-origin"},
      {"/api", "*", "cross-origin"},
      {"/openapi.json", "*", "cross-origin"},
      {"/apis", "", "same-origin"},
      {"/", "", "same-origin"},
      {"/search", "", "same-origin"},
      {"/files/a.png", "", "cross-origin"},
      {"/favicon.svg", "", "cross-origin"},
      {"/assets/js/app.js", "", "same-origin"},
      {"", "", "same-origin"},
  };
  for (const Case& test : cases) {
    const Response response = with_headers(test.path, text_response(200, ""));
    EXPECT_EQ(header_of(response, "Access-Control-Allow-Origin"), test.allowed) << test.path;
    EXPECT_EQ(header_of(response, "Cross-Origin-Resource-Policy"), test.resource) << test.path;
    EXPECT_EQ(header_of(response, "Access-Control-Allow-Credentials"), "") << test.path;
  }
}

TEST(StandardHeaders, LeaveWhatIsThere) {
  Response response = text_response(200, "");
  response.headers = {{"Cache-Control", "no-cache"}, {"Content-Security-Policy", "sandbox"}};
  response.etag = "\"a\"";
  response = with_headers("/", response);
  EXPECT_EQ(header_of(response, "Cache-Control"), "no-cache");
  EXPECT_EQ(header_of(response, "Content-Security-Policy"), "sandbox");
  EXPECT_EQ(header_of(response, "ETag"), "\"a\"");
}

}  // namespace
}  // namespace signpost
