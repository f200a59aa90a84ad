// log.cc - the only file that includes spdlog.
#include "service/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/sinks/sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/dates.h"
#include "base/error.h"
#include "base/mutex.h"
#include "base/printable.h"
#include "service/line_writer.h"

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

constexpr size_t kMaxWaiting = 1 << 20;  // bytes: some 8,000 lines

std::string lost_line(uint64_t count) {
  std::string time = format_time(seconds_of_clock());
  time.insert(time.size() - 1, ".000");
  return "{\"time\":\"" + time + R"(","level":"warning","msg":"log lines lost","count":)" +
         std::to_string(count) + "}\n";
}

// Lines as they are formatted, for the thread that writes them.
class WriterSink : public spdlog::sinks::sink {
 public:
  void log(const spdlog::details::log_msg& message) override EXCLUDES(mutex_) {
    spdlog::memory_buf_t line;
    const MutexLock lock(mutex_);
    formatter_->format(message, line);
    writer_.add({line.data(), line.size()});
  }
  void flush() override {}
  void set_pattern(const std::string& pattern) override {
    set_formatter(std::make_unique<spdlog::pattern_formatter>(pattern));
  }
  void set_formatter(std::unique_ptr<spdlog::formatter> formatter) override EXCLUDES(mutex_) {
    const MutexLock lock(mutex_);
    formatter_ = std::move(formatter);
  }

 private:
  Mutex mutex_;
  std::unique_ptr<spdlog::formatter> formatter_ GUARDED_BY(mutex_);
  LineWriter writer_{STDERR_FILENO, kMaxWaiting, lost_line};
};

bool stands_for_itself(char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

void add_value(std::string& json, std::string_view text) {
  if (std::all_of(text.begin(), text.end(), stands_for_itself)) {
    json.append("\"").append(text).append("\"");
  } else {
    constexpr auto kReplace = nlohmann::json::error_handler_t::replace;
    json += printable_json(nlohmann::json(text).dump(-1, ' ', false, kReplace));
  }
}

void add_value(std::string& json, int64_t number) { json += std::to_string(number); }

void add_value(std::string& json, double number) {
  char text[32];
  const auto [end, error] = std::to_chars(text, text + sizeof text, number);
  json += std::isfinite(number) ? std::string_view(text, end) : "null";
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
  // Lines are written before the call ends.
  explicit Impl(std::ostream& out) : logger(kName, std::make_shared<spdlog::sinks::ostream_sink_mt>(out)) {
    prepare();
  }
  // A thread of its own writes them.
  Impl() : logger(kName, std::make_shared<WriterSink>()) { prepare(); }

  void prepare() {
    logger.set_level(spdlog::level::debug);
    // The message that we hand over starts after the opening fields.
    logger.set_formatter(std::make_unique<spdlog::pattern_formatter>(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc, "\n"));
  }

  static constexpr const char* kName = "signpost";

  spdlog::logger logger;
};

Log::Log(LogLevel level) : level_(level), impl_(std::make_unique<Impl>()) {}

Log::Log(LogLevel level, std::ostream& out) : level_(level), impl_(std::make_unique<Impl>(out)) {}

Log::~Log() = default;

void Log::write(LogLevel level, std::string_view message, const std::vector<LogField>& fields) {
  if (!is_on(level) || level == LogLevel::off) return;
  std::string text = "\"msg\":";
  add_value(text, message);
  for (const auto& [name, value] : fields) {
    text.append(",\"").append(name).append("\":");
    std::visit([&text](const auto& item) { add_value(text, item); }, value);
  }
  impl_->logger.log(to_spdlog(level), spdlog::string_view_t(text.data(), text.size()));
}

}  // namespace signpost
