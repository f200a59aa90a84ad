// events_operation.cc - see events_operation.h.
#include "api/events_operation.h"

#include <nlohmann/json.hpp>

#include "api/noticed_search.h"
#include "base/error.h"
#include "base/json_limits.h"
#include "search/query_syntax.h"

namespace signpost {
namespace {

// A browser sends a text that leaves with the page (w3.org/TR/beacon) as text/plain.
constexpr std::string_view kEventTypes[] = {"application/json", "text/plain"};
constexpr JsonLimits kEventLimits{4 << 10, 1, 16};
constexpr int64_t kMostPosition = 1000;

struct SentEvent {
  std::string kind;
  std::string id;
  std::string lang;
  std::string text;
  std::optional<int64_t> position;
  std::vector<FieldError> errors;
};

nlohmann::json object_of(std::string_view bytes, std::vector<FieldError>& errors) {
  try {
    check_json(bytes, kEventLimits);
  } catch (const Error& excess) {
    errors.push_back({"", excess.what()});
    return {};
  }
  nlohmann::json json = nlohmann::json::parse(bytes, nullptr, false);
  if (!json.is_object()) errors.push_back({"", "the content must be a JSON object"});
  return json;
}

void read_field(const std::string& name, const nlohmann::json& value, SentEvent& sent) {
  std::string* const text = name == "kind"   ? &sent.kind
                            : name == "id"   ? &sent.id
                            : name == "lang" ? &sent.lang
                            : name == "q"    ? &sent.text
                                             : nullptr;
  if (text != nullptr) {
    if (value.is_string() && value.get_ref<const std::string&>().size() <= kMaxQueryBytes) {
      *text = value.get<std::string>();
    } else {
      sent.errors.push_back({name, "must be a text of at most 512 bytes"});
    }
  } else if (name != "position") {
    sent.errors.push_back({name, "is not known"});
  } else if (!value.is_number_integer() || value.get<int64_t>() < 0 || value.get<int64_t>() > kMostPosition) {
    sent.errors.push_back({name, "must be a number from 0 to 1000"});
  } else {
    sent.position = value.get<int64_t>();
  }
}

SentEvent read_event(std::string_view bytes) {
  SentEvent sent;
  const nlohmann::json json = object_of(bytes, sent.errors);
  if (!sent.errors.empty()) return sent;
  for (const auto& [name, value] : json.items()) {
    if (!value.is_null()) read_field(name, value, sent);
  }
  if (sent.kind != "click" && sent.kind != "read")
    sent.errors.push_back({"kind", "must be there: click or read"});
  if (sent.kind == "click" && sent.text.empty())
    sent.errors.push_back({"q", "must be what was searched for"});
  return sent;
}

Answer answer_event(const OperationContext& context, const Parameters&) {
  SentEvent sent = read_event(context.sent.bytes);
  const std::string lang = sent.lang.empty() ? context.lang : sent.lang;
  // Only of what there is, so that nobody can fill the file with names.
  if (sent.errors.empty() && !context.searcher().quotable(sent.id, lang))
    sent.errors.push_back({"id", "is no article in the language '" + lang + "'"});
  if (!sent.errors.empty()) return problem_answer({400, "Something is wrong with this event.", sent.errors});
  Answer answer{.status = 204, .text = "", .of_this_moment = true};
  if (!context.is_counted) return answer;
  auto noticed = std::make_shared<Noticed>();
  noticed->kind = sent.kind == "click" ? Noticed::Kind::click : Noticed::Kind::read;
  noticed->lang = context.lang;
  noticed->article = sent.id;
  noticed->article_lang = lang;
  noticed->text = sent.text;
  noticed->position = sent.position;
  answer.noticed = std::move(noticed);
  return answer;
}

}  // namespace

Operation send_event_operation() {
  return {.door = {.name = "api_send_event",
                   .path = "/api/v1/events",
                   .method = Method::post,
                   .effect = Effect::uses_store,
                   .audience = Audience::anybody,
                   .origins = Origins::own,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated},
          .parameters = {kLanguageParameter},
          .answer = answer_event,
          .takes = kEventTypes};
}

}  // namespace signpost
