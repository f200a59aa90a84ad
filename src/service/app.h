// app.h - from request to response: route, language, caching, compression, errors, headers, log, metrics.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/dates.h"
#include "delivery/deliverer.h"
#include "insights/event_counter.h"
#include "meaning/query_model.h"
#include "pages/page_context.h"
#include "service/kept_answers.h"
#include "service/log.h"
#include "service/metrics.h"
#include "service/routes.h"

namespace signpost {

struct AppOptions {
  bool live_reload = false;    // pages have the script that follows the published generation
  bool log_queries = false;    // log lines have what was searched for
  bool log_addresses = false;  // and who asked
  const QueryModel* model =
      nullptr;             // that searches which find little ask; outlives the service; null for none
  Store* store = nullptr;  // of what visitors send; outlives the service; null for none
  int64_t (*clock)() = seconds_of_clock;  // what incidents begin and leave by, and articles expire by
  Presence* presence = nullptr;  // as in OperationContext, and so the next one; both outlive the service
  WebhookReceiver* webhooks = nullptr;
  const Deliverer* deliverer = nullptr;  // of which the metrics tell; outlives the service; null for none
  RequestGuard* guard = nullptr;         // as in Services, and so the next one; both outlive the service
  OutcomeCounter* outcomes = nullptr;
  Visits* visits = nullptr;
  EventStore* events = nullptr;
  EventCounter* counter =
      nullptr;  // of what visitors look for; outlives the service; null: nothing is counted
  StaffEntrance* staff = nullptr;  // who may see what visitors sent; outlives the service; null for nobody
  std::string staff_header = {};   // in small letters: in it a listed proxy names one of staff; "" for none
};

// What a request is answered from.
struct Serving {
  std::shared_ptr<const WebFiles> web;
  std::shared_ptr<const ServedGeneration> generation;  // null when there is none yet
  // The same with what only staff may read; null where there is nothing of that.
  std::shared_ptr<const ServedGeneration> staff = {};
  std::string refused{};  // the name of a newer one that is published and can't be served; "" for none
};

// Everything that the service answers, without sockets. Safe to use from many threads.
class App {
 public:
  // Asked once for each request.
  using Current = std::function<Serving()>;

  App(AppOptions options, Log& log, Current current);

  // Never throws. For HEAD the response is that of GET with its body; the server leaves the body out.
  Response handle(const Request& request);
  // The answer, when it lies ready because the same was asked before; null when a thread has to be found for
  // it, which may wait. Never throws.
  std::shared_ptr<const KeptAnswer> at_once(const Request& request);
  // What a request gets that is not answered (400, 408, 414, 429, 503 ...): a page, the generation's if there
  // is one, when its path was understood (not null) and is one for people; else problem JSON. `retry_after`:
  // when to try again, or 0. Renders nothing, and never throws.
  Response refusal(int status, std::chrono::seconds retry_after, const Request* request = nullptr);
  // For the log: how many were refused, by status.
  void log_refusals(const std::map<int, uint64_t>& counts);
  // What has been counted, for Prometheus.
  Response metrics(const ListenerStats& listener) const;

 private:
  Response answer(const Request& request, const std::optional<RouteMatch>& match);
  Response answer(const Serving& serving, const std::optional<RouteMatch>& match, PageContext& context);
  Response answer_route(const RouteMatch& match, PageContext& context);
  // `content`: of whose bytes the tag is; nullopt where it is of the generation.
  Response answer_route(const RouteMatch& match, const std::optional<StaticContent>& content,
                        PageContext& context);
  bool is_shut(const Door& door, const Request& request) const;
  std::optional<StaffIdentity> who_sees_internal(const Serving& serving, const Door* door,
                                                 const Request& request, int64_t now) const;
  std::optional<Response> admit_staff(const Door& door, PageContext& context) const;
  std::optional<Response> refuse_sent(const RouteMatch& match, const PageContext& context) const;
  Response make_response(const RouteMatch& match, const PageContext& context);
  Response not_found(const PageContext& context, Reader reader);
  Response error(const PageContext& context, Reader reader, int status, const std::string& detail) const;
  std::optional<Response> refusal_page(int status, const Request& request) const;
  Response failure_response(const Request& request, Reader reader, const std::string& id) const;
  std::string tag_for(const Door& door, const PageContext& context) const;
  void count(const Request& request, std::string_view route_name, const Response& response,
             std::chrono::steady_clock::time_point started);
  void log_request(const Request& request, std::string_view route_name, const Response& response,
                   std::chrono::duration<double> took);

  const AppOptions options_;
  const std::vector<Route> routes_;  // those that are there with these options
  Log& log_;
  const Current current_;
  KeptAnswers answers_;
  Metrics metrics_;
  std::atomic<uint64_t> failures_{0};
};

}  // namespace signpost
