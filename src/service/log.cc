// log.cc - the only file that includes spdlog.
#include "service/log.h"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/printable.h"
#include "http/json.h"

namespace signpost {
namespace {

spdlog::level::level_enum to_spdlog(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return spdlog::level::debug;
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::warning:
      return spdlog::level::warn;
    case LogLevel::error:
      return spdlog::level::err;
    case LogLevel::off:
      break;
  }
  return spdlog::level::off;
}

}  // namespace

LogLevel parse_log_level(std::string_view word) {
  if (word == "debug") return LogLevel::debug;
  if (word == "info") return LogLevel::info;
  if (word == "warning") return LogLevel::warning;
  if (word == "error") return LogLevel::error;
  if (word == "off") return LogLevel::off;
  throw Error(ErrorKind::usage,
              "log level must be debug, info, warning, error or off, not '" + std::string(word) + "'");
}

struct Log::Impl {
  // Lines are written before the call ends: to memory.
  explicit Impl(std::ostream& out)
      : logger(
            std::make_shared<spdlog::logger>(kName, std::make_shared<spdlog::sinks::ostream_sink_mt>(out))) {
    prepare();
  }
  // A thread of its own writes: a slow disk, or a reader that rests, must not hold up those that answer.
  Impl()
      : writer(std::make_shared<spdlog::details::thread_pool>(kMaxWaiting, 1)),
        logger(
            std::make_shared<spdlog::async_logger>(kName, std::make_shared<spdlog::sinks::stderr_sink_mt>(),
                                                   writer, spdlog::async_overflow_policy::overrun_oldest)) {
    prepare();
  }

  void prepare() {
    logger->set_level(spdlog::level::debug);
    // The message that we hand over starts after the opening fields.
    logger->set_formatter(std::make_unique<spdlog::pattern_formatter>(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc, "\n"));
  }

  static constexpr const char* kName = "signpost";
  static constexpr size_t kMaxWaiting = 8192;  // lines; beyond them the oldest are lost

  std::shared_ptr<spdlog::details::thread_pool> writer;  // writes what waits before it goes
  std::shared_ptr<spdlog::logger> logger;
};

Log::Log(LogLevel level) : level_(level), impl_(std::make_unique<Impl>()) {}

Log::Log(LogLevel level, std::ostream& out) : level_(level), impl_(std::make_unique<Impl>(out)) {}

Log::~Log() = default;

void Log::write(LogLevel level, std::string_view message, const std::vector<LogField>& fields) {
  if (!is_on(level) || level == LogLevel::off) return;
  Json json = {{"msg", message}};
  for (const auto& [name, value] : fields) {
    std::visit([&json, key = std::string(name)](const auto& item) { json[key] = item; }, value);
  }
  const std::string text = printable_json(to_text(json));
  impl_->logger->log(to_spdlog(level), "{}", std::string_view(text).substr(1, text.size() - 2));
}

}  // namespace signpost
