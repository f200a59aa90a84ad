// attribution.cc - see attribution.h.
#include "importer/attribution.h"

#include "base/ascii.h"

namespace signpost {
namespace {

bool is_version(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

std::string license_url(std::string_view license) {
  constexpr std::string_view kSite = "https://creativecommons.org/";
  const size_t space = license.find_last_of(' ');
  if (space == std::string_view::npos || !is_version(license.substr(space + 1))) return {};
  const std::string version(license.substr(space + 1));
  const std::string_view name = license.substr(0, space);
  if (name == "CC0") return std::string(kSite) + "publicdomain/zero/" + version + "/";
  if (name.substr(0, 5) != "CC BY") return {};
  std::string code;
  for (const char c : name.substr(3)) {
    if (c != '-' && !is_upper(c)) return {};
    code += lower(c);
  }
  return std::string(kSite) + "licenses/" + code + "/" + version + "/";
}

std::string stack_exchange_license(std::string_view day) {
  if (day < "2011-04-08") return "CC BY-SA 2.5";
  return day < "2018-05-02" ? "CC BY-SA 3.0" : "CC BY-SA 4.0";
}

}  // namespace signpost
