// main.cc - signpost-serve: reads the options, starts the service, waits for a signal.
#include <csignal>
#include <iostream>

#include "content/error.h"
#include "http/options.h"
#include "http/service.h"

namespace {

// To be called before any thread starts, so that none of them takes the signal.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

}  // namespace

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto options = signpost::parse_options(argc, argv, exit_code);
  if (!options) return exit_code;
  const sigset_t signals = block_stop_signals();
  try {
    signpost::Service service(*options);
    service.start();
    std::cout << "Signpost is at " << service.address() << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    service.stop();
  } catch (const std::exception& error) {
    std::cerr << "signpost-serve: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
