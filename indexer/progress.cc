// progress.cc - a bar of fixed width, so that it fits the narrowest terminal.
#include "indexer/progress.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

namespace signpost {

void Progress::draw(const std::string& text) {
  if (!enabled_) return;
  out_ << "\r\x1b[K" << text << std::flush;
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) out_ << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

void Progress::step(const std::string& name) {
  started_ = Clock::now();
  last_draw_ = {};
  draw(name + " ...");
}

bool Progress::is_time() {
  const auto now = Clock::now();
  if (!enabled_ || now - last_draw_ < std::chrono::milliseconds(100)) return false;
  last_draw_ = now;
  return true;
}

void Progress::draw_bar(uint64_t done, uint64_t of, const std::string& text) {
  constexpr uint64_t kWidth = 30;
  const uint64_t filled = of == 0 ? 0 : std::min(kWidth, done * kWidth / of);
  draw("[" + std::string(filled, '#') + std::string(kWidth - filled, '.') + "] " + std::to_string(done) +
       "/" + std::to_string(of) + " " + text);
}

void Progress::rendering(uint64_t documents, uint64_t of, uint64_t bytes) {
  if (!is_time()) return;
  const double seconds = std::max(0.001, std::chrono::duration<double>(last_draw_ - started_).count());
  char speed[40];
  std::snprintf(speed, sizeof speed, "documents, %.1f MB/s", static_cast<double>(bytes) / 1e6 / seconds);
  draw_bar(documents, of, speed);
}

void Progress::counting(const char* things, uint64_t done, uint64_t of) {
  if (is_time()) draw_bar(done, of, things);
}

}  // namespace signpost
