// negotiation.cc - see negotiation.h.
#include "net/negotiation.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"

namespace signpost {
namespace {

// The value of "q=0.5" in "value;q=0.5"; 1 when there is none, -1 when it is malformed.
double quality(std::string_view parameters) {
  while (!parameters.empty()) {
    const size_t end = std::min(parameters.find(';'), parameters.size());
    const std::string_view parameter = trimmed(parameters.substr(0, end));
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
    if (parameter.size() < 2 || (parameter[0] != 'q' && parameter[0] != 'Q') || parameter[1] != '=') continue;
    double q = 0;
    const auto [stop, error] = std::from_chars(parameter.data() + 2, parameter.data() + parameter.size(), q);
    if (error != std::errc() || stop != parameter.data() + parameter.size() || !(q >= 0 && q <= 1)) return -1;
    return q;
  }
  return 1;
}

}  // namespace

std::vector<Preference> parse_preferences(std::string_view header) {
  std::vector<Preference> preferences;
  while (!header.empty() && preferences.size() < 32) {
    const size_t end = std::min(header.find(','), header.size());
    const std::string_view item = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    const size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view value = trimmed(item.substr(0, semicolon));
    const double q = quality(semicolon < item.size() ? item.substr(semicolon + 1) : std::string_view());
    if (!value.empty() && q >= 0) preferences.push_back({lower_case(value), q});
  }
  std::stable_sort(preferences.begin(), preferences.end(),
                   [](const Preference& a, const Preference& b) { return a.q > b.q; });
  return preferences;
}

Encoding choose_encoding(std::string_view accept_encoding) {
  double brotli = -1;
  double gzip = -1;
  double any = -1;
  for (const Preference& preference : parse_preferences(accept_encoding)) {
    if (preference.value == "br") brotli = preference.q;
    if (preference.value == "gzip" || preference.value == "x-gzip") gzip = preference.q;
    if (preference.value == "*") any = preference.q;
  }
  if (brotli < 0) brotli = any;
  if (gzip < 0) gzip = any;
  if (brotli > 0 && brotli >= gzip) return Encoding::brotli;
  return gzip > 0 ? Encoding::gzip : Encoding::identity;
}

}  // namespace signpost
