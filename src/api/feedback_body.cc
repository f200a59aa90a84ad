// feedback_body.cc - see feedback_body.h.
#include "api/feedback_body.h"

#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "api/request_body.h"
#include "base/error.h"
#include "base/json_limits.h"
#include "base/utf8.h"
#include "net/url.h"

namespace signpost {
namespace {

constexpr JsonLimits kFeedbackLimits{64 << 10, 2, 64};

// What was sent, by field; of JSON true and false are "yes" and "no".
using Fields = std::map<std::string, std::string, std::less<>>;

Fields fields_of_json(std::string_view bytes, std::vector<FieldError>& errors) {
  Fields fields;
  try {
    check_json(bytes, kFeedbackLimits);
  } catch (const Error& excess) {
    errors.push_back({"", excess.what()});
    return fields;
  }
  const nlohmann::json json = nlohmann::json::parse(bytes, nullptr, false);
  if (!json.is_object()) {
    errors.push_back({"", "the content must be a JSON object"});
    return fields;
  }
  for (const auto& [name, value] : json.items()) {
    if (value.is_null()) continue;
    if (name == "helpful") {
      if (!value.is_boolean()) errors.push_back({name, "must be true or false"});
      fields[name] = value == true ? "yes" : "no";
    } else if (name == "step") {
      if (!value.is_number_integer()) errors.push_back({name, "must be a whole number"});
      fields[name] = value.dump();
    } else if (value.is_string()) {
      fields[name] = value.get<std::string>();
    } else {
      errors.push_back({name, "must be a text"});
    }
  }
  return fields;
}

Fields fields_of_form(std::string_view bytes) {
  Fields fields;
  const Parameters sent = parse_query_string(bytes);
  for (const auto& [name, value] : sent.items()) fields[name] = value;
  return fields;
}

class FeedbackReader {
 public:
  FeedbackReader(Fields fields, SentFeedback& sent) : fields_(std::move(fields)), sent_(sent) {}

  void read() {
    sent_.place = {take("id", kMaxIdBytes), take("lang", kMaxLanguageBytes), take("anchor", kMaxIdBytes)};
    if (sent_.place.id.empty()) add("id", "must name an article");
    const std::string helpful = take("helpful", 3);
    if (helpful != "yes" && helpful != "no")
      add("helpful", "must be there: true or false; of a form yes or no");
    sent_.helpful = helpful == "yes";
    const std::string reason = take("reason", kMaxIdBytes);
    sent_.reason = complaint_reason_named(reason);
    if (!sent_.reason && (!reason.empty() || helpful == "no"))
      add("reason", "must be outdated, unclear, wrong, incomplete or not_what_i_searched");
    sent_.comment = take("comment", kMaxCommentBytes);
    read_step(take("step", 20));
    for (const auto& [name, value] : fields_) add(name, "is not known");
  }

 private:
  // An empty field of a form names none.
  void read_step(const std::string& text) {
    if (text.empty()) return;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), sent_.step);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    if (!is_number || sent_.step < 1 || sent_.step > kMaxComplaintStep)
      add("step", "must be a number from 1 to " + std::to_string(kMaxComplaintStep));
  }
  std::string take(const char* name, size_t most) {
    const auto node = fields_.extract(name);
    if (!node) return "";
    std::string text = std::move(node.mapped());
    if (text.size() > most) add(name, "must be at most " + std::to_string(most) + " bytes");
    if (first_invalid_utf8(text) != std::string::npos) add(name, "must be UTF-8");
    return text;
  }
  void add(const std::string& field, const std::string& message) {
    constexpr size_t kMost = 20;
    if (sent_.errors.size() < kMost) sent_.errors.push_back({field, message});
  }

  Fields fields_;
  SentFeedback& sent_;
};

}  // namespace

SentFeedback read_sent_feedback(std::string_view media_type, std::string_view bytes) {
  SentFeedback sent;
  Fields fields = media_type == kRequestTypes[0] ? fields_of_json(bytes, sent.errors) : fields_of_form(bytes);
  if (sent.errors.empty()) FeedbackReader(std::move(fields), sent).read();
  return sent;
}

}  // namespace signpost
