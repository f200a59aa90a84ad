// parameters.h - what an operation takes beside the names in its path: each parameter with its limits, and
// the reading of them. Tested by tests/unit/api/parameters_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "api/problem.h"
#include "net/message.h"

namespace signpost {

enum class ParameterType {
  text,
  texts,   // may be repeated
  number,  // whole, from `least` to `most`
  flag     // "0" or "1"
};

enum class ParameterPlace { query, header };

struct Parameter {
  std::string_view name;
  ParameterType type = ParameterType::text;
  uint32_t least = 0;
  uint32_t most = 0;
  uint32_t otherwise = 0;                          // the number or flag where there is none
  std::span<const std::string_view> choices = {};  // all texts that it may be; empty: any
  ParameterPlace place = ParameterPlace::query;
};

// The visitor's language, which the frame has chosen before an operation is called; one that the site does
// not have is no mistake.
inline constexpr Parameter kLanguageParameter{.name = "lang"};

// What is absent or empty is `otherwise`; so is what is wrong, which adds an error.
uint32_t read_number(const Parameters& arguments, const Parameter& parameter,
                     std::vector<FieldError>& errors);
bool read_flag(const Parameters& arguments, const Parameter& parameter, std::vector<FieldError>& errors);

}  // namespace signpost
