// staff_request_handler.cc - one request with all that is known of it, for staff, who note things and change
// its state here (/staff/requests/{code}).
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/staff_requests.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/staff_packet.h"
#include "pages/staff_view.h"
#include "store/note_table.h"

namespace signpost {
namespace {

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

// With a note that could not be kept, and why.
struct NoteForm {
  std::string text;
  std::string error;
};

Response draw_whole(const PageContext& context, const StoredRequest& request, const NoteForm& form) {
  const std::vector<PacketLine> lines = packet_lines(context, request);
  const RequestDraft& draft = request.draft;
  const std::string title = context.strings().fill("request_title", {{"code", request.code}});
  Json view = staff_view(context, title);
  view["request"] = {
      {"title", title},
      {"url", staff_request_url(request.code)},
      {"state_label", state_label(context, request.state())},
      {"is_over", request.state() == RequestState::answered || request.state() == RequestState::closed},
      {"sender", draft.name},
      {"reply_to", draft.reply_to},
      {"product", draft.product},
      {"lang", draft.lang},
      {"language_name", language_label(context, draft.lang)},
      {"message", draft.message},
      {"copy", text_for_agent(context, request, lines)},
      {"has_lines", !lines.empty()},
      {"has_notes", !request.notes.empty()},
      {"note_most", kMaxNoteBytes / 3},
      {"note", form.text},
      {"note_error", form.error}};
  view["request"]["states"] = state_views(context, request.state());
  view["request"]["changes"] = history_views(context, request);
  view["request"]["notes"] = note_views(context, request.notes);
  view["request"]["lines"] = packet_views(lines);
  return staff_page(context, "staff_request", view);
}

Response draw_code(const PageContext& context, const NoteForm& form) {
  const auto found = find_whole_request(context.operation(), context.arguments.back());
  if (const auto* problem = std::get_if<Problem>(&found)) return staff_error_page(context, problem->status);
  return draw_whole(context, std::get<StoredRequest>(found), form);
}

}  // namespace

Response draw_staff_request(const PageContext& context) { return draw_code(context, {}); }

Response change_staff_request(const PageContext& context) {
  const Parameters form = parse_query_string(context.request.body);
  const std::string& code = context.arguments.back();
  std::optional<Problem> problem;
  if (const auto note = form.get("note")) {
    problem = note_on_request(context.operation(), code, context.staff->name, *note);
  } else if (const auto state = request_state_named(form.get("state").value_or(""))) {
    problem = change_request_state(context.operation(), code, *state);
  } else {
    problem = Problem{400, "There is neither a note nor a state."};
  }
  if (!problem) return redirect(303, staff_request_url(code));
  // What was written stays.
  if (problem->status == 404 || !form.get("note")) return staff_error_page(context, problem->status);
  const char* why = problem->status == 400 ? "staff_note_wrong" : "staff_not_now";
  Response response = draw_code(context, {*form.get("note"), context.strings().text(why)});
  if (response.status == 200) response.status = problem->status;
  return response;
}

}  // namespace signpost
