// smtp_client.h - gives a message to a mail server (RFC 5321, 6409), with TLS unless it is told otherwise.
// Tested by tests/unit/net/smtp_client_test.cc, and with a real server by tests/e2e/mail.test.mjs.
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

#include "base/error.h"
#include "net/address_gate.h"

namespace signpost {

struct MailSubmission {
  std::string url;        // "smtp://mail.example.com:587"; smtps: TLS from the first byte
  bool starttls = true;   // of smtp: nothing is said before it is encrypted; false: nothing ever is
  std::string user = {};  // "" for nobody
  std::string password = {};
  std::string from;             // the addresses alone; of ASCII, without line ends and angle brackets
  std::vector<std::string> to;  // at least one
  std::string message;          // RFC 5322, with its lines ended by CRLF
  std::chrono::milliseconds deadline{};
  const AddressGate* gate = nullptr;  // as in HttpPost, and so the next two
  std::string ca_file = {};
  const std::atomic<bool>* cancelled = nullptr;
};

// The server did not take the message for all of them. The reason says neither its name nor its words.
class SmtpFailure : public Error {
 public:
  explicit SmtpFailure(const std::string& reason) : Error(ErrorKind::io, reason) {}
};

// Blocks. Certificates are verified against the system's or `ca_file`'s. Throws SmtpFailure, and Error{usage}
// for a URL that is none.
void send_mail(const MailSubmission& mail);

}  // namespace signpost
