// people_tools.cc - see people_tools.h.
#include "mcp/people_tools.h"

#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/channels_json.h"
#include "api/channels_operation.h"
#include "api/feedback_operation.h"
#include "api/request_body.h"
#include "mcp/article_name.h"
#include "mcp/schemas.h"

namespace signpost {
namespace {

constexpr std::string_view kReasonChoices[] = {"outdated", "unclear", "wrong", "incomplete",
                                               "not_what_i_searched"};

constexpr ToolArgument kReportArguments[] = {
    {.name = "id",
     .parameter = "id",
     .is_required = true,
     .description = "The id of the article, as search or answer gave it."},
    {.name = "reason",
     .parameter = "reason",
     .is_required = true,
     .description = "What is wrong with it.",
     .choices = kReasonChoices},
    {.name = "comment",
     .parameter = "comment",
     .description = "What exactly, in the person's own words and without their name, address or numbers."},
    {.name = "anchor",
     .parameter = "anchor",
     .description = "The section: what stands behind # in its address."},
    kToolLanguage,
};

constexpr ToolArgument kChannelsArguments[] = {
    kToolLanguage,
    {.name = "product", .parameter = "product", .description = "Only ways to people who know this product."},
};

// The same checks as for what a page or a program sends.
SentFeedback sent_by(const ToolCall& call, const ArticleName& name) {
  Json body = {
      {"id", name.id}, {"lang", name.lang.empty() ? call.context.lang : name.lang}, {"helpful", false}};
  for (const char* const field : {"reason", "comment", "anchor"}) {
    if (const auto text = call.arguments.get(field)) body[field] = *text;
  }
  return read_sent_feedback(kRequestTypes[0], to_text(body));
}

ToolOutcome run_report(const ToolCall& call) {
  const auto name = parse_article_name(call.arguments.get("id").value_or(""));
  if (!name) return Problem{404, "There is no article of this id. Take one that search gave."};
  const SentFeedback sent = sent_by(call, *name);
  const auto taken = take_feedback(call.context, sent);
  if (const auto* problem = std::get_if<Problem>(&taken)) return *problem;
  call.answer.noticed = noticed_feedback(call.context, sent);
  return Json{{"item", std::get<std::optional<std::string>>(taken).value_or("")}};
}

Json report_schema() {
  return object_schema({{"item", type_schema("string", "The number by which the people here know it.")}});
}

ToolOutcome run_channels(const ToolCall& call) {
  const std::string product = call.arguments.get("product").value_or("");
  Json json = channels_json(channels(call.context, product), call.context.now);
  for (Json& channel : json["channels"]) {
    const auto url = channel.at("url").get<std::string>();
    if (url.starts_with('/')) channel["url"] = absolute_url(call.context.site(), url);
  }
  return json;
}

Json channels_schema() {
  const Json text = type_schema("string");
  const Json texts = list_schema(text);
  const Json hours = list_schema(object_schema({{"day", text}, {"from", text}, {"to", text}}));
  const Json channel = object_schema(
      {{"id", text},
       {"kind", text},
       {"name", text},
       {"text", text},
       {"open", type_schema("boolean", "At this moment.")},
       {"reason", type_schema("string", "Why it is closed.")},
       {"opens", type_schema("string", "A time, or nothing.")},
       {"closes", type_schema("string", "A time, or nothing.")},
       {"waiting_lately", {{"type", {"integer", "null"}}}},
       {"address", type_schema("string", "To be read: a telephone number or an e-mail address.")},
       {"url", type_schema("string", "To be given to people; nothing where it is of no use now.")},
       {"languages", texts},
       {"speaks", type_schema("boolean", "The person's language.")},
       {"products", texts},
       {"time_zone", text},
       {"hours", hours},
       {"holidays", texts}});
  return object_schema({{"now", text}, {"channels", list_schema(channel, "The best first.")}});
}

}  // namespace

Tool report_problem_tool() {
  return {.name = "report_problem",
          .title = "Report a problem with an article",
          .description =
              "Tells the people who write the help centre that an article is wrong, out of date, unclear or "
              "incomplete. "
              "Call it only when the person wants that. It is no way to get help; that is channels.",
          .arguments = kReportArguments,
          .reads_only = false,
          .is_there = [](const OperationContext& context) { return context.store != nullptr; },
          .output_schema = report_schema,
          .run = run_report};
}

Tool channels_tool() {
  return {
      .name = "channels",
      .title = "Ways to reach people",
      .description = "How to reach a person, which ways are open at this moment, and when the others open.",
      .arguments = kChannelsArguments,
      .is_there = has_channels,
      .output_schema = channels_schema,
      .run = run_channels};
}

}  // namespace signpost
