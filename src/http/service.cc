// service.cc - see service.h.
#include "http/service.h"

namespace signpost {
namespace {

ListenerOptions listener_options(const ServeOptions& options) {
  ListenerOptions listener;
  listener.host = options.host;
  listener.port = options.port;
  listener.threads = options.threads;
  return listener;
}

}  // namespace

Service::Service(const ServeOptions& options)
    : host_(options.host),
      log_(parse_log_level(options.log_level)),
      templates_(options.web + "/templates"),
      i18n_(options.web + "/i18n"),
      assets_(options.web, highlighter_dirs(options.web)),
      follower_(
          options.index,
          [this](const std::string& dir) {
            return std::make_shared<const ServedGeneration>(dir, i18n_, assets_);
          },
          log_),
      app_({templates_, i18n_, assets_, log_, options.live_reload}, [this] { return follower_.current(); }),
      server_(listener_options(options), {[this](const Request& request) { return app_.handle(request); },
                                          [this](int status) { return app_.protocol_error(status); }}) {}

void Service::start() {
  follower_.start();
  server_.start();
}

std::string Service::address() const {
  const bool is_ipv6 = host_.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + host_ + "]" : host_;
  return "http://" + host + ":" + std::to_string(port()) + "/";
}

void Service::stop() { server_.stop(); }

}  // namespace signpost
