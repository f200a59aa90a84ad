// staff_review_handler.cc - which articles are to be looked at again, for staff: /staff/review.
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/short_texts.h"
#include "api/staff_review.h"
#include "base/dates.h"
#include "base/shown_text.h"
#include "content/text_direction.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/pages.h"
#include "pages/staff_view.h"

namespace signpost {
namespace {

constexpr size_t kReviewsPerPage = 25;
constexpr uint32_t kNextReviewDays = 182;  // half a year on, as whoever says that it is still true writes it

Json owner_views(const std::vector<std::string>& owners) {
  Json views = Json::array();
  for (const std::string& owner : owners) views.push_back({{"text", owner}});
  return views;
}

std::string due_label(const PageContext& context, const ArticleToReview& one) {
  return context.strings().fill(one.is_past ? "staff_review_past" : "staff_review_due",
                                {{"date", context.strings().date(format_day(one.review_by))}});
}

Json review_view(const PageContext& context, const ArticleToReview& one) {
  const Strings& strings = context.strings();
  const uint32_t today = static_cast<uint32_t>(context.now / kSecondsOfDay);
  const std::string line = "review_by: " + format_day(today + kNextReviewDays);
  return {{"url", page_url(one.article.url)},
          {"lang", one.article.lang},
          {"dir", text_direction(one.article.lang)},
          {"title", short_title(one.article.title)},
          {"day", format_day(one.review_by)},
          {"due_label", due_label(context, one)},
          {"is_past", one.is_past},
          {"internal_label", internal_label(strings, one.article.internal)},
          {"visits_label", strings.plural("staff_review_visits", one.visits)},
          {"complaints_label", strings.plural("staff_review_complaints", one.complaints)},
          {"language_name", language_label(context, one.article.lang)},
          {"file", one.file.file},
          {"article_owners", owner_views(one.file.owners)},
          {"has_owners", !one.file.owners.empty()},
          {"edit_url", edit_address(context.site(), one.file.source, "Still true: " + one.article.title)},
          {"line", line}};
}

}  // namespace

Response draw_staff_review(const PageContext& context) {
  const StaffList list = read_staff_list(context, kReviewsPerPage);
  const auto all = staff_review(context.operation(), list.question);
  if (std::holds_alternative<Problem>(all)) return staff_error_page(context, 503);
  const auto& found = std::get<ReviewQueue>(all);
  Json view = staff_view(context, context.strings().text("staff_review"));
  Json rows = Json::array();
  for (const ArticleToReview& one : found.articles) rows.push_back(review_view(context, one));
  view["has_articles"] = !rows.empty();
  view["articles"] = std::move(rows);
  view["review_path"] = kReviewPath;
  view["count_label"] = context.strings().plural("staff_review_count", static_cast<int64_t>(found.total));
  add_staff_list(context, list, kReviewPath, found.total, found.owners, view);
  return staff_page(context, "staff_review", view);
}

}  // namespace signpost
