// feedback_operation.cc - see feedback_operation.h.
#include "api/feedback_operation.h"

#include <nlohmann/json.hpp>
#include <vector>

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

// What a visit says for the first time; forgotten again unless it is kept, so that who tries again counts.
class FirstWords {
 public:
  explicit FirstWords(const OperationContext& context)
      : visits_(context.visits), client_(client_name(context.client)), agent_(context.agent) {}
  FirstWords(const FirstWords&) = delete;
  FirstWords& operator=(const FirstWords&) = delete;
  ~FirstWords() {
    for (const std::string& what : said_) visits_->take_back(client_, agent_, what);
  }

  bool are_first(const std::string& what) {
    if (visits_ == nullptr) return true;
    if (!visits_->is_first(client_, agent_, what)) return false;
    said_.push_back(what);
    return true;
  }
  void keep() { said_.clear(); }

 private:
  Visits* const visits_;
  const std::string client_;
  const std::string agent_;
  std::vector<std::string> said_;
};

// A visit has one vote on a section each way, and is one reader of what the section's items with a reason
// say: complaints of several steps may be one item. Of what it has said before the item is looked up again.
std::optional<std::string> keep_feedback(const OperationContext& context, const SentFeedback& sent,
                                         const SectionPlace& place, const std::string& sum) {
  FirstWords words(context);
  const std::string section = place.id + "\n" + place.lang + "\n" + place.anchor + "\n";
  const bool votes = words.are_first(section + (sent.helpful ? "yes" : "no"));
  if (sent.helpful) {
    if (votes)
      context.store->write([&](SqliteDatabase& database) { count_vote(database, place, sum, true); });
    words.keep();
    return std::nullopt;
  }
  const std::string item = section + std::string(name_of(*sent.reason));
  const ComplaintReader reader = words.are_first(item) ? ComplaintReader::another : ComplaintReader::known;
  const auto day = static_cast<uint32_t>(context.now / kSecondsOfDay);
  const ComplaintDraft draft = complaint_draft(context, sent, place, sum);
  int64_t number = 0;
  context.store->write([&](SqliteDatabase& database) {
    if (votes) count_vote(database, place, sum, false);
    number = keep_complaint(database, draft, day, reader);
  });
  words.keep();
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

ComplaintDraft complaint_draft(const OperationContext& context, const SentFeedback& sent,
                               const SectionPlace& place, const std::string& sum) {
  ComplaintDraft draft{.place = place,
                       .step = sent.step,
                       .section_sum = sum,
                       .revision = context.searcher().history().revision,
                       .reason = *sent.reason,
                       .comment = mask_personal(sent.comment).text,
                       .words = {}};
  draft.words = comment_words(draft.comment, place.lang);
  return draft;
}

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
