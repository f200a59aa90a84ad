// service.h - signpost-serve as a whole: everything that it is made of, put together in the right order.
// Tested by tests/unit/http/generation_follower_test.cc.
#pragma once

#include <string>

#include "http/app.h"
#include "http/generation_follower.h"
#include "http/options.h"
#include "http/server.h"

namespace signpost {

class Service {
 public:
  // Reads web files and binds the port. Throws Error.
  explicit Service(const ServeOptions& options);

  // Opens the published generation, if there is one, and answers.
  void start();
  void stop();
  int port() const { return server_.port(); }
  // "http://127.0.0.1:8080/"
  std::string address() const;

 private:
  const std::string host_;
  Log log_;
  Templates templates_;
  I18n i18n_;
  Assets assets_;
  GenerationFollower follower_;
  App app_;
  Server server_;
};

}  // namespace signpost
