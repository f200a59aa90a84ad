// tool.h - what a tool of the Model Context Protocol is here: a row with its arguments and a function over an
// operation of src/api. Tested by tests/unit/mcp/tools_test.cc.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "api/operation.h"

namespace signpost {

enum class ArgumentType { text, texts, number };

struct ToolArgument {
  std::string_view name;
  std::string_view parameter;  // the operation's, in `Parameters`
  ArgumentType type = ArgumentType::text;
  bool is_required = false;
  std::string_view description = {};
  std::span<const std::string_view> choices = {};  // all that it may be; empty: any
  uint32_t least = 0;                              // of a number
  uint32_t most = 0;
};

struct ToolCall {
  const OperationContext& context;  // in the language that the caller asked for
  const Parameters& arguments;      // by the operation's names
  Answer& answer;                   // takes what is counted, nothing else of it is sent
};

using ToolOutcome = std::variant<Json, Problem>;

struct Tool {
  std::string_view name;
  std::string_view title;
  std::string_view description;  // for a model
  std::span<const ToolArgument> arguments;
  bool reads_only = true;
  bool (*is_there)(const OperationContext& context) = nullptr;  // null: always
  Json (*output_schema)() = nullptr;
  ToolOutcome (*run)(const ToolCall& call) = nullptr;
};

// What all tools name the language by; its choices are the site's.
inline constexpr ToolArgument kToolLanguage{
    .name = "lang",
    .parameter = "lang",
    .description = "Language of the person who asks. Default: the client's, else the site's."};

}  // namespace signpost
