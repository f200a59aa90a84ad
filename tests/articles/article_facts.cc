// article_facts.cc - prints, as JSON, the tables and limits of the source that help articles list.
// Tested by tests/articles/lists.test.mjs.
#include <iostream>
#include <nlohmann/json.hpp>

#include "api/search_parameters.h"
#include "base/ascii.h"
#include "content/dialects/dialect.h"
#include "content/fields.h"
#include "content/rules.h"
#include "index/stemmer.h"
#include "indexer/source_folder.h"
#include "net/listener.h"
#include "net/request_parser.h"
#include "search/function_words.h"
#include "search/query_syntax.h"
#include "service/kept_answers.h"

namespace signpost {
namespace {

using nlohmann::json;

const char* severity_name(Severity severity) {
  return severity == Severity::error ? "Error" : severity == Severity::warning ? "Warning" : "Note";
}

json rules() {
  json list = json::array();
  for (const Rule& rule : all_rules()) {
    list.push_back({{"id", rule.id},
                    {"severity", severity_name(rule.severity)},
                    {"check_only", rule.run == RuleRun::check},
                    {"can_be_off", rule.can_be_off}});
  }
  return list;
}

// Keys of front matter that are read as the table of fields says, each with the words that it may have.
json fields() {
  json list = json::object();
  for (const FieldRow& row : kFields) {
    if (row.type != FieldType::own) list[std::string(row.key)] = row.vocabulary;
  }
  return list;
}

json dialects() {
  json list = json::array();
  for (int i = 0; i < kDialects; ++i) list.push_back(to_string(static_cast<Dialect>(i)));
  return list;
}

json limits() {
  const ListenerOptions listener;
  return {{"connections", listener.max_connections},
          {"other_files", kOtherFiles},
          {"queue", listener.max_queue},
          {"requests", listener.max_requests},
          {"buffered", listener.max_buffered},
          {"least_taken", listener.least_taken},
          {"request_ms", listener.request_timeout.count()},
          {"idle_ms", listener.idle_timeout.count()},
          {"take_ms", listener.take_timeout.count()},
          {"stop_ms", kStopPatience.count()},
          {"connections_per_address", listener.admission.connections},
          {"line", listener.limits.line},
          {"head", listener.limits.head},
          {"headers", kMaxHeaders},
          {"body", listener.limits.body},
          {"kept", KeptAnswers::kBytes},
          {"markdown", kMaxMarkdownBytes},
          {"query_bytes", kMaxQueryBytes},
          {"query_words", kMaxQueryWords},
          {"filters", kMaxFilters},
          {"filter_bytes", kMaxFilterBytes},
          {"page_characters", CheckSettings().max_characters},
          {"unanswered_days", CheckSettings().unanswered_days},
          {"most_complaints", CheckSettings().most_complaints}};
}

// Codes of the languages whose words are stemmed, and of those whose function words are known. What is
// written as one language has one code.
json languages() {
  const auto codes = [](const std::vector<std::string_view>& from) {
    json list = json::array();
    for (const std::string_view code : from) {
      if (!is_one_of(code, {"ja", "ko", "nb", "nn", "zh"})) list.push_back(code);
    }
    return list;
  };
  return {{"stemmed", codes(stemmed_languages())}, {"function_words", codes(function_word_languages())}};
}

}  // namespace
}  // namespace signpost

int main() {
  using namespace signpost;
  std::cout << json{{"rules", rules()},
                    {"fields", fields()},
                    {"dialects", dialects()},
                    {"limits", limits()},
                    {"languages", languages()}}
            << '\n';
}
