// staff_fitting_view.cc - see staff_fitting_view.h.
#include "pages/staff_fitting_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/answer_operation.h"
#include "api/short_texts.h"
#include "base/ascii.h"
#include "base/shown_text.h"
#include "content/text_direction.h"
#include "net/url.h"
#include "pages/page_view.h"
#include "pages/staff_view.h"
#include "pages/text_fragment.h"
#include "store/answer_table.h"

namespace signpost {
namespace {

constexpr size_t kBeginningBytes = 160;
constexpr char kQuoteParameter[] = "quote";

QuotedSource quoted(const AnswerSource& source) {
  return {source.id, source.lang, source.anchor, source.title};
}

std::string title_with_heading(const AnswerSource& source) {
  return source.path.empty() ? source.title : source.title + " › " + source.path.back();
}

// The same page, whose form then quotes this.
std::string quoting_url(const StoredRequest& request, const QuotedSource& source) {
  return with_query(staff_request_url(request.code),
                    Parameters({{kQuoteParameter, place_of_source(source)}})) +
         "#answer";
}

Json source_link(const PageContext& context, const AnswerSource& source) {
  return {{"title", short_title(title_with_heading(source))},
          {"lang", source.lang},
          {"dir", text_direction(source.lang)},
          {"language_name", source.lang == context.lang ? "" : language_label(context, source.lang)},
          {"url", source_url(source)}};
}

// Without an address where it is gone meanwhile.
Json quoted_view(const PageContext& context, const QuotedSource& source) {
  const auto document = context.generation->searcher().quotable(source.id, source.lang);
  return {{"title", short_title(source.title)},
          {"lang", source.lang},
          {"url", document ? page_url(document->url(), source.anchor) : ""}};
}

struct DraftedAnswer {
  std::string text;
  QuotedSource source;
};

DraftedAnswer drafted(const PageContext& context, const FittingAnswers& fitting, const StaffForms& forms) {
  if (!forms.answer_error.empty()) return {forms.answer, forms.source};
  const OperationContext operation = context.operation();
  const QuotedSource wanted = parse_source(context.request.query.get(kQuoteParameter).value_or(""));
  if (!wanted.id.empty()) {
    if (const auto quote = quote_section(operation, wanted.id, wanted.lang, wanted.anchor))
      return {text_with_source(operation, quote->text, quote->source), quoted(quote->source)};
  }
  if (!fitting.quotation) return {};
  return {text_with_source(operation, fitting.quotation->text, fitting.quotation->source),
          quoted(fitting.quotation->source)};
}

const char* verdict_label(AnswerVerdict verdict) {
  switch (verdict) {
    case AnswerVerdict::helped:
      return "staff_helped";
    case AnswerVerdict::did_not_help:
      return "staff_did_not_help";
    case AnswerVerdict::none:
      break;
  }
  return "";
}

}  // namespace

std::string place_of_source(const QuotedSource& source) {
  return source.id.empty() ? "" : source.lang + "/" + source.id + "#" + source.anchor;
}

QuotedSource parse_source(const std::string& place) {
  const size_t slash = place.find('/');
  const size_t hash = place.find('#');
  if (slash == std::string::npos || hash == std::string::npos || hash < slash) return {};
  return {place.substr(slash + 1, hash - slash - 1), place.substr(0, slash), place.substr(hash + 1), ""};
}

Json fitting_view(const PageContext& context, const StoredRequest& request, const FittingAnswers& fitting) {
  Json view = {
      {"question", short_text(fitting.question)},
      {"has_quotation", fitting.quotation.has_value()},
      {"refusal_text",
       fitting.refusal ? context.strings().text("refusal_" + std::string(to_string(*fitting.refusal))) : ""}};
  if (fitting.quotation) {
    const Quotation& quotation = *fitting.quotation;
    Json shown = source_link(context, quotation.source);
    shown["html"] = quotation.html;
    shown["url"] = place_of_quotation(quotation);
    view["quotation"] = std::move(shown);
  }
  view["articles"] = Json::array();
  for (const FittingArticle& article : fitting.articles) {
    Json shown = source_link(context, article.source);
    shown["is_known"] = article.is_known;
    shown["quote_url"] = quoting_url(request, quoted(article.source));
    view["articles"].push_back(std::move(shown));
  }
  view["has_articles"] = !fitting.articles.empty();
  return view;
}

Json answer_form_view(const PageContext& context, const StoredRequest& request, const RequestWork& work,
                      const FittingAnswers& fitting, const StaffForms& forms) {
  const DraftedAnswer draft = drafted(context, fitting, forms);
  Json view = {{"draft", draft.text},
               {"source", place_of_source(draft.source)},
               {"known", std::to_string(request.answers.size())},
               {"most", kMaxAnswerBytes / 3},
               {"error", forms.answer_error},
               {"mailed_to", work.is_mailed ? std::string(trimmed(request.draft.reply_to)) : ""}};
  if (!draft.source.id.empty()) view["quotes"] = quoted_view(context, draft.source);
  return view;
}

Json answer_views(const PageContext& context, const std::vector<RequestAnswer>& answers) {
  Json views = Json::array();
  for (const RequestAnswer& answer : answers) {
    Json view = moment_view(context, answer.at);
    const std::string verdict = verdict_label(answer.verdict);
    view["author"] = answer.author;
    view["text"] = answer.text;
    view["verdict_label"] = verdict.empty() ? "" : context.strings().text(verdict);
    view["helped"] = answer.verdict == AnswerVerdict::helped;
    if (!answer.source.id.empty()) view["quotes"] = quoted_view(context, answer.source);
    views.push_back(std::move(view));
  }
  return views;
}

Json like_views(const PageContext& context, const std::vector<LikeRequest>& like) {
  Json views = Json::array();
  for (const LikeRequest& one : like) {
    const StoredRequest& request = one.request;
    const RequestState state = request.state();
    Json view = moment_view(context, request.changes.front().at);
    view.update(
        {{"code", request.code},
         {"url", staff_request_url(request.code)},
         {"beginning", shortened(without_bidi_controls(trimmed(request.draft.message)), kBeginningBytes)},
         {"state_label", state_label(context, state)},
         {"is_over", state == RequestState::answered || state == RequestState::closed}});
    view["answers"] = Json::array();
    if (!request.answers.empty()) view["answers"] = answer_views(context, {request.answers.back()});
    views.push_back(std::move(view));
  }
  return views;
}

Json complaint_choices(const PageContext& context, const StoredRequest& request,
                       const FittingAnswers& fitting) {
  Json choices = Json::array();
  const auto add = [&](const QuotedSource& source, const std::string& label) {
    const std::string value = place_of_source(source);
    const bool is_known = std::any_of(choices.begin(), choices.end(),
                                      [&](const Json& choice) { return choice["value"] == value; });
    if (!is_known) choices.push_back(staff_choice(value, short_title(label), false));
  };
  if (fitting.quotation) {
    const AnswerSource& source = fitting.quotation->source;
    add(quoted(source), title_with_heading(source));
  }
  for (const FittingArticle& article : fitting.articles)
    add(quoted(article.source), title_with_heading(article.source));
  for (const ReadSection& read : request.draft.packet.read) {
    const auto found = context.generation->searcher().article(read.id, request.draft.lang);
    if (found) add({read.id, found->document.lang, "", ""}, found->document.title);
  }
  return choices;
}

}  // namespace signpost
