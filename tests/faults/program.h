// program.h - one of our programs in a process of its own, with all that it says kept.
#pragma once

#include <sys/types.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/unit/net/raw_client.h"

namespace signpost::testing {

class Program {
 public:
  // `name` is found among the programs of this build; `environment` is added to ours.
  explicit Program(const std::string& name, const std::vector<std::string>& arguments,
                   const std::map<std::string, std::string>& environment = {});
  // Kills it if it still runs.
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  pid_t pid() const { return pid_; }
  void signal(int number) const;
  bool is_running();
  // Its exit code, or minus the signal that ended it. Kills it after two minutes, which fails the test.
  int wait();
  // What it wrote to its standard output and its standard error until now.
  std::string output() const;

 private:
  pid_t pid_ = -1;
  int output_ = -1;
  int status_ = 0;
  bool ended_ = false;
};

// signpost-serve on a free port.
class Service {
 public:
  explicit Service(const std::string& index, const std::vector<std::string>& arguments = {});

  int port() const { return port_; }
  Program& program() { return program_; }
  // Waits until /readyz says 200; false when it ends instead, or that takes too long.
  bool becomes_ready();

 private:
  int port_;
  Program program_;
};

// One request on a connection of its own. Status 0: no whole answer came, as from a service that was just
// killed.
Answer fetch(int port, const std::string& target);

// Asks again and again until it holds; false when that takes two minutes.
bool eventually(const std::function<bool()>& holds);

// 10, or what SIGNPOST_FAULT_ROUNDS says: `./dev test faults` wants more.
int fault_rounds();

}  // namespace signpost::testing
