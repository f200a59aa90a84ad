// staff_find_operation.cc - see staff_find_operation.h.
#include "api/staff_find_operation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace signpost {
namespace {

constexpr Parameter kFindText{.name = "q"};
constexpr Parameter kTypedLanguage{.name = "typed"};
constexpr Parameter kFromRequest{.name = "from"};
constexpr Parameter kUsedBefore{.name = "used", .type = ParameterType::texts};
constexpr std::string_view kPaletteTexts = "palette_";

bool is_language_of(const Site& site, const std::string& code) {
  return std::any_of(site.languages.begin(), site.languages.end(),
                     [&](const Language& language) { return language.code == code; });
}

Answer answer_staff_find(const OperationContext& context, const Parameters& arguments) {
  const FindQuestion question = find_question(context, arguments);
  Json items = Json::array();
  for (const FoundItem& item : staff_find(context, find_sources(context), question))
    items.push_back(found_item_json(item));
  Answer answer = json_answer({{"q", question.text}, {"lang", question.lang}, {"items", std::move(items)}});
  answer.of_this_moment = true;
  return answer;
}

Answer answer_settings(const OperationContext& context, const Parameters&) {
  Json languages = Json::array();
  for (const Language& language : context.site().languages)
    languages.push_back({{"code", language.code}, {"name", language.name}});
  Json texts = Json::object();
  for (const auto& [key, text] : context.texts.get()) {
    if (key.starts_with(kPaletteTexts)) texts[key] = text;
  }
  Answer answer =
      json_answer({{"lang", context.lang}, {"languages", std::move(languages)}, {"texts", std::move(texts)}});
  answer.of_this_moment = true;
  return answer;
}

Door door_of_finding(std::string_view name, std::string_view path) {
  return {.name = name,
          .path = path,
          .method = Method::get,
          .effect = Effect::uses_store,
          .audience = Audience::staff,
          .reader = Reader::programs,
          .language = LanguageFrom::negotiated};
}

}  // namespace

FindQuestion find_question(const OperationContext& context, const Parameters& arguments) {
  FindQuestion question;
  question.text = arguments.get(kFindText.name).value_or("");
  question.from = arguments.get(kFromRequest.name).value_or("");
  const bool is_chosen = !arguments.get(kLanguageParameter.name).value_or("").empty();
  question.lang = is_chosen ? context.lang : language_of_request(context, question.from, context.lang);
  const std::string typed = arguments.get(kTypedLanguage.name).value_or("");
  question.typed = is_language_of(context.site(), typed) ? typed : context.lang;
  for (const auto& [name, value] : arguments.items()) {
    if (name == kUsedBefore.name && question.used.size() < kMostUsed) question.used.push_back(value);
  }
  return question;
}

Json found_item_json(const FoundItem& item) {
  Json json = {{"kind", name_of(item.kind)},
               {"title", item.title},
               {"title_lang", item.title_lang},
               {"context", item.context},
               {"id", item.id},
               {"lang", item.lang},
               {"url", item.url},
               {"markdown", item.markdown},
               {"html", item.html},
               {"internal", item.internal}};
  if (item.kind == FoundKind::reply) {
    json["text"] = item.text;
    json["missing"] = item.missing;
  }
  // The code of a request would lie in the browser.
  if (item.kind != FoundKind::request) json["used"] = used_name(item);
  return json;
}

Operation staff_find_operation() {
  return {.door = door_of_finding("staff_find", "/staff/find"),
          .parameters = {kFindText, kLanguageParameter, kTypedLanguage, kFromRequest, kUsedBefore},
          .answer = answer_staff_find};
}

Operation staff_find_settings_operation() {
  return {.door = door_of_finding("staff_find_settings", "/staff/find/settings"),
          .parameters = {kLanguageParameter},
          .answer = answer_settings};
}

}  // namespace signpost
