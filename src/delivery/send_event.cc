// send_event.cc - see send_event.h.
#include "delivery/send_event.h"

#include "net/smtp_client.h"
#include "net/webhook.h"

namespace signpost {
namespace {

constexpr size_t kMaxAnswerBytes = 1 << 20;  // which nobody reads

// These are about what was sent; all else would be the same for any event.
bool is_about_the_event(int status) {
  return status == 400 || status == 409 || status == 413 || status == 422;
}

AttemptResult result_of(const HttpAnswer& answer) {
  if (answer.status >= 200 && answer.status < 300) return {};
  AttemptResult result;
  result.attempt = answer.status == 410 ? Attempt::refused : Attempt::failed;
  result.failure = "answered " + std::to_string(answer.status);
  if (answer.status >= 300 && answer.status < 400) result.failure += ", and redirects are not followed";
  result.is_other_side = !is_about_the_event(answer.status);
  result.retry_after = answer.retry_after;
  return result;
}

AttemptResult failed_or_cancelled(const std::string& reason, const std::atomic<bool>& cancelled) {
  return {cancelled ? Attempt::cancelled : Attempt::failed, reason, true, {}};
}

// Of Standard Webhooks: all keys sign, so that the receiver may exchange its own in the meantime.
void sign(const std::vector<std::string>& keys, const EventMessage& message, int64_t now, HttpPost& post) {
  if (keys.empty()) return;
  const std::string timestamp = std::to_string(now);
  std::string signatures;
  for (const std::string& key : keys)
    signatures += (signatures.empty() ? "" : " ") + webhook_signature(key, message.id, timestamp, post.body);
  post.headers.emplace_back("webhook-id", message.id);
  post.headers.emplace_back("webhook-timestamp", timestamp);
  post.headers.emplace_back("webhook-signature", signatures);
}

AttemptResult send_webhook(const Delivery& delivery, const WebhookTarget& target, const EventMessage& message,
                           const HttpClient& client, int64_t now, const std::atomic<bool>& cancelled) {
  const EventFields fields = event_fields(message);
  HttpPost post{
      .url = target.url,
      .headers = {{"Content-Type", target.body ? "application/json" : std::string(kCloudEventsType)},
                  {"User-Agent", "Signpost"}},
      .body = target.body ? target.body->fill(fields) : cloudevents_body(message),
      .deadline = kAttemptDeadline,
      .max_answer_bytes = kMaxAnswerBytes,
      .gate = &delivery.gate,
      .ca_file = delivery.ca_file,
      .cancelled = &cancelled};
  for (const auto& [name, value] : target.headers)
    post.headers.emplace_back(name, fill_places(value, fields));
  sign(target.keys, message, now, post);
  try {
    return result_of(client.post(post));
  } catch (const HttpFailure& failure) {
    return failed_or_cancelled(failure.reason(), cancelled);
  }
}

AttemptResult send_by_mail(const Delivery& delivery, const MailTarget& target, const EventMessage& message,
                           int64_t now, const std::atomic<bool>& cancelled) {
  const std::string customer = mail_address_of(message.request.draft);
  if (target.to_customer && customer.empty()) return {};  // their address was taken out meanwhile
  try {
    send_mail({.url = target.url,
               .starttls = target.starttls,
               .user = target.user,
               .password = target.password,
               .from = target.from.address,
               .to = target.to_customer ? std::vector<std::string>{customer} : target.to,
               .message = target.to_customer ? answer_mail(target.from, message, now)
                                             : mail_message(target.from, target.to, message, now),
               .deadline = kAttemptDeadline,
               .gate = &delivery.gate,
               .ca_file = delivery.ca_file,
               .cancelled = &cancelled});
    return {};
  } catch (const SmtpFailure& failure) {
    return failed_or_cancelled(failure.what(), cancelled);
  }
}

}  // namespace

AttemptResult send_event(const Delivery& delivery, const EventMessage& message, const HttpClient& client,
                         int64_t now, const std::atomic<bool>& cancelled) {
  try {
    if (const auto* webhook = std::get_if<WebhookTarget>(&delivery.target))
      return send_webhook(delivery, *webhook, message, client, now, cancelled);
    return send_by_mail(delivery, std::get<MailTarget>(delivery.target), message, now, cancelled);
  } catch (const Error&) {
    // A URL that the library takes for none: its message has the URL's words.
    return {Attempt::failed, "the settings of this delivery can't be used", false, {}};
  }
}

}  // namespace signpost
