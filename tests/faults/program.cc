// program.cc - see program.h.
#include "tests/faults/program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "net/socket.h"

namespace signpost::testing {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 120s;
constexpr auto kStep = 2ms;

[[noreturn]] void become(const std::string& path, const std::vector<std::string>& arguments,
                         const std::map<std::string, std::string>& environment, int output) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> words{const_cast<char*>(path.c_str())};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execv(path.c_str(), words.data());
  ::_exit(127);
}

// Taken and given back; in between another process could take it.
int free_port() { return port_of(listen_on("127.0.0.1", 0)); }

std::vector<std::string> service_arguments(const std::string& index, int port,
                                           const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {
      "--index", index, "--web", std::string(SIGNPOST_SOURCE_DIR) + "/web", "--port", std::to_string(port)};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

}  // namespace

Program::Program(const std::string& name, const std::vector<std::string>& arguments,
                 const std::map<std::string, std::string>& environment)
    : output_(::memfd_create("output", MFD_CLOEXEC)) {
  const std::string path = std::string(SIGNPOST_BINARY_DIR) + "/bin/" + name;
  pid_ = ::fork();
  if (pid_ == 0) become(path, arguments, environment, output_);
}

Program::~Program() {
  if (!ended_) signal(SIGKILL);
  wait();
  ::close(output_);
}

void Program::signal(int number) const { ::kill(pid_, number); }

bool Program::is_running() {
  if (!ended_) ended_ = ::waitpid(pid_, &status_, WNOHANG) == pid_;
  return !ended_;
}

int Program::wait() {
  if (!eventually([this] { return !is_running(); })) {
    ADD_FAILURE() << "did not end:\n" << output();
    signal(SIGKILL);
    ended_ = ::waitpid(pid_, &status_, 0) == pid_;
  }
  return WIFEXITED(status_) ? WEXITSTATUS(status_) : -WTERMSIG(status_);
}

std::string Program::output() const {
  struct stat info {};
  ::fstat(output_, &info);
  std::string text(static_cast<size_t>(info.st_size), '\0');
  const ssize_t size = ::pread(output_, text.data(), text.size(), 0);
  text.resize(size < 0 ? 0 : static_cast<size_t>(size));
  return text;
}

Service::Service(const std::string& index, const std::vector<std::string>& arguments)
    : port_(free_port()), program_("signpost-serve", service_arguments(index, port_, arguments)) {}

bool Service::becomes_ready() {
  bool ready = false;
  eventually([&] {
    ready = fetch(port_, "/readyz").status == 200;
    return ready || !program_.is_running();
  });
  return ready;
}

bool eventually(const std::function<bool()>& holds) {
  const auto give_up = std::chrono::steady_clock::now() + kPatience;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > give_up) return false;
    std::this_thread::sleep_for(kStep);
  }
  return true;
}

Answer fetch(int port, const std::string& target) {
  RawClient client(port, RawClient::Failure::allowed);
  if (!client.is_connected()) return {};
  Answer answer = client.get(target, "Connection: close\r\n");
  return std::to_string(answer.body.size()) == answer.header("Content-Length") ? answer : Answer{};
}

int fault_rounds() {
  const char* wanted = std::getenv("SIGNPOST_FAULT_ROUNDS");
  return wanted == nullptr ? 10 : std::atoi(wanted);
}

}  // namespace signpost::testing
