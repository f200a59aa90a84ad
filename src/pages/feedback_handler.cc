// feedback_handler.cc - where the form below an article leads (/{lang}/feedback): what was kept, or why not,
// with the way back. Scripts show the same in the form's place (web/js/feedback.js).
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/feedback_operation.h"
#include "content/document.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

struct FeedbackOutcome {
  int status = 200;
  std::string title;  // keys of texts
  std::string detail;
  std::string item;  // "" for none
};

FeedbackOutcome outcome_of(const std::variant<std::optional<std::string>, Problem>& taken) {
  if (const auto* problem = std::get_if<Problem>(&taken)) {
    const bool wrong = problem->status == 400;
    return {problem->status, "feedback_not_kept", wrong ? "feedback_wrong" : "feedback_later", ""};
  }
  const auto& item = std::get<std::optional<std::string>>(taken);
  return {200, "feedback_thanks", item ? "feedback_item" : "feedback_counted", item.value_or("")};
}

}  // namespace

Response take_feedback_form(const PageContext& context) {
  const SentFeedback sent = read_sent_feedback(context.media_type, context.request.body);
  const FeedbackOutcome outcome = outcome_of(take_feedback(context.operation(), sent));
  PageInfo info;
  info.kind = "feedback";
  info.noindex = true;
  info.title = context.strings().text(outcome.title);
  const std::string lang = sent.place.lang.empty() ? context.lang : sent.place.lang;
  const auto document = context.generation->searcher().quotable(sent.place.id, lang);
  Json view = page_view(context, info);
  view["feedback"] = {
      {"title", info.title},
      {"detail", context.strings().fill(outcome.detail, {{"item", outcome.item}})},
      {"back_url", document ? page_url(document->url()) : home_path(context.site(), context.lang)},
      {"back_title", document ? document->meta().title : ""},
      {"back_lang", lang}};
  Response response = page_response(context, "feedback", view);
  response.status = outcome.status;
  if (outcome.status == 200) response.noticed = noticed_feedback(context.operation(), sent);
  response.cache = CachePolicy::no_store;
  return response;
}

}  // namespace signpost
