// staff_audit_handler.cc - what staff did, for all of them (/staff/audit), and as files
// (/staff/audit/audit.csv,
// .../audit.json): there are no roles among staff, so nobody watches others unseen.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/staff_audit.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/staff_view.h"
#include "report/audit_rows.h"
#include "store/request_code.h"

namespace signpost {
namespace {

constexpr int64_t kAuditPerPage = 100;
constexpr Parameter kAuditPage{
    .name = "page", .type = ParameterType::number, .least = 1, .most = 1'000'000, .otherwise = 1};

AuditQuery audit_query(const Parameters& asked) {
  AuditQuery query;
  query.person = asked.get("person").value_or("");
  query.kind = audit_kind_named(asked.get("kind").value_or(""));
  return query;
}

std::string kind_label(const PageContext& context, AuditKind kind) {
  return context.strings().text("audit_" + std::string(name_of(kind)));
}

Json kind_choices(const PageContext& context, std::optional<AuditKind> chosen) {
  Json choices = Json::array();
  choices.push_back(staff_choice("", context.strings().text("staff_all"), !chosen));
  for (const AuditKind kind : kAuditKinds)
    choices.push_back(staff_choice(std::string(name_of(kind)), kind_label(context, kind), chosen == kind));
  return choices;
}

Json person_choices(const PageContext& context, std::vector<std::string> people, const std::string& chosen) {
  const bool is_known = chosen.empty() || std::find(people.begin(), people.end(), chosen) != people.end();
  if (!is_known) people.push_back(chosen);
  Json choices = Json::array();
  choices.push_back(staff_choice("", context.strings().text("staff_all"), chosen.empty()));
  for (const std::string& person : people) choices.push_back(staff_choice(person, person, person == chosen));
  return choices;
}

Json audit_view(const PageContext& context, const AuditEntry& entry) {
  Json view = moment_view(context, entry.at);
  const bool is_code = parse_request_code(entry.object).has_value();
  view.update(
      {{"person", entry.person},
       {"kind_label", kind_label(context, entry.kind)},
       {"what_label",
        entry.what.empty() ? "" : context.strings().text_or("audit_what_" + entry.what, entry.what)},
       {"object", entry.object},
       {"url", is_code ? staff_request_url(entry.object) : ""},
       {"times_label", entry.number > 1 ? context.strings().plural("audit_times", entry.number) : ""}});
  return view;
}

}  // namespace

Response draw_staff_audit(const PageContext& context) {
  const Parameters& asked = context.request.query;
  std::vector<FieldError> ignored;  // a page that is no number is the first
  const uint32_t page = read_number(asked, kAuditPage, ignored);
  AuditQuery query = audit_query(asked);
  query.first = (int64_t{page} - 1) * kAuditPerPage;
  query.most = kAuditPerPage;
  const auto all = staff_audit(context.operation(), query);
  if (std::holds_alternative<Problem>(all)) return staff_error_page(context, 503);
  const AuditFound& found = std::get<AuditFound>(all);
  Json view = staff_view(context, context.strings().text("staff_audit"));
  Json rows = Json::array();
  for (const AuditEntry& entry : found.entries) rows.push_back(audit_view(context, entry));
  view["has_entries"] = !rows.empty();
  view["entries"] = std::move(rows);
  view["audit_path"] = kAuditPath;
  view["count_label"] = context.strings().plural("audit_count", found.total);
  view["kept_label"] = context.strings().plural("audit_kept", context.site().requests.audit_days);
  view["kinds"] = kind_choices(context, query.kind);
  view["people"] = person_choices(context, found.people, query.person);
  const Parameters narrowed = asked.without("page");
  view["csv_url"] = with_query(std::string(kAuditPath) + "/audit.csv", narrowed);
  view["json_url"] = with_query(std::string(kAuditPath) + "/audit.json", narrowed);
  const auto url = [&](uint64_t number) {
    return with_query(std::string(kAuditPath), narrowed.with("page", std::to_string(number)));
  };
  add_pages(page, static_cast<uint64_t>((found.total + kAuditPerPage - 1) / kAuditPerPage), url, view);
  return staff_page(context, "staff_audit", view);
}

Response send_audit_file(const PageContext& context) {
  const std::string& file = context.arguments.front();
  const bool is_csv = file == "audit.csv";
  if (!is_csv && file != "audit.json") return text_response(404, "");
  const auto all = staff_audit(context.operation(), audit_query(context.request.query));
  if (std::holds_alternative<Problem>(all)) return staff_error_page(context, 503);
  const ReportTable rows = audit_rows(std::get<AuditFound>(all).entries);
  return is_csv ? staff_file(file, "text/csv", as_csv(rows))
                : staff_file(file, "application/json", as_json(rows));
}

}  // namespace signpost
