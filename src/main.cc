// main.cc - signpost-serve: reads the options, starts the service, waits for signals.
#include <csignal>
#include <iostream>

#include "base/error.h"
#include "service/options.h"
#include "service/service.h"
#include "service/service_manager.h"

namespace {

// To be called before any thread starts, so that none of them takes a signal.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void serve_until_stopped(signpost::Service& service, const sigset_t& signals) {
  signpost::notify_service_manager("READY=1");
  int signal = 0;
  while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) {
    signpost::notify_reloading();
    service.reload();
    signpost::notify_service_manager("READY=1");
  }
  signpost::notify_service_manager("STOPPING=1");
}

}  // namespace

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto options = signpost::parse_options(argc, argv, exit_code);
  if (!options) return exit_code;
  const sigset_t signals = block_signals();
  try {
    signpost::Service service(*options);
    service.start();
    std::cout << "Signpost is at " << service.address() << std::endl;
    serve_until_stopped(service, signals);
    service.stop();
  } catch (const std::exception& error) {
    std::cerr << "signpost-serve: " << signpost::message_of(error) << '\n';
    return 1;
  }
  return 0;
}
