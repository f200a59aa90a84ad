// content_coding.h - gzip and brotli for response bodies, and which bodies are worth it.
// Tested by tests/unit/net/content_coding_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "net/message.h"
#include "net/negotiation.h"

namespace signpost {

enum class Effort {
  quick,  // for what is made for one request
  best,   // for what is kept and sent often
};

// Throws Error{internal}. Encoding::identity gives the body back.
std::string compress(std::string_view body, Encoding encoding, Effort effort);

// Text over half a kilobyte: smaller bodies fit into one packet anyway.
bool is_worth_compressing(std::string_view content_type, size_t size);

// "br", "gzip", "" for identity.
std::string_view content_coding(Encoding encoding);

// Unless it is compressed already, or not worth it. Throws Error{internal}.
void compress_body(Encoding encoding, Response& response);

}  // namespace signpost
