// staff_work.cc - see staff_work.h.
#include "api/staff_work.h"

#include <algorithm>
#include <functional>

#include "api/feedback_operation.h"
#include "api/staff_requests.h"
#include "base/ascii.h"
#include "base/dates.h"
#include "base/error.h"
#include "content/contact_settings.h"
#include "demand/asked_query.h"
#include "insights/query_text.h"
#include "store/answer_table.h"
#include "store/complaint_table.h"
#include "store/event_counts.h"
#include "store/gap_table.h"
#include "store/outbox_table.h"
#include "store/request_code.h"
#include "store/request_table.h"
#include "store/staff_table.h"
#include "store/store.h"

namespace signpost {
namespace {

constexpr size_t kMostNearest = 5;

bool has_mail_address(const RequestDraft& draft) { return mail_url(trimmed(draft.reply_to)).has_value(); }

// Who has an account, who has requests already, and who asks, by whatever way they came in.
std::vector<std::string> staff_names(SqliteDatabase& database, const std::string& asking) {
  std::vector<std::string> names = assignees(database);
  for (const StaffAccount& account : staff_accounts(database)) names.push_back(account.name);
  names.push_back(asking);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// A query as it is counted.
struct CountedQuery {
  std::string text;
  int64_t key = 0;
};

// The newest first. What is too long is counted under no text of its own.
std::vector<CountedQuery> counted_queries(const RequestDraft& draft) {
  std::vector<CountedQuery> queries;
  for (auto question = draft.packet.questions.rbegin(); question != draft.packet.questions.rend();
       ++question) {
    std::string text = normalised_query(*question);
    if (text.empty() || text.size() > kMostQueryBytes) continue;
    const int64_t key = query_key(draft.lang, text);
    const bool is_known = std::any_of(queries.begin(), queries.end(),
                                      [&](const CountedQuery& query) { return query.key == key; });
    if (!is_known) queries.push_back({std::move(text), key});
  }
  return queries;
}

std::vector<int64_t> keys_of(const std::vector<CountedQuery>& queries) {
  std::vector<int64_t> keys;
  keys.reserve(queries.size());
  for (const CountedQuery& query : queries) keys.push_back(query.key);
  return keys;
}

SearchResponse search_again(const OperationContext& context, const std::string& text,
                            const std::string& lang) {
  SearchRequest request;
  request.text = text;
  request.lang = lang;
  return context.searcher().search(request);
}

// What nobody has counted yet: visitors who ask for it join it by the keys of its queries.
Gap new_gap(const OperationContext& context, const RequestDraft& draft,
            const std::vector<CountedQuery>& queries, const std::string& author) {
  Gap gap;
  gap.lang = draft.lang.empty() ? context.lang : draft.lang;
  for (const CountedQuery& query : queries) {
    const SearchResponse found = search_again(context, query.text, gap.lang);
    gap.queries.push_back({query.key, 0, 0, finding_of(found), 0});
    if (!gap.nearest.empty()) continue;
    for (const Hit& hit : found.hits) {
      if (gap.nearest.size() < kMostNearest) gap.nearest.push_back({hit.id, hit.lang, hit.title});
    }
  }
  gap.changes = {{GapState::open, context.now, context.searcher().name(), author}};
  return gap;
}

int64_t keep_open_gap(SqliteDatabase& database, const Gap& made) {
  std::vector<int64_t> keys;
  for (const GapQuery& query : made.queries) keys.push_back(query.key);
  const auto known = gap_of_queries(database, keys);
  if (!known) return keep_gap(database, made);
  const auto gap = find_gap(database, *known);
  if (gap && gap->state != GapState::open) change_gap_state(database, *known, made.changes.front());
  return *known;
}

QuotedSource known_source(const OperationContext& context, QuotedSource source) {
  const auto document = context.searcher().quotable(source.id, source.lang);
  if (!document || (!source.anchor.empty() && !document->find_section(source.anchor))) return {};
  source.title = document->meta().title;
  return source;
}

std::optional<Problem> problem_of(AnswerSent sent) {
  switch (sent) {
    case AnswerSent::sent:
    case AnswerSent::already:
      return std::nullopt;
    case AnswerSent::no_request:
      return no_such_request();
    case AnswerSent::merged:
      return Problem{409, "It goes on in another request.", {{"answer", "must be sent there"}}};
    case AnswerSent::overtaken:
      break;
  }
  return Problem{409, "Somebody else has answered it meanwhile.", {{"known", "there are more answers"}}};
}

// What the form has made already, or makes now, as an item of the request.
std::variant<std::string, Problem> make_item(const OperationContext& context, std::string_view code,
                                             const std::string& form, const std::string& author,
                                             const std::function<std::string(SqliteDatabase&)>& make) {
  std::string item;
  auto problem = change_in_store(
      context, code, [&](SqliteDatabase& database, const std::string& parsed) -> std::optional<Problem> {
        const auto known = item_of_form(database, form);
        if (!known && !find_request_state(database, parsed)) return no_such_request();
        item = known ? *known : make(database);
        if (!known) add_request_item(database, parsed, {item, author, context.now}, form);
        return std::nullopt;
      });
  if (problem) return *std::move(problem);
  return item;
}

}  // namespace

std::variant<RequestWork, Problem> request_work(const OperationContext& context, const StoredRequest& request,
                                                const std::string& asking) {
  const std::string code = parse_request_code(request.code).value_or("");
  RequestWork work;
  try {
    context.store->read([&](SqliteDatabase& database) {
      work = {merged_into(database, code), items_of(database, code), staff_names(database, asking),
              has_mail_address(request.draft) && is_anybody_told(database, EventKind::answer_to_customer)};
    });
  } catch (const Error&) {
    return Problem{503, "Requests can't be read. Try again in a moment."};
  }
  return work;
}

std::optional<Problem> assign_to(const OperationContext& context, std::string_view code,
                                 const std::string& assignee, const std::string& asking) {
  return change_in_store(context, code,
                         [&](SqliteDatabase& database, const std::string& parsed) -> std::optional<Problem> {
                           const auto names = staff_names(database, asking);
                           if (!assignee.empty() && !std::binary_search(names.begin(), names.end(), assignee))
                             return Problem{400, "This is nobody of staff.", {{"assignee", "is not known"}}};
                           if (!assign_request(database, parsed, assignee, context.now))
                             return no_such_request();
                           return std::nullopt;
                         });
}

std::optional<Problem> merge_into(const OperationContext& context, std::string_view code,
                                  std::string_view into) {
  const auto target = parse_request_code(into);
  return change_in_store(
      context, code, [&](SqliteDatabase& database, const std::string& parsed) -> std::optional<Problem> {
        switch (merge_request(database, parsed, target.value_or(""), context.now)) {
          case MergeResult::merged:
            return std::nullopt;
          case MergeResult::no_request:
            return no_such_request();
          case MergeResult::no_target:
            return Problem{400, "There is no such request.", {{"into", "is no code"}}};
          case MergeResult::itself:
            break;
        }
        return Problem{400, "It can't go on in itself.", {{"into", "goes on in this one"}}};
      });
}

std::optional<Problem> go_on_alone(const OperationContext& context, std::string_view code) {
  return change_in_store(context, code,
                         [&](SqliteDatabase& database, const std::string& parsed) -> std::optional<Problem> {
                           if (!part_request(database, parsed, context.now)) return no_such_request();
                           return std::nullopt;
                         });
}

std::optional<Problem> answer_request(const OperationContext& context, std::string_view code,
                                      const WrittenAnswer& written, const std::string& author) {
  AnswerToSend answer{.form = written.form, .author = author, .text = written.text, .known = written.known};
  if (!settle_answer(answer.text) || answer.form.empty())
    return Problem{400,
                   "This is no answer.",
                   {{"answer", "must be text of at most " + std::to_string(kMaxAnswerBytes) + " bytes"}}};
  const auto found = find_whole_request(context, code);
  if (const auto* problem = std::get_if<Problem>(&found)) return *problem;
  const RequestDraft& draft = std::get<StoredRequest>(found).draft;
  if (!written.source.id.empty()) answer.source = known_source(context, written.source);
  answer.queries = keys_of(counted_queries(draft));
  answer.has_mail = has_mail_address(draft);
  return change_in_store(context, code, [&](SqliteDatabase& database, const std::string& parsed) {
    return problem_of(send_answer(database, parsed, answer, context.now));
  });
}

std::variant<std::string, Problem> find_gap_in(const OperationContext& context, std::string_view code,
                                               const std::string& form, const std::string& author) {
  const auto found = find_whole_request(context, code);
  if (const auto* problem = std::get_if<Problem>(&found)) return *problem;
  const RequestDraft& draft = std::get<StoredRequest>(found).draft;
  const Gap made = new_gap(context, draft, counted_queries(draft), author);
  return make_item(context, code, form, author,
                   [&](SqliteDatabase& database) { return shown_gap(keep_open_gap(database, made)); });
}

std::variant<std::string, Problem> complain_from(const OperationContext& context, std::string_view code,
                                                 const SentFeedback& sent, const std::string& form,
                                                 const std::string& author) {
  if (!sent.errors.empty()) return Problem{400, "Something is wrong with this complaint.", sent.errors};
  const auto document = context.searcher().quotable(sent.place.id, sent.place.lang);
  const auto sum = document ? section_sum(*document, sent.place.anchor) : std::nullopt;
  if (!sum) return Problem{400, "There is no such section.", {{"id", "is no article"}}};
  const ComplaintDraft draft = complaint_draft(context, sent, sent.place, *sum);
  const auto day = static_cast<uint32_t>(context.now / kSecondsOfDay);
  return make_item(context, code, form, author, [&](SqliteDatabase& database) {
    return shown_complaint(keep_complaint(database, draft, day));
  });
}

}  // namespace signpost
