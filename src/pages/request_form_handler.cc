// request_form_handler.cc - the form in which a visitor writes to the people behind the help centre, with
// what they did here before
// (/{lang}/requests/new). What goes along are its ticked lines and nothing else; web/js/request_form.js adds
// those of this tab.
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/answer_parameters.h"
#include "api/noticed_search.h"
#include "api/request_operation.h"
#include "base/ascii.h"
#include "contact/proof.h"
#include "contact/request_guard.h"
#include "pages/error_page.h"
#include "pages/packet_view.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "store/outcome_table.h"
#include "store/request_code.h"

namespace signpost {
namespace {

// Characters that a field of the form takes; fewer than a request takes in bytes, whatever the letters are.
constexpr size_t kMessageCharacters = kMaxMessageBytes / 3;
constexpr size_t kReplyToCharacters = kMaxReplyToBytes / 3;
constexpr size_t kNameCharacters = kMaxNameBytes / 3;

constexpr char kTokenField[] = "token";

// What an address that leads to the form says of the question: without scripts it is all that is known.
RequestDraft draft_of_address(const PageContext& context) {
  RequestDraft draft;
  const Parameters& query = context.request.query;
  draft.product = query.get("product").value_or("");
  draft.packet.level = query.get("level").value_or("");
  if (const std::string question = query.get("q").value_or(""); !question.empty())
    draft.packet.questions.push_back(question);
  draft.packet.answers = query.all(kRejected.name);
  draft.packet.incidents = query.all("incident");
  fit_what_goes_along(draft);
  return draft;
}

// What a visitor can put right, in the words of the page.
std::string error_text(const PageContext& context, const FieldError& error, const RequestDraft& draft) {
  const Strings& strings = context.strings();
  if (error.field == "message" && trimmed(draft.message).empty())
    return strings.text("request_message_missing");
  for (const char* field : {"message", "reply_to", "name"}) {
    if (error.field == field) return strings.text("request_too_long_" + error.field);
  }
  if (error.field == kTokenField) return strings.text("request_send_again");
  if (error.field == kTrapField) return strings.text("request_trap_filled");
  return strings.text("request_wrong");
}

struct Form {
  RequestDraft draft;
  std::string key;       // the same when the same form is sent twice
  Problem problem = {};  // why it was not taken
};

// Why it was not taken where nothing in it is wrong; "" else.
std::string refusal_text_of(const PageContext& context, const Problem& problem) {
  const Strings& strings = context.strings();
  constexpr int64_t kSecondsOfMinute = 60;
  const int64_t minutes = (problem.retry_after + kSecondsOfMinute - 1) / kSecondsOfMinute;
  if (!problem.challenge.empty()) return strings.text("request_flood");
  if (problem.status == 429) return strings.fill("request_too_often", {{"minutes", std::to_string(minutes)}});
  if (problem.status == 507) return strings.text("request_full");
  return problem.status == 503 ? strings.text("request_not_kept") : "";
}

Json form_view(const PageContext& context, const Form& form) {
  RequestGuard* const guard = context.services.guard;
  Json lines = form_packet_lines(context, form.draft);
  Json errors = Json::array();
  for (const FieldError& error : form.problem.errors) {
    const std::string text = error_text(context, error, form.draft);
    if (errors.empty() || errors.back()["error"] != text) errors.push_back({{"error", text}});
  }
  const std::string refused = refusal_text_of(context, form.problem);
  Json view = {
      {"url", new_request_path(context.lang)},
      {"outcome_url", context.services.outcomes != nullptr ? outcomes_path(context.lang) : ""},
      {"key", form.key},
      {"token", guard != nullptr ? guard->token(context.generation->content(), context.now) : ""},
      {"is_flooded", guard != nullptr && guard->is_flooded()},
      {"proof_bits", kProofBits},
      {"trap", kTrapField},
      {"message", form.draft.message},
      {"reply_to", form.draft.reply_to},
      {"sender", form.draft.name},
      {"message_most", kMessageCharacters},
      {"reply_to_most", kReplyToCharacters},
      {"name_most", kNameCharacters},
      {"has_lines", !lines.empty()},
      {"has_errors", !errors.empty()},
      {"asks_for_proof", !form.problem.challenge.empty()},  // whether it can give one, its script knows
      {"refused", refused}};
  view["lines"] = std::move(lines);
  view["errors"] = std::move(errors);
  return view;
}

// It holds what a visitor typed, and a key of its own.
Response draw(const PageContext& context, const Form& form, int status) {
  PageInfo info;
  info.kind = "request_form";
  info.noindex = true;
  info.title = context.strings().text("request_new_title");
  for (const Language& language : context.site().languages)
    info.in_language[language.code] = new_request_path(language.code);
  Json view = page_view(context, info);
  view["form"] = form_view(context, form);
  Response response = page_response(context, "request_form", view);
  response.status = status;
  response.cache = CachePolicy::no_store;
  if (form.problem.retry_after > 0)
    response.headers.emplace_back("Retry-After", std::to_string(form.problem.retry_after));
  return response;
}

bool is_form_of_ours(const PageContext& context, const std::string& token) {
  RequestGuard* const guard = context.services.guard;
  return guard == nullptr || guard->believes(token, context.generation->content(), context.now);
}

}  // namespace

Response draw_request_form(const PageContext& context) {
  Response response = draw(context, {draft_of_address(context), make_request_code()}, 200);
  response.noticed = noticed_deed(context.operation(), Noticed::Kind::contact_begun);
  return response;
}

Response take_request_form(const PageContext& context) {
  SentRequest sent = read_sent_request(context.media_type, context.request.body);
  sent.draft.lang = context.lang;
  if (!is_form_of_ours(context, sent.token))
    sent.errors.push_back({kTokenField, "is not of a form that was drawn lately"});
  const auto taken = take_request(context.operation(), sent, sent.key);
  if (const auto* kept = std::get_if<KeptRequest>(&taken)) {
    if (kept->is_new && context.services.outcomes != nullptr)
      context.services.outcomes->add(Outcome::sent, context.lang, context.now);
    Response response = redirect(303, request_url(kept->code, context.lang));
    if (kept->is_new) response.noticed = noticed_deed(context.operation(), Noticed::Kind::contact_sent);
    return response;
  }
  const Problem& problem = std::get<Problem>(taken);
  // The key of another request than this one: what was changed after it was sent is a new one.
  if (problem.status == 422 || sent.key.empty()) sent.key = make_request_code();
  return draw(context, {std::move(sent.draft), std::move(sent.key), problem}, problem.status);
}

}  // namespace signpost
