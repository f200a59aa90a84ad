// readable_name.cc - see readable_name.h.
// Tested by tests/unit/content/readable_name_test.cc.
#include "content/readable_name.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/percent.h"
#include "base/utf8.h"

namespace signpost {
namespace {

// How people write what names have in lower case. No word of a language is among them.
constexpr std::pair<std::string_view, std::string_view> kAbbreviations[] = {
    {"2fa", "2FA"},    {"ai", "AI"},     {"api", "API"},     {"apis", "APIs"},   {"aws", "AWS"},
    {"cdn", "CDN"},    {"cli", "CLI"},   {"cms", "CMS"},     {"cpu", "CPU"},     {"crm", "CRM"},
    {"css", "CSS"},    {"csv", "CSV"},   {"ci", "CI"},       {"dns", "DNS"},     {"eu", "EU"},
    {"faq", "FAQ"},    {"faqs", "FAQs"}, {"ftp", "FTP"},     {"gdpr", "GDPR"},   {"gpu", "GPU"},
    {"gui", "GUI"},    {"html", "HTML"}, {"http", "HTTP"},   {"https", "HTTPS"}, {"iam", "IAM"},
    {"ide", "IDE"},    {"imap", "IMAP"}, {"ios", "iOS"},     {"iot", "IoT"},     {"ip", "IP"},
    {"json", "JSON"},  {"jwt", "JWT"},   {"ldap", "LDAP"},   {"macos", "macOS"}, {"mcp", "MCP"},
    {"mfa", "MFA"},    {"nfc", "NFC"},   {"oauth", "OAuth"}, {"pdf", "PDF"},     {"pdfs", "PDFs"},
    {"php", "PHP"},    {"png", "PNG"},   {"qr", "QR"},       {"rbac", "RBAC"},   {"rss", "RSS"},
    {"saml", "SAML"},  {"scim", "SCIM"}, {"sdk", "SDK"},     {"sdks", "SDKs"},   {"seo", "SEO"},
    {"sftp", "SFTP"},  {"sla", "SLA"},   {"sms", "SMS"},     {"smtp", "SMTP"},   {"sql", "SQL"},
    {"ssh", "SSH"},    {"ssl", "SSL"},   {"sso", "SSO"},     {"svg", "SVG"},     {"tls", "TLS"},
    {"totp", "TOTP"},  {"ui", "UI"},     {"uri", "URI"},     {"url", "URL"},     {"urls", "URLs"},
    {"usb", "USB"},    {"ux", "UX"},     {"vat", "VAT"},     {"vm", "VM"},       {"vpn", "VPN"},
    {"wifi", "Wi-Fi"}, {"xml", "XML"},   {"yaml", "YAML"}};

size_t digits_at(std::string_view text, size_t pos) {
  size_t end = pos;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - pos;
}

// Length of "2024-02-29-" at the beginning; 0 when there is none.
size_t day_length(std::string_view name) {
  const bool day = name.size() > 11 && digits_at(name, 0) == 4 && digits_at(name, 5) == 2 &&
                   digits_at(name, 8) == 2 && name[4] == '-' && name[7] == '-' && name[10] == '-';
  return day ? 11 : 0;
}

void append_word(std::string& out, std::string_view word) {
  if (word.empty()) return;
  const bool first = out.empty();
  if (!first) out += ' ';
  for (const auto& [name, written] : kAbbreviations) {
    if (word == name) {
      out += written;
      return;
    }
  }
  size_t behind = 0;
  const auto letter = static_cast<UChar32>(next_code_point(word, behind));
  append_utf8(out, static_cast<char32_t>(first ? u_totitle(letter) : letter));
  out += word.substr(behind);
}

}  // namespace

std::optional<NumberedName> numbered_name(std::string_view name) {
  const size_t digits = digits_at(name, 0);
  if (digits == 0 || digits > 3 || digits == name.size()) return std::nullopt;
  const size_t behind = name.find_first_not_of("-_. )", digits);
  if (behind == digits || behind == std::string_view::npos || is_digit(name[behind])) return std::nullopt;
  int number = 0;
  for (const char c : name.substr(0, digits)) number = number * 10 + (c - '0');
  return NumberedName{number, digits, name.substr(behind)};
}

std::string_view without_number(std::string_view name) {
  if (const size_t day = day_length(name)) return name.substr(day);
  const auto numbered = numbered_name(name);
  if (!numbered) return name;
  const bool dotted = name[numbered->digits] == '.' || name[numbered->digits] == ')';
  return numbered->digits > 1 || name[0] == '0' || dotted ? numbered->name : name;
}

std::string readable_name(std::string_view name) {
  std::string text = percent_decode(name);
  scrub_utf8(text);
  std::string_view rest = trimmed(text);
  rest.remove_prefix(std::min(rest.find_first_not_of("_"), rest.size()));
  rest = without_number(rest);
  const std::string_view between = rest.find(' ') == std::string_view::npos ? "-_ " : "_ ";
  std::string out;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find_first_of(between), rest.size());
    append_word(out, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

}  // namespace signpost
