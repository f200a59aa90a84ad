// progress.h - one line on a terminal that says how far the run is.
// Tested by tests/unit/indexer/run_report_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>

namespace signpost {

// Draws over its own line; draws nothing when it isn't `enabled`.
class Progress {
 public:
  Progress(std::ostream& out, bool enabled) : out_(out), enabled_(enabled) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // A step without a measure: "Scanning articles".
  void step(const std::string& name);
  // May be called very often: redraws ten times a second at most.
  void rendering(uint64_t documents, uint64_t of, uint64_t bytes);
  // The same of other things: "texts embedded".
  void counting(const char* things, uint64_t done, uint64_t of);
  bool enabled() const { return enabled_; }
  // Leaves the line empty, for other output.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  void draw(const std::string& text);
  void draw_bar(uint64_t done, uint64_t of, const std::string& text);
  bool is_time();

  std::ostream& out_;
  const bool enabled_;
  bool drawn_ = false;
  Clock::time_point started_ = Clock::now();
  Clock::time_point last_draw_{};
};

}  // namespace signpost
