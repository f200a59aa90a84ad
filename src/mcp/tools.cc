// tools.cc - see tools.h.
#include "mcp/tools.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "content/language.h"
#include "mcp/people_tools.h"
#include "mcp/reading_tools.h"
#include "mcp/rpc.h"
#include "mcp/schemas.h"

namespace signpost {
namespace {

constexpr size_t kMostTexts = 16;             // of one argument
constexpr double kMostWhole = 1'000'000'000;  // of a number, whatever it is for

const std::vector<Tool>& all_tools() {
  static const std::vector<Tool> kTools = {search_tool(), fetch_tool(), answer_tool(), report_problem_tool(),
                                           channels_tool()};
  return kTools;
}

bool is_there(const Tool& tool, const OperationContext& context) {
  return tool.is_there == nullptr || tool.is_there(context);
}

Json tool_json(const Tool& tool, const Site& site) {
  Json annotations = {{"readOnlyHint", tool.reads_only}, {"openWorldHint", false}};
  if (!tool.reads_only) annotations.update({{"destructiveHint", false}, {"idempotentHint", true}});
  return {{"name", tool.name},
          {"title", tool.title},
          {"description", tool.description},
          {"inputSchema", input_schema(tool, site)},
          {"outputSchema", tool.output_schema()},
          {"annotations", std::move(annotations)}};
}

// The arguments of a call by the operation's names, and all that is wrong with them by the tool's.
class ArgumentReader {
 public:
  explicit ArgumentReader(const Tool& tool) : tool_(tool) {}

  Parameters read(const Json& arguments) {
    Parameters parameters;
    for (const auto& [name, value] : arguments.items()) {
      const auto known = std::find_if(tool_.arguments.begin(), tool_.arguments.end(),
                                      [&name = name](const ToolArgument& one) { return one.name == name; });
      if (known == tool_.arguments.end()) {
        add(name, "is not known");
      } else if (!value.is_null()) {
        take(*known, value, parameters);
      }
    }
    for (const ToolArgument& argument : tool_.arguments) {
      if (argument.is_required && parameters.get(argument.parameter).value_or("").empty())
        add(argument.name, "must be there");
    }
    return parameters;
  }
  const std::vector<FieldError>& errors() const { return errors_; }

 private:
  void add(std::string_view name, const std::string& message) {
    constexpr size_t kMost = 20;
    if (errors_.size() < kMost) errors_.push_back({std::string(name), message});
  }
  void take(const ToolArgument& argument, const Json& value, Parameters& parameters) {
    switch (argument.type) {
      case ArgumentType::text:
        return take_text(argument, value, parameters);
      case ArgumentType::number:
        return take_whole(argument, value, parameters);
      case ArgumentType::texts:
        if (!value.is_array() || value.size() > kMostTexts)
          return add(argument.name, "must be a list of at most " + std::to_string(kMostTexts) + " texts");
        for (const Json& one : value) take_text(argument, one, parameters);
    }
  }
  void take_text(const ToolArgument& argument, const Json& value, Parameters& parameters) {
    if (!value.is_string()) return add(argument.name, "must be a text");
    const auto text = value.get<std::string>();
    const auto choices = argument.choices;
    if (!choices.empty() && std::find(choices.begin(), choices.end(), text) == choices.end())
      return add(argument.name, "must be one of those that the tool's description lists");
    parameters.add(argument.parameter, text);
  }
  // As JSON Schema has it, 5.0 is a whole number too.
  void take_whole(const ToolArgument& argument, const Json& value, Parameters& parameters) {
    const double number = value.is_number() ? value.get<double>() : -1;
    if (std::trunc(number) != number || number < argument.least ||
        number > std::min<double>(argument.most, kMostWhole))
      return add(argument.name, "must be a whole number from " + std::to_string(argument.least) + " to " +
                                    std::to_string(argument.most));
    parameters.add(argument.parameter, std::to_string(static_cast<int64_t>(number)));
  }

  const Tool& tool_;
  std::vector<FieldError> errors_;
};

// The site's language that serves best who wants `tag`; "" for none.
std::string offered_language(const Site& site, std::string_view tag) {
  std::vector<std::string> offered;
  offered.reserve(site.languages.size());
  for (const Language& language : site.languages) offered.push_back(language.code);
  const auto wanted = canonical_language(tag);
  const std::string* best = wanted ? best_language(*wanted, offered) : nullptr;
  return best == nullptr ? "" : *best;
}

// A parameter of the operation, as the tool calls it.
std::string name_in(const Tool& tool, const std::string& parameter) {
  for (const ToolArgument& argument : tool.arguments)
    if (argument.parameter == parameter) return std::string(argument.name);
  return parameter;
}

Json failed(const Tool& tool, const Problem& problem) {
  std::string text = problem.detail;
  for (const FieldError& error : problem.errors)
    text += "\n" + name_in(tool, error.field) + " " + error.message + ".";
  return {{"content", Json::array({Json{{"type", "text"}, {"text", text}}})}, {"isError", true}};
}

Json run_tool(const Tool& tool, const OperationContext& context, const Json& arguments, Answer& answer) {
  ArgumentReader reader(tool);
  const Parameters parameters = reader.read(arguments);
  std::vector<FieldError> errors = reader.errors();
  const std::string wanted = parameters.get(kToolLanguage.parameter).value_or("");
  const std::string lang = wanted.empty() ? context.lang : offered_language(context.site(), wanted);
  if (lang.empty()) errors.push_back({std::string(kToolLanguage.name), "must be a language of this site"});
  if (!errors.empty()) return failed(tool, {400, "The arguments are wrong.", errors});
  const OperationContext in_theirs = in_language(context, lang);
  const ToolOutcome outcome = tool.run({in_theirs, parameters, answer});
  if (const auto* problem = std::get_if<Problem>(&outcome)) return failed(tool, *problem);
  const Json& result = std::get<Json>(outcome);
  // As text too, for clients that know nothing of structured content.
  return {{"content", Json::array({Json{{"type", "text"}, {"text", to_text(result)}}})},
          {"structuredContent", result},
          {"isError", false}};
}

}  // namespace

Json list_tools(const OperationContext& context) {
  Json tools = Json::array();
  for (const Tool& tool : all_tools())
    if (is_there(tool, context)) tools.push_back(tool_json(tool, context.site()));
  return tools;
}

Json call_tool(const OperationContext& context, const Json& params, Answer& answer) {
  const auto name = params.find("name");
  if (name == params.end() || !name->is_string())
    throw RpcError(RpcCode::invalid_params, "Invalid params: name must be a text");
  const auto arguments = params.find("arguments");
  if (arguments != params.end() && !arguments->is_object())
    throw RpcError(RpcCode::invalid_params, "Invalid params: arguments must be an object");
  for (const Tool& tool : all_tools()) {
    if (*name == tool.name && is_there(tool, context))
      return run_tool(tool, context, arguments == params.end() ? Json::object() : *arguments, answer);
  }
  throw RpcError(RpcCode::invalid_params, "Unknown tool: " + name->get<std::string>().substr(0, 128));
}

}  // namespace signpost
