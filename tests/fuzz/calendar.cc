// calendar.cc - fuzz target: a calendar of holidays that somebody took from elsewhere.
#include <algorithm>

#include "content/holiday_calendar.h"
#include "tests/fuzz/fuzz.h"

using signpost::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::vector<signpost::Diagnostic> diagnostics;
  const auto days =
      signpost::parse_holidays(signpost::fuzz::text_of(data, size), "holidays.ics", diagnostics);
  require(days.has_value() == diagnostics.empty(), "what is wrong is said, and nothing else");
  for (const signpost::Diagnostic& diagnostic : diagnostics) {
    require(diagnostic.line >= 1, "an error has its line");
    signpost::fuzz::require_utf8(diagnostic.message, "a message is UTF-8");
  }
  if (days) require(std::is_sorted(days->begin(), days->end()), "days are in order");
  return 0;
}
