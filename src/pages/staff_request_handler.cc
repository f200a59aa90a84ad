// staff_request_handler.cc - one request, for staff (/staff/requests/{code}), and all that they do with it:
// notes, its state, who looks after it (.../assignee), the request that it goes on in (.../merge), the answer
// to it
// (.../answer), and what it shows of the articles (.../gap, .../complaint).
#include "api/addresses.h"
#include "api/staff_requests.h"
#include "net/url.h"
#include "pages/pages.h"
#include "pages/staff_fitting_view.h"
#include "pages/staff_request_page.h"
#include "pages/staff_view.h"
#include "store/request_code.h"

namespace signpost {
namespace {

constexpr size_t kMostOnceBytes = 100;

Parameters sent_form(const PageContext& context) { return parse_query_string(context.request.body); }

// Back to the page, at one of its places, so that what was sent is not sent again with it.
Response back_to_request(const PageContext& context, const std::string& place = "") {
  return redirect(303, staff_request_url(context.arguments.back()) + place);
}

// What a form of a page is known by; "" for none that was drawn here. Two that say different things are two.
std::string form_name(const Parameters& form, const PageContext& context, const std::string& what) {
  const std::string once = form.get("once").value_or("");
  if (once.empty() || once.size() > kMostOnceBytes) return "";
  return parse_request_code(context.arguments.back()).value_or("") + "\n" + once + "\n" + what;
}

int64_t known_answers(const Parameters& form) {
  std::vector<FieldError> ignored;
  constexpr Parameter kKnown{
      .name = "known", .type = ParameterType::number, .least = 0, .most = 1'000'000, .otherwise = 0};
  return read_number(form, kKnown, ignored);
}

Response after(const PageContext& context, const std::optional<Problem>& problem) {
  return problem ? staff_error_page(context, problem->status) : back_to_request(context);
}

// What was made of it stands in a list of the page.
Response after_item(const PageContext& context, const std::variant<std::string, Problem>& made) {
  if (const auto* problem = std::get_if<Problem>(&made)) return staff_error_page(context, problem->status);
  return back_to_request(context, "#articles");
}

}  // namespace

Response draw_staff_request(const PageContext& context) { return staff_request_page(context); }

Response change_staff_request(const PageContext& context) {
  const Parameters form = sent_form(context);
  const std::string& code = context.arguments.back();
  const auto note = form.get("note");
  std::optional<Problem> problem;
  if (note) {
    problem = note_on_request(context.operation(), code, context.staff->name, *note);
  } else if (const auto state = request_state_named(form.get("state").value_or(""))) {
    problem = change_request_state(context.operation(), code, *state);
  } else {
    problem = Problem{400, "There is neither a note nor a state."};
  }
  if (!problem) return back_to_request(context);
  // What was written stays.
  if (problem->status == 404 || !note) return staff_error_page(context, problem->status);
  StaffForms forms;
  forms.note = *note;
  forms.note_error = context.strings().text(problem->status == 400 ? "staff_note_wrong" : "staff_not_now");
  return staff_request_page(context, forms, problem->status);
}

Response assign_staff_request(const PageContext& context) {
  const std::string assignee = sent_form(context).get("assignee").value_or("");
  return after(context,
               assign_to(context.operation(), context.arguments.back(), assignee, context.staff->name));
}

Response merge_staff_request(const PageContext& context) {
  const Parameters form = sent_form(context);
  const std::string& code = context.arguments.back();
  if (form.get("part")) return after(context, go_on_alone(context.operation(), code));
  const auto problem = merge_into(context.operation(), code, form.get("into").value_or(""));
  if (!problem || problem->status != 400) return after(context, problem);
  StaffForms forms;
  forms.merge_error = context.strings().text("staff_merge_wrong");
  return staff_request_page(context, forms, 400);
}

Response answer_staff_request(const PageContext& context) {
  const Parameters form = sent_form(context);
  const std::string& code = context.arguments.back();
  WrittenAnswer written{.form = form_name(form, context, "answer"),
                        .text = form.get("answer").value_or(""),
                        .source = parse_source(form.get("source").value_or("")),
                        .known = known_answers(form)};
  const auto problem = answer_request(context.operation(), code, written, context.staff->name);
  if (!problem) return back_to_request(context, "#answers");
  if (problem->status == 404) return staff_error_page(context, 404);
  // What was written stays.
  StaffForms forms;
  forms.answer = written.text;
  forms.source = written.source;
  forms.answer_error = context.strings().text(problem->status == 400   ? "staff_answer_wrong"
                                              : problem->status == 409 ? "staff_answer_overtaken"
                                                                       : "staff_not_now");
  return staff_request_page(context, forms, problem->status);
}

Response make_staff_gap(const PageContext& context) {
  const Parameters form = sent_form(context);
  const std::string& code = context.arguments.back();
  const std::string name = form_name(form, context, "gap");
  if (name.empty()) return staff_error_page(context, 400);
  return after_item(context, find_gap_in(context.operation(), code, name, context.staff->name));
}

Response make_staff_complaint(const PageContext& context) {
  const Parameters form = sent_form(context);
  const std::string& code = context.arguments.back();
  const QuotedSource source = parse_source(form.get("article").value_or(""));
  // As a reader's form has them, so that the same limits hold.
  const Parameters fields({{"id", source.id},
                           {"lang", source.lang},
                           {"anchor", source.anchor},
                           {"helpful", "no"},
                           {"reason", form.get("reason").value_or("")},
                           {"comment", form.get("comment").value_or("")}});
  const std::string bytes = format_query(fields);
  const std::string name = form_name(form, context, bytes);
  const SentFeedback sent = read_sent_feedback("application/x-www-form-urlencoded", bytes);
  if (name.empty()) return staff_error_page(context, 400);
  return after_item(context, complain_from(context.operation(), code, sent, name, context.staff->name));
}

}  // namespace signpost
