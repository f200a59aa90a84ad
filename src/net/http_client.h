// http_client.h - asks another server over HTTP, with limits on the time it takes and the bytes it answers.
// Tested by tests/unit/net/http_client_test.cc.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "net/address_gate.h"

namespace signpost {

struct HttpPost {
  std::string url;                                           // http or https
  std::vector<std::pair<std::string, std::string>> headers;  // neither name nor value has line ends
  std::string body;
  std::chrono::milliseconds deadline;  // from the call to the last byte of the answer; above 0
  size_t max_answer_bytes;             // of its body
  // What may be connected to, and through no proxy; null: anything. Outlives the call. A client whose
  // connections stay open asks it only of new ones: it is always given the same.
  const AddressGate* gate = nullptr;
  std::string ca_file = {};  // whom to believe that a server is who it says; "" for the system's
  const std::atomic<bool>* cancelled = nullptr;  // ends it within about a second; null: never
};

// A question without a body; all else as there.
struct HttpGet {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::chrono::milliseconds deadline;
  size_t max_answer_bytes;
  std::string ca_file = {};
};

struct HttpAnswer {
  int status = 0;
  std::string body;
  std::vector<std::string> cookies = {};  // what each header Set-Cookie says
  std::chrono::seconds retry_after{0};    // of the header Retry-After, seconds or a date; 0 without one
};

// No answer came, or not all of it. The message names the URL without user, password and query.
class HttpFailure : public Error {
 public:
  enum class Kind {
    late,         // the deadline passed
    unreachable,  // no such host, nobody listens, the connection broke, its certificate is not to be trusted
    too_long,     // more bytes than allowed
  };
  HttpFailure(Kind kind, const std::string& name, const std::string& reason)
      : Error(ErrorKind::io, name + ": " + reason), failure_(kind), reason_(reason) {}
  Kind failure() const { return failure_; }
  // Without the URL, and without anything that the other side said.
  const std::string& reason() const { return reason_; }

 private:
  Kind failure_;
  std::string reason_;
};

// Safe from many threads. Connections stay open for the next question.
class HttpClient {
 public:
  HttpClient();  // throws Error{internal} when the library can't start
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;

  // Blocks. Any status is an answer; redirects are answers too, so that a key goes to no other server. TLS
  // certificates are verified against the system's. As with other programs, the variables http_proxy,
  // https_proxy and no_proxy hold, but no proxy is asked for a loopback address. Throws HttpFailure, and
  // Error{usage} for a URL that is none.
  HttpAnswer post(const HttpPost& post) const;
  HttpAnswer get(const HttpGet& get) const;

 private:
  struct Impl;
  enum class Sends { body, nothing };
  HttpAnswer ask(const HttpPost& question, Sends sends) const;

  std::unique_ptr<Impl> impl_;
};

// The URL without user, password, query and fragment, for messages. Throws Error{usage} when it is not one
// of http or https.
std::string url_for_messages(const std::string& url);

}  // namespace signpost
