// pages.h - what people are shown: the table of pages and files of web/, and one function for each, from a
// request to a response. A 404 with an empty body means "no such thing"; the caller makes the page of it, or
// finds where the thing went. Tested by tests/unit/service/app_test.cc and tests/unit/service/routes_test.cc.
#pragma once

#include <optional>
#include <vector>

#include "api/door.h"
#include "api/http_response.h"
#include "pages/page_context.h"

namespace signpost {

struct Page {
  Door door;
  Response (*draw)(const PageContext& context);
  // Of static content, which alone its tag depends on; nullopt when there is none at this address. Null where
  // the page is made from the whole generation.
  std::optional<StaticContent> (*content)(const PageContext& context) = nullptr;
};

const std::vector<Page>& pages();

// search_handler.cc: /search
Response draw_search(const PageContext& context);
// article_handler.cc: /articles/{id}[.md], /community/{id}[.md]
Response draw_article(const PageContext& context);
Response draw_thread(const PageContext& context);
// card_handler.cc: /cards/{id}/{file}
Response send_card(const PageContext& context);
std::string card_path(const PageContext& context, const Article& article);  // "" for none
// short_handler.cc: /s/{code}
Response follow_short(const PageContext& context);
// category_handler.cc: /{lang}/categories[/{id}]
Response draw_category(const PageContext& context);
Response draw_topics(const PageContext& context);
// ask_handler.cc: /ask, /{lang}/ask
Response draw_ask(const PageContext& context);
// contact_handler.cc: /{lang}/contact
Response draw_contact(const PageContext& context);
// feedback_handler.cc: /{lang}/feedback
Response take_feedback_form(const PageContext& context);
// improvements_handler.cc: /{lang}/improvements
Response draw_improvements(const PageContext& context);
// integrations_handler.cc: /{lang}/integrations
Response draw_integrations(const PageContext& context);
// incident_handler.cc: /{lang}/incidents[/{id}]
Response draw_incidents(const PageContext& context);
Response draw_incident(const PageContext& context);
// request_form_handler.cc: /{lang}/requests/new
Response draw_request_form(const PageContext& context);
Response take_request_form(const PageContext& context);
// outcome_handler.cc: /{lang}/outcomes
Response take_outcome(const PageContext& context);
// request_handler.cc: /{lang}/requests/{code}
Response draw_request(const PageContext& context);
Response take_request_verdict(const PageContext& context);
// staff_sign_in_handler.cc: /staff/sign-in, /staff/sign-out
Response draw_sign_in(const PageContext& context);
Response take_sign_in(const PageContext& context);
Response take_sign_out(const PageContext& context);
// staff_audit_handler.cc: /staff/audit, /staff/audit/{file}
Response draw_staff_audit(const PageContext& context);
Response send_audit_file(const PageContext& context);
// staff_requests_handler.cc: /staff/
Response draw_staff_requests(const PageContext& context);
Response staff_without_slash(const PageContext& context);
// staff_request_handler.cc: /staff/requests/{code}
Response draw_staff_request(const PageContext& context);
Response change_staff_request(const PageContext& context);
Response assign_staff_request(const PageContext& context);
Response merge_staff_request(const PageContext& context);
Response answer_staff_request(const PageContext& context);
Response make_staff_gap(const PageContext& context);
Response make_staff_complaint(const PageContext& context);
// staff_letters_handler.cc: /staff/dead-letters
Response draw_dead_letters(const PageContext& context);
Response retry_dead_letters(const PageContext& context);
// staff_complaints_handler.cc: /staff/complaints, /staff/complaints/{file}
Response draw_staff_complaints(const PageContext& context);
Response send_complaint_file(const PageContext& context);

// staff_find_handler.cc: /staff/find-page
Response draw_staff_find(const PageContext& context);
// staff_gaps_handler.cc: /staff/gaps, /staff/gaps/{gap}
Response draw_staff_gaps(const PageContext& context);
Response draw_staff_gap(const PageContext& context);
Response change_staff_gap(const PageContext& context);
// staff_see_handler.cc: /staff/see
Response lead_to_internal(const PageContext& context);
// staff_review_handler.cc: /staff/review
Response draw_staff_review(const PageContext& context);
// staff_translations_handler.cc: /staff/translations[/{lang}/{id}]
Response draw_staff_translations(const PageContext& context);
Response draw_staff_translation(const PageContext& context);
// staff_insights_handler.cc: /staff/insights[/{file}]
Response draw_staff_insights(const PageContext& context);
Response send_insight_file(const PageContext& context);
// home_handler.cc: /
Response draw_home(const PageContext& context);
Response home_without_slash(const PageContext& context);
// widget_handler.cc: /widget.js, /widget/...
Response send_widget(const PageContext& context);
Response send_widget_file(const PageContext& context);
std::optional<StaticContent> widget_content(const PageContext& context);
std::optional<StaticContent> widget_file_content(const PageContext& context);
// asset_handler.cc: /assets/..., /openapi.json, /favicon.svg
Response send_asset(const PageContext& context);
Response send_brand(const PageContext& context);
Response send_openapi(const PageContext& context);
Response send_favicon(const PageContext& context);
std::optional<StaticContent> asset_content(const PageContext& context);
std::optional<StaticContent> brand_content(const PageContext& context);
std::optional<StaticContent> openapi_content(const PageContext& context);
std::optional<StaticContent> favicon_content(const PageContext& context);

}  // namespace signpost
