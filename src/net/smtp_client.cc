// smtp_client.cc - see smtp_client.h.
#include "net/smtp_client.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "net/curl_handle.h"

namespace signpost {
namespace {

constexpr const char* kMustBeSmtp = "not an address that begins with smtp:// or smtps:// and a host";

size_t give_message(char* to, size_t size, size_t count, void* from) {
  std::string_view& left = *static_cast<std::string_view*>(from);
  const size_t bytes = std::min(size * count, left.size());
  std::memcpy(to, left.data(), bytes);
  left.remove_prefix(bytes);
  return bytes;
}

// Addresses come from settings; one that could end its line would say more than an address.
std::string in_brackets(const std::string& address) {
  if (address.find_first_of("\r\n<> ") != std::string::npos)
    throw Error(ErrorKind::usage, "an address of a mail has a space, a bracket or a line end in it");
  return "<" + address + ">";
}

void set_up_mail(CURL* handle, const MailSubmission& mail, const std::string& from, curl_slist* to,
                 std::string_view& left) {
  curl_easy_setopt(handle, CURLOPT_URL, mail.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_USE_SSL,
                   static_cast<long>(mail.starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  if (!mail.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, mail.ca_file.c_str());
  if (!mail.user.empty()) {
    curl_easy_setopt(handle, CURLOPT_USERNAME, mail.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, mail.password.c_str());
  }
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to);
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_READFUNCTION, give_message);
  curl_easy_setopt(handle, CURLOPT_READDATA, &left);
  curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(mail.message.size()));
  limit_time(handle, mail.deadline);
  end_when(handle, mail.cancelled);
}

}  // namespace

void send_mail(const MailSubmission& mail) {
  start_curl();
  if (!mail.url.starts_with("smtp://") && !mail.url.starts_with("smtps://"))
    throw Error(ErrorKind::usage, kMustBeSmtp);
  parse_curl_url(mail.url, kMustBeSmtp);
  const std::string from = in_brackets(mail.from);
  CurlList to;
  for (const std::string& address : mail.to) append_line(to, in_brackets(address));
  GateWatch watch{mail.gate};
  const EasyHandle handle = new_curl_handle();
  std::string_view left = mail.message;
  set_up_mail(handle.get(), mail, from, to.get(), left);
  if (mail.gate != nullptr) set_gate(handle.get(), watch);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code == CURLE_OK) return;
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  // Below 400 it is the last thing that went well.
  throw SmtpFailure(status >= 400 ? "the mail server answered " + std::to_string(status)
                                  : reason_of(code, mail.deadline, watch));
}

}  // namespace signpost
