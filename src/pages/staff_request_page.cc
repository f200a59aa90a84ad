// staff_request_page.cc - see staff_request_page.h.
#include "pages/staff_request_page.h"

#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/staff_requests.h"
#include "base/base64.h"
#include "base/random_bytes.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/staff_fitting_view.h"
#include "pages/staff_packet.h"
#include "pages/staff_view.h"
#include "store/gap.h"
#include "store/note_table.h"

namespace signpost {
namespace {

constexpr size_t kOnceBytes = 15;

Json state_views(const PageContext& context, RequestState now) {
  Json views = Json::array();
  for (const RequestState state : kRequestStates)
    views.push_back({{"value", name_of(state)},
                     {"choice_label", state_label(context, state)},
                     {"current", state == now}});
  return views;
}

// The latest first.
Json history_views(const PageContext& context, const StoredRequest& request) {
  Json views = Json::array();
  for (auto change = request.changes.rbegin(); change != request.changes.rend(); ++change) {
    Json view = moment_view(context, change->at);
    view["state_label"] = state_label(context, change->state);
    views.push_back(std::move(view));
  }
  return views;
}

Json note_views(const PageContext& context, const std::vector<RequestNote>& notes) {
  Json views = Json::array();
  for (const RequestNote& note : notes) {
    Json view = moment_view(context, note.at);
    view["author"] = note.author;
    view["text"] = note.text;
    views.push_back(std::move(view));
  }
  return views;
}

Json packet_views(const std::vector<PacketLine>& lines) {
  Json views = Json::array();
  for (const PacketLine& line : lines)
    views.push_back(
        {{"line_label", line.label}, {"text", line.text}, {"url", line.url}, {"more", line.more}});
  return views;
}

// What became of it elsewhere, with the page that shows it.
Json item_views(const PageContext& context, const std::vector<RequestItem>& items) {
  Json views = Json::array();
  for (const RequestItem& item : items) {
    const bool is_gap = parse_gap(item.item).has_value();
    Json view = moment_view(context, item.at);
    view["item"] = item.item;
    view["author"] = item.author;
    view["url"] = is_gap ? std::string(kGapsPath) + "/" + item.item
                         : std::string(kComplaintsPath) + "?state=all#" + item.item;
    views.push_back(std::move(view));
  }
  return views;
}

Json people_views(const PageContext& context, const std::vector<std::string>& people,
                  const std::string& assignee) {
  Json choices = Json::array();
  choices.push_back(staff_choice("", context.strings().text("staff_nobody"), assignee.empty()));
  for (const std::string& name : people) choices.push_back(staff_choice(name, name, name == assignee));
  return choices;
}

Json reason_choices(const PageContext& context) {
  Json choices = Json::array();
  for (const ComplaintReason reason : kComplaintReasons) {
    const std::string name(name_of(reason));
    choices.push_back(staff_choice(name, context.strings().text("feedback_reason_" + name),
                                   reason == ComplaintReason::wrong));
  }
  return choices;
}

Json code_views(const std::vector<std::string>& codes) {
  Json views = Json::array();
  for (const std::string& code : codes) views.push_back({{"code", code}, {"url", staff_request_url(code)}});
  return views;
}

// What staff know of the person, and how it stands.
Json request_view(const PageContext& context, const StoredRequest& request, const StaffForms& forms) {
  const std::vector<PacketLine> lines = packet_lines(context, request);
  const RequestDraft& draft = request.draft;
  Json view = {
      {"title", context.strings().fill("request_title", {{"code", request.code}})},
      {"url", staff_request_url(request.code)},
      {"state_label", state_label(context, request.state())},
      {"is_over", request.state() == RequestState::answered || request.state() == RequestState::closed},
      {"assignee", request.assignee},
      {"sender", draft.name},
      {"reply_to", draft.reply_to},
      {"product", draft.product},
      {"lang", draft.lang},
      {"language_name", language_label(context, draft.lang)},
      {"message", draft.message},
      {"copy", text_for_agent(context, request, lines)},
      {"has_lines", !lines.empty()},
      {"has_notes", !request.notes.empty()},
      {"has_answers", !request.answers.empty()},
      {"note_most", kMaxNoteBytes / 3},
      {"note", forms.note},
      {"note_error", forms.note_error},
      {"merge_error", forms.merge_error}};
  if (request.is_merged)
    view["target"] = {{"code", request.merged_into}, {"url", staff_request_url(request.merged_into)}};
  view["states"] = state_views(context, request.state());
  view["changes"] = history_views(context, request);
  view["notes"] = note_views(context, request.notes);
  view["answers"] = answer_views(context, request.answers);
  view["lines"] = packet_views(lines);
  return view;
}

void add_work(const PageContext& context, const StoredRequest& request, const RequestWork& work,
              const FittingAnswers& fitting, const StaffForms& forms, Json& view) {
  view["people"] = people_views(context, work.people, request.assignee);
  view["merged"] = code_views(work.merged);
  view["has_merged"] = !work.merged.empty();
  view["items"] = item_views(context, work.items);
  view["has_items"] = !work.items.empty();
  view["fitting"] = fitting_view(context, request, fitting);
  if (!request.is_merged) view["form"] = answer_form_view(context, request, work, fitting, forms);
  view["articles"] = complaint_choices(context, request, fitting);
  view["has_articles"] = !view["articles"].empty();
  view["reasons"] = reason_choices(context);
  view["once"] = to_base64(random_bytes(kOnceBytes));
}

}  // namespace

Response staff_request_page(const PageContext& context, const StaffForms& forms, int status) {
  const OperationContext operation = context.operation();
  const auto found = find_whole_request(operation, context.arguments.back());
  if (const auto* problem = std::get_if<Problem>(&found)) return staff_error_page(context, problem->status);
  const StoredRequest& request = std::get<StoredRequest>(found);
  const auto work = request_work(operation, request, context.staff->name);
  const auto like = like_requests(operation, request);
  if (std::holds_alternative<Problem>(work) || std::holds_alternative<Problem>(like))
    return staff_error_page(context, 503);
  const FittingAnswers fitting = fitting_answers(operation, request.draft);
  Json view = staff_view(context, context.strings().fill("request_title", {{"code", request.code}}));
  view["request"] = request_view(context, request, forms);
  add_work(context, request, std::get<RequestWork>(work), fitting, forms, view["request"]);
  view["request"]["like"] = like_views(context, std::get<std::vector<LikeRequest>>(like));
  view["request"]["has_like"] = !view["request"]["like"].empty();
  Response response = staff_page(context, "staff_request", view);
  response.status = status;
  return response;
}

}  // namespace signpost
