// request_form_handler.cc - the form in which a visitor writes to the people behind the help centre, with
// what they did here before
// (/{lang}/requests/new). What goes along are its ticked lines and nothing else; web/js/request_form.js adds
// those of this tab.
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/answer_parameters.h"
#include "api/request_operation.h"
#include "base/ascii.h"
#include "pages/error_page.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "store/request_code.h"

namespace signpost {
namespace {

// Characters that a field of the form takes; fewer than a request takes in bytes, whatever the letters are.
constexpr size_t kMessageCharacters = kMaxMessageBytes / 3;
constexpr size_t kReplyToCharacters = kMaxReplyToBytes / 3;
constexpr size_t kNameCharacters = kMaxNameBytes / 3;

struct Line {
  std::string_view field;  // of the form
  std::string value;
  std::string label;  // the key of what kind of line it is
};

std::vector<Line> lines_of(const RequestDraft& draft) {
  std::vector<Line> lines;
  const RequestPacket& packet = draft.packet;
  if (!draft.product.empty()) lines.push_back({"product", draft.product, "packet_product"});
  for (const std::string& question : packet.questions)
    lines.push_back({"packet.questions", question, "packet_questions"});
  for (const ReadSection& read : packet.read)
    lines.push_back({"packet.read", read.id + "#" + read.anchor, "packet_read"});
  for (const TriedStep& tried : packet.tried)
    lines.push_back(
        {"packet.tried", tried.id + "#" + tried.anchor + "#" + std::to_string(tried.step), "packet_tried"});
  for (const std::string& answer : packet.answers)
    lines.push_back({"packet.answers", answer, "packet_answers"});
  for (const std::string& incident : packet.incidents)
    lines.push_back({"packet.incidents", incident, "packet_incidents"});
  return lines;
}

// What an address that leads to the form says of the question: without scripts it is all that is known.
RequestDraft draft_of_address(const PageContext& context) {
  RequestDraft draft;
  const Parameters& query = context.request.query;
  draft.product = query.get("product").value_or("");
  if (const std::string question = query.get("q").value_or(""); !question.empty())
    draft.packet.questions.push_back(question);
  draft.packet.answers = query.all(kRejected.name);
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
  return strings.text("request_wrong");
}

struct Form {
  RequestDraft draft;
  std::string key;  // the same when the same form is sent twice
  std::vector<FieldError> errors;
  bool not_kept = false;
};

Json form_view(const PageContext& context, const Form& form) {
  Json lines = Json::array();
  for (const Line& line : lines_of(form.draft)) {
    lines.push_back(
        {{"field", line.field}, {"value", line.value}, {"line_kind", context.strings().text(line.label)}});
  }
  Json errors = Json::array();
  for (const FieldError& error : form.errors) {
    const std::string text = error_text(context, error, form.draft);
    if (errors.empty() || errors.back()["error"] != text) errors.push_back({{"error", text}});
  }
  Json view = {{"url", new_request_path(context.lang)},
               {"key", form.key},
               {"message", form.draft.message},
               {"reply_to", form.draft.reply_to},
               {"sender", form.draft.name},
               {"message_most", kMessageCharacters},
               {"reply_to_most", kReplyToCharacters},
               {"name_most", kNameCharacters},
               {"has_lines", !lines.empty()},
               {"has_errors", !errors.empty()},
               {"not_kept", form.not_kept}};
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
  return response;
}

}  // namespace

Response draw_request_form(const PageContext& context) {
  return draw(context, {draft_of_address(context), make_request_code(), {}}, 200);
}

Response take_request_form(const PageContext& context) {
  SentRequest sent = read_sent_request(context.media_type, context.request.body);
  sent.draft.lang = context.lang;
  const auto taken = take_request(context.operation(), sent, sent.key);
  if (const auto* kept = std::get_if<KeptRequest>(&taken))
    return redirect(303, request_url(kept->code, context.lang));
  const Problem& problem = std::get<Problem>(taken);
  // The key of another request than this one: what was changed after it was sent is a new one.
  if (problem.status == 422) sent.key = make_request_code();
  Form form{std::move(sent.draft), std::move(sent.key), problem.errors, problem.status == 503};
  if (form.key.empty()) form.key = make_request_code();
  return draw(context, form, problem.status);
}

}  // namespace signpost
