// app.cc - see app.h.
#include "service/app.h"

#include <chrono>
#include <cmath>

#include "api/problem.h"
#include "base/error.h"
#include "net/byte_range.h"
#include "net/content_coding.h"
#include "net/entity_tag.h"
#include "net/url.h"
#include "pages/error_page.h"
#include "pages/page_view.h"
#include "service/serve_command_line.h"
#include "service/site_language.h"
#include "service/standard_headers.h"

namespace signpost {
namespace {

struct ChosenLanguage {
  std::string lang;
  bool negotiated = false;  // from headers: a shared cache must tell requests apart by them
  bool is_choice = false;   // the visitor chose it from the menu, to be kept
};

// What the browser says, and what the visitor chose before.
std::string negotiate(const Request& request, const Site& site) {
  const std::string kept = request.cookie("lang");
  if (is_site_language(site, kept)) return kept;
  const std::string accepted = match_language(request.header("accept-language"), site);
  return accepted.empty() ? site.default_language : accepted;
}

ChosenLanguage choose_language(const std::optional<RouteMatch>& match, const Request& request,
                               const Site& site) {
  const std::string negotiated = negotiate(request, site);
  const std::string wanted = request.query.get("lang").value_or("");
  const bool is_wanted_known = is_site_language(site, wanted);
  ChosenLanguage chosen;
  if (match && match->route->language == LanguageFrom::nothing) return {site.default_language};
  if (match && match->route->language == LanguageFrom::path) {
    chosen.lang = match->arguments.front();
  } else {
    chosen.lang = is_wanted_known ? wanted : negotiated;
    chosen.negotiated = !is_wanted_known;
  }
  chosen.is_choice =
      is_wanted_known && wanted == chosen.lang && request.query.get(kKeepParameter).value_or("") == "1";
  return chosen;
}

// Keeps the choice in a cookie and leads to the page at its own address, which can be shared without changing
// anybody else's language.
Response keep_language(const Request& request, const Route& route, const std::string& lang) {
  Parameters query = request.query.without(kKeepParameter);
  if (route.language == LanguageFrom::path) query = query.without("lang");
  Response response = redirect(303, with_query(encode_path(request.path), query));
  response.headers.emplace_back("Set-Cookie", "lang=" + lang + "; Path=/; Max-Age=31536000; SameSite=Lax");
  return response;
}

bool is_drawn_page(const Route& route) {
  return route.audience == Audience::people && route.language != LanguageFrom::nothing;
}

// Whether a cookie of the visitor's made this answer another than that to those who have none.
bool is_personal(const Request& request, const Route& route, const ChosenLanguage& chosen, const Site& site) {
  const bool by_theme = is_drawn_page(route) && !theme_of(request).empty();
  return by_theme || (chosen.negotiated && is_site_language(site, request.cookie("lang")));
}

std::string vary(const Route& route, const ChosenLanguage& chosen, const Response& response) {
  std::string names;
  const auto add = [&names](std::string_view name) {
    if (!names.empty()) names += ", ";
    names += name;
  };
  if (is_worth_compressing(response.content_type, SIZE_MAX)) add("Accept-Encoding");
  if (route.language != LanguageFrom::nothing) {
    if (chosen.negotiated) add("Accept-Language");
    // Pages are drawn in the theme that a cookie keeps; and it keeps the language.
    if (is_drawn_page(route) || chosen.negotiated) add("Cookie");
  }
  return names;
}

// A part of a file goes out as it lies on the disk, and then so does the whole in its place.
Encoding encoding_for(const Request& request, const Route* route) {
  const bool as_it_is = route != nullptr && route->ranges == Ranges::single && asks_for_part(request);
  return as_it_is ? Encoding::identity : choose_encoding(request.header("accept-encoding"));
}

void compress_body(Encoding encoding, Response& response) {
  if (encoding == Encoding::identity || has_header(response, "Content-Encoding")) return;
  if (!is_worth_compressing(response.content_type, response.body.size())) return;
  response.body = compress(response.body, encoding, Effort::quick);
  response.headers.emplace_back("Content-Encoding", content_coding(encoding));
}

Response not_modified(const std::string& tag, const std::string& content_type, bool kept) {
  Response response;
  response.status = 304;
  response.etag = tag;
  response.content_type = content_type;  // decides what it varies by
  response.kept = kept;
  return response;
}

std::string tag_of_content(const StaticContent& content, Encoding encoding) {
  const std::string coding(content_coding(encoding));
  return "\"" + content.hash + (coding.empty() ? "" : "-" + coding) + "\"";
}

// The conditions of a request for something that is there, in the order of RFC 9110, 13.2.2. We send no
// dates.
enum class Verdict { answer, not_modified, failed };

Verdict check_conditions(const Request& request, const std::string& tag) {
  const std::string required = request.header("if-match");
  if (!required.empty() && !etag_matches(required, tag, Comparison::strong)) return Verdict::failed;
  return etag_matches(request.header("if-none-match"), tag) ? Verdict::not_modified : Verdict::answer;
}

std::string refusal_detail(int status) {
  switch (status) {
    case 429:
      return "There were too many requests from your address.";
    case 503:
      return "There are more requests than we can answer at this moment.";
    default:
      return "This is not a request that we can read.";
  }
}

Services services_of(const Serving& serving, const AppOptions& options) {
  return {serving.web->templates, serving.web->i18n, serving.web->assets, options.live_reload};
}

bool is_api(const std::string& path) { return path == "/api" || path.starts_with("/api/"); }

}  // namespace

App::App(AppOptions options, Log& log, Current current)
    : options_(options), log_(log), current_(std::move(current)) {}

Response App::handle(const Request& request) {
  const auto started = std::chrono::steady_clock::now();
  const std::optional<RouteMatch> match = find_route(request.path);
  const std::string_view route_name = match ? match->route->name : "none";
  Response response;
  try {
    response = answer(request, match);
  } catch (const std::exception& failure) {
    const std::string id =
        std::to_string(++failures_) + "-" +
        std::to_string(std::chrono::system_clock::now().time_since_epoch().count() / 1000000);
    log_.write(LogLevel::error, "request failed",
               {{"id", id}, {"route", route_name}, {"reason", failure.what()}});
    response = failure_response(request, id);
  }
  add_standard_headers(request.path, response);
  count(request, route_name, response, started);
  return response;
}

std::shared_ptr<const KeptAnswer> App::at_once(const Request& request) {
  try {
    const auto started = std::chrono::steady_clock::now();
    const Serving serving = current_();
    if (!serving.generation) return nullptr;
    auto kept = answers_.find_ready(request, *serving.web, *serving.generation);
    if (kept) count(request, kept->route, kept->response(), started);
    return kept;
  } catch (const std::exception&) {
    // Whoever answers it in its turn says what is wrong.
  }
  return nullptr;
}

void App::count(const Request& request, std::string_view route_name, const Response& response,
                std::chrono::steady_clock::time_point started) {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
  metrics_.count_request(route_name, response.status, took);
  if (response.search != SearchOutcome::none) metrics_.count_search(response.search == SearchOutcome::found);
  log_request(request, route_name, response, took);
}

void App::log_request(const Request& request, std::string_view route_name, const Response& response,
                      std::chrono::duration<double> took) {
  if (!log_.is_on(LogLevel::info)) return;
  std::vector<LogField> fields = {{"method", request.method},
                                  {"route", route_name},
                                  {"status", static_cast<int64_t>(response.status)},
                                  {"ms", std::round(took.count() * 1e6) / 1e3},
                                  {"bytes", static_cast<int64_t>(response.body.size() + response.file.size)}};
  const std::string query = options_.log_queries ? request.query.get("q").value_or("") : "";
  if (!query.empty()) fields.emplace_back("query", query);
  if (options_.log_addresses) fields.emplace_back("client", request.client);
  log_.write(LogLevel::info, "request", fields);
}

Response App::failure_response(const Request& request, const std::string& id) const {
  if (!is_api(request.path)) {
    try {
      const Serving serving = current_();
      const Services services = services_of(serving, options_);
      Context context{services, request, {}, serving.generation, "", serving.refused};
      context.lang = context.generation ? context.site().default_language : Site{}.default_language;
      return error_page(context, 500);
    } catch (const std::exception&) {
      // What broke the page may break this one too; the plain answer below needs nothing.
    }
  }
  return problem_response(500, "Something failed on our side. It is logged as " + id + ".");
}

Response App::answer(const Request& request, const std::optional<RouteMatch>& match) {
  const Audience audience =
      match ? match->route->audience : (is_api(request.path) ? Audience::programs : Audience::people);
  const Route* route = match ? match->route : nullptr;
  const Serving serving = current_();
  const Services services = services_of(serving, options_);
  Context context{services, request, {}, serving.generation, "", serving.refused};
  const Site no_site;
  const Site& site = context.generation ? context.site() : no_site;
  const ChosenLanguage chosen = choose_language(match, request, site);
  const bool is_known_language = is_site_language(site, chosen.lang);
  context.lang = is_known_language ? chosen.lang : site.default_language;
  context.encoding = encoding_for(request, route);

  if (request.method == "OPTIONS" && is_open_to_all(request.path)) return preflight_response();
  if (request.method != "GET" && request.method != "HEAD") {
    const char* methods = is_open_to_all(request.path) ? "GET, HEAD, OPTIONS" : "GET, HEAD";
    Response refused = error(context, audience, 405, "Only GET and HEAD are allowed here.");
    refused.headers.emplace_back("Allow", methods);
    return refused;
  }
  if (!context.generation && (route == nullptr || route->needs == Needs::generation)) {
    Response waiting = error(context, audience, 503, "No index has been published yet.");
    waiting.headers.emplace_back("Retry-After", "2");
    return waiting;
  }
  if (route == nullptr || (route->language == LanguageFrom::path && !is_known_language)) {
    return not_found(context, audience);
  }
  if (chosen.is_choice && audience == Audience::people) return keep_language(request, *route, chosen.lang);
  context.arguments = match->arguments;
  Response response = answer_route(*route, context);
  if (const std::string names = vary(*route, chosen, response); !names.empty())
    add_header(response, "Vary", names);
  if (response.cache == CachePolicy::revalidate && is_personal(request, *route, chosen, site))
    response.cache = CachePolicy::personal;
  if (response.kept) {
    add_standard_headers(request.path, response);
    answers_.make_ready(request, *serving.web, *serving.generation, *route, response);
  }
  return response;
}

Response App::answer_route(const Route& route, Context& context) {
  std::optional<StaticContent> content;
  if (route.content != nullptr) {
    content = route.content(context);
    if (!content) return not_found(context, route.audience);
    if (!content->compressible) context.encoding = Encoding::identity;
  }
  // Everything that an answer depends on is in its tag, so it is known before the work is done.
  const std::string tag = content ? tag_of_content(*content, context.encoding) : tag_for(route, context);
  const std::string known_tags = context.request.header("if-none-match");
  const bool is_conditional = !context.request.header("if-match").empty();
  ResponseCache* const cache = answers_.cache_for(route.keep);
  // "*" stands for whatever there is, so it needs to be known that there is something.
  if (known_tags != "*" && !is_conditional && etag_matches(known_tags, tag))
    return not_modified(tag, content ? content->content_type : "text/html", cache != nullptr);
  const auto kept = cache == nullptr ? nullptr : cache->find(tag);
  Response response = kept ? kept->response() : make_response(route, context);
  response.kept = kept != nullptr;
  if (response.status != 200 || response.cache == CachePolicy::no_store) return response;
  if (!kept) {
    response.etag = tag;
    compress_body(context.encoding, response);
    if (cache != nullptr) cache->store(tag, response, route.name);
  }
  switch (check_conditions(context.request, tag)) {
    case Verdict::not_modified:
      return not_modified(tag, response.content_type, response.kept);
    case Verdict::failed:
      return error(context, route.audience, 412, "It is not what If-Match says.");
    case Verdict::answer:
      break;
  }
  if (route.ranges == Ranges::single) {
    response.headers.emplace_back("Accept-Ranges", "bytes");
    cut_to_range(context.request, response);
  }
  return response;
}

// What the handler says, and the usual answers in place of the empty ones.
Response App::make_response(const Route& route, const Context& context) {
  Response response = route.handle(context);
  if (!response.body.empty()) return response;
  if (response.status == 404) return not_found(context, route.audience);
  if (response.status == 400) return error(context, route.audience, 400, "A parameter is wrong.");
  return response;
}

std::string App::tag_for(const Route& route, const Context& context) const {
  if (route.tag == Tag::none) return "";
  const Request& request = context.request;
  const bool is_page = is_drawn_page(route);
  const std::string hash =
      fingerprint({program_version(), context.generation ? context.generation->content() : "",
                   context.services.templates.version(), context.services.assets.version(),
                   context.services.i18n.version(), request.raw_path, format_query(request.query),
                   context.lang, is_page ? theme_of(request) : "",
                   is_page && options_.live_reload ? "live" : "", content_coding(context.encoding)});
  return (route.tag == Tag::weak ? "W/\"" : "\"") + hash + "\"";
}

Response App::not_found(const Context& context, Audience audience) {
  if (audience == Audience::people && context.generation) {
    if (const auto target = context.searcher().alias(context.request.path)) {
      const size_t hash = std::min(target->find('#'), target->size());
      const bool has_query = target->find('?') < hash;
      const std::string path = target->substr(0, hash);
      return redirect(301,
                      (has_query ? path : with_query(path, context.request.query)) + target->substr(hash));
    }
    const std::string& path = context.request.path;
    if (path.size() > 1 && path.ends_with('/') && find_route(path.substr(0, path.size() - 1))) {
      return redirect(301, with_query(encode_path(path.substr(0, path.size() - 1)), context.request.query));
    }
  }
  return error(context, audience, 404, "There is nothing at this address.");
}

Response App::error(const Context& context, Audience audience, int status, const std::string& detail) const {
  return audience == Audience::programs ? problem_response(status, detail) : error_page(context, status);
}

std::optional<Response> App::refusal_page(int status, const Request& request) const {
  const Serving serving = current_();
  if (is_api(request.path) || !serving.generation) return std::nullopt;
  const Site& site = serving.generation->site();
  const ChosenLanguage chosen = choose_language(find_route(request.path), request, site);
  const std::string lang = is_site_language(site, chosen.lang) ? chosen.lang : site.default_language;
  const Response* page = serving.generation->refusal_page(status, lang);
  return page == nullptr ? std::nullopt : std::optional(*page);
}

Response App::refusal(int status, std::chrono::seconds retry_after, const Request* request) {
  metrics_.count_refusal(status);
  std::optional<Response> page = request == nullptr ? std::nullopt : refusal_page(status, *request);
  Response response = page ? std::move(*page) : problem_response(status, refusal_detail(status));
  if (retry_after.count() > 0)
    response.headers.emplace_back("Retry-After", std::to_string(retry_after.count()));
  add_standard_headers(request == nullptr ? "" : request->path, response);
  return response;
}

void App::log_refusals(const std::map<int, uint64_t>& counts) {
  for (const auto& [status, count] : counts) {
    log_.write(LogLevel::info, "requests refused",
               {{"status", static_cast<int64_t>(status)}, {"count", static_cast<int64_t>(count)}});
  }
}

Response App::metrics(const ListenerStats& listener) const {
  Gauges gauges;
  if (const Serving serving = current_(); serving.generation) {
    const std::chrono::duration<double> age =
        std::chrono::system_clock::now() - serving.generation->created();
    gauges.generation = serving.generation->searcher().name();
    gauges.generation_age = std::round(age.count());
    gauges.documents = serving.generation->searcher().document_count();
  }
  gauges.pages = answers_.pages();
  gauges.searches = answers_.searches();
  gauges.listener = listener;
  Response response;
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = metrics_.text(gauges);
  response.cache = CachePolicy::no_store;
  add_standard_headers("", response);
  return response;
}

}  // namespace signpost
