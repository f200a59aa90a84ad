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

void Progress::rendering(uint64_t documents, uint64_t of, uint64_t bytes) {
  if (!enabled_) return;
  const auto now = Clock::now();
  if (now - last_draw_ < std::chrono::milliseconds(100)) return;
  last_draw_ = now;
  constexpr uint64_t kWidth = 30;
  const uint64_t filled = of == 0 ? 0 : std::min(kWidth, documents * kWidth / of);
  const double seconds = std::max(0.001, std::chrono::duration<double>(now - started_).count());
  char numbers[80];
  std::snprintf(numbers, sizeof numbers, "] %llu/%llu documents, %.1f MB/s",
                static_cast<unsigned long long>(documents), static_cast<unsigned long long>(of),
                static_cast<double>(bytes) / 1e6 / seconds);
  draw("[" + std::string(filled, '#') + std::string(kWidth - filled, '.') + numbers);
}

}  // namespace signpost
