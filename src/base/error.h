// error.h - the one exception type that crosses our interfaces: a kind, and a message for a person.
#pragma once

#include <cerrno>
#include <cstring>
#include <new>
#include <stdexcept>
#include <string>

#include "base/printable.h"

namespace signpost {

enum class ErrorKind {
  usage,      // the caller or the command line asked for something that makes no sense
  not_found,  // a file or directory that must be there is not
  io,         // the operating system refused (disk full, permission, ...)
  corrupt,    // data that we wrote ourselves is damaged or of another version
  internal,   // a library failed in a way that we did not expect
};

// A failure that the current operation can't survive. Bad content is no Error but a Diagnostic, absence is
// std::optional. Caught in two places only: main() and the server's handler.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

// Throws "WHAT PATH: why", of the kind not_found when there is no such file, otherwise io. `error` is an
// errno.
[[noreturn]] inline void throw_io(const std::string& what, const std::string& path, int error = errno) {
  const ErrorKind kind = error == ENOENT ? ErrorKind::not_found : ErrorKind::io;
  throw Error(kind, what + " " + path + ": " + std::strerror(error));
}

// What to tell a person of an exception that reached main(): one line, whatever names and texts are in it.
inline std::string message_of(const std::exception& error) {
  return dynamic_cast<const std::bad_alloc*>(&error) != nullptr ? "out of memory" : printable(error.what());
}

}  // namespace signpost
