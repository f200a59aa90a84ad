// mail_message.h - an event as a mail (RFC 5322, 2045, 2047): UTF-8, and nothing in it that a visitor wrote
// can end a line of the head or begin another. Tested by tests/unit/delivery/mail_message_test.cc, and with
// Python's library that reads mail by tests/e2e/mail.test.mjs.
#pragma once

#include <string>
#include <vector>

#include "delivery/event_message.h"

namespace signpost {

struct MailAddress {
  std::string name;     // "" for none
  std::string address;  // "help@example.com"
};
// "help@example.com" or "Help <help@example.com>"; an empty address for anything else.
MailAddress parse_mail_address(const std::string& text);

// With the same Message-ID each time, so that a mailbox that gets it twice can tell. Answers go to the
// visitor, where their address is known. `now`: seconds since 1970.
std::string mail_message(const MailAddress& from, const std::vector<std::string>& to,
                         const EventMessage& message, int64_t now);

// The answer, to who sent the request: its text, and where its state is shown. What they answer goes to
// `from`. REQUIRES: mail_address_of() their request is one.
std::string answer_mail(const MailAddress& from, const EventMessage& message, int64_t now);

}  // namespace signpost
