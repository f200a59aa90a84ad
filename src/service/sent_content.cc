// sent_content.cc - see sent_content.h.
#include "service/sent_content.h"

#include "base/ascii.h"

namespace signpost {
namespace {

// "host:port" of "https://host:port/path"; "" where there is none.
std::string authority_of(std::string_view url) {
  const size_t begin = url.find("://");
  if (begin == std::string_view::npos) return "";
  url.remove_prefix(begin + 3);
  return lower_case(url.substr(0, url.find('/')));
}

}  // namespace

std::string media_type(const Request& request) {
  const std::string type = request.header("content-type");
  return lower_case(trimmed(std::string_view(type).substr(0, type.find(';'))));
}

bool is_sent_from_own_page(const Request& request, std::string_view base_url) {
  if (const std::string from = request.header("sec-fetch-site"); !from.empty())
    return from == "same-origin" || from == "none";
  const std::string origin = request.header("origin");
  if (origin.empty()) return true;
  const std::string sender = authority_of(origin);
  return !sender.empty() &&
         (sender == lower_case(request.header("host")) || sender == authority_of(base_url));
}

}  // namespace signpost
