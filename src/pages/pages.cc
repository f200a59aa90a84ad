// pages.cc - see pages.h.
#include "pages/pages.h"

namespace signpost {
namespace {

// A page that is drawn for people from the generation, in the theme and language of who asks.
constexpr Door drawn(std::string_view name, std::string_view path, LanguageFrom language,
                     Keep keep = Keep::page, Tag tag = Tag::strong) {
  return {.name = name,
          .path = path,
          .effect = Effect::reads_generation,
          .audience = Audience::anybody,
          .reader = Reader::people,
          .language = language,
          .tag = tag,
          .keep = keep};
}

// What became of things that visitors sent, for everybody: drawn from memory, but nothing without a store.
constexpr Door told(std::string_view name, std::string_view path, LanguageFrom language) {
  Door door = drawn(name, path, language);
  door.effect = Effect::uses_store;
  return door;
}

// What is between one person and the people behind the help centre.
constexpr Door of_one_person(std::string_view name, std::string_view path, Method method = Method::get) {
  Door door = drawn(name, path, LanguageFrom::path, Keep::no, Tag::none);
  door.method = method;
  door.effect = Effect::uses_store;
  return door;
}

// What is between staff: in the language of their browser.
constexpr Door of_staff(std::string_view name, std::string_view path, Method method = Method::get) {
  Door door = drawn(name, path, LanguageFrom::negotiated, Keep::no, Tag::none);
  door.method = method;
  door.effect = Effect::uses_store;
  door.audience = Audience::staff;
  return door;
}

// Where they become so.
constexpr Door of_entrance(std::string_view name, std::string_view path, Method method = Method::get) {
  Door door = of_staff(name, path, method);
  door.audience = Audience::anybody;
  return door;
}

// A picture that other sites show.
constexpr Door card(std::string_view name, std::string_view path) {
  Door door = drawn(name, path, LanguageFrom::nothing, Keep::no, Tag::none);
  door.origins = Origins::show;
  return door;
}

// A file of web/, which is there before any generation.
constexpr Door file_of_web(std::string_view name, std::string_view path, Origins origins = Origins::own,
                           Reader reader = Reader::people, Ranges ranges = Ranges::no) {
  return {.name = name,
          .path = path,
          .effect = Effect::nothing,
          .audience = Audience::anybody,
          .origins = origins,
          .reader = reader,
          .tag = Tag::bytes,
          .ranges = ranges};
}

}  // namespace

const std::vector<Page>& pages() {
  static const std::vector<Page> kPages = {
      {file_of_web("openapi", "/openapi.json", Origins::call, Reader::programs), send_openapi,
       openapi_content},
      {file_of_web("brand", "/assets/brand.css"), send_brand, brand_content},
      {file_of_web("asset", "/assets/{path*}", Origins::own, Reader::people, Ranges::single), send_asset,
       asset_content},
      {file_of_web("favicon", "/favicon.svg", Origins::show), send_favicon, favicon_content},
      {file_of_web("favicon", "/favicon.ico", Origins::show), send_favicon, favicon_content},
      {file_of_web("widget", "/widget.js", Origins::call, Reader::programs), send_widget, widget_content},
      {file_of_web("widget", "/widget/{path*}", Origins::call, Reader::programs), send_widget_file,
       widget_file_content},
      {drawn("home", "/", LanguageFrom::negotiated), draw_home},
      {drawn("search", "/search", LanguageFrom::negotiated, Keep::search, Tag::weak), draw_search},
      {drawn("ask", "/ask", LanguageFrom::negotiated, Keep::search, Tag::weak), draw_ask},
      {card("card", "/cards/{id}/{file}"), send_card},
      {drawn("short", "/s/{code}", LanguageFrom::negotiated, Keep::no, Tag::none), follow_short},
      {drawn("article", "/articles/{id}", LanguageFrom::negotiated), draw_article},
      {drawn("thread", "/community/{id}", LanguageFrom::negotiated), draw_thread},
      {drawn("article", "/{lang}/articles/{id}", LanguageFrom::path), draw_article},
      {drawn("category", "/{lang}/categories/{id}", LanguageFrom::path), draw_category},
      {drawn("topics", "/{lang}/categories", LanguageFrom::path), draw_topics},
      {drawn("ask", "/{lang}/ask", LanguageFrom::path, Keep::search, Tag::weak), draw_ask},
      {drawn("contact", "/{lang}/contact", LanguageFrom::path, Keep::no, Tag::none), draw_contact},
      {of_one_person("feedback", "/{lang}/feedback", Method::post), take_feedback_form},
      {told("improvements", "/improvements", LanguageFrom::negotiated), draw_improvements},
      {told("improvements", "/{lang}/improvements", LanguageFrom::path), draw_improvements},
      {drawn("integrations", "/integrations", LanguageFrom::negotiated), draw_integrations},
      {drawn("integrations", "/{lang}/integrations", LanguageFrom::path), draw_integrations},
      {drawn("incident", "/{lang}/incidents/{id}", LanguageFrom::path), draw_incident},
      {drawn("incidents", "/{lang}/incidents", LanguageFrom::path), draw_incidents},
      {of_one_person("request_form", "/{lang}/requests/new"), draw_request_form},
      {of_one_person("send_request", "/{lang}/requests/new", Method::post), take_request_form},
      {of_one_person("request", "/{lang}/requests/{code}"), draw_request},
      {of_one_person("request_verdict", "/{lang}/requests/{code}", Method::post), take_request_verdict},
      {of_one_person("outcome", "/{lang}/outcomes", Method::post), take_outcome},
      {of_entrance("staff_sign_in", "/staff/sign-in"), draw_sign_in},
      {of_entrance("staff_signed_in", "/staff/sign-in", Method::post), take_sign_in},
      {of_staff("staff_sign_out", "/staff/sign-out", Method::post), take_sign_out},
      {of_staff("staff_requests", "/staff/"), draw_staff_requests},
      {of_staff("staff_requests", "/staff"), staff_without_slash},
      {of_staff("staff_letters", "/staff/dead-letters"), draw_dead_letters},
      {of_staff("staff_retry", "/staff/dead-letters", Method::post), retry_dead_letters},
      {of_staff("staff_audit", "/staff/audit"), draw_staff_audit},
      {of_staff("staff_audit_file", "/staff/audit/{file}"), send_audit_file},
      {of_staff("staff_complaints", "/staff/complaints"), draw_staff_complaints},
      {of_staff("staff_complaint_file", "/staff/complaints/{file}"), send_complaint_file},
      {of_staff("staff_review", kReviewPath), draw_staff_review},
      {of_staff("staff_translations", kTranslationsPath), draw_staff_translations},
      {of_staff("staff_translation", "/staff/translations/{lang}/{id}"), draw_staff_translation},
      {of_staff("staff_see", "/staff/see"), lead_to_internal},
      {of_staff("staff_find_page", "/staff/find-page"), draw_staff_find},
      {of_staff("staff_gaps", "/staff/gaps"), draw_staff_gaps},
      {of_staff("staff_gap", "/staff/gaps/{gap}"), draw_staff_gap},
      {of_staff("staff_gap_change", "/staff/gaps/{gap}", Method::post), change_staff_gap},
      {of_staff("staff_insights", "/staff/insights"), draw_staff_insights},
      {of_staff("staff_insight_file", "/staff/insights/{file}"), send_insight_file},
      {of_staff("staff_request", "/staff/requests/{code}"), draw_staff_request},
      {of_staff("staff_change", "/staff/requests/{code}", Method::post), change_staff_request},
      {of_staff("staff_assign", "/staff/requests/{code}/assignee", Method::post), assign_staff_request},
      {of_staff("staff_merge", "/staff/requests/{code}/merge", Method::post), merge_staff_request},
      {of_staff("staff_answer", "/staff/requests/{code}/answer", Method::post), answer_staff_request},
      {of_staff("staff_make_gap", "/staff/requests/{code}/gap", Method::post), make_staff_gap},
      {of_staff("staff_make_complaint", "/staff/requests/{code}/complaint", Method::post),
       make_staff_complaint},
      {drawn("home", "/{lang}/", LanguageFrom::path), draw_home},
      {drawn("home", "/{lang}", LanguageFrom::path, Keep::no), home_without_slash},
  };
  return kPages;
}

}  // namespace signpost
