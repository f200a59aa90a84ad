// app.h - from request to response: route, language, caching, compression, errors, headers, log.
// Tested by tests/unit/http/app_test.cc.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "http/caching.h"
#include "http/context.h"
#include "http/routes.h"

namespace signpost {

// Everything that the service answers, without sockets. Safe to use from many threads.
class App {
 public:
  // The generation to answer from; null when there is none yet. Asked once for each request.
  using CurrentGeneration = std::function<std::shared_ptr<const ServedGeneration>()>;

  App(const Services& services, CurrentGeneration current);

  // Never throws. For HEAD the response is that of GET with its body; the server leaves the body out.
  Response handle(const Request& request);
  // What a request gets that can't be read as HTTP (400, 408, 414, 431 ...).
  Response protocol_error(int status) const;

 private:
  Response answer(const Request& request, std::string& route_name);
  Response answer_route(const RouteMatch& match, Context& context);
  Response not_found(const Context& context, Audience audience);
  Response error(const Context& context, Audience audience, int status, const std::string& detail) const;
  Response failure_response(const Request& request, const std::string& id) const;
  std::string tag_for(const Route& route, const Context& context) const;

  const Services services_;
  const CurrentGeneration current_;
  ResponseCache cache_;
  std::atomic<uint64_t> failures_{0};
};

}  // namespace signpost
