// request_operation.cc - see request_operation.h.
#include "api/request_operation.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/addresses.h"
#include "api/noticed_search.h"
#include "base/error.h"
#include "contact/request_guard.h"
#include "net/address.h"
#include "store/answer_table.h"
#include "store/request_code.h"
#include "store/store.h"

namespace signpost {
namespace {

constexpr Parameter kKeyParameter{.name = "Idempotency-Key", .place = ParameterPlace::header};
constexpr size_t kMaxKeyBytes = 255;

// Why nothing more is taken from this client at the moment, or without a proof.
std::optional<Problem> refuse_flood(const OperationContext& context, const SentRequest& sent,
                                    std::string_view key) {
  if (context.guard == nullptr) return std::nullopt;
  const GuardVerdict verdict =
      context.guard->admit(client_name(context.client), sent.proof, key, context.now);
  if (verdict.kind == GuardVerdict::Kind::admitted) return std::nullopt;
  Problem problem{.status = 429,
                  .detail = "Too many requests came from this address.",
                  .retry_after = verdict.wait_seconds};
  if (verdict.kind == GuardVerdict::Kind::proof_needed) {
    problem.detail = "Far too many requests come at this moment: each needs a proof, or has to wait.";
    problem.challenge = context.guard->token(context.generation->content(), context.now);
  }
  return problem;
}

Problem not_now(const char* what) { return {503, std::string(what) + " Try again in a moment."}; }

// The header is a string of RFC 8941, in quotation marks (draft-ietf-httpapi-idempotency-key-header); many
// programs send it without.
std::string_view unquoted(std::string_view key) {
  if (key.size() < 2 || key.front() != '"' || key.back() != '"') return key;
  return key.substr(1, key.size() - 2);
}

bool is_key(std::string_view key) {
  return key.size() <= kMaxKeyBytes &&
         std::all_of(key.begin(), key.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

// In the language of the request where the site has that.
std::string url_of(const OperationContext& context, const SentRequest& sent, const KeptRequest& kept) {
  const auto& languages = context.site().languages;
  const bool has_it = std::any_of(languages.begin(), languages.end(),
                                  [&](const Language& one) { return one.code == sent.draft.lang; });
  return request_url(kept.code, has_it ? sent.draft.lang : context.lang);
}

Answer answer_sent(const OperationContext& context, const Parameters& arguments) {
  const SentRequest sent = read_sent_request(context.sent.media_type, context.sent.bytes);
  const std::string header = arguments.get(kKeyParameter.name).value_or("");
  const auto taken = take_request(context, sent, header.empty() ? sent.key : unquoted(header));
  if (const auto* problem = std::get_if<Problem>(&taken)) return problem_answer(*problem);
  const auto& kept = std::get<KeptRequest>(taken);
  const std::string url = url_of(context, sent, kept);
  Answer answer = json_answer(kept_request_json(kept, url));
  answer.status = 201;
  answer.location = url;
  if (kept.is_new) answer.noticed = noticed_deed(context, Noticed::Kind::contact_sent);
  answer.of_this_moment = true;
  return answer;
}

Answer answer_request(const OperationContext& context, const Parameters& arguments) {
  const auto found = find_request_of(context, *arguments.get("code"));
  if (const auto* problem = std::get_if<Problem>(&found)) return problem_answer(*problem);
  const auto& request = std::get<std::optional<StoredRequest>>(found);
  if (!request) return nothing_there();
  Answer answer = json_answer(request_state_json(*request));
  answer.of_this_moment = true;
  return answer;
}

Door request_door(std::string_view name, std::string_view path, Method method, LanguageFrom language) {
  return {.name = name,
          .path = path,
          .method = method,
          .effect = Effect::uses_store,
          .audience = Audience::anybody,
          .origins = Origins::own,
          .reader = Reader::programs,
          .language = language};
}

}  // namespace

std::variant<KeptRequest, Problem> take_request(const OperationContext& context, const SentRequest& sent,
                                                std::string_view key) {
  std::vector<FieldError> errors = sent.errors;
  if (!is_key(key))
    errors.push_back({std::string(kKeyParameter.name), "must be at most 255 visible characters of ASCII"});
  if (!errors.empty()) return Problem{400, "Something is wrong with this request.", std::move(errors)};
  if (auto refused = refuse_flood(context, sent, key)) return *std::move(refused);
  if (!context.store->has_room()) return Problem{507, "As many requests are kept here as may be."};
  try {
    if (auto kept = context.store->keep(sent.draft, key, context.now)) return *std::move(kept);
  } catch (const Error&) {
    return not_now("The request could not be kept.");
  }
  return Problem{422,
                 "This Idempotency-Key was used for another request.",
                 {{std::string(kKeyParameter.name), "was used for another request"}}};
}

std::variant<std::optional<StoredRequest>, Problem> find_request_of(const OperationContext& context,
                                                                    std::string_view code) {
  const auto parsed = parse_request_code(code);
  if (!parsed) return std::nullopt;
  const std::string client = client_name(context.client);
  if (const auto wait = context.guard != nullptr ? context.guard->wait_to_ask(client) : std::nullopt)
    return Problem{
        .status = 429, .detail = "Too many codes were asked for that are nobody's.", .retry_after = *wait};
  try {
    auto found = context.store->find_state(*parsed);
    if (!found && context.guard != nullptr) context.guard->missed(client);
    return found;
  } catch (const Error&) {
    return not_now("Requests can't be read.");
  }
}

std::optional<Problem> judge_answer_of(const OperationContext& context, std::string_view code,
                                       AnswerVerdict verdict) {
  if (context.guard != nullptr && !context.guard->admit_word(client_name(context.client)))
    return Problem{429, "Too much was said from this address."};
  bool is_there = false;
  try {
    context.store->write([&](SqliteDatabase& database) {
      is_there = judge_answer(database, parse_request_code(code).value_or(""), verdict, context.now);
    });
  } catch (const Error&) {
    return not_now("It could not be kept.");
  }
  return is_there ? std::nullopt : std::optional(Problem{404, "There is no answer."});
}

Operation send_request_operation() {
  return {
      .door = request_door("api_send_request", "/api/v1/requests", Method::post, LanguageFrom::negotiated),
      .parameters = {kLanguageParameter, kKeyParameter},
      .answer = answer_sent,
      .takes = kRequestTypes};
}

Operation request_operation() {
  return {.door = request_door("api_request", "/api/v1/requests/{code}", Method::get, LanguageFrom::nothing),
          .parameters = {},
          .answer = answer_request};
}

}  // namespace signpost
