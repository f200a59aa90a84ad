// child_process.cc - fork, pipes and what a child must not inherit.
#include "base/child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.h"

namespace signpost {
namespace {

// As large as an unprivileged process may ask for; fewer switches between the processes that share a core.
constexpr int kPipeBytes = 1024 * 1024;

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

Pipe make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    throw Error(ErrorKind::io, std::string("cannot make a pipe: ") + std::strerror(errno));
  }
  ::fcntl(ends[1], F_SETPIPE_SZ, kPipeBytes);  // only a wish
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// Moves the wanted descriptors to 3, 4 and 5 and closes all others above: an inherited end of another child's
// pipe would keep that one from seeing its end.
void keep_only(int in, int out, int keep) {
  const int high_in = ::fcntl(in, F_DUPFD, 64);
  const int high_out = ::fcntl(out, F_DUPFD, 64);
  const int high_keep = keep >= 0 ? ::fcntl(keep, F_DUPFD, 64) : -1;
  ::dup2(high_in, 3);
  ::dup2(high_out, 4);
  if (high_keep >= 0) ::dup2(high_keep, 5);
  ::close_range(high_keep >= 0 ? 6 : 5, ~0U, 0);
}

}  // namespace

ChildProcess::ChildProcess(const Body& body, int keep_fd) {
  ::signal(SIGPIPE, SIG_IGN);  // a child that dies shows by EPIPE
  Pipe jobs = make_pipe();
  Pipe results = make_pipe();
  const pid_t parent = ::getpid();
  pid_ = ::fork();
  if (pid_ < 0) {
    throw Error(ErrorKind::io, std::string("cannot start a process: ") + std::strerror(errno));
  }
  if (pid_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);
    ::signal(SIGPIPE, SIG_DFL);
    keep_only(jobs.read_end.get(), results.write_end.get(), keep_fd);
    int status = 1;
    try {
      status = body(3, 4);
    } catch (...) {
      // Whoever waits sees the exit status; a body that can say more has done so.
    }
    ::_exit(status);
  }
  to_child_ = std::move(jobs.write_end);
  from_child_ = std::move(results.read_end);
  for (const int fd : {to_child(), from_child()}) ::fcntl(fd, F_SETFL, O_NONBLOCK);
}

void ChildProcess::swap(ChildProcess& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(to_child_, other.to_child_);
  std::swap(from_child_, other.from_child_);
  std::swap(peak_memory_, other.peak_memory_);
}

int ChildProcess::reap() {
  int status = 0;
  rusage usage{};
  while (::wait4(pid_, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  peak_memory_ = static_cast<size_t>(usage.ru_maxrss) * 1024;
  to_child_ = Descriptor();
  from_child_ = Descriptor();
  return status;
}

void ChildProcess::kill() {
  if (!running()) return;
  ::kill(pid_, SIGKILL);
  reap();
}

std::string ChildProcess::wait(int* signal) {
  if (signal) *signal = 0;
  if (!running()) return "";
  const int status = reap();
  if (WIFSIGNALED(status)) {
    if (signal) *signal = WTERMSIG(status);
    return "signal " + std::to_string(WTERMSIG(status)) + " (" + ::strsignal(WTERMSIG(status)) + ")";
  }
  return WEXITSTATUS(status) == 0 ? "" : "exit status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace signpost
