// feedback_operation.cc - see feedback_operation.h.
#include "api/feedback_operation.h"

#include <nlohmann/json.hpp>

#include "api/noticed_search.h"
#include "api/request_body.h"
#include "base/dates.h"
#include "base/error.h"
#include "base/sha256.h"
#include "contact/request_guard.h"
#include "feedback/comment_words.h"
#include "feedback/masked_text.h"
#include "feedback/visits.h"
#include "net/address.h"
#include "store/complaint_table.h"
#include "store/store.h"

namespace signpost {
namespace {

ComplaintDraft draft_of(const OperationContext& context, const SentFeedback& sent, const SectionPlace& place,
                        const std::string& sum) {
  ComplaintDraft draft{.place = place,
                       .section_sum = sum,
                       .revision = context.searcher().history().revision,
                       .reason = *sent.reason,
                       .comment = mask_personal(sent.comment).text,
                       .words = {}};
  draft.words = comment_words(draft.comment, place.lang);
  return draft;
}

// Of a visit that has said it before the item is looked up again, and not counted.
std::optional<std::string> keep_feedback(const OperationContext& context, const SentFeedback& sent,
                                         const SectionPlace& place, const std::string& sum) {
  const std::string what = place.id + "\n" + place.lang + "\n" + place.anchor + "\n" +
                           (sent.reason ? std::string(name_of(*sent.reason)) : "");
  const bool counts =
      context.visits == nullptr || context.visits->is_first(client_name(context.client), context.agent, what);
  if (sent.helpful && !counts) return std::nullopt;
  if (sent.helpful) {
    context.store->write([&](SqliteDatabase& database) { count_vote(database, place, sum, true); });
    return std::nullopt;
  }
  const auto day = static_cast<uint32_t>(context.now / kSecondsOfDay);
  const ComplaintReader reader = counts ? ComplaintReader::another : ComplaintReader::known;
  const ComplaintDraft draft = draft_of(context, sent, place, sum);
  int64_t number = 0;
  context.store->write([&](SqliteDatabase& database) {
    if (counts) count_vote(database, place, sum, false);
    number = keep_complaint(database, draft, day, reader);
  });
  return shown_complaint(number);
}

Answer answer_feedback(const OperationContext& context, const Parameters&) {
  const SentFeedback sent = read_sent_feedback(context.sent.media_type, context.sent.bytes);
  const auto taken = take_feedback(context, sent);
  if (const auto* problem = std::get_if<Problem>(&taken)) return problem_answer(*problem);
  const auto& item = std::get<std::optional<std::string>>(taken);
  Answer answer = item ? json_answer({{"item", *item}}) : Answer{.text = ""};
  answer.noticed = noticed_feedback(context, sent);
  answer.status = item ? 201 : 204;
  answer.of_this_moment = true;
  return answer;
}

}  // namespace

std::optional<std::string> section_sum(const QuotableDocument& document, std::string_view anchor) {
  Sha256 sum;
  if (!anchor.empty()) {
    const auto section = document.find_section(anchor);
    if (!section) return std::nullopt;
    sum.add(document.section(*section).text);
    return to_hex(sum.finish());
  }
  for (size_t section = 0; section < document.section_count(); ++section) {
    sum.add(document.section(section).text);
    sum.add("\n");
  }
  return to_hex(sum.finish());
}

std::variant<std::optional<std::string>, Problem> take_feedback(const OperationContext& context,
                                                                const SentFeedback& sent) {
  const auto wrong = [](std::vector<FieldError> errors) {
    return Problem{400, "Something is wrong with this feedback.", std::move(errors)};
  };
  if (!sent.errors.empty()) return wrong(sent.errors);
  SectionPlace place = sent.place;
  if (place.lang.empty()) place.lang = context.lang;
  const auto document = context.searcher().quotable(place.id, place.lang);
  if (!document) return wrong({{"id", "is no article in the language '" + place.lang + "'"}});
  const auto sum = section_sum(*document, place.anchor);
  if (!sum) return wrong({{"anchor", "is no section of this article"}});
  if (context.guard != nullptr && !context.guard->admit_word(client_name(context.client)))
    return Problem{429, "Too much feedback came from this address."};
  if (!context.store->has_room()) return Problem{507, "As much is kept here as may be."};
  try {
    return keep_feedback(context, sent, place, *sum);
  } catch (const Error&) {
    return Problem{503, "The feedback could not be kept. Try again in a moment."};
  }
}

NoticedPointer noticed_feedback(const OperationContext& context, const SentFeedback& sent) {
  const auto kind = sent.helpful ? Noticed::Kind::helpful : Noticed::Kind::unhelpful;
  return noticed_deed(context, kind, sent.place.id, sent.place.lang.empty() ? context.lang : sent.place.lang);
}

Operation send_feedback_operation() {
  return {.door = {.name = "api_send_feedback",
                   .path = "/api/v1/feedback",
                   .method = Method::post,
                   .effect = Effect::uses_store,
                   .audience = Audience::anybody,
                   .origins = Origins::own,
                   .reader = Reader::programs,
                   .language = LanguageFrom::negotiated},
          .parameters = {kLanguageParameter},
          .answer = answer_feedback,
          .takes = kRequestTypes};
}

}  // namespace signpost
