// repository.h - a git repository for one test.
#pragma once

#include <cstdlib>
#include <string>

#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {

class Repository : public TemporaryFolder {
 public:
  Repository() { usable_ = git("init -q 2>/dev/null"); }

  bool usable() const { return usable_; }
  bool git(const std::string& command) const {
    const std::string line = "git -C '" + path() +
                             "' -c user.name=test -c user.email=test@example.com -c commit.gpgsign=false " +
                             command;
    return std::system(line.c_str()) == 0;
  }
  void commit(const std::string& message) const {
    git("add -A && " + std::string("git -C '") + path() +
        "' -c user.name=test -c user.email=test@example.com commit -q -m '" + message + "'");
  }

 private:
  bool usable_ = false;
};

}  // namespace signpost
