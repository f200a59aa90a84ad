// serve.cc - see serve.h.
#include "serve.h"

#include <poll.h>
#include <sys/signalfd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <iostream>
#include <optional>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/printable.h"
#include "indexing_half.h"
#include "service/service.h"
#include "service/service_manager.h"

namespace signpost {
namespace {

// To be called before any process or thread starts, so that none of them takes a signal: a terminal sends
// Ctrl-C to both halves, and this one ends the other.
Descriptor block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  Descriptor fd(::signalfd(-1, &signals, SFD_CLOEXEC));
  if (!fd.is_open())
    throw Error(ErrorKind::io, std::string("cannot wait for signals: ") + std::strerror(errno));
  return fd;
}

// The signal that came, or 0 when instead `other` (-1: nothing) has something to read, or has ended.
int wait_for_signal(const Descriptor& signals, int other) {
  pollfd fds[] = {{signals.get(), POLLIN, 0}, {other, POLLIN, 0}};
  while (::poll(fds, 2, -1) < 0 && errno == EINTR) {
  }
  if (fds[0].revents == 0) return 0;
  signalfd_siginfo info{};
  read_up_to(signals.get(), reinterpret_cast<char*>(&info), sizeof info);
  return static_cast<int>(info.ssi_signo);
}

void reload(Service& service) {
  notify_reloading();
  service.reload();
  notify_service_manager("READY=1");
}

// 0 when the indexing half has ended.
int serve_until_stopped(Service& service, const Descriptor& signals, int indexing) {
  notify_service_manager("READY=1");
  int signal = 0;
  while ((signal = wait_for_signal(signals, indexing)) == SIGHUP && indexing < 0) reload(service);
  notify_service_manager("STOPPING=1");
  return signal;
}

}  // namespace

int serve(const ServeOptions& options) {
  const Descriptor signals = block_signals();
  std::optional<IndexingHalf> indexing;
  if (!options.source.empty()) indexing.emplace(options);
  // A write beyond the largest size that a file may have fails, as on a full disk, instead of ending the
  // service.
  std::signal(SIGXFSZ, SIG_IGN);
  // Takes the port, so that nobody waits for an index before hearing that there is none.
  Service service(options);
  if (indexing) {
    if (wait_for_signal(signals, indexing->fd()) != 0) return kServeStopped;
    if (!indexing->has_published()) return kServeNothing;
  }
  service.start();
  if (indexing) {
    std::cout << "The index is kept in " << printable(options.index) << "\nSignpost shows "
              << printable(options.source) << " at " << service.address() << " (Ctrl-C stops it)"
              << std::endl;
  } else {
    std::cout << "Signpost is at " << service.address() << std::endl;
  }
  const int signal = serve_until_stopped(service, signals, indexing ? indexing->fd() : -1);
  service.stop();
  if (signal == 0) throw indexing->end();
  return kServeStopped;
}

}  // namespace signpost
