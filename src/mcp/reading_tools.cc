// reading_tools.cc - see reading_tools.h.
#include "mcp/reading_tools.h"

#include <nlohmann/json.hpp>

#include "answer/answer.h"
#include "api/addresses.h"
#include "api/answer_operation.h"
#include "api/answer_parameters.h"
#include "api/article_operation.h"
#include "api/incidents_operation.h"
#include "api/noticed_search.h"
#include "api/search_operation.h"
#include "mcp/article_name.h"
#include "mcp/schemas.h"

namespace signpost {
namespace {

constexpr std::string_view kKindChoices[] = {"help", "community"};

constexpr ToolArgument kProductArgument{.name = "product",
                                        .parameter = "product",
                                        .type = ArgumentType::texts,
                                        .description = "Only what is about one of these products."};

constexpr ToolArgument kSearchArguments[] = {
    {.name = "query",
     .parameter = "q",
     .is_required = true,
     .description =
         "Words or a question, in the person's own words and language. \"quoted words\" stand together."},
    kToolLanguage,
    kProductArgument,
    {.name = "platform",
     .parameter = "platform",
     .type = ArgumentType::texts,
     .description = "Only what is about one of these platforms."},
    {.name = "category",
     .parameter = "category",
     .type = ArgumentType::texts,
     .description = "Only what lies in one of these categories."},
    {.name = "kind",
     .parameter = "kind",
     .type = ArgumentType::texts,
     .description = "Only articles, or only threads.",
     .choices = kKindChoices},
    {.name = "limit",
     .parameter = kResultsPerPage.name,
     .type = ArgumentType::number,
     .description = "So many results at most; 10 if it is not there.",
     .least = kResultsPerPage.least,
     .most = kResultsPerPage.most},
};

constexpr ToolArgument kFetchArguments[] = {
    {.name = "id",
     .parameter = "id",
     .is_required = true,
     .description = "The id that search or answer gave."},
    kToolLanguage,
};

constexpr ToolArgument kAnswerArguments[] = {
    {.name = "question",
     .parameter = "q",
     .is_required = true,
     .description = "The question, in the person's own words and language."},
    kToolLanguage,
    kProductArgument,
    {.name = "version",
     .parameter = kAskedVersion.name,
     .description = "The version that the person has, as 3.1, or a range, as >= 3.1."},
};

std::string plain_text(const Json& runs) {
  std::string text;
  for (const Json& run : runs) text += run.at("text").get<std::string>();
  return text;
}

std::string whole_address(const OperationContext& context, const Json& path) {
  return absolute_url(context.site(), path.get<std::string>());
}

// Of a hit, or of a source of an answer.
Json article_view_of(const OperationContext& context, const Json& article, const Json& path) {
  const ArticleName name{article.at("lang").get<std::string>(), article.at("id").get<std::string>()};
  return {{"id", to_text(name)},        {"title", article.at("title")}, {"url", whole_address(context, path)},
          {"kind", article.at("kind")}, {"lang", article.at("lang")},   {"updated", article.at("updated")}};
}

Json incidents_view(const OperationContext& context, const std::vector<IncidentEntry>& incidents) {
  Json views = Json::array();
  for (const Json& incident : incidents_json(incidents))
    views.push_back({{"title", incident.at("title")},
                     {"status", incident.at("status")},
                     {"started", incident.at("started")},
                     {"url", whole_address(context, incident.at("url"))}});
  return views;
}

// Of those that a caller can narrow the search by.
Json facets_view(const Json& facets) {
  Json views = Json::object();
  for (const Json& facet : facets) {
    const auto name = facet.at("name").get<std::string>();
    for (const ToolArgument& argument : kSearchArguments) {
      if (argument.type != ArgumentType::texts || argument.parameter != name) continue;
      views[name] = Json::array();
      for (const Json& value : facet.at("values"))
        views[name].push_back({{"value", value.at("value")}, {"count", value.at("count")}});
    }
  }
  return views;
}

ToolOutcome run_search(const ToolCall& call) {
  const SearchParameters asked = parse_search_parameters(call.arguments, call.context.lang);
  if (!asked.errors.empty()) return Problem{400, "An argument of this search is wrong.", asked.errors};
  const SearchAnswer found = search(call.context, asked.request);
  call.answer.search = facts_of(found);
  call.answer.noticed = noticed_search(call.context, found.request, found.response);
  const Json json = search_json(found.request, found.response);
  Json results = Json::array();
  for (const Json& hit : json.at("hits")) {
    Json view = article_view_of(call.context, hit, hit.at("section").at("url"));
    view["section"] = hit.at("section").at("path");
    view["text"] = plain_text(hit.at("snippet"));
    results.push_back(std::move(view));
  }
  Json view = {{"results", std::move(results)},
               {"total", json.at("total")},
               {"facets", facets_view(json.at("facets"))},
               {"incidents", incidents_view(call.context, found.incidents)}};
  if (const Json& corrected = json.at("query").at("corrected"); !corrected.is_null())
    view["corrected"] = corrected;
  return view;
}

Json search_schema() {
  Json result = article_schema();
  result["properties"]["section"] =
      list_schema(type_schema("string"), "The headings above what was found, the outermost first.");
  result["properties"]["text"] = type_schema("string", "What was found there.");
  result["required"].insert(result["required"].end(), {"section", "text"});
  Json values =
      list_schema(object_schema({{"value", type_schema("string")}, {"count", type_schema("integer")}}));
  return object_schema(
      {{"results", list_schema(std::move(result), "The best first.")},
       {"total", type_schema("integer", "How many there are in all.")},
       {"facets",
        {{"type", "object"},
         {"description",
          "What the search can be narrowed by: for each argument the values that the results have."},
         {"additionalProperties", std::move(values)}}},
       {"incidents", incidents_schema()},
       {"corrected?", type_schema("string", "The query that was searched for, if it was misspelt.")}});
}

ToolOutcome run_fetch(const ToolCall& call) {
  const std::string text = call.arguments.get("id").value_or("");
  const auto name = parse_article_name(text);
  const std::string lang = name && !name->lang.empty() ? name->lang : call.context.lang;
  const auto found = name ? call.context.searcher().article(name->id, lang) : std::nullopt;
  if (!found) return Problem{404, "There is no article of this id. Take one that search gave."};
  const Document& document = found->document;
  call.answer.noticed = noticed_deed(call.context, Noticed::Kind::article, document.id, document.lang);
  Json view = article_view_of(call.context, article_json(*found), page_url(found->url));
  view["text"] = article_markdown(document);
  return view;
}

Json fetch_schema() {
  Json schema = article_schema();
  schema["properties"]["text"] = type_schema("string", "The whole article as Markdown.");
  schema["required"].push_back("text");
  return schema;
}

ToolOutcome run_answer(const ToolCall& call) {
  const AnswerParameters asked = parse_answer_parameters(call.arguments, call.context.lang);
  if (!asked.errors.empty()) return Problem{400, "An argument of this question is wrong.", asked.errors};
  const AnswerResponse found = find_answer(call.context, asked.request);
  call.answer.noticed = noticed_question(call.context, asked.request, found, found.search);
  const Json json = answer_json(found, false);
  const auto incidents =
      incidents_of_search(call.context, asked.request.search.text, found.search.query.filters);
  Json view = {{"answered", found.quotation.has_value()},
               {"incidents", incidents_view(call.context, incidents)}};
  if (found.quotation) {
    const Json& quotation = json.at("answer");
    const Json& source = quotation.at("source");
    view["answer"] = article_view_of(call.context, source, source.at("url"));
    view["answer"]["text"] = quotation.at("text");
    view["answer"]["confidence"] = quotation.at("confidence");
  } else if (found.refusal) {
    view["refusal"] = json.at("refusal").at("reason");
  }
  view["others"] = Json::array();
  for (const Json& other : json.at("others"))
    view["others"].push_back(article_view_of(call.context, other, other.at("url")));
  return view;
}

Json answer_schema() {
  Json quotation = article_schema();
  quotation["description"] = "Word for word of the article. Only where answered is true.";
  quotation["properties"]["text"] = type_schema("string");
  quotation["properties"]["confidence"] = type_schema("number", "From 0 to 1.");
  quotation["required"].insert(quotation["required"].end(), {"text", "confidence"});
  return object_schema({{"answered", type_schema("boolean")},
                        {"answer?", std::move(quotation)},
                        {"refusal?",
                         {{"type", "string"},
                          {"description",
                           "Why nothing is quoted. no_match: nothing has the words; low_confidence: nothing "
                           "is likely enough; expired: "
                           "what would answer is out of date or about another version; account: it is about "
                           "the person's own account "
                           "or order, which only people can answer."},
                          {"enum",
                           {to_string(RefusalReason::no_match), to_string(RefusalReason::low_confidence),
                            to_string(RefusalReason::expired), to_string(RefusalReason::account)}}}},
                        {"others", list_schema(article_schema(), "What may help besides, or instead.")},
                        {"incidents", incidents_schema()}});
}

}  // namespace

Tool search_tool() {
  return {.name = "search",
          .title = "Search the help centre",
          .description =
              "Finds help articles and community threads by words or meaning. Gives of each the section that "
              "fits best, "
              "with its address. Use fetch to read a whole article.",
          .arguments = kSearchArguments,
          .output_schema = search_schema,
          .run = run_search};
}

Tool fetch_tool() {
  return {.name = "fetch",
          .title = "Read an article",
          .description =
              "Gives a whole help article or community thread as Markdown, with its title and address.",
          .arguments = kFetchArguments,
          .output_schema = fetch_schema,
          .run = run_fetch};
}

Tool answer_tool() {
  return {.name = "answer",
          .title = "Ask the help centre",
          .description =
              "Gives the one passage of the articles that answers a question, word for word, with its "
              "address. Refuses "
              "with a reason where no passage is likely enough to be right: then don't guess, say that the "
              "help centre "
              "has no sure answer, and go on with search.",
          .arguments = kAnswerArguments,
          .is_there = [](const OperationContext& context) { return context.site().answers.on; },
          .output_schema = answer_schema,
          .run = run_answer};
}

}  // namespace signpost
