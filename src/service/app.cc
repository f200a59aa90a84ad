// app.cc - see app.h.
#include "service/app.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <span>

#include "base/error.h"
#include "net/byte_range.h"
#include "net/content_coding.h"
#include "net/entity_tag.h"
#include "net/url.h"
#include "pages/error_page.h"
#include "pages/page_view.h"
#include "pages/staff_view.h"
#include "service/audit_trail.h"
#include "service/noticing.h"
#include "service/page_variants.h"
#include "service/refusal_text.h"
#include "service/routes.h"
#include "service/sent_content.h"
#include "service/serve_command_line.h"
#include "service/site_language.h"
#include "service/staff_door.h"
#include "service/standard_headers.h"

namespace signpost {
namespace {

// A part of a file goes out as it lies on the disk, and then so does the whole in its place.
Encoding encoding_for(const Request& request, const Door* door) {
  const bool as_it_is = door != nullptr && door->ranges == Ranges::single && asks_for_part(request);
  return as_it_is ? Encoding::identity : choose_encoding(request.header("accept-encoding"));
}

Response not_modified(const std::string& tag, const std::string& content_type, bool kept,
                      NoticedPointer noticed = nullptr) {
  Response response;
  response.status = 304;
  response.etag = tag;
  response.content_type = content_type;  // decides what it varies by
  response.kept = kept;
  response.noticed = std::move(noticed);
  return response;
}

std::string tag_of_content(const StaticContent& content, Encoding encoding) {
  const std::string coding(content_coding(encoding));
  return "\"" + content.hash + (coding.empty() ? "" : "-" + coding) + "\"";
}

Services services_of(const Serving& serving, const AppOptions& options) {
  return {.templates = serving.web->templates,
          .i18n = serving.web->i18n,
          .assets = serving.web->assets,
          .live_reload = options.live_reload,
          .embedder = options.model,
          .store = options.store,
          .presence = options.presence,
          .webhooks = options.webhooks,
          .guard = options.guard,
          .outcomes = options.outcomes,
          .visits = options.visits,
          .staff = options.staff,
          .events = options.events,
          .counts_visits =
              options.counter != nullptr && serving.generation && serving.generation->site().insights.on};
}

// A page takes what its form sends.
bool is_taken(const RouteMatch& match, std::string_view media_type) {
  if (match.route->page != nullptr) return media_type == kFormType;
  const std::span<const std::string_view> takes = match.route->operation->takes;
  return std::find(takes.begin(), takes.end(), media_type) != takes.end();
}

std::optional<StaticContent> bytes_at(const RouteMatch& match, const PageContext& context) {
  if (match.route->page != nullptr) return match.route->page->content(context);
  const Answer answer =
      match.route->operation->answer(context.operation(), arguments_of(match, context.request));
  return answer.file ? std::optional(content_of(*answer.file)) : std::nullopt;
}

std::string_view name_of_route(const std::optional<RouteMatch>& match) {
  return match ? match->route->door.name : "none";
}

Response ask(const RouteMatch& match, const PageContext& context) {
  if (match.route->page != nullptr) return match.route->page->draw(context);
  return response_of(
      match.route->operation->answer(context.operation(), arguments_of(match, context.request)));
}

}  // namespace

App::App(AppOptions options, Log& log, Current current)
    : options_(options),
      routes_(options.store != nullptr ? routes() : routes_without(Effect::uses_store)),
      log_(log),
      current_(std::move(current)) {}

Response App::handle(const Request& request) {
  const auto started = std::chrono::steady_clock::now();
  std::optional<RouteMatch> match = find_route(routes_, request.method, request.path);
  Response response;
  try {
    if (match && is_shut(match->route->door, request)) match.reset();
    response = answer(request, match);
  } catch (const std::exception& failure) {
    const std::string id =
        std::to_string(++failures_) + "-" +
        std::to_string(std::chrono::system_clock::now().time_since_epoch().count() / 1000000);
    log_.write(LogLevel::error, "request failed",
               {{"id", id}, {"route", name_of_route(match)}, {"reason", failure.what()}});
    response = failure_response(request, reader_at(match, request.path), id);
  }
  if (match && is_for_staff(match->route->door)) keep_to_staff(response);
  add_standard_headers(origins_at(match, request.path), response);
  count(request, name_of_route(match), response, started);
  return response;
}

std::shared_ptr<const KeptAnswer> App::at_once(const Request& request) {
  try {
    const auto started = std::chrono::steady_clock::now();
    const Serving serving = current_();
    if (!serving.generation || (serving.staff && says_staff(request, options_.staff_header))) return nullptr;
    auto kept = answers_.find_ready(request, *serving.web, *serving.generation, options_.clock());
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
  if (options_.counter != nullptr) notice(*options_.counter, request, response, options_.staff_header);
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
  // What staff look for is theirs, and often a customer's words.
  const bool is_logged = options_.log_queries && !says_staff(request, options_.staff_header) &&
                         !request.path.starts_with(kStaffPath);
  const std::string query = is_logged ? request.query.get("q").value_or("") : "";
  if (!query.empty()) fields.emplace_back("query", query);
  if (options_.log_addresses) fields.emplace_back("client", request.client);
  log_.write(LogLevel::info, "request", fields);
}

Response App::failure_response(const Request& request, Reader reader, const std::string& id) const {
  const std::string detail = "Something failed on our side. It is logged as " + id + ".";
  if (reader == Reader::people) {
    try {
      const Serving serving = current_();
      const Services services = services_of(serving, options_);
      PageContext context{services, request, {}, serving.generation, "", serving.refused};
      context.lang = context.generation ? context.site().default_language : Site{}.default_language;
      return error_page(context, 500);
    } catch (const std::exception&) {
      // What broke the page may break this one too.
      return bare_error_page(500, detail);
    }
  }
  return problem_response({500, detail});
}

Response App::answer(const Request& request, const std::optional<RouteMatch>& match) {
  const int64_t now = options_.clock();
  Serving serving = current_();
  const auto staff = who_sees_internal(serving, match ? &match->route->door : nullptr, request, now);
  if (staff) {
    serving.generation = serving.staff;
    serving.web = serving.staff->web();
  }
  const Services services = services_of(serving, options_);
  PageContext context{services, request, {}, serving.generation, "", serving.refused};
  context.now = now;
  context.staff = staff;
  context.sees_internal = staff.has_value();
  Response response = answer(serving, match, context);
  if (context.sees_internal) keep_to_staff(response);
  return response;
}

Response App::answer(const Serving& serving, const std::optional<RouteMatch>& match, PageContext& context) {
  const Request& request = context.request;
  const Reader reader = reader_at(match, request.path);
  const Origins origins = origins_at(match, request.path);
  const Door* door = match ? &match->route->door : nullptr;
  const Site no_site;
  const Site& site = context.generation ? context.site() : no_site;
  const ChosenLanguage chosen = choose_language(match, request, site);
  const bool is_known_language = is_site_language(site, chosen.lang);
  context.lang = is_known_language ? chosen.lang : site.default_language;
  context.encoding = encoding_for(request, door);

  if (request.method == "OPTIONS" && origins == Origins::call)
    return preflight_response(allowed_methods(routes_, request.path));
  if (door != nullptr ? !takes_method(*door, request.method)
                      : request.method != "GET" && request.method != "HEAD") {
    const std::span<const Route> here = match ? std::span<const Route>(routes_) : std::span<const Route>();
    const std::string methods = allowed_methods(here, request.path);
    Response refused = error(context, reader, 405, "Allowed here: " + methods + ".");
    refused.headers.emplace_back("Allow", methods);
    return refused;
  }
  if (!context.generation && (door == nullptr || door->effect != Effect::nothing)) {
    Response waiting = error(context, reader, 503, "No index has been published yet.");
    waiting.headers.emplace_back("Retry-After", "2");
    return waiting;
  }
  if (door == nullptr || (door->language == LanguageFrom::path && !is_known_language)) {
    return not_found(context, reader);
  }
  if (const auto refused = admit_staff(*door, context)) return *refused;
  if (context.staff) context.whole = serving.staff ? serving.staff : serving.generation;
  if (chosen.is_choice && reader == Reader::people && door->method == Method::get)
    return keep_language(request, *door, chosen.lang);
  if (door->method == Method::post) {
    context.media_type = media_type(request);
    if (const auto refused = refuse_sent(*match, context)) return *refused;
    if (door->audience == Audience::staff && !has_form_token(request, *context.staff))
      return error(context, reader, 403, "This can only be sent from a page that you were given.");
  }
  context.arguments = match->arguments;
  Response response = answer_route(*match, context);
  if (is_for_staff(*door)) keep_audit(*door, context, response);
  if (const std::string names = vary(*door, chosen, response); !names.empty())
    add_header(response, "Vary", names);
  if (response.cache == CachePolicy::revalidate && is_personal(request, *door, chosen, site))
    response.cache = CachePolicy::personal;
  if (response.kept) {
    add_standard_headers(origins, response);
    answers_.make_ready(request, *serving.web, *serving.generation, context.now, *door, response);
  }
  return response;
}

Response App::answer_route(const RouteMatch& match, PageContext& context) {
  const Door& door = match.route->door;
  if (door.tag != Tag::bytes) return answer_route(match, std::nullopt, context);
  const std::optional<StaticContent> content = bytes_at(match, context);
  if (!content) return not_found(context, door.reader);
  if (!content->compressible) context.encoding = Encoding::identity;
  Response response = answer_route(match, content, context);
  const bool is_it = response.status == 200 || response.status == 206 || response.status == 304;
  if (is_it && !content->cache_control.empty()) add_header(response, "Cache-Control", content->cache_control);
  return response;
}

Response App::answer_route(const RouteMatch& match, const std::optional<StaticContent>& content,
                           PageContext& context) {
  const Door& door = match.route->door;
  // Everything that an answer depends on is in its tag, so it is known before the work is done.
  const std::string tag = content ? tag_of_content(*content, context.encoding) : tag_for(door, context);
  const std::string known_tags = context.request.header("if-none-match");
  const bool is_conditional = !context.request.header("if-match").empty();
  ResponseCache* const cache = context.sees_internal ? nullptr : answers_.cache_for(door.keep);
  // "*" stands for whatever there is, so it needs to be known that there is something.
  if (known_tags != "*" && !is_conditional && etag_matches(known_tags, tag)) {
    if (cache == nullptr || !context.services.counts_visits)
      return not_modified(tag, content ? content->content_type : "text/html", cache != nullptr);
    // What is counted of it, only the answer knows.
    if (const auto known = cache->find(tag, ResponseCache::Absence::is_nothing))
      return not_modified(tag, "text/html", true, known->response().noticed);
  }
  const auto kept = cache == nullptr ? nullptr : cache->find(tag);
  Response response = kept ? kept->response() : make_response(match, context);
  response.kept = kept != nullptr;
  if (response.status != 200 || response.cache == CachePolicy::no_store) return response;
  if (!kept) {
    response.etag = tag;
    compress_body(context.encoding, response);
    if (cache != nullptr) cache->store(tag, response, door.name);
  }
  switch (check_conditions(context.request, tag)) {
    case Verdict::not_modified:
      return not_modified(tag, response.content_type, response.kept, response.noticed);
    case Verdict::failed:
      return error(context, door.reader, 412, "It does not match If-Match.");
    case Verdict::answer:
      break;
  }
  if (door.ranges == Ranges::single) {
    response.headers.emplace_back("Accept-Ranges", "bytes");
    cut_to_range(context.request, response);
  }
  return response;
}

// Who is known to be of staff and asks at an address where an index answers everybody: with what is internal.
// What visitors send is about what these can see.
std::optional<StaffIdentity> App::who_sees_internal(const Serving& serving, const Door* door,
                                                    const Request& request, int64_t now) const {
  const bool may = serving.staff && options_.staff != nullptr && says_staff(request, options_.staff_header) &&
                   (request.method == "GET" || request.method == "HEAD");
  const bool is_shown =
      door == nullptr || (door->effect == Effect::reads_generation && door->audience == Audience::anybody);
  return may && is_shown ? identify_staff(*options_.staff, options_.staff_header, request, now)
                         : std::nullopt;
}

// Where nobody could sign in, there is nothing at the addresses of staff but for who comes through their
// proxy.
bool App::is_shut(const Door& door, const Request& request) const {
  if (!is_for_staff(door)) return false;
  if (options_.staff == nullptr) return true;
  return !options_.staff->has_accounts() &&
         !identify_staff(*options_.staff, options_.staff_header, request, options_.clock());
}

// Who of staff asks; the answer to whom it is not, where the door is for them alone.
std::optional<Response> App::admit_staff(const Door& door, PageContext& context) const {
  if (!is_for_staff(door)) return std::nullopt;
  const Request& request = context.request;
  context.staff = identify_staff(*options_.staff, options_.staff_header, request, context.now);
  if (door.audience != Audience::staff || context.staff) return std::nullopt;
  const auto page = find_route(routes_, "GET", request.path);
  return turn_away(context, door, page && takes_method(page->route->door, "GET"));
}

// Why what was sent goes no further, whatever it says; nullopt where it may.
std::optional<Response> App::refuse_sent(const RouteMatch& match, const PageContext& context) const {
  const Door& door = match.route->door;
  const std::string base_url = context.generation ? context.site().base_url : "";
  if (door.origins == Origins::own && !is_sent_from_own_page(context.request, base_url))
    return error(context, door.reader, 403, "This can only be sent from a page of this site.");
  if (!is_taken(match, context.media_type))
    return error(context, door.reader, 415, "This kind of content is not taken here.");
  return std::nullopt;
}

// What is said behind the door, and the usual answers in place of the empty ones.
Response App::make_response(const RouteMatch& match, const PageContext& context) {
  const Reader reader = match.route->door.reader;
  Response response = ask(match, context);
  if (match.route->door.method == Method::post) response.cache = CachePolicy::no_store;
  if (!response.body.empty()) return response;
  if (response.status == 404) return not_found(context, reader);
  if (response.status == 400) return error(context, reader, 400, "A parameter is wrong.");
  return response;
}

std::string App::tag_for(const Door& door, const PageContext& context) const {
  if (door.tag == Tag::none) return "";
  const Request& request = context.request;
  const bool is_page = is_drawn_page(door);
  // Results know how old articles are, and answers which ones are past their review.
  const std::string day = door.keep == Keep::search ? std::to_string(context.now / kSecondsOfDay) : "";
  const std::string hash = fingerprint(
      {program_version(), context.generation ? context.generation->content_at(context.now) : "",
       context.services.templates.version(), context.services.assets.version(),
       context.services.i18n.version(), request.raw_path, format_query(request.query), context.lang,
       is_page ? theme_of(request) : "", is_page && options_.live_reload ? "live" : "",
       content_coding(context.encoding), options_.model != nullptr ? "model" : "", day});
  return (door.tag == Tag::weak ? "W/\"" : "\"") + hash + "\"";
}

Response App::not_found(const PageContext& context, Reader reader) {
  if (reader == Reader::people && context.generation) {
    if (const auto target = context.generation->searcher().alias(context.request.path)) {
      const size_t hash = std::min(target->find('#'), target->size());
      const bool has_query = target->find('?') < hash;
      const std::string path = target->substr(0, hash);
      return redirect(301,
                      (has_query ? path : with_query(path, context.request.query)) + target->substr(hash));
    }
    const std::string& path = context.request.path;
    if (const auto respelled = respelled_path(context.site(), path))
      return redirect(301, with_query(encode_path(*respelled), context.request.query));
    const auto without_slash = path.size() > 1 && path.ends_with('/')
                                   ? find_route(routes_, "GET", path.substr(0, path.size() - 1))
                                   : std::nullopt;
    if (without_slash && !is_shut(without_slash->route->door, context.request)) {
      return redirect(301, with_query(encode_path(path.substr(0, path.size() - 1)), context.request.query));
    }
  }
  return error(context, reader, 404, "There is nothing at this address.");
}

Response App::error(const PageContext& context, Reader reader, int status, const std::string& detail) const {
  return reader == Reader::programs ? problem_response({status, detail}) : error_page(context, status);
}

std::optional<Response> App::refusal_page(int status, const Request& request) const {
  const Serving serving = current_();
  const std::optional<RouteMatch> match = find_route(routes_, request.method, request.path);
  if (reader_at(match, request.path) == Reader::programs) return std::nullopt;
  if (!serving.generation) return bare_error_page(status, refusal_detail(status));
  const Site& site = serving.generation->site();
  const ChosenLanguage chosen = choose_language(match, request, site);
  const std::string lang = is_site_language(site, chosen.lang) ? chosen.lang : site.default_language;
  const Response* page = serving.generation->refusal_page(status, lang);
  return page == nullptr ? bare_error_page(status, refusal_detail(status)) : *page;
}

Response App::refusal(int status, std::chrono::seconds retry_after, const Request* request) {
  metrics_.count_refusal(status);
  std::optional<Response> page = request == nullptr ? std::nullopt : refusal_page(status, *request);
  Response response = page ? std::move(*page) : problem_response({status, refusal_detail(status)});
  if (retry_after.count() > 0)
    response.headers.emplace_back("Retry-After", std::to_string(retry_after.count()));
  const std::string path = request == nullptr ? "" : request->path;
  add_standard_headers(origins_at(find_route(routes_, "GET", path), path), response);
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
  if (options_.model != nullptr) gauges.embedder = options_.model->counts();
  if (options_.counter != nullptr) gauges.events = options_.counter->counts();
  if (options_.deliverer != nullptr) gauges.deliveries = options_.deliverer->counts();
  Response response;
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = metrics_.text(gauges);
  response.cache = CachePolicy::no_store;
  add_standard_headers(Origins::own, response);
  return response;
}

}  // namespace signpost
