// request_body.h - a request to people as it is sent: as JSON by programs, as the fields of a form by pages.
// Tested by tests/unit/api/request_body_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/problem.h"
#include "store/request.h"

namespace signpost {

inline constexpr std::string_view kRequestTypes[] = {"application/json", "application/x-www-form-urlencoded"};

inline constexpr std::string_view kTrapField = "homepage";

struct SentRequest {
  RequestDraft draft;
  std::string key;    // of a form, which has no header to put it into; "" for none, and so the next two
  std::string token;  // that shows which form it was
  std::string proof;  // "TOKEN:NONCE": see contact/proof.h
  std::vector<FieldError> errors;  // all that is wrong with it
};

// `media_type`: one of kRequestTypes. As JSON: {"lang", "reply_to", "name", "message", "product", "packet":
// {"questions": [], "read": [{"id", "anchor"}], "tried": [{"id", "anchor", "step"}], "answers": [],
// "incidents": [], "level"}, "proof"}, everything but `message` optional, and null for what is not there. A
// form has the same fields, those of the packet as "packet.questions" ..., each once for each entry:
// "packet.read" is ID#ANCHOR, "packet.tried" ID#ANCHOR#STEP; "idempotency_key" and "token" may be there, and
// kTrapField, which people don't see and only programs fill in. A field that is none of these is wrong.
SentRequest read_sent_request(std::string_view media_type, std::string_view bytes);

}  // namespace signpost
