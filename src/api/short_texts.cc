// short_texts.cc - see short_texts.h.
#include "api/short_texts.h"

#include <algorithm>

#include "base/shown_text.h"

namespace signpost {
namespace {

// In bytes as shortened() counts them.
constexpr size_t kNameBytes = 160;
constexpr size_t kTextBytes = 900;
constexpr size_t kMaxRuns = 48;

Runs short_runs(const Runs& runs, size_t max_bytes) {
  Runs kept;
  const auto add = [&](const std::string& text, bool match) {
    kept.push_back({shortened(text, max_bytes), match});
    max_bytes -= std::min(max_bytes, html_size(text));
  };
  std::string rest;
  for (size_t i = 0; i < runs.size() && max_bytes > 0; ++i) {
    if (i < kMaxRuns) {
      add(runs[i].text, runs[i].match);
    } else {
      rest += runs[i].text;
    }
  }
  if (!rest.empty()) add(rest, false);
  return kept;
}

}  // namespace

std::string short_title(const std::string& text) { return shortened(text, kTitleBytes); }
std::string short_name(const std::string& text) { return shortened(text, kNameBytes); }
std::string short_text(const std::string& text) { return shortened(text, kTextBytes); }
Runs short_title_runs(const Runs& runs) { return short_runs(runs, kTitleBytes); }
Runs short_text_runs(const Runs& runs) { return short_runs(runs, kTextBytes); }

}  // namespace signpost
