// mail_message.cc - see mail_message.h.
#include "delivery/mail_message.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string_view>

#include "base/ascii.h"
#include "base/base64.h"
#include "base/utf8.h"
#include "content/contact_settings.h"

namespace signpost {
namespace {

constexpr size_t kWordBytes =
    39;  // 52 letters of base64: a line with "Reply-To: " before it has 74 characters
constexpr size_t kLineLetters = 76;
constexpr std::string_view kLineEnd = "\r\n";

// RFC 2047: whatever it is, it becomes words of letters that end no line.
std::string encoded_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t size = std::max<size_t>(1, whole_characters(text, kWordBytes));
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?" + to_base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return out;
}

// RFC 5322, 3.3. Names of days and months are English in every locale.
std::string mail_date(int64_t seconds) {
  constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t time = seconds;
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[40];
  std::snprintf(text, sizeof text, "%s, %d %s %d %02d:%02d:%02d +0000", kDays[parts.tm_wday], parts.tm_mday,
                kMonths[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text;
}

std::string with_name(const MailAddress& address) {
  if (address.name.empty()) return address.address;
  return encoded_words(address.name) + "\r\n <" + address.address + ">";
}

std::string base64_lines(const std::string& text) {
  const std::string letters = to_base64(text);
  std::string out;
  for (size_t at = 0; at < letters.size(); at += kLineLetters)
    out.append(letters, at, kLineLetters).append(kLineEnd);
  return out;
}

std::string with_line_ends(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

std::string join_addresses(const std::vector<std::string>& addresses) {
  std::string out;
  for (const std::string& address : addresses) out += (out.empty() ? "" : ",\r\n ") + address;
  return out;
}

std::string message_id(const EventMessage& message, const MailAddress& from) {
  return "<" + message.id + "@" + from.address.substr(from.address.find('@') + 1) + ">";
}

class MailWriter {
 public:
  void add(std::string_view name, const std::string& value) {
    mail_.append(name).append(": ").append(value).append(kLineEnd);
  }
  std::string with_text(const std::string& text) {
    add("MIME-Version", "1.0");
    add("Content-Type", "text/plain; charset=utf-8");
    add("Content-Transfer-Encoding", "base64");
    return mail_.append(kLineEnd) + base64_lines(with_line_ends(text));
  }

 private:
  std::string mail_;
};

}  // namespace

MailAddress parse_mail_address(const std::string& text) {
  const size_t open = text.find('<');
  if (open == std::string::npos) return mail_url(text) ? MailAddress{"", text} : MailAddress{};
  if (!text.ends_with('>')) return {};
  const std::string address = text.substr(open + 1, text.size() - open - 2);
  if (!mail_url(address)) return {};
  return {std::string(trimmed(std::string_view(text).substr(0, open))), address};
}

std::string mail_message(const MailAddress& from, const std::vector<std::string>& to,
                         const EventMessage& message, int64_t now) {
  const EventFields fields = event_fields(message);
  MailWriter mail;
  mail.add("Date", mail_date(now));
  mail.add("From", with_name(from));
  mail.add("To", join_addresses(to));
  if (const std::string& visitor = fields.at("email"); !visitor.empty())
    mail.add("Reply-To", with_name({message.request.draft.name, visitor}));
  mail.add("Message-ID", message_id(message, from));
  mail.add("Subject", encoded_words(fields.at("subject")));
  mail.add("Auto-Submitted", "auto-generated");  // RFC 3834: nobody's absence is answered to
  const std::string link = message.site.url.empty() ? "" : fields.at("url") + "\n";
  return mail.with_text(link + fields.at("text"));
}

// A person wrote it, so it is not marked as a program's.
std::string answer_mail(const MailAddress& from, const EventMessage& message, int64_t now) {
  const EventFields fields = event_fields(message);
  MailWriter mail;
  mail.add("Date", mail_date(now));
  mail.add("From", with_name(from));
  mail.add("To", with_name({message.request.draft.name, fields.at("email")}));
  mail.add("Message-ID", message_id(message, from));
  mail.add("Subject", encoded_words("Re: " + fields.at("subject")));
  const std::string link = message.site.url.empty() ? "" : "\n-- \n" + fields.at("url") + "\n";
  return mail.with_text(fields.at("answer") + "\n" + link);
}

}  // namespace signpost
