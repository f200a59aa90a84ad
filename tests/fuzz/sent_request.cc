// sent_request.cc - fuzz target: a request to the people behind the help centre, as a stranger sends it. The
// first byte says whether as JSON or as a form.
#include <nlohmann/json.hpp>

#include "api/request_body.h"
#include "store/request_json.h"
#include "tests/fuzz/fuzz.h"

using signpost::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view type = signpost::kRequestTypes[data[0] % 2];
  const signpost::SentRequest sent =
      signpost::read_sent_request(type, signpost::fuzz::text_of(data + 1, size - 1));
  require(sent.errors.size() < 200, "an answer does not grow with what is wrong");
  for (const signpost::FieldError& error : sent.errors) {
    signpost::fuzz::require_utf8(error.field, "a field is UTF-8");
    signpost::fuzz::require_utf8(error.message, "a message is UTF-8");
  }
  if (!sent.errors.empty()) return 0;
  signpost::RequestDraft again = sent.draft;
  require(signpost::settle_draft(again).empty() && again == sent.draft, "what may be kept stays so");
  // What was taken can be sent as JSON, and is the same then.
  const signpost::RequestDraft& draft = sent.draft;
  const nlohmann::ordered_json json = {
      {"lang", draft.lang},       {"reply_to", draft.reply_to},
      {"name", draft.name},       {"message", draft.message},
      {"product", draft.product}, {"packet", signpost::packet_json(draft.packet)}};
  const signpost::SentRequest copy = signpost::read_sent_request(signpost::kRequestTypes[0], json.dump());
  require(copy.errors.empty() && copy.draft == draft, "what was taken reads back as it was");
  require(signpost::parse_packet(signpost::packet_text(draft.packet)) == draft.packet, "a packet reads back");
  return 0;
}
