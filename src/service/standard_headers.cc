// standard_headers.cc - see standard_headers.h.
#include "service/standard_headers.h"

namespace signpost {
namespace {

// What the pages need and nothing else. Images and films of articles may lie elsewhere; those in the style
// sheets are data: URLs. No script turns text into markup, so that no Trusted Types policy is needed, and
// none is allowed.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; media-src 'self' "
    "https:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";

std::string_view cache_control(const Response& response) {
  // Kept by a cache that others share, one visitor's choice would become everybody's.
  if (has_header(response, "Set-Cookie")) return "no-store";
  switch (response.cache) {
    case CachePolicy::revalidate:
      return "public, max-age=0, must-revalidate";
    case CachePolicy::personal:
      return "private, max-age=0, must-revalidate";
    case CachePolicy::immutable:
      return "public, max-age=31536000, immutable";
    case CachePolicy::no_store:
      break;
  }
  return "no-store";
}

void add_security_headers(Response& response) {
  add_header(response, "Content-Security-Policy", kContentSecurityPolicy);
  add_header(response, "X-Content-Type-Options", "nosniff");
  add_header(response, "Referrer-Policy", "strict-origin-when-cross-origin");
  add_header(response, "Permissions-Policy",
             "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
  add_header(response, "Cross-Origin-Opener-Policy", "same-origin");
}

}  // namespace

Response preflight_response(const std::string& methods) {
  Response response = text_response(204, "");
  response.cache = CachePolicy::no_store;  // browsers keep it by Access-Control-Max-Age
  response.headers = {{"Allow", methods},
                      {"Access-Control-Allow-Methods", methods},
                      {"Access-Control-Allow-Headers", "*"},
                      {"Access-Control-Max-Age", "86400"}};
  return response;
}

void add_standard_headers(Origins origins, Response& response) {
  add_header(response, "Cache-Control", cache_control(response));
  if (!response.etag.empty()) add_header(response, "ETag", response.etag);
  add_security_headers(response);
  if (origins == Origins::call) {
    add_header(response, "Access-Control-Allow-Origin", "*");
    add_header(response, "Access-Control-Expose-Headers",
               "Allow, ETag, Location, Retry-After, Server-Timing");
  }
  add_header(response, "Cross-Origin-Resource-Policy",
             origins == Origins::own ? "same-origin" : "cross-origin");
}

}  // namespace signpost
