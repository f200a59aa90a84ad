// staff_find_handler.cc - what staff find to give to a customer, as a page (/staff/find-page): what the
// palette has, for a small window and without scripts.
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/staff_find_operation.h"
#include "base/shown_text.h"
#include "pages/pages.h"
#include "pages/staff_view.h"

namespace signpost {
namespace {

// `lang` is that of the page, and `language` the customer's.
FindQuestion question_of_page(const PageContext& context) {
  const Parameters& asked = context.request.query;
  FindQuestion question = find_question(context.operation(), asked.without("lang"));
  for (const Language& language : context.site().languages) {
    if (language.code == asked.get("language").value_or("")) question.lang = language.code;
  }
  return question;
}

Json found_view(const PageContext& context, const FindQuestion& question, const FoundItem& item) {
  return {{"title", item.title},
          {"title_lang", item.title_lang},
          {"context", item.context},
          // A request is here, whatever address customers know this site by.
          {"url", item.kind == FoundKind::request ? staff_request_url(item.id) : item.url},
          {"text", item.text},
          {"markdown", item.markdown},
          {"copy_lang", item.lang},
          {"kind_label", context.strings().text("palette_kind_" + std::string(name_of(item.kind)))},
          {"only_label",
           item.lang == question.lang || item.kind == FoundKind::request
               ? ""
               : context.strings().fill("palette_only", {{"language", language_label(context, item.lang)}})},
          {"internal", item.internal}};
}

}  // namespace

Response draw_staff_find(const PageContext& context) {
  const FindQuestion question = question_of_page(context);
  const OperationContext operation = context.operation();
  const auto found = staff_find(operation, find_sources(operation), question);
  Json view = staff_view(context, context.strings().text("palette_title"));
  Json rows = Json::array();
  for (const FoundItem& item : found) rows.push_back(found_view(context, question, item));
  view["is_find"] = true;
  view["find_path"] = kFindPath;
  view["q"] = without_bidi_controls(question.text);
  view["is_asked"] = !question.text.empty();
  view["has_found"] = !rows.empty();
  view["found"] = std::move(rows);
  view["count_label"] = context.strings().plural("palette_found", static_cast<int64_t>(found.size()));
  view["languages"] = Json::array();
  for (const Language& language : context.site().languages)
    view["languages"].push_back(staff_choice(language.code, language.name, language.code == question.lang));
  view["has_languages"] = context.site().languages.size() > 1;
  return staff_page(context, "staff_find", view);
}

}  // namespace signpost
