// improvements_handler.cc - what readers reported, and what was done about it (/{lang}/improvements): counts,
// and never what they wrote.
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/categories_operation.h"
#include "api/improvement_list.h"
#include "base/dates.h"
#include "net/url.h"
#include "pages/complaint_view.h"
#include "pages/page_view.h"
#include "pages/pages.h"

namespace signpost {
namespace {

constexpr uint32_t kImprovementsOnPage = 25;

Json improvement_view(const PageContext& context, const ComplaintEntry& entry) {
  const Complaint& complaint = entry.complaint;
  const std::string day = format_day(complaint.end_day);
  Json view = complaint_view(context, entry);
  view.update({{"state_label",
                context.strings().text("improvements_state_" + std::string(name_of(complaint.state())))},
               {"is_fixed", complaint.state() == ComplaintState::fixed},
               {"why", complaint.end->why},
               {"day", day},
               {"day_label", context.strings().date(day)}});
  return view;
}

std::string page_of_improvements(const std::string& lang, uint64_t page) {
  const std::string path = improvements_path(lang);
  return page <= 1 ? path : with_query(path, Parameters({{"page", std::to_string(page)}}));
}

PageInfo improvements_info(const PageContext& context, uint64_t page, uint64_t pages) {
  PageInfo info;
  info.kind = "improvements";
  info.title = context.strings().text("improvements_title");
  info.description = context.strings().text("improvements_lead");
  info.canonical = page_of_improvements(context.lang, page);
  if (page > 1) info.previous = page_of_improvements(context.lang, page - 1);
  if (page < pages) info.next = page_of_improvements(context.lang, page + 1);
  const auto& languages = context.site().languages;
  for (const Language& language : languages) {
    info.in_language[language.code] = improvements_path(language.code);
    if (page == 1 && languages.size() > 1)
      info.alternates.emplace_back(language.code, improvements_path(language.code));
  }
  return info;
}

}  // namespace

Response draw_improvements(const PageContext& context) {
  if (!tells_improvements(context.operation())) return text_response(404, "");
  std::vector<FieldError> errors;
  const uint32_t page = read_number(context.request.query, kPageOfList, errors);
  if (!errors.empty()) return text_response(400, "");
  const ImprovementList list = improvement_list(context.operation(), page, kImprovementsOnPage);
  if (page > std::max<uint64_t>(1, list.pages)) return text_response(404, "");
  Json view = page_view(context, improvements_info(context, page, list.pages));
  Json& views = view["improvements"] = Json::array();
  for (const ComplaintEntry& entry : list.entries) views.push_back(improvement_view(context, entry));
  view["has_improvements"] = !views.empty();
  add_pages(
      page, list.pages, [&](uint64_t number) { return page_of_improvements(context.lang, number); },
      view["pager"]);
  return page_response(context, "improvements", view);
}

}  // namespace signpost
