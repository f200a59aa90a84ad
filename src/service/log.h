// log.h - structured logs: one JSON object a line on standard error.
// Tested by tests/unit/service/log_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace signpost {

enum class LogLevel { debug, info, warning, error, off };

// "debug" ..., throws Error{usage} for another word.
LogLevel parse_log_level(std::string_view word);

using LogValue = std::variant<std::string_view, int64_t, double>;
using LogField = std::pair<std::string_view, LogValue>;

// {"time":"2026-11-22T13:00:00.123Z","level":"info","msg":...,fields...}. A query's text and a client's
// address only where whoever runs the service has asked for them. Safe to use from many threads.
class Log {
 public:
  explicit Log(LogLevel level);
  Log(LogLevel level, std::ostream& out);  // for tests
  ~Log();

  void write(LogLevel level, std::string_view message, const std::vector<LogField>& fields = {});
  bool is_on(LogLevel level) const { return level >= level_; }

 private:
  struct Impl;
  LogLevel level_;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
