// parameters.cc - see parameters.h.
#include "api/parameters.h"

#include <charconv>
#include <string>

namespace signpost {

uint32_t read_number(const Parameters& arguments, const Parameter& parameter,
                     std::vector<FieldError>& errors) {
  const std::string value = arguments.get(parameter.name).value_or("");
  if (value.empty()) return parameter.otherwise;
  uint32_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool is_number = error == std::errc() && end == value.data() + value.size();
  if (is_number && number >= parameter.least && number <= parameter.most) return number;
  errors.push_back({std::string(parameter.name), "must be a whole number from " +
                                                     std::to_string(parameter.least) + " to " +
                                                     std::to_string(parameter.most)});
  return parameter.otherwise;
}

bool read_flag(const Parameters& arguments, const Parameter& parameter, std::vector<FieldError>& errors) {
  const std::string value = arguments.get(parameter.name).value_or("");
  if (value == "0" || value == "1") return value == "1";
  if (!value.empty()) errors.push_back({std::string(parameter.name), "must be 0 or 1"});
  return parameter.otherwise != 0;
}

}  // namespace signpost
